import type { Table } from '../domain/answer.js';

/**
 * What is said below a table that does not show everything; undefined below one that does. `limit`: the question asked for so
 * many ("top 5"), so that what else was found is not kept. `how` reads the rest.
 */
export function moreRows(
  table: Table,
  shown: number,
  { limit, how }: { readonly limit: number | undefined; readonly how: string | undefined },
): string | undefined {
  // Where the first were picked, the table has all of them, however many share a place.
  const asked = table.found === undefined ? limit : undefined;
  const kept = Math.min(table.total, Math.max(asked ?? table.total, table.rows.length));
  const hidden = kept - shown;
  if (hidden > 0) return `… and ${hidden} more rows${how === undefined ? '' : `: ${how}`}`;
  return kept < table.total ? `… the first ${kept} of ${table.total}, as asked` : undefined;
}
