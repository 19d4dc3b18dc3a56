import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { PACKAGED_CATALOGUE } from '../../../../src/planning/catalogue/data.js';
import type { Catalogue } from '../../../../src/planning/catalogue/facts.js';
import { OVERLAYS } from '../../../../src/planning/catalogue/services/index.js';
import { catalogueHolding } from './made-up.js';

const catalogue = createCatalogue();

describe('the catalogue', () => {
  it('knows what ListBuckets takes, returns and is guarded by', () => {
    expect(catalogue.find('s3', 'ListBuckets')).toEqual({
      service: 's3',
      operation: 'ListBuckets',
      iamAction: 's3:ListAllMyBuckets',
      access: 'List',
      streams: false,
      parameters: new Map([
        ['MaxBuckets', { type: 'integer', required: false }],
        ['ContinuationToken', { type: 'string', required: false }],
        ['Prefix', { type: 'string', required: false }],
        ['BucketRegion', { type: 'string', required: false }],
      ]),
      pagination: { input: 'ContinuationToken', output: 'ContinuationToken' },
      pageSize: 'MaxBuckets',
      items: 'Buckets[]',
      item: {
        type: 'object',
        required: false,
        members: new Map([
          ['Name', { type: 'string', required: false }],
          ['CreationDate', { type: 'timestamp', required: false }],
          ['BucketRegion', { type: 'string', required: false }],
          ['BucketArn', { type: 'string', required: false }],
        ]),
      },
      supplied: [],
      columns: [
        { name: 'Bucket', path: 'Name' },
        { name: 'Created', path: 'CreationDate' },
      ],
      absentCodes: [],
      regionPath: 'BucketRegion',
      defaults: { MaxBuckets: 1000 },
      secretFields: [],
      global: true,
    });
  });

  it('knows operations that are never asked by name only', () => {
    expect(catalogue.find('ec2', 'TerminateInstances')).toEqual({
      service: 'ec2',
      operation: 'TerminateInstances',
      iamAction: 'ec2:TerminateInstances',
      access: 'Write',
      streams: false,
      parameters: new Map(),
      items: '',
      item: { type: 'object', required: false },
      supplied: [],
      columns: [],
      absentCodes: [],
      defaults: {},
      secretFields: [],
      global: false,
    });
  });

  it.each([
    ['ec2', 'describeinstances'],
    ['EC2', 'DescribeInstances'],
    ['ec2', 'constructor'],
    ['constructor', 'DescribeInstances'],
    ['__proto__', 'toString'],
    ['', ''],
  ])('does not know %s %s', (service, operation) => {
    expect(catalogue.find(service, operation)).toBeUndefined();
  });

  it('says where App Runner is offered, and what is global', () => {
    const offered = catalogue.service('apprunner')?.offeredIn ?? [];
    expect(offered.filter((region) => !/^(cn|us-gov)-/.test(region))).toEqual([
      'ap-northeast-1',
      'ap-south-1',
      'ap-southeast-1',
      'ap-southeast-2',
      'eu-central-1',
      'eu-west-1',
      'eu-west-2',
      'eu-west-3',
      'us-east-1',
      'us-east-2',
      'us-west-2',
    ]);
    const global = [...catalogue.services()].filter((facts) => facts.global).map((facts) => facts.service);
    expect(global).toEqual(
      expect.arrayContaining(['cloudfront', 'globalaccelerator', 'iam', 'organizations', 'route53', 's3', 'sts']),
    );
    expect(global).not.toContain('s3control');
    expect(catalogue.find('ec2', 'DescribeRegions')?.global).toBe(true);
    expect(catalogue.find('ec2', 'DescribeInstances')?.global).toBe(false);
  });

  it('lists every operation once', () => {
    const labels = [...catalogue.operations()].map(({ service, operation }) => `${service} ${operation}`);

    expect(labels.length).toBe(new Set(labels).size);
    expect(labels).toContain('logs GetLogEvents');
    expect(labels).toContain('secretsmanager GetSecretValue');
  });

  it('refuses a type it does not know, and only when it is asked for', () => {
    const withBroken = catalogueHolding({
      service: 'broken',
      operations: { ListThings: { level: 'List', takes: 'Name:text', items: 'Things[]', item: 'string', sends: {} } },
    });

    expect(withBroken.service('broken')?.operations).toEqual(['ListThings']);
    expect(() => withBroken.find('broken', 'ListThings')?.parameters).toThrow('no type "text"');
  });
});

function watched(): { readonly read: string[]; readonly catalogue: Catalogue } {
  const read: string[] = [];
  return {
    read,
    catalogue: createCatalogue({
      index() {
        read.push('index');
        return PACKAGED_CATALOGUE.index();
      },
      service(name) {
        read.push(name);
        return PACKAGED_CATALOGUE.service(name);
      },
    }),
  };
}

describe('the catalogue, before it is asked', () => {
  it('reads nothing', () => {
    expect(watched().read).toEqual([]);
  });

  it('reads the index for names, and a service when it is asked about that one, once', () => {
    const { read, catalogue: lazy } = watched();

    const labels = [...lazy.services()].map(({ label }) => label);
    lazy.find('sqs', 'ListQueues');
    lazy.find('sqs', 'GetQueueAttributes');
    lazy.find('nowhere', 'ListThings');
    const operations = lazy.service('eks')?.operations;

    expect(labels).toContain('Step Functions');
    expect(operations).toContain('DeleteCluster');
    expect(read).toEqual(['index', 'sqs', 'eks']);
  });

  it('writes by hand only of operations that read', () => {
    const unknown = OVERLAYS.flatMap(({ service, operations }) =>
      Object.keys(operations)
        .filter((operation) => catalogue.find(service, operation)?.streams !== false)
        .map((operation) => `${service} ${operation}`),
    );

    expect(unknown).toEqual([]);
  });
});

describe('default columns', () => {
  it.each([
    ['cloudwatch', 'ListDashboards', 'Dashboard=DashboardName; Modified=LastModified'],
    ['docdb', 'DescribeDBClusters', 'DB cluster identifier=DBClusterIdentifier; Status=Status; Engine=Engine; '],
    ['glue', 'ListJobs', 'Job name='],
    ['kafka', 'ListClustersV2', 'Cluster name=ClusterName; State=State; '],
    ['batch', 'ListSchedulingPolicies', 'ARN=arn'],
  ])('of %s %s say what it is called and how it is: %s', (service, operation, columns) => {
    const shown = catalogue
      .find(service, operation)
      ?.columns.map(({ name, path }) => `${name}=${path}`)
      .join('; ');

    expect(shown).toContain(columns.trim().replace(/;$/, ''));
  });

  it('are there for every operation that reads, seven and two for whose they are at most', () => {
    const counts = [...catalogue.operations()]
      .filter(({ access, streams }) => (access === 'Read' || access === 'List') && !streams)
      .map(({ service, operation, columns }) => ({ label: `${service} ${operation}`, count: columns.length }));

    expect(counts.filter(({ count }) => count > 9)).toEqual([]);
    // All of these are refused by other lists, or hold nothing that may be shown.
    expect(counts.filter(({ count }) => count === 0).map(({ label }) => label)).toEqual([
      'devops-guru StartCostEstimation',
      'elasticbeanstalk RequestEnvironmentInfo',
      'iot GetRegistrationCode',
      'secretsmanager GetRandomPassword',
      'workdocs GetResources',
      'xray StartTraceRetrieval',
    ]);
  });
});
