import { z } from 'zod';
import { sessionLabel } from '../../../identity-center/session.js';
import { inertMarkdown } from '../../../results/inert.js';
import { renderMarkdown } from '../../../results/render-markdown.js';
import { duration, localTime } from '../../cli/local-time.js';
import { defineTool, type DefinedTool } from '../tool.js';
import type { SignInUses } from './aws-sso-login.js';

const accountsShape = z.object({
  session: z.string(),
  expiresAt: z.string().describe('when the sign-in ends, ISO 8601'),
  accounts: z.array(
    z.object({
      accountId: z.string(),
      accountName: z.string(),
      email: z.string(),
      roles: z.array(z.string()).nullable().describe('null: they could not be listed, and problem says why'),
      problem: z.string().optional(),
    }),
  ),
  failed: z.number().describe('accounts whose roles are not known'),
});

type Listed = z.output<typeof accountsShape>;

/** `aws_sso_ls_accounts`: every account of the portal, and the roles that the person has in each. */
export function createAwsSsoLsAccounts({ identityCenter, clock }: Omit<SignInUses, 'signIns'>): DefinedTool {
  return defineTool({
    name: 'aws_sso_ls_accounts',
    title: 'AWS SSO List Accounts',
    description:
      'Lists all AWS accounts that the person may open through AWS IAM Identity Center (AWS SSO), and their roles (permission sets) in each. ' +
      'Needs a sign-in: aws_sso_login.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    inputSchema: z.strictObject({}),
    outputSchema: accountsShape,
    async run(_input, { signal, progress }) {
      const session = await identityCenter.session(signal);
      const expiresAt = await identityCenter.tokenEnd(session, signal);
      const { accounts, failed } = await identityCenter.scan(session, signal, (done, total) => {
        progress({ done, total, message: `${done} of ${total} accounts` });
      });
      signal.throwIfAborted();
      const listed: Listed = {
        session: sessionLabel(session),
        expiresAt: new Date(expiresAt).toISOString(),
        accounts: accounts.map((account) => ({
          accountId: account.id,
          accountName: account.name,
          email: account.email,
          ...(account.kind === 'listed'
            ? { roles: [...account.roles] }
            : { roles: null, problem: `${account.code}: ${account.message}` }),
        })),
        failed,
      };
      const head = `Signed in to ${inertMarkdown(listed.session)} until ${localTime(expiresAt)} (${duration(expiresAt - clock())}).`;
      return {
        text: accounts.length === 0 ? noAccounts(head) : textOf(listed, head),
        structured: listed,
        isError: failed > 0 && failed === accounts.length,
      };
    },
  });
}

function textOf({ accounts, failed }: Listed, head: string): string {
  const table = {
    title: 'Accounts',
    columns: ['Account', 'Account ID', 'Email', 'Roles'],
    rows: accounts.map(({ accountName, accountId, email, roles }) => [
      accountName,
      accountId,
      email,
      roles === null ? 'not known' : roles.join(', '),
    ]),
    total: accounts.length,
    truncated: false,
  };
  const problems = accounts.flatMap(({ accountName, accountId, problem }) =>
    problem === undefined ? [] : [`${accountName} (${accountId}): ${problem}`],
  );
  const markdown = renderMarkdown({
    headline: `${accounts.length} ${accounts.length === 1 ? 'account' : 'accounts'}; ${accounts.length - failed} answered with their roles.`,
    tables: [table],
    warnings: problems,
    rowsShown: accounts.length,
  });
  return (
    `# AWS SSO: Available Accounts\n\n${head}\n\n${markdown}\n\n` +
    'Next: `ask_accounts` asks all of them; `aws_sso_exec_command` runs one AWS CLI command with an `accountId` and a `roleName` of this list.'
  );
}

function noAccounts(head: string): string {
  return (
    `# AWS SSO: No Accounts Found\n\n${head}\n\nYour AWS SSO user has no assigned accounts. Possible causes:\n` +
    '- No permission set is assigned to the user, or to a group of theirs, in any account.\n' +
    '- An assignment was made a moment ago and is not there yet.\n' +
    '- Somebody else is signed in than expected: `aws_sso_status` says who.\n' +
    '- AWS_SSO_START_URL or the [sso-session] is that of another organization.\n\n' +
    'Whoever administers IAM Identity Center can assign accounts.'
  );
}
