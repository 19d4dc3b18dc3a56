import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/domain/json.js';
import { headlineOf } from '../../../src/results/headline.js';
import { tabulate } from '../../../src/results/tabulate.js';
import type { Outcome } from '../../../src/domain/outcome.js';
import type { TableView } from '../../../src/domain/plan.js';
import {
  coverage,
  frozenCall,
  frozenPlan,
  outcome,
  PRODUCTION,
  rowSet,
  SANDBOX,
  STAGING,
  view,
} from './support/builders.js';

const volumes = frozenCall('volumes', ['Volume', 'Size GiB', 'Created']);

function tabled(more: Partial<TableView>, outcomes: readonly Outcome[]) {
  const [table] = tabulate({
    plan: frozenPlan([volumes], [view('volumes', more)], 'EBS volumes'),
    accounts: [PRODUCTION, STAGING, SANDBOX],
    outcomes,
    rowSets: [
      rowSet(PRODUCTION.id, 'volumes', [
        ['us-east-1', 'vol-1', 100, '2024-01-02T00:00:00Z'],
        ['eu-west-1', 'vol-2', 50, '2023-01-02T00:00:00Z'],
        ['us-east-1', 'vol-3', null, '2023-01-02T00:00:00Z'],
      ]),
      rowSet(STAGING.id, 'volumes', [['us-east-1', 'vol-4', 8, '2022-01-02T00:00:00Z']]),
    ],
  });
  return table;
}

const ALL_ANSWERED = [PRODUCTION, STAGING, SANDBOX].map(({ id }) => outcome(id, 'volumes', 'us-east-1'));
const sum = { of: 'sum', column: 'Size GiB' } as const;

describe('an amount', () => {
  it('is computed per account and of all rows, and says what it leaves out', () => {
    expect(tabled({ kind: 'count', measure: sum }, ALL_ANSWERED)).toEqual({
      title: 'EBS volumes',
      columns: ['Account', 'Account ID', 'Count', 'Total Size GiB', 'Note'],
      rows: [
        ['Production', PRODUCTION.id, 3, 150, '1 without a number'],
        ['Staging', STAGING.id, 1, 8, ''],
        ['Sandbox', SANDBOX.id, 0, 0, ''],
      ],
      total: 3,
      truncated: false,
      measured: { ...sum, value: 158, rows: 3, without: 1 },
    });
  });

  it('is computed over all accounts of what it is grouped by', () => {
    expect(
      tabled(
        { kind: 'count', measure: { of: 'average', column: 'Size GiB' }, by: 'Region', across: true },
        ALL_ANSWERED,
      ),
    ).toMatchObject({
      columns: ['Region', 'Count', 'Average Size GiB', 'Note'],
      rows: [
        ['eu-west-1', 1, 50, ''],
        ['us-east-1', 3, 54, '1 without a number'],
      ],
      measured: { value: 52.67 },
    });
  });

  it('is no number of an account that did not answer, and names it', () => {
    const outcomes = [
      outcome(PRODUCTION.id, 'volumes', 'us-east-1', { truncated: true }),
      outcome(STAGING.id, 'volumes', 'us-east-1'),
      outcome(SANDBOX.id, 'volumes', 'us-east-1', { kind: 'denied' }),
    ];

    expect(tabled({ kind: 'count', measure: sum }, outcomes)).toMatchObject({
      rows: [
        ['Production', PRODUCTION.id, 3, 150, 'incomplete: the list was cut; 1 without a number'],
        ['Staging', STAGING.id, 1, 8, ''],
        ['Sandbox', SANDBOX.id, null, null, 'denied'],
      ],
      incomplete: 'Production (222222222222): the list was cut; Sandbox (011111111111): denied',
    });
  });

  it('orders the groups, and keeps the amount of those that are not shown', () => {
    const sort = { column: 'Total Size GiB', descending: true };

    expect(tabled({ kind: 'count', measure: sum, sort, limit: 2 }, ALL_ANSWERED)).toMatchObject({
      rows: [
        ['Production', PRODUCTION.id, 3, 150, '1 without a number'],
        ['Staging', STAGING.id, 1, 8, ''],
      ],
      total: 3,
      truncated: true,
      measured: { value: 158 },
    });
  });

  it('stands in the headline with what it is of', () => {
    const show = { title: '', tables: [view('volumes', { kind: 'count', measure: sum, noun: 'EBS volumes' })] };
    const whole = tabled({ kind: 'count', measure: sum }, ALL_ANSWERED);
    const cut = tabled({ kind: 'count', measure: sum }, ALL_ANSWERED.slice(0, 2));

    expect([whole, cut].map((table) => headlineOf(show, table === undefined ? [] : [table], coverage()))).toEqual([
      'Total Size GiB: 158, of 3 of 4 EBS volumes (1 without a number) in 2 accounts.',
      'Total Size GiB: 158 (incomplete), of 3 of 4 EBS volumes (1 without a number) in 2 accounts.',
    ]);
  });
});

