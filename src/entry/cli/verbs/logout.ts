import { z } from 'zod';
import { CentralOpsError } from '../../../domain/errors.js';
import { sessionLabel } from '../../../identity-center/session.js';
import { inertJson, inertLine } from '../../../results/inert.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { withComposition } from './run.js';

const shape = z.object({ ssoSession: z.string().optional(), all: z.boolean().default(false) });

/** `central-ops logout`: ends a sign-in on this machine and at AWS. */
export const logout: Verb = (program, run) => {
  const command = program
    .command('logout')
    .description('sign out of IAM Identity Center, for the AWS CLI and SDKs too')
    .option('--sso-session <name>', 'the [sso-session] to sign out of (the only one)')
    .option('--all', 'sign out of every configured session');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { ssoSession, all } = shape.parse(options);
      if (all && ssoSession !== undefined) {
        throw new CentralOpsError('usage', '--all and --sso-session do not go together');
      }
      return withComposition(common, terminal, async ({ identityCenter }) => {
        const { signal } = terminal;
        const sessions = all
          ? await identityCenter.sessions(signal)
          : [await identityCenter.session(signal, ssoSession)];
        const results = [];
        for (const session of sessions) {
          results.push({ session: sessionLabel(session), ...(await identityCenter.signOut(session, signal)) });
        }
        if (common.output === 'json') {
          const shown = results.map(({ notEnded, ...result }) => ({ ...result, notEnded: notEnded ?? null }));
          terminal.out(`${inertJson(JSON.stringify({ sessions: shown }, undefined, 2))}\n`);
        } else {
          for (const { session, wasSignedIn } of results) {
            terminal.out(
              `${wasSignedIn ? 'Signed out of' : 'Nobody was signed in to'} IAM Identity Center ${inertLine(session)}.\n`,
            );
          }
        }
        const notEnded = results.filter((result) => result.notEnded !== undefined);
        for (const { session, notEnded: why } of notEnded) {
          terminal.err(
            `The sign-in of ${inertLine(session)} is gone from this machine, but AWS did not end it: ${inertLine(why ?? '')}\n`,
          );
        }
        return notEnded.length === 0 ? EXIT.complete : EXIT.partial;
      });
    }),
  );
};
