import type { Answer, Table } from '../../domain/answer.js';
import type { Json } from '../../domain/json.js';
import { turn } from '../../network/turn.js';

/** Rows measured between two turns of everybody else. */
const PORTION = 500;

/**
 * The answer with as many rows as `limit` bytes of JSON have room for, from the first table on. What is left out is said by
 * `truncated` and `total`, and read with `rows`; nothing else is ever cut.
 */
export async function fitAnswer(answer: Answer, limit: number): Promise<Answer> {
  const bare = { ...answer, tables: answer.tables.map((table) => ({ ...table, rows: [] })) };
  let left = limit - Buffer.byteLength(JSON.stringify(bare));
  const tables: Table[] = [];
  for (const table of answer.tables) {
    const { rows, bytes } = await thatFit(table.rows, Math.max(left, 0));
    left -= bytes;
    tables.push(rows.length === table.rows.length ? table : { ...table, rows, truncated: true });
  }
  return { ...answer, tables };
}

/** A page of rows: at least one, so that whoever reads on gets on. */
export async function fitTable(table: Table, limit: number): Promise<Table> {
  const { rows } = await thatFit(table.rows, limit);
  if (rows.length === table.rows.length) return table;
  return { ...table, rows: rows.length === 0 ? table.rows.slice(0, 1) : rows, truncated: true };
}

async function thatFit(
  rows: Table['rows'],
  limit: number,
): Promise<{ readonly rows: readonly (readonly Json[])[]; readonly bytes: number }> {
  let bytes = 0;
  for (const [index, row] of rows.entries()) {
    const more = Buffer.byteLength(JSON.stringify(row)) + 1;
    if (bytes + more > limit) return { rows: rows.slice(0, index), bytes };
    bytes += more;
    if (index % PORTION === PORTION - 1) await turn();
  }
  return { rows, bytes };
}
