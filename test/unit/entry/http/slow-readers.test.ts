import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sendPieces } from '../../../../src/entry/http/send-pieces.js';
import { giveUpSlowReaders } from '../../../../src/entry/http/slow-readers.js';
import { listening } from './support/listening.js';

async function watch(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  giveUpSlowReaders(server, { sweepMillis: 20, patienceMillis: 200 });
  return listening(server);
}

const GET = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
/** 32 MB, more than the kernel takes by itself, in pieces of 32 KB. */
const LONG = Array.from({ length: 1024 }, () => 'x'.repeat(32 * 1024));

describe('a reader', () => {
  it('that takes nothing is given up, and the answer ends', async () => {
    const closed = new EventTarget();
    const port = await watch((_request, response) => {
      response.once('close', () => closed.dispatchEvent(new Event('close')));
      void sendPieces(response, LONG).then(() => response.end());
    });
    const ended = once(closed, 'close');
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined).pause();
    socket.write(GET);
    const startedAt = performance.now();

    await ended;
    socket.destroy();

    expect(performance.now() - startedAt).toBeGreaterThan(200);
  });

  it('that waits for its answer has time', async () => {
    const port = await watch((_request, response) => {
      response.write('begun');
      setTimeout(() => response.end('ended'), 600);
    });
    const socket = connect(port, '127.0.0.1');
    socket.write(GET);
    let text = '';
    for await (const chunk of socket) text += String(chunk);

    expect(text).toContain('ended');
  });

  it('that reads steadily gets all of it, however long it takes', async () => {
    const port = await watch((_request, response) => {
      void sendPieces(response, LONG).then(() => response.end());
    });
    const socket = connect(port, '127.0.0.1');
    socket.write(GET);
    const startedAt = performance.now();
    let bytes = 0;
    for await (const chunk of socket) {
      const before = Math.floor(bytes / 2 ** 20);
      bytes += Buffer.byteLength(chunk);
      if (Math.floor(bytes / 2 ** 20) > before) await new Promise((resolve) => setTimeout(resolve, 10));
    }

    expect(bytes).toBeGreaterThan(32 * 2 ** 20);
    expect(performance.now() - startedAt).toBeGreaterThan(300);
  });
});
