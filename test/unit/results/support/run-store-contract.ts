import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../../../src/domain/caller.js';
import type { Clock } from '../../../../src/domain/clock.js';
import type { RunRecord, RunStore, RunStoreLimits, RunSummary } from '../../../../src/results/run-store.js';
import { rowSet } from './builders.js';

const ALICE: Caller = { kind: 'operating-system-user', name: 'alice' };
const HOUR = 60 * 60 * 1000;

/** A run of Alice's whose one table holds `rows` rows of about a hundred bytes. */
export function runRecord(runId: string, savedAt: number, rows = 1): RunRecord {
  return {
    runId,
    caller: 'operating-system-user:alice',
    savedAt,
    intent: { kind: 'list-accounts', accounts: { include: [], exclude: [] }, summary: 'the accounts' },
    tables: [
      {
        title: 'Servers',
        columns: ['Name', 'Count', 'Tags'],
        rows: Array.from({ length: rows }, (_, index) => [`server-${index}-${'x'.repeat(80)}`, index, ['a', null]]),
        total: rows,
        truncated: false,
        found: rows + 1,
        measured: { of: 'sum', column: 'Count', value: '18014398509481983', rows, without: 1 },
        incomplete: 'Staging (333333333333): denied',
      },
    ],
    failedAccounts: ['222222222222'],
  };
}