describe('the first rows', () => {
  const oldest = { sort: { column: 'Created', descending: false }, limit: 1 };

  it('of each account are all that share the first place there', () => {
    const table = tabled({ ...oldest, by: 'Account' }, ALL_ANSWERED);

    expect(table?.rows.map((row) => row[3])).toEqual(['vol-4', 'vol-2', 'vol-3']);
    expect(table).toMatchObject({ total: 3, truncated: false, found: 4 });
    expect(
      headlineOf(
        { title: '', tables: [view('volumes', { ...oldest, by: 'Account' })] },
        table === undefined ? [] : [table],
        coverage(),
      ),
    ).toBe('3 of 4 EC2 instances (the first by Created ascending, of each Account) in 2 accounts.');
  });

  it('name the accounts that may have another first one', () => {
    expect(tabled(oldest, ALL_ANSWERED.slice(0, 2))).toMatchObject({
      incomplete: 'Sandbox (011111111111): no outcome',
    });
    expect(tabled({}, ALL_ANSWERED.slice(0, 2))).not.toHaveProperty('incomplete');
  });

  it('are told apart in two accounts of one name', () => {
    const twin = { ...STAGING, name: PRODUCTION.name };
    const [table] = tabulate({
      plan: frozenPlan([volumes], [view('volumes', { ...oldest, by: 'Account' })]),
      accounts: [PRODUCTION, twin],
      outcomes: [],
      rowSets: [PRODUCTION, twin].map(({ id }) => rowSet(id, 'volumes', [['us-east-1', `of ${id}`, 1, '2024-01-01']])),
    });

    expect(table?.rows).toHaveLength(2);
  });
});

describe('amounts of anything that an account returns', () => {
  it('add up: the groups are the whole, and nothing is counted twice or not at all', () => {
    const cell = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((hundredths) => hundredths / 100),
      fc.constantFrom<Json>(null, '', '8 GiB', 'NaN', true, [1], '12.50'),
    );
    const rows = fc.array(fc.record({ account: fc.constantFrom(PRODUCTION, STAGING), size: cell }), { maxLength: 30 });
    fc.assert(
      fc.property(rows, (found) => {
        const [table] = tabulate({
          plan: frozenPlan([volumes], [view('volumes', { kind: 'count', measure: sum })]),
          accounts: [PRODUCTION, STAGING],
          outcomes: [PRODUCTION, STAGING].map(({ id }) => outcome(id, 'volumes', 'us-east-1')),
          rowSets: found.map(({ account, size }) => rowSet(account.id, 'volumes', [['us-east-1', 'vol', size, null]])),
        });

        const numbers = found.flatMap(({ size }) =>
          typeof size === 'number' ? [size] : size === '12.50' ? [12.5] : [],
        );
        const whole = numbers.reduce((total, size) => total + cents(size), 0);
        const groups = (table?.rows ?? []).map((row) => cents(row[3] ?? 0));
        expect(groups.reduce((total, value) => total + value, 0)).toBe(whole);
        expect(table?.measured).toMatchObject({ rows: numbers.length, without: found.length - numbers.length });
        expect(cents(table?.measured?.value ?? 0)).toBe(whole);
      }),
    );
  });
});

function cents(value: unknown): number {
  return Math.round(Number(value) * 100);
}
