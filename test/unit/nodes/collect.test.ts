import { describe, expect, it } from 'vitest';
import { createCollect, cutTable } from '../../../src/nodes/collect.js';
import { createMemoryRunStore } from '../../../src/results/memory-run-store.js';
import type { RunRecord, RunStore } from '../../../src/results/run-store.js';
import {
  frozenCall,
  frozenPlan,
  outcome,
  PRODUCTION,
  rowSet,
  SANDBOX,
  STAGING,
  view,
} from '../results/support/builders.js';
import { queryIntent, recordingLogger, RUN, state } from './support/state.js';

const plan = frozenPlan([frozenCall('instances', ['Instance'])], [view('instances')]);
const answered = outcome(PRODUCTION.id, 'instances', 'us-east-1', { rows: 150 });
const denied = outcome(STAGING.id, 'instances', 'us-east-1', { kind: 'denied', message: 'no', nextStep: '' });
const before = state({
  intent: queryIntent(),
  plan,
  // Nothing was reported of the third.
  accounts: [PRODUCTION, STAGING, SANDBOX],
  reports: [
    { accountId: STAGING.id, outcomes: [denied], apiCalls: 1 },
    { accountId: PRODUCTION.id, outcomes: [answered], apiCalls: 2 },
  ],
  warnings: ['from before'],
});

function withRows(store: RunStore): RunStore {
  store.addRows(
    RUN.runId,
    [
      rowSet(
        PRODUCTION.id,
        'instances',
        Array.from({ length: 150 }, (_, index) => ['us-east-1', `i-${index}`]),
      ),
    ],
    1000,
  );
  return store;
}

describe('collect', () => {
  it('computes tables and coverage, with few rows in the state and all of them in the store', async () => {
    const runs = withRows(createMemoryRunStore(() => 5000));
    const { logger, lines } = recordingLogger();

    const update = await createCollect({ runs, clock: () => 5000, logger })(before, {});

    expect(update).toMatchObject({
      headline: '150 EC2 instances, as far as it was answered: 1 of 3 accounts completely.',
      coverage: {
        accounts: { asked: 3, answered: 1 },
        line: '1 of 3 accounts in 1 Region; 1 denied, 1 failed',
      },
      warnings: ['from before'],
    });
    expect(update.tables?.map(({ rows, total, truncated }) => [rows.length, total, truncated])).toEqual([
      [100, 150, true],
    ]);
    const kept = await runs.load(RUN.runId, RUN.caller);
    expect({ ...kept, tables: kept.tables.map(({ rows, truncated }) => [rows.length, truncated]) }).toEqual({
      runId: 'run-00000001',
      caller: 'operating-system-user:alice',
      savedAt: 5000,
      intent: queryIntent(),
      tables: [[150, false]],
      // The one that is missing is asked again as well.
      failedAccounts: [STAGING.id, SANDBOX.id],
      failures: update.coverage?.failures,
    });
    expect(kept.failures?.map(({ accountId, outcome: ended }) => [accountId, ended])).toEqual([
      [STAGING.id, 'denied'],
      [SANDBOX.id, 'failed'],
    ]);
    // Another round may add to them.
    expect([runs.rows(RUN.runId).length, lines]).toEqual([1, []]);
  });

  it('keeps the answer when the run cannot be kept, and says so', async () => {
    const saved: RunRecord[] = [];
    const runs: RunStore = {
      ...withRows(createMemoryRunStore(() => 5000)),
      save: (record) => {
        saved.push(record);
        return Promise.reject(new Error('ENOSPC: no space left on device'));
      },
    };
    const { logger, lines } = recordingLogger();

    const update = await createCollect({ runs, clock: () => 5000, logger })(before, {});

    expect(update.tables?.[0]?.total).toBe(150);
    expect(update.warnings).toEqual([
      'from before',
      'The full rows could not be kept for later (ENOSPC: no space left on device).',
    ]);
    expect([saved.length, lines]).toEqual([
      1,
      [['warn run could not be kept', { runId: 'run-00000001', error: 'ENOSPC: no space left on device' }]],
    ]);
  });

  it('computes all rounds together, and misses an account that was silent in the last', async () => {
    const runs = withRows(createMemoryRunStore(() => 5000));
    runs.addRows(RUN.runId, [rowSet(PRODUCTION.id, 'round2-volumes', [['us-east-1', 'vol-1']])], 1000);
    const volumes = outcome(PRODUCTION.id, 'round2-volumes', 'us-east-1', { rows: 1 });
    const both = frozenPlan(
      [...plan.calls, frozenCall('round2-volumes', ['Volume'])],
      [view('instances'), view('round2-volumes', { noun: 'volumes' })],
    );
    const { logger } = recordingLogger();

    const update = await createCollect({ runs, clock: () => 5000, logger })(
      {
        ...before,
        accounts: [PRODUCTION, STAGING],
        plan: both,
        round: 2,
        reports: [
          { accountId: PRODUCTION.id, outcomes: [answered], apiCalls: 2 },
          { accountId: STAGING.id, outcomes: [{ ...denied, kind: 'answered' }], apiCalls: 1 },
          { accountId: PRODUCTION.id, outcomes: [volumes], apiCalls: 1 },
        ],
      },
      {},
    );

    expect(update).toMatchObject({
      headline: '150 EC2 instances and 1 volumes, as far as it was answered: 1 of 2 accounts completely.',
      coverage: {
        line: '1 of 2 accounts in 1 Region; 1 failed',
        failures: [{ accountId: STAGING.id, call: 'every call' }],
      },
    });
    expect(update.tables?.map(({ total }) => total)).toEqual([150, 1]);
  });

  it('has nothing to do without a plan', async () => {
    const runs = createMemoryRunStore(() => 0);

    expect(await createCollect({ runs, clock: () => 0, logger: recordingLogger().logger })(state(), {})).toEqual({});
  });
});

describe('cutTable', () => {
  it('leaves a short table as it is', () => {
    const table = { title: 'T', columns: ['A'], rows: [['a']], total: 1, truncated: false };

    expect(cutTable(table, 1)).toBe(table);
  });
});
