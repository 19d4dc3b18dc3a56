import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { killWhileEditing } from '../integration/support/kill-rounds.js';
import { createProfileWorld, SESSION } from '../integration/support/profile-world.js';

const ROLE = 'CentralOpsReadOnly';
const hasBoto3 = spawnSync('python3', ['-c', 'import boto3']).status === 0;
/** Who reads the profiles: boto3 where it is installed. */
const PROGRAMS = hasBoto3 ? (['sdk', 'boto3'] as const) : (['sdk'] as const);
const THEIRS = '# mine\n[profile corp-payments-staging-CentralOpsReadOnly]\r\nregion = us-east-1\ns3 =\n  max = 1\n';

it('writes 700 profiles near the rate of the portal although it turns requests down, and every one opens its account', async () => {
  const world = await createProfileWorld({ accounts: 699, identityCenter: { refuseEvery: 10 } });
  try {
    await writeFile(world.configFile, SESSION + THEIRS);
    const accounts = world.sandbox.registry().accounts;
    const startedAt = performance.now();
    const ended = await world.run('profiles', 'sync', ROLE);
    const seconds = (performance.now() - startedAt) / 1000;
    const text = await world.config();
    const statistics = world.sandbox.identityCenter.statistics();
    const again = await world.run('profiles', 'sync', ROLE);

    expect([ended.code, ended.stderr]).toEqual([0, expect.stringContaining('700 added, 0 updated')]);
    expect(text.startsWith(SESSION + THEIRS)).toBe(true);
    const opens = new Map(
      [...text.matchAll(/^\[profile (\S+)\]\nsso_session = corp\nsso_account_id = (\d{12})\n/gmu)].map(
        ([, name = '', id = '']) => [name, id],
      ),
    );
    expect([...opens.values()].sort()).toEqual(accounts.map(({ id }) => id).sort());
    const plain = accounts.map(({ name }) => `corp-${name.toLowerCase().replaceAll(' ', '-')}-${ROLE}`);
    const names = accounts.map(({ id }, index) => {
      const name = plain[index] ?? '';
      const isShared = plain.filter((other) => other === name).length > 1 || THEIRS.includes(`${name}]`);
      return isShared ? `${name}-${id}` : name;
    });
    expect([...opens.keys()].sort()).toEqual(names.sort());
    expect(statistics.rejected429).toBeGreaterThan(70);
    // Twenty a second, those that were turned down included: 700 accounts in 8 pages.
    expect(seconds).toBeLessThan(((708 + statistics.rejected429) / 20) * 1.25 + 3);
    expect([again.code, again.stderr, await world.config()]).toEqual([
      0,
      expect.stringContaining('0 added, 0 updated, 700 unchanged, 0 pruned, 0 kept, 0 failed'),
      text,
    ]);

    await world.restart({ identityCenter: { portalRate: 100_000 } });
    const expected = Object.fromEntries(opens);
    for (const program of PROGRAMS) expect(await world.opened(program, [...opens.keys()])).toEqual(expected);
  } finally {
    await world.close();
  }
});

it('reports an account that is throttled or denied for good, and keeps its profile', async () => {
  const world = await createProfileWorld();
  try {
    await world.run('profiles', 'sync', ROLE);
    const before = await world.config();
    await world.restart({ faults: [{ account: 'payments-staging', service: 'sso', outcome: 'throttled' }] });
    const ended = await world.run('profiles', 'sync', ROLE, '--prune');

    expect([ended.code, ended.stderr]).toEqual([3, expect.stringContaining('3 unchanged, 0 pruned, 0 kept, 1 failed')]);
    expect(await world.config()).toBe(before);
  } finally {
    await world.close();
  }
});

it('leaves a whole file however often it is killed', async () => {
  const { texts, left } = await killWhileEditing(150);

  expect([texts.filter((text) => text !== 'whole'), left]).toEqual([[], ['config']]);
});

it('leaves a whole file when the command itself is killed, and two of it write at once', async () => {
  const world = await createProfileWorld({ identityCenter: { portalRate: 100_000 } });
  try {
    const rounds: string[] = [];
    for (let round = 0; round < 40; round += 1) {
      await writeFile(world.configFile, SESSION + THEIRS);
      const started = [ROLE, 'AdministratorAccess'].map((role) => world.start('profiles', 'sync', role));
      const timers = started.map(({ child }, index) =>
        setTimeout(() => child.kill('SIGKILL'), 500 + round * 40 + index * 25),
      );
      await Promise.all(started.map(({ ended }) => ended));
      timers.forEach(clearTimeout);
      const text = await world.config();
      const rest = text.slice((SESSION + THEIRS).length);
      const profile =
        /\n?\[profile \S+\]\nsso_session = corp\nsso_account_id = \d{12}\nsso_role_name = \w+\nregion = us-east-1\nmanaged_by = central-ops\nmanaged_key = \S+\n/gu;
      const whole = text.startsWith(SESSION + THEIRS) && rest.replaceAll(profile, '') === '';
      rounds.push(whole ? String([...rest.matchAll(profile)].length) : text);
    }
    await writeFile(world.configFile, SESSION);
    const last = await world.run('profiles', 'sync', ROLE);

    // Nothing, one role's profiles, the other's, or both.
    expect(rounds.filter((found) => !['0', '2', '4', '6'].includes(found))).toEqual([]);
    expect([last.code, last.stderr]).toEqual([0, expect.stringContaining('4 added')]);
  } finally {
    await world.close();
  }
});
