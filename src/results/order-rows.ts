import { compareDecimals, decimalOf, type Decimal } from '../domain/decimal.js';
import type { Json } from '../domain/json.js';
import type { Sort, TableView } from '../domain/plan.js';
import { compareText, displayValue } from './display-value.js';
import { instantOf } from './filters.js';

/** What a cell is compared by: numbers by size, times by when they are, everything else by its text, nothing last. */
type Key =
  | { readonly rank: 0; readonly number: Decimal }
  | { readonly rank: 1; readonly instant: number }
  | { readonly rank: 2; readonly text: string }
  | { readonly rank: 3 };

/**
 * Rows in the order of a column, and of rows that are equal there in the order that they had. What has no value stands behind
 * what has one, whichever way it is sorted: it is neither the largest nor the smallest.
 */
export function orderRows<Row>(rows: readonly Row[], cellOf: (row: Row) => Json, { descending }: Sort): readonly Row[] {
  return rows
    .map((row) => ({ row, key: keyOf(cellOf(row)) }))
    .toSorted((left, right) => compareKeys(left.key, right.key, descending ? -1 : 1))
    .map(({ row }) => row);
}

/** As many of sorted rows as were asked for; where that is one, all that share the first place. */
export function firstRows<Row>(
  rows: readonly Row[],
  { limit, sort }: Pick<TableView, 'limit' | 'sort'>,
  cellOf: (row: Row) => Json,
): readonly Row[] {
  const [first] = rows;
  if (limit === undefined || first === undefined) return rows;
  if (limit > 1 || sort === undefined) return rows.slice(0, limit);
  const best = keyOf(cellOf(first));
  // That several have no value does not make them the first together.
  if (best.rank === 3) return rows.slice(0, limit);
  return rows.filter((row) => compareKeys(keyOf(cellOf(row)), best, 1) === 0);
}

function keyOf(cell: Json): Key {
  if (cell === null || cell === '') return { rank: 3 };
  const number = decimalOf(cell);
  if (number !== undefined) return { rank: 0, number };
  const instant = typeof cell === 'string' ? instantOf(cell) : undefined;
  return instant === undefined ? { rank: 2, text: displayValue(cell) } : { rank: 1, instant };
}

function compareKeys(left: Key, right: Key, direction: 1 | -1): number {
  if (left.rank === 3 || right.rank === 3) return left.rank - right.rank;
  if (left.rank === 0 && right.rank === 0) return direction * compareDecimals(left.number, right.number);
  if (left.rank === 1 && right.rank === 1) return direction * (left.instant - right.instant);
  if (left.rank === 2 && right.rank === 2) return direction * compareText(left.text, right.text);
  return direction * (left.rank - right.rank);
}
