import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCollector, type Collector } from '../integration/support/collector.js';
import { clientOf, SESSION } from './support/service-client.js';
import { serviceContract, traceContract } from './support/service-contract.js';
import { programs, type OwnServer, type Programs } from './support/service-target.js';

/** Where a server is that somebody else started: a container, a deployed endpoint. */
const GIVEN = process.env['CENTRAL_OPS_CONTRACT_URL'];
const QUESTION = { prompt: 'How many EC2 instances are running in each account?' };
const TRACE_ID = '7a085853722dc6d2abb2f6a2e1a2b3c4';
const CALLER_SPAN = '00f067aa0ba902b7';

/** One that nobody has at the moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

let url = GIVEN ?? '';
let started: Programs | undefined;
let own: OwnServer | undefined;
let variables: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  if (GIVEN !== undefined) return;
  started = await programs();
  variables = await started.sandbox(['--latency', 'script=300']);
  own = await started.serve(variables);
  url = own.url;
});

afterAll(() => started?.stop());

describe('the server', () => {
  serviceContract(() => url);
});

describe.skipIf(GIVEN !== undefined)('a server that is started here', () => {
  it('binds to all addresses in a container, and is healthy within two minutes', () => {
    expect(own?.host).toBe('0.0.0.0');
    expect(own?.startMillis).toBeLessThan(120_000);
  });

  it('is not there before it is healthy: whoever asks earlier is refused', async () => {
    const port = await freePort();
    const client = clientOf(`http://127.0.0.1:${port}`);
    const starting = started?.serve({ ...variables, PORT: String(port) });
    const seen: string[] = [];
    while (seen.at(-1) !== 'Healthy') {
      seen.push(
        await client.ping().then(
          ({ body }) => body.status,
          () => 'refused',
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const server = await starting;
    const startedAt = performance.now();
    await client.answer({ prompt: 'List the accounts' });
    const first = performance.now() - startedAt;
    server?.process.kill('SIGKILL');

    expect([seen.length > 1, new Set(seen)]).toEqual([true, new Set(['refused', 'Healthy'])]);
    // Loading everything is most of the start: the first question has nothing left to load.
    expect(first).toBeLessThan(Math.max(1000, server?.startMillis ?? 0));
  });

  it('takes headers of sixty kilobytes, and says so above ninety-six', async () => {
    const [taken, refused] = [60, 100].map((size) => ({ tracestate: 'a=b,'.repeat((size * 1024) / 4) }));

    expect([
      (await clientOf(url).answer({ prompt: 'List the accounts' }, taken)).status,
      (await clientOf(url).invoke({ prompt: 'List the accounts' }, refused)).status,
    ]).toEqual(['complete', 431]);
  });

  it('lets a run end on SIGTERM, takes nothing new, and ends with 0', async () => {
    const server = await started?.serve({ ...variables, CENTRAL_OPS_DRAIN_SECONDS: '30' });
    if (server === undefined) throw new Error('no server');
    const ended = once(server.process, 'exit');
    const types: string[] = [];
    for await (const event of clientOf(server.url).stream(QUESTION, { [SESSION]: 'drain' })) {
      if (types.length === 0) server.process.kill('SIGTERM');
      types.push(event.type);
    }

    expect(types.at(-1)).toBe('run-ended');
    expect(await ended).toEqual([0, null]);
    await expect(clientOf(server.url).ping()).rejects.toThrow('fetch failed');
  });

  it('ends at once on the second signal', async () => {
    const server = await started?.serve({ ...variables, CENTRAL_OPS_DRAIN_SECONDS: '30' });
    if (server === undefined) throw new Error('no server');
    const ended = once(server.process, 'exit');
    const events = clientOf(server.url).stream(QUESTION, { [SESSION]: 'twice' });
    await events.next();

    server.process.kill('SIGTERM');
    await expect.poll(() => server.log()).toContain('"draining"');
    const signalledAt = performance.now();
    server.process.kill('SIGTERM');

    expect(await ended).toEqual([130, null]);
    expect(performance.now() - signalledAt).toBeLessThan(1000);
    await expect(events.next().then(() => events.next())).rejects.toThrow('terminated');
  });

  it('says everything that is wrong with its configuration, and does not start', async () => {
    const refused = started?.serve({ ...variables, PORT: 'eighty', CENTRAL_OPS_DRAIN_SECONDS: 'never' });

    await expect(refused).rejects.toThrow(
      /ended with 2[\s\S]*PORT is "eighty"[\s\S]*CENTRAL_OPS_DRAIN_SECONDS is "never"/,
    );
  });
});

describe.skipIf(GIVEN !== undefined)('a server that is watched', () => {
  let collector: Collector;
  let watched: OwnServer;

  beforeAll(async () => {
    if (started === undefined) throw new Error('there are no programs');
    collector = await startCollector();
    watched = await started.serve({
      ...variables,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    });
  });
  afterAll(() => collector.close());

  traceContract(() => watched.url);

  it('has its runs in the traces of their callers, with the session of the baggage, and nothing that was said or found', async () => {
    const client = clientOf(watched.url);
    const asked = 'How many EC2 instances with the tag Owner=somebody-we-know are running in each account?';
    const caller = { traceparent: `00-${TRACE_ID}-${CALLER_SPAN}-01`, baggage: 'session.id=session-of-the-caller' };
    const answer = await client.answer({ prompt: asked }, { [SESSION]: 'ours-1', ...caller });
    await client.answer({ prompt: 'List the accounts' }, { [SESSION]: 'ours-2', baggage: 'session.id=%ff' });
    const ended = once(watched.process, 'exit');
    watched.process.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);

    const runs = collector.spans().filter(({ name }) => name === 'invoke_agent central-ops');
    const [caused, others] = [
      runs.filter(({ traceId }) => traceId === TRACE_ID),
      runs.filter(({ traceId }) => traceId !== TRACE_ID),
    ];
    expect(caused).toEqual([
      expect.objectContaining({
        parentSpanId: CALLER_SPAN,
        attributes: expect.objectContaining({
          'session.id': 'session-of-the-caller',
          'gen_ai.conversation.id': 'ours-1',
          'central_ops.run.id': answer.runId,
        }),
      }),
    ]);
    // Without a session that can be read, the one of the request.
    expect(others.map(({ attributes }) => attributes['session.id'])).toContain('ours-2');
    expect(collector.text()).not.toMatch(/somebody-we-know|How many|i-[0-9a-f]{17}|ASIA|AKIA/u);
  });
});
