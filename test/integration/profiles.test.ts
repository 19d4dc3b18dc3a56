import { spawnSync } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killWhileEditing } from './support/kill-rounds.js';
import { createProfileWorld, type ProfileWorld, SESSION } from './support/profile-world.js';

let world: ProfileWorld;
beforeEach(async () => {
  world = await createProfileWorld();
});
afterEach(() => world.close());

const ROLE = 'CentralOpsReadOnly';
const PROFILES = {
  'corp-central-operations-CentralOpsReadOnly': '473167361874',
  'corp-data-platform-production-CentralOpsReadOnly': '054949383294',
  'corp-payments-production-CentralOpsReadOnly': '397430641028',
  'corp-payments-staging-CentralOpsReadOnly': '539018476808',
};
const NAMES = Object.keys(PROFILES);
const headers = (text: string): readonly string[] =>
  [...text.matchAll(/^\[profile (.*)\]$/gmu)].map(([, name = '']) => name);

const cache = (): string => join(world.home, '.aws', 'cli', 'cache');

const hasBoto3 = spawnSync('python3', ['-c', 'import boto3']).status === 0;

describe('central-ops profiles sync', () => {
  it('writes profiles, changes nothing the second time, and prunes what is no longer granted', async () => {
    const dotfiles = join(world.home, 'dotfiles');
    await mkdir(dotfiles);
    await rename(world.configFile, join(dotfiles, 'aws'));
    await symlink('../dotfiles/aws', world.configFile);
    await chmod(join(dotfiles, 'aws'), 0o640);

    const dryRun = await world.run('profiles', 'sync', ROLE, '--dry-run');
    const untouched = await world.config();
    const first = await world.run('profiles', 'sync', ROLE, 'corp', '--region', 'eu-west-1');
    const written = await world.config();
    const second = await world.run('profiles', 'sync', ROLE, '--output', 'json');
    // The fault takes the role from everybody in one account, and leaves another one unknown.
    await world.restart({
      faults: [
        { account: 'payments-staging', service: 'sso', outcome: 'denied' },
        { account: 'payments-production', service: 'sso', outcome: 'error' },
      ],
    });
    const third = await world.run('profiles', 'sync', ROLE, '--prune');

    expect([dryRun.code, first.code, second.code, third.code]).toEqual([0, 0, 0, 3]);
    expect([untouched, dryRun.stdout.match(/^\+\[profile /gmu)?.length]).toEqual([SESSION, 4]);
    expect(dryRun.stderr).toContain(
      '4 added, 0 updated, 0 unchanged, 0 pruned, 0 kept, 0 failed. Nothing was written to',
    );
    expect(first.stderr).toContain('4 added, 0 updated, 0 unchanged, 0 pruned, 0 kept, 0 failed. Written to');
    expect([headers(written), written.match(/^region = eu-west-1$/gmu)?.length]).toEqual([NAMES, 4]);
    expect(JSON.parse(second.stdout)).toMatchObject({
      changed: false,
      backup: null,
      counts: { added: 0, updated: 0, unchanged: 4, pruned: 0, kept: 0, failed: 0 },
      diff: '',
    });
    expect(third.stderr).toContain('0 added, 0 updated, 2 unchanged, 1 pruned, 0 kept, 1 failed. Written to');
    expect(third.stderr).toContain(
      'Payments Production (397430641028): IAM Identity Center session corp could not be asked',
    );
    expect(headers(await world.config())).toEqual(NAMES.slice(0, 3));
    expect((await lstat(world.configFile)).isSymbolicLink()).toBe(true);
    expect((await stat(world.configFile)).mode & 0o777).toBe(0o640);
    const backups = (await readdir(join(world.home, '.aws'))).filter((name) => name.includes('backup')).sort();
    expect(await Promise.all(backups.map((name) => readFile(join(world.home, '.aws', name), 'utf8')))).toEqual([
      SESSION,
      written,
    ]);
  }, 60_000);

  it('lets two at once write into one file', async () => {
    const [one, two, three] = await Promise.all([
      world.run('profiles', 'sync', ROLE),
      world.run('profiles', 'sync', 'AdministratorAccess'),
      world.run('profiles', 'sync', ROLE),
    ]);

    expect([one.code, two.code, three.code]).toEqual([0, 0, 0]);
    expect([...headers(await world.config())].sort()).toEqual(
      [...NAMES, 'corp-central-operations-AdministratorAccess', 'corp-payments-staging-AdministratorAccess'].sort(),
    );
  }, 60_000);

  it('says what is wrong before it asks anybody', async () => {
    await writeFile(world.configFile, `${SESSION}[profile a]\n[profile a]\n`);

    const doubled = await world.run('profiles', 'sync', ROLE);
    const mistyped = await world.run('profiles', 'sync', ROLE, '--region', 'eu-wst-1');

    expect([doubled.code, doubled.stderr]).toEqual([2, expect.stringContaining('line 6: [profile a] is there twice')]);
    expect([mistyped.code, mistyped.stderr]).toEqual([2, expect.stringContaining('the nearest is eu-west-1')]);
    expect(world.sandbox.identityCenter.statistics().listAccounts).toBe(0);
  }, 60_000);
});

describe('profiles that were written', () => {
  const [first = ''] = NAMES;
  const opensFirst = { [first]: '473167361874' };

  it('open their accounts for the JavaScript SDK, with the AWS CLI’s keys and with credential_process', async () => {
    await world.run('profiles', 'sync', ROLE);
    const sso = await world.opened('sdk', NAMES);
    await world.run('profiles', 'sync', ROLE, '--credential-process');
    const process = await world.opened('sdk', [first]);

    expect([sso, process]).toEqual([PROFILES, opensFirst]);
  }, 60_000);

  describe.skipIf(!hasBoto3)('next to boto3 (needs python3 with boto3)', () => {
    it('open their accounts, with the AWS CLI’s keys and with credential_process', async () => {
      await world.run('profiles', 'sync', ROLE);
      const sso = await world.opened('boto3', NAMES);
      await world.run('profiles', 'sync', ROLE, '--credential-process');
      const process = await world.opened('boto3', [first]);

      expect([sso, process]).toEqual([PROFILES, opensFirst]);
    }, 60_000);
  });
});

describe('central-ops credentials', () => {
  it('prints one object, keeps it where the AWS CLI does, and forgets it with the sign-in', async () => {
    const first = await world.run('credentials', '--account', '539018476808', '--role', ROLE);
    const second = await world.run('credentials', '--account', 'payments st');
    const files = await readdir(cache());
    const modes = await Promise.all(files.map(async (name) => (await stat(join(cache(), name))).mode & 0o777));
    const signOut = await world.run('logout');
    const after = await world.run('credentials', '--account', '539018476808');

    expect(JSON.parse(first.stdout)).toEqual({
      Version: 1,
      AccessKeyId: expect.stringMatching(/^ASIA/u),
      SecretAccessKey: expect.any(String),
      SessionToken: expect.any(String),
      Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
      AccountId: '539018476808',
    });
    expect([first.stderr, first.stdout.split('\n').length]).toEqual(['', 2]);
    expect(parsed(second.stdout).AccessKeyId).toBe(parsed(first.stdout).AccessKeyId);
    expect(world.sandbox.identityCenter.statistics().getRoleCredentials).toBe(1);
    expect([files.length, modes]).toEqual([1, [0o600]]);
    expect([signOut.code, await readdir(cache())]).toEqual([0, []]);
    expect([after.code, after.stdout]).toEqual([5, '']);
    expect(after.stderr).toContain('central-ops login --sso-session corp');
  }, 60_000);

  it('names what is wrong on stderr alone', async () => {
    const refused = await world.run('credentials', '--account', '397430641028', '--role', 'AdministratorAccess');
    const unknown = await world.run('credentials', '--account', 'payments stagng');

    expect([refused.code, refused.stdout, unknown.code, unknown.stdout]).toEqual([1, '', 2, '']);
    expect(refused.stderr).toContain('refused credentials of AdministratorAccess in 397430641028');
    expect(unknown.stderr).toContain('Did you mean');
  }, 60_000);
});

describe('a kill in the middle of a write', () => {
  it('leaves a whole file, and nothing in the way of the next', async () => {
    const { texts, left } = await killWhileEditing(4);

    expect([texts, left]).toEqual([['whole', 'whole', 'whole', 'whole'], ['config']]);
  }, 60_000);
});

function parsed(text: string): { readonly AccessKeyId?: unknown } {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? value : {};
}
