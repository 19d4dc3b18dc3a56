import { z } from 'zod';
import type { Composition } from '../../../compose.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { countsAsAnswered } from '../../../domain/outcome.js';
import { renderCommand } from '../../../results/render-command.js';
import { defineTool, type DefinedTool } from '../tool.js';

/** Characters of output per call: as much as assistants read with profit. The rest is in a file. */
const MOST_CHARACTERS = 40_000;

const resultShape = z.strictObject({
  accountId: z.string(),
  accountName: z.string(),
  roleName: z.string(),
  region: z.string(),
  outcome: z.string().describe('`answered`, or why not: denied, timed-out, throttled, failed, …'),
  exitCode: z.number().int().optional().describe('of the AWS CLI; absent when it did not run to its end'),
  stdout: z.string(),
  stderr: z.string(),
  rest: z
    .strictObject({ path: z.string(), characters: z.number() })
    .optional()
    .describe('set when stdout is only the beginning: the file on the server that has all of it'),
  message: z.string().optional(),
  nextStep: z.string().optional(),
  code: z.string().optional(),
  millis: z.number(),
});

const outputShape = z.strictObject({
  command: z.string().describe('the command as it was run'),
  operations: z.array(z.string()).describe('the API operations that it calls'),
  results: z.array(resultShape),
  coverage: z.string().describe('how many of the accounts answered: part of the answer'),
  startedAt: z.number().describe('milliseconds since 1970'),
});

function accountsOf(
  id: string | undefined,
  selectors: readonly string[] | undefined,
): { readonly id: string } | { readonly selectors: readonly string[] } {
  if (id !== undefined && selectors === undefined) return { id };
  if (selectors !== undefined && id === undefined) return { selectors };
  throw new CentralOpsError('usage', 'Give accountId for one account, or accounts for several.');
}

/** `aws_sso_exec_command`: a command of the AWS CLI, in one account or in many. */
export function createAwsSsoExecCommand({
  commands,
  allowsMutations,
}: Pick<Composition, 'commands' | 'allowsMutations'>): DefinedTool {
  return defineTool({
    name: 'aws_sso_exec_command',
    title: 'Run a command of the AWS CLI',
    description:
      `Runs one ${allowsMutations ? '' : 'read-only '}command of the AWS CLI with the temporary credentials of an account and role, or in many accounts at once (accounts). ` +
      'There is no shell: one command, no pipes, no variables, no files; use --query to select. Put values with special characters into single quotes. ' +
      `${allowsMutations ? 'Commands that change something are run: ask the person first.' : 'Commands that change something, or print secrets, are refused.'} ` +
      'When access is denied, tell the person; do not try another role on your own. Prefer ask_accounts or query_accounts where they do: they follow pages and Regions.',
    annotations: {
      readOnlyHint: !allowsMutations,
      destructiveHint: allowsMutations,
      idempotentHint: !allowsMutations,
      openWorldHint: true,
    },
    inputSchema: z.strictObject({
      accountId: z
        .string()
        .regex(/^\d{12}$/, 'must be twelve digits')
        .optional()
        .describe('the account; leave it out when accounts is given'),
      roleName: z
        .string()
        .min(1)
        .optional()
        .describe('the role or permission set to use; the configured one when left out'),
      command: z.string().min(1).describe('such as "aws ec2 describe-instances --max-items 20"'),
      region: z.string().min(1).optional().describe('such as eu-west-1'),
      accounts: z
        .array(z.string().min(1))
        .min(1)
        .optional()
        .describe('many accounts instead of accountId: ids, names, environments, tag:KEY=VALUE, or all'),
    }),
    outputSchema: outputShape,
    async run({ accountId, accounts, roleName, command, region }, { caller, signal, progress }) {
      const report = await commands.run(
        {
          command,
          accounts: accountsOf(accountId, accounts),
          mostCharacters: accountId === undefined ? Math.floor(MOST_CHARACTERS / 4) : MOST_CHARACTERS,
          ...(roleName === undefined ? {} : { roleName }),
          ...(region === undefined ? {} : { region }),
        },
        {
          caller,
          signal,
          onResult: ({ accountName, outcome }, done, total) =>
            progress({ done, total, message: `${accountName}: ${outcome}` }),
        },
      );
      const failed = report.results.every(({ outcome }) => !countsAsAnswered(outcome));
      return { text: renderCommand(report), structured: report, isError: failed };
    },
  });
}
