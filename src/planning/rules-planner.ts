import type { AccountDescription } from '../domain/account.js';
import { ordersRows } from '../domain/amount.js';
import type { Intent, OperationName } from '../domain/intent.js';
import { nearest } from '../domain/nearest.js';
import { callLabel } from '../domain/plan.js';
import type { Catalogue } from './catalogue/facts.js';
import type { PlanningContext } from './planner.js';
import { agentQuestion } from './rules/agent-question.js';
import { askedAmount } from './rules/amount-question.js';
import { assignConditions } from './rules/assign.js';
import { doubtIntent } from './rules/doubts.js';
import { listed } from './rules/effects.js';
import { createFollowUps } from './rules/follow-up.js';
import { ownAccounts, selectorOf, shownSelector } from './rules/follow-up-places.js';
import { impliedTopics } from './rules/implied-topics.js';
import { questionIntent } from './rules/question.js';
import { createReader } from './rules/reader.js';
import type { PlacedCondition, Reading } from './rules/reading.js';
import { tokenize, type Token } from './rules/tokens.js';
import type { Topic } from './rules/topic.js';
import { trailQuestion } from './rules/trail-question.js';
import { trustQuestion } from './rules/trust-question.js';
import { TOPICS } from './rules/topics/index.js';
import { withoutLiterals } from './search/literals.js';

export interface RulesPlanner {
  /** Never throws: what cannot be planned is asked back or refused. */
  plan(question: string, context: PlanningContext): Intent;
  /** What a question is about, for a search: without the words that only say where to look. Undefined when nothing is left. */
  subjectOf(
    question: string,
    context: PlanningContext,
  ): { readonly text: string; readonly literals: readonly string[] } | undefined;
  /** What a question orders, and what to do it to. */
  orderIn(question: string, context: PlanningContext): { readonly verb: string; readonly words: string } | undefined;
}

/** A question of more words is not one that these rules were written for. */
const MOST_WORDS = 300;

const EXAMPLES: readonly string[] = [
  'How many EC2 instances are running in each account?',
  'Which RDS instances are publicly accessible?',
  'List S3 buckets that are not encrypted',
];

/**
 * Plans questions by rules, without a model. Every word must be understood; what is not is asked back by name, with
 * questions that can be answered. Orders and secrets are refused. The summary says how the words were taken.
 */
export function createRulesPlanner({ catalogue }: { readonly catalogue: Catalogue }): RulesPlanner {
  // Nothing of the catalogue is read here: a test proves that every topic only reads, and `authorizePlan` proves each plan.
  const topics = TOPICS;
  const reader = createReader(topics);

  const followUps = createFollowUps({ catalogue, topics, reader });

  const ownQuestion = (question: string, tokens: readonly Token[], context: PlanningContext): Intent => {
    const reading = reader.read(tokens, context.accounts);
    const special =
      reading.secrets.length + reading.orders.length === 0
        ? (trailQuestion(reader, tokens, context) ?? trustQuestion(reader, tokens, context))
        : undefined;
    return (
      special ??
      refusalOf(reading, topics) ??
      doubtOf(question, reading, topics) ??
      intentOf(catalogue, reading, tokens, topics, context)
    );
  };

  return {
    plan(question, context) {
      const forAgents = agentQuestion(question);
      if (forAgents !== undefined) return forAgents;
      const tokens = tokenize(question);
      if (tokens.length === 0) return clarify('What do you want to know?', EXAMPLES);
      if (tokens.length > MOST_WORDS)
        return clarify('This is too long for me. Ask one question in a sentence or two.', EXAMPLES);
      const followUp = followUps(question, tokens, context);
      if (followUp === undefined) return ownQuestion(question, tokens, context);
      if (followUp.kind === 'intent') return followUp.intent;
      const meant = tokenize(followUp.question);
      const again = followUps(followUp.question, meant, context);
      const intent = again?.kind === 'intent' ? again.intent : ownQuestion(followUp.question, meant, context);
      return pickedIntent(intent, followUp.question, followUp.note);
    },
    subjectOf(question, context) {
      const tokens = tokenize(question);
      if (tokens.length > MOST_WORDS) return undefined;
      const { aside } = reader.read(tokens, context.accounts);
      const text = textOf(tokens.filter((_, at) => !aside.has(at)));
      return text === '' ? undefined : { text, literals: withoutLiterals(text).literals };
    },
    orderIn(question, context) {
      const tokens = tokenize(question);
      const [order] = reader.read(tokens, context.accounts).orders;
      if (order === undefined) return undefined;
      const behind = tokens.slice(order.at + 1);
      // "… and stop them": what they are was said before.
      const words = behind.length === 0 || SPOKEN_OF.has(behind[0]?.word ?? '') ? tokens : behind;
      return { verb: order.verb, words: textOf(words) };
    },
  };
}

