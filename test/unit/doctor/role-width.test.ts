import { describe, expect, it } from 'vitest';
import type { Call, FrozenPlan } from '../../../src/domain/plan.js';
import type { AccountTools } from '../../../src/tools/account-tools.js';
import { checkRoleWidth } from '../../../src/doctor/role-width.js';
import type { Account } from '../../../src/domain/account.js';

const production: Account = { id: '222222222222', name: 'Production', tags: {}, partition: 'aws' };
const ROLE = 'AWSReservedSSO_CentralOpsReadOnly_0123456789abcdef';
const { signal } = new AbortController();

/** Freezes as the product does, as far as this check can tell. */
function freeze(calls: readonly Call[]): FrozenPlan {
  return {
    calls: calls.map((call) => ({
      ...call,
      items: '',
      absentCodes: [],
      global: false,
      pageCap: 1,
      fanOutCap: 1,
      internal: false,
    })),
    show: { title: '', tables: [] },
    rowCap: 100,
  };
}

/** An account whose calls find what is given for them; a text is why a call failed. */
function account(
  found: Readonly<Record<string, readonly string[] | { readonly denied: string }>>,
): AccountTools['run'] {
  return ({ plan }) =>
    Promise.resolve({
      apiCalls: plan.calls.length,
      outcomes: plan.calls.map(({ id, service, operation }) => {
        const result = found[operation] ?? [];
        const failed = 'denied' in result;
        return {
          accountId: production.id,
          call: id,
          label: `${service} ${operation}`,
          region: 'us-east-1',
          kind: failed ? ('denied' as const) : ('answered' as const),
          rows: 0,
          truncated: false,
          ...(failed ? { message: result.denied } : {}),
        };
      }),
      rowSets: plan.calls.map(({ id, operation }) => {
        const result = found[operation] ?? [];
        const cells = 'denied' in result ? [] : result;
        return {
          accountId: production.id,
          call: id,
          rows: cells.map((cell) => ({ region: 'us-east-1', cells: [cell] })),
        };
      }),
    });
}

const session = [`arn:aws:sts::222222222222:assumed-role/${ROLE}/alice`];

function check(found: Parameters<typeof account>[0]) {
  const tools: AccountTools = {
    run: account({ GetCallerIdentity: session, ...found }),
    list: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  return checkRoleWidth(production, { tools, freeze, deadline: 0 }, signal);
}

describe('checkRoleWidth', () => {
  it.each([[['ReadOnlyAccess']], [['ViewOnlyAccess', 'SecurityAudit']], [['AWSBillingReadOnlyAccess']]])(
    'passes a role with %j',
    async (attached) => {
      expect(await check({ ListAttachedRolePolicies: attached })).toEqual({
        check: 'role-width',
        status: 'pass',
        saw: `${ROLE} has ${attached.join(', ')}`,
      });
    },
  );

  it.each([
    [{ ListAttachedRolePolicies: ['ReadOnlyAccess', 'AdministratorAccess'] }, 'AdministratorAccess'],
    [{ ListAttachedRolePolicies: ['PowerUserAccess'] }, 'PowerUserAccess'],
    [
      { ListAttachedRolePolicies: ['ReadOnlyAccess'], ListRolePolicies: ['AwsSSOInlinePolicy'] },
      'AwsSSOInlinePolicy (inline, not looked into)',
    ],
    [{ ListAttachedRolePolicies: ['ReadOnlyAccessAndMore'] }, 'ReadOnlyAccessAndMore'],
  ])('warns of a role with %j', async (found, wide) => {
    expect(await check(found)).toMatchObject({ status: 'warn', saw: `${ROLE} may do more than read: ${wide}` });
  });

  it('passes a role whose boundary only reads, whatever its policies say', async () => {
    const found = {
      ListAttachedRolePolicies: ['ReadOnlyAccess'],
      ListRolePolicies: ['AwsSSOInlinePolicy'],
      GetRole: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    };

    expect(await check(found)).toEqual({
      check: 'role-width',
      status: 'pass',
      saw: `${ROLE} has the boundary ReadOnlyAccess, whatever its policies say`,
    });
  });

  it.each([['arn:aws:iam::222222222222:policy/ReadOnlyAccess'], ['arn:aws:iam::aws:policy/PowerUserAccess']])(
    'does not take %s for a boundary that only reads',
    async (boundary) => {
      const found = { ListAttachedRolePolicies: ['AdministratorAccess'], GetRole: [boundary] };

      expect(await check(found)).toMatchObject({ status: 'warn' });
    },
  );

  it('warns when the boundary can not be read', async () => {
    const found = { ListAttachedRolePolicies: ['AdministratorAccess'], GetRole: { denied: 'not authorized' } };

    expect(await check(found)).toMatchObject({ status: 'warn' });
  });

  it('does not take what it may not see for narrow', async () => {
    expect(await check({ ListAttachedRolePolicies: { denied: 'not authorized' } })).toMatchObject({
      status: 'warn',
      saw: `the policies of ${ROLE} could not be read: not authorized`,
    });
  });

  it('skips what is no session of a role', async () => {
    expect(await check({ GetCallerIdentity: ['arn:aws:iam::222222222222:user/alice'] })).toMatchObject({
      status: 'skip',
    });
  });
});
