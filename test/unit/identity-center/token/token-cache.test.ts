import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRegistrationCache } from '../../../../src/identity-center/token/registration-cache.js';
import { createTokenCache } from '../../../../src/identity-center/token/token-cache.js';
import { tokenFileText } from '../../../../src/identity-center/token/token-file.js';
import { mySso, refreshable } from '../support/sessions.js';

const FILE = '0ad374308c5a4e22f723adf10145eafad7c4031c.json';
const NOW = Date.UTC(2026, 10, 21, 12);

let home = '';
let directory = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'central-ops-cache-'));
  directory = join(home, '.aws', 'sso', 'cache');
});
afterEach(async () => {
  await chmod(home, 0o700);
  await rm(home, { recursive: true, force: true });
});

const cacheWith = (sleep: (millis: number) => Promise<void> = () => Promise.resolve()) =>
  createTokenCache({ directory, clock: () => NOW, sleep });

describe('the token cache', () => {
  it('keeps a token for this user alone, in directories for this user alone', async () => {
    const token = refreshable(NOW + 3_600_000);

    await cacheWith().write(mySso, token);

    const modes = await Promise.all(
      [join(home, '.aws'), directory, join(directory, FILE)].map(async (path) => (await stat(path)).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o700, 0o600]);
    expect(await cacheWith().read(mySso)).toEqual({ kind: 'token', token });
    expect(await readdir(directory)).toEqual([FILE]);
  });

  it('has none, and knows when something else lies there', async () => {
    expect(await cacheWith().read(mySso)).toEqual({ kind: 'none' });

    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, FILE), '{"accessToken":');

    expect(await cacheWith().read(mySso)).toEqual({ kind: 'unreadable' });
  });

  it('waits a moment for an AWS CLI that empties the file before it writes', async () => {
    const token = refreshable(NOW + 3_600_000);
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, FILE), '');

    const cache = cacheWith(() => writeFile(join(directory, FILE), tokenFileText(mySso, token)));

    expect(await cache.read(mySso)).toEqual({ kind: 'token', token });
  });

  it('removes one session and leaves the others and their registrations', async () => {
    const cache = cacheWith();
    const registrations = createRegistrationCache({ directory, clock: () => NOW });
    await cache.write(mySso, refreshable(NOW));
    await cache.write({ ...mySso, name: 'other' }, refreshable(NOW));
    await registrations.write(mySso, [], { clientId: 'c', clientSecret: 's', expiresAt: NOW });

    await cache.remove(mySso);
    await cache.remove(mySso);

    const left = await readdir(directory);
    expect([left.length, left.includes(FILE)]).toEqual([2, false]);
  });

  it('lets one at a time work on a session, and clears what killed writers left', async () => {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, `${FILE}.x.partial`), '{"accessToken":"left-behind"');
    await writeFile(join(directory, 'other.json.x.partial'), 'of another session');
    const cache = createTokenCache({
      directory,
      clock: () => NOW,
      sleep: (millis) => new Promise((resolve) => void setTimeout(resolve, millis / 10)),
    });
    let inside = 0;
    let most = 0;

    await Promise.all(
      Array.from({ length: 5 }, () =>
        cache.exclusively(mySso, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => void setTimeout(resolve, 3));
          inside -= 1;
        }),
      ),
    );

    expect(most).toBe(1);
    expect(await readdir(directory)).toEqual(['other.json.x.partial']);
  });

  it('names the place that cannot be written', async () => {
    await mkdir(join(home, '.aws'), { recursive: true });
    await writeFile(join(home, '.aws', 'sso'), 'a file where a directory should be');

    await expect(cacheWith().write(mySso, refreshable(NOW))).rejects.toMatchObject({
      code: 'configuration',
      message: `The AWS CLI's token cache ${directory} cannot be written (ENOTDIR).`,
    });
  });
});

describe('the registration cache', () => {
  const registration = { clientId: 'c', clientSecret: 's', expiresAt: NOW + 86_400_000 };

  it('keeps one for each flow, in the form of the AWS CLI and for this user alone', async () => {
    const cache = createRegistrationCache({ directory, clock: () => NOW });
    await cache.write(mySso, ['authorization_code', 'refresh_token'], registration);

    const [name = ''] = await readdir(directory);

    expect(await cache.read(mySso, ['authorization_code', 'refresh_token'])).toEqual(registration);
    expect(await cache.read(mySso, [])).toBeUndefined();
    expect(
      await cache.read({ ...mySso, region: 'eu-west-1' }, ['authorization_code', 'refresh_token']),
    ).toBeUndefined();
    expect(JSON.parse(await readFile(join(directory, name), 'utf8'))).toEqual({
      clientId: 'c',
      clientSecret: 's',
      expiresAt: '2026-11-22T12:00:00Z',
      scopes: ['sso:account:access'],
      grantTypes: ['authorization_code', 'refresh_token'],
    });
    expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600);
  });

  it('has none that ends within a quarter of an hour', async () => {
    let now = NOW;
    const cache = createRegistrationCache({ directory, clock: () => now });
    await cache.write(mySso, [], registration);

    now = registration.expiresAt - 15 * 60_000;
    const atTheLimit = await cache.read(mySso, []);
    now += 1000;

    expect([atTheLimit, await cache.read(mySso, [])]).toEqual([registration, undefined]);
  });
});
