import { ordersRows, type Amount } from '../../domain/amount.js';
import type { Basis } from '../../domain/intent.js';
import { askedAmount, type AskedAmount } from './amount-question.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';

/** The amount that a follow-up asks for, with what it leaves out taken from the question before: "and the average?", "and the fewest?". */
export function followedAmount(reading: Reading, { amount }: Basis, topics: readonly Topic[]): AskedAmount {
  const { amount: words } = reading;
  const places = [{ topics, from: 0, to: 0 }];
  if (words === undefined || words.what !== undefined || amount === undefined) return askedAmount(reading, places);
  const { order, limit } = words;
  if (order?.by === 'said' && amount.descending !== undefined) {
    const turned = { ...amount, descending: order.descending };
    return { kind: 'amount', amount: turned, ...(limit === undefined ? {} : { limit }) };
  }
  const continued = order === undefined && amount.what !== undefined ? { ...words, what: amount.what } : words;
  return askedAmount({ ...reading, amount: continued }, places);
}

/** The amount of a follow-up. A count, a list and another order ask for no amount any more. */
export function amountAfter(
  asked: AskedAmount,
  { amount }: Basis,
  change: { readonly lists: boolean; readonly counts: boolean; readonly sorts: boolean },
): Amount | undefined {
  if (asked.kind === 'amount') return asked.amount;
  if (amount === undefined || change.counts || change.sorts) return undefined;
  return change.lists && !ordersRows(amount) ? undefined : amount;
}
