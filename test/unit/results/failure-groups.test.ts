import { describe, expect, it } from 'vitest';
import { groupFailures } from '../../../src/results/failure-groups.js';
import { failure } from './support/builders.js';

describe('groupFailures', () => {
  it('names one cause of an account once, with every Region and call that it hit', () => {
    const failures = [
      failure({ region: 'us-east-1' }),
      failure({ region: 'eu-west-1' }),
      failure({ region: 'eu-west-1', call: 'rds DescribeDBInstances' }),
    ];

    expect(groupFailures(failures).map(({ where }) => where)).toEqual([
      ' in us-east-1, eu-west-1, ec2 DescribeInstances, rds DescribeDBInstances',
    ]);
  });

  it('keeps accounts, outcomes and causes apart', () => {
    const failures = [
      failure(),
      failure({ accountId: '333333333333' }),
      failure({ outcome: 'throttled' }),
      failure({ message: 'another cause' }),
    ];

    expect(groupFailures(failures).map((group) => group.failure)).toEqual(failures);
  });

  it('names no Region where none was reached', () => {
    expect(groupFailures([failure({ region: '*' })]).map(({ where }) => where)).toEqual([', ec2 DescribeInstances']);
  });
});
