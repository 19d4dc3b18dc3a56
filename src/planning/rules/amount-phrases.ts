import type { Measure } from '../../domain/measure.js';
import { phraseBook, phraseList } from './phrases.js';
import { lines, words } from './text-lists.js';

/** Words that ask for an amount or an order, as they were found; what they amount to is for `amount-question.ts`. */
export interface AmountWords {
  readonly of?: Measure['of'];
  /** "How much": of what has to be said. */
  readonly much?: true;
  readonly what?: string;
  readonly order?: Order;
  readonly limit?: number;
  /** "Which account has the most": these are ordered, and not what they have. */
  readonly group?: 'account' | 'region';
  /** "By number of …" */
  readonly counts?: true;
  /** "Sorted by": all of them are meant, also of each account. */
  readonly whole?: true;
}

export interface Order {
  readonly descending: boolean;
  /** By size ("largest"), by time ("oldest"), or by what else is said ("the most memory", "top 5 by …"). */
  readonly by: 'size' | 'time' | 'said';
  /** "Longest running": what does not run is not meant. */
  readonly running?: true;
}

function each<Value>(text: string, value: Value): readonly (readonly [phrase: string, value: Value])[] {
  return lines(text.replaceAll('; ', '\n')).map((phrase) => [phrase, value] as const);
}

export const COMPUTED = phraseBook<Pick<AmountWords, 'of' | 'much'>>([
  ...each('total; sum; sum of; sum up; combined; aggregate; aggregated; cumulative', { of: 'sum' as const }),
  ...each('how much; how many gb; how many tb', { of: 'sum' as const, much: true as const }),
  ...each('how many gb of; how many gib of; how many gigabytes of; how many tb of; how many terabytes of', {
    of: 'sum' as const,
    much: true as const,
  }),
  ...each('average; avg; mean', { of: 'average' as const }),
  ...each('maximum; max', { of: 'largest' as const }),
  ...each('minimum; min', { of: 'smallest' as const }),
]);

export const ORDERED = phraseBook<Order>([
  ...each<Order>('largest; biggest', { descending: true, by: 'size' }),
  ...each<Order>('smallest; tiniest', { descending: false, by: 'size' }),
  ...each<Order>('newest; latest; youngest; most recent; most recently created; most recently launched', {
    descending: true,
    by: 'time',
  }),
  ...each<Order>('oldest; earliest', { descending: false, by: 'time' }),
  ...each<Order>('longest running; longest-running', { descending: false, by: 'time', running: true }),
  ...each<Order>('most; highest; longest', { descending: true, by: 'said' }),
  ...each<Order>('fewest; least; lowest; shortest', { descending: false, by: 'said' }),
]);

export const TOP = phraseBook<Order>([
  ...each<Order>('top', { descending: true, by: 'said' }),
  ...each<Order>('bottom', { descending: false, by: 'said' }),
]);

/** "Sorted by size, largest first". */
export const SORTED = phraseList(lines('sorted by\nordered by\nranked by'));
export const DIRECTION = phraseBook([
  ...each('descending; desc; in descending order; largest first; biggest first; highest first; most first', true),
  ...each('ascending; asc; in ascending order; smallest first; lowest first', false),
]);

/** "By size": what is in order by it, not what is put together. */
export const BY = phraseList(lines('by\nby the\nby their\nin terms of'));
export const NUMBER_OF = phraseList(lines('number of\ncount of\ncount\namount of\nthe number of'));
export const GROUPED = phraseBook<'account' | 'region'>([
  ...each('account; accounts; aws accounts', 'account' as const),
  ...each('region; regions; aws regions', 'region' as const),
]);

/** Words between the account and "most": "accounts with the most", "in which Region do we have the most". */
export const BETWEEN: ReadonlySet<string> = words(
  `with the has have having that which who do we you i does did contains contain holds hold owns own runs run uses use using
  is are there a`,
);
/** "Total number of" is a count. */
export const COUNTED: ReadonlySet<string> = words('number numbers count counts');
/** What these are the newest of is no thing: "the latest status", "largest instance type". */
export const NO_THINGS: ReadonlySet<string> = words(
  'status state type types class engine engines runtime runtimes version versions info details',
);
export const AGES: ReadonlySet<string> = words('age date time');
