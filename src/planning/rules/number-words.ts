import type { Condition } from '../../domain/condition.js';
import { phraseBook, type PhraseMatch } from './phrases.js';
import type { Token } from './tokens.js';

type NumberCondition = Extract<Condition, { kind: 'number' }>;

/** Words that compare, to the side on which the number lies. */
const COMPARING = phraseBook<Pick<NumberCondition, 'is' | 'orEqual'>>([
  ...[
    'more than',
    'greater than',
    'larger than',
    'bigger than',
    'higher than',
    'longer than',
    'over',
    'above',
    'exceeding',
  ].map((phrase) => [phrase, { is: 'above', orEqual: false }] as const),
  ...['at least', 'no less than'].map((phrase) => [phrase, { is: 'above', orEqual: true }] as const),
  ...['less than', 'fewer than', 'smaller than', 'lower than', 'shorter than', 'under', 'below'].map(
    (phrase) => [phrase, { is: 'below', orEqual: false }] as const,
  ),
]);

/** "500 GB or more" */
const COMPARING_BEHIND = phraseBook<Pick<NumberCondition, 'is' | 'orEqual'>>([
  ...['or more', 'or larger', 'or bigger', 'or above', 'and above', 'or higher', 'or longer'].map(
    (phrase) => [phrase, { is: 'above', orEqual: true }] as const,
  ),
  ...['or less', 'or fewer', 'or smaller', 'or below', 'or lower'].map(
    (phrase) => [phrase, { is: 'below', orEqual: true }] as const,
  ),
]);

/** What is measured, by the words of people to the names that topics use. */
const MEASURES = phraseBook(
  Object.entries({
    memory: 'memory',
    'memory size': 'memory',
    ram: 'memory',
    timeout: 'timeout',
    timeouts: 'timeout',
    storage: 'storage',
    'allocated storage': 'storage',
    'storage capacity': 'storage',
    'disk space': 'storage',
    'disk size': 'storage',
    'storage size': 'storage',
    'provisioned storage': 'storage',
    'stored data': 'storage',
    'stored bytes': 'storage',
    'code size': 'code',
    'package size': 'code',
    size: 'storage',
    data: 'storage',
    iops: 'iops',
    items: 'items',
    'item count': 'items',
    records: 'records',
    'record sets': 'records',
    'resource record sets': 'records',
    shards: 'shards',
    'open shards': 'shards',
    nodes: 'nodes',
    retention: 'retention',
    'retention period': 'retention',
    'backup retention': 'retention',
    'backup retention period': 'retention',
    'desired capacity': 'desired',
    'max size': 'maximum',
    'maximum size': 'maximum',
    'min size': 'minimum',
    'minimum size': 'minimum',
    'running tasks': 'running',
    'desired tasks': 'desired',
    'pending tasks': 'pending',
  }),
);

/** The name of a number that topics have, where it begins at a word. */
export function numberNameAt(tokens: readonly Token[], at: number): PhraseMatch<string> | undefined {
  return MEASURES.match(tokens, at);
}

const UNITS: Readonly<Record<string, NonNullable<NumberCondition['unit']>>> = {
  b: 'B',
  bytes: 'B',
  kb: 'KiB',
  kib: 'KiB',
  mb: 'MiB',
  mib: 'MiB',
  megabytes: 'MiB',
  gb: 'GiB',
  gib: 'GiB',
  gigs: 'GiB',
  gigabytes: 'GiB',
  tb: 'TiB',
  tib: 'TiB',
  terabytes: 'TiB',
  second: 'seconds',
  seconds: 'seconds',
  sec: 'seconds',
  secs: 'seconds',
  minute: 'minutes',
  minutes: 'minutes',
  min: 'minutes',
  mins: 'minutes',
  hours: 'hours',
  day: 'days',
  days: 'days',
};

const LINKING = new Set(['is', 'are', 'of', 'set', 'to', 'a']);
const NUMBER = /^(\d{1,12}(?:\.\d{1,6})?)([a-z]+)?$/;

/** "memory above 1024 MB", "more than 100 GB of storage", "larger than 1 TB". A plain number needs to say what it counts. */
export function numberAt(
  tokens: readonly Token[],
  at: number,
): { readonly length: number; readonly condition: NumberCondition; readonly negated: boolean } | undefined {
  const named = MEASURES.match(tokens, at);
  const compared = named === undefined ? at : skipped(tokens, at + named.length);
  const before = COMPARING.match(tokens, compared);
  const number = amountAt(tokens, compared + (before?.length ?? 0));
  if (number === undefined) return undefined;
  const comparing = before ?? COMPARING_BEHIND.match(tokens, number.end);
  if (comparing === undefined) return undefined;
  const { value, unit } = number;
  let end = number.end + (before === undefined ? comparing.length : 0);
  let measure = named?.value;
  if (measure === undefined) {
    const behind = MEASURES.match(tokens, skipped(tokens, end));
    if (behind !== undefined) end = skipped(tokens, end) + behind.length;
    measure = behind?.value;
  }
  // "More than 90 days" alone is an age, and "over 10" of nothing is not understood.
  if (measure === undefined && (unit === undefined || !Object.hasOwn(BYTES, unit))) return undefined;
  const condition: NumberCondition = {
    kind: 'number',
    ...comparing.value,
    value,
    ...(unit === undefined ? {} : { unit }),
    ...(measure === undefined ? {} : { measure }),
    shown: tokens
      .slice(at, end)
      .map((token) => token.text)
      .join(' '),
  };
  return { length: end - at, condition, negated: false };
}

function skipped(tokens: readonly Token[], at: number): number {
  let next = at;
  while (LINKING.has(tokens[next]?.word ?? '')) next += 1;
  return next;
}

/** "100 GB", "100GB", "512". */
function amountAt(
  tokens: readonly Token[],
  at: number,
): { readonly value: number; readonly unit: NumberCondition['unit']; readonly end: number } | undefined {
  const token = tokens[at];
  const [, digits, glued] = (token?.quoted === false ? NUMBER.exec(token.word) : undefined) ?? [];
  if (digits === undefined) return undefined;
  if (glued !== undefined) {
    return Object.hasOwn(UNITS, glued) ? { value: Number(digits), unit: UNITS[glued], end: at + 1 } : undefined;
  }
  const next = tokens[at + 1]?.word ?? '';
  const unit = Object.hasOwn(UNITS, next) ? UNITS[next] : undefined;
  return { value: Number(digits), unit, end: at + (unit === undefined ? 1 : 2) };
}

const BYTES: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** The number in the unit of a column; undefined where the units do not measure the same. Without a unit it is the column's. */
export function inUnit(
  { value, unit }: Pick<NumberCondition, 'value' | 'unit'>,
  wanted: string | undefined,
): number | undefined {
  if (unit === undefined || unit === wanted) return value;
  if (wanted === undefined) return undefined;
  for (const scale of [BYTES, SECONDS]) {
    const [from, to] = [scale[unit], scale[wanted]];
    if (from !== undefined && to !== undefined) return (value * from) / to;
  }
  return undefined;
}

/** Whether a unit is one of sizes in bytes. */
export function isSize(unit: string | undefined): boolean {
  return unit !== undefined && Object.hasOwn(BYTES, unit);
}
