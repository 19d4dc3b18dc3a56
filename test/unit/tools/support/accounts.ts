import type { Caller } from '../../../../src/domain/caller.js';
import type { AccountCredentials, CredentialBroker } from '../../../../src/domain/credentials.js';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import type { Json } from '../../../../src/domain/json.js';
import type { Assignment } from '../../../../src/domain/plan.js';
import { assignment, call } from '../../../contract/support/script-scenarios.js';

export const ALICE: Caller = { kind: 'operating-system-user', name: 'alice' };

export const SECRETS = { AKIAONE: 'secret-one', AKIATWO: 'secret-two', AKIANEW: 'secret-new' };

/** An account's identity with fixed keys; `keys` are handed out in turn, the next one on each forced refresh. */
export function identity(
  accountId: string,
  ...keys: (keyof typeof SECRETS)[]
): AccountCredentials & { refreshed: number } {
  const self = {
    accountId,
    key: `key-of-${accountId}`,
    refreshed: 0,
    provide: (options: { readonly forceRefresh?: boolean } = {}) => {
      if (options.forceRefresh === true) self.refreshed += 1;
      const accessKeyId = keys[Math.min(self.refreshed, keys.length - 1)] ?? 'AKIAONE';
      return Promise.resolve({
        accessKeyId,
        secretAccessKey: SECRETS[accessKeyId],
        sessionToken: `token of ${accountId}`,
      });
    },
  };
  return self;
}

export function brokerOf(...identities: readonly AccountCredentials[]): CredentialBroker {
  return {
    forAccount: (accountId) => {
      const found = identities.find((one) => one.accountId === accountId);
      if (found === undefined) throw new CentralOpsError('unknown-account', `No account ${accountId} in the registry.`);
      return found;
    },
  };
}

/** Asks one account for its things in one Region. */
export function question(accountId: string, regions: readonly string[] = ['us-east-1']): Assignment {
  const asked = assignment(
    [call('th', 'x ListThings', { items: 'Things[]', columns: [{ name: 'Value', path: 'Value' }] })],
    regions,
  );
  return { ...asked, account: { id: accountId, name: `Account ${accountId.slice(-1)}`, partition: 'aws' } };
}

/** What a server answers to {@link question} when each Region holds one thing of the given value. */
export function answerOf(value: Json, regions: readonly string[] = ['us-east-1']): { readonly [key: string]: Json } {
  const content = {
    status: 'success',
    return_value: {
      v: 1,
      groups: regions.map((r) => ({ c: 0, r, ok: 1, n: 1, fail: 0, cut: [], errors: [] })),
      rows: regions.map((r) => [0, r, value]),
      tries: [[regions.length, regions.length]],
      kept: regions.length,
      pending: [],
      taken: [],
    },
    api_calls: regions.map(() => ({ service: 'x', operation: 'ListThings', status: 'success' })),
  };
  return { content: [{ type: 'text', text: JSON.stringify(content) }], structuredContent: content };
}
