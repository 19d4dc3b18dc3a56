import type { Agents } from '../network/agents.js';
import type { Portal } from './portal.js';
import type { IdentityCenterSession } from './session.js';

export interface WhoIsUses {
  readonly sts: { readonly region: string; readonly endpoint?: string };
  readonly agents: Agents;
  readonly permissionSet: string;
}

/** A person who asks for their status, or just signed in, does not wait longer for their own name. */
const PATIENCE_MILLIS = 5000;
/** The configured permission set may be missing in the first account. */
const ACCOUNTS_TRIED = 3;

/**
 * The person who signed in, or undefined. The portal does not say; the name of a session that it opens does. Only the configured
 * permission set is opened, and nothing but the name is asked.
 */
export async function whoIs(
  uses: WhoIsUses,
  portal: Portal,
  session: IdentityCenterSession,
  signal: AbortSignal,
): Promise<string | undefined> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLIS)]);
  try {
    for (const account of await portal.listAccounts(session, limited, ACCOUNTS_TRIED)) {
      const role = { accountId: account.id, roleName: uses.permissionSet };
      const credentials = await portal.roleCredentials(session, role, limited).catch(() => undefined);
      if (credentials === undefined) continue;
      const { identityBehind } = await import('../aws/caller-identity.js');
      const { arn } = await identityBehind(
        { agents: uses.agents, ...uses.sts, credentials: () => Promise.resolve(credentials) },
        limited,
      );
      return userOf(arn);
    }
  } catch {
    signal.throwIfAborted();
  }
  return undefined;
}

/** The last part of `arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/alice`. */
export function userOf(arn: string): string | undefined {
  return /^arn:[\w-]+:sts::\d{12}:assumed-role\/AWSReservedSSO_[^/]+\/(.+)$/.exec(arn)?.[1];
}
