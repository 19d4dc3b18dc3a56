import type { Condition } from '../../domain/condition.js';
import { ENGINES } from './condition-phrases.js';
import type { ConditionMatch } from './condition-words.js';
import { phraseBook } from './phrases.js';
import type { Token } from './tokens.js';

type VersionCondition = Extract<Condition, { kind: 'version' }>;
type Standing = VersionCondition['is'];

const COMPARING = phraseBook<Standing>([
  ...of(
    'older',
    'older than; earlier than; lower than; below; under; before; prior to; less than; that predate; predating',
  ),
  ...of('newer', 'newer than; later than; higher than; above; after; more recent than; greater than; beyond'),
  ...of('not-newer', 'not above; at most; up to; no newer than; no later than; not newer than'),
  ...of('not-older', 'not below; at least; no older than; not older than; no earlier than'),
]);

const COMPARING_BEHIND = phraseBook<Standing>([
  ...of('not-newer', 'or older; or below; or lower; or earlier; or less; and older; and below; and lower; and earlier'),
  ...of(
    'not-older',
    'or newer; or above; or higher; or later; or greater; and newer; and above; and higher; and later; and up',
  ),
]);

function of(standing: Standing, phrases: string): readonly (readonly [string, Standing])[] {
  return phrases.split('; ').map((phrase) => [phrase, standing] as const);
}

/** What has versions, by people's words; engines of RDS by the words that it knows them by. */
const FAMILIES = phraseBook([
  ...Object.entries(ENGINES),
  ...Object.entries({
    kubernetes: 'kubernetes',
    k8s: 'kubernetes',
    redis: 'redis',
    'redis oss': 'redis',
    valkey: 'valkey',
    memcached: 'memcached',
    opensearch: 'opensearch',
    elasticsearch: 'elasticsearch',
    kafka: 'kafka',
    'apache kafka': 'kafka',
    python: 'python',
    nodejs: 'nodejs',
    'node.js': 'nodejs',
    node: 'nodejs',
    java: 'java',
    dotnet: 'dotnet',
    '.net': 'dotnet',
    ruby: 'ruby',
  }),
]);
const RUNTIMES = new Set(['python', 'nodejs', 'java', 'dotnet', 'ruby']);
const GLUED = /^(python|nodejs|node|java|dotnet|ruby)(\d{1,4}(?:\.\d{1,4})*)(?:\.x)?$/;
const NUMBER = /^v?(\d{1,4}(?:\.\d{1,4}){0,5})(?:\.x)?(\+)?$/;
const VERSION_WORDS = new Set(['version', 'versions', 'release', 'releases']);
const LINKING = new Set(['is', 'are', 'the', 'a', 'runtime', 'runtimes', 'of', ...VERSION_WORDS]);

interface Named {
  readonly length: number;
  readonly family: string | undefined;
  readonly version: string;
  /** Whether it says itself that it is a version: named, called one, or with a dot. */
  readonly certain: boolean;
  readonly orNewer: boolean;
}

/**
 * "Older than nodejs20", "PostgreSQL below 14", "version 1.29 or older". A plain number is a version where the question has
 * named what it is one of; "older than 90 days" and "below 5 GB" are read elsewhere.
 */
