import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/domain/json.js';
import { account, call, other, refusal } from './service-calls.js';

describe('lists', () => {
  const LISTS = [
    ['ec2', 'DescribeInstances', 'Reservations', 'NextToken', 'NextToken'],
    ['ec2', 'DescribeVolumes', 'Volumes', 'NextToken', 'NextToken'],
    ['s3', 'ListBuckets', 'Buckets', 'ContinuationToken', 'ContinuationToken'],
    ['rds', 'DescribeDBInstances', 'DBInstances', 'Marker', 'Marker'],
    ['lambda', 'ListFunctions', 'Functions', 'NextMarker', 'Marker'],
    ['ecs', 'ListTaskDefinitions', 'taskDefinitionArns', 'nextToken', 'nextToken'],
    ['eks', 'ListClusters', 'clusters', 'nextToken', 'nextToken'],
    ['cloudwatch', 'DescribeAlarms', 'MetricAlarms', 'NextToken', 'NextToken'],
    ['logs', 'DescribeLogGroups', 'logGroups', 'nextToken', 'nextToken'],
    ['iam', 'ListRoles', 'Roles', 'Marker', 'Marker'],
    ['resourcegroupstaggingapi', 'GetResources', 'ResourceTagMappingList', 'PaginationToken', 'PaginationToken'],
  ] as const;

  it.each(LISTS)('%s %s has the same items in pages of one as at once', (service, operation, list, output, input) => {
    const whole = pages({ service, operation, list, output, input });
    const single = pages({ service, operation, list, output, input, pageSize: 1 });

    expect(single.items).toEqual(whole.items);
    expect(single.count).toBe(Math.max(1, whole.items.length));
  });

  it.each(LISTS)(
    '%s %s refuses the token of another operation and of another account',
    (service, operation, _, output, input) => {
      const foreign = [
        call('iam', 'ListPolicies', { pageSize: 1 })['Marker'],
        call(service, operation, { of: other, pageSize: 1 })[output] ?? 'none',
      ];

      for (const token of foreign) {
        expect(refusal(service, operation, { params: { [input]: token ?? 'none' } })).toMatchObject({
          type: 'ClientError',
        });
      }
    },
  );

  it('come in pages without being forced to where a service never gives more at once', () => {
    const { items, count } = pages({
      service: 'logs',
      operation: 'DescribeLogGroups',
      list: 'logGroups',
      output: 'nextToken',
      input: 'nextToken',
      region: account.regions[0] ?? '',
    });

    expect(items.length).toBeGreaterThan(50);
    expect(count).toBe(Math.ceil(items.length / 50));
  });
});

function pages(how: {
  service: string;
  operation: string;
  list: string;
  output: string;
  input: string;
  pageSize?: number;
  region?: string;
}): { items: readonly unknown[]; count: number } {
  const items: unknown[] = [];
  let params: JsonObject = {};
  for (let count = 1; count < 200; count += 1) {
    const reply = call(how.service, how.operation, {
      params,
      ...(how.pageSize === undefined ? {} : { pageSize: how.pageSize }),
      ...(how.region === undefined ? {} : { region: how.region }),
    });
    const found = reply[how.list];
    if (Array.isArray(found)) items.push(...found);
    const token = reply[how.output];
    if (typeof token !== 'string' || token === '') return { items, count };
    params = { [how.input]: token };
  }
  throw new Error('The pages do not end.');
}
