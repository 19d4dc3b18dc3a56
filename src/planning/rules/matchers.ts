import { asksForAccounts } from './account-matchers.js';
import { conditionAt, nameAt, tagAt } from './condition-words.js';
import {
  addCondition,
  addRegion,
  addSelector,
  leadingWord,
  textBetween,
  wordAt,
  type Match,
  type ReadingContext,
} from './context.js';
import { timeAt } from '../time/time-words.js';
import { METRIC_PHRASES } from './metrics.js';
import { ALL_REGIONS, REGION_NAMES } from './place-words.js';
import { phraseBook, phraseList, type PhraseBook } from './phrases.js';
import {
  COUNT_PHRASES,
  COURTESIES,
  EXCEPTIONS,
  GROUP_LEADS,
  GROUPS,
  LIST_VERBS,
  NEGATIONS,
  STOP_WORDS,
} from './vocabulary.js';

const COURTESY = phraseList(COURTESIES);
const COUNTING = phraseList(COUNT_PHRASES);
const NEGATION = phraseList(NEGATIONS);
const EXCEPTION = phraseList(EXCEPTIONS);
const EVERY_REGION = phraseList(ALL_REGIONS);
const GROUP_LEAD = phraseList(GROUP_LEADS);
const GROUP_NAME = phraseBook(Object.entries(GROUPS));
// The reader drops the dot of "N. Virginia".
const REGION_NAME = phraseBook(
  Object.entries(REGION_NAMES).map(([name, region]) => [name.replaceAll('.', ''), region] as const),
);
const METRIC = phraseBook(METRIC_PHRASES);
const LIMIT = phraseList(['first', 'limit', 'limit to', 'limited to', 'at most', 'up to', 'maximum']);
const REGION_CODE = /^(?:[a-z]{2}|us-gov|us-iso[a-z]?|eu-isoe)-[a-z]+-\d{1,2}$/;

/** Words that begin a new part of the question, so that an exception does not reach over them. */
const ENDS_EXCEPTION = new Set(['in', 'across', 'from', 'with', 'that', 'which']);

export function courtesyMatch(context: ReadingContext, index: number): Match | undefined {
  return phraseMatch(context, COURTESY, index, () => {
    if (LIST_VERBS.has(wordAt(context, index))) context.reading.lists = true;
  });
}

/** "named X": the name of a thing, or of an account when "account" stands before it. */
export function literalMatch(context: ReadingContext, index: number): Match | undefined {
  const found = nameAt(context.tokens, index);
  if (found === undefined) return undefined;
  return {
    length: found.length,
    take: () => {
      const before = wordAt(context, index - 1);
      if (before === 'account' || before === 'accounts') {
        const [named] = context.accounts.exact(context.tokens, index + found.length - 1);
        const account = named?.kind === 'account' ? named.accounts[0] : undefined;
        addSelector(
          context,
          account?.id ?? found.value,
          account === undefined ? `"${found.value}"` : `${account.name} (${account.id})`,
        );
      } else {
        addCondition(context, { kind: 'name', value: found.value, contains: found.contains }, false, found.length);
      }
    },
  };
}

export function tagMatch(context: ReadingContext, index: number): Match | undefined {
  const behindTag = context.lastKind === 'tag';
  const found = tagAt(context.tokens, index, behindTag, (at) => isVocabulary(context, at));
  if (found === undefined) return undefined;
  const { key, value, length } = found;
  const shown = value === undefined ? key : `${key}=${value}`;
  return {
    length,
    kind: 'tag',
    take: () => {
      if (context.lastMention !== 'account') {
        addCondition(context, { kind: 'tag', key, ...(value === undefined ? {} : { value }) }, false, length);
        return;
      }
      const topic = context.reading.topics[0]?.topics[0];
      if (topic !== undefined && !behindTag && context.excluding === undefined) {
        context.reading.doubts.push({
          question: `Is it the accounts that are tagged ${shown}, or the ${topic.noun}?`,
          suggestions: [`In accounts tagged ${shown}, list ${topic.noun}`, `List ${topic.noun} tagged ${shown}`],
        });
      }
      addSelector(context, `tag:${shown}`, `the accounts tagged ${shown}`);
    },
  };
}

