import { z } from 'zod';
import { CentralOpsError } from '../../../../domain/errors.js';
import { parseCommonOptions, withCommonOptions } from '../../options.js';
import { printChecks } from '../../print-checks.js';
import type { Verb } from '../../program.js';
import { withComposition } from '../run.js';

const shape = z.object({
  all: z.boolean().default(false),
  invoke: z.string().min(1).optional(),
  yes: z.boolean().default(false),
});

/** `central-ops agents check [ID]`: the rows of the registry, and with an id or `--all` how far each agent can be reached. */
export const agentsCheck: Verb = (program, run) => {
  const command = program
    .command('check')
    .description('check the rows of the registry; with an agent or --all, whether they can be reached')
    .argument('[agent]', 'the id, key or name of one agent')
    .option('--all', 'ask AWS about every agent')
    .option('--invoke <text>', 'send this to the agent, to see whether it answers: not a read')
    .option('--yes', 'send it without asking');
  withCommonOptions(command).action((agent: string | undefined, options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { all, invoke, yes } = shape.parse(options);
      if (invoke !== undefined && agent === undefined) {
        throw new CentralOpsError('usage', '--invoke takes one agent at a time', {
          nextStep: 'Name it: central-ops agents check ID --invoke "Hello"',
        });
      }
      if (
        invoke !== undefined &&
        !yes &&
        (await terminal.confirm?.(`Send ${JSON.stringify(invoke)} to ${agent}?`)) !== true
      ) {
        throw new CentralOpsError(
          'refused',
          'Nothing was sent: invoking an agent is not a read, and nobody said yes.',
          {
            nextStep: 'Say yes at a terminal, or add --yes.',
          },
        );
      }
      return withComposition(common, terminal, async (composition) => {
        const { signal } = terminal;
        const doctor = await composition.agentDoctor();
        const checks =
          agent === undefined && !all
            ? doctor.registry(signal)
            : doctor.run({
                signal,
                ...(agent === undefined ? {} : { agent }),
                ...(invoke === undefined ? {} : { invokeWith: invoke }),
              });
        return printChecks(checks, { output: common.output, everything: agent !== undefined, terminal });
      });
    }),
  );
};
