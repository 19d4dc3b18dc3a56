import { z } from 'zod';
import { CentralOpsError } from '../../../domain/errors.js';
import type { IdentityCenterSession } from '../../../identity-center/session.js';
import { inertMarkdown } from '../../../results/inert.js';
import { duration, localTime } from '../../cli/local-time.js';
import { errorText } from '../error-text.js';
import { defineTool, type DefinedTool } from '../tool.js';
import { pendingText, verificationOf, verificationShape, type SignInUses } from './aws-sso-login.js';

const statusShape = z.object({
  authenticated: z.boolean().describe('whether the session that is used can be asked now'),
  sessions: z.array(
    z.object({
      session: z.string(),
      used: z.boolean().describe('whether questions go through this one'),
      state: z.enum(['signed-in', 'signed-out', 'unusable', 'unknown']),
      startUrl: z.string().nullable(),
      region: z.string().nullable(),
      user: z.string().nullable(),
      signedInAt: z.string().nullable(),
      expiresAt: z.string().nullable(),
      refreshes: z.boolean().describe('whether it is renewed by itself'),
      problem: z.string().nullable(),
    }),
  ),
  verification: verificationShape.optional().describe('a sign-in that waits for the person'),
  lastFailure: z.string().optional().describe('why the last sign-in that this server began came to nothing'),
});

type Status = z.output<typeof statusShape>;

/** `aws_sso_status`: who is signed in, and what became of a sign-in that was begun. */
export function createAwsSsoStatus({ identityCenter, signIns, clock }: SignInUses): DefinedTool {
  return defineTool({
    name: 'aws_sso_status',
    title: 'AWS SSO Status',
    description:
      'Says who is signed in to AWS IAM Identity Center (AWS SSO) and until when, and whether a sign-in that aws_sso_login began is still waiting for the person.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    inputSchema: z.strictObject({}),
    outputSchema: statusShape,
    async run(_input, { signal }) {
      const sessions = await identityCenter.status(signal);
      const used = sessions.find((one) => one.used);
      const authenticated = used?.state === 'signed-in';
      const session = used === undefined || authenticated ? undefined : await identityCenter.session(signal);
      const latest = session === undefined ? undefined : signIns.latest(session);
      const failure = latest instanceof CentralOpsError ? errorText(latest) : undefined;
      const page = latest === undefined || latest instanceof CentralOpsError ? undefined : latest.shown();
      const structured: Status = {
        authenticated,
        sessions: sessions.map(({ signedInAt, expiresAt, ...one }) => ({
          ...one,
          signedInAt: isoTime(signedInAt),
          expiresAt: isoTime(expiresAt),
        })),
        ...(page === undefined ? {} : { verification: verificationOf(page) }),
        ...(failure === undefined ? {} : { lastFailure: failure }),
      };
      return { text: textOf(structured, clock(), waiting(session, page), failure), structured };
    },
  });
}

function waiting(
  session: IdentityCenterSession | undefined,
  page: Parameters<typeof pendingText>[1] | undefined,
): string | undefined {
  return session === undefined || page === undefined ? undefined : pendingText(session, page);
}

function textOf(
  { authenticated, sessions }: Status,
  now: number,
  pending: string | undefined,
  failure: string | undefined,
): string {
  const lines = sessions.map(({ session, used, state, user, expiresAt, problem }) => {
    const until = expiresAt === null ? undefined : Date.parse(expiresAt);
    const valid = until === undefined ? '' : ` until ${localTime(until)} (${duration(until - now)})`;
    const who = user === null ? '' : ` as ${inertMarkdown(user)}`;
    const why = problem === null ? '' : `: ${inertMarkdown(problem)}`;
    return `- ${inertMarkdown(session)}${used && sessions.length > 1 ? ' (used)' : ''}: ${state}${who}${valid}${why}`;
  });
  const title = authenticated ? '# AWS SSO: Authenticated' : '# AWS SSO: Authentication Required';
  const next = authenticated
    ? 'Next: `aws_sso_ls_accounts` lists the accounts and roles, `ask_accounts` asks them.'
    : 'Next: `aws_sso_login`, if the person wants to sign in now.';
  return [
    ...(pending === undefined ? [title] : [pending]),
    lines.join('\n'),
    ...(failure === undefined ? [] : [`The last sign-in came to nothing. ${inertMarkdown(failure)}`]),
    ...(pending === undefined ? [next] : []),
  ].join('\n\n');
}

function isoTime(millis: number | null): string | null {
  return millis === null ? null : new Date(millis).toISOString();
}