export function exceptionMatch(context: ReadingContext, index: number): Match | undefined {
  // "not in alarm" denies a state; it leaves out no account.
  const denies = wordAt(context, index) === 'not' && (conditionAt(context.tokens, index + 1)?.length ?? 0) > 1;
  if (denies) return undefined;
  const found = EXCEPTION.match(context.tokens, index);
  if (found === undefined) return undefined;
  return {
    length: found.length,
    take: () => {
      if (context.excluding !== undefined) context.reading.dangling.push(context.excluding);
      context.excluding = textBetween(context, index, index + found.length);
      context.exclusionOpen = false;
      if (/\baccounts? but$/i.test(context.excluding)) {
        context.reading.mentionsAccounts = true;
        if (asksForAccounts(context, index)) context.reading.asksAccounts = true;
      }
      if (/^everywhere/i.test(context.excluding)) context.reading.allRegions = true;
    },
  };
}

/** "per account", "in each Region", "grouped by type". */
export function groupMatch(context: ReadingContext, index: number): Match | undefined {
  const { reading } = context;
  const lead = GROUP_LEAD.match(context.tokens, index);
  // "by state and Region"
  const goesOn = lead === undefined && reading.groups.size > 0 && wordAt(context, index) === 'and';
  if (lead === undefined && !goesOn) return undefined;
  let next = index + (lead?.length ?? 1);
  while (['the', 'a', 'an', 'their'].includes(wordAt(context, next))) next += 1;
  const name = GROUP_NAME.match(context.tokens, next);
  if (name === undefined) return undefined;
  return {
    length: next + name.length - index,
    take: () => {
      reading.groups.add(name.value);
      if (name.value === 'account') reading.mentionsAccounts = true;
      // "In each Region" asks about all of them; "per Region" only sorts what is there.
      if (name.value === 'region' && /\beach\b/i.test(textBetween(context, index, next))) reading.allRegions = true;
    },
  };
}

export function limitMatch(context: ReadingContext, index: number): Match | undefined {
  const found = LIMIT.match(context.tokens, index);
  if (found === undefined) return undefined;
  const number = wordAt(context, index + found.length);
  if (!/^[1-9]\d{0,5}$/.test(number)) return undefined;
  return {
    length: found.length + 1,
    take: () => {
      context.reading.limit = Number(number);
    },
  };
}

export function everyRegionMatch(context: ReadingContext, index: number): Match | undefined {
  return phraseMatch(context, EVERY_REGION, index, () => {
    context.reading.allRegions = true;
    context.exclusionOpen = false;
  });
}

/** Region codes, known or not (an unknown one is reported by name later), and the console's names for them. */
export function regionMatch(context: ReadingContext, index: number): Match | undefined {
  const token = context.tokens[index];
  if (token === undefined || token.quoted) return undefined;
  if (REGION_CODE.test(token.word)) return { length: 1, take: () => addRegion(context, token.word) };
  const found = REGION_NAME.match(context.tokens, index);
  return found === undefined ? undefined : { length: found.length, take: () => addRegion(context, found.value) };
}

export function topicMatch(context: ReadingContext, index: number): Match | undefined {
  const found = context.topics.match(context.tokens, index);
  if (found === undefined) return undefined;
  const { kind, phrase, topics } = found.value;
  return {
    length: found.length,
    take: () => {
      context.exclusionOpen = false;
      context.lastMention = 'topic';
      if (kind === 'choice') {
        context.reading.doubts.push({
          question: `"${phrase}" could be ${orList(topics.map((topic) => topic.noun))}. Which?`,
          suggestions: topics.slice(0, 3).map((topic) => topic.example),
          meanings: {
            written: textBetween(context, index, index + found.length),
            choices: topics.map((topic) => ({ shown: topic.noun, words: topic.phrases[0] ?? topic.noun })),
          },
        });
      }
      const to = index + found.length;
      for (const topic of topics) {
        const condition = topic.implied?.[phrase];
        if (condition !== undefined) {
          context.reading.conditions.push({ condition, negated: false, from: index, to: index });
        }
      }
      context.reading.topics.push({ topics, from: index, to, last: wordAt(context, to - 1) });
    },
  };
}

export function conditionMatch(context: ReadingContext, index: number): Match | undefined {
  const found = conditionAt(context.tokens, index);
  if (found === undefined) return undefined;
  const { condition, negated, length } = found;
  return { length, take: () => addCondition(context, condition, negated, length) };
}

