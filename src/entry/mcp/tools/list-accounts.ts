import { z } from 'zod';
import type { Composition } from '../../../compose.js';
import type { Table } from '../../../domain/answer.js';
import { renderMarkdown } from '../../../results/render-markdown.js';
import { defineTool, type DefinedTool, type ToolContext } from '../tool.js';

/** The registry as a caller sees it. Nothing in it says how an account is signed in to. */
export const accountsShape = z.object({
  origin: z.string().describe('where the list came from'),
  readAt: z
    .string()
    .optional()
    .describe('when that place was asked, ISO 8601; absent for a list that was written by hand'),
  notice: z.string().optional(),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      environment: z.string().optional(),
      role: z.string().optional(),
      ou: z.string().optional(),
      regions: z.array(z.string()).optional(),
      tags: z.record(z.string(), z.string()),
    }),
  ),
});

export type ListedAccounts = z.output<typeof accountsShape>;

/** `list_accounts`: which accounts can be asked. */
export function createListAccounts(uses: Pick<Composition, 'listAccounts'>): DefinedTool {
  return defineTool({
    name: 'list_accounts',
    title: 'List the AWS accounts',
    description:
      'Lists the AWS accounts that can be asked, with the names, environments, organizational units and tags by which questions may select them.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    inputSchema: z.strictObject({}),
    outputSchema: accountsShape,
    async run(_input, { caller, signal }) {
      const listed = await listAccounts(uses, caller, signal);
      return { text: textOf(listed), structured: listed };
    },
  });
}

export async function listAccounts(
  uses: Pick<Composition, 'listAccounts'>,
  caller: ToolContext['caller'],
  signal: AbortSignal,
): Promise<ListedAccounts> {
  const registry = await uses.listAccounts(caller, signal);
  const { origin, readAt, notice } = registry;
  return {
    origin,
    ...(readAt === undefined ? {} : { readAt: new Date(readAt).toISOString() }),
    ...(notice === undefined ? {} : { notice }),
    accounts: registry.accounts().map(({ id, name, environment, role, ou, regions, tags }) => ({
      id,
      name,
      ...(environment === undefined ? {} : { environment }),
      ...(role === undefined ? {} : { role }),
      ...(ou === undefined ? {} : { ou }),
      ...(regions === undefined ? {} : { regions: [...regions] }),
      tags: { ...tags },
    })),
  };
}

function textOf({ accounts, notice }: ListedAccounts): string {
  const table: Table = {
    title: 'Accounts',
    columns: ['Account', 'Account ID', 'Environment', 'Role', 'OU', 'Regions', 'Tags'],
    rows: accounts.map(({ name, id, environment, role, ou, regions, tags }) => [
      name,
      id,
      environment ?? '',
      role ?? '',
      ou ?? '',
      (regions ?? []).join(', '),
      Object.entries(tags)
        .map(([key, value]) => `${key}=${value}`)
        .join(', '),
    ]),
    total: accounts.length,
    truncated: false,
  };
  return renderMarkdown({
    headline: `${accounts.length} ${accounts.length === 1 ? 'account' : 'accounts'} can be asked.`,
    tables: [table],
    warnings: notice === undefined ? [] : [notice],
    rowsShown: accounts.length,
  });
}
