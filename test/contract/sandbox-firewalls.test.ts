import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  DescribeNetworkAclsCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createSurveyor, workloadAccounts } from './support/sandbox-survey.js';
import { assumeRole, type Keys } from './support/signed-client.js';

const BOTO3 = fileURLToPath(new URL('support/sandbox-firewalls.py', import.meta.url));
const OPERATIONS = ['DescribeSecurityGroups', 'DescribeSecurityGroupRules', 'DescribeNetworkAcls'] as const;

let sandbox: Sandbox;
let keys: Keys;
let region: string;
/** What the scripts of the same sandbox are told: boto3's form, without the wire in between. */
let expected: ReadonlyMap<string, object>;

beforeAll(async () => {
  sandbox = await startSandbox({ accounts: 3 });
  const [account] = workloadAccounts(3);
  if (account === undefined) throw new Error('The sandbox has too few accounts.');
  region = account.regions[0] ?? 'us-east-1';
  const form = {
    RoleArn: `arn:aws:iam::${account.id}:role/CentralOpsTargetRole`,
    RoleSessionName: 'contract',
    ExternalId: sandbox.externalId,
  };
  keys = (await assumeRole(sandbox.stsUrl, sandbox.hub, form)).keys;
  const { ask } = createSurveyor(account);
  expected = new Map(
    OPERATIONS.map((operation) => {
      const { ResponseMetadata: _, ...reply } = ask('ec2', operation, region);
      return [operation, reply];
    }),
  );
});

afterAll(() => sandbox.close());

function environment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    PYENV_ROOT: process.env['PYENV_ROOT'],
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
  };
}

/** Not blocking: the sandbox that is asked lives in this process. */
async function output(program: string, parameters: readonly string[]): Promise<unknown> {
  const child = spawn(program, parameters, { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  return JSON.parse(stdout);
}

describe('the security groups and network ACLs of the sandbox, over the wire', () => {
  it('are to boto3 what they are to scripts, page by page', async (context) => {
    if (spawnSync('python3', ['-c', 'import boto3']).status !== 0) context.skip('python3 with boto3 is not installed');

    expect(await output('python3', [BOTO3, sandbox.url, region])).toEqual({
      describe_security_groups: expected.get('DescribeSecurityGroups'),
      describe_security_group_rules: expected.get('DescribeSecurityGroupRules'),
      describe_network_acls: expected.get('DescribeNetworkAcls'),
    });
  });

  it('are so to the AWS CLI', async (context) => {
    if (spawnSync('aws', ['--version']).status !== 0) context.skip('the AWS CLI is not installed');
    const asked = ['ec2', 'describe-security-groups', '--endpoint-url', sandbox.url, '--output', 'json'];

    expect(await output('aws', asked)).toEqual(expected.get('DescribeSecurityGroups'));
  });

  it('are so to the SDK', async () => {
    const { sessionToken = '', ...pair } = keys;
    const client = new EC2Client({
      region,
      endpoint: sandbox.url,
      credentials: { ...pair, sessionToken },
      maxAttempts: 1,
    });

    const [groups, rules, acls] = await Promise.all([
      client.send(new DescribeSecurityGroupsCommand({})),
      client.send(new DescribeSecurityGroupRulesCommand({})),
      client.send(new DescribeNetworkAclsCommand({})),
    ]);
    client.destroy();

    expect({ ...groups, $metadata: {} }).toEqual({ ...expected.get('DescribeSecurityGroups'), $metadata: {} });
    expect({ ...rules, $metadata: {} }).toEqual({ ...expected.get('DescribeSecurityGroupRules'), $metadata: {} });
    expect({ ...acls, $metadata: {} }).toEqual({ ...expected.get('DescribeNetworkAcls'), $metadata: {} });
  });
});
