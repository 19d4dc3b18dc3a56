import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createAccountListFile } from '../../../src/accounts/account-list-file.js';
import type { LoadedAccounts } from '../../../src/accounts/account-source.js';
import { type AccountListStore, createCachedRegistry } from '../../../src/accounts/cached-registry.js';
import type { Account } from '../../../src/domain/account.js';
import { CentralOpsError } from '../../../src/domain/errors.js';

const MINUTE = 60_000;
const { signal } = new AbortController();

function account(id: string): Account {
  return { id, name: `Account ${id}`, tags: {}, partition: 'aws' };
}

/** A source whose list grows by an account each time, and that can be told to fail. */
function setUp(store?: AccountListStore) {
  let now = 0;
  let loads = 0;
  let failure: Error | undefined;
  const read = createCachedRegistry({
    source: {
      origin: 'the source',
      load: () => {
        loads += 1;
        if (failure !== undefined) return Promise.reject(failure);
        const accounts = Array.from({ length: loads }, (_, index) => account(String(100_000_000_000 + index)));
        return Promise.resolve({ accounts, fetchedAt: now });
      },
    },
    clock: () => now,
    ...(store === undefined ? {} : { store }),
  });
  return {
    read,
    later: (minutes: number) => (now += minutes * MINUTE),
    fail: (error: Error | undefined) => (failure = error),
    loads: () => loads,
  };
}

const throttled = new CentralOpsError('throttled', 'too many requests');

describe('createCachedRegistry', () => {
  it('asks anew when the list is no longer that of who asks', async () => {
    let signedInAt = 0;
    let loads = 0;
    const read = createCachedRegistry({
      source: {
        origin: 'the portal',
        load: () => {
          loads += 1;
          return Promise.resolve({ accounts: [account('100000000000')], fetchedAt: 10 });
        },
      },
      clock: () => 10,
      stillHolds: (fetchedAt) => Promise.resolve(signedInAt <= fetchedAt),
    });

    await read(signal);
    await read(signal);
    const before = loads;
    signedInAt = 11;
    await read(signal);

    expect([before, loads]).toEqual([1, 2]);
  });

  it('asks once for all who read at once, and again after a quarter of an hour', async () => {
    const { read, later, loads } = setUp();

    const [one, two] = await Promise.all([read(signal), read(signal)]);
    later(14);
    await read(signal);
    const before = loads();
    later(2);
    const newer = await read(signal);

    expect([one.accounts().length, two.accounts().length, before, newer.accounts().length]).toEqual([1, 1, 1, 2]);
    expect([one.readAt, newer.readAt, newer.notice]).toEqual([0, 16 * MINUTE, undefined]);
  });

  it('asks at once when told to', async () => {
    const { read } = setUp();
    await read(signal);

    expect((await read(signal, { refresh: true })).accounts()).toHaveLength(2);
  });

  it('lets the kept list stand in for a source that cannot be reached, and says how old it is', async () => {
    const { read, later, fail } = setUp();
    await read(signal);
    later(60);
    fail(throttled);

    const registry = await read(signal);

    expect([registry.accounts().length, registry.notice]).toEqual([
      1,
      'The accounts are those that the source listed 60 minutes ago; it could not be asked now (too many requests). Newer accounts are missing.',
    ]);
  });

  it.each([
    ['a refusal', new CentralOpsError('credentials-denied', 'denied'), 60, false],
    ['a day', throttled, 25 * 60, false],
    ['a refresh', throttled, 60, true],
  ])('throws after %s', async (_name, error, minutes, refresh) => {
    const { read, later, fail } = setUp();
    await read(signal);
    later(minutes);
    fail(error);

    await expect(read(signal, { refresh })).rejects.toBe(error);
  });

  it('does not take an empty list for an answer', async () => {
    const read = createCachedRegistry({
      source: { origin: 'the source', load: () => Promise.resolve({ accounts: [], fetchedAt: 0 }) },
      clock: () => 0,
    });

    await expect(read(signal)).rejects.toMatchObject({ code: 'registry-invalid' });
  });

  it('lets one reader leave without taking the list from the others', async () => {
    let deliver: ((list: LoadedAccounts) => void) | undefined;
    const read = createCachedRegistry({
      source: { origin: 'the source', load: () => new Promise((resolve) => (deliver = resolve)) },
      clock: () => 0,
    });
    const leaving = new AbortController();

    const left = read(leaving.signal);
    const stays = read(signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    deliver?.({ accounts: [account('222222222222')], fetchedAt: 0 });

    expect((await stays).accounts()).toHaveLength(1);
  });

  it('does not believe a list from the future', async () => {
    const { read, later, loads } = setUp();
    await read(signal);
    later(-5);
    await read(signal);

    expect(loads()).toBe(2);
  });
});

describe('createAccountListFile', () => {
  const directories: string[] = [];

  afterEach(async () => {
    await Promise.all(directories.splice(0).map((path) => rm(path, { recursive: true, force: true })));
  });

  async function directory(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'central-ops-accounts-'));
    directories.push(made);
    return join(made, 'accounts');
  }

  it('serves the next process, in a file that only this user reads', async () => {
    const place = await directory();
    await setUp(createAccountListFile(place, ['organizations'])).read(signal);

    const next = setUp(createAccountListFile(place, ['organizations']));
    const other = setUp(createAccountListFile(place, ['organizations', 'eu-west-1']));
    const registries = [await next.read(signal), await other.read(signal)];

    expect([next.loads(), other.loads(), registries[0]?.accounts().length]).toEqual([0, 1, 1]);
    const [name = ''] = await readdir(place);
    expect((await stat(join(place, name))).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{"fetchedAt": 0, "accounts": []}', '{"fetchedAt": 0, "accounts": [{"id": "1", "name": "x"}]}'])(
    'asks again where the file holds %j',
    async (text) => {
      const place = await directory();
      const store = createAccountListFile(place, ['organizations']);
      await setUp(store).read(signal);
      const [name = ''] = await readdir(place);
      await writeFile(join(place, name), text);

      const next = setUp(store);
      await next.read(signal);

      expect(next.loads()).toBe(1);
      expect(JSON.parse(await readFile(join(place, name), 'utf8'))).toMatchObject({ fetchedAt: 0 });
    },
  );

  it('does without where nothing can be written', async () => {
    const place = await directory();
    await writeFile(place, 'a file, and no directory');
    const { read } = setUp(createAccountListFile(place, ['organizations']));

    expect((await read(signal)).accounts()).toHaveLength(1);
  });
});
