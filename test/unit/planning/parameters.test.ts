import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { checkParameters } from '../../../src/planning/parameters.js';

const catalogue = createCatalogue();

function check(service: string, operation: string, params: JsonObject) {
  const facts = catalogue.find(service, operation);
  if (facts === undefined) throw new Error(`the catalogue has lost ${service} ${operation}`);
  return checkParameters(facts, params, []);
}

const metrics = {
  StartTime: '2026-11-27T00:00:00Z',
  EndTime: 1764244800,
  MetricDataQueries: [
    {
      Id: 'cpu',
      MetricStat: {
        Metric: {
          Namespace: 'AWS/EC2',
          MetricName: 'CPUUtilization',
          Dimensions: [{ Name: 'InstanceId', Value: 'i-1' }],
        },
        Period: 300,
        Stat: 'Average',
      },
    },
  ],
};

describe('checkParameters', () => {
  it('takes what botocore takes, however deep', () => {
    expect(check('cloudwatch', 'GetMetricData', metrics)).toBeUndefined();
    expect(
      check('ec2', 'DescribeInstances', { Filters: [{ Name: 'tag:team', Values: ['payments'] }] }),
    ).toBeUndefined();
  });

  it.each([
    [
      { Filters: [{ name: 'tag:team', Values: ['payments'] }] },
      'There is no Filters[0].name in a parameter.',
      'Did you mean Name?',
    ],
    [
      { Filters: [{ Name: 'tag:team', Value: 'payments' }] },
      'There is no Filters[0].Value in a parameter.',
      'Did you mean Values?',
    ],
  ])('says where a name of a member is wrong: %j', (params, reason, suggestion) => {
    expect(check('ec2', 'DescribeInstances', params)).toEqual({ code: 'usage', reason, suggestion });
  });

  it('says where a type is wrong', () => {
    expect(check('ec2', 'DescribeInstances', { Filters: [{ Name: 'x', Values: 'payments' }] })).toEqual({
      code: 'usage',
      reason: 'Filters[0].Values takes a list of texts, and got "payments".',
    });
  });

  it('says who lists values for what is missing', () => {
    expect(check('eks', 'DescribeCluster', {})).toEqual({
      code: 'usage',
      reason: 'The required parameter name is missing.',
      suggestion: 'eks ListClusters lists values for it (clusters[]). It takes name (required).',
    });
  });

  it('takes no secret: a plan is kept and shown', () => {
    expect(check('sso', 'ListAccounts', { accessToken: 'x' })?.code).toBe('usage');
    expect(check('cognito-idp', 'GetUser', { AccessToken: 'x' })).toEqual({
      code: 'refused',
      reason: 'The parameter AccessToken takes a secret, and nothing secret may be in a plan.',
    });
  });
});