/** What every run store promises (run-store.ts); both implementations go through it. `bytesOf` is what one keeps of a record. */
export function runStoreContract(
  create: (clock: Clock, limits: RunStoreLimits) => RunStore,
  bytesOf: (record: RunRecord) => number,
): void {
  let now: number;
  let store: RunStore;

  beforeEach(() => {
    now = Date.now();
    const roomForTwo = 2.5 * bytesOf(runRecord('run-00000001', now, 40));
    store = create(() => now, { bytes: roomForTwo, ageMillis: 24 * HOUR });
  });

  describe('rows of a run under way', () => {
    it('are taken out once, in the order they came', () => {
      const first = rowSet('222222222222', 'a', [['us-east-1', 1]]);
      const second = rowSet('333333333333', 'a', [['us-east-1', 2]]);
      store.addRows('run-00000001', [first], 100);
      store.addRows('run-00000002', [rowSet('444444444444', 'a', [['us-east-1', 9]])], 100);
      store.addRows('run-00000001', [second], 100);

      expect([store.takeRows('run-00000001'), store.takeRows('run-00000001')]).toEqual([[first, second], []]);
    });

    it('can be read before they are taken, and are added to', () => {
      const [first, second] = ['222222222222', '333333333333'].map((id) => rowSet(id, 'a', [['us-east-1', 1]]));
      if (first === undefined || second === undefined) throw new Error('two row sets');
      store.addRows('run-00000001', [first], 100);
      const before = [...store.rows('run-00000001')];
      store.addRows('run-00000001', [second], 100);

      expect([before, store.rows('run-00000001'), store.takeRows('run-00000001'), store.rows('run-00000001')]).toEqual([
        [first],
        [first, second],
        [first, second],
        [],
      ]);
    });

    it('are kept whole up to the limit of the run, and not at all beyond it', () => {
      const two = rowSet('222222222222', 'a', [
        ['us-east-1', 1],
        ['us-east-1', 2],
      ]);
      const one = rowSet('333333333333', 'a', [['us-east-1', 3]]);

      const kept = [two, two, one].map((set) => store.addRows('run-00000001', [set], 3));

      expect([kept, store.takeRows('run-00000001')]).toEqual([
        [true, false, true],
        [two, one],
      ]);
    });

    it('are all there when many branches add at once', async () => {
      await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          await Promise.resolve();
          store.addRows('run-00000001', [rowSet(String(index).padStart(12, '0'), 'a', [['us-east-1', index]])], 200);
        }),
      );

      const taken = store.takeRows('run-00000001');
      expect(new Set(taken.map((set) => set.accountId)).size).toBe(200);
    });
  });

  describe('a finished run', () => {
    it('comes back whole to the same caller', async () => {
      const record = runRecord('run-00000001', now, 3);
      await store.save(record);

      expect(await store.load('run-00000001', ALICE)).toEqual(record);
    });

    it('is replaced by a later one of the same id', async () => {
      await store.save(runRecord('run-00000001', now, 3));
      await store.save(runRecord('run-00000001', now, 1));

      expect((await store.load('run-00000001', ALICE)).tables[0]?.total).toBe(1);
    });

    it('is gone after its age', async () => {
      await store.save(runRecord('run-00000001', now));

      now += 24 * HOUR - 1;
      const before = await store.load('run-00000001', ALICE);
      now += 1;

      expect(before.runId).toBe('run-00000001');
      await expect(store.load('run-00000001', ALICE)).rejects.toMatchObject({ code: 'unknown-run' });
    });

    it('makes room by leaving, the oldest first, and the newest never', async () => {
      await store.save(runRecord('run-00000001', now, 40));
      await pause();
      await store.save(runRecord('run-00000002', now, 40));
      await pause();
      await store.save(runRecord('run-00000003', now, 40));
      await pause();
      const afterThree = await present(['run-00000001', 'run-00000002', 'run-00000003']);
      await store.save(runRecord('run-00000004', now, 4000));

      expect(afterThree).toEqual(['run-00000002', 'run-00000003']);
      expect(await present(['run-00000002', 'run-00000003', 'run-00000004'])).toEqual(['run-00000004']);
    });

    it('is kept when many are saved at once', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `run-${String(index).padStart(8, '0')}`);
      store = create(() => now, { bytes: 100_000, ageMillis: 24 * HOUR });

      await Promise.all(ids.map((id) => store.save(runRecord(id, now))));

      expect(await present(ids)).toEqual(ids);
    });
  });

  describe('what is not there for this caller', () => {
    it.each<[string, string, Caller]>([
      ['a run that never was', 'run-99999999', ALICE],
      ['another caller’s run', 'run-00000001', { kind: 'operating-system-user', name: 'bob' }],
      ['a caller of the same name and another kind', 'run-00000001', { kind: 'verified', name: 'alice' }],
      ['a path', '../run-00000001', ALICE],
      ['an absolute path', '/etc/passwd', ALICE],
      ['an encoded path', '..%2Frun-00000001', ALICE],
      ['a path with a zero byte', 'run-00000001\u0000', ALICE],
      ['an empty id', '', ALICE],
      ['a member of every object', '__proto__', ALICE],
    ])('is %s, always in the same words', async (_, runId, caller) => {
      await store.save(runRecord('run-00000001', now));

      await expect(store.load(runId, caller)).rejects.toMatchObject({
        code: 'unknown-run',
        message: `no rows are kept for run "${runId}"`,
        nextStep: 'Rows are kept for 24 hours and for the caller that asked. Ask the question again for fresh ones.',
        facts: { runId },
      });
    });
  });

  describe('the latest runs', () => {
    it('are those of the caller, newest first, named by their tables', async () => {
      for (const [index, caller] of ['alice', 'bob', 'alice', 'alice'].entries()) {
        const record = runRecord(`run-0000000${String(index)}`, now, index);
        await store.save({ ...record, caller: `operating-system-user:${caller}` });
        await pause();
      }

      expect([await store.latest(ALICE, 2), await store.latest(ALICE, 9)]).toEqual([
        [3, 2].map((index) => summaryOf(index, now)),
        [3, 2, 0].map((index) => summaryOf(index, now)),
      ]);
    });

    it('are none before the first and after their time', async () => {
      const before = await store.latest(ALICE, 9);
      await store.save(runRecord('run-00000001', now));
      now += 25 * HOUR;

      expect([before, await store.latest(ALICE, 9)]).toEqual([[], []]);
    });
  });

  async function present(ids: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(
      ids.map((id) =>
        store.load(id, ALICE).then(
          () => [id],
          () => [],
        ),
      ),
    );
    return found.flat();
  }
}

/** Files are told apart by the time they were written, which a file system keeps to some milliseconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 12));
}

function summaryOf(index: number, savedAt: number): RunSummary {
  return { runId: `run-0000000${String(index)}`, savedAt, tables: [{ title: 'Servers', total: index }] };
}
