import type { Measure } from './measure.js';
import type { Filter, Sort } from './plan.js';

/** What a structured query asks of its items, besides one row each. Columns are headings, or paths in an item. */
export interface QueryView {
  /** All must hold. */
  readonly where?: readonly QueryFilter[];
  /** One line per group instead of one per item: `count` alone, or an amount of a column next to it. */
  readonly measure?: { readonly of: 'count' } | Measure;
  /** Groups by this column over all accounts. Absent: by account. Without a measure: `limit` is so many of each value. */
  readonly by?: string;
  readonly sort?: Sort;
  readonly limit?: number;
}

/** A filter as people write it: without alternatives, and by the row's own cells. */
export type QueryFilter = Exclude<Filter, { readonly any: unknown } | { readonly other: unknown }>;
