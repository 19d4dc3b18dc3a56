import type { Json, JsonObject } from '../../../src/domain/json.js';
import type { OutcomeKind } from '../../../src/domain/outcome.js';
import type { Assignment, FrozenCall } from '../../../src/domain/plan.js';
import type { ScriptLimits } from '../../../src/tools/aws-mcp/script/render.js';

/** Answers of the stand-in for `call_boto3`, first match wins. `$moment`, `$bytes` and `$float` become such values. */
export interface World {
  readonly latency?: number;
  readonly rules: readonly Rule[];
}

export type Rule = {
  /** "ec2 DescribeInstances" */
  readonly call: string;
  readonly region?: string;
  readonly params?: JsonObject;
  /** Parameters that must be absent. */
  readonly without?: readonly string[];
  /** Matches so many times in one script. */
  readonly times?: number;
  readonly seconds?: number;
} & (
  | { readonly reply: Json }
  | { readonly error: readonly [string, string]; readonly response?: boolean }
  | { readonly unreachable: string }
);

/** One story about a script: what is asked, how the account answers, and what has to come of it. */
export interface Scenario {
  readonly name: string;
  readonly assignment: Assignment;
  readonly world: World;
  readonly limits?: Partial<ScriptLimits>;
  readonly runMillis?: number;
  /** `call@region kind rows`, with `+` when cut; order does not matter. */
  readonly outcomes: readonly string[];
  /** Rows per call: the Region and the cells; order does not matter. */
  readonly rows?: Readonly<Record<string, readonly (readonly Json[])[]>>;
  readonly requests?: number;
  readonly scripts?: number;
  /** What a failure's message has to contain, by `call@region`. */
  readonly messages?: Readonly<Record<string, string>>;
}

export function call(id: string, operation: string, rest: Partial<FrozenCall> = {}): FrozenCall {
  const [service = '', name = ''] = operation.split(' ');
  return {
    id,
    service,
    operation: name,
    params: {},
    items: '',
    columns: [],
    absentCodes: [],
    global: false,
    pageCap: 100,
    fanOutCap: 500,
    internal: false,
    ...rest,
  };
}

export function assignment(calls: readonly FrozenCall[], regions: readonly string[], rowCap = 10_000): Assignment {
  return {
    account: { id: '111122223333', name: 'Blue', partition: 'aws' },
    regions,
    plan: { calls, rowCap, show: { title: 'Things', tables: [] } },
  };
}

export function outcomeLine(outcome: {
  call: string;
  region: string;
  kind: OutcomeKind;
  rows: number;
  truncated: boolean;
}): string {
  return `${outcome.call}@${outcome.region} ${outcome.kind} ${outcome.rows}${outcome.truncated ? '+' : ''}`;
}

const EAST = 'us-east-1';
const WEST = 'eu-west-1';

const instances = call('vm', 'ec2 DescribeInstances', {
  items: 'Reservations[].Instances[]',
  pagination: { input: 'NextToken', output: 'NextToken' },
  columns: [
    { name: 'Id', path: 'InstanceId' },
    { name: 'State', path: 'State.Name' },
    { name: 'Name', path: 'Tags[Key=Name].Value' },
    { name: 'Groups', path: 'SecurityGroups[].GroupId' },
  ],
});

const clusters = call('cl', 'ecs ListClusters', { items: 'clusterArns[]', columns: [{ name: 'Arn', path: '' }] });
const services = call('sv', 'ecs ListServices', {
  items: 'serviceArns[]',
  forEach: { call: 'cl', path: 'clusterArns[]', parameter: 'cluster' },
  pagination: { input: 'nextToken', output: 'nextToken' },
  columns: [
    { name: 'Arn', path: '' },
    { name: 'Cluster', path: '@cluster' },
  ],
});
const described = call('de', 'ecs DescribeServices', {
  items: 'services[]',
  forEach: { call: 'sv', path: 'serviceArns[]', parameter: 'services', batch: 2, carry: ['cluster'] },
  columns: [
    { name: 'Name', path: 'serviceName' },
    { name: 'Cluster', path: '@cluster' },
  ],
});

