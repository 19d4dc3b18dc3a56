import { describe, expect, it } from 'vitest';
import { managedPolicy, memberRolePolicy } from '../../../../src/sandbox/identity/managed-policies.js';
import { parsePolicy, refusalOf } from '../../../../src/sandbox/identity/policy.js';

const READ_ONLY = managedPolicy('arn:aws:iam::aws:policy/ReadOnlyAccess');
const document = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

describe('refusalOf', () => {
  it.each([
    ['ec2:DescribeInstances', undefined],
    ['EC2:describeinstances', undefined],
    ['ec2:TerminateInstances', 'because no session policy allows the ec2:TerminateInstances action'],
    ['secretsmanager:ListSecrets', undefined],
    ['secretsmanager:GetSecretValue', 'because no session policy allows the secretsmanager:GetSecretValue action'],
    ['iam:CreateUser', 'because no identity-based policy allows the iam:CreateUser action'],
  ])('narrows the member role by ReadOnlyAccess: %s', (action, refusal) => {
    expect(refusalOf(action, memberRolePolicy(), READ_ONLY)).toBe(refusal);
  });

  it('leaves the role as wide as it is without a session policy', () => {
    expect(refusalOf('ec2:TerminateInstances', memberRolePolicy(), undefined)).toBeUndefined();
  });

  it('lets a deny win over every allow', () => {
    const denying = parsePolicy(document({ Effect: 'Deny', Action: 's3:Get*', Resource: '*' }));
    const session = [...(READ_ONLY ?? []), ...denying];

    expect(refusalOf('s3:GetBucketAcl', memberRolePolicy(), session)).toBe('with an explicit deny in a session policy');
    expect(refusalOf('s3:GetBucketAcl', [...memberRolePolicy(), ...denying], undefined)).toBe(
      'with an explicit deny in an identity-based policy',
    );
    expect(refusalOf('s3:ListAllMyBuckets', memberRolePolicy(), session)).toBeUndefined();
  });

  it('allows an operation on the resources of its statement alone', () => {
    const role = managedPolicy('arn:aws:iam::aws:policy/AdministratorAccess') ?? [];
    const session = parsePolicy(
      document({
        Effect: 'Allow',
        Action: 'ssm:SendCommand',
        Resource: ['arn:aws:ssm:*::document/AWS-Run*', 'arn:b?'],
      }),
    );
    const refused = 'because no session policy allows the ssm:SendCommand action';

    const on = (resource?: string) => refusalOf('ssm:SendCommand', role, session, resource);

    expect(['arn:aws:ssm:us-east-1::document/AWS-RunShellScript', 'arn:bc'].map(on)).toEqual([undefined, undefined]);
    expect(['arn:aws:ssm:us-east-1::document/Other', 'ARN:bc', 'arn:bcd', undefined].map(on)).toEqual(
      Array.from({ length: 4 }, () => refused),
    );
  });

  it('reads NotAction as everything else, and conditions on the MCP server as met', () => {
    const policy = parsePolicy(
      document({
        Effect: 'Deny',
        NotAction: ['ec2:Describe*'],
        Resource: '*',
        Condition: { Bool: { 'aws:ViaAWSMCPService': 'true' } },
      }),
    );

    expect(refusalOf('s3:GetBucketAcl', memberRolePolicy(), policy)).toBe('with an explicit deny in a session policy');
    expect(refusalOf('ec2:DescribeVpcs', memberRolePolicy(), policy)).toBe(
      'because no session policy allows the ec2:DescribeVpcs action',
    );
  });
});

describe('parsePolicy', () => {
  it.each([
    ['nonsense', 'This policy contains invalid Json'],
    ['{"Statement": []', 'This policy contains invalid Json'],
    ['{}', 'Syntax errors in policy'],
    [document({ Effect: 'Allow', Resource: '*' }), 'either Action or NotAction'],
    [document({ Effect: 'Deny', Action: '*', Resource: 'arn:aws:s3:::one' }), 'evaluates Deny with Resource "*" only'],
    [
      document({ Effect: 'Deny', Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '::' } } }),
      'does not evaluate the condition operator IpAddress',
    ],
  ])('refuses what it would otherwise have to ignore: %s', (text, message) => {
    expect(() => parsePolicy(text)).toThrow(message);
  });
});
