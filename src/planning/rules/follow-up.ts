import type { Conversation, Turn } from '../../domain/conversation.js';
import type { Intent } from '../../domain/intent.js';
import type { Catalogue } from '../catalogue/facts.js';
import type { PlanningContext } from '../planner.js';
import { doubtIntent } from './doubts.js';
import { listed } from './effects.js';
import { sessionCommand } from './follow-up-session.js';
import { pickedOption, pointedRow } from './follow-up-picks.js';
import { changedPlan } from './follow-up-plan.js';
import { namesAccounts, namesRegions, placesAfter, type Places } from './follow-up-places.js';
import { changedQuestion } from './follow-up-question.js';
import { askedFailures, failuresIntent } from './follow-up-failures.js';
import { quoted, subjectOf, type FollowUp, type Query, type Subject } from './follow-up-subject.js';
import { followUpWords, type FollowUpWords } from './follow-up-words.js';
import { questionIntent, regionsShown } from './question.js';
import type { QuestionReader } from './reader.js';
import type { Reading } from './reading.js';
import type { Token } from './tokens.js';
import type { Topic } from './topic.js';

export interface FollowUpUses {
  readonly catalogue: Catalogue;
  readonly topics: readonly Topic[];
  readonly reader: QuestionReader;
}

/**
 * Reads questions that lean on an earlier one: commands to the session, picks ("the second one"), and changes of the
 * question before ("and in staging?"). Only the person's own words and typed intents are looked at. Undefined for
 * a question that stands on its own, or that is not understood as a follow-up; what could be meant in two ways is asked back.
 */
export function createFollowUps(
  uses: FollowUpUses,
): (question: string, tokens: readonly Token[], context: PlanningContext) => FollowUp | undefined {
  return (question, tokens, context) => {
    const { conversation } = context;
    const command = sessionCommand(uses.reader, question, tokens, context);
    if (command !== undefined)
      return command === 'again' ? again(conversation, context, uses) : { kind: 'intent', intent: command };
    const picked = pickedOption(tokens, uses.reader, context);
    if (picked !== undefined) return picked;
    const subject = subjectOf(conversation);
    if (subject === undefined) return undefined;
    const failures = askedFailures(uses.reader, tokens, context);
    if (failures !== undefined) return { kind: 'intent', intent: failuresIntent(failures, subject, context) };
    const row = pointedRow(tokens, subject, uses.topics);
    if (row !== undefined) return { kind: 'intent', intent: row };
    const intent = changed(uses, question, followUpWords(tokens), subject, context);
    return intent === undefined ? undefined : { kind: 'intent', intent };
  };
}

function again(conversation: Conversation, context: PlanningContext, uses: FollowUpUses): FollowUp | undefined {
  const subject = subjectOf(conversation);
  if (subject === undefined) {
    const question = 'I do not know what to ask again: the last question of this session was not answered.';
    return conversation.turns.length === 0
      ? undefined
      : { kind: 'intent', intent: { kind: 'clarify', question, suggestions: [] } };
  }
  const nothing = uses.reader.read([], context.accounts);
  const { intent, turn } = subject;
  const note = `once more, as in ${quoted(turn.question)}`;
  if (intent.kind === 'list-accounts')
    return { kind: 'intent', intent: { ...intent, summary: `${intent.summary}; ${note}` } };
  return { kind: 'intent', intent: rebuilt(intent, placesAfter(intent, nothing, false, context), context, note) };
}

