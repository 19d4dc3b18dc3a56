import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import type { RunEvent } from '../../../../src/domain/event.js';
import type { StartOptions } from '../../../../src/operations.js';
import { answer, coverage, failure } from '../../results/support/builders.js';
import { ask, ENDED, event, json, playing, send, serve, SESSION, STARTED, stopServing } from './support/serve.js';
import { connectTo, refusedUpgrade } from './support/web-socket.js';

afterEach(stopServing);

const QUESTION = { prompt: 'how many?' };
const at = (port: number): string => `ws://127.0.0.1:${port}/ws`;

/** A run that goes on until it is cancelled. */
async function* untilCancelled(_: unknown, { signal }: StartOptions): AsyncGenerator<RunEvent, void, undefined> {
  yield STARTED;
  if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
  yield event({ type: 'run-ended', answer: answer({ status: 'cancelled' }) });
}

describe('a WebSocket conversation', () => {
  it('answers each request with its events, all in the session of the upgrade', async () => {
    const { port, started } = await serve(() => playing(STARTED, ENDED));
    const client = await connectTo(at(port), { headers: { [SESSION.toUpperCase()]: 'session-7' } });

    client.send(QUESTION);
    const first = await client.until('run-ended');
    client.send({ prompt: 'and in staging?' });
    const second = await client.until('run-ended');
    client.socket.close();

    expect([first, second]).toEqual([
      [STARTED, ENDED],
      [STARTED, ENDED],
    ]);
    const caller = { kind: 'anonymous', name: 'session-7' };
    const options = { caller, sessionId: 'session-7', rowLimit: 1000, trace: {}, signal: expect.any(AbortSignal) };
    expect(started).toEqual([
      [{ kind: 'ask', prompt: 'how many?' }, options],
      [{ kind: 'ask', prompt: 'and in staging?' }, options],
    ]);
  });

  it('has a session of its own when the upgrade names none', async () => {
    const { port, started } = await serve(() => playing(ENDED));
    const client = await connectTo(at(port));

    client.send(QUESTION);
    await client.until('run-ended');
    client.socket.close();

    expect(started[0]?.[1].sessionId).toBe('session-made-up');
  });

  it('gives rows of earlier runs, as many as a frame has room for', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [`row ${index}`, 'x'.repeat(200)]);
    const { port } = await serve(() => playing(), {
      rows: () => Promise.resolve({ title: 'T', columns: ['A', 'B'], rows, total: 5000, truncated: true }),
    });
    const client = await connectTo(at(port));

    client.send({ rows: { runId: 'run-1' }, z: 1 });
    const message = await client.next();
    client.socket.close();

    const table = message['table'];
    const page = typeof table === 'object' && table !== null && 'rows' in table ? table.rows : undefined;
    expect(message).toEqual({
      type: 'rows',
      status: 'complete',
      runId: 'run-1',
      table: { title: 'T', columns: ['A', 'B'], rows: rows.slice(0, 288), total: 5000, truncated: true },
      warnings: ['The field "z" is not known and was ignored.'],
      at: '2023-11-14T22:13:20.000Z',
    });
    expect(page).toHaveLength(288);
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(64_000);
  });

  it('cuts nothing but the rows of a long answer, and says that it did', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [index, 'x'.repeat(500)]);
    const failures = Array.from({ length: 300 }, (_, index) => failure({ message: `${index} ${'y'.repeat(600)}` }));
    const long = answer({
      coverage: coverage({ failures }),
      tables: [{ title: 'T', columns: ['A', 'B'], rows, total: 1000, truncated: false }],
    });
    const { port } = await serve(() => playing(event({ type: 'run-ended', answer: long })));
    const client = await connectTo(at(port));

    client.send(QUESTION);
    const message = await client.next();
    client.socket.close();

    expect(message['answer']).toEqual({
      ...long,
      tables: [{ title: 'T', columns: ['A', 'B'], rows: [], total: 1000, truncated: true }],
    });
  });

  it.each([
    ['{"prompt": ', 'usage', 'the body is not JSON: see line 1, column 12'],
    ['{}', 'usage', expect.stringContaining('the body has none of')],
  ])('explains the frame %s, and goes on', async (frame, code, message) => {
    const { port } = await serve(() => playing(ENDED));
    const client = await connectTo(at(port));

    client.send(frame);
    const refusal = await client.next();
    client.send(QUESTION);
    const next = await client.next();
    client.socket.close();

    expect([refusal, next.type]).toEqual([
      { type: 'run-failed', runId: 'run-made-up', error: { code, message }, at: '2023-11-14T22:13:20.000Z' },
      'run-ended',
    ]);
  });

  it('explains a defect without its details, and logs them', async () => {
    const { port, lines } = await serve(() => {
      throw new TypeError('secret detail');
    });
    const client = await connectTo(at(port));

    client.send(QUESTION);
    const message = await client.next();
    client.socket.close();

    expect([message['error'], lines]).toEqual([
      { code: 'internal', message: 'an unexpected error' },
      [['error request failed', { error: 'secret detail' }]],
    ]);
  });

  it('cancels a run when it is told to, and stays open', async () => {
    const { port } = await serve(untilCancelled);
    const client = await connectTo(at(port));
    client.send(QUESTION);
    await client.until('run-started');

    client.send({ cancel: true });
    const ended = await client.next();
    client.send({ rows: { runId: 'gone' } });
    const next = await client.next();
    client.socket.close();

    expect([ended, next.type]).toEqual([
      event({ type: 'run-ended', answer: answer({ status: 'cancelled' }) }),
      'run-failed',
    ]);
  });

  it('cancels its run when the client goes, and only then is the server not busy', async () => {
    const { port, started } = await serve(untilCancelled);
    const client = await connectTo(at(port));
    client.send(QUESTION);
    await client.until('run-started');
    const ping = async (): Promise<unknown> => json(await send(port, { method: 'GET', path: '/ping' }));

    const during = await ping();
    client.socket.terminate();
    const signal = started[0]?.[1].signal;
    if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
    await new Promise((resolve) => setTimeout(resolve, 10));

    expect([during, await ping(), signal?.reason]).toEqual([
      { status: 'HealthyBusy', time_of_last_update: 1_700_000_000 },
      { status: 'Healthy', time_of_last_update: 1_700_000_000 },
      new CentralOpsError('cancelled', 'the client disconnected'),
    ]);
  });

  it('is closed for more than 250 frames in a second', async () => {
    const { port } = await serve(() => playing(ENDED));
    const client = await connectTo(at(port));

    for (let frame = 0; frame < 251; frame += 1) client.send({ cancel: true });

    expect(await client.closed()).toBe(1008);
  });

  it.each([
    ['that is not masked', [0x81, 0x02, 0x7b, 0x7d], 1002],
    ['that says it is compressed', [0xc1, 0x82, 0, 0, 0, 0, 0x7b, 0x7d], 1002],
    ['of 2^63 bytes', [0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0], 1009],
    ['of an unknown kind', [0x83, 0x80, 0, 0, 0, 0], 1002],
    ['that goes on with nothing', [0x80, 0x80, 0, 0, 0, 0], 1002],
    ['that is not UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff], 1007],
    [
      'behind 64 others that are not answered',
      Array.from({ length: 65 }, () => [0x81, 0x81, 0, 0, 0, 0, 0x7b]).flat(),
      1008,
    ],
    [
      'in a thousand pieces',
      [1, 0x80, 0, 0, 0, 0, ...Array.from({ length: 1024 }, () => [0, 0x80, 0, 0, 0, 0]).flat()],
      1008,
    ],
  ])('is closed for a frame %s', async (_, frame, code) => {
    const { port } = await serve(() => playing(ENDED));
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(socket, 'data');
    const startedAt = performance.now();

    socket.write(Buffer.from(frame));
    const [close]: unknown[] = await once(socket, 'data');
    // It does not hang up by itself.
    await once(socket, 'close');

    expect(close instanceof Buffer ? [close[0], close.readUInt16BE(2)] : close).toEqual([0x88, code]);
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });

  it('is closed for a message above 128 KB, without reading it', async () => {
    const { port, lines } = await serve(() => playing(ENDED));
    const client = await connectTo(at(port));

    client.send({ prompt: 'x'.repeat(128 * 1024) });

    expect([await client.closed(), lines]).toEqual([
      1009,
      [['debug websocket broke', { error: 'Max payload size exceeded' }]],
    ]);
  });

  it('tells so at once when too many requests are under way', async () => {
    const { port } = await serve(untilCancelled);
    const client = await connectTo(at(port));
    for (let request = 0; request < 16; request += 1) client.send(QUESTION);
    for (let request = 0; request < 16; request += 1) await client.until('run-started');

    client.send(QUESTION);
    const message = await client.next();
    client.socket.terminate();

    expect(message['error']).toEqual({
      code: 'overloaded',
      message: '16 requests of this connection are under way',
    });
  });
});

