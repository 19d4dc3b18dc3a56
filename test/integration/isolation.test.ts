import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { assumeRole, connect, signingFetch, type Keys } from '../contract/support/signed-client.js';
import { createAssumeRoleSource } from '../../src/credentials/assume-role-source.js';
import { createCredentialBroker } from '../../src/credentials/credential-broker.js';
import { sessionDenyPolicy } from '../../src/credentials/session-policy.js';
import type { AccountCredentials, CredentialBroker } from '../../src/domain/credentials.js';
import type { Assignment } from '../../src/domain/plan.js';
import { createNetwork } from '../../src/network/network.js';
import { sleep } from '../../src/network/sleep.js';
import type { AccountTools } from '../../src/tools/account-tools.js';
import { createAwsMcpTools } from '../../src/tools/aws-mcp/aws-mcp-tools.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { forceIsolation } from './support/isolation.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

describe('fifty accounts in parallel', () => {
  it('are kept apart through ten rounds of lost sessions and new processes', async () => {
    const forced = await forceIsolation(10, 20_261_121);

    expect(forced.lostSessions).toBeGreaterThan(50);
    expect(forced.rows).toBeGreaterThan(1000);
  }, 120_000);
});

describe('the requests of an account', () => {
  let product: SandboxRun;

  beforeAll(async () => {
    product = await startSandboxRun({ accounts: 12 });
  });
  afterAll(() => product.close());

  it('are three when it is cold and one when it is warm, and the session is ended', async () => {
    const perAccount = () =>
      Object.values(product.sandbox.statistics().accounts).map(
        ({ requests, initialize, toolsCall, toolsList, deletes, gets, assumeRole: roles, sessionsOpen }) => ({
          requests,
          initialize,
          toolsCall,
          toolsList,
          deletes,
          gets,
          roles,
          sessionsOpen,
        }),
      );
    const counted = { initialize: 1, toolsList: 0, gets: 0, roles: 1 };

    await product.ask('List EC2 instances');
    const cold = perAccount();
    await product.ask('List ECS services in all Regions');
    const warm = perAccount();
    await product.restart();
    const ended = perAccount();

    expect(cold).toEqual(twelve({ ...counted, requests: 3, toolsCall: 1, deletes: 0, sessionsOpen: 1 }));
    expect(warm).toEqual(twelve({ ...counted, requests: 4, toolsCall: 2, deletes: 0, sessionsOpen: 1 }));
    expect(ended).toEqual(twelve({ ...counted, requests: 5, toolsCall: 2, deletes: 1, sessionsOpen: 0 }));
  });

  it('list the tools once, whichever account asks', async () => {
    const { signal } = new AbortController();

    await product.composition.listTools(signal);
    const offered = await product.composition.listTools(signal);

    expect(offered.map(({ name }) => name)).toContain('aws___run_script');
    expect(product.sandbox.statistics().totals.toolsList).toBe(1);
  });
});

