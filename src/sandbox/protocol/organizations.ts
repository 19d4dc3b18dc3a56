import type { JsonObject } from '../../domain/json.js';
import type { Organization } from '../organization/organization.js';
import { TargetError, type TargetService, textOf } from './json-target.js';

const ROOT = 'r-sand';
const ORGANIZATION = 'o-sandbox001';

/**
 * AWS Organizations as the hub, its management account, sees it. One account more than the registry has: it was closed,
 * and belongs in no answer. https://docs.aws.amazon.com/organizations/latest/APIReference/
 */
export function organizationsService(organization: Organization): TargetService {
  const units = unitTree(organization);
  const accounts = [
    ...organization.accounts.map((account) => ({
      id: account.id,
      name: account.name,
      ou: account.ou,
      state: 'ACTIVE',
    })),
    { id: closedAccountId(organization), name: 'Closed Venture', ou: 'Sandboxes', state: 'SUSPENDED' },
  ];
  const shown = accounts.map(({ id, name, state }) => ({
    Id: id,
    Arn: `arn:aws:organizations::${organization.hub.id}:account/${ORGANIZATION}/${id}`,
    Email: `${id}@example.com`,
    Name: name,
    Status: state,
    State: state,
    JoinedMethod: 'CREATED',
    JoinedTimestamp: 1_700_000_000,
  }));

  return {
    signingName: 'organizations',
    prefix: 'AWSOrganizationsV20161128',
    actionPrefix: 'organizations',
    operations: {
      DescribeOrganization: () => ({
        Organization: {
          Id: ORGANIZATION,
          Arn: `arn:aws:organizations::${organization.hub.id}:organization/${ORGANIZATION}`,
          FeatureSet: 'ALL',
          MasterAccountId: organization.hub.id,
          MasterAccountArn: `arn:aws:organizations::${organization.hub.id}:account/${ORGANIZATION}/${organization.hub.id}`,
        },
      }),
      ListRoots: () => ({
        Roots: [
          { Id: ROOT, Arn: `arn:aws:organizations::${organization.hub.id}:root/${ORGANIZATION}/${ROOT}`, Name: 'Root' },
        ],
      }),
      ListAccounts: (input) => page('Accounts', shown, input),
      ListAccountsForParent: (input) => {
        const path = pathOf(units, textOf(input, 'ParentId'));
        const inside = new Set(accounts.filter(({ ou }) => ou === path).map(({ id }) => id));
        return page(
          'Accounts',
          shown.filter(({ Id }) => inside.has(Id)),
          input,
        );
      },
      ListOrganizationalUnitsForParent: (input) => {
        const path = pathOf(units, textOf(input, 'ParentId'));
        const children = [...units].filter(([, unit]) => unit !== '' && parentOf(unit) === path);
        return page(
          'OrganizationalUnits',
          children.map(([id, unit]) => ({
            Id: id,
            Arn: `arn:aws:organizations::${organization.hub.id}:ou/${ORGANIZATION}/${id}`,
            Name: unit.split('/').at(-1) ?? unit,
          })),
          input,
        );
      },
      ListTagsForResource: (input) => {
        const account = organization.account(textOf(input, 'ResourceId'));
        const tags: Readonly<Record<string, string>> =
          account === undefined ? {} : { ...account.tags, environment: account.environment };
        return page(
          'Tags',
          Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
          input,
        );
      },
    },
  };
}

/** Unit id to path; the root's is empty. */
function unitTree(organization: Organization): ReadonlyMap<string, string> {
  const paths = new Set<string>();
  for (const { ou } of organization.accounts) {
    const parts = ou.split('/');
    for (let length = 1; length <= parts.length; length += 1) paths.add(parts.slice(0, length).join('/'));
  }
  paths.add('Sandboxes');
  const entries = [...paths]
    .sort()
    .map((path, index): [string, string] => [`ou-sand-${String(index).padStart(8, '0')}`, path]);
  return new Map([[ROOT, ''], ...entries]);
}

function pathOf(units: ReadonlyMap<string, string>, parentId: string): string {
  const path = units.get(parentId);
  if (path !== undefined) return path;
  throw new TargetError('ParentNotFoundException', `You specified a parent that doesn't exist: ${parentId}`);
}

function parentOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** An id that no other account of the organization has. */
function closedAccountId(organization: Organization): string {
  for (let number = 999_999_999_999; ; number -= 1) {
    if (organization.account(String(number)) === undefined) return String(number);
  }
}

/** At most 20 items, as ListAccounts does it. */
const PAGE = 20;

function page(member: string, items: readonly JsonObject[], input: JsonObject): JsonObject {
  const size = typeof input['MaxResults'] === 'number' ? input['MaxResults'] : PAGE;
  if (size < 1 || size > PAGE) {
    throw new TargetError('InvalidInputException', `MaxResults must be 1 to ${String(PAGE)}, and is ${String(size)}.`);
  }
  const token = input['NextToken'];
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isInteger(start) || start < 0 || start > items.length) {
    throw new TargetError('InvalidInputException', 'You provided an invalid NextToken.');
  }
  const next = start + size;
  return {
    [member]: items.slice(start, next),
    ...(next < items.length ? { NextToken: String(next) } : {}),
  };
}
