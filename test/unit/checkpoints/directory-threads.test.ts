import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectoryThreads, fileOf } from '../../../src/checkpoints/directory-threads.js';
import type { StoredValue, Thread } from '../../../src/checkpoints/thread.js';
import type { ThreadLimits, Threads } from '../../../src/checkpoints/threads.js';
import { sleep } from '../../../src/network/sleep.js';
import { startWriter } from './support/writer.js';

const DAY = 24 * 60 * 60 * 1000;

let directory = '';
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'central-ops-threads-')), 'sessions');
});
afterEach(() => rm(join(directory, '..'), { recursive: true, force: true }));

function threads(limits?: ThreadLimits): Threads {
  return createDirectoryThreads(directory, { clock: Date.now, sleep, ...(limits === undefined ? {} : { limits }) });
}

function value(version: number, text = 'x'): StoredValue {
  return { namespace: '', channel: 'conversation', version, value: { json: text } };
}

function adding(added: StoredValue): (thread: Thread) => Thread {
  return (thread) => ({ ...thread, values: [...thread.values, added] });
}

async function age(threadId: string, millis: number): Promise<void> {
  const then = new Date(Date.now() - millis);
  await utimes(fileOf(directory, threadId), then, then);
}

describe('threads in a directory', () => {
  it('are read back by a later process, from files that only their owner may read', async () => {
    await threads().update('a', adding(value(1)));

    const thread = await threads().read('a');

    expect(thread).toEqual({ threadId: 'a', checkpoints: [], values: [value(1)] });
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(fileOf(directory, 'a'))).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual([fileOf('', 'a')]);
  });

  it('take thread ids that are no file names', async () => {
    const hostile = ['../../etc/passwd', '__proto__', '', 'x'.repeat(5000), 'a/b\0c'];
    for (const [index, threadId] of hostile.entries()) await threads().update(threadId, adding(value(index)));

    const found = await Promise.all(hostile.map((threadId) => threads().read(threadId)));

    expect(found.map((thread) => thread?.values)).toEqual(hostile.map((_, index) => [value(index)]));
    expect((await readdir(join(directory, '..'))).length).toBe(1);
  });

  it('lose nothing when several writers change one thread at once', async () => {
    const store = threads();

    await Promise.all(Array.from({ length: 40 }, (_, index) => store.update('a', adding(value(index)))));

    const versions = (await store.read('a'))?.values.map(({ version }) => Number(version));
    expect(versions?.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it('lose nothing when several processes change one thread at once', async () => {
    const writers = [1, 2].map(() => startWriter(directory, 'a', { times: 50 }));
    for (const writer of writers) writer.stdout.resume();

    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));

    const thread = await threads().read('a');
    const byWriter = writers.map(({ pid }) =>
      thread?.values.filter(({ channel }) => channel === String(pid)).map(({ version }) => version),
    );
    const all = Array.from({ length: 50 }, (_, index) => index);
    expect([codes, byWriter]).toEqual([
      [0, 0],
      [all, all],
    ]);
    expect((await readdir(directory)).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it('survive a writer that is killed, and the next one takes over', async () => {
    for (let round = 0; round < 4; round += 1) {
      const writer = startWriter(directory, 'a', { times: 10_000, size: 20_000 });
      await once(writer.stdout, 'data');
      await sleep(20 * round);
      writer.kill('SIGKILL');
      await once(writer, 'exit');

      const afterKill = await threads().read('a');
      await threads().update('a', (thread) => ({ ...thread, values: thread.values.slice(-1) }));

      expect(afterKill?.values.length).toBeGreaterThan(0);
      expect((await threads().read('a'))?.values).toEqual(afterKill?.values.slice(-1));
    }
  });

  it('say which file cannot be read, and what to do', async () => {
    await threads().update('a', adding(value(1)));
    const path = fileOf(directory, 'a');
    const whole = await readFile(path, 'utf8');
    for (const text of ['', whole.slice(0, -10), '{"threadId": "a"}', 'null']) {
      await writeFile(path, text);

      await expect(threads().read('a')).rejects.toMatchObject({
        code: 'checkpoint-unreadable',
        message: `the conversation kept in ${path} cannot be read`,
        nextStep: 'Move the file away, and the session begins anew; or ask in another session.',
      });
      await expect(threads().update('a', (thread) => thread)).rejects.toMatchObject({ code: 'checkpoint-unreadable' });
      expect(await readFile(path, 'utf8')).toBe(text);
    }
  });

  describe('forget', () => {
    it('what has not been used for longer than the limit', async () => {
      const limits = { bytes: 1_000_000, ageMillis: DAY };
      await threads(limits).update('old', adding(value(1)));
      await age('old', 2 * DAY);

      const forgotten = await threads(limits).read('old');
      await threads(limits).update('new', adding(value(1)));

      expect(forgotten).toBeUndefined();
      expect(await readdir(directory)).toEqual([fileOf('', 'new')]);
    });

    it('the least recently used beyond the size, and what killed writers left', async () => {
      const limits = { bytes: 3000, ageMillis: DAY };
      for (const [index, threadId] of ['one', 'two', 'three'].entries()) {
        await threads().update(threadId, adding(value(index, 'x'.repeat(1000))));
        await age(threadId, (3 - index) * 60_000);
      }
      const partial = `${fileOf(directory, 'one')}.x.partial`;
      await writeFile(partial, 'half');
      await utimes(partial, new Date(0), new Date(0));

      await threads(limits).update('four', adding(value(3, 'x'.repeat(1000))));

      expect((await readdir(directory)).toSorted()).toEqual([fileOf('', 'three'), fileOf('', 'four')].toSorted());
    });

    it('nothing while a session goes on', async () => {
      const limits = { bytes: 10, ageMillis: DAY };
      await threads(limits).update('a', adding(value(1)));
      await threads(limits).update('a', adding(value(2)));

      expect((await threads(limits).read('a'))?.values).toEqual([value(1), value(2)]);
    });
  });
});
