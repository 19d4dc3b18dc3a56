import type { Command } from 'commander';
import { z } from 'zod';
import { CentralOpsError } from '../../../domain/errors.js';
import { inertJson } from '../../../results/inert.js';
import { renderCsv } from '../../../results/render-csv.js';
import { renderMarkdown } from '../../../results/render-markdown.js';
import { textTable, WHOLE, type TextSize } from '../../../results/render-text.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions, type OutputFormat } from '../options.js';
import type { Verb } from '../program.js';
import { operatingSystemUser, withComposition } from './run.js';
import type { Table } from '../../../domain/answer.js';

const shape = z.object({
  table: z.coerce.number().int().min(1).default(1),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).default(Number.MAX_SAFE_INTEGER),
});

/** `central-ops rows RUN_ID`: the whole rows of an earlier run. */
export const rows: Verb = (program, run) => {
  const command: Command = program
    .command('rows')
    .description('print the full rows of an earlier run')
    .argument('<run>', 'the run id that the answer ended with')
    .option('--table <number>', 'which of its tables, from 1')
    .option('--offset <rows>', 'leave out this many rows first')
    .option('--limit <rows>', 'print at most this many rows');
  withCommonOptions(command).action((runId: string, options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const page = shape.safeParse(options);
      if (!page.success) throw new CentralOpsError('usage', z.prettifyError(page.error).replaceAll('\n', ' '));
      // Reading back needs no account, and so no sandbox either.
      return withComposition({ ...common, sandbox: false }, terminal, async ({ operations }) => {
        const table = await operations.rows({ runId, ...page.data }, operatingSystemUser());
        terminal.out(tableText(table, common.output));
        return EXIT.complete;
      });
    }),
  );
};

/** One table in the format asked for. */
export function tableText(table: Table, format: OutputFormat, size: TextSize = WHOLE): string {
  switch (format) {
    case 'json':
      return `${inertJson(JSON.stringify(table, undefined, 2))}\n`;
    case 'csv':
      return renderCsv([table]);
    case 'markdown':
      return `${renderMarkdown({ headline: '', tables: [table], warnings: [], rowsShown: table.rows.length })}\n`;
    case 'text':
      return `${textTable(table, size, false)}\n`;
    default:
      return format satisfies never;
  }
}
