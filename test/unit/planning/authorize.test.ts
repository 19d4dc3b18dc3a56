import { describe, expect, it } from 'vitest';
import type { Call, Plan, TableView } from '../../../src/domain/plan.js';
import { authorizePlan, type Authorization } from '../../../src/planning/authorize.js';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { ACCOUNTS, BUDGETS } from './fixtures.js';

const catalogue = createCatalogue();

function call(id: string, service: string, operation: string, more: Partial<Call> = {}): Call {
  return { id, service, operation, params: {}, columns: [], ...more };
}

function planOf(calls: readonly Call[], view: Partial<TableView> = {}): Plan {
  const shown = calls.at(-1)?.id ?? '';
  return {
    calls,
    show: { title: 'Things', tables: [{ call: shown, filters: [], kind: 'rows', noun: 'things', ...view }] },
  };
}

function authorize(plan: Plan, more: Partial<Parameters<typeof authorizePlan>[0]> = {}): Authorization {
  return authorizePlan({ plan, regions: [], accounts: ACCOUNTS, catalogue, budgets: BUDGETS, ...more });
}

const EKS: readonly Call[] = [
  call('names', 'eks', 'ListClusters'),
  call('clusters', 'eks', 'DescribeCluster', { forEach: { call: 'names', path: 'clusters[]', parameter: 'name' } }),
];

