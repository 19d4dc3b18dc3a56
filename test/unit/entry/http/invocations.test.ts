import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answer } from '../../results/support/builders.js';
import { ask, ENDED, event, json, playing, send, serve, SESSION, STARTED, stopServing } from './support/serve.js';

afterEach(stopServing);

function promptOf(bytes: number): string {
  return `{"prompt":"${'x'.repeat(bytes - 13)}"}`;
}

describe('POST /invocations', () => {
  it('answers the answer object as JSON', async () => {
    const { port, started } = await serve(() => playing(STARTED, ENDED));

    const trace = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', baggage: 'a=1' };
    const reply = await send(port, { body: ask, headers: { [SESSION]: 'session-7', ...trace } });

    expect([reply.status, reply.type, json(reply)]).toEqual([200, 'application/json; charset=utf-8', answer()]);
    expect(started).toEqual([
      [
        { kind: 'ask', prompt: 'how many?' },
        {
          caller: { kind: 'anonymous', name: 'session-7' },
          sessionId: 'session-7',
          rowLimit: 10_000,
          trace,
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
      { error: { code: 'usage', message: 'the body is larger than 10 MB' } },
    ]);
  });

  it('says so to a client that sends all it has before it reads, and wants its connection closed', async () => {
    const { port } = await serve(() => playing(ENDED));
    const length = 12 * 1024 * 1024;
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.pause();
    socket.write(
      `POST /invocations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
    );

    await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.write(Buffer.alloc(length, ' '), resolve);
    });
    socket.on('data', (chunk) => (text += chunk.toString('utf8'))).resume();
    await expect.poll(() => text).toContain('the body is larger than 10 MB');
    socket.destroy();
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
