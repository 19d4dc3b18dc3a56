import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedCommand } from '../../../../src/domain/command.js';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { checkCommand, type CheckCommandOptions } from '../../../../src/planning/command/check-command.js';
import { FORBIDDEN, hostileCommand, ORDINARY, whyHarmful } from './support/attacks.js';

const catalogue = createCatalogue();
const STRICT: CheckCommandOptions = { sensitiveReads: [], allowMutations: false };

function check(command: string, options: Partial<CheckCommandOptions> = {}): CheckedCommand {
  return checkCommand(catalogue, command, { ...STRICT, ...options });
}

function refusal(command: string, options: Partial<CheckCommandOptions> = {}): string {
  try {
    return `accepted: ${check(command, options).argv.join(' ')}`;
  } catch (error) {
    if (!(error instanceof CentralOpsError)) throw error;
    return `${error.code}: ${error.message} ${error.nextStep ?? ''}`.trim();
  }
}

describe('a command of the AWS CLI', () => {
  it('is written anew from what was understood', () => {
    expect(
      check(
        `aws --region eu-west-1 ec2 describe-instances --filters "Name=tag:Name,Values=web *" Name=x,Values=y --dry-run --output=table --color off --no-cli-pager`,
      ),
    ).toEqual({
      argv: [
        'ec2',
        'describe-instances',
        '--filters',
        'Name=tag:Name,Values=web *',
        'Name=x,Values=y',
        '--dry-run',
        '--output',
        'table',
      ],
      operations: [{ service: 'ec2', operation: 'DescribeInstances' }],
      reads: true,
      region: 'eu-west-1',
      output: { kind: 'plain' },
    });
  });

  it('of an operation whose reply holds secrets gets its query and format after the blanks', () => {
    expect(check(`aws lambda list-functions --query 'Functions[].Environment' --output text`)).toEqual({
      argv: ['lambda', 'list-functions', '--output', 'json'],
      operations: [{ service: 'lambda', operation: 'ListFunctions' }],
      reads: true,
      output: {
        kind: 'blanked',
        secrets: expect.arrayContaining([['functions', 'environment']]),
        byName: false,
        query: 'Functions[].Environment',
        format: 'text',
      },
    });
  });

  it.each([
    ['aws s3 ls', ['s3 ListBuckets']],
    ['aws s3 ls s3://', ['s3 ListBuckets']],
    ['aws s3 ls s3://b/p', ['s3 ListObjectsV2']],
    [
      'aws configservice get-status',
      ['config DescribeConfigurationRecorderStatus', 'config DescribeDeliveryChannelStatus'],
    ],
    ['aws route53 get-traffic-policy --id x --traffic-policy-version 2', ['route53 GetTrafficPolicy']],
    ['aws deploy list-applications', ['codedeploy ListApplications']],
    ['aws storagegateway describe-cached-iscsi-volumes --volume-arns x', ['storagegateway DescribeCachediSCSIVolumes']],
  ])('%j calls %j', (command, operations) => {
    expect(check(command).operations.map(({ service, operation }) => `${service} ${operation}`)).toEqual(operations);
  });

  it('may take negative numbers, and names that look like nothing', () => {
    expect(
      check(
        `aws cloudwatch get-metric-statistics --namespace '' --metric-name x --start-time -1 --end-time -.5 --period 60`,
      ).argv,
    ).toEqual([
      'cloudwatch',
      'get-metric-statistics',
      '--namespace',
      '',
      '--metric-name',
      'x',
      '--start-time',
      '-1',
      '--end-time',
      '-.5',
      '--period',
      '60',
    ]);
  });

  it.each([
    ['', 'Only commands of the AWS CLI are run, and it is empty'],
    ['ls', 'it begins with "ls"'],
    ['aws', 'it names no service'],
    ['aws ec2', 'it names no operation of ec2'],
    ['aws ecc describe-instances', 'has no service "ecc" that is known here. Did you mean'],
    ['aws config list', 'has no service "config"'],
    ['aws s3 list', 'aws s3 has no operation "list" that is known here'],
    ['aws s3 list-buckets', 'The operations of the S3 API are those of aws s3api'],
    ['aws ec2 describe-instance', 'Did you mean describe-instances'],
    ['aws ec2 describe-instances --instance-id i-1', 'has no option --instance-id. Did you mean --instance-ids?'],
    ['aws ec2 describe-instances --max-item 1', 'Did you mean --max-items? Options have to be written out.'],
    ['aws ec2 describe-instances --prof x', '--prof (the AWS CLI takes it for --profile) is never passed on'],
    ['aws ec2 describe-instances --endpoint https://x', 'the AWS CLI takes it for --endpoint-url'],
    ['aws --profile=x ec2 describe-instances', '--profile is never passed on'],
    ['aws ec2 describe-instances --cli-input-j x', 'the AWS CLI takes it for --cli-input-json'],
    ['aws --max-items 1 ec2 describe-instances', '--max-items stands before the operation'],
    ['aws ec2 describe-instances -h', '"-h" begins with a dash and is no option'],
    ['aws ec2 describe-instances --filters --', '"--" begins with a dash'],
    ['aws ec2 describe-instances --filters "- x"', '"- x" begins with a dash'],
    ['aws ec2 describe-instances "--profile x"', 'begins with a dash and is no option'],
    ['aws ec2 describe-instances out.json', 'nothing can be done with "out.json"'],
    ['aws ec2 describe-instances --max-items 1 out.json', 'nothing can be done with "out.json"'],
    ['aws ec2 describe-instances --dry-run=true', '--dry-run takes no value'],
    ['aws ec2 describe-instances --max-items', '--max-items takes one value'],
    ['aws ec2 describe-instances --max-items 1 --max-items 2', '--max-items is given twice'],
    ['aws ec2 describe-instances --output xml', 'no output format "xml"'],
    ['aws lambda list-functions --output table', 'can hold secrets'],
    ['aws ec2 describe-instances --region mars-1', 'There is no Region "mars-1"'],
    ['aws iam get-role', 'aws iam get-role needs --role-name'],
    [`aws ec2 describe-instances --filters 'file://x'`, 'read a file'],
    [`aws ec2 describe-instances --filters 'Name@=fileb://x'`, 'read a file'],
    [`aws ec2 describe-instances --filters 'Name@=x'`, '"@="'],
    [`aws ec2 describe-instances --query 'file://x'`, 'read a file'],
    [`aws sqs get-queue-url --queue-name https://x`, 'would fetch'],
    [`aws sqs get-queue-attributes --queue-url https://evil.example/123456789012/q`, 'would fetch'],
    ['aws s3 ls file://x', 'nothing can be done with "file://x"'],
    ['aws ssm get-parameter --name x', 'off unless CENTRAL_OPS_SENSITIVE_READS names parameters'],
    ['aws s3api get-object --bucket b --key k out', 'off unless CENTRAL_OPS_SENSITIVE_READS names object-bodies'],
    ['aws ec2 wait instance-running', 'asks again for minutes'],
    ['aws ec2 run-instances', 'under Write'],
  ])('is refused: %j', (command, reason) => {
    expect(refusal(command)).toContain(reason);
  });

  it('may read parameters where that is switched on, and never decrypts them', () => {
    const on = { sensitiveReads: ['parameters'] } as const;

    expect(check('aws ssm get-parameter --name x --no-with-decryption', on).argv.slice(0, 5)).toEqual([
      'ssm',
      'get-parameter',
      '--name',
      'x',
      '--no-with-decryption',
    ]);
    expect(refusal('aws ssm get-parameter --name x --with-decryption', on)).toContain('asks for secrets');
    expect(refusal('aws ssm get-parameter --name x --with-d', on)).toContain('has no option --with-d');
  });

  it('is accepted in every one of 374 everyday forms, over 98 services', () => {
    expect(ORDINARY.filter((command) => !refusal(command).startsWith('accepted'))).toEqual([]);
    expect(ORDINARY.length).toBe(374);
  });

  it('is refused in every form that is known to be harmful', () => {
    expect(FORBIDDEN.map((command) => refusal(`aws ${command}`)).filter((text) => !text.startsWith('refused'))).toEqual(
      [],
    );
  });

  it('is harmless whenever it is accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(hostileCommand, (command) => {
        let argv: readonly string[];
        try {
          argv = check(command).argv;
        } catch (error) {
          if (error instanceof CentralOpsError) return;
          throw error;
        }
        accepted += 1;
        expect(whyHarmful(argv)).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(10);
  });
});