describe('authorizePlan', () => {
  it('freezes what it has proved', () => {
    const plan = planOf([call('vpcs', 'ec2', 'DescribeVpcs', { params: { VpcIds: ['vpc-1'] } })]);

    expect(authorize(plan)).toEqual({
      authorized: true,
      warnings: [],
      frozen: {
        show: plan.show,
        rowCap: 100_000,
        calls: [
          {
            id: 'vpcs',
            service: 'ec2',
            operation: 'DescribeVpcs',
            params: { VpcIds: ['vpc-1'] },
            items: 'Vpcs[]',
            columns: [
              { name: 'VPC ID', path: 'VpcId' },
              { name: 'Name', path: 'Tags[Key=Name].Value' },
              { name: 'CIDR', path: 'CidrBlock' },
              { name: 'State', path: 'State' },
              { name: 'Default', path: 'IsDefault' },
            ],
            pagination: { input: 'NextToken', output: 'NextToken' },
            absentCodes: [],
            global: false,
            pageCap: 100,
            fanOutCap: 500,
            internal: false,
          },
        ],
      },
    });
  });

  it('freezes references, absent codes, Region paths and default parameters', () => {
    const decision = authorize(
      planOf([
        call('buckets', 's3', 'ListBuckets'),
        call('encryption', 's3', 'GetBucketEncryption', {
          forEach: { call: 'buckets', path: 'Buckets[].Name', parameter: 'Bucket' },
        }),
      ]),
    );

    expect(decision).toMatchObject({
      authorized: true,
      warnings: [],
      frozen: {
        calls: [
          { id: 'buckets', params: { MaxBuckets: 1000 }, regionPath: 'BucketRegion', global: true },
          {
            id: 'encryption',
            params: {},
            items: '',
            forEach: { call: 'buckets', path: 'Buckets[].Name', parameter: 'Bucket' },
            absentCodes: ['ServerSideEncryptionConfigurationNotFoundError'],
            global: true,
          },
        ],
      },
    });
  });

  describe('in all Regions', () => {
    it("asks each regional root call for each of the account's enabled Regions", () => {
      const decision = authorize(planOf([...EKS, call('apps', 'apprunner', 'ListServices')]), { regions: ['all'] });

      expect(
        decision.authorized &&
          decision.frozen.calls.map(({ id, forEach, internal, global }) => ({ id, forEach, internal, global })),
      ).toEqual([
        { id: 'enabled-regions', forEach: undefined, internal: true, global: true },
        {
          id: 'names',
          forEach: { call: 'enabled-regions', path: 'Regions[].RegionName', parameter: '@region' },
          internal: false,
          global: false,
        },
        {
          id: 'clusters',
          forEach: { call: 'names', path: 'clusters[]', parameter: 'name' },
          internal: false,
          global: false,
        },
        {
          id: 'apps',
          forEach: { call: 'enabled-regions', path: 'Regions[].RegionName', parameter: '@region' },
          internal: false,
          global: false,
        },
      ]);
      expect(decision.authorized && decision.frozen.calls[0]).toEqual({
        id: 'enabled-regions',
        service: 'ec2',
        operation: 'DescribeRegions',
        params: {},
        items: 'Regions[]',
        columns: [{ name: 'Region name', path: 'RegionName' }],
        absentCodes: [],
        global: true,
        pageCap: 1,
        fanOutCap: 100,
        internal: true,
      });
    });

    it('asks for no Region list when everything is global', () => {
      const decision = authorize(planOf([call('users', 'iam', 'ListUsers')]), { regions: ['all'] });

      expect(decision.authorized && decision.frozen.calls.map(({ id }) => id)).toEqual(['users']);
    });

    it('reserves the name of the Region list', () => {
      expect(authorize(planOf([call('enabled-regions', 'ec2', 'DescribeRegions')]))).toMatchObject({
        authorized: false,
        code: 'usage',
      });
    });
  });

  describe('warns', () => {
    it('of a default that changes what is found, and not when the plan sets it', () => {
      const warned = authorize(planOf([call('images', 'ec2', 'DescribeImages')]));
      const set = authorize(planOf([call('images', 'ec2', 'DescribeImages', { params: { Owners: ['amazon'] } })]));

      expect(warned).toMatchObject({
        authorized: true,
        warnings: [expect.stringContaining("ec2 DescribeImages: Owners is set to ['self']")],
        frozen: { calls: [{ params: { Owners: ['self'] } }] },
      });
      expect(set).toMatchObject({
        authorized: true,
        warnings: [],
        frozen: { calls: [{ params: { Owners: ['amazon'] } }] },
      });
    });

    it('of a page size, which limits nothing', () => {
      expect(authorize(planOf([call('vpcs', 'ec2', 'DescribeVpcs', { params: { MaxResults: 5 } })]))).toMatchObject({
        authorized: true,
        warnings: ['ec2 DescribeVpcs: MaxResults sets the size of a page; all pages are read all the same.'],
      });
    });
  });

  describe('refuses', () => {
    it.each<[string, Plan, string, string]>([
      ['a change', planOf([call('a', 'ec2', 'TerminateInstances')]), 'refused', 'under Write'],
      ['a secret', planOf([call('a', 'secretsmanager', 'GetSecretValue')]), 'refused', 'holds secrets'],
      ['the unknown', planOf([call('a', 'ec2', 'DescribeEverything')]), 'refused', 'what is unknown is not asked'],
      [
        'a change hidden behind a read',
        planOf([
          call('a', 'ec2', 'DescribeVpcs'),
          call('b', 'ec2', 'DeleteVpc', { forEach: { call: 'a', path: 'Vpcs[].VpcId', parameter: 'VpcId' } }),
        ]),
        'refused',
        'under Write',
      ],
      ['a plan without calls', planOf([]), 'usage', 'no calls'],
      [
        'an id used twice',
        planOf([call('a', 'ec2', 'DescribeVpcs'), call('a', 'ec2', 'DescribeVpcs')]),
        'usage',
        'used twice',
      ],
      ['an id that is no id', planOf([call('a"b', 'ec2', 'DescribeVpcs')]), 'usage', 'not of letters'],
      [
        'an unknown parameter',
        planOf([call('a', 'ec2', 'DescribeVpcs', { params: { vpcIds: ['x'] } })]),
        'usage',
        'no parameter "vpcIds"',
      ],
      [
        'a parameter called like a method',
        planOf([call('a', 'ec2', 'DescribeVpcs', { params: { constructor: 'x' } })]),
        'usage',
        'no parameter "constructor"',
      ],
      [
        'text for a list',
        planOf([call('a', 'ec2', 'DescribeVpcs', { params: { VpcIds: 'vpc-1' } })]),
        'usage',
        'takes a list of texts',
      ],
      [
        'a number in a list of texts',
        planOf([call('a', 'ec2', 'DescribeVpcs', { params: { VpcIds: [1] } })]),
        'usage',
        'takes a list of texts',
      ],
      [
        'text for a truth',
        planOf([call('a', 'ec2', 'DescribeVpcs', { params: { DryRun: 'yes' } })]),
        'usage',
        'true or false',
      ],
      [
        'a fraction for a whole number',
        planOf([call('a', 'ec2', 'DescribeVpcs', { params: { MaxResults: 1.5 } })]),
        'usage',
        'a whole number',
      ],
      [
        'a page token',
        planOf([call('a', 'ec2', 'DescribeVpcs', { params: { NextToken: 'x' } })]),
        'usage',
        'pages are followed',
      ],
      [
        'a missing required parameter',
        planOf([call('a', 'eks', 'DescribeCluster')]),
        'usage',
        'required parameter name is missing',
      ],
      [
        'a parameter that is given and referred to',
        planOf([
          call('a', 'eks', 'ListClusters'),
          call('b', 'eks', 'DescribeCluster', {
            params: { name: 'x' },
            forEach: { call: 'a', path: 'clusters[]', parameter: 'name' },
          }),
        ]),
        'usage',
        'also taken from another call',
      ],
      [
        'a reference to nothing',
        planOf([
          call('b', 'eks', 'DescribeCluster', { forEach: { call: 'a', path: 'clusters[]', parameter: 'name' } }),
        ]),
        'usage',
        'no earlier call',
      ],
      [
        'a reference to itself',
        planOf([
          call('a', 'eks', 'DescribeCluster', { forEach: { call: 'a', path: 'clusters[]', parameter: 'name' } }),
        ]),
        'usage',
        'no earlier call',
      ],
      [
        'a reference forwards',
        planOf([
          call('b', 'eks', 'DescribeCluster', { forEach: { call: 'a', path: 'clusters[]', parameter: 'name' } }),
          call('a', 'eks', 'ListClusters'),
        ]),
        'usage',
        'no earlier call',
      ],
      [
        'a reference to the Regions',
        planOf([
          call('a', 'ec2', 'DescribeRegions'),
          call('b', 'ec2', 'DescribeVpcs', {
            forEach: { call: 'a', path: 'Regions[].RegionName', parameter: '@region' },
          }),
        ]),
        'usage',
        'no parameter "@region"',
      ],
      [
        'a reference to a secret',
        planOf([
          call('a', 'lambda', 'ListFunctions'),
          call('b', 'lambda', 'ListTags', {
            forEach: { call: 'a', path: 'Functions[].Environment.Variables', parameter: 'Resource' },
          }),
        ]),
        'refused',
        'holds secrets',
      ],
      [
        'a list filled one by one',
        planOf([
          call('a', 'ecs', 'ListClusters'),
          call('b', 'ecs', 'DescribeClusters', {
            forEach: { call: 'a', path: 'clusterArns[]', parameter: 'clusters' },
          }),
        ]),
        'usage',
        'how many values at a time',
      ],
      [
        'a batch for a single value',
        planOf([
          call('a', 'eks', 'ListClusters'),
          call('b', 'eks', 'DescribeCluster', {
            forEach: { call: 'a', path: 'clusters[]', parameter: 'name', batch: 10 },
          }),
        ]),
        'usage',
        'cannot take 10 values',
      ],
      [
        'a carried parameter that the source has not',
        planOf([
          call('a', 'ecs', 'ListClusters'),
          call('b', 'ecs', 'ListServices', {
            forEach: { call: 'a', path: 'clusterArns[]', parameter: 'cluster', carry: ['launchType'] },
          }),
        ]),
        'usage',
        'both calls must have it',
      ],
      [
        'a path that cannot be read',
        planOf([call('a', 'ec2', 'DescribeVpcs', { columns: [{ name: 'X', path: 'Tags[' }] })]),
        'usage',
        'cannot be read',
      ],
      [
        'a secret column',
        planOf([call('a', 'lambda', 'ListFunctions', { columns: [{ name: 'X', path: 'Environment.Variables' }] })]),
        'refused',
        'holds secrets',
      ],
      [
        'the whole item where it holds a secret',
        planOf([call('a', 'lambda', 'ListFunctions', { columns: [{ name: 'X', path: '' }] })]),
        'refused',
        'the whole item',
      ],
      [
        'a column twice',
        planOf([
          call('a', 'ec2', 'DescribeVpcs', {
            columns: [
              { name: 'X', path: 'VpcId' },
              { name: 'X', path: 'State' },
            ],
          }),
        ]),
        'usage',
        'used twice',
      ],
      [
        'a column that every table has',
        planOf([call('a', 'ec2', 'DescribeVpcs', { columns: [{ name: 'Region', path: 'VpcId' }] })]),
        'usage',
        'column name "Region"',
      ],
      [
        'a column of no parameter',
        planOf([call('a', 'ec2', 'DescribeVpcs', { columns: [{ name: 'X', path: '@nope' }] })]),
        'usage',
        'no such parameter',
      ],
      ['a table of no call', planOf([call('a', 'ec2', 'DescribeVpcs')], { call: 'b' }), 'usage', 'no call of the plan'],
      [
        'a filter on no column',
        planOf([call('a', 'ec2', 'DescribeVpcs')], { filters: [{ any: [{ column: 'Owner', is: 'present' }] }] }),
        'usage',
        'no column "Owner"',
      ],
      [
        'a grouping by no column',
        planOf([call('a', 'ec2', 'DescribeVpcs')], { kind: 'count', by: 'Type' }),
        'usage',
        'no column "Type"',
      ],
      [
        'a sort by no column',
        planOf([call('a', 'ec2', 'DescribeVpcs')], { sort: { column: 'Type', descending: true } }),
        'usage',
        'no column "Type"',
      ],
      [
        'a join on a column that one has not',
        planOf([call('b', 's3', 'ListBuckets'), call('a', 'ec2', 'DescribeVpcs')], {
          join: [{ call: 'b', on: 'VPC ID' }],
        }),
        'usage',
        'which both must have',
      ],
      [
        'a count sorted by what it does not have',
        planOf([call('a', 'ec2', 'DescribeVpcs')], { kind: 'count', sort: { column: 'VPC ID', descending: true } }),
        'usage',
        'cannot be sorted by "VPC ID"; a count has Account, Account ID, Count.',
      ],
      [
        'a measure of no column',
        planOf([call('a', 'ec2', 'DescribeVpcs')], { kind: 'count', measure: { of: 'sum', column: 'Size' } }),
        'usage',
        'no column "Size"',
      ],
      [
        'a measure of a list',
        planOf([call('a', 'ec2', 'DescribeVpcs')], { measure: { of: 'sum', column: 'CIDR' } }),
        'usage',
        'its kind must be count',
      ],
      [
        'groups over all accounts by nothing',
        planOf([call('a', 'ec2', 'DescribeVpcs')], { kind: 'count', across: true }),
        'usage',
        'has no column to group by over all accounts',
      ],
      [
        'groups over all accounts sorted by the account',
        planOf([call('a', 'ec2', 'DescribeVpcs')], {
          kind: 'count',
          by: 'Region',
          across: true,
          measure: { of: 'sum', column: 'CIDR' },
          sort: { column: 'Account', descending: true },
        }),
        'usage',
        'cannot be sorted by "Account"; a count has Region, Count, Total CIDR.',
      ],
      ['a limit of nothing', planOf([call('a', 'ec2', 'DescribeVpcs')], { limit: 0 }), 'usage', 'cannot show 0 rows'],
    ])('%s', (_, plan, code, reason) => {
      expect(authorize(plan)).toMatchObject({ authorized: false, code, reason: expect.stringContaining(reason) });
    });

    it('a plan that shows nothing', () => {
      const plan: Plan = { calls: [call('a', 'ec2', 'DescribeVpcs')], show: { title: 'x', tables: [] } };

      expect(authorize(plan)).toEqual({ authorized: false, code: 'usage', reason: 'The plan shows no table.' });
    });

    it('more calls than the budget allows, and says which setting it is', () => {
      const plan = planOf([1, 2, 3].map((number) => call(`c${number}`, 'ec2', 'DescribeVpcs')));

      expect(authorize(plan, { budgets: { ...BUDGETS, calls: 2 } })).toEqual({
        authorized: false,
        code: 'over-budget',
        reason: 'The plan has 3 calls, and 2 are allowed.',
        suggestion: 'Ask for less at once, or raise CENTRAL_OPS_BUDGET_CALLS.',
      });
    });

    it('more accounts than the budget allows', () => {
      expect(
        authorize(planOf([call('a', 'ec2', 'DescribeVpcs')]), { budgets: { ...BUDGETS, accounts: 4 } }),
      ).toMatchObject({
        authorized: false,
        code: 'over-budget',
        reason: 'The question is about 5 accounts, and 4 are allowed.',
      });
    });
  });

  it('does not count the Region list against the budget', () => {
    const plan = planOf([call('a', 'ec2', 'DescribeVpcs')]);

    expect(authorize(plan, { regions: ['all'], budgets: { ...BUDGETS, calls: 1 } }).authorized).toBe(true);
  });

  it('shares the rows among the accounts, and leaves each a fair lot', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      id: String(index).padStart(12, '0'),
      name: `Account ${index}`,
      partition: 'aws' as const,
    }));
    const plan = planOf([call('a', 'ec2', 'DescribeVpcs')]);
    const capOf = (accounts: typeof many, rows: number): number | false => {
      const decision = authorize(plan, { accounts, budgets: { ...BUDGETS, rows } });
      return decision.authorized && decision.frozen.rowCap;
    };

    expect([capOf(many, 500_000), capOf(many.slice(0, 2), 500_000), capOf(many, 50)]).toEqual([10_000, 250_000, 50]);
  });
});
