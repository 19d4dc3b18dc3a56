import { numberAt } from './number-words.js';
import { phraseBook, phraseList } from './phrases.js';
import type { Token } from './tokens.js';
import type { Condition } from './topic.js';
import { ENGINES, STATE_PHRASES, TRAIT_PHRASES } from './condition-phrases.js';
import { timeConditionAt } from './time-conditions.js';
import { trafficAt } from './traffic-words.js';
import { versionAt } from './version-words.js';
import { STOP_WORDS } from './vocabulary.js';

export interface ConditionMatch {
  readonly length: number;
  readonly condition: Condition;
  readonly negated: boolean;
}

const TRAITS = phraseBook(
  TRAIT_PHRASES.flatMap(({ trait, no = false, phrases }) =>
    phrases.map((phrase) => [phrase, { trait, no, phrase }] as const),
  ),
);
const STATES = phraseBook(Object.entries(STATE_PHRASES));
const ENGINE_NAMES = phraseBook(Object.entries(ENGINES));

const LINKING = new Set(['is', 'are', 'was', 'set', 'turned', 'have', 'has']);
const SWITCHED_ON = new Set(['enabled', 'on', 'activated']);
const SWITCHED_OFF = new Set(['disabled', 'off', 'deactivated']);

const ID = /^(i|vpc|subnet|sg|vol|snap|ami)-[0-9a-f]{8,17}$/;
const INSTANCE_TYPE = /^(db\.)?[a-z][a-z0-9-]*\.(nano|micro|small|medium|large|xlarge|\d+xlarge|metal(-\d+xl)?)$/;
const VOLUME_TYPES = new Set(['gp2', 'gp3', 'io1', 'io2', 'st1', 'sc1']);
const RUNTIME = /^(python|nodejs|node|node\.js|java|dotnet|ruby|provided)(\d[0-9a-z.]*)?$/;
const VERSION = /^\d+(\.\d+|\.x)*$/;

/** The narrowing that begins at a word: properties, states, engines, runtimes, types and ids. */
export function conditionAt(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  const token = tokens[at];
  if (token === undefined || token.quoted) return undefined;
  const runs = runningOn(tokens, at);
  if (runs !== undefined) return runs;
  const number = numberAt(tokens, at);
  if (number !== undefined) return number;
  const candidates = [
    timeConditionAt(tokens, at),
    trafficAt(tokens, at),
    versionAt(tokens, at),
    traitAt(tokens, at),
    simple(STATES.match(tokens, at), 'state'),
    simple(ENGINE_NAMES.match(tokens, at), 'engine'),
  ];
  const best = candidates.reduce((left, right) => ((right?.length ?? 0) > (left?.length ?? 0) ? right : left));
  if (best !== undefined) return best;
  const id = ID.exec(token.word);
  if (id?.[1] !== undefined) return one({ kind: 'id', prefix: id[1], value: token.word });
  if (INSTANCE_TYPE.test(token.word) || VOLUME_TYPES.has(token.word)) return one({ kind: 'type', value: token.word });
  return runtimeAt(tokens, at);
}

/** "Running postgres", "run on python3.9": the verb belongs to what is run and is no state, and no order. */
function runningOn(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  if (!RUNS.has(tokens[at]?.word ?? '')) return undefined;
  // In front of its noun it is a state: "running postgres databases".
  if (tokens[at]?.word === 'running' && !BEFORE_RUNNING_ON.has(tokens[at - 1]?.word ?? '')) return undefined;
  let next = at + 1;
  while (BEFORE_WHAT_RUNS.has(tokens[next]?.word ?? '')) next += 1;
  const found = RUNS.has(tokens[next]?.word ?? '') ? undefined : conditionAt(tokens, next);
  if (found === undefined || !RUN_KINDS.has(found.condition.kind)) return undefined;
  return { ...found, length: next - at + found.length };
}

const BEFORE_WHAT_RUNS = new Set(['on', 'a', 'an', 'the', 'runtime', 'runtimes', 'version', 'versions']);
const RUN_KINDS: ReadonlySet<Condition['kind']> = new Set(['engine', 'runtime', 'version']);
const RUNS = new Set(['run', 'runs', 'running']);
const BEFORE_RUNNING_ON = new Set('are is databases instances clusters functions lambdas dbs rds lambda'.split(' '));

function one(condition: Condition): ConditionMatch {
  return { length: 1, condition, negated: false };
}

function simple(
  found: { readonly length: number; readonly value: string } | undefined,
  kind: 'state' | 'engine',
): ConditionMatch | undefined {
  return found === undefined
    ? undefined
    : { length: found.length, condition: { kind, value: found.value }, negated: false };
}

/** Of these an "enabled" behind says something else. */
const STANDS_ALONE = new Set(['actions-enabled', 'actions']);

