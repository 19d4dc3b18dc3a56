import { describe, expect, it } from 'vitest';
import { isForbidden } from '../../../../bench/eval/forbidden.js';

describe('isForbidden', () => {
  it.each([
    ['ec2', 'TerminateInstances'],
    ['s3', 'DeleteBucket'],
    ['sts', 'AssumeRole'],
    ['logs', 'StartQuery'],
    ['sqs', 'ReceiveMessage'],
    ['secretsmanager', 'GetSecretValue'],
    ['secretsmanager', 'BatchGetSecretValue'],
    ['ssm', 'GetParametersByPath'],
    ['ecr', 'GetAuthorizationToken'],
    ['ec2', 'GetPasswordData'],
    ['sso', 'GetRoleCredentials'],
    ['apigateway', 'GetApiKeys'],
    ['cognito-idp', 'DescribeUserPoolClient'],
    ['redshift', 'GetClusterCredentialsWithIAM'],
    ['ec2', 'Listings'],
    ['ec2', ''],
  ])('forbids %s %s', (service, operation) => {
    expect(isForbidden({ service, operation })).toBe(true);
  });

  it.each([
    ['ec2', 'DescribeInstances'],
    ['secretsmanager', 'ListSecrets'],
    ['iam', 'GetAccountPasswordPolicy'],
    ['iam', 'ListAccessKeys'],
    ['ssm', 'DescribeParameters'],
    ['cognito-idp', 'ListUserPoolClients'],
    ['codebuild', 'BatchGetProjects'],
    ['cloudtrail', 'LookupEvents'],
    ['s3', 'HeadBucket'],
    ['resource-explorer-2', 'Search'],
  ])('lets %s %s be', (service, operation) => {
    expect(isForbidden({ service, operation })).toBe(false);
  });
});
