import { describe, expect, it } from 'vitest';
import { choiceOf, failedChoice } from '../../../../bench/eval/choice.js';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import type { Intent, Offer } from '../../../../src/domain/intent.js';
import type { Plan } from '../../../../src/domain/plan.js';

const BUCKETS: Plan = {
  calls: [
    { id: 'buckets', service: 's3', operation: 'ListBuckets', params: {}, columns: [] },
    {
      id: 'encryption',
      service: 's3',
      operation: 'GetBucketEncryption',
      params: {},
      forEach: { call: 'buckets', path: 'Buckets[].Name', parameter: 'Bucket' },
      columns: [],
    },
    { id: 'keys', service: 'kms', operation: 'ListKeys', params: {}, columns: [] },
    { id: 'regions', service: 'ec2', operation: 'DescribeRegions', params: {}, columns: [] },
  ],
  show: {
    title: 'Buckets',
    tables: [
      {
        call: 'buckets',
        join: [{ call: 'encryption', on: 'Name' }],
        filters: [],
        kind: 'rows',
        noun: 'buckets',
      },
      { call: 'keys', filters: [], kind: 'rows', noun: 'keys' },
    ],
  },
};

const QUERY: Intent = {
  kind: 'query',
  plan: BUCKETS,
  accounts: { include: ['production'], exclude: [] },
  regions: ['us-east-1', 'eu-west-1'],
  summary: 'S3 ListBuckets',
  planner: 'rules',
  scope: [{ service: 'kms', operation: 'DescribeKey' }],
};

function offer(operation: string): Offer {
  return { service: 'ec2', operation, summary: '' };
}

describe('choiceOf', () => {
  it('takes the first table and what is joined to it as first, every table as offered, and all calls as reachable', () => {
    const choice = choiceOf(QUERY, () => ['2', '1']);

    const named = {
      first: choice.first.map(({ operation }) => operation),
      offered: choice.offered.map(({ operation }) => operation),
      reachable: choice.reachable.map(({ operation }) => operation),
    };
    expect(named).toEqual({
      first: ['ListBuckets', 'GetBucketEncryption'],
      offered: ['ListBuckets', 'GetBucketEncryption', 'ListKeys'],
      reachable: ['ListBuckets', 'GetBucketEncryption', 'ListKeys', 'DescribeRegions', 'DescribeKey'],
    });
  });

  it('keeps the accounts and Regions of a plan, sorted', () => {
    const { kind, accounts, regions, plan } = choiceOf(QUERY, () => ['2', '1']);

    expect({ kind, accounts, regions, plan }).toEqual({
      kind: 'planned',
      accounts: ['1', '2'],
      regions: ['eu-west-1', 'us-east-1'],
      plan: BUCKETS,
    });
  });

  it('is asked back where the registry does not know the account', () => {
    const choice = choiceOf(QUERY, () => {
      throw new CentralOpsError('ambiguous-account', 'which production?');
    });

    expect([choice.kind, choice.accounts, choice.shown]).toEqual([
      'asked-back',
      undefined,
      'planned s3 ListBuckets, s3 GetBucketEncryption, kms ListKeys, ec2 DescribeRegions, then asked back "which production?"',
    ]);
  });

  it('takes three offers of a question back, and reaches all of them with their plans', () => {
    const choice = choiceOf(
      {
        kind: 'clarify',
        question: 'Which?',
        suggestions: [],
        offers: [{ ...offer('A'), plan: BUCKETS }, offer('B'), offer('C'), offer('D')],
      },
      () => [],
    );

    expect({
      ...choice,
      offered: choice.offered.map(({ operation }) => operation),
      first: choice.first.map(({ operation }) => operation),
      reachable: choice.reachable.map(({ operation }) => operation),
    }).toEqual({
      kind: 'asked-back',
      first: ['A'],
      offered: ['A', 'B', 'C'],
      reachable: ['A', 'B', 'C', 'D', 'ListBuckets', 'GetBucketEncryption', 'ListKeys', 'DescribeRegions'],
      plan: BUCKETS,
      shown: 'asked back "Which?", offering ec2 A, ec2 B, ec2 C',
    });
  });

  it('has nothing first for a refusal, whatever it would have called', () => {
    const choice = choiceOf(
      { kind: 'refuse', reason: 'no', wouldCall: { service: 's3', operation: 'DeleteBucket' } },
      () => [],
    );

    expect(choice).toEqual({
      kind: 'refused',
      first: [],
      offered: [],
      reachable: [],
      plan: undefined,
      shown: 'refused: "no"',
    });
  });

  it('tells what asks no account from a failure', () => {
    const accounts = { include: [], exclude: [] };

    const kinds = [
      choiceOf({ kind: 'list-accounts', accounts, summary: '' }, () => []).kind,
      choiceOf({ kind: 'use-accounts', accounts, summary: '' }, () => []).kind,
      failedChoice(new Error('no model')).kind,
    ];

    expect(kinds).toEqual(['other', 'other', 'failed']);
  });
});
