import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { proveReadOnly } from '../../../src/planning/read-only-policy.js';
import { commandName, planStructuredQuery } from '../../../src/planning/structured-query.js';

const catalogue = createCatalogue();

describe('planStructuredQuery', () => {
  it('plans one call with the columns of the catalogue', () => {
    const params = { Filters: [{ Name: 'tag:team', Values: ['payments'] }] };

    expect(planStructuredQuery(catalogue, { service: 'ec2', operation: 'DescribeInstances', params })).toEqual({
      kind: 'query',
      plan: {
        calls: [{ id: 'query', service: 'ec2', operation: 'DescribeInstances', params, columns: [] }],
        show: {
          title: 'ec2 DescribeInstances',
          tables: [{ call: 'query', filters: [], kind: 'rows', noun: 'ec2 DescribeInstances items' }],
        },
      },
      accounts: { include: [], exclude: [] },
      regions: [],
      summary: 'ec2 DescribeInstances with Filters',
      planner: 'structured',
    });
  });

  it.each([
    ['ec2', 'describe-instances', 'ec2 DescribeInstances'],
    ['EC2', 'DescribeInstances', 'ec2 DescribeInstances'],
    ['rds', 'describe-db-instances', 'rds DescribeDBInstances'],
    ['iam', 'list-mfa-devices', 'iam ListMFADevices'],
    ['iam', 'list-open-id-connect-providers', 'iam ListOpenIDConnectProviders'],
    ['s3', 'list-buckets', 's3 ListBuckets'],
  ])('takes %s %s as %s', (service, operation, summary) => {
    expect(planStructuredQuery(catalogue, { service, operation, params: {} })).toMatchObject({
      kind: 'query',
      summary,
    });
  });

  it.each([
    ['ec2', 'describeinstances', ['ec2 DescribeInstances']],
    ['ec2', 'describe-instance', ['ec2 DescribeInstances']],
    ['rds', 'DescribeDbInstance', ['rds DescribeDBInstances']],
    ['lamda', 'ListFunctions', ['lambda']],
  ])('asks back for %s %s', (service, operation, suggestions) => {
    const intent = planStructuredQuery(catalogue, { service, operation, params: {} });

    expect(intent).toMatchObject({ kind: 'clarify', suggestions: expect.arrayContaining(suggestions) });
    expect(intent.kind === 'clarify' && intent.suggestions.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['ec2', 'terminate-instances', 'under Write'],
    ['ec2', 'TerminateInstances', 'under Write'],
    ['secretsmanager', 'get-secret-value', 'holds secrets'],
    ['ssm', 'GetParameter', 'CENTRAL_OPS_SENSITIVE_READS'],
    ['nowhere', 'Qqqqqqqqq', 'no service "nowhere"'],
    ['', '', 'no service ""'],
    ['ec2', 'Qqqqqqqqqqqq', 'not in the catalogue'],
    ['ec2', '', 'not in the catalogue'],
  ])('refuses %s %s', (service, operation, reason) => {
    expect(planStructuredQuery(catalogue, { service, operation, params: {} })).toMatchObject({
      kind: 'refuse',
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    [
      'a sum per account',
      { measure: { of: 'sum', column: 'Size GiB' } },
      { kind: 'count', measure: { of: 'sum', column: 'Size GiB' } },
      [],
    ],
    [
      'an average over all accounts, ordered by itself',
      { measure: { of: 'average', column: 'Size GiB' }, by: 'Type', sort: { column: 'Size GiB', descending: true } },
      {
        kind: 'count',
        measure: { of: 'average', column: 'Size GiB' },
        by: 'Type',
        across: true,
        sort: { column: 'Average Size GiB', descending: true },
      },
      [],
    ],
    ['a count per account', { measure: { of: 'count' }, by: 'Account' }, { kind: 'count' }, []],
    [
      'the first of each account, by a path of an item',
      { by: 'Account', sort: { column: 'CreateTime', descending: false }, limit: 1 },
      { kind: 'rows', by: 'Account', sort: { column: 'CreateTime', descending: false }, limit: 1 },
      [{ name: 'CreateTime', path: 'CreateTime' }],
    ],
  ] as const)('makes a table of %s', (_, asked, table, added) => {
    const intent = planStructuredQuery(catalogue, {
      service: 'ec2',
      operation: 'DescribeVolumes',
      params: {},
      view: asked,
    });

    expect(intent).toMatchObject({
      kind: 'query',
      plan: { show: { tables: [{ call: 'query', filters: [], noun: 'ec2 DescribeVolumes items', ...table }] } },
    });
    expect(intent.kind === 'query' ? intent.plan.calls[0]?.columns.slice(-1) : undefined).toEqual(added);
  });

  it('keeps only what a query asks for, by headings and by paths', () => {
    const intent = planStructuredQuery(catalogue, {
      service: 'ec2',
      operation: 'DescribeSecurityGroups',
      params: {},
      view: {
        where: [
          { column: 'IpPermissions[]', is: 'allows', value: 'tcp 22 from anywhere' },
          { column: 'Group', is: 'not-equal', value: 'default' },
          { column: 'IsDefault', is: 'equal', value: 'true' },
          { column: 'Ports', is: 'not-equal', value: '22' },
          { column: 'VPC ID', is: 'present' },
        ],
      },
    });

    expect(intent).toMatchObject({
      plan: {
        show: {
          tables: [
            {
              kind: 'rows',
              filters: [
                { column: 'IpPermissions[]', is: 'allows', value: 'tcp 22 from anywhere' },
                { column: 'Group', is: 'not-equal', value: 'default' },
                {
                  any: [
                    { column: 'IsDefault', is: 'equal', value: 'true' },
                    { column: 'IsDefault', is: 'equal', value: true },
                  ],
                },
                { column: 'Ports', is: 'not-equal', value: '22' },
                { column: 'Ports', is: 'not-equal', value: 22 },
                { column: 'VPC ID', is: 'present' },
              ],
            },
          ],
        },
      },
      summary:
        'ec2 DescribeSecurityGroups; IpPermissions[] allows tcp 22 from anywhere; Group not-equal default; IsDefault equal true; Ports not-equal 22; VPC ID present',
    });
    expect(intent.kind === 'query' ? intent.plan.calls[0]?.columns.map(({ name }) => name) : undefined).toEqual([
      'Group ID',
      'Group',
      'VPC ID',
      'Description',
      'IpPermissions[]',
      'IsDefault',
      'Ports',
    ]);
  });

  it('plans only what the policy allows, whatever is written', () => {
    const names = [...catalogue.operations()].flatMap(({ operation }) => [operation, commandName(operation)]);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('ec2', 's3', 'lambda', 'secretsmanager', 'sts', 'EC2')),
        fc.oneof(fc.string(), fc.constantFrom(...names)),
        (service, operation) => {
          const intent = planStructuredQuery(catalogue, { service, operation, params: {} });
          const calls = intent.kind === 'query' ? intent.plan.calls : [];
          expect(calls.every((call) => proveReadOnly(catalogue, call).allowed)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
