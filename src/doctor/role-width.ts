import { type Account, accountReference } from '../domain/account.js';
import type { Json } from '../domain/json.js';
import type { Call, FrozenPlan } from '../domain/plan.js';
import { homeRegion } from '../domain/region.js';
import type { AccountTools } from '../tools/account-tools.js';
import type { CheckResult } from './check.js';

export interface RoleWidthUses {
  readonly tools: AccountTools;
  /** The only way to a plan that may be run; throws for calls that are not reads. */
  readonly freeze: (calls: readonly Call[]) => FrozenPlan;
  /** Milliseconds since the Unix epoch. */
  readonly deadline: number;
}

/** AWS managed policies that only read; others of AWS's end in `ReadOnlyAccess` or `ReadOnly` when they do. */
const READING = /^(?:.*ReadOnly(?:Access)?|ViewOnlyAccess|SecurityAudit|AIDevOpsAgentAccessPolicy)$/;

/**
 * Sessions of Identity Center take no session policy, so what they can do is what the role can do. Its policies are looked at
 * by name, through the same door as every question: AWS's own reading policies pass, and so does a boundary that is one of
 * them; everything else is named.
 */
export async function checkRoleWidth(account: Account, uses: RoleWidthUses, signal: AbortSignal): Promise<CheckResult> {
  const check = 'role-width';
  const read = async (calls: readonly Call[]): Promise<ReadonlyMap<string, readonly Json[]> | string> => {
    const assignment = {
      account: accountReference(account),
      regions: [homeRegion(account.partition)],
      plan: uses.freeze(calls),
    };
    const caller = { kind: 'operating-system-user', name: 'doctor' } as const;
    const { outcomes, rowSets } = await uses.tools.run(assignment, { caller, signal, deadline: uses.deadline });
    signal.throwIfAborted();
    const bad = outcomes.find(({ kind }) => kind !== 'answered');
    if (bad !== undefined) return bad.message ?? `${bad.label} ${bad.kind}`;
    return new Map(rowSets.map(({ call: id, rows }) => [id, rows.flatMap(({ cells }) => cells.slice(0, 1))]));
  };

  const identity = await read([call('identity', 'sts', 'GetCallerIdentity', {}, 'Arn')]);
  if (typeof identity === 'string') return { check, status: 'skip', saw: `the role was not found out: ${identity}` };
  const [arn = ''] = names(identity.get('identity'));
  const roleName = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  if (roleName === undefined) return { check, status: 'skip', saw: `${arn} is not the session of a role` };

  const policies = await read([
    call('attached', 'iam', 'ListAttachedRolePolicies', { RoleName: roleName }, 'PolicyName'),
    call('inline', 'iam', 'ListRolePolicies', { RoleName: roleName }, ''),
  ]);
  if (typeof policies === 'string') {
    return {
      check,
      status: 'warn',
      saw: `the policies of ${roleName} could not be read: ${policies}`,
      fix: 'Allow iam:ListAttachedRolePolicies and iam:ListRolePolicies, or look at the permission set yourself.',
    };
  }
  const judged = judge(roleName, names(policies.get('attached')), names(policies.get('inline')));
  if (judged.status === 'pass') return judged;
  // Whatever the policies say, nothing is allowed beyond the boundary. A role without one has no such ARN.
  const bounds = await read([call('boundary', 'iam', 'GetRole', { RoleName: roleName }, BOUNDARY_PATH)]);
  const [boundary] = typeof bounds === 'string' ? [] : names(bounds.get('boundary'));
  const bounded = /^arn:aws[a-z-]*:iam::aws:policy\/(?:.+\/)?([^/]+)$/.exec(boundary ?? '')?.[1];
  if (bounded === undefined || !READING.test(bounded)) return judged;
  return { check, status: 'pass', saw: `${roleName} has the boundary ${bounded}, whatever its policies say` };
}

const BOUNDARY_PATH = 'PermissionsBoundary.PermissionsBoundaryArn';

function judge(roleName: string, attached: readonly string[], inline: readonly string[]): CheckResult {
  const check = 'role-width';
  const wide = [
    ...attached.filter((name) => !READING.test(name)),
    ...inline.map((name) => `${name} (inline, not looked into)`),
  ];
  if (wide.length === 0) {
    return {
      check,
      status: 'pass',
      saw: `${roleName} has ${attached.length === 0 ? 'no policy' : attached.join(', ')}`,
    };
  }
  return {
    check,
    status: 'warn',
    saw: `${roleName} may do more than read: ${wide.join(', ')}`,
    fix: 'Use a permission set with ReadOnlyAccess alone or as its boundary, as infrastructure/permission-set.yaml makes it (CENTRAL_OPS_SSO_ROLE_NAME, or permissionSet in the registry).',
  };
}

function names(cells: readonly Json[] | undefined): readonly string[] {
  return (cells ?? []).filter((cell) => typeof cell === 'string');
}

function call(id: string, service: string, operation: string, params: Call['params'], path: string): Call {
  return { id, service, operation, params, columns: [{ name: 'Value', path }] };
}
