import type { Table } from '../src/domain/answer.js';
import type { Json } from '../src/domain/json.js';
import { bytesOf, quoted } from './quote.js';

/** How much of a table a model sees. Everything in it is quoted, and counted where it is cut. */
export interface TableCaps {
  readonly rows: number;
  readonly columns: number;
  readonly characters: number;
}

/**
 * The beginning of each table as JSON lines between `<data>` and `</data>`, in at most `maxBytes`. Rows give way first, then
 * tables; both are counted. Undefined when not even one row fits.
 */
export function tablesAsData(tables: readonly Table[], caps: TableCaps, maxBytes: number): string | undefined {
  let room = maxBytes - bytesOf(`<data>\n${closing(tables.length)}`);
  const lines: string[] = [];
  let shown = 0;
  let rows = 0;
  for (const table of tables) {
    const section = tableLines(table, caps, room);
    room -= bytesOf(section.join('\n')) + 1;
    if (room < 0) break;
    lines.push(...section);
    shown += 1;
    rows += section.length - 1;
  }
  if (rows === 0) return undefined;
  return `<data>\n${lines.join('\n')}\n${closing(tables.length - shown)}`;
}

function closing(hidden: number): string {
  return `{"tablesNotShown":${hidden}}\n</data>`;
}

function tableLines(table: Table, caps: TableCaps, room: number): readonly string[] {
  const heading = (shown: number): string =>
    `{"table":${quoted(table.title, caps.characters)},"columns":[${cells(table.columns, caps)}],"rows":${table.total},"shown":${shown}}`;
  let left = room - bytesOf(heading(caps.rows)) - 1;
  const rows: string[] = [];
  for (const row of table.rows.slice(0, caps.rows)) {
    const line = `[${cells(row, caps)}]`;
    left -= bytesOf(line) + 1;
    if (left < 0) break;
    rows.push(line);
  }
  return [heading(rows.length), ...rows];
}

function cells(row: readonly Json[], { columns, characters }: TableCaps): string {
  return row
    .slice(0, columns)
    .map((cell) =>
      typeof cell === 'number' || typeof cell === 'boolean' || cell === null
        ? String(cell)
        : quoted(typeof cell === 'string' ? cell : JSON.stringify(cell), characters),
    )
    .join(',');
}
