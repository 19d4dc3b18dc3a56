import type { Amount } from '../../domain/amount.js';
import { listed } from './effects.js';
import type { AmountWords } from './amount-phrases.js';
import { isSize } from './number-words.js';
import type { PlacedTopic, Reading } from './reading.js';
import type { Effect, Topic } from './topic.js';

/** What a question asks for besides a plain list or count, with what follows from it for the rest of the question. */
export type AskedAmount =
  | { readonly kind: 'none'; readonly counts: boolean }
  | {
      readonly kind: 'amount';
      readonly amount: Amount;
      readonly limit?: number;
      /** Groups are what is in order: "which Region has the most". */
      readonly group?: 'account' | 'region';
    }
  | { readonly kind: 'doubt'; readonly question: string; readonly suggestions: readonly string[] };

/** Puts the words for an amount together: what is computed, or put in order, of the things that the question is about. */
export function askedAmount(reading: Reading, places: readonly PlacedTopic[]): AskedAmount {
  const topics = places.flatMap((place) => place.topics);
  const metric = reading.conditions.find(({ condition }) => condition.kind === 'metric')?.condition;
  // "EBS storage" names the thing and what of it.
  const words = places.some(({ last }) => last === 'storage') ? withWhat(reading.amount, 'storage') : reading.amount;
  if (metric !== undefined && (reading.groups.size > 0 || words?.order !== undefined || words?.of === 'sum')) {
    const shown = 'shown' in metric ? metric.shown : 'it';
    return doubt(
      `CloudWatch tells "${shown}" of one thing at a time, and I compute nothing over several of them. I can list it for each.`,
      topics.flatMap(({ noun }) => [`${shown} of ${noun}`]),
    );
  }
  // "Average CPU": CloudWatch's own statistics are columns of the list.
  if (words === undefined || metric !== undefined) return { kind: 'none', counts: false };
  return words.order === undefined ? computed(words, topics, reading) : ordered(words, words.order, reading, places);
}

function withWhat(words: AmountWords | undefined, what: string): AmountWords | undefined {
  return words === undefined ? undefined : { what, ...words };
}

function computed({ of, much, what }: AmountWords, topics: readonly Topic[], reading: Reading): AskedAmount {
  if (of !== undefined && what !== undefined) return { kind: 'amount', amount: { of, what } };
  // "Total EC2 instances" are as many as there are.
  if (of === 'sum' && much === undefined) return { kind: 'none', counts: true };
  if (of === undefined) return { kind: 'none', counts: reading.counts };
  return doubt(`I did not understand what of ${nounsOf(topics)} to compute.`, knownOf(topics));
}

function ordered(
  { of, what, limit, group: said, counts, whole }: AmountWords,
  order: NonNullable<AmountWords['order']>,
  reading: Reading,
  places: readonly PlacedTopic[],
): AskedAmount {
  const topics = places.flatMap((place) => place.topics);
  const { descending, by } = order;
  if (topics.length > 1) return doubt(`I can put one kind of thing in order at a time, not ${nounsOf(topics)}.`, []);
  // "Which account in production has the most": places stand between.
  const asked = reading.asksAccounts ? 'account' : reading.asksRegions ? 'region' : undefined;
  const group = said ?? (by === 'said' && what === undefined ? asked : undefined);
  const shared = limit === undefined ? {} : { limit };
  const ofGroups = group === undefined ? {} : { group };
  if (of !== undefined) {
    if (what === undefined)
      return doubt(`I did not understand what of ${nounsOf(topics)} to compute.`, knownOf(topics));
    return { kind: 'amount', amount: { of, what, descending }, ...shared, ...ofGroups };
  }
  const byCount = counts ?? reading.counts;
  if (group !== undefined && (by === 'said' || (by === 'size' && byCount))) {
    const amount = what === undefined ? { descending } : { of: 'sum' as const, what, descending };
    return { kind: 'amount', amount, ...shared, group };
  }
  const told = by === 'time' ? 'time' : (what ?? (by === 'size' && !byCount ? 'size' : undefined));
  if (told === undefined) {
    return doubt(`I did not understand by what to put ${nounsOf(topics)} in order.`, knownOf(topics));
  }
  // "The oldest key", "the newest of each account": one, or those that share its place.
  const one =
    limit ?? reading.limit ?? (whole === undefined && (reading.groups.size > 0 || isSingular(places)) ? 1 : undefined);
  return { kind: 'amount', amount: { what: told, descending }, ...(one === undefined ? {} : { limit: one }) };
}

function isSingular(places: readonly PlacedTopic[]): boolean {
  return places.every(({ last }) => last !== undefined && !/s\d?$/.test(last));
}

/** The column that tells the amount of a topic, and what brings it; undefined where there is none, or none for certain. */
export function amountColumn(topic: Topic, { what }: Amount): ({ readonly column: string } & Effect) | undefined {
  if (what === 'time') return topic.times?.created ?? topic.times?.age;
  const numbers = Object.entries(topic.numbers ?? {});
  const fitting = numbers.filter(([name, { unit }]) => (what === 'size' ? isSize(unit) : name === what));
  const [[, found] = []] = fitting;
  if (found === undefined || fitting.length > 1) return undefined;
  const { unit: _unit, onlyByName: _onlyByName, ...column } = found;
  return column;
}

/** Why an amount of a topic cannot be told. */
export function withoutAmount(
  topic: Topic,
  { what }: Amount,
): { readonly question: string; readonly suggestions: readonly string[] } {
  const { noun, sizeless, numbers = {} } = topic;
  if (what === 'time') return { question: `I cannot tell when ${noun} came to be.`, suggestions: [] };
  if (sizeless !== undefined && (what === 'size' || what === 'storage')) {
    return { question: `I cannot tell the size of ${noun}: ${sizeless}.`, suggestions: [] };
  }
  const names = Object.keys(numbers);
  const known = names.length === 0 ? '' : ` There is ${listed(names.map((name) => shownNumber(name)))}.`;
  return {
    question: `I cannot tell the ${shownNumber(what ?? 'number')} of ${noun}.${known}`,
    suggestions: knownOf([topic]),
  };
}

function shownNumber(name: string): string {
  return name === 'code' ? 'code size' : name;
}

/** Questions about amounts of topics that can be answered. */
function knownOf(topics: readonly Topic[]): readonly string[] {
  return topics
    .flatMap(({ noun, numbers = {} }) =>
      Object.entries(numbers).map(
        ([name, { unit }]) => `${isSize(unit) ? 'Total' : 'Average'} ${shownNumber(name)} of ${noun} per account`,
      ),
    )
    .slice(0, 3);
}

function nounsOf(topics: readonly Topic[]): string {
  return topics.length === 0 ? 'these' : listed([...new Set(topics.map(({ noun }) => noun))]);
}

function doubt(question: string, suggestions: readonly string[]): AskedAmount {
  return { kind: 'doubt', question, suggestions };
}
