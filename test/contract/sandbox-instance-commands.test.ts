import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ec2Instance } from '../../src/sandbox/organization/model.js';
import { generateOrganization } from '../../src/sandbox/organization/organization.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { hasBoto3, installedAwsClis, runProgram } from './support/aws-programs.js';
import { createSurveyor } from './support/sandbox-survey.js';
import { assumeRole, type Keys } from './support/signed-client.js';

const BOTO3_SCRIPT = fileURLToPath(new URL('support/instance-commands.py', import.meta.url));
const REGION = 'us-east-1';
const UPTIME = ' 06:21:47 up 37 days, 18:07,  0 users,  load average: 0.86, 0.78, 0.79\n';

let sandbox: Sandbox;
let keys: Keys;
const organization = generateOrganization({ seed: 1, accounts: 10 });

/** An account that has an instance of every kind. */
const account = organization.accounts.find((candidate) =>
  [isOnline, isLost, isUnmanaged].every((kind) => candidate.regional(REGION).ec2Instances.some(kind)),
);

function isOnline({ instanceProfile, state }: Ec2Instance): boolean {
  return instanceProfile !== null && state === 'running';
}

function isLost({ instanceProfile, state }: Ec2Instance): boolean {
  return instanceProfile !== null && state === 'stopped';
}

function isUnmanaged({ instanceProfile, state }: Ec2Instance): boolean {
  return instanceProfile === null && state === 'running';
}

function instance(kind: (candidate: Ec2Instance) => boolean): string {
  return account?.regional(REGION).ec2Instances.find(kind)?.id ?? '';
}

function environment(): Readonly<Record<string, string>> {
  return {
    ENDPOINT: sandbox.url,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken ?? '',
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_MAX_ATTEMPTS: '1',
  };
}

beforeAll(async () => {
  sandbox = await startSandbox({ accounts: 10 });
  const assumed = await assumeRole(sandbox.stsUrl, sandbox.hub, {
    RoleArn: `arn:aws:iam::${account?.id ?? ''}:role/CentralOpsCommandRole`,
    RoleSessionName: 'contract',
    ExternalId: sandbox.externalId,
  });
  keys = assumed.keys;
});

afterAll(() => sandbox.close());

describe('Run Command and DescribeInstances of the sandbox', () => {
  it('answer boto3 as AWS does', async (context) => {
    if (!hasBoto3()) context.skip('boto3 is not installed');
    if (account === undefined) throw new Error('No account has an instance of every kind.');
    const [online, lost, unmanaged] = [instance(isOnline), instance(isLost), instance(isUnmanaged)];

    const { code, stdout, stderr } = await runProgram(
      'python3',
      [BOTO3_SCRIPT, online, lost, unmanaged],
      environment(),
    );

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { ask } = createSurveyor(account);
    const { ResponseMetadata: _, ...described } = ask('ec2', 'DescribeInstances', REGION, {
      InstanceIds: [online, lost],
    });
    const all = account.regional(REGION).ec2Instances;
    expect(JSON.parse(stdout)).toEqual({
      instances: described,
      every: all.map(({ id }) => id).toSorted(),
      running: all
        .filter(({ state }) => state === 'running')
        .map(({ id }) => id)
        .toSorted(),
      information: [
        [online, 'Online', 'Linux'],
        [lost, 'ConnectionLost', 'Linux'],
      ].toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
      sent: {
        DocumentName: 'AWS-RunShellScript',
        Comment: 'from boto3',
        InstanceIds: [online],
        Status: 'Pending',
      },
      results: [
        {
          Status: 'Success',
          StatusDetails: 'Success',
          ResponseCode: 0,
          StandardOutputContent: UPTIME,
          StandardErrorContent: '',
        },
        {
          Status: 'Cancelled',
          StatusDetails: 'Cancelled',
          ResponseCode: -1,
          StandardOutputContent: '',
          StandardErrorContent: '',
        },
        {
          Status: 'Failed',
          StatusDetails: 'Failed',
          ResponseCode: 3,
          StandardOutputContent: '',
          StandardErrorContent: 'disk full\nfailed to run commands: exit status 3',
        },
      ],
      codes: [
        'InvalidInstanceId',
        'InvalidInstanceId',
        'InvocationDoesNotExist',
        'InvalidCommandId',
        'InvalidDocument',
        'ValidationException',
        'InvalidInstanceID.NotFound',
      ],
    });
  });

  it('answer every AWS CLI of this machine', async (context) => {
    const clis = installedAwsClis();
    if (clis.length === 0) context.skip('the AWS CLI is not installed');
    const online = instance(isOnline);
    const describeInstances = `ec2 describe-instances --instance-ids ${online} --query *[].Instances[].InstanceId`;
    const sendCommand = `ssm send-command --instance-ids ${online} --document-name AWS-RunShellScript --parameters commands=hostname --query Command.Status`;

    for (const { path } of clis) {
      const [named, sent] = await Promise.all(
        [describeInstances, sendCommand].map((command) =>
          runProgram(path, [...command.split(' '), '--endpoint-url', sandbox.url, '--output', 'json'], environment()),
        ),
      );

      expect([named, sent].map((result) => JSON.parse(result?.stdout ?? ''))).toEqual([[online], 'Pending']);
    }
  }, 90_000);

  it('refuse an instance that the session policy does not name', async () => {
    const allowed = `arn:aws:ec2:${REGION}:${account?.id ?? ''}:instance/${instance(isOnline)}`;
    const { keys: narrow } = await assumeRole(sandbox.stsUrl, sandbox.hub, {
      RoleArn: `arn:aws:iam::${account?.id ?? ''}:role/CentralOpsCommandRole`,
      RoleSessionName: 'contract',
      ExternalId: sandbox.externalId,
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'ssm:SendCommand', Resource: [allowed, 'arn:aws:ssm:*::document/*'] }],
      }),
    });
    const { SSMClient, SendCommandCommand } = await import('@aws-sdk/client-ssm');
    const ssm = new SSMClient({
      region: REGION,
      endpoint: sandbox.url,
      maxAttempts: 1,
      credentials: { sessionToken: '', ...narrow },
    });
    const send = (id: string): Promise<unknown> =>
      ssm
        .send(
          new SendCommandCommand({
            InstanceIds: [id],
            DocumentName: 'AWS-RunShellScript',
            Parameters: { commands: ['uptime'] },
          }),
        )
        .catch((error: unknown) => (error instanceof Error ? error.name : error));

    expect(await send(instance(isLost))).toBe('AccessDeniedException');
    expect(await send(instance(isOnline))).toMatchObject({ Command: { Status: 'Pending' } });
  });
});
