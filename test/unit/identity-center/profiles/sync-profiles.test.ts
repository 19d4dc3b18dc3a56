import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScannedAccount } from '../../../../src/identity-center/account-scan.js';
import {
  type ProfileOptions,
  type ProfileSync,
  syncProfiles,
} from '../../../../src/identity-center/profiles/sync-profiles.js';
import { sleep } from '../../../../src/network/sleep.js';

const SESSION = '[sso-session corp]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = us-east-1\n';
const session = { name: 'corp', startUrl: 'https://d-1.awsapps.com/start', region: 'us-east-1', scopes: [] };

let directory = '';
let configFile = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-profiles-'));
  configFile = join(directory, 'config');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Accounts by their last digits. */
function account(digits: number, name: string, roles: readonly string[] = ['ReadOnly']): ScannedAccount {
  return { ...identity(digits, name), kind: 'listed', roles };
}

function failed(digits: number, name: string): ScannedAccount {
  return { ...identity(digits, name), kind: 'failed', code: 'throttled', message: 'kept turning requests down' };
}

function identity(digits: number, name: string) {
  return { id: String(digits).padStart(12, '0'), name, email: '' };
}

function sync(accounts: readonly ScannedAccount[], options: Partial<ProfileOptions> = {}): Promise<ProfileSync> {
  return syncProfiles(
    { configFile, credentialsFile: join(directory, 'credentials'), readFile: (path) => readFile(path) },
    { clock: Date.now, sleep },
    session,
    { accounts, failed: 0 },
    {
      roleName: 'ReadOnly',
      nameTemplate: undefined,
      region: 'us-east-1',
      regionForAll: false,
      prune: false,
      dryRun: false,
      program: undefined,
      ...options,
    },
    AbortSignal.timeout(10_000),
  );
}

/** What became of each account, in short. */
function results({ outcomes }: ProfileSync): readonly string[] {
  return outcomes.map(({ result, profile, accountId }) => `${result} ${profile} ${String(Number(accountId))}`);
}

const text = (): Promise<string> => readFile(configFile, 'utf8');

function ours(name: string, digits: number, region = 'us-east-1'): string {
  const id = String(digits).padStart(12, '0');
  return `[profile ${name}]\nsso_session = corp\nsso_account_id = ${id}\nsso_role_name = ReadOnly\nregion = ${region}\nmanaged_by = central-ops\nmanaged_key = corp/${id}/ReadOnly\n`;
}

