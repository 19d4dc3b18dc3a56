import {
  AGES,
  BETWEEN,
  BY,
  COMPUTED,
  COUNTED,
  DIRECTION,
  GROUPED,
  NO_THINGS,
  NUMBER_OF,
  ORDERED,
  SORTED,
  TOP,
  type AmountWords,
  type Order,
} from './amount-phrases.js';
import { numberNameAt } from './number-words.js';
import type { Token } from './tokens.js';

const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ');

/** The words for an amount that begin at a word. `asked`: whether the question asks for one anywhere, so that "size" may say of what. */
export function amountAt(
  tokens: readonly Token[],
  at: number,
  asked: boolean,
): { readonly length: number; readonly words: AmountWords } | undefined {
  return (
    computedAt(tokens, at) ??
    orderedAt(tokens, at) ??
    (asked ? (byAt(tokens, at) ?? groupsAt(tokens, at) ?? whatAt(tokens, at)) : undefined)
  );
}

/** Whether a question asks for an amount, so that words such as "storage" and "by size" say which. */
export function asksAmount(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => (computedAt(tokens, at) ?? orderedAt(tokens, at)) !== undefined);
}

type Found = ReturnType<typeof amountAt>;

function computedAt(tokens: readonly Token[], at: number): Found {
  const found = COMPUTED.match(tokens, at);
  if (found === undefined) return undefined;
  const behind = tokens[at + found.length]?.word ?? '';
  // "Maximum 5" limits a list, and an Auto Scaling group has a maximum size.
  const takesName = /^max|^min/.test(tokens[at]?.word ?? '');
  if (takesName && (/^\d/.test(behind) || behind === 'size')) return undefined;
  if (tokens[at]?.word === 'total' && COUNTED.has(behind)) return undefined;
  return { length: found.length, words: found.value };
}

/** "Largest", "the 10 largest", "largest 10", "top 10", "top 5 accounts". */
function orderedAt(tokens: readonly Token[], at: number): Found {
  const sorted = sortedAt(tokens, at);
  if (sorted !== undefined) return sorted;
  const first = countAt(tokens, at);
  const top = TOP.match(tokens, at + (first === undefined ? 0 : 1));
  if (top !== undefined && first === undefined) return topAt(tokens, at, top.value);
  const start = at + (first === undefined ? 0 : 1);
  const found = ORDERED.match(tokens, start);
  // "At most 5", "at least 500 GB"
  if (tokens[start - 1]?.word === 'at') return undefined;
  if (found === undefined || NO_THINGS.has(tokens[start + found.length]?.word ?? '')) return undefined;
  const behind = countAt(tokens, start + found.length);
  const limit = first ?? behind;
  const end = start + found.length + (behind === undefined || first !== undefined ? 0 : 1);
  const group = found.value.by === 'time' ? undefined : groupBefore(tokens, at);
  return {
    length: end - at,
    words: {
      order: found.value,
      ...(limit === undefined ? {} : { limit }),
      ...(group === undefined ? {} : { group }),
    },
  };
}

function sortedAt(tokens: readonly Token[], at: number): Found {
  const by = SORTED.match(tokens, at);
  const what = by === undefined ? undefined : whatAt(tokens, at + by.length);
  if (by === undefined || what === undefined) return undefined;
  let end = at + by.length + what.length;
  const comma = tokens[end]?.word === ',' ? 1 : 0;
  const direction = DIRECTION.match(tokens, end + comma);
  if (direction !== undefined) end += comma + direction.length;
  return {
    length: end - at,
    words: { ...what.words, order: { descending: direction?.value ?? false, by: 'said' }, whole: true },
  };
}

function topAt(tokens: readonly Token[], at: number, order: Order): Found {
  const limit = countAt(tokens, at + 1);
  let end = at + (limit === undefined ? 1 : 2);
  const group = GROUPED.match(tokens, end);
  if (limit === undefined && group === undefined) return undefined;
  end += group?.length ?? 0;
  // "Top 10 largest" says it twice.
  const again = ORDERED.match(tokens, end);
  return {
    length: end + (again?.length ?? 0) - at,
    words: {
      order: again?.value ?? order,
      ...(limit === undefined ? {} : { limit }),
      ...(group === undefined ? {} : { group: group.value }),
    },
  };
}

/** The account or Region that "the most" is said of. */
function groupBefore(tokens: readonly Token[], at: number): AmountWords['group'] {
  let before = at - 1;
  while (before >= 0 && BETWEEN.has(tokens[before]?.word ?? '') && GROUPED.match(tokens, before) === undefined)
    before -= 1;
  return before === at - 1 ? undefined : GROUPED.match(tokens, before)?.value;
}

function byAt(tokens: readonly Token[], at: number): Found {
  const by = BY.match(tokens, at);
  if (by === undefined) return undefined;
  const next = at + by.length;
  const number = NUMBER_OF.match(tokens, next);
  if (number !== undefined) return { length: by.length + number.length, words: { counts: true } };
  const computed = computedAt(tokens, next);
  const what = whatAt(tokens, next + (computed?.length ?? 0));
  // "By total volume size": of what comes behind.
  if (computed !== undefined && what === undefined) {
    return { length: by.length + computed.length, words: computed.words };
  }
  if (what === undefined) {
    if (AGES.has(tokens[next]?.word ?? '')) return { length: by.length + 1, words: { what: 'time' } };
    // "Top 5 accounts by EC2 instances": by how many they have.
    const groupsAreFirst = tokens.some((_, index) => index < at && groupsAtTop(tokens, index));
    return groupsAreFirst ? { length: by.length, words: {} } : undefined;
  }
  return { length: by.length + (computed?.length ?? 0) + what.length, words: { ...computed?.words, ...what.words } };
}

function groupsAtTop(tokens: readonly Token[], at: number): boolean {
  return (
    TOP.match(tokens, at) !== undefined &&
    topAt(tokens, at, { descending: true, by: 'said' })?.words.group !== undefined
  );
}

/** "Which 3 accounts have the most": the number; what it counts is read by itself. */
function groupsAt(tokens: readonly Token[], at: number): Found {
  const limit = countAt(tokens, at);
  const counts = limit !== undefined && GROUPED.match(tokens, at + 1) !== undefined;
  return counts ? { length: 1, words: { limit } } : undefined;
}

function whatAt(tokens: readonly Token[], at: number): Found {
  const named = numberNameAt(tokens, at);
  return named === undefined ? undefined : { length: named.length, words: { what: named.value } };
}

function countAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token === undefined || token.quoted) return undefined;
  if (/^[1-9]\d{0,5}$/.test(token.word)) return Number(token.word);
  const spelled = NUMBERS.indexOf(token.word);
  return spelled < 0 ? undefined : spelled + 1;
}
