import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { sessionLabel } from '../../../identity-center/session.js';
import { inertJson, inertLine } from '../../../results/inert.js';
import { EXIT } from '../exit-code.js';
import { duration, localTime } from '../local-time.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { noticeText } from '../sign-in-notices.js';
import { withComposition } from './run.js';

const shape = z.object({
  ssoSession: z.string().optional(),
  launchBrowser: z.boolean().default(true),
  useDeviceCode: z.boolean().default(false),
  callbackPort: z.number().optional(),
});

/** `central-ops login`: signs a person in to IAM Identity Center, for this program and for every AWS tool of theirs. */
export const login: Verb = (program, run) => {
  const command = program
    .command('login')
    .description('sign in to IAM Identity Center, for the AWS CLI and SDKs too')
    .option('--sso-session <name>', 'the [sso-session] to sign in to (the only one)')
    .option('--no-launch-browser', 'print the page instead of opening it')
    .option('--use-device-code', 'sign in with a code, on any machine')
    .option('--callback-port <port>', 'the port that the browser comes back to, for ssh -L', portOf);
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { ssoSession, launchBrowser, useDeviceCode, callbackPort } = shape.parse(options);
      return withComposition(common, terminal, async ({ identityCenter, clock }) => {
        const session = await identityCenter.session(terminal.signal, ssoSession);
        for (const conflict of await identityCenter.conflicts(session, terminal.signal)) {
          terminal.err(`Note: ${inertLine(conflict)} The AWS CLI refuses that profile.\n`);
        }
        const signedIn = await identityCenter.signIn(
          session,
          {
            tell: (notice) => terminal.err(noticeText(notice, sessionLabel(session))),
            launchBrowser,
            useDeviceCode,
            ...(callbackPort === undefined ? {} : { callbackPort }),
          },
          terminal.signal,
        );
        const { user, expiresAt, refreshes } = signedIn;
        if (common.output === 'json') {
          const result = {
            session: session.name ?? null,
            startUrl: session.startUrl,
            user: user ?? null,
            expiresAt: new Date(expiresAt).toISOString(),
            refreshes,
          };
          terminal.out(`${inertJson(JSON.stringify(result, undefined, 2))}\n`);
        } else {
          terminal.out(
            `Signed in to ${inertLine(sessionLabel(session))}${user === undefined ? '' : ` as ${inertLine(user)}`}, ` +
              `until ${localTime(expiresAt)} (${duration(expiresAt - clock())})${refreshes ? ', renewed by itself' : ''}.\n`,
          );
        }
        return EXIT.complete;
      });
    }),
  );
};

function portOf(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number up to 65535; 0 takes a free one.');
}
