import { z } from 'zod';
import type { Operations } from '../../../operations.js';
import { renderMarkdown } from '../../../results/render-markdown.js';
import { tableShape } from '../answer-shape.js';
import { defineTool, type DefinedTool } from '../tool.js';

/** Rows in one page: what an assistant reads at once. */
const MOST_ROWS = 1000;

/** `get_rows`: the rows of an earlier answer that its result had no room for. */
export function createGetRows({ operations }: { readonly operations: Pick<Operations, 'rows'> }): DefinedTool {
  return defineTool({
    name: 'get_rows',
    title: 'Read the rows of an earlier answer',
    description:
      'Reads the full rows of an answer of ask_accounts or query_accounts, a page at a time, without asking the accounts again. Rows are kept for 24 hours.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    inputSchema: z.strictObject({
      runId: z.string().min(1).describe('runId of the answer'),
      table: z.int().min(1).default(1).describe('which of its tables, from 1'),
      offset: z.int().min(0).default(0).describe('rows to leave out first'),
      limit: z.int().min(1).max(MOST_ROWS).default(100).describe('rows to read'),
    }),
    outputSchema: z.object({
      runId: z.string(),
      offset: z.number(),
      nextOffset: z.number().optional().describe('where the next page begins; absent at the end'),
      table: tableShape,
    }),
    async run(query, { caller }) {
      const { runId, offset } = query;
      const table = await operations.rows(query, caller);
      const end = offset + table.rows.length;
      const more = table.rows.length > 0 && end < table.total;
      const headline =
        table.rows.length === 0
          ? `There are no rows from ${offset}: the table has ${table.total}.`
          : `Rows ${offset + 1} to ${end} of ${table.total}${more ? `; the next page has offset ${end}` : ''}.`;
      return {
        text: renderMarkdown({
          headline,
          // Shown as what it is, a page: it does not end in a line about rows that are elsewhere.
          tables: [{ ...table, total: table.rows.length, truncated: false }],
          warnings: [],
          rowsShown: table.rows.length,
        }),
        structured: { runId, offset, ...(more ? { nextOffset: end } : {}), table },
      };
    },
  });
}
