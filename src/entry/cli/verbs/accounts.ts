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
    .option('--check', 'open each account and report the identity')
    .option('--refresh', 'ask the source of the accounts again');
  withScopeOptions(command).action((options: { readonly check?: boolean; readonly refresh?: boolean }) =>
    run(async (terminal) => {
      const parsed = parseScopeOptions(options);
      if (options.check === true) {
        const request = { kind: 'query', service: 'sts', operation: 'GetCallerIdentity', params: {} } as const;
        return runAndPrint(request, parsed, terminal);
      }
      return withComposition(parsed, terminal, async ({ listAccounts, clock }) => {
        const registry = await listAccounts(operatingSystemUser(), terminal.signal, {
          refresh: options.refresh === true,
        });
        const listed = registry.accounts();
        const { readAt, notice } = registry;
        if (readAt !== undefined) terminal.err(`From ${registry.origin}, read ${ago(clock() - readAt)}.\n`);
        if (notice !== undefined) terminal.err(`${notice}\n`);
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

function ago(millis: number): string {
  const minutes = Math.floor(millis / 60_000);
  if (minutes < 1) return 'just now';
  return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
}