/** What was picked, with the question that it stands for: "2" says little to whoever goes on from it. */
function pickedIntent(intent: Intent, question: string, note: string): Intent {
  if (!('summary' in intent)) return intent;
  const summary = `${intent.summary}; ${note}`;
  if (intent.kind !== 'query') return { ...intent, summary };
  return { ...intent, summary, plan: { ...intent.plan, show: { ...intent.plan.show, question } } };
}

const SPOKEN_OF = new Set(['them', 'it', 'those', 'these', 'all', 'that', 'this']);

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, quoted }) => (quoted ? `"${text}"` : text)).join(' ');
}

/** Orders and requests for secrets are refused before anything else is read of the question. */
function refusalOf(reading: Reading, topics: readonly Topic[]): Intent | undefined {
  const [secret] = reading.secrets;
  const [order] = reading.orders;
  const place = reading.topics.find(({ to }) => to > (order?.at ?? 0)) ?? reading.topics.at(-1);
  const topic = place?.topics[0];
  const suggestion = topic?.example ?? topics[0]?.example;
  const suggested = suggestion === undefined ? {} : { suggestion };
  if (secret !== undefined) {
    return { kind: 'refuse', reason: `"${secret.shown}" asks for secrets, and those are never read.`, ...suggested };
  }
  if (order === undefined) return undefined;
  return { kind: 'refuse', reason: refusalText(order.verb, undefined), ...suggested };
}

/** Why an order is refused, and what it would have called, where that is known. */
export function refusalText(verb: string, wouldCall: OperationName | undefined): string {
  const would =
    wouldCall === undefined
      ? `"${verb}" would change something`
      : `"${verb}" would have called ${callLabel(wouldCall)}, which is not a read`;
  return `Accounts are only ever read: ${would}. Nothing was asked.`;
}

/** What was not understood, or could be understood in two ways. */
function doubtOf(question: string, reading: Reading, topics: readonly Topic[]): Intent | undefined {
  const suggestions = suggestionsFor(reading, topics);
  if (reading.unknown.length > 0) {
    const words = [...new Set(reading.unknown)].slice(0, 8).map((word) => `"${word.slice(0, 60)}"`);
    const known = topics.flatMap((topic) => topic.phrases).flatMap((phrase) => phrase.split(' '));
    const meant = [
      ...new Set(
        reading.unknown
          .slice(0, 8)
          .flatMap((word) =>
            word.length < 4
              ? []
              : nearest(word, known, 1).filter(
                  (near) =>
                    near !== word.toLowerCase() &&
                    near[0] === word[0]?.toLowerCase() &&
                    Math.abs(near.length - word.length) <= 2,
                ),
          ),
      ),
    ];
    const hint =
      meant.length === 0
        ? ''
        : ` Did you mean ${listed(
            meant.map((word) => `"${word}"`),
            'or',
          )}?`;
    return clarify(`I did not understand ${listed(words)}.${hint}`, suggestions);
  }
  const [doubt] = reading.doubts;
  if (doubt !== undefined) return doubtIntent(question, doubt);
  const [dangling] = reading.dangling;
  if (dangling !== undefined) return clarify(`I did not understand what "${dangling}" applies to.`, suggestions);
  return undefined;
}

function suggestionsFor(reading: Reading, topics: readonly Topic[]): readonly string[] {
  const spoken = reading.topics.flatMap((place) => place.topics).map((topic) => topic.example);
  const offered = EXAMPLES.filter((example) => topics.length > 0 && !spoken.includes(example));
  return [...new Set([...spoken, ...offered])].slice(0, 3);
}

