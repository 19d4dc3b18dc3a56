import { z } from 'zod';
import { NO_SESSION_POLICY } from '../../../identity-center/session.js';
import { inertJson, inertLine } from '../../../results/inert.js';
import { ON_A_TERMINAL, WHOLE } from '../../../results/render-text.js';
import { EXIT } from '../exit-code.js';
import { duration, localTime } from '../local-time.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { tableText } from './rows.js';
import { withComposition } from './run.js';

const shape = z.object({ ssoSession: z.string().optional() });

/** `central-ops status`: who is signed in to which session, and until when. Exit code 5 when nobody is. */
export const status: Verb = (program, run) => {
  const command = program
    .command('status')
    .description('show who is signed in to IAM Identity Center, and until when')
    .option('--sso-session <name>', 'show this [sso-session] alone');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { ssoSession } = shape.parse(options);
      return withComposition(common, terminal, async ({ identityCenter, clock }) => {
        const sessions = await identityCenter.status(terminal.signal, ssoSession);
        const anybody = sessions.some(({ state }) => state === 'signed-in');
        const warnings = anybody ? [NO_SESSION_POLICY] : [];
        if (common.output === 'json') {
          const shown = sessions.map((session) => ({
            ...session,
            signedInAt: isoTime(session.signedInAt),
            expiresAt: isoTime(session.expiresAt),
          }));
          terminal.out(`${inertJson(JSON.stringify({ sessions: shown, warnings }, undefined, 2))}\n`);
        } else {
          const table = {
            title: 'Sessions',
            columns: ['Session', 'State', 'Who', 'Signed in', 'Valid until', 'Portal'],
            rows: sessions.map(({ session, used, state, user, signedInAt, expiresAt, refreshes, startUrl }) => [
              `${session}${used && sessions.length > 1 ? ' (used)' : ''}`,
              state,
              user ?? '',
              signedInAt === null ? '' : localTime(signedInAt),
              expiresAt === null
                ? ''
                : `${localTime(expiresAt)} (${duration(expiresAt - clock())})${refreshes ? ', renewed by itself' : ''}`,
              startUrl ?? '',
            ]),
            total: sessions.length,
            truncated: false,
          };
          terminal.out(tableText(table, common.output, terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE));
          for (const { problem } of sessions) if (problem !== null) terminal.err(`${inertLine(problem)}\n`);
          for (const warning of warnings) terminal.err(`Note: ${warning}\n`);
        }
        return anybody ? EXIT.complete : EXIT.signInNeeded;
      });
    }),
  );
};

function isoTime(millis: number | null): string | null {
  return millis === null ? null : new Date(millis).toISOString();
}
