import type { Table } from '../domain/answer.js';
import type { Json } from '../domain/json.js';
import { inertCsv } from './inert.js';
import { displayValue } from './display-value.js';

/** RFC 4180 text of the tables; several are parted by an empty line and their title. */
export function renderCsv(tables: readonly Table[]): string {
  return tables
    .map((table) => {
      const lines = [table.columns, ...table.rows].map((row) => row.map((cell) => csvCell(cell)).join(','));
      if (tables.length > 1) lines.unshift(csvCell(table.title));
      return `${lines.join('\r\n')}\r\n`;
    })
    .join('\r\n');
}

function csvCell(cell: Json): string {
  return inertCsv(typeof cell === 'object' && cell !== null ? displayValue(cell) : cell);
}
