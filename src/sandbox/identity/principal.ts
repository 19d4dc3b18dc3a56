import { NO_RESOURCE, refusalOf, type Policy } from './policy.js';

/** Somebody who can sign: the hub's user, or a role session that STS opened. */
export interface Principal {
  readonly kind: 'user' | 'role-session';
  readonly accountId: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` for a role session. */
  readonly arn: string;
  readonly userId: string;
  /** What quotas and sessions are counted by: account and role, not the key of the hour. */
  readonly identityKey: string;
  readonly sourceIdentity: string | undefined;
  /** Why the action on the resource (an ARN) is refused, or undefined when it is allowed. */
  refusal(action: string, resource?: string): string | undefined;
}

export function createPrincipal(
  facts: Omit<Principal, 'refusal'>,
  policies: { readonly identity: Policy; readonly session: Policy | undefined },
): Principal {
  // A script asks for the same few actions again and again; patterns are matched once for each.
  const decided = new Map<string, string | undefined>();
  return {
    ...facts,
    refusal: (action, resource = NO_RESOURCE) => {
      const key = `${action} ${resource}`;
      if (!decided.has(key)) decided.set(key, refusalOf(action, policies.identity, policies.session, resource));
      return decided.get(key);
    },
  };
}
