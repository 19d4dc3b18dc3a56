import { spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { assumeRole, connect } from './support/signed-client.js';

let sandbox: Sandbox;
/** How far the sandbox's clock is ahead: the quota of three requests a second refills without waiting. */
let ahead = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ accounts: 3, clock: () => Date.now() + ahead });
});

afterAll(async () => {
  await sandbox.close();
});

function member(position: number) {
  const account = sandbox.truth().accounts[position];
  if (account === undefined) throw new Error('The sandbox has too few accounts.');
  return { ...account, roleArn: `arn:aws:iam::${account.id}:role/CentralOpsTargetRole` };
}

describe('the AWS CLI at the STS of the sandbox', () => {
  const missing = spawnSync('aws', ['--version']).status !== 0;

  it('learns whose keys it has', async (context) => {
    if (missing) context.skip('the AWS CLI is not installed');
    const identity = await aws(['get-caller-identity']);

    const hub = member(0).id;
    expect(JSON.parse(identity.stdout)).toEqual({
      UserId: `AIDA${hub}SANDB`,
      Account: hub,
      Arn: `arn:aws:iam::${hub}:user/central-ops`,
    });
  });

  it('assumes a member role with the external id and is refused without', async (context) => {
    if (missing) context.skip('the AWS CLI is not installed');
    const { id, roleArn } = member(1);
    const request = ['assume-role', '--role-arn', roleArn, '--role-session-name', 'from-the-cli'];

    const assumed = await aws([...request, '--external-id', sandbox.externalId]);
    const refused = await aws(request);

    expect(JSON.parse(assumed.stdout)).toMatchObject({
      AssumedRoleUser: { Arn: `arn:aws:sts::${id}:assumed-role/CentralOpsTargetRole/from-the-cli` },
      Credentials: { AccessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/u) },
    });
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('An error occurred (AccessDenied) when calling the AssumeRole operation');
  });
});

describe('the official MCP client at the MCP server of the sandbox', () => {
  it('lists the tools and runs a script as the account that signed', async () => {
    const { id, roleArn } = member(2);
    const form = { RoleArn: roleArn, RoleSessionName: 'contract', ExternalId: sandbox.externalId };
    const { keys } = await assumeRole(sandbox.stsUrl, sandbox.hub, form);
    const client = await connect(sandbox.mcpUrl, keys);

    ahead += 2000;
    const { tools } = await client.listTools();
    ahead += 2000;
    const code =
      "identity = await call_boto3(service_name='sts', operation_name='GetCallerIdentity')\nidentity['Account']";
    const called = await client.callTool({ name: 'aws___run_script', arguments: { code } });
    await client.close();

    expect(tools.map((tool) => tool.name).sort()).toEqual([
      'aws___get_presigned_url',
      'aws___get_regional_availability',
      'aws___get_tasks',
      'aws___list_regions',
      'aws___read_documentation',
      'aws___retrieve_skill',
      'aws___run_script',
      'aws___search_documentation',
    ]);
    const envelope = {
      status: 'success',
      return_value: id,
      stdout: '',
      stderr: '',
      api_calls: [{ service: 'sts', operation: 'GetCallerIdentity', status: 'success' }],
    };
    expect(called).toEqual({
      content: [{ type: 'text', text: JSON.stringify(envelope) }],
      structuredContent: envelope,
      isError: false,
    });
  });
});

async function aws(parameters: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = sandbox.variables();
  const child = spawn('aws', ['sts', ...parameters, '--endpoint-url', sandbox.stsUrl, '--output', 'json'], {
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID,
      AWS_SECRET_ACCESS_KEY,
      // Version 1 of the CLI reads this one.
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_REGION: 'us-east-1',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_MAX_ATTEMPTS: '1',
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  return { code, stdout, stderr };
}
