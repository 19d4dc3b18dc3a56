/** The evaluator that the proofs rest on, held to the examples with stated results in AWS's IAM User Guide. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conditionsHold } from '../support/iam/conditions.js';
import { type Decision, evaluate, type Principal } from '../support/iam/evaluate.js';
import { parsePolicy } from '../support/iam/policy.js';
import { iamLevels } from '../../../infrastructure/scripts/policies/iam-levels.js';

const policy = (...statements: object[]) => parsePolicy({ Version: '2012-10-17', Statement: statements });
const allow = (Action: string | string[], Resource: string | string[] = '*') => ({ Effect: 'Allow', Action, Resource });
const deny = (Action: string | string[], Resource: string | string[] = '*') => ({ Effect: 'Deny', Action, Resource });

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
describe('permissions boundaries', () => {
  const boundary = policy(allow(['s3:*', 'cloudwatch:*', 'ec2:*']));
  const shirley = (identity: object): Principal => ({
    name: 'arn:aws:iam::123456789012:user/ShirleyRodriguez',
    accountId: '123456789012',
    identity: [policy(identity)],
    boundary,
  });

  it.each([
    [
      'a policy for what the boundary does not allow gives nothing',
      allow('iam:CreateUser'),
      'iam:CreateUser',
      'implicit-deny',
    ],
    ['the boundary alone gives nothing', allow('iam:CreateUser'), 's3:GetObject', 'implicit-deny'],
    ['a policy within the boundary gives what it says', allow('s3:GetObject'), 's3:GetObject', 'allowed'],
  ] as const)('%s', (_, identity, action, expected) => {
    expect(evaluate(shirley(identity), { action, resource: 'arn:aws:s3:::a/b' })).toBe(expected);
  });

  it.each([
    ['s3:PutObject', 'arn:aws:s3:::logs/2026', 'explicit-deny'],
    ['s3:PutObject', 'arn:aws:s3:::other/2026', 'allowed'],
    ['ec2:StopInstances', 'arn:aws:ec2:us-east-1:123456789012:instance/i-1234567890abcdef0', 'explicit-deny'],
    ['ec2:StopInstances', 'arn:aws:ec2:us-east-1:123456789012:instance/i-0987654321fedcba0', 'allowed'],
    ['iam:CreateAccessKey', 'arn:aws:iam::123456789012:user/Zhang', 'allowed'],
    ['iam:CreateRole', 'arn:aws:iam::123456789012:role/Admin', 'implicit-deny'],
  ] as const)('XCompanyBoundaries: %s on %s is %s for an administrator inside it', (action, resource, expected) => {
    const administrator: Principal = {
      name: 'arn:aws:iam::123456789012:user/Nikhil',
      accountId: '123456789012',
      identity: [policy(allow('*'))],
      boundary: policy(
        allow(['s3:*', 'cloudwatch:*', 'ec2:*', 'dynamodb:*']),
        allow(['iam:*AccessKey*', 'iam:ChangePassword', 'iam:GetUser'], 'arn:aws:iam::*:user/*'),
        deny('s3:*', ['arn:aws:s3:::logs', 'arn:aws:s3:::logs/*']),
        deny('ec2:*', 'arn:aws:ec2:*:*:instance/i-1234567890abcdef0'),
      ),
    };

    expect(evaluate(administrator, { action, resource })).toBe(expected);
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html */
describe('a user and a bucket of one account', () => {
  const carlos: Principal = {
    name: 'arn:aws:iam::123456789012:user/carlossalazar',
    accountId: '123456789012',
    identity: [
      policy(
        allow(['s3:GetBucketLocation', 's3:ListAllMyBuckets'], 'arn:aws:s3:::*'),
        allow('s3:*', ['arn:aws:s3:::carlossalazar/*', 'arn:aws:s3:::carlossalazar']),
        deny('s3:*', 'arn:aws:s3:::*log*'),
      ),
    ],
  };
  const bucket = (name: string) =>
    policy({
      ...allow('s3:*', [`arn:aws:s3:::${name}/*`, `arn:aws:s3:::${name}`]),
      Principal: { AWS: 'arn:aws:iam::123456789012:user/carlossalazar' },
    });

  it.each([
    ['the logs bucket is denied', 'carlossalazar-logs', 'explicit-deny'],
    ['his own bucket is allowed', 'carlossalazar', 'allowed'],
    ['one of the two policies is enough', 'somebody-else', 'allowed'],
  ] as const)('%s', (_, name, expected) => {
    const request = { action: 's3:PutObject', resource: `arn:aws:s3:::${name}/file` };

    expect(evaluate(carlos, request, { accountId: '123456789012', policy: bucket(name) })).toBe(expected);
  });
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
describe('a user and a bucket of another account', () => {
  const carlos: Principal = {
    name: 'arn:aws:iam::111111111111:user/carlossalazar',
    accountId: '111111111111',
    identity: [
      policy(
        allow('s3:ListAllMyBuckets'),
        allow('s3:*Object*', 'arn:aws:s3:::Production/*'),
        deny('s3:*', ['arn:aws:s3:::*log*', 'arn:aws:s3:::*log*/*']),
      ),
    ],
  };
  const production = policy({
    ...allow(['s3:GetObject*', 's3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'], 'arn:aws:s3:::Production/*'),
    Principal: { AWS: 'arn:aws:iam::111111111111:user/carlossalazar' },
  });

  it.each([
    ['Production-logs is denied by his own policy', 's3:PutObject', 'Production-logs', undefined, 'explicit-deny'],
    ['Production is allowed by both', 's3:PutObject', 'Production', production, 'allowed'],
    [
      'he can not delete there, which only his own policy allows',
      's3:DeleteObject',
      'Production',
      production,
      'implicit-deny',
    ],
    ['without a policy of the bucket nothing is allowed', 's3:PutObject', 'Production', undefined, 'implicit-deny'],
  ] as const)('%s', (_, action, name, bucketPolicy, expected) => {
    const resource = { accountId: '222222222222', ...(bucketPolicy === undefined ? {} : { policy: bucketPolicy }) };

    expect(evaluate(carlos, { action, resource: `arn:aws:s3:::${name}/file` }, resource)).toBe(expected);
  });
});

function role(parts: Partial<Principal>): Principal {
  return {
    name: 'arn:aws:iam::123456789012:role/Role',
    accountId: '123456789012',
    identity: [policy(allow(['s3:GetObject', 's3:PutObject']))],
    ...parts,
  };
}

function decide(principal: Principal, action: string): Decision {
  return evaluate(principal, { action, resource: 'arn:aws:s3:::a/b' });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session and the boundaries' page */
describe('session policies and service control policies', () => {
  it('leave what all of them allow', () => {
    const parts = { session: [policy(allow('s3:Get*'))], boundary: policy(allow('s3:*')) };

    expect(decide(role(parts), 's3:GetObject')).toBe('allowed');
    expect(decide(role(parts), 's3:PutObject')).toBe('implicit-deny');
  });

  it('give nothing that the role does not have', () => {
    expect(decide(role({ session: [policy(allow('*'))] }), 's3:DeleteObject')).toBe('implicit-deny');
  });

  it('deny whatever the others allow', () => {
    expect(decide(role({ session: [policy(allow('*')), policy(deny('s3:Get*'))] }), 's3:GetObject')).toBe(
      'explicit-deny',
    );
    expect(decide(role({ serviceControl: [[policy(allow('*')), policy(deny('s3:*'))]] }), 's3:GetObject')).toBe(
      'explicit-deny',
    );
  });

  it('need an allow at each level of the organization', () => {
    const levels = { serviceControl: [[policy(allow('*'))], [policy(allow('ec2:*'))]] };

    expect(decide(role(levels), 's3:GetObject')).toBe('implicit-deny');
  });
});

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition_examples-multi-valued-context-keys.html
 */
describe('conditions', () => {
  const tags = { 'ForAllValues:StringNotLike': { 'aws:TagKeys': ['key1*'] } };

  it.each([
    [
      'StringEquals is exact',
      { StringEquals: { 'aws:PrincipalTag/job': ['iamuser'] } },
      { 'aws:PrincipalTag/job': 'IamUser' },
      false,
    ],
    ['a missing key matches nothing', { StringEquals: { 'sts:ExternalId': ['x'] } }, {}, false],
    ['a missing key matches a negated operator', { StringNotEquals: { 'sts:ExternalId': ['x'] } }, {}, true],
    ['IfExists lets a missing key pass', { BoolIfExists: { 'aws:ViaAWSMCPService': ['false'] } }, {}, true],
    ['Bool does not', { Bool: { 'aws:ViaAWSMCPService': ['false'] } }, {}, false],
    [
      'IfExists compares a key that is there',
      { BoolIfExists: { 'aws:ViaAWSMCPService': ['false'] } },
      { 'aws:ViaAWSMCPService': 'true' },
      false,
    ],
    [
      'names of keys have no case',
      { Bool: { 'AWS:SECURETRANSPORT': ['false'] } },
      { 'aws:SecureTransport': 'false' },
      true,
    ],
    ['Null is true for a missing key', { Null: { 'aws:TokenIssueTime': ['true'] } }, {}, true],
    ['all keys have to match', { StringEquals: { a: ['1'], b: ['2'] } }, { a: '1', b: '3' }, false],
    ['one value of a key has to match', { StringEquals: { a: ['1', '2'] } }, { a: '2' }, true],
    [
      'ArnLike takes wildcards in each part',
      { ArnLike: { 'aws:SourceArn': ['arn:aws:s3:::bucket*'] } },
      { 'aws:SourceArn': 'arn:aws:s3:::bucket-1' },
      true,
    ],
    [
      'and none across parts',
      { ArnLike: { 'aws:SourceArn': ['arn:aws:iam::1*:role/x'] } },
      { 'aws:SourceArn': 'arn:aws:iam::1:x:role/x' },
      false,
    ],
    ['key1:legal does not match', tags, { 'aws:TagKeys': ['key1:legal'] }, false],
    ['key1:hr and key1:personnel do not match', tags, { 'aws:TagKeys': ['key1:hr', 'key1:personnel'] }, false],
    ['key2:audit matches', tags, { 'aws:TagKeys': ['key2:audit'] }, true],
    ['ForAllValues is true for a missing key', tags, {}, true],
    ['ForAnyValue is false for a missing key', { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['*'] } }, {}, false],
    [
      'ForAnyValue needs one',
      { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['key1*'] } },
      { 'aws:TagKeys': ['a', 'key1:b'] },
      true,
    ],
  ] as const)('%s', (_, conditions, context, expected) => {
    expect(conditionsHold(conditions, context)).toBe(expected);
  });

  it('refuses an operator that it does not know', () => {
    expect(() => conditionsHold({ DateLessThan: { 'aws:CurrentTime': ['2026-01-01'] } }, {})).toThrow('DateLessThan');
  });
});

describe('names of actions', () => {
  /** The source of the committed policy publishes what it expands to, computed by others. */
  it('agree with a published expansion of ReadOnlyAccess', async () => {
    const readOnly = parsePolicy(JSON.parse(readFileSync('infrastructure/policies/ReadOnlyAccess.json', 'utf8')));
    const published = expansion.parse(
      JSON.parse(readFileSync('test/infrastructure/fixtures/read-only-actions.json', 'utf8')),
    );
    const reader: Principal = { name: 'arn:aws:iam::1:role/r', accountId: '1', identity: [readOnly] };
    const context = { 's3express:SessionMode': 'ReadOnly' };

    const mine = new Map<string, string[]>();
    for (const action of (await iamLevels()).keys()) {
      // The published list was made from data that did not have these yet.
      if (published.newer.includes(action)) continue;
      if (evaluate(reader, { action, resource: 'x', context }) !== 'allowed') continue;
      const service = action.split(':')[0] ?? '';
      mine.set(service, [...(mine.get(service) ?? []), action]);
    }

    const digests = [...mine].map(([service, actions]) => [service, digest(actions)]);
    expect(Object.fromEntries(digests)).toEqual(published.services);
  });
});

const expansion = z.object({ newer: z.array(z.string()), services: z.record(z.string(), z.string()) });

function digest(actions: readonly string[]): string {
  const names = actions.toSorted((a, b) => (a < b ? -1 : 1)).join('\n');
  return `${actions.length} ${createHash('sha256').update(names).digest('hex').slice(0, 16)}`;
}