describe('a crossed client', () => {
  let sandbox: Sandbox;
  /** How far the sandbox's clock is ahead: its quota of three requests a second refills without waiting. */
  let ahead = 0;
  const cleanups: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox({ accounts: 4, clock: () => Date.now() + ahead });
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  });
  afterAll(() => sandbox.close());

  const ids = (): readonly [string, string] => {
    const [one, two] = sandbox.registry().accounts.filter(({ role }) => role !== 'central');
    if (one === undefined || two === undefined) throw new Error('the sandbox has too few accounts');
    return [one.id, two.id];
  };
  const assume = (accountId: string): ReturnType<typeof assumeRole> =>
    assumeRole(sandbox.stsUrl, sandbox.hub, {
      RoleArn: `arn:aws:iam::${accountId}:role/CentralOpsTargetRole`,
      RoleSessionName: 'crossed',
      ExternalId: sandbox.externalId,
    });
  const scripts = (accountId: string): number => sandbox.statistics().accounts[accountId]?.toolsCall ?? 0;

  it('with the session of one account and the keys of another finds no session', async () => {
    const [one, two] = ids();
    const client = await connect(sandbox.mcpUrl, (await assume(one)).keys);
    cleanups.push(() => client.close());
    const sessionId = sessionOf(client);

    const reply = await callWith((await assume(two)).keys, sessionId);
    const control = await callWith((await assume(one)).keys, sessionId);

    expect(reply).toMatchObject({ status: 404, body: expect.stringContaining('-30001') });
    expect(reply.body).not.toMatch(/\d{12}/u);
    // The same request with the right keys does get an answer.
    expect(control).toMatchObject({ status: 200, body: expect.stringContaining(one) });
  });

  it('with the key id of one account and the secret of another is refused', async () => {
    const [one, two] = ids();
    const [own, other] = [(await assume(one)).keys, (await assume(two)).keys];

    const reply = await callWith({ ...own, secretAccessKey: other.secretAccessKey }, 'any');
    const exchanged = await callWith({ ...own, sessionToken: other.sessionToken ?? '' }, 'any');

    expect([reply.status, exchanged.status]).toEqual([403, 403]);
  });

  it('is stopped when STS answers with the identity of another account', async () => {
    const [one, two] = ids();
    const { body } = await assume(two);
    const sts = await answering(body);
    cleanups.push(sts.close);
    const crossed = await startSandboxRun({ accounts: 4 }, { AWS_ENDPOINT_URL_STS: sts.url });
    cleanups.push(() => crossed.close());

    const answer = await crossed.ask('List EC2 instances', { accounts: [one] });

    expect(answer.tables[0]?.rows).toEqual([]);
    expect(answer.status).toBe('failed');
    expect(answer.error?.code).toBe('identity-mismatch');
    expect(answer.response).toContain(two);
    expect(crossed.sandbox.statistics().totals.toolsCall).toBe(0);
  });

  it.each<readonly [string, (broker: CredentialBroker, one: string, two: string) => AccountCredentials]>([
    ['hands out the identity of another account', (broker, _one, two) => broker.forAccount(two)],
    [
      'puts the name of one account on the provider of another',
      (broker, one, two) => ({ ...broker.forAccount(one), provide: broker.forAccount(two).provide }),
    ],
  ])('is stopped when the broker %s', async (_name, cross) => {
    const [one, two] = ids();
    const { tools, broker } = directTools((real, asked) => (asked === one ? cross(real, one, two) : undefined));
    const before = [scripts(one), scripts(two)];

    const crossed = await tools.run(identityOf(one), limits());
    const straight = await tools.run(identityOf(two), limits());

    expect(crossed.outcomes).toMatchObject([{ accountId: one, kind: 'failed', code: 'identity-mismatch', rows: 0 }]);
    expect(crossed.rowSets).toEqual([]);
    expect(straight.rowSets.map((set) => set.rows.map((row) => row.cells))).toEqual([[[two]]]);
    expect([scripts(one), scripts(two)]).toEqual([before[0], (before[1] ?? 0) + 1]);
    broker.close();
  });

  /** The product's own broker and tools, with one account crossed by the test. */
  function directTools(cross: (real: CredentialBroker, asked: string) => AccountCredentials | undefined): {
    readonly tools: AccountTools;
    readonly broker: ReturnType<typeof createCredentialBroker>;
  } {
    const network = createNetwork({ loopbackOnly: true });
    const broker = createCredentialBroker({
      find: (id) => ({ id, name: `Account ${id}`, tags: {}, partition: 'aws' }),
      source: createAssumeRoleSource({
        hubCredentials: () => Promise.resolve(sandbox.hub),
        region: 'us-east-1',
        endpoint: sandbox.stsUrl,
        agents: network,
        roleName: 'CentralOpsTargetRole',
        externalId: sandbox.externalId,
        resolveVariable: () => undefined,
        resolveParameter: () => Promise.reject(new Error('no parameter is configured')),
        attribution: () => ({ sessionName: 'crossed' }),
        sessionPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
        inlineDeny: sessionDenyPolicy(),
        retry: { sleep, random: () => 0 },
        takeTurn: () => Promise.resolve(),
      }),
      clock: Date.now,
    });
    const tools = createAwsMcpTools({
      endpoint: new URL(sandbox.mcpUrl),
      broker: { forAccount: (id) => cross(broker, id) ?? broker.forAccount(id) },
      fetch: network.fetch,
      proveReadOnly: () => undefined,
      clock: Date.now,
    });
    cleanups.push(async () => {
      await tools.close();
      network.close();
    });
    return { tools, broker };
  }

  async function callWith(keys: Keys, sessionId: string): Promise<{ readonly status: number; readonly body: string }> {
    ahead += 2000;
    const code = "identity = await call_boto3(service_name='sts', operation_name='GetCallerIdentity')\nidentity['Arn']";
    const response = await signingFetch(keys, 'aws-mcp')(sandbox.mcpUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-session-id': sessionId,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'aws___run_script', arguments: { code } },
      }),
    });
    return { status: response.status, body: await response.text() };
  }
});

function sessionOf(client: Awaited<ReturnType<typeof connect>>): string {
  const { transport } = client;
  if (transport?.sessionId === undefined) throw new Error('the session has no id');
  return transport.sessionId;
}

const limits = () => ({
  caller: { kind: 'operating-system-user', name: 'alice' } as const,
  signal: new AbortController().signal,
  deadline: Date.now() + 30_000,
});

function twelve(one: object): readonly object[] {
  return Array.from({ length: 12 }, () => one);
}

/** Asks an account who it is. */
function identityOf(accountId: string): Assignment {
  const call = {
    id: 'who',
    service: 'sts',
    operation: 'GetCallerIdentity',
    params: {},
    items: '',
    columns: [{ name: 'Account', path: 'Account' }],
    absentCodes: [],
    global: true,
    pageCap: 1,
    fanOutCap: 1,
    internal: false,
  };
  const show = { title: 'Who', tables: [{ call: 'who', filters: [], kind: 'rows', noun: 'identities' }] } as const;
  return {
    account: { id: accountId, name: `Account ${accountId}`, partition: 'aws' },
    regions: ['us-east-1'],
    plan: { calls: [call], show, rowCap: 100 },
  };
}

/** A server that answers everything with one body. */
async function answering(body: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
