import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import type { SandboxOptions } from '../../../src/sandbox/options.js';

const open: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  open.push(sandbox);
  return sandbox;
}

function statusFor(sandbox: Sandbox, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${sandbox.url}/mcp`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });
}

describe('startSandbox', () => {
  it('says what leads to it', async () => {
    const sandbox = await start({ accounts: 2 });

    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(sandbox.variables()).toEqual({
      AWS_ACCESS_KEY_ID: sandbox.hub.accessKeyId,
      AWS_SECRET_ACCESS_KEY: sandbox.hub.secretAccessKey,
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_ORGANIZATIONS: sandbox.url,
      AWS_ENDPOINT_URL_SSM: sandbox.url,
      AWS_ENDPOINT_URL_EC2: sandbox.url,
      AWS_ENDPOINT_URL_BEDROCK_AGENT: sandbox.url,
      AWS_ENDPOINT_URL_BEDROCK_AGENTCORE: sandbox.url,
      AWS_ENDPOINT_URL_BEDROCK_AGENTCORE_CONTROL: sandbox.url,
      AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: sandbox.url,
      AWS_ENDPOINT_URL_STS: sandbox.url,
      AWS_ENDPOINT_URL_SSO: sandbox.url,
      AWS_ENDPOINT_URL_SSO_OIDC: sandbox.url,
      AWS_SSO_START_URL: 'https://central-ops-sandbox.awsapps.com/start',
      AWS_SSO_REGION: 'us-east-1',
      CENTRAL_OPS_AWS_MCP_URL: `${sandbox.url}/mcp`,
      CENTRAL_OPS_EXTERNAL_ID: 'central-ops-sandbox',
    });
    expect(sandbox.registry().accounts).toHaveLength(3);
  });

  it('answers to the names of this machine alone, through whichever port of it', async () => {
    const sandbox = await start({ accounts: 1 });
    const { port } = new URL(sandbox.url);

    const statuses = await Promise.all(
      [`127.0.0.1:${port}`, 'localhost', `[::1]:1`, `evil.example:${port}`].map((host) => statusFor(sandbox, host)),
    );

    expect(statuses).toEqual([405, 405, 405, 403]);
  });

  it('starts a thousand accounts within a second', async () => {
    const before = performance.now();
    const sandbox = await start({ accounts: 1000 });

    expect(performance.now() - before).toBeLessThan(1000);
    expect(sandbox.registry().accounts).toHaveLength(1001);
  });

  it('gives other keys to each sandbox, though the seed is the same', async () => {
    const [one, two] = [await start({ accounts: 1, seed: 5 }), await start({ accounts: 1, seed: 5 })];

    expect(one.registry()).toEqual(two.registry());
    expect(one.hub.accessKeyId).not.toBe(two.hub.accessKeyId);
    expect(one.hub.secretAccessKey).not.toBe(two.hub.secretAccessKey);
  });

  it('refuses a port that is taken and a fault for an account that is not there', async () => {
    const sandbox = await start({ accounts: 1 });
    const port = Number(new URL(sandbox.url).port);

    await expect(startSandbox({ accounts: 1, port })).rejects.toMatchObject({
      code: 'unreachable',
      message: `The sandbox cannot listen on 127.0.0.1:${String(port)}: another program uses it. Choose another port, or 0 for a free one.`,
    });
    await expect(
      startSandbox({ accounts: 1, faults: [{ account: '999999999999', service: 'sts', outcome: 'denied' }] }),
    ).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining('no account 999999999999') });
  });

  it('closes at once, and twice as well as once', async () => {
    const sandbox = await start({ accounts: 1 });
    const before = performance.now();

    await Promise.all([sandbox.close(), sandbox.close()]);

    expect(performance.now() - before).toBeLessThan(1000);
    await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
  });
});
