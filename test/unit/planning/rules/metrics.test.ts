import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../src/domain/intent.js';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { ACCOUNTS, BUDGETS } from '../fixtures.js';
import { line, talk } from '../support/talk.js';

const catalogue = createCatalogue();

function query(...questions: string[]): Extract<Intent, { kind: 'query' }> {
  const { last } = talk(questions);
  if (last.kind !== 'query') throw new Error(line(last));
  return last;
}

function filters(question: string): unknown {
  return query(question).plan.show.tables[0]?.filters;
}

/** What GetMetricStatistics is asked. It is 12:00 UTC on 21 November 2026. */
function measured(...questions: string[]): unknown {
  return query(...questions).plan.calls.find(({ service }) => service === 'cloudwatch')?.params;
}

describe('a metric', () => {
  it('is asked once per thing, over the whole time', () => {
    const { plan, summary } = query('CPU utilization of running EC2 instances over the last 3 hours in production');

    expect(plan.calls.map(({ id, operation, forEach }) => [id, operation, forEach])).toEqual([
      ['instances', 'DescribeInstances', undefined],
      [
        'metric-cpu',
        'GetMetricStatistics',
        { call: 'instances', path: 'Reservations[].Instances[].InstanceId', parameter: 'Dimensions[0].Value' },
      ],
    ]);
    expect(plan.calls[1]?.params).toEqual({
      Namespace: 'AWS/EC2',
      MetricName: 'CPUUtilization',
      Dimensions: [{ Name: 'InstanceId' }],
      StartTime: '2026-11-21T09:00:00Z',
      EndTime: '2026-11-21T12:00:00Z',
      Period: 10_800,
      Statistics: ['Average', 'Maximum'],
    });
    expect(plan.show.tables[0]).toMatchObject({
      call: 'instances',
      join: [{ call: 'metric-cpu', on: 'Instance ID' }],
      noun: 'running EC2 instances with their CPU utilization',
    });
    expect(summary).toContain(
      'CPU utilization from 2026-11-21 09:00 to 2026-11-21 12:00 (UTC), one value for all of it',
    );
  });

  it.each([
    ['error count of lambda orders-api since yesterday', 'Errors', 'FunctionName', '2026-11-20T00:00:00Z', ['Sum']],
    [
      'How many errors did the Lambda functions have yesterday?',
      'Errors',
      'FunctionName',
      '2026-11-20T00:00:00Z',
      ['Sum'],
    ],
    ['invocations of Lambda functions today', 'Invocations', 'FunctionName', '2026-11-21T00:00:00Z', ['Sum']],
    [
      'connections of RDS instances in the last hour',
      'DatabaseConnections',
      'DBInstanceIdentifier',
      '2026-11-21T11:00:00Z',
      ['Average', 'Maximum'],
    ],
    [
      'average CPU of the databases this week',
      'CPUUtilization',
      'DBInstanceIdentifier',
      '2026-11-16T00:00:00Z',
      ['Average', 'Maximum'],
    ],
  ])('%j', (question, metric, dimension, from, statistics) => {
    expect(measured(question)).toMatchObject({
      MetricName: metric,
      Dimensions: [{ Name: dimension }],
      StartTime: from,
      Statistics: statistics,
    });
  });

  it('narrows to a name that stands behind its kind', () => {
    expect(filters('error count of lambda orders-api since yesterday')).toEqual([
      { column: 'Function', is: 'equal', value: 'orders-api' },
    ]);
  });

  it.each([
    ['since 2026-11-01', 60],
    ['since 2026-10-01', 300],
    ['since 2026-02-03', 3600],
  ])('of a time %s has a period that CloudWatch still keeps: a multiple of %d s', (since, step) => {
    const params = measured(`CPU of EC2 instances ${since}`);
    const period = typeof params === 'object' && params !== null && 'Period' in params ? Number(params.Period) : 0;

    expect([period > 0, period % step]).toEqual([true, 0]);
  });

  it('without a time is of the last 3 hours, and says so', () => {
    const { summary } = query('CPU of EC2 instances');

    expect(summary).toContain('from 2026-11-21 09:00 to 2026-11-21 12:00 (UTC), because no time was said');
  });

  it('goes on like any question, and counts from then when it is asked again', () => {
    expect(measured('CPU of EC2 instances over the last 3 hours', 'and yesterday?')).toMatchObject({
      StartTime: '2026-11-20T00:00:00Z',
      EndTime: '2026-11-21T00:00:00Z',
      Period: 86_400,
    });
    expect(line(talk(['CPU of EC2 instances', 'only the stopped ones', 'sort by CPU average']).last)).toBe(
      'rows stopped EC2 instances with their CPU utilization sorted by CPU average %',
    );
  });

  it.each(['CPU of S3 buckets', 'errors of EC2 instances', 'CPU of EC2 instances tomorrow'])(
    'there is none of: %j',
    (question) => {
      expect(talk([question]).last.kind).toBe('clarify');
    },
  );

  it.each(['CPU of EC2 instances', 'error count of Lambda functions since yesterday', 'free storage of databases'])(
    'is authorised: %j',
    (question) => {
      const { plan, regions } = query(question);

      expect(authorizePlan({ plan, regions, accounts: ACCOUNTS, catalogue, budgets: BUDGETS })).toMatchObject({
        authorized: true,
      });
    },
  );
});
