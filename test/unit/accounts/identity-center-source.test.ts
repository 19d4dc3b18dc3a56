import { describe, expect, it } from 'vitest';
import { createIdentityCenterAccounts } from '../../../src/accounts/identity-center-source.js';

describe('createIdentityCenterAccounts', () => {
  it('makes accounts of what the portal lists, with names that can be used to choose them, and without addresses', async () => {
    const source = createIdentityCenterAccounts({
      listAccounts: () =>
        Promise.resolve({
          partition: 'aws-us-gov',
          accounts: [
            { id: '012345678901', name: 'Production', email: 'aws@example.com' },
            { id: '111111111111', name: 'Audit' },
            { id: '222222222222', name: 'audit' },
            { id: '333333333333', name: '' },
            { id: '444444444444', name: 'all' },
          ],
        }),
      clock: () => 1_000,
    });

    const loaded = await source.load(AbortSignal.timeout(1000));

    const rest = { partition: 'aws-us-gov', tags: {} };
    expect([source.origin, loaded]).toEqual([
      'IAM Identity Center',
      {
        fetchedAt: 1_000,
        accounts: [
          { id: '012345678901', name: 'Production', ...rest },
          { id: '111111111111', name: 'Audit 111111111111', ...rest },
          { id: '222222222222', name: 'audit 222222222222', ...rest },
          { id: '333333333333', name: '333333333333', ...rest },
          { id: '444444444444', name: 'all 444444444444', ...rest },
        ],
      },
    ]);
  });
});