describe('an upgrade', () => {
  it('that is refused does not wait for its client to hang up', async () => {
    const { port } = await serve(() => playing());
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write('GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.on('error', () => undefined).resume();
    const startedAt = performance.now();

    await once(socket, 'end');
    const refusedAfter = performance.now() - startedAt;
    // What is written to a connection that is closed brings the news.
    const write = setInterval(() => socket.write('x'), 50);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(write);

    expect(refusedAfter).toBeLessThan(1000);
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });

  it.each([
    [{ host: 'evil.example' }, 403, 'refused'],
    [{ origin: 'https://evil.example' }, 403, 'refused'],
    [{ origin: 'null' }, 403, 'refused'],
    [{ [SESSION]: 'two words' }, 400, 'usage'],
    [{ [SESSION]: 'x'.repeat(257) }, 400, 'usage'],
  ])('with %j is refused with %d', async (headers, status, code) => {
    const { port } = await serve(() => playing());

    expect(await refusedUpgrade(at(port), { headers })).toEqual({
      status,
      body: { error: { code, message: expect.any(String) } },
    });
  });

  it('to HTTP/2 is answered as if it were not asked for, or said to be no use where Node cannot', async () => {
    const { port } = await serve(() => playing(ENDED));

    const reply = await send(port, {
      body: ask,
      headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' },
    });

    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const canIgnore = major > 24 || (major === 24 && minor >= 9);
    const problem = {
      error: { code: 'usage', message: 'this server upgrades to websocket only: send no header Upgrade' },
    };
    expect([reply.status, json(reply)]).toEqual(canIgnore ? [200, answer()] : [400, problem]);
  });

  it('is at /ws and nowhere else', async () => {
    const { port } = await serve(() => playing());

    expect(await refusedUpgrade(`ws://127.0.0.1:${port}/invocations`, {})).toEqual({
      status: 404,
      body: { error: { code: 'usage', message: 'there is no GET /invocations to upgrade here' } },
    });
  });

  it.each([{ origin: 'http://localhost:3000' }, { [SESSION]: 'x'.repeat(256) }, { [SESSION]: 'local-dev-session' }])(
    'with %j is taken',
    async (headers) => {
      const { port } = await serve(() => playing(ENDED));

      const client = await connectTo(at(port), { headers });
      client.send(QUESTION);

      expect((await client.next()).type).toBe('run-ended');
      client.socket.close();
    },
  );
});