const enabledRegions = call('enabled-regions', 'ec2 DescribeRegions', {
  items: 'Regions[]',
  columns: [{ name: 'Region', path: 'RegionName' }],
  global: true,
  internal: true,
  pageCap: 1,
  fanOutCap: 100,
});
const everywhere = call('fn', 'lambda ListFunctions', {
  items: 'Functions[]',
  forEach: { call: 'enabled-regions', path: 'Regions[].RegionName', parameter: '@region' },
  columns: [
    { name: 'Name', path: 'FunctionName' },
    { name: 'Asked in', path: '@region' },
  ],
  fanOutCap: 100,
});

const buckets = call('bk', 's3 ListBuckets', {
  items: 'Buckets[]',
  global: true,
  regionPath: 'BucketRegion',
  columns: [{ name: 'Name', path: 'Name' }],
});
const policies = call('po', 's3 GetBucketPolicy', {
  global: true,
  absentCodes: ['NoSuchBucketPolicy'],
  forEach: { call: 'bk', path: 'Buckets[].Name', parameter: 'Bucket' },
  columns: [
    { name: 'Bucket', path: '@Bucket' },
    { name: 'Policy', path: 'Policy' },
  ],
});

const cpu = call('cw', 'cloudwatch GetMetricStatistics', {
  items: 'Datapoints[]',
  params: { Namespace: 'AWS/EC2', Dimensions: [{ Name: 'InstanceId' }, { Name: 'Kind' }] },
  forEach: { call: 'th', path: 'Things[].Value', parameter: 'Dimensions[0].Value' },
  columns: [
    { name: 'Instance', path: '@Dimensions[0].Value' },
    { name: 'Dimension', path: '@Dimensions[0].Name' },
    { name: 'Nothing there', path: '@Dimensions[1].Value' },
    { name: 'Average', path: 'Average' },
  ],
});

const thing = call('th', 'x ListThings', {
  items: 'Things[]',
  columns: [{ name: 'Value', path: 'Value' }],
  pagination: { input: 'Token', output: 'Token' },
});