export function versionAt(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  const family = familyAt(tokens, at);
  const start =
    family !== undefined
      ? skipped(tokens, at + family.length)
      : VERSION_WORDS.has(wordAt(tokens, at)) && COMPARING.match(tokens, at + 1) !== undefined
        ? at + 1
        : at;
  const comparing = COMPARING.match(tokens, start);
  if (comparing !== undefined) {
    const from = skipped(tokens, start + comparing.length);
    const named = namedAt(tokens, from);
    const known = named?.family ?? family?.value ?? (named?.certain === true ? undefined : familyBefore(tokens, at));
    if (named === undefined) return undefined;
    // "And below 15?", after a question about versions.
    const whole = at === 0 && from + named.length === tokens.length;
    if (!named.certain && known === undefined && !whole && !saysVersion(tokens, at, from)) return undefined;
    if (named.family !== undefined && family !== undefined && named.family !== family.value) return undefined;
    if (isCounted(tokens, from + named.length)) return undefined;
    return matched(
      tokens,
      at,
      from + named.length - at,
      comparing.value,
      named.version,
      known ?? familyBefore(tokens, at),
    );
  }
  const named = family === undefined ? namedAt(tokens, at) : namedAt(tokens, start);
  if (named === undefined) return undefined;
  const known = family?.value ?? named.family;
  const end = (family === undefined ? at : start) + named.length;
  const behind = COMPARING_BEHIND.match(tokens, end);
  const standing = named.orNewer ? 'not-older' : behind?.value;
  if (standing !== undefined) {
    if (known === undefined && !named.certain) return undefined;
    return matched(
      tokens,
      at,
      end + (behind?.length ?? 0) - at,
      standing,
      named.version,
      known ?? familyBefore(tokens, at),
    );
  }
  // A runtime that is named whole is a condition of its own; and "1.29" alone says nothing.
  const equal = known === undefined ? VERSION_WORDS.has(wordAt(tokens, at)) : !RUNTIMES.has(known);
  return equal ? matched(tokens, at, end - at, 'same', named.version, known ?? familyBefore(tokens, at)) : undefined;
}

function matched(
  tokens: readonly Token[],
  at: number,
  length: number,
  is: Standing,
  version: string,
  family: string | undefined,
): ConditionMatch {
  const shown = tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
  return {
    length,
    condition: { kind: 'version', is, version, ...(family === undefined ? {} : { family }), shown },
    negated: false,
  };
}

function familyAt(
  tokens: readonly Token[],
  at: number,
): { readonly length: number; readonly value: string } | undefined {
  const found = FAMILIES.match(tokens, at);
  // Node groups are EKS's.
  return wordAt(tokens, at) === 'node' && /^(?:groups?|pools?)$/.test(wordAt(tokens, at + 1)) ? undefined : found;
}

/** "nodejs20", "Node 20", "PostgreSQL version 14", "version 1.29", "1.29", "14". */
function namedAt(tokens: readonly Token[], at: number): Named | undefined {
  const [, glued, digits] = GLUED.exec(wordAt(tokens, at)) ?? [];
  if (glued !== undefined && digits !== undefined) {
    return { length: 1, family: glued === 'node' ? 'nodejs' : glued, version: digits, certain: true, orNewer: false };
  }
  const family = familyAt(tokens, at);
  let next = at + (family?.length ?? 0);
  const called = VERSION_WORDS.has(wordAt(tokens, next));
  if (called) next += 1;
  const [, version, plus] = NUMBER.exec(wordAt(tokens, next)) ?? [];
  if (version === undefined) return undefined;
  return {
    length: next + 1 - at,
    family: family?.value,
    version,
    certain: called || family !== undefined || version.includes('.'),
    orNewer: plus !== undefined,
  };
}

/** "PostgreSQL databases older than 14": what was named last before a number. */
function familyBefore(tokens: readonly Token[], at: number): string | undefined {
  const begins = tokens.findLastIndex((token, index) => index <= at && token.begins);
  let last: string | undefined;
  // From the front, so that "Aurora MySQL" is not taken for MySQL.
  for (let next = Math.max(begins, 0); next < at;) {
    const found = familyAt(tokens, next);
    last = found?.value ?? last;
    next += found?.length ?? 1;
  }
  return last;
}

function saysVersion(tokens: readonly Token[], at: number, from: number): boolean {
  return tokens.slice(Math.max(0, at - 2), from).some(({ word }) => VERSION_WORDS.has(word));
}

/** Of these a number counts how many there are: "below 1.5 TB". */
function isCounted(tokens: readonly Token[], at: number): boolean {
  return COUNTED.test(wordAt(tokens, at));
}

const COUNTED =
  /^(?:%|percent|[kmgt]i?b|bytes|(?:mega|giga|tera)bytes|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|v?cpus?|cores?|iops|usd|dollars|nodes?|shards?|items?|tasks?|times|old)$/;

function skipped(tokens: readonly Token[], at: number): number {
  let next = at;
  while (LINKING.has(wordAt(tokens, next)) && !NUMBER.test(wordAt(tokens, next))) next += 1;
  return next;
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.quoted ? '' : token.word;
}
