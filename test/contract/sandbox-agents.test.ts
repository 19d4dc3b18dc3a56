import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { hasBoto3, runProgram } from './support/aws-programs.js';
import { assumeRole, type Keys } from './support/signed-client.js';

const SCRIPT = fileURLToPath(new URL('support/agents.py', import.meta.url));

let sandbox: Sandbox;
let keys: Keys;
let first = '';
let second = '';

beforeAll(async () => {
  sandbox = await startSandbox({ accounts: 2 });
  [, first = '', second = ''] = sandbox.registry().accounts.map(({ id }) => id);
  const assumed = await assumeRole(sandbox.stsUrl, sandbox.hub, {
    RoleArn: `arn:aws:iam::${first}:role/CentralOpsAgentRole`,
    RoleSessionName: 'contract',
    ExternalId: sandbox.externalId,
  });
  keys = assumed.keys;
});

afterAll(() => sandbox.close());

function runtimeArn(account: string, id: string): string {
  return `arn:aws:bedrock-agentcore:us-east-1:${account}:runtime/${id}`;
}

/** What the program printed. */
async function ask(mode: string): Promise<unknown> {
  const { code, stdout, stderr } = await runProgram('python3', [SCRIPT], {
    MODE: mode,
    ENDPOINT: sandbox.url,
    RUNTIME_ARN: runtimeArn(first, 'crew_schedule-Qw7ErTy890'),
    OTHER_ARN: runtimeArn(second, 'invoices-AbCdEf1234'),
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken ?? '',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('agents of the sandbox', () => {
  it('answer boto3 as AWS does', async (context) => {
    if (!hasBoto3()) context.skip('boto3 is not installed');

    expect(await ask('answers')).toEqual({
      agent: expect.stringContaining('Taíno (San Juan), El Coquí (Jacksonville)'),
      runtime: {
        contentType: 'application/json',
        statusCode: 200,
        body: expect.stringContaining('Captain Nuñez and Chief Øster'),
      },
      wrongAlias: 'ResourceNotFoundException',
      otherAccount: 'AccessDeniedException',
    });
  });

  it('give control back, and fail midway, in frames that boto3 reads', async (context) => {
    if (!hasBoto3()) context.skip('boto3 is not installed');
    sandbox.agents.fail('PEGHWIVI5Y', 'returns-control');
    const control = await ask('control');
    sandbox.agents.fail('PEGHWIVI5Y', 'fails-midway');

    expect(control).toMatchObject({ control: [[{ functionInvocationInput: { actionGroup: 'FleetActions' } }]] });
    expect(await ask('midway')).toEqual({ code: 'dependencyFailedException' });
  });
});