describe('a command where mutations are allowed', () => {
  const lifted = { allowMutations: true };

  it('may change something, and has its reply blanked by names', () => {
    expect(check('aws ec2 stop-instances --instance-ids i-1 i-2', lifted)).toEqual({
      argv: ['ec2', 'stop-instances', '--instance-ids', 'i-1', 'i-2', '--output', 'json'],
      operations: [{ service: 'ec2', operation: 'StopInstances' }],
      reads: false,
      output: { kind: 'blanked', secrets: [], byName: true, format: 'json' },
    });
  });

  it.each([
    'aws ec2 stop-instances --instance-ids i-1 --profile x',
    'aws ec2 stop-instances --instance-ids i-1 --prof=x',
    'aws ec2 stop-instances --cli-input x',
    'aws ec2 stop-instances --instance-ids i-1; id',
    'aws ec2 stop-instances --instance-ids file://x',
    'aws lambda invoke --function-name f out',
    'aws lambda update-function-code --function-name f --zip-file fileb://x',
    'aws s3api put-object --bucket b --key k --body /etc/passwd',
    'aws iam create-virtual-mfa-device --virtual-mfa-device-name n --bootstrap-method x out',
    'aws s3 cp a s3://b',
    'aws s3 rm s3://b',
    'aws ssm start-session --target i-1',
    'aws ecs execute-command --cluster c --command sh --interactive',
    'aws secretsmanager get-secret-value --secret-id x',
    'aws sts assume-role --role-arn x --role-session-name y',
    'aws ecr get-login-password',
    'aws ssm get-parameter --name x --with-decryption',
    'aws configure set region x',
  ])('is still refused: %j', (command) => {
    expect(refusal(command, lifted)).toMatch(/^refused: /);
  });
});
