import { z } from 'zod';
import type { Composition } from '../../../compose.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { type IdentityCenterSession, sessionLabel } from '../../../identity-center/session.js';
import { inertLine, inertMarkdown } from '../../../results/inert.js';
import { duration, localTime } from '../../cli/local-time.js';
import type { SignInPage, SignIns, UnderWay } from '../sign-ins.js';
import { defineTool, type DefinedTool, type ToolContext, type ToolResult } from '../tool.js';
import { waitForSignIn } from './wait-for-sign-in.js';

export interface SignInUses extends Pick<Composition, 'clock'> {
  readonly identityCenter: Pick<Composition['identityCenter'], 'session' | 'status' | 'tokenEnd' | 'scan'>;
  readonly signIns: SignIns;
}

export const verificationShape = z.object({
  url: z.string().describe('where the person approves'),
  userCode: z.string().optional().describe('what that page must show'),
  expiresAt: z.string().describe('ISO 8601'),
  browserOpened: z.boolean().describe('whether this machine opens the page itself'),
});

const loginShape = z.object({
  status: z.enum(['already-signed-in', 'signed-in', 'pending', 'declined']),
  session: z.string(),
  startUrl: z.string(),
  region: z.string(),
  user: z.string().optional(),
  expiresAt: z.string().optional().describe('when the sign-in ends, ISO 8601'),
  verification: verificationShape.optional(),
});

type Login = z.output<typeof loginShape>;

/** `aws_sso_login`: begins a sign-in that a person approves in their browser. No other tool ever begins one. */
export function createAwsSsoLogin(uses: SignInUses): DefinedTool {
  return defineTool({
    name: 'aws_sso_login',
    title: 'AWS SSO Login',
    description:
      'Begins a sign-in to AWS IAM Identity Center (AWS SSO) that the person approves in their browser. Call it only when the person has asked to sign in; never on your own. ' +
      'When it answers pending, show them the address and the code, and call aws_sso_status after they have approved.',
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    inputSchema: z.strictObject({
      launchBrowser: z.boolean().default(true).describe('open the page on this machine, where there is a browser'),
      autoPoll: z
        .boolean()
        .default(true)
        .describe('wait up to 50 seconds for the approval; false: answer at once. The sign-in goes on either way'),
    }),
    outputSchema: loginShape,
    async run({ launchBrowser, autoPoll }, context) {
      const { identityCenter, signIns } = uses;
      const session = await identityCenter.session(context.signal);
      const already = await signedIn(uses, session, context.signal);
      if (already !== undefined) return already;
      const canOpen = context.elicit.openPage !== undefined;
      const underWay = signIns.begin(session, {
        // Where the client opens the page, a second one would only confuse.
        launchBrowser: launchBrowser && !canOpen,
        // A page that comes back to this machine is for the browser that this machine opens.
        useDeviceCode: canOpen || !launchBrowser,
      });
      const stop = (): void => {
        if (underWay.isNew) underWay.cancel();
      };
      context.signal.addEventListener('abort', stop, { once: true });
      try {
        return await approve(uses, session, underWay, autoPoll, context);
      } finally {
        context.signal.removeEventListener('abort', stop);
      }
    },
  });
}

async function approve(
  { clock }: SignInUses,
  session: IdentityCenterSession,
  underWay: UnderWay,
  autoPoll: boolean,
  context: ToolContext,
): Promise<ToolResult<Login>> {
  const page = await underWay.page;
  const { openPage } = context.elicit;
  if (openPage !== undefined) {
    const answer = await openPage({ url: page.url, message: inertLine(invitation(session, page)) });
    if (answer !== 'accept') {
      underWay.cancel();
      return { text: `# AWS SSO: Not Signed In\n\nThe person did not open the page.`, structured: declined(session) };
    }
  }
  const somebodySeesIt = openPage !== undefined || page.opensByItself;
  const result = autoPoll && somebodySeesIt ? await waitForSignIn(underWay, page, context) : undefined;
  return result === undefined ? pending(session, page) : success('signed-in', session, result, clock());
}

async function signedIn(
  { identityCenter, clock }: SignInUses,
  session: IdentityCenterSession,
  signal: AbortSignal,
): Promise<ToolResult<Login> | undefined> {
  const expiresAt = await identityCenter.tokenEnd(session, signal).catch((error: unknown) => {
    if (error instanceof CentralOpsError && error.code === 'sign-in-needed') return undefined;
    throw error;
  });
  if (expiresAt === undefined) return undefined;
  const used = (await identityCenter.status(signal)).find((one) => one.used);
  return success('already-signed-in', session, { user: used?.user ?? undefined, expiresAt }, clock());
}

function success(
  status: 'already-signed-in' | 'signed-in',
  session: IdentityCenterSession,
  { user, expiresAt }: { readonly user: string | undefined; readonly expiresAt: number },
  now: number,
): ToolResult<Login> {
  const who = user === undefined ? '' : ` as ${inertMarkdown(user)}`;
  return {
    text:
      `# AWS SSO: ${status === 'signed-in' ? 'Authentication Successful' : 'Already Authenticated'}\n\n` +
      `Signed in to ${inertMarkdown(sessionLabel(session))}${who} until ${localTime(expiresAt)} (${duration(expiresAt - now)}).\n\n` +
      'Next: `aws_sso_ls_accounts` lists the accounts and roles, `ask_accounts` asks them.',
    structured: {
      ...place(session),
      status,
      ...(user === undefined ? {} : { user }),
      expiresAt: new Date(expiresAt).toISOString(),
    },
  };
}

/** Also what `aws_sso_status` says of a sign-in that waits. */
export function pendingText(session: IdentityCenterSession, page: SignInPage): string {
  const code =
    page.userCode === undefined ? '' : `\n- Code: **${inertMarkdown(page.userCode)}** (the page has to show this one)`;
  const browser = page.opensByItself ? '\n- A browser was opened on this machine.' : '';
  return (
    '# AWS SSO: Authentication Pending\n\n' +
    `${inertMarkdown(invitation(session, page))}\n\n` +
    `- Open: <${new URL(page.url).href}>${code}\n- Until: ${localTime(page.expiresAt)}${browser}\n\n` +
    'Show this to the person. After they have approved, `aws_sso_status` says so.'
  );
}

function invitation(session: IdentityCenterSession, { userCode }: SignInPage): string {
  const check = userCode === undefined ? '' : `, and the page shows the code ${userCode}`;
  return `Sign in to AWS IAM Identity Center ${session.startUrl} (${session.region}). Only approve if you asked for this now${check}.`;
}

function pending(session: IdentityCenterSession, page: SignInPage): ToolResult<Login> {
  return {
    text: pendingText(session, page),
    structured: { ...place(session), status: 'pending', verification: verificationOf(page) },
  };
}

export function verificationOf({
  url,
  userCode,
  expiresAt,
  opensByItself,
}: SignInPage): z.output<typeof verificationShape> {
  return {
    url,
    ...(userCode === undefined ? {} : { userCode }),
    expiresAt: new Date(expiresAt).toISOString(),
    browserOpened: opensByItself,
  };
}

function declined(session: IdentityCenterSession): Login {
  return { ...place(session), status: 'declined' };
}

function place(session: IdentityCenterSession): Pick<Login, 'session' | 'startUrl' | 'region'> {
  return { session: sessionLabel(session), startUrl: session.startUrl, region: session.region };
}
