import type { Table } from '../domain/answer.js';
import type { Json } from '../domain/json.js';

type Cell = Table['rows'][number][number];

export const BLANK_CELL: Cell = '';

/** A value of the CLI's JSON as a cell; lists and objects as JSON. */
export function cellOf(value: Json | undefined): Cell {
  if (value === undefined || value === null) return BLANK_CELL;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
