import type { Account as OrganizationAccount } from '@aws-sdk/client-organizations';
import type { Account, Partition } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import { distinctNames } from './account-names.js';
import type { AccountSource } from './account-source.js';
import type { AskOrganizations } from './organizations-client.js';

export interface OrganizationsSourceOptions {
  readonly ask: AskOrganizations;
  readonly partition: Partition;
  /** Also reads each account's tags: one request more per account. */
  readonly tags: boolean;
  readonly clock: Clock;
}

/**
 * The accounts of AWS Organizations with their places in the tree of organizational units. `ListAccounts` alone decides
 * who is there: while the tree is walked an account may move from a branch not yet read to one that was.
 *
 * Accounts that are not active are left out: nothing can be asked of them. The management account is `central`, a
 * target only when it is named, because a service-managed StackSet never puts a role into it
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html).
 */
export function createOrganizationsSource(options: OrganizationsSourceOptions): AccountSource {
  const { ask, clock } = options;
  return {
    origin: 'AWS Organizations',
    async load(signal) {
      const fetchedAt = clock();
      const [found, management, units] = await Promise.all([
        listAccounts(ask, signal),
        managementAccount(ask, signal),
        unitsByAccount(ask, signal),
      ]);
      const active = found.filter(isActive);
      const tags = options.tags ? await tagsByAccount(ask, active, signal) : new Map<string, Account['tags']>();
      const names = distinctNames(active.map(({ Id = '', Name }) => ({ id: Id, name: Name })));
      return {
        fetchedAt,
        accounts: active.map(({ Id = '' }): Account => {
          const ou = units.get(Id);
          const own = tags.get(Id) ?? {};
          const environment = environmentOf(own);
          return {
            id: Id,
            name: names.get(Id) ?? Id,
            partition: options.partition,
            tags: own,
            ...(ou === undefined || ou === '' ? {} : { ou }),
            ...(environment === undefined ? {} : { environment }),
            ...(Id === management ? { role: 'central' } : {}),
          };
        }),
      };
    },
  };
}

/** `Status` was replaced by `State` in 2025 and is sent beside it for a while. */
function isActive({ Id, State, Status }: OrganizationAccount): boolean {
  return Id !== undefined && (State ?? Status) === 'ACTIVE';
}

async function listAccounts(ask: AskOrganizations, signal: AbortSignal): Promise<readonly OrganizationAccount[]> {
  return paged(async (token) => {
    const page = await ask(
      'ListAccounts',
      (client, { ListAccountsCommand }) =>
        client.send(new ListAccountsCommand({ MaxResults: 20, ...token }), { abortSignal: signal }),
      signal,
    );
    return { items: page.Accounts, next: page.NextToken };
  });
}

async function managementAccount(ask: AskOrganizations, signal: AbortSignal): Promise<string | undefined> {
  const { Organization } = await ask(
    'DescribeOrganization',
    (client, { DescribeOrganizationCommand }) =>
      client.send(new DescribeOrganizationCommand({}), { abortSignal: signal }),
    signal,
  );
  return Organization?.MasterAccountId;
}

/** `Workloads/Production` for each account, without the root; accounts right beneath the root have none. */
async function unitsByAccount(ask: AskOrganizations, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const units = new Map<string, string>();

  async function walk(parentId: string, path: string): Promise<void> {
    const [accounts, children] = await Promise.all([
      paged(async (token) => {
        const page = await ask(
          'ListAccountsForParent',
          (client, { ListAccountsForParentCommand }) =>
            client.send(new ListAccountsForParentCommand({ ParentId: parentId, ...token }), { abortSignal: signal }),
          signal,
        );
        return { items: page.Accounts, next: page.NextToken };
      }),
      paged(async (token) => {
        const page = await ask(
          'ListOrganizationalUnitsForParent',
          (client, { ListOrganizationalUnitsForParentCommand }) =>
            client.send(new ListOrganizationalUnitsForParentCommand({ ParentId: parentId, ...token }), {
              abortSignal: signal,
            }),
          signal,
        );
        return { items: page.OrganizationalUnits, next: page.NextToken };
      }),
    ]);
    for (const { Id } of accounts) if (Id !== undefined) units.set(Id, path);
    await Promise.all(children.map(({ Id = '', Name = Id }) => walk(Id, path === '' ? Name : `${path}/${Name}`)));
  }

  const roots = await paged(async (token) => {
    const page = await ask(
      'ListRoots',
      (client, { ListRootsCommand }) => client.send(new ListRootsCommand({ ...token }), { abortSignal: signal }),
      signal,
    );
    return { items: page.Roots, next: page.NextToken };
  });
  await Promise.all(roots.map(({ Id = '' }) => walk(Id, '')));
  return units;
}

async function tagsByAccount(
  ask: AskOrganizations,
  accounts: readonly OrganizationAccount[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Account['tags']>> {
  const entries = accounts.map(async ({ Id = '' }) => {
    const tags = await paged(async (token) => {
      const page = await ask(
        'ListTagsForResource',
        (client, { ListTagsForResourceCommand }) =>
          client.send(new ListTagsForResourceCommand({ ResourceId: Id, ...token }), { abortSignal: signal }),
        signal,
      );
      return { items: page.Tags, next: page.NextToken };
    });
    return [Id, Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]))] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Only what a tag says in so many words: a guess from a name would put an account into the wrong answer. */
function environmentOf(tags: Account['tags']): string | undefined {
  const found = Object.entries(tags)
    .find(([key]) => /^(environment|env|stage)$/i.test(key))?.[1]
    .trim();
  return found === undefined || found === '' ? undefined : found;
}

/** More pages than any organization has. */
const MOST_PAGES = 10_000;

async function paged<Item>(
  ask: (token: { readonly NextToken?: string }) => Promise<{
    readonly items: readonly Item[] | undefined;
    readonly next: string | undefined;
  }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items = [], next } = await ask(token === undefined ? {} : { NextToken: token });
    all.push(...items);
    if (next === undefined || next === '') return all;
    if (next === token) break;
    token = next;
  }
  throw new CentralOpsError('unreachable', 'AWS Organizations handed out the same page of a list again and again.', {
    nextStep: 'Check which endpoint answers for Organizations (AWS_ENDPOINT_URL_ORGANIZATIONS).',
  });
}
