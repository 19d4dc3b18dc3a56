import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clientOf, eventually, SESSION } from '../contract/support/service-client.js';
import { serviceContract } from '../contract/support/service-contract.js';
import { startCollector } from '../integration/support/collector.js';
import { findContainerEngine, type ContainerEngine, type Ended } from './support/container-engine.js';

const MINUTES = 60_000;
const QUESTION = 'How many EC2 instances are running in each account?';
const NAME = `central-ops-test-${process.pid}`;
/** `build` has a name so that what it leaves can be removed with the others. */
const TARGETS = ['build', 'program', 'aws-distribution', ''];
const imageOf = (target: string): string => `localhost/${NAME}:${target === '' ? 'latest' : target}`;
const IMAGE = imageOf('');

/** What a process in the container is and may do, by its own account. */
const LOOK = `
const { readFileSync, writeFileSync } = require('node:fs');
const may = (path) => { try { writeFileSync(path, ''); return 'written'; } catch (error) { return error.code; } };
const status = readFileSync('/proc/self/status', 'utf8');
const field = (name) => new RegExp(name + ':\\\\s*(\\\\S+)').exec(status)[1];
console.log(JSON.stringify({
  user: process.getuid(), group: process.getgid(), node: process.version,
  capabilities: field('CapEff'), noNewPrivileges: field('NoNewPrivs'),
  writes: ['/app/x', '/app/compile-cache/x', '/x', '/var/tmp/x', '/home/node/x', '/tmp/x'].map(may),
}));
`;

/** Docker says it in the configuration, Podman beside it. */
const Healthcheck = z.object({ Test: z.array(z.string()) }).optional();
const Inspected = z.tuple([z.object({ Healthcheck, Config: z.object({ Healthcheck }) })]);

const found = await findContainerEngine();
const reason = typeof found === 'string' ? ` (${found})` : '';

