import { ON_A_TERMINAL, WHOLE } from '../../../results/render-text.js';
import { EXIT } from '../exit-code.js';
import { parseScopeOptions, withScopeOptions } from '../options.js';
import type { Verb } from '../program.js';
import { tableText } from './rows.js';
import { operatingSystemUser, runAndPrint, withComposition } from './run.js';

/** `central-ops accounts`: the registry; with `--check`, the identity that each account opens to. */
export const accounts: Verb = (program, run) => {
  const command = program
    .command('accounts')
    .description('list the accounts of the registry')
    .option('--check', 'open each account and report the identity');
  withScopeOptions(command).action((options: { readonly check?: boolean }) =>
    run(async (terminal) => {
      const parsed = parseScopeOptions(options);
      if (options.check === true) {
        const request = { kind: 'query', service: 'sts', operation: 'GetCallerIdentity', params: {} } as const;
        return runAndPrint(request, parsed, terminal);
      }
      return withComposition(parsed, terminal, async ({ listAccounts }) => {
        const listed = await listAccounts(operatingSystemUser(), terminal.signal);
        const table = {
          title: 'Accounts',
          columns: ['Account', 'Account ID', 'Environment', 'Role', 'OU', 'Regions', 'Tags'],
          rows: listed.map((account) => [
            account.name,
            account.id,
            account.environment ?? '',
            account.role ?? '',
            account.ou ?? '',
            (account.regions ?? []).join(', '),
            Object.entries(account.tags)
              .map(([key, value]) => `${key}=${value}`)
              .join(', '),
          ]),
          total: listed.length,
          truncated: false,
        };
        terminal.out(tableText(table, parsed.output, terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE));
        return EXIT.complete;
      });
    }),
  );
};