function changed(
  uses: FollowUpUses,
  question: string,
  words: FollowUpWords,
  subject: Subject,
  context: PlanningContext,
): Intent | undefined {
  const reading = uses.reader.read(words.tokens, context.accounts);
  // Orders and secrets are refused as anywhere else.
  if (reading.orders.length + reading.secrets.length > 0) return undefined;
  const topics = reading.topics.flatMap((place) => place.topics);
  const leans = words.goesOn || words.refersBack || words.adds;
  // An id says what it is the id of, as well as a noun does.
  const ofItsOwn = topics.length > 0 || reading.conditions.some(({ condition }) => condition.kind === 'id');
  if (ofItsOwn && !leans) return undefined;
  const { intent, turn } = subject;
  const askBack = (asked: string, suggestions: readonly string[] = []): Intent => ({
    kind: 'clarify',
    question: asked,
    suggestions,
    followUpTo: turn.runId,
  });
  if (reading.unknown.length + reading.dangling.length > 0) {
    if ((!leans && !words.refers) || topics.length > 0) return undefined;
    const strange = [...reading.unknown, ...reading.dangling].slice(0, 8).map((word) => `"${word.slice(0, 60)}"`);
    return askBack(
      `I took this as a follow-up to ${quoted(turn.question)}, and did not understand ${listed(strange)}.`,
    );
  }
  if (!changesAnything(words, reading)) return undefined;
  if (listsAccounts(reading) && !words.goesOn) return undefined;
  const [doubt] = reading.doubts;
  if (doubt !== undefined) return { ...doubtIntent(question, doubt), followUpTo: turn.runId };

  const places = placesAfter(intent, reading, words.adds, context);
  if (intent.kind === 'list-accounts') {
    const only = namesAccounts(reading) && topics.length + reading.conditions.length === 0 && !namesRegions(reading);
    if (!only) return undefined;
    const summary = `List the accounts: ${places.accountsShown}; a follow-up to ${quoted(turn.question)}`;
    return { ...intent, accounts: places.accounts, summary };
  }
  const others = otherTopics(topics, intent);
  if (reading.groups.size > 1)
    return askBack(`I can group by one thing at a time, not by ${listed([...reading.groups])}.`);
  if (intent.basis !== undefined) {
    const next = changedQuestion(uses, intent.basis, {
      words,
      reading,
      places,
      time: context,
      ...(others === undefined ? {} : { things: others }),
    });
    if (next.kind === 'doubt') return askBack(next.question, next.suggestions);
    if (next.kind === 'changed') {
      const built = questionIntent(uses.catalogue, next.question, context.defaultRegions);
      if (built.kind !== 'query') return built.kind === 'clarify' ? askBack(built.question, built.suggestions) : built;
      return noted(built, takenOver(turn, reading, next.changed, others));
    }
  }
  if (others !== undefined) return undefined;
  if (reading.amount !== undefined)
    return askBack(
      'I cannot compute that of the answer before. Ask it as a question of its own, with what it is about.',
    );
  const plan = changedPlan(uses.catalogue, intent.plan, {
    narrowings: reading.conditions.map(({ condition, negated }) => ({ condition, negated })),
    counts:
      words.lists || (reading.lists && words.refers && !reading.counts) ? false : reading.counts ? true : undefined,
    groupBy: words.groupBy ?? [...reading.groups][0],
    sortBy: words.sortBy,
    limit: words.limit ?? reading.limit,
  });
  if (plan.kind === 'doubt') return askBack(plan.question);
  const { basis: _, ...rest } = intent;
  return rebuilt(
    { ...rest, plan: plan.plan },
    places,
    context,
    [...plan.notes, takenOver(turn, reading, plan.notes, undefined)].join('; '),
  );
}

/** "Only the stopped instances" names what is spoken of anyway; another topic is another question. */
function otherTopics(topics: readonly Topic[], intent: Query): readonly Topic[] | undefined {
  if (topics.length === 0) return undefined;
  const before = intent.basis?.things.map(({ topic }) => topic) ?? [];
  const same = topics.every(({ key }) => before.includes(key)) && topics.length === before.length;
  return same ? undefined : topics;
}

function changesAnything(words: FollowUpWords, reading: Reading): boolean {
  return (
    words.groupBy !== undefined ||
    words.sortBy !== undefined ||
    words.limit !== undefined ||
    words.lists ||
    reading.topics.length + reading.conditions.length + reading.groups.size > 0 ||
    reading.counts ||
    reading.amount !== undefined ||
    reading.limit !== undefined ||
    namesAccounts(reading) ||
    namesRegions(reading)
  );
}

/** "Which accounts are there?" stands on its own. */
function listsAccounts(reading: Reading): boolean {
  return (
    reading.asksAccounts &&
    reading.topics.length + reading.conditions.length + reading.regions.size === 0 &&
    !reading.allRegions
  );
}

/** The plan as it is, in other places. */
function rebuilt(intent: Query, places: Places, context: PlanningContext, note: string): Query {
  const { calls, show } = intent.plan;
  const labels = [...new Set(calls.map(({ service, operation }) => `${service} ${operation}`))];
  const nouns = listed(show.tables.map(({ noun }) => noun));
  const { byDefault: _, ...rest } = intent;
  return {
    ...rest,
    accounts: places.accounts,
    ...(places.byDefault ? { byDefault: true } : {}),
    regions: places.regions,
    summary: [
      `${show.tables.every(({ kind }) => kind === 'count') ? 'Count' : 'List'} ${nouns} (${labels.join(', ')})`,
      places.accountsShown,
      regionsShown(places.regions, context.defaultRegions),
      note,
    ].join('; '),
  };
}

function noted(intent: Query, note: string): Query {
  return { ...intent, summary: `${intent.summary}; ${note}` };
}

/** What was taken over from the question before, so that nobody has to guess. */
function takenOver(
  turn: Turn,
  reading: Reading,
  changes: readonly string[],
  others: readonly Topic[] | undefined,
): string {
  const accounts = namesAccounts(reading);
  const regions = namesRegions(reading);
  const from = quoted(turn.question);
  if (others !== undefined) {
    const kept = [
      ...(reading.conditions.length > 0 ? [] : ['what narrows it']),
      ...(accounts ? [] : ['the accounts']),
      ...(regions ? [] : ['the Regions']),
    ];
    return `taken over from ${from}: ${kept.length === 0 ? 'nothing' : listed(kept)}`;
  }
  const differs = [...(accounts ? ['the accounts'] : []), ...(regions ? ['the Regions'] : []), ...changes];
  return `taken over from ${from}; changed: ${listed(differs)}`;
}
