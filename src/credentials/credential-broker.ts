import { type Account, accountLabel } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import type { AccountCredentials, CredentialBroker } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { type CachedProvider, createCachedProvider } from './cached-provider.js';
import type { CredentialSource } from './credential-source.js';

export interface CredentialBrokerOptions {
  /** The registry's look-up. What it does not know gets no credentials. */
  readonly find: (accountId: string) => Account | undefined;
  readonly source: CredentialSource;
  readonly clock: Clock;
}

export interface ClosableCredentialBroker extends CredentialBroker {
  /** Forgets all credentials; what is being fetched is aborted, and asking again is `cancelled`. */
  close(): void;
}

/** Accounts times the callers that travel along (`CENTRAL_OPS_CALLER_IN_SESSION`): a server meets ever new ones. */
const MOST_IDENTITIES = 10_000;

/**
 * Gives each account an identity of its own: one provider per key of the source, never shared, never replaced by the
 * hub's own credentials.
 */
export function createCredentialBroker(options: CredentialBrokerOptions): ClosableCredentialBroker {
  const identities = new Map<string, { readonly identity: AccountCredentials; readonly provider: CachedProvider }>();
  let closed = false;

  function open(account: Account, key: string, caller: Caller | undefined): AccountCredentials {
    const provider = createCachedProvider({
      fetch: (signal) => options.source.fetch({ account, signal, ...(caller === undefined ? {} : { caller }) }),
      clock: options.clock,
      description: `${options.source.describe(account)} in ${accountLabel(account)}`,
    });
    const identity: AccountCredentials = {
      accountId: account.id,
      key,
      provide: async (request) => {
        if (closed)
          throw new CentralOpsError('cancelled', 'Credentials are no longer given out: the process is closing.');
        return provider.provide(request);
      },
    };
    identities.set(key, { identity, provider });
    const [oldest] = identities.keys();
    // Forgotten, not cleared: whoever is still using it may finish.
    if (identities.size > MOST_IDENTITIES && oldest !== undefined) identities.delete(oldest);
    return identity;
  }

  return {
    forAccount(accountId, caller) {
      const account = options.find(accountId);
      if (account === undefined) {
        throw new CentralOpsError(
          'unknown-account',
          `Account ${accountId} is not in the account registry, so nothing may be asked of it. ` +
            'Add it to the registry, or choose one that `central-ops accounts` lists.',
          { facts: { accountId } },
        );
      }
      const key = options.source.keyOf(account, caller);
      return identities.get(key)?.identity ?? open(account, key, caller);
    },
    close() {
      closed = true;
      for (const { provider } of identities.values()) provider.clear();
      identities.clear();
    },
  };
}
