import { setMaxListeners } from 'node:events';
import { CentralOpsError, messageOf, withNextStep } from '../domain/errors.js';
import type { Portal, PortalAccount } from './portal.js';
import type { IdentityCenterSession } from './session.js';

/** An account with the permission sets that the person has in it, or why they are not known. */
export type ScannedAccount = PortalAccount &
  (
    | { readonly kind: 'listed'; readonly roles: readonly string[] }
    | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  );

export interface AccountScan {
  readonly accounts: readonly ScannedAccount[];
  readonly failed: number;
}

/**
 * Lists every account and its permission sets; the portal keeps the rate. An account that could not be asked says so: it is never
 * shown as one without permission sets. Aborted, it still returns what has answered.
 */
export async function scanAccounts(
  portal: Pick<Portal, 'listAccounts' | 'listAccountRoles'>,
  session: IdentityCenterSession,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<AccountScan> {
  // Every account listens to it, and Node warns on stderr above ten.
  setMaxListeners(0, signal);
  const listed = await portal.listAccounts(session, signal);
  let done = 0;
  const accounts = await Promise.all(
    listed.map(async (account): Promise<ScannedAccount> => {
      const scanned = await askRoles(portal, session, account, signal);
      done += 1;
      onProgress(done, listed.length);
      return scanned;
    }),
  );
  return { accounts, failed: accounts.filter(({ kind }) => kind === 'failed').length };
}

async function askRoles(
  portal: Pick<Portal, 'listAccountRoles'>,
  session: IdentityCenterSession,
  account: PortalAccount,
  signal: AbortSignal,
): Promise<ScannedAccount> {
  try {
    return { ...account, kind: 'listed', roles: await portal.listAccountRoles(session, account.id, signal) };
  } catch (error) {
    if (signal.aborted) return { ...account, kind: 'failed', code: 'cancelled', message: 'was not asked any more' };
    // The sign-in is everybody's: without it there is no list at all.
    if (error instanceof CentralOpsError && error.code === 'sign-in-needed') throw error;
    const code = error instanceof CentralOpsError ? error.code : 'internal';
    const nextStep = error instanceof CentralOpsError ? error.nextStep : undefined;
    return { ...account, kind: 'failed', code, message: withNextStep(messageOf(error), nextStep) };
  }
}
