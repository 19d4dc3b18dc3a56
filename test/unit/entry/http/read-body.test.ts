import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { createHeldBytes } from '../../../../src/entry/http/held-bytes.js';
import { BodyRefused, createBodyLimits, readJsonBody } from '../../../../src/entry/http/read-body.js';
import { listening } from './support/listening.js';

const clients: Socket[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

/** Reads bodies of up to a million bytes, 600,000 of all together; what became of each, in the order in which that was known. */
async function reading(): Promise<{
  readonly open: (bytes: string | Uint8Array) => Socket;
  readonly next: () => Promise<unknown>;
}> {
  const limits = { ...createBodyLimits(1_000_000), held: createHeldBytes(600_000, 1000) };
  const outcomes: unknown[] = [];
  const waiting: ((outcome: unknown) => void)[] = [];
  const tell = (outcome: unknown): void => {
    const take = waiting.shift();
    if (take === undefined) outcomes.push(outcome);
    else take(outcome);
  };
  const server = createServer((request, response) => {
    readJsonBody(request, response, limits).then(tell, (error: unknown) => {
      response.destroy();
      if (error instanceof BodyRefused) tell([error.status, error.code]);
      else tell(error instanceof CentralOpsError ? [error.code, error.message] : error);
    });
  });
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  const port = await listening(server);
  return {
    open(bytes) {
      const client = connect(port, '127.0.0.1').on('error', () => undefined);
      clients.push(client);
      client.write(bytes);
      return client;
    },
    next: () =>
      outcomes.length > 0 ? Promise.resolve(outcomes.shift()) : new Promise((resolve) => waiting.push(resolve)),
  };
}

const POST = 'POST / HTTP/1.1\r\nHost: a\r\n';
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

describe('readJsonBody', () => {
  it('reads what comes in pieces', async () => {
    const { open, next } = await reading();

    const client = open(`${POST}Transfer-Encoding: chunked\r\n\r\n${chunk('{"a":')}`);
    client.write(`${chunk('"b"}')}0\r\n\r\n`);

    expect(await next()).toEqual({ a: 'b' });
  });

  it('says that a body may come, to whoever asks, and not when it is too long', async () => {
    const { open, next } = await reading();
    const client = open(`${POST}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`);
    const [word]: unknown[] = await once(client, 'data');
    client.write('{}');
    const taken = await next();
    const other = open(`${POST}Expect: 100-continue\r\nContent-Length: 1000001\r\n\r\n`);

    expect([String(word), taken, await next(), other.bytesRead]).toEqual([
      'HTTP/1.1 100 Continue\r\n\r\n',
      {},
      [413, 'usage'],
      0,
    ]);
  });

  it('refuses a long body before it has come', async () => {
    const { open, next } = await reading();

    open(`${POST}Content-Length: 1000001\r\n\r\n`);

    expect(await next()).toEqual([413, 'usage']);
  });

  it('refuses one when others take up the memory, reads ordinary ones, and has room again when they are gone', async () => {
    const { open, next } = await reading();
    const endless = `${POST}Transfer-Encoding: chunked\r\n\r\n${chunk(' '.repeat(400_000))}`;
    const first = open(endless);
    open(endless);
    const second = await next();
    open(`${POST}Content-Length: 2\r\n\r\n[]`);
    const ordinary = await next();
    first.destroy();
    const gone = await next();
    for (const client of clients) client.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    open(`${POST}Content-Length: 500002\r\n\r\n"${'x'.repeat(500_000)}"`);

    expect([second, ordinary, gone, await next()]).toEqual([
      [503, 'overloaded'],
      [],
      ['cancelled', 'the client went away before its request was complete'],
      'x'.repeat(500_000),
    ]);
  });

  it('refuses what is nested to no purpose while it is still coming', async () => {
    const { open, next } = await reading();

    open(`${POST}Content-Length: 900000\r\n\r\n${'['.repeat(65)}`);

    expect(await next()).toEqual(['usage', 'the body is nested more than 64 levels deep']);
  });

  it('undoes no compression', async () => {
    const { open, next } = await reading();
    const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));

    open(`${POST}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`).write(bomb);

    expect(await next()).toEqual(['usage', 'the body is said to be encoded (gzip)']);
  });
});