describe('profiles', () => {
  it('are written for every account that grants the role, by their names, behind what is there', async () => {
    await writeFile(configFile, SESSION);

    const synced = await sync([account(2, 'Beta'), account(1, 'Alpha One'), account(3, 'Gamma', ['Admin'])]);

    expect(results(synced)).toEqual(['added corp-beta-ReadOnly 2', 'added corp-alpha-one-ReadOnly 1']);
    expect(await text()).toBe(`${SESSION}\n${ours('corp-alpha-one-ReadOnly', 1)}\n${ours('corp-beta-ReadOnly', 2)}`);
  });

  it('do not change a second time, and leave no second backup', async () => {
    await writeFile(configFile, SESSION);
    const accounts = [account(1, 'Same'), account(2, 'same'), account(3, 'Other')];
    await sync(accounts);
    const before = [await text(), await readdir(directory)];

    const again = await sync(accounts.toReversed());

    expect([again.changed, again.diff, again.backup]).toEqual([false, '', undefined]);
    expect([await text(), await readdir(directory)]).toEqual(before);
  });

  it('all get the account id when their accounts share a name from the start', async () => {
    await writeFile(configFile, SESSION);

    expect(results(await sync([account(1, 'Audit'), account(2, 'audit')]))).toEqual([
      'added corp-audit-ReadOnly-000000000001 1',
      'added corp-audit-ReadOnly-000000000002 2',
    ]);
  });

  it('keep their names when an account of the same name appears, and when the account is renamed', async () => {
    await writeFile(configFile, SESSION);
    await sync([account(1, 'Audit')]);

    const later = await sync([account(2, 'Audit'), account(1, 'Audit')]);
    const renamed = await sync([account(1, 'Elsewhere'), account(2, 'Audit')]);

    expect(results(later)).toEqual(['added corp-audit-ReadOnly-000000000002 2', 'unchanged corp-audit-ReadOnly 1']);
    expect(results(renamed)).toEqual([
      'unchanged corp-audit-ReadOnly 1',
      'unchanged corp-audit-ReadOnly-000000000002 2',
    ]);
  });

  it('do not take a name that an account which could not be asked may need', async () => {
    await writeFile(configFile, SESSION);

    const synced = await sync([failed(1, 'Audit'), account(2, 'Audit')]);

    expect(results(synced)).toEqual(['added corp-audit-ReadOnly-000000000002 2', 'failed  1']);
  });

  it('that somebody else wrote are never changed: their name is taken', async () => {
    const theirs = '[profile corp-alpha-ReadOnly]\nrole_arn = arn:aws:iam::1:role/x\n[profile "corp-beta-ReadOnly"]\n';
    await writeFile(configFile, SESSION + theirs);
    await writeFile(join(directory, 'credentials'), '[corp-gamma-ReadOnly]\naws_access_key_id = x\n');

    const synced = await sync([account(1, 'Alpha'), account(2, 'Beta'), account(3, 'Gamma')]);

    expect(results(synced)).toEqual([
      'added corp-alpha-ReadOnly-000000000001 1',
      'added corp-beta-ReadOnly-000000000002 2',
      'added corp-gamma-ReadOnly-000000000003 3',
    ]);
    expect((await text()).startsWith(SESSION + theirs)).toBe(true);
  });

  it('that somebody else wrote for the same role are kept, and not doubled', async () => {
    const theirs =
      '[profile corp-alpha-ReadOnly]\nsso_session = corp\nsso_account_id = 000000000001\nsso_role_name = ReadOnly\n';
    await writeFile(configFile, SESSION + theirs);

    const synced = await sync([account(1, 'Alpha')]);

    expect(results(synced)).toEqual(['kept corp-alpha-ReadOnly 1']);
    expect(await text()).toBe(SESSION + theirs);
  });

  it('fail by name where both of their names are taken', async () => {
    const theirs = '[profile corp-alpha-ReadOnly]\n[profile corp-alpha-ReadOnly-000000000001]\n';
    await writeFile(configFile, SESSION + theirs);

    const synced = await sync([account(1, 'Alpha')]);

    expect(synced.outcomes).toMatchObject([{ result: 'failed', reason: expect.stringContaining('never overwritten') }]);
    expect(await text()).toBe(SESSION + theirs);
  });

  it('are never called default', async () => {
    await writeFile(configFile, SESSION);

    expect(results(await sync([account(1, 'Default')], { nameTemplate: '{account}' }))).toEqual([
      'added default-000000000001 1',
    ]);
  });

  it('are repaired, and keep the keys, comments and Region that their user gave them', async () => {
    const changed = ours('mine', 1, 'eu-west-1')
      .replace('ReadOnly\nregion', 'Admin\n# home\nregion')
      .replace('managed_by', 'cli_pager =\nmanaged_by');
    await writeFile(configFile, SESSION + changed);

    const synced = await sync([account(1, 'Alpha')]);

    expect(results(synced)).toEqual(['updated mine 1']);
    expect(await text()).toBe(SESSION + changed.replace('Admin', 'ReadOnly'));
  });

  it('get another Region only when it is asked for', async () => {
    await writeFile(configFile, SESSION + ours('a', 1, 'eu-west-1'));

    await sync([account(1, 'Alpha')], { region: 'us-west-2', regionForAll: true });

    expect(await text()).toBe(SESSION + ours('a', 1, 'us-west-2'));
  });

  it('get other names only with a template', async () => {
    await writeFile(configFile, SESSION + ours('a', 1) + ours('b', 2));

    const synced = await sync([account(1, 'Alpha'), account(2, 'b')], { nameTemplate: '{account}' });

    expect(results(synced)).toEqual(['updated alpha 1', 'unchanged b 2']);
    expect(await text()).toBe(SESSION + ours('alpha', 1) + ours('b', 2));
  });

  it('of inherited marks are nobody’s', async () => {
    const theirs =
      '[DEFAULT]\nmanaged_by = central-ops\nmanaged_key = corp/000000000009/ReadOnly\n[profile a]\nregion = x\n';
    await writeFile(configFile, SESSION + theirs);

    expect(results(await sync([account(1, 'Alpha')], { prune: true }))).toEqual(['added corp-alpha-ReadOnly 1']);
    expect((await text()).startsWith(SESSION + theirs)).toBe(true);
  });
});

