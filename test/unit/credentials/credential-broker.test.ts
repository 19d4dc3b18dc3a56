import { describe, expect, it } from 'vitest';
import { createCredentialBroker } from '../../../src/credentials/credential-broker.js';
import type { CredentialSource } from '../../../src/credentials/credential-source.js';
import type { Account } from '../../../src/domain/account.js';
import type { AwsCredentials } from '../../../src/domain/credentials.js';

function account(id: string, more: Partial<Account> = {}): Account {
  return { id, name: `Account ${id}`, tags: {}, partition: 'aws', ...more };
}

/** Issues keys that name the account they belong to, after a moment of random length. */
function source(): CredentialSource & { readonly requests: string[] } {
  const requests: string[] = [];
  return {
    requests,
    async fetch({ account: asked, signal }): Promise<AwsCredentials> {
      requests.push(asked.id);
      await new Promise((resolve) => {
        setTimeout(resolve, (Number(asked.id) * 7) % 5);
      });
      signal.throwIfAborted();
      return { accessKeyId: `key of ${asked.id}`, secretAccessKey: 's', sessionToken: 't', expiresAt: 1_000_000 };
    },
    keyOf: ({ id, roleName = 'R' }) => `${id}|${roleName}`,
    describe: ({ id }) => `role of ${id}`,
  };
}

describe('createCredentialBroker', () => {
  it('gives each of 50 accounts its own credentials, over many rounds at once', async () => {
    const accounts = new Map(
      Array.from({ length: 50 }, (_, index) => {
        const id = String(index + 1).padStart(12, '0');
        return [id, account(id)];
      }),
    );
    const issuing = source();
    const broker = createCredentialBroker({ find: (id) => accounts.get(id), source: issuing, clock: () => 0 });

    const rounds = Array.from({ length: 40 }, (_, round) =>
      [...accounts.keys()].map(async (id) => {
        const { accessKeyId } = await broker.forAccount(id).provide({ forceRefresh: round % 10 === 9 });
        return accessKeyId === `key of ${id}`;
      }),
    );

    expect(new Set(await Promise.all(rounds.flat()))).toEqual(new Set([true]));
    expect(issuing.requests.length).toBe(50);
  });

  it('keeps one identity per key, and another when the registry gives the account another role', async () => {
    let current = account('222222222222');
    const issuing = source();
    const broker = createCredentialBroker({ find: () => current, source: issuing, clock: () => 0 });

    const first = broker.forAccount('222222222222');
    const same = broker.forAccount('222222222222');
    current = account('222222222222', { roleName: 'Other' });
    const other = broker.forAccount('222222222222');
    await Promise.all([first.provide(), same.provide(), other.provide()]);

    expect(same).toBe(first);
    expect([first.accountId, first.key, other.key]).toEqual(['222222222222', '222222222222|R', '222222222222|Other']);
    expect(issuing.requests).toEqual(['222222222222', '222222222222']);
  });

  it('has nothing for an account outside the registry, and asks nobody', () => {
    const issuing = source();
    const broker = createCredentialBroker({ find: () => undefined, source: issuing, clock: () => 0 });

    expect(() => broker.forAccount('999999999999')).toThrow(
      expect.objectContaining({
        code: 'unknown-account',
        message:
          'Account 999999999999 is not in the account registry, so nothing may be asked of it. ' +
          'Add it to the registry, or choose one that `central-ops accounts` lists.',
      }),
    );
    expect(issuing.requests).toEqual([]);
  });

  it('fetches nothing before it is asked, and gives nothing once closed', async () => {
    const issuing = source();
    const broker = createCredentialBroker({ find: account, source: issuing, clock: () => 0 });
    const identity = broker.forAccount('222222222222');
    expect(issuing.requests).toEqual([]);
    const waiting = identity.provide().catch((error: unknown) => error);

    broker.close();

    expect(await waiting).toMatchObject({ code: 'cancelled' });
    await expect(identity.provide()).rejects.toMatchObject({ code: 'cancelled' });
    await expect(broker.forAccount('222222222222').provide()).rejects.toMatchObject({ code: 'cancelled' });
  });
});
