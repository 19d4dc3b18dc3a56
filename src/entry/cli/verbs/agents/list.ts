import { agentTable } from '../../../../results/agent-table.js';
import { ON_A_TERMINAL, WHOLE } from '../../../../results/render-text.js';
import { inertLine } from '../../../../results/inert.js';
import { EXIT } from '../../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../../options.js';
import type { Verb } from '../../program.js';
import { tableText } from '../rows.js';
import { operatingSystemUser, withComposition } from '../run.js';

/** `central-ops agents list`: the agents that this user may have invoked. Asks no agent anything. */
export const agentsList: Verb = (program, run) => {
  const command = program.command('list', { isDefault: true }).description('list the agents of the registry');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      return withComposition(common, terminal, async ({ agentRegistry }) => {
        const { agents, quarantined } = await agentRegistry.forCaller(operatingSystemUser(), terminal.signal);
        terminal.out(tableText(agentTable(agents), common.output, terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE));
        if (agents.length === 0) terminal.err(inertLine(`Nothing is listed (${agentRegistry.origin}).`).concat('\n'));
        const rows = new Set(quarantined.map(({ row }) => row));
        if (rows.size === 0) return EXIT.complete;
        const names = [...rows].slice(0, 5).join(', ');
        terminal.err(
          `${inertLine(`Left out, because of mistakes in them: ${names}${rows.size > 5 ? `, and ${rows.size - 5} more` : ''}.`)}\n` +
            '  `central-ops agents check` says what to correct.\n',
        );
        return EXIT.partial;
      });
    }),
  );
};