describe('profiles of accounts that no longer grant the role', () => {
  const others =
    ours('other-role', 8).replaceAll('ReadOnly', 'Admin') + ours('other-session', 9).replaceAll('corp', 'x');

  it('stay without --prune', async () => {
    await writeFile(configFile, SESSION + ours('a', 1) + ours('b', 2));

    const synced = await sync([account(1, 'Alpha'), account(2, 'Beta', ['Admin'])]);

    expect(results(synced)).toEqual(['unchanged a 1', 'kept b 2']);
    expect(synced.changed).toBe(false);
  });

  it('go with it, and no other profile does', async () => {
    await writeFile(configFile, SESSION + ours('a', 1) + ours('b', 2) + ours('gone', 3) + others);

    const synced = await sync([account(1, 'Alpha'), account(2, 'Beta', ['Admin'])], { prune: true });

    expect(results(synced)).toEqual(['unchanged a 1', 'pruned b 2', 'pruned gone 3']);
    expect(await text()).toBe(SESSION + ours('a', 1) + others);
  });

  it('stay where the account could not be asked', async () => {
    await writeFile(configFile, SESSION + ours('a', 1) + ours('b', 2));

    const synced = await sync([account(1, 'Alpha'), failed(2, 'Beta')], { prune: true });

    expect(results(synced)).toEqual(['unchanged a 1', 'failed b 2']);
    expect(synced.changed).toBe(false);
  });

  it('stay where somebody wrote into them', async () => {
    const withKey = `${ours('b', 2)}cli_pager =\n`;
    const withComment = ours('c', 3).replace('region', '# mine\nregion');
    await writeFile(configFile, SESSION + ours('a', 1) + withKey + withComment);

    const synced = await sync([account(1, 'Alpha')], { prune: true });

    expect(synced.outcomes.slice(1)).toMatchObject([
      { result: 'kept', reason: expect.stringContaining('has keys of yours (cli_pager)') },
      { result: 'kept', reason: expect.stringContaining('has lines of yours') },
    ]);
    expect(await text()).toBe(SESSION + ours('a', 1) + withKey + withComment);
  });

  it('stay when the portal lists nothing at all', async () => {
    await writeFile(configFile, SESSION + ours('a', 1));

    await expect(sync([], { prune: true })).rejects.toThrow('lists no account for you');
    expect(await text()).toBe(SESSION + ours('a', 1));
  });
});

describe('credential_process', () => {
  it('takes the place of the AWS CLI’s keys, and gives it back', async () => {
    await writeFile(configFile, SESSION + ours('a', 1));

    await sync([account(1, 'Alpha')], { program: ['/usr/bin/node', '/opt/main.js'] });
    const withProcess = await text();
    await sync([account(1, 'Alpha')]);

    expect(withProcess).toBe(
      `${SESSION}[profile a]\nregion = us-east-1\nmanaged_by = central-ops\nmanaged_key = corp/000000000001/ReadOnly\ncredential_process = /usr/bin/node /opt/main.js credentials --account 000000000001 --role ReadOnly --sso-session corp\n`,
    );
    expect(await sync([account(1, 'Alpha')])).toMatchObject({ changed: false });
  });
});

describe('a dry run', () => {
  it('shows the diff and writes nothing', async () => {
    await writeFile(configFile, SESSION);

    const synced = await sync([account(1, 'Alpha')], { dryRun: true });

    expect([await text(), synced.changed]).toEqual([SESSION, false]);
    expect(synced.diff).toContain('@@ -1,3 +1,11 @@\n');
    expect(synced.diff).toContain('+[profile corp-alpha-ReadOnly]\n');
  });
});

describe('what cannot be edited', () => {
  it.each([
    ['[sso-session corp]\n[profile a]\n[profile a]\n', 'line 3: [profile a] is there twice'],
    ['\ufeff[profile a]\n', 'line 1: something stands before the first [section]'],
    ['[profile a]\nk = v\rl = w\n', 'line 2: it ends in a carriage return without a line feed'],
    ['[profile a]\nk\n', 'line 2: [profile a] has a line that is not "key = value"'],
    [Buffer.from('[profile a]\nk = v\nl = caf\xe9\n', 'latin1'), 'line 3: it is not UTF-8 text'],
  ])('is refused with its line: %j', async (content, message) => {
    await writeFile(configFile, content);

    await expect(sync([account(1, 'Alpha')])).rejects.toThrow(message);
    expect(await readFile(configFile)).toEqual(Buffer.from(content));
  });

  it('is a role that nobody grants', async () => {
    await writeFile(configFile, SESSION);

    await expect(sync([account(1, 'Alpha')], { roleName: 'ReadOnyl' })).rejects.toMatchObject({
      code: 'usage',
      nextStep: 'You have ReadOnly: name one of them.',
    });
  });
});
