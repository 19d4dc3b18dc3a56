import { describe, expect, it } from 'vitest';
import type { Outcome, OutcomeKind } from '../../../src/domain/outcome.js';
import { computeCoverage, statusOf } from '../../../src/results/coverage.js';
import { outcome, PRODUCTION, SANDBOX, STAGING } from './support/builders.js';

const call = 'instances';

describe('computeCoverage', () => {
  it('counts accounts, calls and Regions, and names each failure', () => {
    const coverage = computeCoverage(
      [PRODUCTION, STAGING],
      [
        outcome(PRODUCTION.id, call, 'us-east-1'),
        outcome(PRODUCTION.id, call, 'eu-west-1'),
        outcome(STAGING.id, call, 'us-east-1'),
        outcome(STAGING.id, call, 'eu-west-1', {
          kind: 'denied',
          code: 'AccessDenied',
          message: 'AccessDenied: no',
          nextStep: 'Allow ec2:DescribeInstances.',
        }),
      ],
    );

    expect(coverage).toEqual({
      accounts: { asked: 2, answered: 1 },
      regions: ['eu-west-1', 'us-east-1'],
      calls: { asked: 4, answered: 3 },
      line: '1 of 2 accounts in 2 Regions; 1 denied',
      failures: [
        {
          accountId: '333333333333',
          accountName: 'Staging',
          region: 'eu-west-1',
          call: 'ec2 DescribeInstances',
          outcome: 'denied',
          message: 'AccessDenied: no',
          nextStep: 'Allow ec2:DescribeInstances.',
        },
      ],
    });
  });

  it('counts an account that returned nothing as failed', () => {
    const coverage = computeCoverage([PRODUCTION, STAGING], [outcome(PRODUCTION.id, call, 'us-east-1')]);

    expect(coverage).toEqual({
      accounts: { asked: 2, answered: 1 },
      regions: ['us-east-1'],
      calls: { asked: 2, answered: 1 },
      line: '1 of 2 accounts in 1 Region; 1 failed',
      failures: [
        {
          accountId: '333333333333',
          accountName: 'Staging',
          region: '*',
          call: 'every call',
          outcome: 'failed',
          message: 'Staging (333333333333) returned no outcome',
          nextStep: 'This is a defect of this program: please report it with the run id.',
        },
      ],
    });
  });

  it.each<[string, readonly Outcome[], string]>([
    ['one account in one Region', [outcome(PRODUCTION.id, call, 'us-east-1')], '1 of 1 account in 1 Region'],
    ['a global call alone', [outcome(PRODUCTION.id, call, 'global')], '1 of 1 account'],
    ['no Region known', [outcome(PRODUCTION.id, call, '*', { kind: 'denied' })], '0 of 1 account; 1 denied'],
    [
      'a service that is not offered',
      [outcome(PRODUCTION.id, call, 'us-east-1', { kind: 'not-offered' })],
      '1 of 1 account in 1 Region',
    ],
    [
      'a Region that is disabled',
      [outcome(PRODUCTION.id, call, 'me-south-1', { kind: 'region-disabled' })],
      '1 of 1 account in 1 Region',
    ],
    [
      'a cut list',
      [outcome(PRODUCTION.id, call, 'us-east-1', { truncated: true })],
      '1 of 1 account in 1 Region; 1 cut short',
    ],
    [
      'several failures of one account, which counts once, by its first',
      [
        outcome(PRODUCTION.id, call, 'us-east-1', { kind: 'timed-out' }),
        outcome(PRODUCTION.id, call, 'eu-west-1', { kind: 'denied' }),
      ],
      '0 of 1 account in 2 Regions; 1 timed out',
    ],
  ])('writes a line for %s', (_, outcomes, line) => {
    expect(computeCoverage([PRODUCTION], outcomes).line).toBe(line);
  });

  it('names every kind of failure with its number of accounts', () => {
    const { line } = computeCoverage(
      [PRODUCTION, STAGING, SANDBOX],
      [
        outcome(PRODUCTION.id, call, 'us-east-1', { kind: 'timed-out' }),
        outcome(STAGING.id, call, 'us-east-1', { kind: 'over-budget' }),
        outcome(SANDBOX.id, call, 'us-east-1', { kind: 'timed-out' }),
      ],
    );

    expect(line).toBe('0 of 3 accounts in 1 Region; 2 timed out, 1 over budget');
  });

  it('says so when a failure has no cause', () => {
    const { failures } = computeCoverage([PRODUCTION], [outcome(PRODUCTION.id, call, 'us-east-1', { kind: 'failed' })]);

    expect(failures[0]).toMatchObject({ message: 'no cause was reported', nextStep: '' });
  });
});

describe('statusOf', () => {
  it.each<[string, readonly (OutcomeKind | Partial<Outcome>)[]]>([
    ['complete', ['answered', 'not-offered', 'region-disabled']],
    ['complete', ['not-offered']],
    ['partial', ['answered', 'denied']],
    ['partial', [{ truncated: true }]],
    // Rows of the pages before the failure are an answer, if not all of it.
    ['partial', [{ kind: 'throttled', rows: 40 }]],
    ['failed', ['denied', 'timed-out']],
    ['failed', ['denied', 'cancelled']],
    ['cancelled', ['cancelled', 'cancelled']],
    ['cancelled', ['answered', 'cancelled']],
    ['cancelled', [{ kind: 'cancelled', rows: 3 }]],
  ])('is %s for %j', (status, kinds) => {
    expect(statusFor(...kinds)).toBe(status);
  });

  it('is failed when no account returned an outcome', () => {
    expect(statusOf([], computeCoverage([PRODUCTION], []))).toBe('failed');
  });
});

function statusFor(...kinds: readonly (OutcomeKind | Partial<Outcome>)[]): string {
  const outcomes = kinds.map((kind, index) =>
    outcome(PRODUCTION.id, call, `region-${index}`, typeof kind === 'string' ? { kind } : kind),
  );
  return statusOf(outcomes, computeCoverage([PRODUCTION], outcomes));
}
