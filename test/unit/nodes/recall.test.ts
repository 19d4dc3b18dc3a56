import { describe, expect, it } from 'vitest';
import type { Failure, Table } from '../../../src/domain/answer.js';
import type { Recalled } from '../../../src/domain/intent.js';
import { createRecall } from '../../../src/nodes/recall.js';
import type { RunUpdate } from '../../../src/nodes/run-state.js';
import type { RunRecord } from '../../../src/results/run-store.js';
import { PRODUCTION, STAGING } from '../results/support/builders.js';
import { queryIntent, RUN, state } from './support/state.js';

const TABLE: Table = {
  title: 'EC2 instances',
  columns: ['Account', 'Instance'],
  rows: [
    ['Production', 'i-1'],
    ['Production', 'i-2'],
    ['Staging', 'i-3'],
  ],
  total: 3,
  truncated: false,
};

const FAILURE: Failure = {
  accountId: STAGING.id,
  accountName: 'Staging',
  region: 'us-east-1',
  call: 'ec2 DescribeInstances',
  outcome: 'denied',
  message: 'no role',
  nextStep: 'Make it.',
};

const RECORD: RunRecord = {
  runId: 'run-00000000',
  caller: 'operating-system-user:alice',
  savedAt: 0,
  intent: queryIntent(),
  tables: [{ ...TABLE, title: 'VPCs', rows: [] }, TABLE],
  failedAccounts: [STAGING.id],
  failures: [FAILURE],
};

async function recall(what: Recalled, record = RECORD): Promise<{ update: RunUpdate; loaded: unknown[] }> {
  const loaded: unknown[] = [];
  const node = createRecall({
    runs: {
      load: (...given) => {
        loaded.push(...given);
        return Promise.resolve(record);
      },
    },
    selectAccounts: ({ include }) =>
      Promise.resolve({ accounts: [PRODUCTION, STAGING].filter(({ name }) => include.includes(name)) }),
  });
  const intent = { kind: 'recall', runId: record.runId, what, summary: 'x' } as const;
  return { update: await node(state({ intent }), {}), loaded };
}

describe('recall', () => {
  it('reads a row back for the caller of this run', async () => {
    const { update, loaded } = await recall({ kind: 'row', table: 2, row: 2 });

    expect(loaded).toEqual(['run-00000000', RUN.caller]);
    expect(update).toEqual({
      headline: 'Row 2 of 3 of the earlier answer (EC2 instances).',
      tables: [{ ...TABLE, rows: [['Production', 'i-2']], total: 1 }],
    });
  });

  it('counts from the end, too', async () => {
    const { update } = await recall({ kind: 'row', table: 2, row: -1 });

    expect(update.tables?.[0]?.rows).toEqual([['Staging', 'i-3']]);
  });

  it.each([
    [{ kind: 'row', table: 2, row: 4 }, 'the earlier answer has no row 4: it has 3 rows', 'Name one from 1 to 3.'],
    [
      { kind: 'row', table: 2, row: -4 },
      'the earlier answer has no row at that place: it has 3 rows',
      'Name one from 1 to 3.',
    ],
    [
      { kind: 'row', table: 1, row: 1 },
      'the earlier answer has no row 1: it has 0 rows',
      'Ask for something that was found.',
    ],
  ] as const)('says what there is where %o is not', async (what, message, nextStep) => {
    const { update } = await recall(what);

    expect(update).toEqual({ problem: { code: 'usage', message, nextStep } });
  });

  it('says why accounts did not answer', async () => {
    const { update } = await recall({ kind: 'failures', accounts: { include: ['Staging'], exclude: [] } });

    expect(update).toEqual({
      headline: '1 call of Staging (333333333333) did not answer the earlier question.',
      tables: [
        {
          title: 'Not answered',
          columns: ['Account', 'Account ID', 'Region', 'Call', 'Outcome', 'Cause', 'Next step'],
          rows: [['Staging', STAGING.id, 'us-east-1', 'ec2 DescribeInstances', 'denied', 'no role', 'Make it.']],
          total: 1,
          truncated: false,
        },
      ],
    });
  });

  it.each<[Recalled, string]>([
    [
      { kind: 'failures', accounts: { include: ['Production'], exclude: [] } },
      'Everything of Production (222222222222) answered the earlier question.',
    ],
    [{ kind: 'failures', accounts: { include: [], exclude: [] } }, '1 call did not answer the earlier question.'],
  ])('asked for %o says %s', async (what, headline) => {
    expect((await recall(what)).update.headline).toBe(headline);
  });

  it('explains that a record of an earlier version does not say', async () => {
    const { update } = await recall(
      { kind: 'failures', accounts: { include: [], exclude: [] } },
      { ...RECORD, failures: undefined },
    );

    expect(update.problem).toMatchObject({ code: 'unknown-run' });
  });
});
