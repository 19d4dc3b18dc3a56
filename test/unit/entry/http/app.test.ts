import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import type { RunEvent, RunEventBody } from '../../../../src/domain/event.js';
import type { RunRequest } from '../../../../src/domain/run.js';
import { createApp, type AppUses } from '../../../../src/entry/http/app.js';
import type { Operations, StartOptions } from '../../../../src/operations.js';
import { recordingLogger } from '../../nodes/support/state.js';
import { answer } from '../../results/support/builders.js';

let server: Server | undefined;

afterEach(async () => {
  if (server === undefined) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  server = undefined;
});

const AT = '2026-11-21T00:00:00.000Z';
const event = (body: RunEventBody): RunEvent => ({ ...body, runId: 'run-1', at: AT });
const STARTED = event({ type: 'run-started', sessionId: 's' });
const ENDED = event({ type: 'run-ended', answer: answer() });

interface Fake {
  readonly port: number;
  readonly started: (readonly [RunRequest, StartOptions])[];
  readonly lines: readonly unknown[];
}

/** The app on a loopback port, over operations that play events. */
async function serve(
  play: (request: RunRequest, options: StartOptions) => AsyncGenerator<RunEvent, void, undefined>,
  more: Partial<AppUses> & { readonly rows?: Operations['rows'] } = {},
): Promise<Fake> {
  const started: (readonly [RunRequest, StartOptions])[] = [];
  const { logger, lines } = recordingLogger();
  const { rows = () => Promise.reject(new Error('not expected')), ...uses } = more;
  const app = createApp({
    operations: {
      start: (request, options) => {
        started.push([request, options]);
        return play(request, options);
      },
      rows,
    },
    clock: () => 1_700_000_000_000,
    newId: (prefix) => `${prefix}-made-up`,
    logger,
    callerHeader: undefined,
    loopbackOnly: true,
    ...uses,
  });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  return { port: address.port, started, lines };
}

async function* playing(...events: readonly RunEvent[]): AsyncGenerator<RunEvent, void, undefined> {
  for (const one of events) {
    await Promise.resolve();
    yield one;
  }
}

interface Reply {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
}

async function send(
  port: number,
  options: { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string },
): Promise<Reply> {
  const { method = 'POST', path = '/invocations', headers = {}, body = '' } = options;
  const request = httpRequest({ host: '127.0.0.1', port, method, path, headers });
  request.end(body);
  const [response]: [IncomingMessage] = await replyTo(request);
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, type: response.headers['content-type'], text };
}

function replyTo(request: ReturnType<typeof httpRequest>): Promise<[IncomingMessage]> {
  return new Promise((resolve, reject) => {
    request.once('response', (response) => resolve([response]));
    request.once('error', reject);
  });
}

function json({ text }: Reply): unknown {
  return JSON.parse(text);
}

const SESSION = 'X-Amzn-Bedrock-AgentCore-Runtime-Session-Id';
const ask = JSON.stringify({ prompt: 'how many?' });

function promptOf(bytes: number): string {
  return `{"prompt":"${'x'.repeat(bytes - 13)}"}`;
}

