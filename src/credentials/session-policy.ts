import type { Partition } from '../domain/account.js';
import { SENSITIVE_READS, type SensitiveRead } from '../domain/sensitive-read.js';

/** STS's limit for the plain text of session policies: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const SESSION_POLICY_LIMIT = 2048;

/**
 * Actions that IAM files under Read or List (or that wide member roles allow) although they hand out secrets, keys
 * and tokens, or start something. Service prefixes take no wildcard; in the rest one stands only where what else it
 * catches may be denied as well. A test checks each against IAM's list of actions.
 */
const SECRETS_AND_SIDE_EFFECTS = [
  'aidevops:GetAc*',
  'amplifybackend:GetT*',
  'appsync:ListApiK*',
  'athena:StartQ*',
  'bedrock-agentcore:GetResource*',
  'bedrock:Invoke*',
  'cloudformation:Detect*',
  'cloudwatch:GetSpaceC*',
  'codeartifact:GetAu*',
  'codeconnections:Get*Token',
  'codestar-connections:Get*Token',
  'cognito-identity:GetC*',
  'cognito-identity:GetO*',
  'cognito-idp:DescribeUserPoolC*',
  'connect:GetFed*',
  'datazone:Get*Credentials',
  'ec2:ExportClientVpnClientConf*',
  'ec2:GetCons*',
  'ec2:GetPass*',
  'ecr-public:GetAu*',
  'ecr:GetAu*',
  'ecr:GetDown*',
  'eks-auth:*',
  'gamelift:GetComputeA*',
  'gamelift:GetInstanceA*',
  'glue:GetConn*',
  'iam:Gen*',
  'kms:Decrypt',
  'lakeformation:GetTemp*',
  'license-manager:GetAc*',
  'lightsail:*KeyPair',
  'lightsail:GetInstanceA*',
  'lightsail:GetRelationalDatabaseMa*',
  'logs:Start*',
  'logs:Unmask',
  'pca-connector-scep:GetChallengeP*',
  'quicksight:Get*Url',
  'redshift-serverless:GetC*',
  'redshift-serverless:GetId*',
  'redshift:GetC*',
  'redshift:GetId*',
  's3express:Cr*Session',
  'secretsmanager:*GetSecretValue',
  'sqs:Rec*',
  'ssm:GetAc*',
  'states:Reveal*',
  'sts:AssumeR*',
  'sts:Get*Token',
  'wafv2:GetD*',
];

const DENIED_UNLESS_ALLOWED: Readonly<Record<SensitiveRead, readonly string[]>> = {
  'object-bodies': [
    'athena:GetQueryResults*',
    'cassandra:Select*',
    'codecommit:GetBlob',
    'codecommit:GetFile',
    'dax:*GetItem',
    'dax:Query',
    'dax:Scan',
    'dynamodb:*GetItem',
    'dynamodb:GetRec*',
    'dynamodb:PartiQLS*',
    'dynamodb:Query',
    'dynamodb:Scan',
    'ebs:GetS*',
    'kinesis:GetRec*',
    'lambda:GetFunction',
    'lambda:GetLayerVersion',
    'redshift-data:GetS*',
    's3-object-lambda:GetObj*',
    's3:GetObj*',
    'sdb:Select',
    'timestream:Sel*',
  ],
  'log-events': ['logs:FilterL*', 'logs:GetLogE*', 'logs:GetLogR*', 'logs:GetQ*', 'rds:Down*'],
  parameters: ['ssm:GetPar*'],
};

/**
 * The inline session policy that every AssumeRole of ours carries: what no session may do, whatever its role and the
 * managed policy next to it allow. It is the lock behind the operation policy, which decides before anything is sent.
 * The same for all accounts, so that warm credentials serve every question.
 *
 * `kms:Decrypt` stays denied whatever is switched on: objects under customer keys, and decrypted parameters, are out.
 */
export function sessionDenyPolicy(allowed: readonly SensitiveRead[] = []): string {
  const sensitive = SENSITIVE_READS.filter((read) => !allowed.includes(read)).flatMap(
    (read) => DENIED_UNLESS_ALLOWED[read],
  );
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: [...SECRETS_AND_SIDE_EFFECTS, ...sensitive], Resource: '*' }],
  });
}

/**
 * The managed session policy's ARN as it is called in a partition: AWS's own policies exist in each of them, so one
 * setting serves all. A customer's policy is left as it is written.
 */
export function managedPolicyArn(arn: string, partition: Partition): string {
  return arn.replace(/^arn:aws[a-z-]*:iam::aws:/, `arn:${partition}:iam::aws:`);
}
