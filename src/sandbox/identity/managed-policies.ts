import { parsePolicy, type Policy } from './policy.js';

/** The prefixes of the services that the sandbox models. */
const PREFIXES =
  'acm apprunner cloudwatch dynamodb ec2 ecs eks elasticloadbalancing iam kms lambda logs rds s3 sns sqs tag'.split(
    ' ',
  );
const READING = [
  ...PREFIXES.flatMap((prefix) => [`${prefix}:Describe*`, `${prefix}:Get*`, `${prefix}:List*`]),
  'cloudtrail:LookupEvents',
];

const allow = (actions: readonly string[]): Policy =>
  parsePolicy(
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] }),
  );

/**
 * AWS managed policies, as far as the modelled services go. ReadOnlyAccess lists secrets but does not read them.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
 */
export function managedPolicy(arn: string): Policy | undefined {
  if (arn === 'arn:aws:iam::aws:policy/AdministratorAccess') return allow(['*']);
  if (arn === 'arn:aws:iam::aws:policy/ReadOnlyAccess') {
    return allow([
      ...READING,
      'logs:FilterLogEvents',
      'secretsmanager:Describe*',
      'secretsmanager:List*',
      'sts:GetCallerIdentity',
    ]);
  }
  if (
    arn === 'arn:aws:iam::aws:policy/SecurityAudit' ||
    arn === 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'
  ) {
    return allow(READING.filter((action) => !action.endsWith(':Get*') || action.startsWith('iam:')));
  }
  return undefined;
}

/**
 * What the member role itself may do: all that is read, and on purpose more than a reader needs, so that it shows
 * whether the session policy that an AssumeRole carries takes it away.
 */
export function memberRolePolicy(): Policy {
  return allow([
    ...READING,
    'logs:FilterLogEvents',
    'secretsmanager:*',
    'ec2:RunInstances',
    'ec2:StopInstances',
    'ec2:TerminateInstances',
    'lambda:UpdateFunctionCode',
    'rds:DeleteDBInstance',
    's3:DeleteBucket',
    's3:PutBucketPolicy',
  ]);
}

/** What the role for agents may do: more than one invocation needs, so that it shows whether the session policy cuts it down. */
export function agentRolePolicy(): Policy {
  return allow([
    'bedrock:GetAgent',
    'bedrock:GetAgentAlias',
    'bedrock:InvokeAgent',
    'bedrock-agentcore:GetAgentRuntime',
    'bedrock-agentcore:GetAgentRuntimeEndpoint',
    'bedrock-agentcore:InvokeAgentRuntime',
  ]);
}

/** What the role for commands may do, and nothing that reads more than it takes to choose an instance. */
export function commandRolePolicy(): Policy {
  return allow([
    'ec2:DescribeInstances',
    'ssm:CancelCommand',
    'ssm:DescribeInstanceInformation',
    'ssm:GetCommandInvocation',
    'ssm:SendCommand',
  ]);
}

/** The hub's own identity assumes roles, reads the list of accounts, asks models, and does nothing else. */
export function hubPolicy(): Policy {
  return allow([
    'sts:AssumeRole',
    'sts:GetCallerIdentity',
    'sts:SetSourceIdentity',
    'sts:TagSession',
    'organizations:Describe*',
    'organizations:List*',
    'ssm:GetParameter',
    'bedrock:InvokeModel',
    'bedrock:InvokeModelWithResponseStream',
    // Of its own account's agents: what it finds there is the account that signs.
    'bedrock:InvokeAgent',
    'bedrock-agentcore:InvokeAgentRuntime',
  ]);
}