describe('POST /invocations', () => {
  it('answers the answer object as JSON', async () => {
    const { port, started } = await serve(() => playing(STARTED, ENDED));

    const reply = await send(port, { body: ask, headers: { [SESSION]: 'session-7' } });

    expect([reply.status, reply.type, json(reply)]).toEqual([200, 'application/json; charset=utf-8', answer()]);
    expect(started).toEqual([
      [
        { kind: 'ask', prompt: 'how many?' },
        {
          caller: { kind: 'anonymous', name: 'session-7' },
          sessionId: 'session-7',
          rowLimit: 10_000,
          signal: started[0]?.[1].signal,
        },
      ],
    ]);
  });

  it('streams every event as one data line', async () => {
    const { port } = await serve(() => playing(STARTED, ENDED));

    const reply = await send(port, { body: ask, headers: { accept: 'text/event-stream' } });

    expect([reply.status, reply.type]).toEqual([200, 'text/event-stream']);
    expect(reply.text).toBe(`data: ${JSON.stringify(STARTED)}\n\ndata: ${JSON.stringify(ENDED)}\n\n`);
  });

  it.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['text/html', 'application/json; charset=utf-8'],
    ['application/json, text/event-stream', 'application/json; charset=utf-8'],
    ['text/event-stream, application/json', 'text/event-stream'],
    ['application/json;q=0.5, text/event-stream', 'text/event-stream'],
  ])('answers Accept: %s with %s', async (accept, type) => {
    const { port } = await serve(() => playing(ENDED));

    const reply = await send(port, { body: ask, headers: accept === undefined ? {} : { accept } });

    expect(reply.type).toBe(type);
  });

  it('reads JSON whatever its type is called', async () => {
    const { port } = await serve(() => playing(ENDED));

    const reply = await send(port, { body: ask, headers: { 'content-type': 'application/octet-stream' } });

    expect(reply.status).toBe(200);
  });

  it.each(['json', 'stream'])('names unknown fields in the warnings (%s)', async (kind) => {
    const { port } = await serve(() => playing(event({ type: 'run-ended', answer: answer({ warnings: ['own'] }) })));

    const reply = await send(port, {
      body: JSON.stringify({ prompt: 'x', promt: 'y' }),
      headers: kind === 'json' ? {} : { accept: 'text/event-stream' },
    });

    expect(reply.text).toContain('"warnings":["The field \\"promt\\" is not known and was ignored.","own"]');
  });

  it('answers a run that broke with an answer object', async () => {
    const { port } = await serve(() =>
      playing(STARTED, event({ type: 'run-failed', error: { code: 'internal', message: 'broke' } })),
    );

    const reply = await send(port, { body: JSON.stringify({ prompt: 'x', z: 1 }), headers: { [SESSION]: 's' } });

    expect([reply.status, json(reply)]).toEqual([
      200,
      {
        response: 'broke',
        status: 'failed',
        sessionId: 's',
        runId: 'run-1',
        tables: [],
        warnings: ['The field "z" is not known and was ignored.'],
        error: { code: 'internal', message: 'broke' },
        usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 0 },
      },
    ]);
  });

  describe('the session', () => {
    it.each([SESSION, SESSION.toLowerCase(), SESSION.toUpperCase()])('comes from %s', async (header) => {
      const { port, started } = await serve(() => playing(ENDED));

      await send(port, { body: ask, headers: { [header]: 'abc' } });

      expect(started[0]?.[1].sessionId).toBe('abc');
    });

    it('is made up when there is none', async () => {
      const { port, started } = await serve(() => playing(ENDED));

      await send(port, { body: ask });

      expect(started[0]?.[1]).toMatchObject({
        sessionId: 'session-made-up',
        caller: { kind: 'anonymous', name: 'session-made-up' },
      });
    });

    it.each([[''], ['x'.repeat(257)], ['two words'], ['a', 'b']])('is not "%s" %s', async (...given) => {
      const { port, started } = await serve(() => playing(ENDED));

      const reply = await send(port, { body: ask, headers: { [SESSION]: given } });

      expect([reply.status, json(reply), started]).toEqual([
        400,
        {
          error: {
            code: 'usage',
            message: `the header ${SESSION.toLowerCase()} must have 1 to 256 visible characters`,
          },
        },
        [],
      ]);
    });
  });

  describe('the caller', () => {
    it('is named by the header of a trusted front', async () => {
      const { port, started } = await serve(() => playing(ENDED), { callerHeader: 'x-user' });

      await send(port, { body: ask, headers: { 'X-User': 'alice', [SESSION]: 's' } });
      await send(port, { body: ask, headers: { [SESSION]: 's' } });

      expect(started.map(([, { caller }]) => caller)).toEqual([
        { kind: 'verified', name: 'alice' },
        { kind: 'anonymous', name: 's' },
      ]);
    });

    it('is never named by a header that configuration does not trust', async () => {
      const { port, started } = await serve(() => playing(ENDED));

      await send(port, { body: ask, headers: { 'X-User': 'alice', [SESSION]: 's' } });

      expect(started[0]?.[1].caller).toEqual({ kind: 'anonymous', name: 's' });
    });

    it('is not cut, because two long names could become one', async () => {
      const { port, started } = await serve(() => playing(ENDED), { callerHeader: 'x-user' });

      const reply = await send(port, { body: ask, headers: { 'x-user': 'a'.repeat(257) } });

      expect([reply.status, started]).toEqual([400, []]);
    });
  });

  it.each([
    ['{"prompt": ', 400, 'usage'],
    ['', 400, 'usage'],
    ['{}', 400, 'usage'],
    ['{"prompt": "x", "rows": {"runId": "r"}}', 400, 'usage'],
    ['{"prompt": "  "}', 400, 'usage'],
    ['[]', 400, 'usage'],
  ])('refuses the body %s', async (body, status, code) => {
    const { port, started, lines } = await serve(() => playing(ENDED));

    const reply = await send(port, { body, headers: { 'content-type': 'application/json' } });

    expect([reply.status, json(reply), started, lines]).toEqual([
      status,
      { error: { code, message: expect.any(String) } },
      [],
      [],
    ]);
    expect(reply.text).not.toContain('node_modules');
  });

  it('reads ten megabytes and no more', async () => {
    const { port } = await serve(() => playing(ENDED));
    const limit = 10 * 1024 * 1024;

    const [taken, refused] = [
      await send(port, { body: promptOf(limit) }),
      await send(port, { body: promptOf(limit + 1) }),
    ];

    expect([taken.status, refused.status, json(refused)]).toEqual([
      200,
      413,
      { error: { code: 'usage', message: 'the body is larger than 10mb' } },
    ]);
  });

  it('explains a defect without its details, and logs them', async () => {
    const { port, lines } = await serve(() => {
      throw new TypeError('secret detail');
    });

    const reply = await send(port, { body: ask });

    expect([reply.status, json(reply), lines]).toEqual([
      500,
      { error: { code: 'internal', message: 'an unexpected error' } },
      [['error request failed', { error: 'secret detail' }]],
    ]);
  });

  it('breaks off a stream whose run has a defect, so that half is not taken for the whole', async () => {
    const { port, lines } = await serve(async function* () {
      yield STARTED;
      await Promise.resolve();
      throw new TypeError('a defect');
    });

    await expect(send(port, { body: ask, headers: { accept: 'text/event-stream' } })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });

    expect(lines).toEqual([['error request failed', { error: 'a defect' }]]);
  });
});

