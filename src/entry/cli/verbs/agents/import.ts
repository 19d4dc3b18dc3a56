import { z } from 'zod';
import { agentLabel } from '../../../../domain/agent.js';
import { inertJson, inertLine } from '../../../../results/inert.js';
import { EXIT } from '../../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../../options.js';
import type { Verb } from '../../program.js';
import { tableText } from '../rows.js';
import { withComposition } from '../run.js';

const shape = z.object({ dryRun: z.boolean().default(false) });

/** `central-ops agents import FILE`: checks the rows of a file, shows what would change, and writes it to the registry. */
export const agentsImport: Verb = (program, run) => {
  const command = program
    .command('import')
    .description('check the rows of a file and write them to the registry, all of them or none')
    .argument('<file>', 'JSON: {"agents": […]}')
    .option('--dry-run', 'show what would change, and write nothing');
  withCommonOptions(command).action((file: string, options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { dryRun } = shape.parse(options);
      return withComposition(common, terminal, async ({ importAgents }) => {
        const { plan, origin } = await importAgents(file, { dryRun, signal: terminal.signal });
        const { writes, same, others, broken } = plan;
        const changes = [
          ...writes.map(({ agent, before, changed }) => ({
            change: before === undefined ? 'new' : 'changed',
            agent,
            fields: changed,
          })),
          ...same.map((agent) => ({ change: 'same', agent, fields: [] })),
        ];
        if (common.output === 'text') {
          for (const { change, agent, fields } of changes) {
            const which = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
            terminal.out(`${inertLine(`${MARKS[change] ?? ' '} ${agentLabel(agent)} ${change}${which}`)}\n`);
          }
        } else if (common.output === 'json') {
          const shown = changes.map(({ change, agent: { key, name }, fields }) => ({ change, key, name, fields }));
          terminal.out(`${inertJson(JSON.stringify({ registry: origin, dryRun, changes: shown }, undefined, 2))}\n`);
        } else {
          const rows = changes.map(({ change, agent, fields }) => [agent.name, agent.key, change, fields.join(', ')]);
          const table = {
            title: 'Import',
            columns: ['Agent', 'Key', 'Change', 'Fields'],
            rows,
            total: rows.length,
            truncated: false,
          };
          terminal.out(tableText(table, common.output));
        }
        const kept = others.length === 0 ? '' : ` ${others.length} other agents of it stay.`;
        terminal.err(
          inertLine(
            `${dryRun ? 'Would write' : 'Wrote'} ${writes.length} of ${changes.length} rows to ${origin}.${kept}`,
          ).concat('\n'),
        );
        if (broken.length > 0) terminal.err('The registry has rows that cannot be used: `central-ops agents check`.\n');
        return EXIT.complete;
      });
    }),
  );
};

const MARKS: Readonly<Record<string, string>> = { new: '+', changed: '~', same: '=' };
