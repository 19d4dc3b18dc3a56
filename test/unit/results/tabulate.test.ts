import { describe, expect, it } from 'vitest';
import { displayValue } from '../../../src/results/display-value.js';
import { tabulate } from '../../../src/results/tabulate.js';
import { frozenCall, frozenPlan, outcome, PRODUCTION, rowSet, SANDBOX, STAGING, view } from './support/builders.js';

const instances = frozenCall('instances', ['Instance', 'State', 'Cores']);

describe('tabulate', () => {
  describe('rows', () => {
    it('orders by registry, then Region, and keeps the order that a Region answered in', () => {
      const tables = tabulate({
        plan: frozenPlan([instances], [view('instances')]),
        accounts: [STAGING, PRODUCTION],
        outcomes: [],
        rowSets: [
          rowSet(PRODUCTION.id, 'instances', [
            ['us-east-1', 'i-3', 'running', 2],
            ['eu-west-1', 'i-2', 'running', 4],
            ['us-east-1', 'i-1', 'stopped', null],
          ]),
          rowSet(STAGING.id, 'instances', [['us-west-2', 'i-9', 'running', 2]]),
          rowSet('999999999999', 'instances', [['us-east-1', 'i-stranger', 'running', 2]]),
        ],
      });

      expect(tables).toEqual([
        {
          title: 'EC2 instances',
          columns: ['Account', 'Account ID', 'Region', 'Instance', 'State', 'Cores'],
          rows: [
            ['Staging', '333333333333', 'us-west-2', 'i-9', 'running', 2],
            ['Production', '222222222222', 'eu-west-1', 'i-2', 'running', 4],
            ['Production', '222222222222', 'us-east-1', 'i-3', 'running', 2],
            ['Production', '222222222222', 'us-east-1', 'i-1', 'stopped', null],
          ],
          total: 4,
          truncated: false,
        },
      ]);
    });

    it('orders the Regions of an account whose rows come in several sets', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [view('instances')]),
        accounts: [PRODUCTION],
        outcomes: [],
        rowSets: [
          rowSet(PRODUCTION.id, 'instances', [['us-east-1', 'i-1', 'running', 2]]),
          rowSet(PRODUCTION.id, 'instances', [['eu-west-1', 'i-2', 'running', 2]]),
        ],
      });

      expect(table?.rows.map((row) => row[2])).toEqual(['eu-west-1', 'us-east-1']);
    });

    it.each([
      ['numbers descending', { column: 'Cores', descending: true }, ['i-c', 'i-a', 'i-b', 'i-d']],
      ['numbers ascending, what has none last', { column: 'Cores', descending: false }, ['i-b', 'i-a', 'i-c', 'i-d']],
      ['text', { column: 'State', descending: false }, ['i-d', 'i-a', 'i-b', 'i-c']],
      ['a leading column', { column: 'Region', descending: true }, ['i-c', 'i-a', 'i-b', 'i-d']],
    ])('sorts by %s', (_, sort, expected) => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [view('instances', { sort })]),
        accounts: [PRODUCTION],
        outcomes: [],
        rowSets: [
          rowSet(PRODUCTION.id, 'instances', [
            ['eu-west-1', 'i-a', 'b', 10],
            ['eu-west-1', 'i-b', 'b', 9],
            ['us-east-1', 'i-c', 'c', 100],
            ['eu-west-1', 'i-d', 'a', null],
          ]),
        ],
      });

      expect(table?.rows.map((row) => row[3])).toEqual(expected);
    });

    it('shows as many rows as the limit allows and says how many there are', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [view('instances', { sort: { column: 'Cores', descending: true }, limit: 1 })]),
        accounts: [PRODUCTION],
        outcomes: [],
        rowSets: [
          rowSet(PRODUCTION.id, 'instances', [
            ['eu-west-1', 'i-a', 'running', 2],
            ['eu-west-1', 'i-b', 'running', 8],
          ]),
        ],
      });

      expect(table).toMatchObject({
        rows: [['Production', '222222222222', 'eu-west-1', 'i-b', 'running', 8]],
        total: 1,
        truncated: false,
        found: 2,
      });
    });

    it('applies filters to own and leading columns', () => {
      const [table] = tabulate({
        plan: frozenPlan(
          [instances],
          [
            view('instances', {
              filters: [
                { column: 'State', is: 'equal', value: 'Running' },
                { column: 'Region', is: 'equal', value: 'eu-west-1' },
              ],
            }),
          ],
        ),
        accounts: [PRODUCTION],
        outcomes: [],
        rowSets: [
          rowSet(PRODUCTION.id, 'instances', [
            ['eu-west-1', 'i-a', 'running', 2],
            ['eu-west-1', 'i-b', 'stopped', 2],
            ['us-east-1', 'i-c', 'running', 2],
          ]),
        ],
      });

      expect(table?.rows.map((row) => row[3])).toEqual(['i-a']);
    });

    it('titles several tables by their nouns', () => {
      const tables = tabulate({
        plan: frozenPlan(
          [instances, frozenCall('volumes', ['Volume'])],
          [view('instances'), view('volumes', { noun: 'EBS volumes' })],
          'EC2',
        ),
        accounts: [PRODUCTION],
        outcomes: [],
        rowSets: [],
      });

      expect(tables.map((table) => table.title)).toEqual(['EC2 instances', 'EBS volumes']);
    });
  });

  describe('joins', () => {
    const buckets = frozenCall('buckets', ['Bucket'], { global: true });
    const encryption = frozenCall('encryption', ['Bucket', 'Encryption'], { global: true });
    const joined = view('buckets', { join: [{ call: 'encryption', on: 'Bucket' }] });
    const rowSets = [
      rowSet(PRODUCTION.id, 'buckets', [
        ['eu-west-1', 'logs'],
        ['us-east-1', 'data'],
      ]),
      rowSet(STAGING.id, 'buckets', [['us-east-1', 'logs-staging']]),
      rowSet(PRODUCTION.id, 'encryption', [['global', 'data', 'AES256']]),
      // The same name in another account means another thing.
      rowSet(STAGING.id, 'encryption', [['global', 'logs', 'aws:kms']]),
    ];

    it('adds the other call’s columns where the value is the same, within an account', () => {
      const [table] = tabulate({
        plan: frozenPlan([buckets, encryption], [joined]),
        accounts: [PRODUCTION, STAGING],
        outcomes: [],
        rowSets,
      });

      expect(table).toEqual({
        title: 'EC2 instances',
        columns: ['Account', 'Account ID', 'Region', 'Bucket', 'Encryption'],
        rows: [
          ['Production', '222222222222', 'eu-west-1', 'logs', null],
          ['Production', '222222222222', 'us-east-1', 'data', 'AES256'],
          ['Staging', '333333333333', 'us-east-1', 'logs-staging', null],
        ],
        total: 3,
        truncated: false,
      });
    });

    it('does not take the cluster of another Region for one of the same name', () => {
      const [table] = tabulate({
        plan: frozenPlan(
          [frozenCall('clusters', ['Cluster']), frozenCall('details', ['Cluster', 'Version'])],
          [view('clusters', { join: [{ call: 'details', on: 'Cluster' }] })],
        ),
        accounts: [PRODUCTION],
        outcomes: [],
        rowSets: [
          rowSet(PRODUCTION.id, 'clusters', [
            ['eu-west-1', 'main'],
            ['us-east-1', 'main'],
            ['us-west-2', 'main'],
          ]),
          rowSet(PRODUCTION.id, 'details', [
            ['us-east-1', 'main', '1.30'],
            ['eu-west-1', 'main', '1.28'],
          ]),
        ],
      });

      expect(table?.rows.map((row) => [row[2], row[4]])).toEqual([
        ['eu-west-1', '1.28'],
        ['us-east-1', '1.30'],
        ['us-west-2', null],
      ]);
    });

    it('takes nothing for empty where the joined call answered, and for unknown where it did not', () => {
      const unencrypted = view('buckets', {
        join: [{ call: 'encryption', on: 'Bucket' }],
        filters: [{ column: 'Encryption', is: 'empty' }],
      });

      const [table] = tabulate({
        plan: frozenPlan([buckets, encryption], [unencrypted]),
        accounts: [PRODUCTION, STAGING],
        outcomes: [
          outcome(PRODUCTION.id, 'encryption', 'global'),
          outcome(STAGING.id, 'encryption', 'global', { kind: 'denied' }),
        ],
        rowSets,
      });

      expect(table?.rows.map((row) => row[3])).toEqual(['logs']);
    });

    it('takes nothing for unknown where the joined call was cut short', () => {
      const [table] = tabulate({
        plan: frozenPlan(
          [buckets, encryption],
          [
            view('buckets', {
              join: [{ call: 'encryption', on: 'Bucket' }],
              filters: [{ column: 'Encryption', is: 'not-equal', value: 'aws:kms' }],
            }),
          ],
        ),
        accounts: [PRODUCTION],
        outcomes: [outcome(PRODUCTION.id, 'encryption', 'global', { truncated: true })],
        rowSets,
      });

      expect(table?.rows.map((row) => row[3])).toEqual(['data']);
    });
  });

  describe('counts', () => {
    const counting = view('instances', { kind: 'count' });
    const answered = [PRODUCTION, STAGING, SANDBOX].map(({ id }) => outcome(id, 'instances', 'us-east-1'));
    const two = rowSet(PRODUCTION.id, 'instances', [
      ['us-east-1', 'i-1', 'running', 2],
      ['us-east-1', 'i-2', 'stopped', 2],
    ]);

    it('gives every account a number, zero included', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [counting]),
        accounts: [PRODUCTION, STAGING],
        outcomes: answered,
        rowSets: [two],
      });

      expect(table).toEqual({
        title: 'EC2 instances',
        columns: ['Account', 'Account ID', 'Count'],
        rows: [
          ['Production', '222222222222', 2],
          ['Staging', '333333333333', 0],
        ],
        total: 2,
        truncated: false,
      });
    });

    it('gives no number to an account that did not answer, and says why beside it', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [counting]),
        accounts: [PRODUCTION, STAGING, SANDBOX],
        outcomes: [
          outcome(PRODUCTION.id, 'instances', 'us-east-1'),
          outcome(PRODUCTION.id, 'instances', 'eu-west-1', { kind: 'timed-out' }),
          outcome(STAGING.id, 'instances', '*', { kind: 'denied' }),
        ],
        rowSets: [two],
      });

      expect(table).toMatchObject({
        columns: ['Account', 'Account ID', 'Count', 'Note'],
        rows: [
          ['Production', '222222222222', 2, 'timed-out in eu-west-1'],
          ['Staging', '333333333333', null, 'denied'],
          ['Sandbox', '011111111111', null, 'no outcome'],
        ],
      });
    });

    it('counts what was found before a later page failed', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [counting]),
        accounts: [PRODUCTION],
        outcomes: [outcome(PRODUCTION.id, 'instances', 'us-east-1', { kind: 'throttled', rows: 2 })],
        rowSets: [two],
      });

      expect(table?.rows).toEqual([['Production', '222222222222', 2, 'throttled']]);
    });

    it('says that a cut list is at least as long', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [counting]),
        accounts: [PRODUCTION],
        outcomes: [outcome(PRODUCTION.id, 'instances', 'us-east-1', { truncated: true })],
        rowSets: [two],
      });

      expect(table?.rows).toEqual([['Production', '222222222222', 2, 'at least: the list was cut']]);
    });

    it('shows a Region that is disabled or without the service as nothing missing', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [counting]),
        accounts: [PRODUCTION],
        outcomes: [
          outcome(PRODUCTION.id, 'instances', 'us-east-1'),
          outcome(PRODUCTION.id, 'instances', 'me-south-1', { kind: 'region-disabled' }),
        ],
        rowSets: [two],
      });

      expect(table?.columns).toEqual(['Account', 'Account ID', 'Count']);
    });

    it('gives no number when the calls that a count is filtered by failed', () => {
      const [table] = tabulate({
        plan: frozenPlan(
          [
            frozenCall('buckets', ['Bucket'], { global: true }),
            frozenCall('encryption', ['Bucket', 'Encryption'], {
              global: true,
              forEach: { call: 'buckets', path: 'Buckets[].Name', parameter: 'Bucket' },
            }),
          ],
          [
            view('buckets', {
              kind: 'count',
              join: [{ call: 'encryption', on: 'Bucket' }],
              filters: [{ column: 'Encryption', is: 'empty' }],
            }),
          ],
        ),
        accounts: [PRODUCTION],
        outcomes: [
          outcome(PRODUCTION.id, 'buckets', 'global'),
          outcome(PRODUCTION.id, 'encryption', 'global', { kind: 'denied' }),
        ],
        rowSets: [rowSet(PRODUCTION.id, 'buckets', [['us-east-1', 'logs']])],
      });

      expect(table?.rows).toEqual([['Production', '222222222222', null, 'denied']]);
    });

    it('groups by Region with zeros for the Regions that answered', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [view('instances', { kind: 'count', by: 'Region' })]),
        accounts: [PRODUCTION, STAGING],
        outcomes: [
          outcome(PRODUCTION.id, 'instances', 'us-east-1'),
          outcome(PRODUCTION.id, 'instances', 'eu-west-1'),
          outcome(PRODUCTION.id, 'instances', 'me-south-1', { kind: 'not-offered' }),
          outcome(STAGING.id, 'instances', '*', { kind: 'denied' }),
        ],
        rowSets: [two],
      });

      expect(table).toEqual({
        title: 'EC2 instances',
        columns: ['Account', 'Account ID', 'Region', 'Count', 'Note'],
        rows: [
          ['Production', '222222222222', 'eu-west-1', 0, ''],
          ['Production', '222222222222', 'us-east-1', 2, ''],
          ['Staging', '333333333333', null, null, 'denied'],
        ],
        total: 3,
        truncated: false,
      });
    });

    it('does not count a global list a second time as the Region "global"', () => {
      const [table] = tabulate({
        plan: frozenPlan(
          [frozenCall('buckets', ['Bucket'], { global: true })],
          [view('buckets', { kind: 'count', by: 'Region' })],
        ),
        accounts: [PRODUCTION, STAGING],
        outcomes: [outcome(PRODUCTION.id, 'buckets', 'global'), outcome(STAGING.id, 'buckets', 'global')],
        rowSets: [rowSet(PRODUCTION.id, 'buckets', [['eu-west-1', 'logs']])],
      });

      expect(table?.rows).toEqual([
        ['Production', '222222222222', 'eu-west-1', 1],
        ['Staging', '333333333333', 'global', 0],
      ]);
    });

    it('sorts and cuts counts, with what could not be counted at the end, and says how many there are', () => {
      const [table] = tabulate({
        plan: frozenPlan(
          [instances],
          [view('instances', { kind: 'count', sort: { column: 'Count', descending: false }, limit: 2 })],
        ),
        accounts: [SANDBOX, PRODUCTION, STAGING],
        outcomes: [
          outcome(SANDBOX.id, 'instances', 'us-east-1', { kind: 'denied' }),
          ...answered.filter(({ accountId }) => accountId !== SANDBOX.id),
        ],
        rowSets: [two],
      });

      expect(table).toMatchObject({
        rows: [
          ['Staging', '333333333333', 0, ''],
          ['Production', '222222222222', 2, ''],
        ],
        total: 3,
        truncated: true,
      });
    });

    it('groups by a column, one zero where there is nothing', () => {
      const [table] = tabulate({
        plan: frozenPlan([instances], [view('instances', { kind: 'count', by: 'State' })]),
        accounts: [PRODUCTION, STAGING],
        outcomes: answered,
        rowSets: [two],
      });

      expect(table?.rows).toEqual([
        ['Production', '222222222222', 'running', 1],
        ['Production', '222222222222', 'stopped', 1],
        ['Staging', '333333333333', null, 0],
      ]);
    });

    it('counts a call that was asked for each of another’s items as silent when the other failed', () => {
      const [table] = tabulate({
        plan: frozenPlan(
          [
            frozenCall('clusters', ['Cluster']),
            frozenCall('services', ['Service'], {
              forEach: { call: 'clusters', path: 'clusterArns[]', parameter: 'cluster' },
            }),
          ],
          [view('services', { kind: 'count' })],
        ),
        accounts: [PRODUCTION],
        outcomes: [outcome(PRODUCTION.id, 'clusters', 'us-east-1', { kind: 'unreachable' })],
        rowSets: [],
      });

      expect(table?.rows).toEqual([['Production', '222222222222', null, 'unreachable']]);
    });
  });
});

describe('displayValue', () => {
  it.each([
    [null, ''],
    ['text', 'text'],
    [0, '0'],
    [false, 'false'],
    [['a', ['b', null], 3], 'a, b, , 3'],
    [{ key: ['v'] }, '{"key":["v"]}'],
  ])('writes %j as "%s"', (value, expected) => {
    expect(displayValue(value)).toBe(expected);
  });
});
