import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import type { ServiceDefinition } from '../../../../src/planning/catalogue/definition.js';

const catalogue = createCatalogue();

describe('the catalogue', () => {
  it('knows what ListBuckets takes, returns and is guarded by', () => {
    expect(catalogue.find('s3', 'ListBuckets')).toEqual({
      service: 's3',
      operation: 'ListBuckets',
      iamAction: 's3:ListAllMyBuckets',
      access: 'List',
      parameters: new Map([
        ['MaxBuckets', { type: 'integer', required: false }],
        ['ContinuationToken', { type: 'string', required: false }],
        ['Prefix', { type: 'string', required: false }],
        ['BucketRegion', { type: 'string', required: false }],
      ]),
      pagination: { input: 'ContinuationToken', output: 'ContinuationToken' },
      pageSize: 'MaxBuckets',
      items: 'Buckets[]',
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
      parameters: new Map(),
      items: '',
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
    expect(catalogue.service('apprunner')?.offeredIn).toEqual([
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
    const global = [...catalogue.operations()].filter((facts) => facts.global).map((facts) => facts.service);
    expect([...new Set(global)]).toEqual(['ec2', 's3', 'iam', 'sts']);
    expect(catalogue.find('ec2', 'DescribeRegions')?.global).toBe(true);
    expect(catalogue.find('ec2', 'DescribeInstances')?.global).toBe(false);
  });

  it('lists every operation once', () => {
    const labels = [...catalogue.operations()].map(({ service, operation }) => `${service} ${operation}`);

    expect(labels.length).toBe(new Set(labels).size);
    expect(labels).toContain('logs GetLogEvents');
    expect(labels).toContain('secretsmanager GetSecretValue');
  });

  it('refuses a definition with a type it does not know, and only when it is asked for', () => {
    const broken: ServiceDefinition = {
      service: 'broken',
      label: 'Broken',
      iamPrefix: 'broken',
      global: false,
      searchWords: [],
      operations: { ListThings: { access: 'List', parameters: 'Name:text', items: 'Things[]', columns: 'Thing=' } },
      others: {},
    };
    const withBroken = createCatalogue([broken]);

    expect(withBroken.service('broken')?.operations).toEqual(['ListThings']);
    expect(() => withBroken.find('broken', 'ListThings')).toThrow('no parameter type "text"');
  });
});
