import { ErrorCode, McpError, type GetPromptResult, type ListPromptsResult } from '@modelcontextprotocol/sdk/types.js';
import { nearest } from '../../domain/nearest.js';

/** An audit that many teams make: questions that `ask_accounts` understands as they stand. */
interface Audit {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Each ends where the accounts may be named. */
  readonly questions: readonly string[];
}

export const AUDITS: readonly Audit[] = [
  {
    name: 'public-exposure',
    title: 'Audit: what is open to the internet',
    description: 'Looks for databases, buckets, load balancers and security groups that the internet can reach.',
    questions: [
      'Which RDS instances are publicly accessible',
      'Which S3 buckets are public',
      'Which security groups are open to the internet',
      'Which load balancers are internet-facing',
      'Which EC2 instances have a public IP',
    ],
  },
  {
    name: 'stale-credentials',
    title: 'Audit: credentials that should be gone',
    description: 'Looks for IAM users without MFA and for old access keys.',
    questions: ['Which IAM users have no MFA', 'Which IAM access keys are older than 90 days'],
  },
  {
    name: 'expiring-certificates',
    title: 'Audit: certificates that expire soon',
    description: 'Looks for ACM certificates that expire within 30 days.',
    questions: ['Which ACM certificates expire within 30 days'],
  },
  {
    name: 'unencrypted-storage',
    title: 'Audit: storage without encryption',
    description: 'Looks for volumes, snapshots and databases that are not encrypted.',
    questions: [
      'Which EBS volumes are not encrypted',
      'Which EBS snapshots are not encrypted',
      'Which RDS instances are not encrypted',
    ],
  },
];

/** Names and values that the client may complete as it types. */
export const ACCOUNTS_ARGUMENT = 'accounts';

export const listedPrompts: ListPromptsResult = {
  prompts: AUDITS.map(({ name, title, description }) => ({
    name,
    title,
    description,
    arguments: [
      {
        name: ACCOUNTS_ARGUMENT,
        description: 'account ids, names or environments, separated by commas; left out: all accounts',
        required: false,
      },
    ],
  })),
};

const LONGEST_ARGUMENT = 1000;

/** The text of an audit. Throws the protocol's error for a prompt or an argument that there is none of. */
export function getPrompt(name: string, given: Readonly<Record<string, string>> = {}): GetPromptResult {
  const audit = AUDITS.find((one) => one.name === name);
  if (audit === undefined) {
    const names = AUDITS.map((one) => one.name);
    throw invalid(
      `there is no prompt "${name.slice(0, 100)}"; there are ${nearest(name, names, 1)[0] ?? names.join(', ')}`,
    );
  }
  const unknown = Object.keys(given).find((key) => key !== ACCOUNTS_ARGUMENT);
  if (unknown !== undefined) {
    throw invalid(`the prompt ${name} has no argument "${unknown.slice(0, 100)}"; it takes ${ACCOUNTS_ARGUMENT}`);
  }
  const accounts = (given[ACCOUNTS_ARGUMENT] ?? '')
    .split(',')
    .map((account) => account.trim())
    .filter((account) => account !== '');
  if (accounts.join().length > LONGEST_ARGUMENT) throw invalid(`accounts has more than ${LONGEST_ARGUMENT} characters`);
  return {
    description: audit.description,
    messages: [{ role: 'user', content: { type: 'text', text: textOf(audit, accounts) } }],
  };
}

function textOf({ title, questions }: Audit, accounts: readonly string[]): string {
  const scope = accounts.length === 0 ? '' : ` with accounts ${JSON.stringify(accounts)}`;
  return [
    `${title}. Ask each of these questions with the tool ask_accounts${scope}, one call for each, exactly as it is written:`,
    questions.map((question) => `- ${question}?`).join('\n'),
    'Then report what was found: per question the accounts and resources concerned, most serious first, and the coverage line as it is. ' +
      'Say which accounts did not answer and why; what did not answer is not in order, it is unknown. Change nothing.',
  ].join('\n\n');
}

function invalid(message: string): McpError {
  return new McpError(ErrorCode.InvalidParams, message);
}
