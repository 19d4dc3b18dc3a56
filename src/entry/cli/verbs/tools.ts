import { inertJson } from '../../../results/inert.js';
import { ON_A_TERMINAL, WHOLE } from '../../../results/render-text.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { tableText } from './rows.js';
import { withComposition } from './run.js';

/** `central-ops tools`: what the AWS MCP Server offers. */
export const tools: Verb = (program, run) => {
  const command = program.command('tools').description('list what the AWS MCP Server offers');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      return withComposition(common, terminal, async ({ listTools }) => {
        const listed = await listTools(terminal.signal);
        if (common.output === 'json') {
          terminal.out(`${inertJson(JSON.stringify(listed, undefined, 2))}\n`);
          return EXIT.complete;
        }
        const table = {
          title: 'Tools',
          columns: ['Tool', 'Description'],
          rows: listed.map((tool) => [tool.name, tool.description.split('\n', 1)[0] ?? '']),
          total: listed.length,
          truncated: false,
        };
        terminal.out(tableText(table, common.output, terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE));
        return EXIT.complete;
      });
    }),
  );
};
