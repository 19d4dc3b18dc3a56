import { InvalidArgumentError } from 'commander';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import { printChecks } from '../print-checks.js';
import type { Verb } from '../program.js';
import { withComposition } from './run.js';

/** `central-ops doctor [ACCOUNT_ID|AGENT_ID]`: the checklist, run for you, with the fix for what fails. */
export const doctor: Verb = (program, run) => {
  const command = program
    .command('doctor')
    .description('check configuration, sign-in, accounts and permissions, and say how to fix what fails')
    .argument('[account|agent]', 'check this account alone, or this agent of the agent registry', accountOrAgent);
  withCommonOptions(command).action((wanted: string | undefined, options: unknown) =>
    run(async (terminal) => {
      const { output, ...common } = parseCommonOptions(options);
      return withComposition({ output, ...common }, terminal, async (composition) => {
        const { signal } = terminal;
        const everything = wanted !== undefined;
        if (wanted !== undefined && !isAccountId(wanted)) {
          const checks = (await composition.agentDoctor()).run({ agent: wanted, signal });
          return printChecks(checks, { output, everything, terminal });
        }
        const checks = (await composition.doctor()).run({
          signal,
          ...(wanted === undefined ? {} : { accountId: wanted }),
        });
        return printChecks(checks, { output, everything, terminal });
      });
    }),
  );
};

function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** Ids of agents have letters in them: other numbers are mistyped accounts. */
function accountOrAgent(value: string): string {
  if (isAccountId(value) || !/^\d*$/.test(value)) return value;
  throw new InvalidArgumentError('An account id has twelve digits; `central-ops accounts` lists them.');
}
