import { describe, expect, it } from 'vitest';
import { createChosenSource } from '../../../src/credentials/chosen-source.js';
import type { CredentialSource } from '../../../src/credentials/credential-source.js';
import type { Account } from '../../../src/domain/account.js';

const account: Account = { id: '222222222222', name: 'Production', tags: {}, partition: 'aws' };

function named(name: string): CredentialSource {
  return {
    fetch: () => Promise.resolve({ accessKeyId: name, secretAccessKey: 'x' }),
    keyOf: () => `key of ${name}`,
    describe: () => `a ${name}`,
  };
}

describe('createChosenSource', () => {
  it('asks the chosen one, and is keyed by both', async () => {
    const source = createChosenSource(() => Promise.resolve({ kind: 'identity-center', reason: 'a sign-in' }), {
      iam: named('role'),
      'identity-center': named('permission set'),
    });

    const credentials = await source.fetch({ account, signal: AbortSignal.timeout(1000) });

    expect([credentials.accessKeyId, source.keyOf(account), source.describe(account)]).toEqual([
      'permission set',
      'key of role||key of permission set',
      'a permission set',
    ]);
  });
});
