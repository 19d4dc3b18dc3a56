import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccountListFile } from '../../../src/accounts/account-list-file.js';
import type { Account } from '../../../src/domain/account.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-accounts-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const ACCOUNT: Account = { id: '222222222222', name: 'Production', partition: 'aws', tags: {} };
const listOf = (account: Account) => ({ fetchedAt: 1, accounts: [account] });

describe('the file of an account list', () => {
  it.each([ACCOUNT, { ...ACCOUNT, externalId: 'env:ROLE_ID' }, { ...ACCOUNT, externalId: 'ssm:/role/id' }])(
    'keeps %j',
    async (account) => {
      const file = createAccountListFile(directory, ['a']);

      await file.write(listOf(account));

      expect(await file.read()).toEqual(listOf(account));
    },
  );

  it('keeps no external id, and no list from before there was one', async () => {
    const file = createAccountListFile(directory, ['a']);
    await file.write(listOf(ACCOUNT));

    await file.write(listOf({ ...ACCOUNT, externalId: 'the-id-itself' }));

    expect(await file.read()).toBeUndefined();
    expect(await readdir(directory)).toEqual([]);
  });
});
