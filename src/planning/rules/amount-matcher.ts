import type { AmountWords } from './amount-phrases.js';
import { amountAt } from './amount-words.js';
import { addCondition, leadingWord, textBetween, type Match, type ReadingContext } from './context.js';

/** "Total", "the 10 largest", "by size": words for an amount, put together with those that were found before. */
export function amountMatch(context: ReadingContext, index: number): Match | undefined {
  const found = amountAt(context.tokens, index, context.asksAmount);
  if (found === undefined || namesPlace(context, index)) return undefined;
  const { length, words } = found;
  return {
    length,
    take: () => {
      const { reading } = context;
      // "Which account has the largest total": an order of what is computed.
      if (reading.amount !== undefined && conflicts(reading.amount, words)) {
        const question = `I can tell one amount or order at a time, not "${textBetween(context, index, index + length)}" as well.`;
        reading.doubts.push({ question, suggestions: [] });
      }
      reading.amount = { ...reading.amount, ...words };
      if (words.order?.running === true) addCondition(context, { kind: 'state', value: 'running' }, false, length);
    },
  };
}

/** "In data" is an account where one is called so. */
function namesPlace(context: ReadingContext, index: number): boolean {
  if (!PLACING.has(leadingWord(context, index))) return false;
  const { accounts, tokens } = context;
  return accounts.exact(tokens, index).length > 0 || accounts.partial(tokens, index) !== undefined;
}

const PLACING = new Set(['in', 'for', 'from', 'across', 'within', 'inside', 'except']);

/** "The smallest and the largest", "total and average size": the second would take the place of the first in silence. */
function conflicts(before: AmountWords, next: AmountWords): boolean {
  const [order, nextOrder] = [before.order, next.order];
  const said = order?.by === 'said' || nextOrder?.by === 'said';
  return (
    differ(before.of, next.of) ||
    differ(before.what, next.what) ||
    differ(before.limit, next.limit) ||
    differ(before.group, next.group) ||
    differ(order?.descending, nextOrder?.descending) ||
    (!said && differ(order?.by, nextOrder?.by))
  );
}

function differ<Value>(one: Value | undefined, other: Value | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