function intentOf(
  catalogue: Catalogue,
  reading: Reading,
  tokens: readonly Token[],
  topics: readonly Topic[],
  { accounts, conversation, defaultRegions, now, timeZone }: PlanningContext,
): Intent {
  const places = reading.topics.length > 0 ? reading.topics : impliedTopics(reading, topics);
  if (places.length === 0) return withoutTopic(reading, topics, accounts);
  const groups = [...reading.groups].filter((group) => group !== 'account');
  if (groups.length > 1)
    return clarify(`I can group by one thing at a time, not by ${listed(groups)}.`, suggestionsFor(reading, topics));

  const between = reading.places.some((at) => at >= (places[0]?.to ?? 0) && at < (places.at(-1)?.from ?? 0));
  if (between) {
    const nouns = listed([...new Set(places.flatMap((place) => place.topics.map((topic) => topic.noun)))]);
    return clarify(
      `I look for everything in the same places. Say where to look before or behind "${nouns}", or ask one after the other.`,
      places.flatMap((place) => place.topics.map((topic) => topic.example)).slice(0, 3),
    );
  }
  const or = mixedAlternatives(reading);
  if (or !== undefined) return clarify(or, suggestionsFor(reading, topics));
  const assigned = assignConditions(reading, tokens, places);
  if (assigned.kind === 'doubt') return clarify(assigned.question, assigned.suggestions);

  const asked = askedAmount(reading, places);
  if (asked.kind === 'doubt') return clarify(asked.question, asked.suggestions);
  const amount = asked.kind === 'amount' ? asked.amount : undefined;
  const ofRows = amount !== undefined && ordersRows(amount);
  const counts =
    !ofRows &&
    (amount !== undefined ||
      (asked.kind === 'none' && asked.counts) ||
      reading.counts ||
      reading.asksAccounts ||
      reading.asksRegions ||
      (reading.groups.size > 0 && !reading.lists));
  const limit = (asked.kind === 'amount' ? asked.limit : undefined) ?? reading.limit;
  if (counts && limit !== undefined && amount?.descending === undefined)
    return clarify('I can limit a list, not a count.', suggestionsFor(reading, topics));
  const group = asked.kind === 'amount' ? asked.group : undefined;
  if ((reading.asksRegions && !ofRows && groups.length === 0) || group === 'region') {
    if (!groups.includes('region')) groups.push('region');
    if (reading.regions.size === 0) reading.allRegions = true;
  }
  if (groups.length > 1 || (group === 'account' && groups.length > 0))
    return clarify(`I can put groups of one kind in order, not ${listed([...new Set(['account', ...groups])])}.`, []);
  const { regions, excludedRegions } = regionsOf(reading);
  return questionIntent(
    catalogue,
    {
      things: [...assigned.topics].map(([topic, narrowings]) => ({ topic, narrowings })),
      counts,
      amount,
      group: groups[0],
      perAccount: reading.groups.has('account'),
      sort: undefined,
      limit,
      ...ownAccounts(reading, conversation, accounts),
      regions: reading.allRegions ? ['all'] : regions,
      excludedRegions,
      time: { now, timeZone },
    },
    defaultRegions,
  );
}

function withoutTopic(reading: Reading, topics: readonly Topic[], accounts: readonly AccountDescription[]): Intent {
  const onlyAccounts =
    reading.conditions.length === 0 &&
    [...reading.groups].every((group) => group === 'account') &&
    reading.regions.size + reading.excludedRegions.size === 0 &&
    !reading.allRegions &&
    reading.amount === undefined &&
    reading.limit === undefined;
  if (reading.mentionsAccounts && onlyAccounts) {
    return {
      kind: 'list-accounts',
      accounts: selectorOf(reading),
      summary: `List the accounts: ${shownSelector(selectorOf(reading), accounts)}`,
    };
  }
  return clarify(
    `I did not find what you want to know about: name a kind of resource. I can list, count and filter ${someOf(topics.map((known) => known.noun))}.`,
    suggestionsFor(reading, topics),
  );
}

/** "Or" between conditions of different kinds is not what the tables can filter by. */
function mixedAlternatives(reading: Reading): string | undefined {
  const mixed = reading.alternatives.find((at) => {
    const before = reading.conditions.findLast((placed) => placed.to <= at);
    const behind = reading.conditions.find((placed) => placed.from > at);
    if (before === undefined || behind === undefined || behind.from > at + 2 || before.to < at) return false;
    return !mayAlternate(before, behind);
  });
  return mixed === undefined
    ? undefined
    : 'I can only put "or" between states, engines, runtimes, types or ids. Ask for one after the other.';
}

function mayAlternate(left: PlacedCondition, right: PlacedCondition): boolean {
  const { kind } = left.condition;
  return (
    kind === right.condition.kind &&
    !left.negated &&
    !right.negated &&
    kind !== 'trait' &&
    kind !== 'tag' &&
    kind !== 'name' &&
    kind !== 'time' &&
    kind !== 'version' &&
    kind !== 'traffic'
  );
}

function regionsOf(reading: Reading): {
  readonly regions: readonly string[];
  readonly excludedRegions: readonly string[];
} {
  return { regions: reading.allRegions ? [] : [...reading.regions], excludedRegions: [...reading.excludedRegions] };
}

function clarify(question: string, suggestions: readonly string[]): Intent {
  return { kind: 'clarify', question, suggestions: suggestions.slice(0, 10) };
}

/** Enough to see what is meant by a kind of resource; all hundred of them would hide the offers below. */
const KINDS_SHOWN = 15;

function someOf(nouns: readonly string[]): string {
  const rest = nouns.length - KINDS_SHOWN;
  return rest <= 0 ? listed(nouns) : `${nouns.slice(0, KINDS_SHOWN).join(', ')} and ${rest} more kinds of things`;
}
