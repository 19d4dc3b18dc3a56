import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packTextNow } from '../../../src/files/packed-text.js';
import { createDirectoryRunStore } from '../../../src/results/directory-run-store.js';
import { createMemoryRunStore } from '../../../src/results/memory-run-store.js';
import { runRecord, runStoreContract } from './support/run-store-contract.js';

const ALICE = { kind: 'operating-system-user', name: 'alice' } as const;
const LIMITS = { bytes: 1_000_000, ageMillis: 1000 };

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-runs-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('the run store in memory', () => {
  runStoreContract(createMemoryRunStore, (record) => packTextNow(JSON.stringify(record)).length);
});

describe('the run store in a directory', () => {
  runStoreContract(
    (clock, limits) => createDirectoryRunStore(join(directory, 'state', 'runs'), clock, limits),
    (record) => Buffer.byteLength(JSON.stringify(record)),
  );

  it('makes its directory and files for their owner alone', async () => {
    const path = join(directory, 'runs');

    await createDirectoryRunStore(path, Date.now).save(runRecord('run-00000001', Date.now()));

    const modes = await Promise.all([path, join(path, 'run-00000001.run.json')].map((one) => stat(one)));
    expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '600']);
  });

  it('is read by a later process', async () => {
    const record = runRecord('run-00000001', Date.now(), 5);
    await createDirectoryRunStore(directory, Date.now).save(record);

    expect(await createDirectoryRunStore(directory, Date.now).load('run-00000001', ALICE)).toEqual(record);
  });

  it('leaves nothing half-written beside a whole file', async () => {
    await createDirectoryRunStore(directory, Date.now).save(runRecord('run-00000001', Date.now()));

    expect(await readdir(directory)).toEqual(['run-00000001.run.json']);
  });

  it('leaves nothing when the file cannot be put in place, and says so', async () => {
    // A directory in the way: the write itself succeeds, the rename does not.
    const store = createDirectoryRunStore(directory, Date.now);
    const inTheWay = join(directory, 'run-00000001.run.json');
    await mkdir(inTheWay);

    await expect(store.save(runRecord('run-00000001', Date.now()))).rejects.toMatchObject({ syscall: 'rename' });

    expect(await readdir(directory)).toEqual(['run-00000001.run.json']);
  });

  it('cannot be made to write outside by an id', async () => {
    const store = createDirectoryRunStore(join(directory, 'runs'), Date.now);

    await expect(store.save(runRecord('../outside-1', Date.now()))).rejects.toThrow('cannot be the name of a file');

    expect(await readdir(directory)).toEqual([]);
  });

  it.each([
    ['half a file', (text: string) => text.slice(0, text.length / 2)],
    ['an empty file', () => ''],
    ['another form', () => '{"runId":"run-00000001","caller":"operating-system-user:alice"}'],
    ['a total that is no number', (text: string) => text.replace('"total":1', '"total":"one"')],
    ['rows that are no lists', (text: string) => text.replace('"rows":[[', '"rows":[7,[')],
  ])('takes %s for no run', async (_, damage) => {
    const store = createDirectoryRunStore(directory, Date.now);
    await store.save(runRecord('run-00000001', Date.now()));
    const path = join(directory, 'run-00000001.run.json');
    await writeFile(path, damage(await readFile(path, 'utf8')));

    await expect(store.load('run-00000001', ALICE)).rejects.toMatchObject({ code: 'unknown-run' });
  });

  it('removes expired files and what a killed process left, and touches no stranger’s file', async () => {
    const old = new Date(Date.now() - 5000);
    for (const name of ['run-00000001.run.json', 'run-00000002.run.json.partial', 'notes.txt']) {
      await writeFile(join(directory, name), '{}');
      await utimes(join(directory, name), old, old);
    }

    await createDirectoryRunStore(directory, Date.now, LIMITS).save(runRecord('run-00000003', Date.now()));

    expect((await readdir(directory)).toSorted()).toEqual(['notes.txt', 'run-00000003.run.json']);
  });

  it('leaves the mode of a directory that was there as it is', async () => {
    await chmod(directory, 0o750);

    await createDirectoryRunStore(directory, Date.now).save(runRecord('run-00000001', Date.now()));

    expect(((await stat(directory)).mode & 0o777).toString(8)).toBe('750');
  });
});
