import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNetwork, type Network } from '../../../src/network/network.js';
import { bodyOf, listen, type LoopbackServer } from './loopback-server.js';

async function respond(request: IncomingMessage, answer: (body: string) => void): Promise<void> {
  answer(await bodyOf(request));
}

const closing: (() => void | Promise<void>)[] = [];
let network: Network;

beforeEach(() => {
  network = createNetwork({ loopbackOnly: true });
});

afterEach(async () => {
  network.close();
  for (const close of closing.splice(0)) await close();
});

async function serve(...args: Parameters<typeof listen>): Promise<LoopbackServer> {
  const server = await listen(...args);
  closing.push(() => server.close());
  return server;
}

describe('fetch', () => {
  it('sends method, headers and body, and returns status, headers and body', async () => {
    const server = await serve((request, response) => {
      void respond(request, (body) => {
        const { method, url, headers } = request;
        response.writeHead(
          201,
          'Made',
          [
            ['content-type', 'application/json'],
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ].flat(),
        );
        response.end(JSON.stringify({ method, url, body, length: headers['content-length'], test: headers['x-test'] }));
      });
    });

    const response = await network.fetch(new URL(`${server.url}/mcp?a=1&a=2`), {
      method: 'POST',
      headers: { 'X-Test': 'yes' },
      body: 'héllo',
    });

    expect({ status: response.status, text: response.statusText, cookies: response.headers.getSetCookie() }).toEqual({
      status: 201,
      text: 'Made',
      cookies: ['a=1', 'b=2'],
    });
    expect(await response.json()).toEqual({
      method: 'POST',
      url: '/mcp?a=1&a=2',
      body: 'héllo',
      length: '6',
      test: 'yes',
    });
  });

  it('answers also where a server library put a Response of its own in place', async () => {
    const server = await serve((_request, response) => response.end('{"a":1}'));
    const original = globalThis.Response;
    class Replaced extends original {}
    Object.defineProperty(Replaced.prototype, 'json', { value: () => Promise.reject(new Error('not ours')) });
    globalThis.Response = Replaced;

    try {
      const response = await network.fetch(server.url);

      expect(await response.json()).toEqual({ a: 1 });
    } finally {
      globalThis.Response = original;
    }
  });

  it('keeps connections and uses them again', async () => {
    const server = await serve((_request, response) => response.end('ok'));

    for (let round = 0; round < 5; round += 1) await (await network.fetch(server.url)).text();

    expect(server.connections()).toBe(1);
  });

  it.each([204, 304])('returns a %i, which has no body', async (status) => {
    const server = await serve((_request, response) => response.writeHead(status).end());

    const response = await network.fetch(server.url, { method: 'DELETE' });

    expect([response.status, response.body, await response.text()]).toEqual([status, null, '']);
  });

  it('returns a redirect and does not follow it', async () => {
    const asked: (string | undefined)[] = [];
    const server = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });

    const response = await network.fetch(`${server.url}/here`, { method: 'POST', body: 'x' });

    expect([response.status, response.headers.get('location'), asked]).toEqual([307, '/elsewhere', ['/here']]);
    await expect(network.fetch(`${server.url}/here`, { redirect: 'error' })).rejects.toMatchObject({ code: 'refused' });
  });

  it('hands an event stream on while it is being sent', async () => {
    let finish: (() => void) | undefined;
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.write('data: one\n\n');
      finish = () => response.end('data: two\n\n');
    });

    const response = await network.fetch(server.url);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    finish?.();
    const second = await reader?.read();
    const end = await reader?.read();

    expect([first, second].map((part) => Buffer.from(part?.value ?? []).toString())).toEqual([
      'data: one\n\n',
      'data: two\n\n',
    ]);
    expect(end?.done).toBe(true);
  });

  it('ends the connection when the reader of a stream cancels', async () => {
    const closed = withResolvers<string>();
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: one\n\n');
      response.on('close', () => closed.resolve('closed'));
    });
    const response = await network.fetch(server.url);

    await response.body?.cancel();

    expect(await closed.promise).toBe('closed');
  });

  it('rejects with the reason of an abort, before, during and inside a stream, and leaves no listener behind', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/quick') response.end('ok');
      if (request.url === '/stream')
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
    });
    const signal = countingSignal();
    await (await network.fetch(`${server.url}/quick`, { signal: signal.signal })).text();
    expect(signal.listeners()).toBe(0);

    const waiting = network.fetch(`${server.url}/silent`, { signal: signal.signal });
    const stream = await network.fetch(`${server.url}/stream`, { signal: signal.signal });
    signal.abort(new Error('enough'));

    await expect(waiting).rejects.toThrow('enough');
    await expect(stream.text()).rejects.toThrow('enough');
    await expect(network.fetch(server.url, { signal: signal.signal })).rejects.toThrow('enough');
    expect(signal.listeners()).toBe(0);
  });

  it('gives up a reply over its limit, streamed or not', async () => {
    const small = createNetwork({ loopbackOnly: true, maxResponseBytes: 1000 });
    closing.push(() => small.close());
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-type': request.url === '/stream' ? 'text/event-stream' : 'text/plain' });
      response.end('x'.repeat(1001));
    });

    const host = new URL(server.url).host;
    const error = {
      code: 'over-budget',
      message: `The reply of ${host} was longer than 1000 bytes and was dropped. Ask for fewer Regions, columns or pages.`,
    };
    await expect(small.fetch(server.url)).rejects.toMatchObject(error);
    await expect(small.fetch(`${server.url}/stream`).then((response) => response.text())).rejects.toMatchObject(error);
  });

  it('sends once more what an idle connection lost, and only then', async () => {
    const bodies: string[] = [];
    const server = await serve((request, response) => {
      void respond(request, (body) => {
        bodies.push(body);
        if (body === 'lost' && bodies.length === 2) request.socket.resetAndDestroy();
        else if (body === 'broken') request.socket.resetAndDestroy();
        else response.end(body);
      });
    });
    const send = (body: string) =>
      network.fetch(server.url, { method: 'POST', body }).then((response) => response.text());

    expect(await send('first')).toBe('first');
    expect(await send('lost')).toBe('lost');
    expect(bodies).toEqual(['first', 'lost', 'lost']);

    await expect(send('broken')).rejects.toMatchObject({ code: 'unreachable', facts: { reason: 'ECONNRESET' } });
    expect(bodies).toEqual(['first', 'lost', 'lost', 'broken', 'broken']);
  });

  it('does not send again on a fresh connection', async () => {
    let requests = 0;
    const server = await serve((request) => {
      requests += 1;
      request.socket.resetAndDestroy();
    });

    await expect(network.fetch(server.url)).rejects.toMatchObject({ code: 'unreachable' });
    expect(requests).toBe(1);
  });

  it('reports a reply cut short', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('only this');
      setTimeout(() => response.destroy(), 20);
    });

    await expect(network.fetch(server.url)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('names the host, and no path or query, when nobody listens', async () => {
    const server = await listen(() => {});
    await server.close();

    await expect(network.fetch(`${server.url}/path?token=secret`)).rejects.toMatchObject({
      code: 'unreachable',
      message: `127.0.0.1:${server.port} could not be asked: nothing listens there (ECONNREFUSED).`,
      nextStep: 'Check the host and port, and that the server is running.',
    });
  });

  it('reports a server that is no HTTP server', async () => {
    const odd = createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    odd.listen(0, '127.0.0.1');
    await once(odd, 'listening');
    closing.push(() => void odd.close());
    const address = odd.address();

    await expect(
      network.fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`),
    ).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('gives up a connection that is not made in time, TLS included', async () => {
    const hasty = createNetwork({ loopbackOnly: true, connectTimeoutMillis: 30 });
    closing.push(() => hasty.close());
    const silent = createServer(() => {});
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    closing.push(() => void silent.close());
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;

    await expect(hasty.fetch(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: 'unreachable',
      message: `127.0.0.1:${port} did not accept a connection within 0.03 s.`,
    });
  });

  it.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:pass@127.0.0.1/'])('refuses %s', async (url) => {
    const failure = network.fetch(url);

    await expect(failure).rejects.toMatchObject({ code: 'refused' });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('pass@') });
  });

  it('fails what is under way, and what comes after, once the network is closed', async () => {
    const arrived = withResolvers<void>();
    const server = await serve(() => arrived.resolve());
    const waiting = network.fetch(server.url).catch((error: unknown) => error);
    await arrived.promise;

    network.close();

    expect(await waiting).toMatchObject({ code: 'cancelled' });
    await expect(network.fetch(server.url)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('holds at most the allowed number of connections to a host', async () => {
    const narrow = createNetwork({ loopbackOnly: true, maxSockets: 3 });
    closing.push(() => narrow.close());
    const server = await serve((_request, response) => {
      setTimeout(() => response.end('ok'), 5);
    });

    await Promise.all(Array.from({ length: 20 }, () => narrow.fetch(server.url).then((response) => response.text())));

    expect(server.connections()).toBe(3);
  });
});

describe('loopbackOnly', () => {
  it.each([
    'http://192.0.2.1/',
    'https://192.0.2.1/',
    'http://[2001:db8::1]/',
    'http://0.0.0.0:9/',
    'https://[::ffff:192.0.2.1]/',
  ])('refuses %s without connecting', async (url) => {
    await expect(network.fetch(url)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('in sandbox mode only this machine may be reached'),
    });
  });

  it('resolves localhost', async () => {
    const server = await serve((_request, response) => response.end('ok'));

    expect(await (await network.fetch(`http://localhost:${server.port}/`)).text()).toBe('ok');
  });

  it('holds for other clients of the same pools, unix sockets included, also from the queue', async () => {
    const narrow = createNetwork({ loopbackOnly: true, maxSockets: 1 });
    closing.push(() => narrow.close());
    const failures = await Promise.all(
      [{ host: '192.0.2.1' }, { host: '192.0.2.1' }, { socketPath: '/tmp/none.sock' }].map(async (target) => {
        const request = httpRequest({ ...target, agent: narrow.httpAgent, path: '/' });
        request.end();
        const [error] = await once(request, 'error');
        return error instanceof Error && 'code' in error ? error.code : undefined;
      }),
    );

    expect(failures).toEqual(['refused', 'refused', 'refused']);
  });

  it('is off when it is not asked for', async () => {
    const open = createNetwork({ loopbackOnly: false });
    closing.push(() => open.close());
    const server = await serve((_request, response) => response.end('ok'));

    // An address that the guard refuses, and that Linux and macOS take for this machine.
    expect(await (await open.fetch(`http://0.0.0.0:${server.port}/`)).text()).toBe('ok');
  });
});

/** A signal that counts its abort listeners. */
function countingSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  let count = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  const active = new Set<unknown>();
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    active.add(args[1]);
    count = active.size;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    active.delete(args[1]);
    count = active.size;
    remove(...args);
  };
  return { signal, listeners: () => count, abort: (reason: Error) => controller.abort(reason) };
}

/** Node 20 has no `Promise.withResolvers`. */
function withResolvers<T>() {
  let resolve: ((value: T) => void) | undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (value: T) => resolve?.(value) };
}
