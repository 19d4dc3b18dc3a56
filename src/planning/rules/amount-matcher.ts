import { amountAt } from './amount-words.js';
import { addCondition, type Match, type ReadingContext } from './context.js';

/** "Total", "the 10 largest", "by size": words for an amount, put together with those that were found before. */
export function amountMatch(context: ReadingContext, index: number): Match | undefined {
  const found = amountAt(context.tokens, index, context.asksAmount);
  if (found === undefined) return undefined;
  const { length, words } = found;
  return {
    length,
    take: () => {
      const { reading } = context;
      // "Which account has the largest total": an order of what is computed.
      reading.amount = { ...reading.amount, ...words };
      if (words.order?.running === true) addCondition(context, { kind: 'state', value: 'running' }, false, length);
    },
  };
}
