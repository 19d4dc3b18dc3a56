import { createHash } from 'node:crypto';
import { managedPolicy } from '../identity/managed-policies.js';
import type { Policy } from '../identity/policy.js';
import { createPrincipal, type Principal } from '../identity/principal.js';
import type { SandboxAccount } from '../organization/model.js';

/** What people sign in with everywhere. */
export const READ_ONLY_SET = 'CentralOpsReadOnly';
/** What people have beside it outside of production. */
export const ADMINISTRATOR_SET = 'AdministratorAccess';

const POLICIES: Readonly<Record<string, string>> = {
  [READ_ONLY_SET]: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  [ADMINISTRATOR_SET]: 'arn:aws:iam::aws:policy/AdministratorAccess',
};

/** The permission sets that everybody is assigned in an account. */
export function permissionSetsOf(account: SandboxAccount): readonly string[] {
  return account.environment === 'production' ? [READ_ONLY_SET] : [ADMINISTRATOR_SET, READ_ONLY_SET];
}

/** The session of a person in an account, as Identity Center opens it: no session policy, the person's name in the ARN. */
export function ssoPrincipal(account: SandboxAccount, permissionSet: string, user: string): Principal {
  const suffix = createHash('sha256').update(`${account.id}/${permissionSet}`).digest('hex').slice(0, 16);
  const roleName = `AWSReservedSSO_${permissionSet}_${suffix}`;
  return createPrincipal(
    {
      kind: 'role-session',
      accountId: account.id,
      arn: `arn:aws:sts::${account.id}:assumed-role/${roleName}/${user}`,
      userId: `AROA${account.id}SSO00:${user}`,
      identityKey: `${account.id}/role/${roleName}`,
      sourceIdentity: undefined,
    },
    { identity: policyOf(permissionSet), session: undefined },
  );
}

function policyOf(permissionSet: string): Policy {
  const policy = managedPolicy(POLICIES[permissionSet] ?? '');
  if (policy === undefined) throw new Error(`The permission set ${permissionSet} has no policy.`);
  return policy;
}