/** "CPU utilization", "error count". */
export function metricMatch(context: ReadingContext, index: number): Match | undefined {
  const found = METRIC.match(context.tokens, index);
  if (found === undefined) return undefined;
  const shown = textBetween(context, index, index + found.length);
  const condition = { kind: 'metric', metric: found.value, shown } as const;
  return { length: found.length, take: () => addCondition(context, condition, false, found.length) };
}

/** "Over the last 3 hours": when something is measured, where a metric is named, or was before ("and yesterday?"). */
export function measuredTimeMatch(context: ReadingContext, index: number): Match | undefined {
  const { tokens } = context;
  const found = timeAt(tokens, index);
  const measures =
    found !== undefined &&
    (tokens.some((_, at) => METRIC.match(tokens, at) !== undefined) ||
      !tokens.some((_, at) => context.topics.match(tokens, at) !== undefined));
  if (found === undefined || !measures) return undefined;
  const { length, value: expression } = found;
  const shown = textBetween(context, index, index + length);
  const condition = { kind: 'time', event: 'measured', expression, shown } as const;
  return { length, take: () => addCondition(context, condition, false, length) };
}

/** "Lambda orders-api": what stands right behind a kind of thing and looks like a name is one. */
export function nameBehindMatch(context: ReadingContext, index: number): Match | undefined {
  const token = context.tokens[index];
  const behindTopic = context.lastMention === 'topic' && context.reading.topics.at(-1)?.to === index;
  if (token === undefined || !behindTopic || !(token.quoted || /^[\w./-]*[-_/][\w./-]*$/.test(token.text))) {
    return undefined;
  }
  return {
    length: 1,
    take: () => addCondition(context, { kind: 'name', value: token.text, contains: false }, false, 1),
  };
}

export function countMatch(context: ReadingContext, index: number): Match | undefined {
  return phraseMatch(context, COUNTING, index, () => {
    context.reading.counts = true;
  });
}

export function negationMatch(context: ReadingContext, index: number): Match | undefined {
  return phraseMatch(context, NEGATION, index, () => {
    if (context.negation !== undefined) context.reading.dangling.push(context.negation);
    context.negation = wordAt(context, index);
  });
}

export function stopWordMatch(context: ReadingContext, index: number): Match | undefined {
  const token = context.tokens[index];
  if (token === undefined || token.quoted) return undefined;
  const { word } = token;
  if (!STOP_WORDS.has(word) && word !== 'region' && word !== 'regions') return undefined;
  // "The latest status" is no order of things: such a word says something that an amount does not take in.
  if (context.asksAmount && NOT_IDLE.has(word) && !namesCondition(context, index)) return undefined;
  return {
    length: 1,
    take: () => {
      const { reading } = context;
      if (LIST_VERBS.has(word)) reading.lists = true;
      if (word === 'or') reading.alternatives.push(index);
      if (word === 'account' || word === 'accounts') {
        reading.mentionsAccounts = true;
        context.lastMention = 'account';
        if (asksForAccounts(context, index)) reading.asksAccounts = true;
      }
      if (word === 'regions' && ['which', 'what'].includes(leadingWord(context, index))) {
        reading.asksRegions = true;
      }
      if (ENDS_EXCEPTION.has(word)) context.exclusionOpen = false;
    },
  };
}

/** "Of type gp3", "postgres engine" */
function namesCondition({ tokens, reading }: ReadingContext, index: number): boolean {
  return conditionAt(tokens, index + 1) !== undefined || reading.conditions.some(({ to }) => to === index);
}

const NOT_IDLE = new Set(['status', 'state', 'type', 'types', 'class', 'engine', 'runtime', 'runtimes']);

function phraseMatch(
  context: ReadingContext,
  phrases: PhraseBook<true>,
  index: number,
  take: () => void,
): Match | undefined {
  const found = phrases.match(context.tokens, index);
  return found === undefined ? undefined : { length: found.length, take };
}

/** Words that mean something else than the key of a tag. */
function isVocabulary(context: ReadingContext, index: number): boolean {
  const word = wordAt(context, index);
  return (
    STOP_WORDS.has(word) ||
    context.topics.match(context.tokens, index) !== undefined ||
    conditionAt(context.tokens, index) !== undefined ||
    REGION_CODE.test(word)
  );
}

export function orList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
}
