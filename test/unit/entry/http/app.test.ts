import { once } from 'node:events';
import { type OutgoingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { ask, ENDED, json, playing, send, serve, SESSION, stopServing } from './support/serve.js';

afterEach(stopServing);

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

describe('a full server', () => {
  it.each(['application/json', 'text/event-stream'])(
    'says when to come again, beside the reason (%s)',
    async (accept) => {
      const { port } = await serve(() => playing(ENDED), { concurrentRuns: 0 });

      const reply = await fetch(`http://127.0.0.1:${port}/invocations`, {
        method: 'POST',
        body: ask,
        headers: { accept },
      });

      expect([reply.status, reply.headers.get('retry-after'), await reply.text()]).toEqual([
        200,
        '5',
        expect.stringContaining('"code":"overloaded"'),
      ]);
    },
  );
});

describe('GET /ws without an upgrade', () => {
  it('is told what it is for', async () => {
    const { port } = await serve(() => playing(ENDED));

    const reply = await send(port, { method: 'GET', path: '/ws' });

    expect([reply.status, json(reply)]).toEqual([
      426,
      { error: { code: 'usage', message: 'GET /ws is for WebSockets only' } },
    ]);
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