const AWKWARD = 'é "quoted" \\back\\ \'\'\' """ ${x} {y} %s 😀 日本\n\ttab\u2028end';

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'reads two Regions to the last page, projecting each item',
    assignment: assignment([instances], [EAST, WEST]),
    world: {
      rules: [
        {
          call: 'ec2 DescribeInstances',
          region: EAST,
          without: ['NextToken'],
          reply: {
            Reservations: [
              {
                Instances: [
                  {
                    InstanceId: 'i-1',
                    State: { Name: 'running' },
                    Secret: 'stays',
                    Tags: [
                      { Key: 'Env', Value: 'p' },
                      { Key: 'Name', Value: 'web' },
                    ],
                    SecurityGroups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }],
                  },
                ],
              },
              { Instances: [] },
            ],
            NextToken: 'two',
          },
        },
        {
          call: 'ec2 DescribeInstances',
          region: EAST,
          params: { NextToken: 'two' },
          reply: {
            Reservations: [{ Instances: [{ InstanceId: 'i-2' }, { InstanceId: 'i-3', State: { Name: 'stopped' } }] }],
            NextToken: '',
          },
        },
        { call: 'ec2 DescribeInstances', region: WEST, reply: { Reservations: [] } },
      ],
    },
    outcomes: ['vm@us-east-1 answered 3', 'vm@eu-west-1 answered 0'],
    rows: {
      vm: [
        [EAST, 'i-1', 'running', 'web', ['sg-1', 'sg-2']],
        [EAST, 'i-2', null, null, []],
        [EAST, 'i-3', 'stopped', null, []],
      ],
    },
    requests: 3,
    scripts: 1,
  },
  {
    name: 'follows references, in batches, carrying the parameter of the source',
    assignment: assignment([clusters, services, described], [EAST]),
    world: {
      rules: [
        { call: 'ecs ListClusters', reply: { clusterArns: ['c1', 'c2', 'c3', 'c1'] } },
        { call: 'ecs ListServices', params: { cluster: 'c1' }, reply: { serviceArns: ['s1', 's2', 's3'] } },
        { call: 'ecs ListServices', params: { cluster: 'c2' }, reply: { serviceArns: ['s4'] } },
        { call: 'ecs ListServices', params: { cluster: 'c3' }, reply: { serviceArns: [] } },
        {
          call: 'ecs DescribeServices',
          params: { cluster: 'c1', services: ['s1', 's2'] },
          reply: { services: [{ serviceName: 'one' }, { serviceName: 'two' }] },
        },
        {
          call: 'ecs DescribeServices',
          params: { cluster: 'c1', services: ['s3'] },
          reply: { services: [{ serviceName: 'three' }] },
        },
        {
          call: 'ecs DescribeServices',
          params: { cluster: 'c2', services: ['s4'] },
          reply: { services: [{ serviceName: 'four' }] },
        },
      ],
    },
    outcomes: ['cl@us-east-1 answered 4', 'sv@us-east-1 answered 4', 'de@us-east-1 answered 4'],
    rows: {
      de: [
        [EAST, 'one', 'c1'],
        [EAST, 'two', 'c1'],
        [EAST, 'three', 'c1'],
        [EAST, 'four', 'c2'],
      ],
    },
    requests: 7,
  },
  {
    name: 'puts a value into a place of a parameter, and leaves the planned parameters as they are',
    assignment: assignment([thing, cpu], ['us-east-1']),
    world: {
      rules: [
        { call: 'x ListThings', reply: { Things: [{ Value: 'i-1' }, { Value: 'i-2' }] } },
        ...['i-1', 'i-2'].map((value, index) => ({
          call: 'cloudwatch GetMetricStatistics',
          params: { Namespace: 'AWS/EC2', Dimensions: [{ Name: 'InstanceId', Value: value }, { Name: 'Kind' }] },
          reply: { Datapoints: [{ Average: 10 + index }] },
        })),
      ],
    },
    outcomes: ['th@us-east-1 answered 2', 'cw@us-east-1 answered 2'],
    rows: {
      cw: [
        ['us-east-1', 'i-1', 'InstanceId', null, 10],
        ['us-east-1', 'i-2', 'InstanceId', null, 11],
      ],
    },
    requests: 3,
  },
  {
    name: 'answers with nothing where the source found nothing',
    assignment: assignment([clusters, services], [EAST, WEST]),
    world: { rules: [{ call: 'ecs ListClusters', reply: { clusterArns: [] } }] },
    outcomes: [
      'cl@us-east-1 answered 0',
      'cl@eu-west-1 answered 0',
      'sv@us-east-1 answered 0',
      'sv@eu-west-1 answered 0',
    ],
  },
  {
    name: 'says of dependents that they were not asked when the source failed',
    assignment: assignment([clusters, services, described], [EAST, WEST]),
    world: {
      rules: [
        {
          call: 'ecs ListClusters',
          region: EAST,
          error: ['AccessDeniedException', 'not authorized to perform: ecs:ListClusters'],
        },
        { call: 'ecs ListClusters', region: WEST, reply: { clusterArns: [] } },
      ],
    },
    outcomes: [
      'cl@us-east-1 denied 0',
      'cl@eu-west-1 answered 0',
      'sv@us-east-1 denied 0',
      'sv@eu-west-1 answered 0',
      'de@us-east-1 denied 0',
      'de@eu-west-1 answered 0',
    ],
    messages: { 'sv@us-east-1': 'not asked: ', 'cl@us-east-1': 'Blue (111122223333)' },
  },
  {
    name: 'asks every Region that the Region list names',
    assignment: assignment([enabledRegions, everywhere], []),
    world: {
      rules: [
        {
          call: 'ec2 DescribeRegions',
          region: EAST,
          reply: {
            Regions: [
              { RegionName: EAST },
              { RegionName: 'ap-south-1' },
              { RegionName: 'zz-new-7' },
              { RegionName: 'not a region' },
            ],
          },
        },
        { call: 'lambda ListFunctions', region: 'ap-south-1', reply: { Functions: [{ FunctionName: 'f' }] } },
        { call: 'lambda ListFunctions', region: 'zz-new-7', unreachable: 'https://lambda.zz-new-7.amazonaws.com/' },
        { call: 'lambda ListFunctions', reply: { Functions: [] } },
      ],
    },
    outcomes: ['fn@us-east-1 answered 0', 'fn@ap-south-1 answered 1', 'fn@zz-new-7 unreachable 0'],
    rows: { fn: [['ap-south-1', 'f', 'ap-south-1']] },
    requests: 4,
  },
  {
    name: 'reports the Region list itself only when it fails',
    assignment: assignment([enabledRegions, everywhere], []),
    world: { rules: [{ call: 'ec2 DescribeRegions', error: ['UnauthorizedOperation', 'no'] }] },
    outcomes: ['enabled-regions@global denied 0', 'fn@* denied 0'],
  },
  {
    name: 'asks global services once, at home, and takes the Region from the item',
    assignment: assignment([buckets, policies], [WEST]),
    world: {
      rules: [
        {
          call: 's3 ListBuckets',
          region: EAST,
          reply: { Buckets: [{ Name: 'a', BucketRegion: WEST }, { Name: 'b' }] },
        },
        { call: 's3 GetBucketPolicy', region: EAST, params: { Bucket: 'a' }, reply: { Policy: '{}' } },
        { call: 's3 GetBucketPolicy', region: EAST, params: { Bucket: 'b' }, error: ['NoSuchBucketPolicy', 'none'] },
      ],
    },
    outcomes: ['bk@global answered 2', 'po@global answered 2'],
    rows: {
      bk: [
        [WEST, 'a'],
        ['global', 'b'],
      ],
      po: [
        ['global', 'a', '{}'],
        ['global', 'b', null],
      ],
    },
  },
  {
    name: 'keeps the failure of one Region to itself, with the code from the response or from the text',
    assignment: assignment([{ ...thing, offeredIn: [EAST] }], [EAST, WEST, 'ap-south-1', 'me-south-1', 'eu-north-1']),
    world: {
      rules: [
        { call: 'x ListThings', region: EAST, reply: { Things: [{ Value: 1 }] } },
        { call: 'x ListThings', region: WEST, unreachable: 'https://x.eu-west-1.amazonaws.com/' },
        { call: 'x ListThings', region: 'ap-south-1', error: ['AccessDenied', 'never: you'], response: false },
        {
          call: 'x ListThings',
          region: 'me-south-1',
          error: ['UnrecognizedClientException', 'The security token included in the request is invalid'],
        },
      ],
    },
    outcomes: [
      'th@us-east-1 answered 1',
      'th@eu-west-1 not-offered 0',
      'th@ap-south-1 denied 0',
      'th@me-south-1 region-disabled 0',
      'th@eu-north-1 failed 0',
    ],
    messages: { 'th@ap-south-1': 'AccessDenied: never: you' },
  },
  {
    name: 'rides out throttling three times in place',
    assignment: assignment([thing], [EAST, WEST]),
    world: {
      rules: [
        { call: 'x ListThings', region: EAST, times: 3, error: ['ThrottlingException', 'Rate exceeded'] },
        { call: 'x ListThings', region: WEST, error: ['RequestLimitExceeded', 'Rate exceeded'] },
        { call: 'x ListThings', reply: { Things: [] } },
      ],
    },
    outcomes: ['th@us-east-1 answered 0', 'th@eu-west-1 throttled 0'],
    requests: 8,
  },
  {
    name: 'stops a list whose token comes back again, and keeps what it had',
    assignment: assignment([thing], [EAST]),
    world: { rules: [{ call: 'x ListThings', reply: { Things: [{ Value: 1 }], Token: 'same' } }] },
    outcomes: ['th@us-east-1 failed 2'],
    requests: 2,
  },
  {
    name: 'asks a global service that lives elsewhere where it lives',
    assignment: assignment([{ ...thing, global: true, homeRegion: WEST }], [EAST]),
    world: { rules: [{ call: 'x ListThings', region: WEST, reply: { Things: [{ Value: 1 }] } }] },
    outcomes: ['th@global answered 1'],
    requests: 1,
  },
  {
    name: 'follows tokens that belong together, and leaves out those that are not there',
    assignment: assignment(
      [
        {
          ...thing,
          pagination: {
            input: 'Name',
            output: 'NextName',
            also: [{ input: 'Type', output: 'NextType' }],
            flag: 'More',
          },
        },
      ],
      [EAST],
    ),
    world: {
      rules: [
        {
          call: 'x ListThings',
          params: { Name: 'b', Type: 'A' },
          reply: { Things: [{ Value: 2 }], More: true, NextName: 'c' },
        },
        {
          call: 'x ListThings',
          params: { Name: 'c' },
          without: ['Type'],
          reply: { Things: [{ Value: 3 }], More: false, NextName: 'd', NextType: 'A' },
        },
        { call: 'x ListThings', reply: { Things: [{ Value: 1 }], More: true, NextName: 'b', NextType: 'A' } },
      ],
    },
    outcomes: ['th@us-east-1 answered 3'],
    requests: 3,
  },
  {
    name: 'goes on behind the last element while a flag says that there is more',
    assignment: assignment(
      [{ ...thing, pagination: { input: 'After', output: 'Things[-1].Value', flag: 'HasMore' } }],
      [EAST],
    ),
    world: {
      rules: [
        { call: 'x ListThings', params: { After: 1 }, reply: { Things: [{ Value: 2 }], HasMore: false } },
        { call: 'x ListThings', reply: { Things: [{ Value: 1 }], HasMore: true } },
      ],
    },
    outcomes: ['th@us-east-1 answered 2'],
    requests: 2,
  },
  {
    name: 'says that a list is cut where there is more and nothing leads there',
    assignment: assignment(
      [{ ...thing, pagination: { input: 'After', output: 'Things[-1].Value', flag: 'HasMore' } }],
      [EAST],
    ),
    world: { rules: [{ call: 'x ListThings', reply: { Things: [], HasMore: true } }] },
    outcomes: ['th@us-east-1 answered 0+'],
    requests: 1,
  },
  {
    name: 'cuts at the page cap',
    assignment: assignment([{ ...thing, pageCap: 2 }], [EAST]),
    world: {
      rules: [
        { call: 'x ListThings', without: ['Token'], reply: { Things: [{ Value: 1 }], Token: 'a' } },
        { call: 'x ListThings', params: { Token: 'a' }, reply: { Things: [{ Value: 2 }], Token: 'b' } },
      ],
    },
    outcomes: ['th@us-east-1 answered 2+'],
    rows: {
      th: [
        [EAST, 1],
        [EAST, 2],
      ],
    },
    requests: 2,
  },
  {
    name: 'cuts at the row cap, and counts what it found',
    assignment: assignment([thing], [EAST], 2),
    world: {
      rules: [{ call: 'x ListThings', reply: { Things: [{ Value: 1 }, { Value: 2 }, { Value: 3 }], Token: 'a' } }],
    },
    outcomes: ['th@us-east-1 answered 3+'],
    rows: {
      th: [
        [EAST, 1],
        [EAST, 2],
      ],
    },
    requests: 1,
  },
  {
    name: 'cuts at the fan-out cap of the account',
    assignment: assignment([clusters, { ...services, fanOutCap: 3 }], [EAST, WEST]),
    world: {
      rules: [
        { call: 'ecs ListClusters', reply: { clusterArns: ['a', 'b'] } },
        { call: 'ecs ListServices', reply: { serviceArns: [] } },
      ],
    },
    limits: { workers: 1 },
    outcomes: [
      'cl@us-east-1 answered 2',
      'cl@eu-west-1 answered 2',
      'sv@us-east-1 answered 0',
      'sv@eu-west-1 answered 0+',
    ],
    requests: 5,
  },
  {
    name: 'goes on in further scripts where the first ran out of time',
    assignment: assignment([clusters, { ...services, fanOutCap: 20 }], [EAST, WEST]),
    world: {
      latency: 0.25,
      rules: [
        { call: 'ecs ListClusters', reply: { clusterArns: ['a', 'b'] } },
        { call: 'ecs ListServices', without: ['nextToken'], reply: { serviceArns: ['s1'], nextToken: 'more' } },
        { call: 'ecs ListServices', params: { nextToken: 'more' }, reply: { serviceArns: ['s2'] } },
      ],
    },
    limits: { seconds: 0.9, workers: 2 },
    outcomes: [
      'cl@us-east-1 answered 2',
      'cl@eu-west-1 answered 2',
      'sv@us-east-1 answered 4',
      'sv@eu-west-1 answered 4',
    ],
    rows: {
      sv: [EAST, WEST].flatMap((region) =>
        ['a', 'b'].flatMap((cluster) => ['s1', 's2'].map((service) => [region, service, cluster])),
      ),
    },
  },
  {
    name: 'hands the rest to the next script when the reply grows large',
    assignment: assignment([thing], [EAST, WEST]),
    world: {
      rules: [
        { call: 'x ListThings', without: ['Token'], reply: { Things: [{ Value: 1 }, { Value: 2 }], Token: 'a' } },
        { call: 'x ListThings', params: { Token: 'a' }, reply: { Things: [{ Value: 3 }] } },
      ],
    },
    limits: { rowsPerScript: 2, workers: 1 },
    outcomes: ['th@us-east-1 answered 3', 'th@eu-west-1 answered 3'],
    rows: { th: [EAST, WEST].flatMap((region) => [1, 2, 3].map((value) => [region, value])) },
    scripts: 3,
    requests: 4,
  },
  {
    name: 'gives up on a Region that stays silent, and on nothing else',
    assignment: assignment([thing], [EAST, WEST]),
    world: {
      rules: [
        { call: 'x ListThings', region: WEST, seconds: 30, reply: { Things: [] } },
        { call: 'x ListThings', reply: { Things: [{ Value: 1 }] } },
      ],
    },
    limits: { callSeconds: 0.3, seconds: 5 },
    outcomes: ['th@us-east-1 answered 1', 'th@eu-west-1 timed-out 0'],
    scripts: 1,
  },
  {
    name: 'calls the rest timed out when the time of the run is over',
    assignment: assignment([thing], [EAST, WEST]),
    world: {
      rules: [
        { call: 'x ListThings', region: WEST, seconds: 30, reply: { Things: [] } },
        { call: 'x ListThings', reply: { Things: [{ Value: 1 }] } },
      ],
    },
    limits: { seconds: 0.4 },
    runMillis: 1200,
    outcomes: ['th@us-east-1 answered 1', 'th@eu-west-1 timed-out 0'],
  },
  {
    name: 'sends and returns awkward text unchanged, and only what JSON can say',
    assignment: assignment(
      [
        {
          ...thing,
          params: { Filter: AWKWARD },
          columns: ['Value', 'When', 'Blob', 'Long', 'Big', 'Odd', 'Map', 'No'].map((name) => ({ name, path: name })),
        },
      ],
      [EAST],
    ),
    world: {
      rules: [
        {
          call: 'x ListThings',
          params: { Filter: AWKWARD },
          reply: {
            Things: [
              {
                Value: AWKWARD,
                When: { $moment: '2026-01-02T03:04:05+00:00' },
                Blob: { $bytes: [1, 2, 3] },
                Long: 'x'.repeat(90),
                Big: 123,
                Odd: { $float: 'nan' },
                Map: { a: [true, null, 1.5, { $moment: '2026-01-01' }] },
                No: false,
              },
            ],
          },
        },
      ],
    },
    limits: { cellCap: 80 },
    outcomes: ['th@us-east-1 answered 1'],
    rows: {
      th: [
        [
          EAST,
          AWKWARD,
          '2026-01-02T03:04:05+00:00',
          '[3 bytes omitted]',
          `${'x'.repeat(80)}... [cut]`,
          123,
          'nan',
          { a: [true, null, 1.5, '2026-01-01'] },
          false,
        ],
      ],
    },
  },
];