describe('a client that goes away', () => {
  it.each(['application/json', 'text/event-stream'])('cancels its run and is no error (%s)', async (accept) => {
    let ended: (() => void) | undefined;
    const over = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const running = new EventTarget();
    const { port, started, lines } = await serve(async function* (_, { signal }) {
      yield STARTED;
      running.dispatchEvent(new Event('running'));
      if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
      yield ENDED;
      ended?.();
    });
    const begun = once(running, 'running');
    const request = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/invocations', headers: { accept } });
    request.on('error', () => {});
    request.end(ask);
    await begun;

    request.destroy();
    await over;
    await new Promise((resolve) => setImmediate(resolve));
    const ping = await send(port, { method: 'GET', path: '/ping' });

    const signal = started[0]?.[1].signal;
    const reason: unknown = signal?.reason;
    expect([signal?.aborted, reason instanceof CentralOpsError ? reason.code : reason, lines]).toEqual([
      true,
      'cancelled',
      [],
    ]);
    expect(json(ping)).toMatchObject({ status: 'Healthy' });
  });

  it('is not every client that has read its answer', async () => {
    const { port, started } = await serve(() => playing(ENDED));

    await send(port, { body: ask });
    await new Promise((resolve) => setTimeout(resolve, 10));

    expect(started[0]?.[1].signal?.aborted).toBe(false);
  });

  it('may read slowly: what it has not read waits, and arrives whole', async () => {
    const text = 'x'.repeat(1_000_000);
    const many = Array.from({ length: 20 }, () => event({ type: 'text-delta', text }));
    const { port } = await serve(() => playing(...many, ENDED));
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /invocations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/event-stream\r\nContent-Length: ${ask.length}\r\n\r\n${ask}`,
    );
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 50));

    let bytes = 0;
    let tail = '';
    for await (const chunk of socket) {
      bytes += String(chunk).length;
      tail = (tail + String(chunk)).slice(-400);
    }

    expect(bytes).toBeGreaterThan(20_000_000);
    expect(tail).toContain('"run-ended"');
  });
});

describe('rows', () => {
  const table = { title: 'T', columns: ['A'], rows: [['a']], total: 9, truncated: true };

  it('are a page of an earlier run, for its caller', async () => {
    const seen: unknown[] = [];
    const { port } = await serve(() => playing(), {
      rows: (query, caller) => {
        seen.push(query, caller);
        return Promise.resolve(table);
      },
    });

    const reply = await send(port, {
      body: JSON.stringify({ rows: { runId: 'run-1', table: 2, offset: 10, limit: 5 }, z: 1 }),
      headers: { [SESSION]: 's' },
    });

    expect([reply.status, json(reply), seen]).toEqual([
      200,
      { status: 'complete', runId: 'run-1', table, warnings: ['The field "z" is not known and was ignored.'] },
      [
        { runId: 'run-1', table: 2, offset: 10, limit: 5 },
        { kind: 'anonymous', name: 's' },
      ],
    ]);
  });

  it('that are not there are explained with status 200, which the platform passes on', async () => {
    const { port } = await serve(() => playing(), {
      rows: () =>
        Promise.reject(new CentralOpsError('unknown-run', 'no rows are kept for run "r"', { nextStep: 'Ask again.' })),
    });

    const reply = await send(port, { body: '{"rows": {"runId": "r"}}' });

    expect([reply.status, json(reply)]).toEqual([
      200,
      {
        status: 'failed',
        runId: 'r',
        error: { code: 'unknown-run', message: 'no rows are kept for run "r". Ask again.' },
        warnings: [],
      },
    ]);
  });
});

describe('GET /ping', () => {
  it('is busy as long as something is in flight', async () => {
    let goOn: (() => void) | undefined;
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const running = new EventTarget();
    const { port } = await serve(async function* () {
      running.dispatchEvent(new Event('running'));
      await waiting;
      yield ENDED;
    });
    const ping = async (): Promise<unknown> => json(await send(port, { method: 'GET', path: '/ping' }));

    const before = await ping();
    const begun = once(running, 'running');
    const invoked = send(port, { body: ask });
    await begun;
    const during = await ping();
    goOn?.();
    await invoked;

    expect([before, during, await ping()]).toEqual([
      { status: 'Healthy' },
      { status: 'HealthyBusy', time_of_last_update: 1_700_000_000 },
      { status: 'Healthy', time_of_last_update: 1_700_000_000 },
    ]);
  });
});

describe('a server on loopback', () => {
  it.each<[OutgoingHttpHeaders, number]>([
    [{ host: 'localhost:8080' }, 200],
    [{ host: '127.0.0.1' }, 200],
    [{ host: '[::1]:8080' }, 200],
    [{ host: 'localhost', origin: 'http://localhost:3000' }, 200],
    [{ host: 'evil.example' }, 403],
    [{ host: 'localhost.evil.example' }, 403],
    [{ host: '127.0.0.1.evil.example' }, 403],
    [{ host: '0.0.0.0:8080' }, 403],
    [{ host: 'localhost', origin: 'https://evil.example' }, 403],
    [{ host: 'localhost', origin: 'null' }, 403],
    [{ host: 'localhost@evil.example' }, 403],
  ])('answers %j with %d', async (headers, status) => {
    const { port, started } = await serve(() => playing(ENDED));

    const replies = [
      await send(port, { body: ask, headers }),
      await send(port, { method: 'GET', path: '/ping', headers }),
    ];

    expect([replies.map((reply) => reply.status), started.length]).toEqual([[status, status], status === 200 ? 1 : 0]);
  });

  it('leaves the check to the front when it is not on loopback alone', async () => {
    const { port } = await serve(() => playing(ENDED), { loopbackOnly: false });

    expect((await send(port, { body: ask, headers: { host: 'central-ops.example' } })).status).toBe(200);
  });
});

describe('anything else', () => {
  it.each([
    ['GET', '/invocations'],
    ['POST', '/'],
    ['GET', '/favicon.ico'],
  ])('%s %s is not there', async (method, path) => {
    const { port } = await serve(() => playing(ENDED));

    const reply = await send(port, { method, path });

    expect([reply.status, json(reply)]).toEqual([
      404,
      { error: { code: 'usage', message: `there is no ${method} ${path} here` } },
    ]);
  });
});
