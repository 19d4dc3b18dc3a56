import { z } from 'zod';
import { sessionLabel } from '../../../identity-center/session.js';
import { inertJson, inertLine } from '../../../results/inert.js';
import { ON_A_TERMINAL, WHOLE } from '../../../results/render-text.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { createScanProgress } from '../scan-progress.js';
import { tableText } from './rows.js';
import { withComposition } from './run.js';

const shape = z.object({ ssoSession: z.string().optional() });

/** `central-ops ls-accounts`: the accounts of the portal with the permission sets that one has in each. */
export const lsAccounts: Verb = (program, run) => {
  const command = program
    .command('ls-accounts')
    .description('list the accounts of IAM Identity Center, and your permission sets in each')
    .option('--sso-session <name>', 'the [sso-session] to ask (the only one)');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { ssoSession } = shape.parse(options);
      return withComposition(common, terminal, async ({ identityCenter, clock }) => {
        const session = await identityCenter.session(terminal.signal, ssoSession);
        const progress = createScanProgress(terminal);
        const { accounts, failed } = await identityCenter.scan(session, terminal.signal, (done, total) =>
          progress.show(done, total),
        );
        progress.end();
        if (common.output === 'json') {
          const listed = { session: sessionLabel(session), fetchedAt: new Date(clock()).toISOString(), accounts };
          terminal.out(`${inertJson(JSON.stringify(listed, undefined, 2))}\n`);
        } else {
          const table = {
            title: 'Accounts',
            columns: ['Account', 'Account ID', 'Email', 'Permission sets'],
            rows: accounts.map((account) => [
              account.name,
              account.id,
              account.email,
              account.kind === 'listed' ? account.roles.join(', ') : `not known: ${account.code}`,
            ]),
            total: accounts.length,
            truncated: false,
          };
          terminal.out(tableText(table, common.output, terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE));
        }
        for (const account of accounts) {
          if (account.kind !== 'failed') continue;
          terminal.err(`${inertLine(`${account.name} (${account.id}): ${account.message}`)}\n`);
        }
        terminal.err(`${String(accounts.length - failed)} of ${String(accounts.length)} accounts answered.\n`);
        if (terminal.signal.aborted) return EXIT.cancelled;
        if (failed === 0) return EXIT.complete;
        return failed === accounts.length ? EXIT.failed : EXIT.partial;
      });
    }),
  );
};