/** A property, with the "enabled" or "disabled" behind it. */
function traitAt(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  const found = TRAITS.match(tokens, at);
  if (found === undefined) return undefined;
  const { trait, no, phrase } = found.value;
  const condition: Condition = { kind: 'trait', trait, shown: phrase };
  if (!STANDS_ALONE.has(trait)) {
    let next = at + found.length;
    while (LINKING.has(tokens[next]?.word ?? '')) next += 1;
    const word = tokens[next]?.word ?? '';
    if (SWITCHED_ON.has(word) && !isPlace(tokens, next)) return { length: next + 1 - at, condition, negated: no };
    if (SWITCHED_OFF.has(word)) return { length: next + 1 - at, condition, negated: !no };
  }
  return { length: found.length, condition, negated: no };
}

/** The "on" of "on eu-west-1" does not switch anything on. */
function isPlace(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'on' && tokens[at + 1] !== undefined && !STOP_WORDS.has(tokens[at + 1]?.word ?? '');
}

function runtimeAt(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  const [, family, glued] = RUNTIME.exec(tokens[at]?.word ?? '') ?? [];
  if (family === undefined) return undefined;
  const next = tokens[at + 1]?.word ?? '';
  const spaced = glued === undefined && VERSION.test(next) ? next : undefined;
  const version = glued ?? spaced ?? '';
  const name = family.startsWith('node') ? 'nodejs' : family;
  // Lambda calls it nodejs20.x where people say Node 20.
  const suffix = name === 'nodejs' && /^\d+$/.test(version) ? '.x' : '';
  return {
    length: spaced === undefined ? 1 : 2,
    condition: { kind: 'runtime', value: `${name}${version}${suffix}` },
    negated: false,
  };
}

const NAMED = phraseList([
  'named',
  'called',
  'with name',
  'with the name',
  'by the name',
  'whose name is',
  'name is',
  'with id',
  'identifier',
]);
const NAME_CONTAINS = phraseList([
  'name contains',
  'names contain',
  'whose name contains',
  'whose names contain',
  'with names containing',
  'with name containing',
  'name containing',
  'containing',
  'named like',
  'whose name includes',
  'name includes',
]);

/** "named web-1", "whose name contains web": the words and the name behind them. */
export function nameAt(
  tokens: readonly Token[],
  at: number,
):
  | { readonly length: number; readonly value: string; readonly contains: boolean; readonly quoted: boolean }
  | undefined {
  const containing = NAME_CONTAINS.match(tokens, at);
  const lead = containing ?? NAMED.match(tokens, at);
  if (lead === undefined) return undefined;
  const name = tokens[at + lead.length];
  if (name === undefined || name.word === ',') return undefined;
  const around = /^\*([^*?]+)\*$/.exec(name.text);
  if (around?.[1] !== undefined)
    return { length: lead.length + 1, value: around[1], contains: true, quoted: name.quoted };
  // A pattern that the tables cannot match is better not understood than misread.
  if (/[*?]/.test(name.text)) return undefined;
  return { length: lead.length + 1, value: name.text, contains: containing !== undefined, quoted: name.quoted };
}

const TAGGED = phraseList(['tagged', 'tagged with', 'tagged as', 'tagged by']);
const TAG = phraseList(['tag', 'tags', 'the tag', 'a tag', 'tag key', 'the tag key']);
const BEFORE_TAG = new Set(
  'with without having has have no missing lacking lack lacks a an the any not tagged where whose'.split(' '),
);

/** "tagged team=payments", "with tag owner", "an Owner tag"; also a further `KEY=VALUE` right behind a tag. */
export function tagAt(
  tokens: readonly Token[],
  at: number,
  behindTag: boolean,
  isKnownWord: (at: number) => boolean,
): { readonly length: number; readonly key: string; readonly value?: string } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (behindTag && !token.quoted && token.text.includes('=')) return tagOf(token.text, 1);

  const tagged = TAGGED.match(tokens, at);
  if (tagged !== undefined) {
    const name = tokens[at + tagged.length];
    if (name === undefined || name.word === ',') return undefined;
    if (name.text.includes('=') || name.quoted) return tagOf(name.text, tagged.length + 1);
    // "tagged EC2 instances" and "tagged in eu-west-1" are about having tags at all.
    return isKnownWord(at + tagged.length) ? undefined : tagOf(name.text, tagged.length + 1);
  }

  const before = tokens[at - 1]?.word ?? '';
  const lead = BEFORE_TAG.has(before) || behindTag ? TAG.match(tokens, at) : undefined;
  if (lead !== undefined) {
    const name = tokens[at + lead.length];
    if (name === undefined || name.word === ',') return undefined;
    if (name.text.includes('=') || name.quoted || !isKnownWord(at + lead.length)) {
      return tagOf(name.text, lead.length + 1);
    }
    return undefined;
  }
  const behind = tokens[at + 1];
  if (
    behind !== undefined &&
    !behind.quoted &&
    behind.word === 'tag' &&
    BEFORE_TAG.has(before) &&
    !STOP_WORDS.has(token.word)
  ) {
    return tagOf(token.text, 2);
  }
  return undefined;
}

function tagOf(text: string, length: number): { length: number; key: string; value?: string } | undefined {
  const at = text.indexOf('=');
  if (at === 0) return undefined;
  if (at < 0) return { length, key: text };
  const value = text.slice(at + 1);
  return value === '' ? undefined : { length, key: text.slice(0, at), value };
}
