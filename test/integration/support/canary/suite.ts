import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compose, type Composition } from '../../../../src/compose.js';
import { loadConfiguration } from '../../../../src/config.js';
import { runProgram } from '../../../../src/entry/cli/program.js';
import type { Terminal } from '../../../../src/entry/cli/terminal.js';
import { createService } from '../../../../src/entry/http/service.js';
import { HUB_ROLE, startSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.js';
import type { ModelScript } from '../../../../src/sandbox/protocol/bedrock-script.js';
import { assumeRole } from '../../../contract/support/signed-client.js';
import { BAD_NEIGHBOURS, BAD_TOOLS } from './bad-neighbours.js';
import { createCanaries, filesUnder, type Canaries } from './canaries.js';
import { startWireTap, type Instead, type Tapped } from './wire-tap.js';

const EXTERNAL_ID = 'canary-external-id-of-the-roles';
const CALLER_TOKEN = 'canarySignatureOfTheCallersToken';

let sandbox: Sandbox;
let canaries: Canaries;
let hub: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };

/** A model that must be told nothing and repeats everything. */
const parrot: ModelScript = ({ body }) => ({ kind: 'text', text: JSON.stringify(body) });

async function prepare(): Promise<void> {
  canaries = createCanaries();
  sandbox = await startSandbox({ accounts: 3, externalId: EXTERNAL_ID, model: parrot });
  canaries.add('the external id', EXTERNAL_ID);
  canaries.add("the hub user's key id", sandbox.hub.accessKeyId);
  canaries.add("the hub user's secret", sandbox.hub.secretAccessKey);
  const { keys } = await assumeRole(sandbox.stsUrl, sandbox.hub, {
    RoleArn: `arn:aws:iam::${centralAccount()}:role/${HUB_ROLE}`,
    RoleSessionName: 'canary',
  });
  hub = keys;
  canaries.add("the hub's key id", keys.accessKeyId);
  canaries.add("the hub's secret", keys.secretAccessKey);
  canaries.add("the hub's session token", keys.sessionToken ?? '');
  canaries.add("the caller's token", CALLER_TOKEN);
}

function centralAccount(): string {
  const central = sandbox.registry().accounts.find(({ role }) => role === 'central');
  return central?.id ?? '';
}