describe.skipIf(reason !== '')(`the container image${reason}`, () => {
  let engine: ContainerEngine;
  const containers: string[] = [];

  beforeAll(async () => {
    if (typeof found === 'string') return;
    engine = found;
    for (const target of TARGETS) await engine.build(target, imageOf(target));
  }, 20 * MINUTES);

  afterAll(async () => {
    for (const name of containers) await engine.run('rm', '--force', name);
    for (const target of TARGETS.toReversed()) await engine.run('rmi', imageOf(target));
  }, 2 * MINUTES);

  /** Runs to the end. */
  function once(image: string, options: readonly string[], ...args: readonly string[]): Promise<Ended> {
    return engine.run('run', '--rm', '--no-healthcheck', ...engine.tight, ...options, image, ...args);
  }

  /** Starts a container that stays, and waits until it says that it listens. */
  async function start(image: string, options: readonly string[], ...args: readonly string[]): Promise<string> {
    const name = `${NAME}-${containers.length}`;
    containers.push(name);
    const { tight } = engine;
    const flags = ['--detach', '--name', name, '--no-healthcheck', ...tight, '--tmpfs', '/tmp', ...options];
    const { code, stderr } = await engine.run('run', ...flags, image, ...args);
    if (code !== 0) throw new Error(stderr);
    const isListening = async () => (await logOf(name)).includes('"listening"');
    if (!(await eventually(isListening))) throw new Error(`it does not listen: ${await logOf(name)}`);
    return name;
  }

  async function logOf(name: string): Promise<string> {
    const { stdout, stderr } = await engine.run('logs', name);
    return stdout + stderr;
  }

  async function addressOf(name: string, port: number): Promise<string> {
    const { stdout } = await engine.run('port', name, `${port}/tcp`);
    return `http://${stdout.trim().split('\n')[0] ?? ''}`;
  }

  it('holds what is needed in production and nothing else', async () => {
    const list = 'ls -A; ls -A node_modules dist; find . -type f | wc -l; du -sk . | cut -f1; find . ! -user root';
    const { stdout } = await once(IMAGE, ['--entrypoint', 'sh'], '-c', list);

    const lines = stdout.trim().split('\n');
    expect(lines.slice(0, -2)).toEqual([
      'LICENSE',
      'catalogue',
      'compile-cache',
      'dist',
      'node_modules',
      'package.json',
      'dist:',
      'bundle',
      '',
      'node_modules:',
      '@micropython',
    ]);
    const [files = 0, kilobytes = 0] = lines.slice(-2).map(Number);
    expect(files).toBeLessThan(1000);
    expect(kilobytes).toBeLessThan(25_000);
  });

  it('finds in its compile cache what a start needs', async () => {
    const debug = ['--env', 'NODE_DEBUG_NATIVE=COMPILE_CACHE'];
    const { stdout, stderr } = await once(IMAGE, debug, '--version');

    expect(stdout + stderr).toMatch(/cache for ESM file:\/\/\/app\/dist\/bundle\/main\.js was accepted/);
    expect(stdout + stderr).not.toContain('permission denied');
  });

  it('answers verbs of the command line', async () => {
    const asked = await once(IMAGE, ['--tmpfs', '/tmp'], 'ask', '--sandbox', QUESTION);

    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('Coverage: 10 of 10 accounts') });
  });

  it('says what is missing where it may not even write to /tmp', async () => {
    const asked = await once(IMAGE, [], 'ask', '--sandbox', QUESTION);

    expect(asked).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/read-only file system[\s\S]*--tmpfs \/tmp/),
    });
  });

  it('answers MCP on port 8000 to whoever has the token', async () => {
    const token = 'a-token-of-a-test-that-is-long-enough';
    const options = ['--publish', '127.0.0.1::8000', '--env', `CENTRAL_OPS_MCP_TOKEN=${token}`];
    const name = await start(IMAGE, options, 'mcp', '--http', '--sandbox');
    const client = new Client({ name: 'test', version: '1' });
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${await addressOf(name, 8000)}/mcp`), { requestInit }),
    );

    const answer = await client.callTool({ name: 'ask_accounts', arguments: { question: QUESTION } });
    await client.close();

    expect(answer.structuredContent).toMatchObject({ status: 'complete' });
  });

  describe('serving', () => {
    let name = '';
    let url = '';
    beforeAll(async () => {
      const options = ['--publish', '127.0.0.1::8080', '--env', 'CENTRAL_OPS_SANDBOX_LATENCY=script=300'];
      name = await start(IMAGE, options, 'serve', '--sandbox');
      url = await addressOf(name, 8080);
    }, MINUTES);

    it('is nobody in particular and writes to /tmp alone', async () => {
      const { stdout } = await engine.run('exec', name, 'node', '-e', LOOK);

      const readOnly = 'EROFS';
      expect(JSON.parse(stdout)).toEqual({
        user: 1000,
        group: 1000,
        node: expect.stringMatching(/^v24\./),
        capabilities: '0000000000000000',
        noNewPrivileges: '1',
        writes: [...Array.from({ length: 5 }, () => readOnly), 'written'],
      });
    });

    it('is found healthy while it answers, and only then', async () => {
      const { stdout } = await engine.run('image', 'inspect', IMAGE);
      const [image] = Inspected.parse(JSON.parse(stdout));
      const [kind, ...check] = (image.Config.Healthcheck ?? image.Healthcheck)?.Test ?? [];

      const healthy = await engine.run('exec', name, ...check);
      const elsewhere = await engine.run('exec', '--env', 'PORT=1', name, ...check);

      expect([kind, healthy.code, elsewhere.code]).toEqual(['CMD', 0, 1]);
    });

    serviceContract(() => url);

    it('lets a run end when it is stopped, and ends with 0', async () => {
      const types: string[] = [];
      let stopped: Promise<Ended> | undefined;
      for await (const event of clientOf(url).stream({ prompt: QUESTION }, { [SESSION]: 'stopped' })) {
        stopped ??= engine.run('stop', '-t', '40', name);
        types.push(event.type);
      }
      await stopped;

      const { stdout } = await engine.run('inspect', '--format', '{{.State.ExitCode}}', name);
      expect([types.at(-1), stdout.trim()]).toEqual(['run-ended', '0']);
    });
  });

  // A collector on this machine's loopback is reached through its network, which engines in a virtual machine do not share.
  it.skipIf(process.platform !== 'linux')(
    "sends traces through AWS's distribution when it was built with it",
    async () => {
      const collector = await startCollector();
      const options = Object.entries({
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_TRACES_EXPORTER: 'otlp',
        OTEL_METRICS_EXPORTER: 'none',
        OTEL_LOGS_EXPORTER: 'none',
        OTEL_AWS_APPLICATION_SIGNALS_ENABLED: 'false',
        AWS_REGION: 'us-east-1',
        PORT: '0',
      }).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]);
      const name = await start(imageOf('aws-distribution'), ['--network', 'host', ...options], 'serve', '--sandbox');
      const [, port = ''] = /"listening".*?"port":(\d+)/.exec(await logOf(name)) ?? [];

      const answer = await clientOf(`http://127.0.0.1:${port}`).answer({ prompt: QUESTION });
      await engine.run('stop', '-t', '40', name);
      collector.close();

      expect(answer.status).toBe('complete');
      const run = collector.spans().find((span) => span.name === 'invoke_agent central-ops');
      const server = collector.spans().find(({ spanId }) => spanId === run?.parentSpanId);
      expect(server).toMatchObject({ attributes: { 'http.method': 'POST' } });
    },
    2 * MINUTES,
  );
});
