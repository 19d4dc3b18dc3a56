import { describe, expect, it } from 'vitest';
import type { RowSet } from '../../../src/domain/outcome.js';
import type { Assignment } from '../../../src/domain/plan.js';
import { createActiveRuns } from '../../../src/nodes/active-runs.js';
import { createQueryAccount } from '../../../src/nodes/query-account.js';
import type { AccountTools, RunOptions } from '../../../src/tools/account-tools.js';
import { frozenCall, frozenPlan, outcome, PRODUCTION, rowSet, view } from '../results/support/builders.js';
import { recordingLogger, recordingRuntime, RUN } from './support/state.js';

const assignment: Assignment = {
  account: PRODUCTION,
  regions: ['us-east-1'],
  plan: frozenPlan(
    [
      frozenCall('enabled-regions', [], { internal: true }),
      frozenCall('instances', ['Instance']),
      frozenCall('buckets', ['Bucket'], { service: 's3', operation: 'ListBuckets' }),
    ],
    [view('instances')],
  ),
};

function branch(run: AccountTools['run'], times: readonly number[] = [1000, 1250]) {
  const activeRuns = createActiveRuns();
  const added: (readonly [string, readonly RowSet[]])[] = [];
  const { logger, lines } = recordingLogger();
  const left = [...times];
  const node = createQueryAccount({
    tools: { run },
    runs: {
      addRows: (runId, rowSets, limit) => {
        if (rowSets.flatMap(({ rows }) => rows).length > limit) return false;
        added.push([runId, rowSets]);
        return true;
      },
    },
    rowBudget: 2,
    activeRuns,
    clock: () => left.shift() ?? 0,
    logger,
  });
  return { node, activeRuns, added, lines };
}

describe('queryAccount', () => {
  it('reports what came after the row budget was used up, and keeps none of it', async () => {
    const rows = rowSet(PRODUCTION.id, 'instances', [
      ['us-east-1', 'i-1'],
      ['us-east-1', 'i-2'],
      ['us-east-1', 'i-3'],
    ]);
    const found = outcome(PRODUCTION.id, 'instances', 'us-east-1', { rows: 3 });
    const none = outcome(PRODUCTION.id, 'buckets', 'global', { rows: 0 });
    const { node, added } = branch(() => Promise.resolve({ outcomes: [found, none], rowSets: [rows], apiCalls: 3 }));

    const update = await node({ assignment, run: RUN }, recordingRuntime().runtime);

    const over = {
      ...found,
      kind: 'over-budget',
      rows: 0,
      code: 'row-budget',
      message: "its rows (3) were not kept: the question's budget of 2 rows was used up",
      nextStep: 'Ask fewer accounts or Regions at a time, or raise CENTRAL_OPS_BUDGET_ROWS.',
    };
    expect(update).toEqual({ reports: [{ accountId: '222222222222', outcomes: [over, none], apiCalls: 3 }] });
    expect(added).toEqual([]);
  });

  it('reports how the account ended and leaves its rows in the store', async () => {
    const rows = rowSet(PRODUCTION.id, 'instances', [['us-east-1', 'i-1']]);
    const answered = outcome(PRODUCTION.id, 'instances', 'us-east-1', { rows: 1 });
    const { node, added } = branch(() => Promise.resolve({ outcomes: [answered], rowSets: [rows], apiCalls: 3 }));
    const { runtime, events } = recordingRuntime();

    const update = await node({ assignment, run: RUN }, runtime);

    expect(update).toEqual({ reports: [{ accountId: '222222222222', outcomes: [answered], apiCalls: 3 }] });
    expect(added).toEqual([['run-00000001', [rows]]]);
    expect(events).toEqual([
      { type: 'account-started', accountId: '222222222222', accountName: 'Production' },
      {
        type: 'account-ended',
        accountId: '222222222222',
        accountName: 'Production',
        outcomes: [{ call: 'ec2 DescribeInstances', region: 'us-east-1', outcome: 'answered', rows: 1 }],
        millis: 250,
      },
    ]);
  });

  it('hands the tools the assignment, the deadline and the run’s own signal', async () => {
    let seen: readonly [Assignment, RunOptions] | undefined;
    const { node, activeRuns } = branch((given, options) => {
      seen = [given, options];
      return Promise.resolve({ outcomes: [], rowSets: [], apiCalls: 0 });
    });
    const { signal } = new AbortController();
    activeRuns.begin(RUN.runId, { signal });

    await node({ assignment, run: RUN }, { signal: new AbortController().signal });

    expect(seen?.[0]).toBe(assignment);
    expect(seen?.[1].deadline).toBe(RUN.deadline);
    expect(seen?.[1].signal).toBe(signal);
  });

  it('takes the graph’s signal where no door began the run', async () => {
    let seen: AbortSignal | undefined;
    const { node } = branch((_, options) => {
      seen = options.signal;
      return Promise.resolve({ outcomes: [], rowSets: [], apiCalls: 0 });
    });
    const { signal } = new AbortController();

    await node({ assignment, run: RUN }, { signal });

    expect(seen).toBe(signal);
  });

  it.each<[string, AccountTools['run']]>([
    ['rejects', () => Promise.reject(new TypeError('x is not a function'))],
    [
      'throws',
      () => {
        throw new TypeError('x is not a function');
      },
    ],
  ])('accounts for an account whose tool %s', async (_, run) => {
    const { node, added, lines } = branch(run);
    const { runtime, events } = recordingRuntime();

    const update = await node({ assignment, run: RUN }, runtime);

    const defect = {
      accountId: '222222222222',
      region: '*',
      kind: 'failed',
      rows: 0,
      truncated: false,
      code: 'internal',
      message: 'Production (222222222222) was not asked to the end: x is not a function',
      nextStep: 'This is a defect of this program: please report it with the run id.',
    };
    expect(update).toEqual({
      reports: [
        {
          accountId: '222222222222',
          outcomes: [
            { ...defect, call: 'instances', label: 'ec2 DescribeInstances' },
            { ...defect, call: 'buckets', label: 's3 ListBuckets' },
          ],
          apiCalls: 0,
        },
      ],
    });
    expect(added).toEqual([['run-00000001', []]]);
    expect(events).toMatchObject([{ type: 'account-started' }, { type: 'account-ended' }]);
    expect(lines).toEqual([
      ['error account branch failed', { accountId: '222222222222', error: 'x is not a function' }],
    ]);
  });
});
