import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
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
