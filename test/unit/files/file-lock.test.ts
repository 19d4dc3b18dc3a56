import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryLock } from '../../../src/files/file-lock.js';
import { createDirectorySessionLocks, createMemorySessionLocks } from '../../../src/checkpoints/session-locks.js';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-lock-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const LATER = Number.MAX_SAFE_INTEGER;

function lock(): Promise<(() => Promise<void>) | undefined> {
  return tryLock(join(directory, 'lock'), LATER, Date.now);
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('tryLock', () => {
  it('gives the lock to one, and to the next when it is released', async () => {
    const first = await lock();
    const second = await lock();
    await first?.();
    const third = await lock();

    expect([first, second, third].map((release) => release !== undefined)).toEqual([true, false, true]);
  });

  it('gives a lock that a dead process left to exactly one', async () => {
    const holder = { pid: await deadProcess(), host: hostname(), until: LATER, token: 'left' };
    await writeFile(join(directory, 'lock'), JSON.stringify(holder));

    const taken = await Promise.all(Array.from({ length: 40 }, () => lock()));

    expect(taken.filter((release) => release !== undefined).length).toBe(1);
    expect(await readdir(directory)).toEqual(['lock']);
  });

  it('gets over a process that was killed while it took a lock over', async () => {
    const holder = { pid: await deadProcess(), host: hostname(), until: LATER, token: 'left' };
    await writeFile(join(directory, 'lock'), JSON.stringify(holder));
    const claim = join(directory, 'lock.left.claim');
    await writeFile(claim, JSON.stringify({ ...holder, token: 'killed' }));

    const taken = [await lock(), await lock()];

    expect(taken.map((release) => release !== undefined)).toEqual([false, true]);
  });

  it.each([
    ['of a process on another machine', { pid: 1, host: 'elsewhere', until: LATER, token: 'x' }, false],
    ['of a living process', { pid: process.pid, host: hostname(), until: LATER, token: 'x' }, false],
    ['that has outlived its time', { pid: process.pid, host: hostname(), until: 1, token: 'x' }, true],
  ])('takes over a lock %s: %o is %s', async (_, holder, takenOver) => {
    await writeFile(join(directory, 'lock'), JSON.stringify(holder));

    expect((await lock()) !== undefined).toBe(takenOver);
  });

  it.each(['', '{"pid"', '{}'])('takes over a file that names no holder: %j', async (text) => {
    await writeFile(join(directory, 'lock'), text);

    expect((await lock()) !== undefined).toBe(true);
  });

  it('does not release what another has taken over', async () => {
    const expired = await tryLock(join(directory, 'lock'), 1, Date.now);
    const next = await lock();
    await expired?.();

    expect([next !== undefined, await lock()]).toEqual([true, undefined]);
  });
});

describe.each([
  ['of one process', createMemorySessionLocks],
  ['in a directory', () => createDirectorySessionLocks(join(directory, 'sessions'), Date.now)],
])('session locks %s', (_, create) => {
  it('let one run at a time use a session, and several sessions at once', async () => {
    const locks = create();

    const first = await locks.tryTake('a', LATER);
    const again = await locks.tryTake('a', LATER);
    const other = await locks.tryTake('b', LATER);
    await first?.();
    const next = await locks.tryTake('a', LATER);

    expect([first, again, other, next].map((release) => release !== undefined)).toEqual([true, false, true, true]);
  });
});