/** A deployment of its own: home, endpoints behind a tap, and the hub's identity as `place` holds it. */
interface Deployment {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

async function deploy(
  answer?: (request: Tapped) => Instead | undefined,
  variables: Readonly<Record<string, string>> = {},
): Promise<Deployment> {
  const tap = await startWireTap(sandbox.url, canaries, answer);
  const home = await mkdtemp(join(tmpdir(), 'central-ops-canary-'));
  return {
    home,
    environment: {
      HOME: home,
      AWS_ACCESS_KEY_ID: hub.accessKeyId,
      AWS_SECRET_ACCESS_KEY: hub.secretAccessKey,
      AWS_SESSION_TOKEN: hub.sessionToken ?? '',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_STS: tap.url,
      AWS_ENDPOINT_URL_SSO: tap.url,
      AWS_ENDPOINT_URL_SSO_OIDC: tap.url,
      AWS_ENDPOINT_URL_ORGANIZATIONS: tap.url,
      AWS_ENDPOINT_URL_SSM: tap.url,
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: tap.url,
      CENTRAL_OPS_AWS_MCP_URL: `${tap.url}/mcp`,
      CENTRAL_OPS_EXTERNAL_ID: EXTERNAL_ID,
      CENTRAL_OPS_LOG_LEVEL: 'debug',
      CENTRAL_OPS_ROWS: join(home, 'rows'),
      CENTRAL_OPS_CHECKPOINTS: `file:${join(home, 'sessions')}`,
      CENTRAL_OPS_CALLER_HEADER: 'Authorization',
      CENTRAL_OPS_BUDGET_SECONDS: '3',
      ACCOUNT_REGISTRY: JSON.stringify(sandbox.registry()),
      ...variables,
    },
    async close() {
      await tap.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** What is looked through, by where it was found. */
type Seen = [place: string, text: string][];

function leaksIn(seen: Seen): readonly string[] {
  return seen.flatMap(([place, text]) => canaries.in(text).map((name) => `${name} in ${place}`));
}

function errorTexts(error: unknown): string {
  const shown = inspect(error, { depth: 12, showHidden: true, maxStringLength: Infinity, maxArrayLength: Infinity });
  return `${String(error)}\n${JSON.stringify(error)}\n${shown}`;
}

/** Runs the server's doors in a deployment, and gives back all that came out of them. */
async function throughTheServer(
  { home, environment }: Deployment,
  prompts: readonly string[],
  use: (composition: Composition, seen: Seen) => Promise<void> = () => Promise.resolve(),
): Promise<Seen> {
  const seen: Seen = [];
  let composition: Composition;
  try {
    composition = await compose(
      await loadConfiguration({ door: 'server', environment }),
      {
        log: (line) => seen.push(['log', line]),
        auditName: 'canary',
      },
      { hubCredentials: () => Promise.resolve(hub) },
    );
  } catch (error) {
    return [['error at the start', errorTexts(error)]];
  }
  const { operations, clock, newId, logger } = composition;
  const { server } = createService({
    operations,
    clock,
    newId,
    logger,
    callerHeader: 'Authorization',
    loopbackOnly: true,
    concurrentRuns: 10,
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = isAddress(address) ? address.port : 0;
  try {
    for (const accept of ['application/json', 'text/event-stream']) {
      for (const prompt of prompts) {
        const response = await fetch(`http://127.0.0.1:${port}/invocations`, {
          method: 'POST',
          headers: { accept, authorization: `Bearer ${CLAIMS}`, 'x-amzn-bedrock-agentcore-runtime-session-id': 's' },
          body: JSON.stringify({ prompt }),
        });
        seen.push([`reply (${accept})`, `${inspect(response.headers)}\n${await response.text()}`]);
      }
    }
    await use(composition, seen);
  } finally {
    await composition.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  for (const [path, text] of await filesUnder(home, isUsersOwn)) seen.push([`file ${path}`, text]);
  return seen;
}

const CLAIMS = ['{"alg":"none"}', '{"sub":"alice"}']
  .map((part) => Buffer.from(part).toString('base64url'))
  .concat(CALLER_TOKEN)
  .join('.');

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** The AWS CLI's own files, and the configuration that the user wrote. */
function isUsersOwn(path: string): boolean {
  return path.startsWith('.aws/') || path.startsWith('.config/');
}

const QUESTIONS = ['How many EC2 instances are running in each account?'];
const MODEL = { CENTRAL_OPS_MODEL: 'bedrock:us.example.model-1:0' };

async function everything(composition: Composition, seen: Seen): Promise<void> {
  const { signal } = new AbortController();
  const attempt = async (place: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      seen.push([place, errorTexts(await work())]);
    } catch (error) {
      seen.push([`error of ${place}`, errorTexts(error)]);
    }
  };
  await attempt('doctor', async () => {
    const found: unknown[] = [];
    for await (const result of (await composition.doctor()).run({ signal })) found.push(result);
    return found;
  });
  await attempt('tools', () => composition.listTools(signal));
  await attempt('state of the graph', async () =>
    (await composition.graph()).invoke(
      { messages: [{ role: 'user', content: 'List VPCs' }] },
      { configurable: { thread_id: 'canary' } },
    ),
  );
}

/** The command line with the hub's identity in the AWS CLI's file, whatever goes wrong. */
function commandLine(): void {
  it.each([
    ['nothing', undefined],
    ['an STS that quotes what it was sent', 'sts'],
    ['a tool server that quotes what it was sent', 'mcp'],
  ] as const)(
    'prints and keeps none when %s is wrong',
    async (_name, service) => {
      const refuse = BAD_NEIGHBOURS['denies with all it was sent'];
      const deployment = await deploy((request) => (request.service === service ? refuse?.(request) : undefined));
      const { home } = deployment;
      const seen: Seen = [];
      await mkdir(join(home, '.aws'), { recursive: true });
      const written = [
        '[default]',
        `aws_access_key_id = ${hub.accessKeyId}`,
        `aws_secret_access_key = ${hub.secretAccessKey}`,
        `aws_session_token = ${hub.sessionToken ?? ''}`,
      ];
      await writeFile(join(home, '.aws', 'hub'), written.join('\n'));
      for (const name of Object.keys(process.env)) if (/^(?:AWS|CENTRAL)_/.test(name)) vi.stubEnv(name, undefined);
      for (const [name, value] of Object.entries(deployment.environment)) {
        if (!/^AWS_(?:ACCESS|SECRET|SESSION)/.test(name)) vi.stubEnv(name, value);
      }
      vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, '.aws', 'hub'));

      const codes: number[] = [];
      for (const argv of [
        ['ask', QUESTIONS[0] ?? ''],
        ['query', 'lambda', 'ListFunctions', '--output', 'json'],
        ['accounts', '--check'],
        ['doctor'],
        ['tools'],
        ['chat'],
        ['init', '--config', join(home, '.config', 'written.json'), '--external-id', EXTERNAL_ID],
        ['init', '--config', join(home, '.config', 'other.json'), '--external-id', `${EXTERNAL_ID} and a space`],
      ]) {
        const lines = ['List VPCs', 'again'];
        codes.push(
          await runProgram(
            argv,
            terminal((stream, text) => seen.push([`${stream} of ${argv[0] ?? ''}`, text]), lines),
          ),
        );
      }
      vi.unstubAllEnvs();
      for (const [path, text] of await filesUnder(home, isUsersOwn)) seen.push([`file ${path}`, text]);
      await deployment.close();

      expect(leaksIn(seen)).toEqual([]);
      expect(codes[0] === 0).toBe(service === undefined);
      expect(seen.filter(([place]) => place.startsWith('file'))).not.toEqual([]);
    },
    60_000,
  );
}

function terminal(saw: (stream: string, text: string) => void, lines: string[]): Terminal {
  return {
    out: (text) => saw('stdout', text),
    err: (text) => saw('stderr', text),
    outIsTerminal: false,
    errIsTerminal: false,
    lines: 24,
    signal: new AbortController().signal,
    confirm: undefined,
    ask: undefined,
    inIsTerminal: false,
    protocol: () => {
      throw new Error('no protocol is spoken here');
    },
    readLine: () => {
      const text = lines.shift();
      return Promise.resolve(text === undefined ? { kind: 'end' } : { kind: 'line', text });
    },
    onInterrupt: () => () => undefined,
  };
}

/** Asks through every door of the server with each of these neighbours, and looks for secrets in all that came out. */
export function describeSecrets(neighbours: readonly string[], tools: readonly string[]): void {
  // Retries wait, and some neighbours are retried to the end of the run's time.
  vi.setConfig({ testTimeout: 120_000 });
  beforeAll(prepare);
  afterAll(() => sandbox.close());

  describe('secrets', () => {
    it('are found where they are', () => {
      const seen: Seen = [
        ['a log', `token=${encodeURIComponent(hub.sessionToken ?? '')}`],
        ['an error', errorTexts(new Error('x', { cause: { headers: { key: hub.secretAccessKey } } }))],
        ['a good place', 'nothing'],
      ];

      expect(leaksIn(seen)).toEqual(["the hub's session token in a log", "the hub's secret in an error"]);
    });

    it('are nowhere when everything goes well', async () => {
      const before = canaries.count();
      const deployment = await deploy(undefined, MODEL);
      const seen = await throughTheServer(deployment, QUESTIONS, everything);
      await deployment.close();

      expect(leaksIn(seen)).toEqual([]);
      expect(canaries.count()).toBeGreaterThan(before + 8);
      expect(seen.map(([, text]) => text).join('\n')).toContain('running EC2 instances in 3 accounts');
      expect(seen.filter(([place]) => place.startsWith('file'))).not.toEqual([]);
    });

    describe.each(['sts', 'mcp', 'bedrock', 'ssm', 'organizations'] as const)('with a %s that', (service) => {
      it.concurrent.each(neighbours)('%s, are nowhere', async (name) => {
        const answer = BAD_NEIGHBOURS[name];
        const deployment = await deploy((request) => (request.service === service ? answer?.(request) : undefined), {
          ...(service === 'bedrock' ? { ...MODEL, CENTRAL_OPS_PLANNER: 'model' } : {}),
          ...(service === 'organizations' ? { ACCOUNT_REGISTRY: 'organizations' } : {}),
          ...(service === 'ssm' ? { CENTRAL_OPS_EXTERNAL_ID: 'ssm:/central-ops/external-id' } : {}),
        });
        const seen = await throughTheServer(deployment, QUESTIONS, everything);
        await deployment.close();

        expect(leaksIn(seen)).toEqual([]);
      });
    });

    it.concurrent.each(tools)('with a tool that %s, are nowhere', async (name) => {
      const answer = BAD_TOOLS[name];
      const deployment = await deploy((request) =>
        request.service === 'mcp' && request.body.includes('tools/call') ? answer?.(request) : undefined,
      );
      const seen = await throughTheServer(deployment, QUESTIONS, everything);
      await deployment.close();

      expect(leaksIn(seen)).toEqual([]);
    });
  });

  describe('secrets and the command line', () => {
    commandLine();
  });
}
