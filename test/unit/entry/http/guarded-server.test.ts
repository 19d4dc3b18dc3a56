import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createGuardedServer } from '../../../../src/entry/http/guarded-server.js';
import { exchange, replyIn } from './support/raw.js';
import { listening } from './support/listening.js';

/** A guarded server over a listener. */
async function guard(
  listener: RequestListener = (_request, response) => void response.end('answered'),
): Promise<number> {
  const server = createGuardedServer(listener, (message) => ({ problem: message }));
  return listening(server);
}

const GET = 'GET / HTTP/1.1\r\nHost: a\r\n';
const POST = 'POST / HTTP/1.1\r\nHost: a\r\n';
const headers = (count: number): string => Array.from({ length: count }, (_, index) => `h${index}: v\r\n`).join('');

describe('a guarded server', () => {
  it.each<[string, string | Uint8Array, number, string]>([
    ['a line of a megabyte', `GET /${'a'.repeat(1e6)} HTTP/1.1\r\n\r\n`, 431, 'larger than 96 KB'],
    ['a header of a megabyte', `${GET}a: ${'a'.repeat(1e6)}\r\n\r\n`, 431, 'larger than 96 KB'],
    ['201 headers', `${GET}${headers(200)}\r\n`, 431, 'more than 200 headers'],
    ['five thousand headers', `${GET}${headers(5000)}\r\n`, 431, 'headers'],
    ['a length that is none', `${POST}Content-Length: abc\r\n\r\n`, 400, 'HPE_INVALID_CONTENT_LENGTH'],
    ['two lengths', `${POST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400, 'HPE_UNEXPECTED_CONTENT_LENGTH'],
    ['a length and chunks', `${POST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, 400, 'HPE_'],
    ['chunks and a length', `${POST}Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n`, 400, 'HPE_'],
    ['TLS', Buffer.from('16030100a5010000a10303', 'hex'), 400, 'HPE_INVALID_METHOD'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'HPE_PAUSED_H2_UPGRADE'],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405, 'no proxy'],
  ])('refuses %s with a reason, and closes the connection', async (_, bytes, status, reason) => {
    const { text, closed } = await exchange(await guard(), bytes, 2500);

    expect([replyIn(text), closed]).toEqual([{ status, body: { problem: expect.stringContaining(reason) } }, true]);
  });

  it.each([
    ['a chunk that is none', 'zz\r\n', 400, 'HPE_INVALID_CHUNK_SIZE'],
    ['extensions of a megabyte', `5;${'a'.repeat(1e6)}\r\nhello\r\n`, 413, 'extensions of a chunk'],
    ['trailers of a megabyte', `0\r\na: ${'a'.repeat(1e6)}\r\n\r\n`, 431, 'larger than 96 KB'],
  ])('refuses %s while the body is still being read', async (_, rest, status, reason) => {
    const port = await guard((request, response) => {
      request.resume().once('end', () => response.end());
    });

    const { text, closed } = await exchange(port, `${POST}Transfer-Encoding: chunked\r\n\r\n${rest}`, 2500);

    expect([replyIn(text), closed]).toEqual([{ status, body: { problem: expect.stringContaining(reason) } }, true]);
  });

  it('takes two hundred headers, HTTP/1.0, and a target with a host in it', async () => {
    const port = await guard();

    const replies = [
      await exchange(port, `${GET}${headers(198)}Connection: close\r\n\r\n`),
      await exchange(port, 'GET / HTTP/1.0\r\n\r\n'),
      await exchange(port, 'GET http://elsewhere.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    ];

    expect(replies.map(({ text }) => text.startsWith('HTTP/1.1 200 OK'))).toEqual([true, true, true]);
  });

  it('puts no reason into an answer that has begun', async () => {
    const port = await guard((request, response) => {
      response.write('half');
      request.resume();
    });
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));

    socket.write(`${POST}Transfer-Encoding: chunked\r\n\r\n`);
    await once(socket, 'data');
    socket.write('zz\r\n');
    await once(socket, 'close');

    expect(text.endsWith('half\r\n')).toBe(true);
  });

  it('answers pipelined requests one after the other, and tells each when its client has gone', async () => {
    const begun: string[] = [];
    const events = new EventTarget();
    const port = await guard((request, response) => {
      begun.push(request.url ?? '');
      response.once('close', () => events.dispatchEvent(new Event(`closed ${request.url}`)));
      if (request.url === '/1') setTimeout(() => response.end(), 20);
      else events.dispatchEvent(new Event(`begun ${request.url}`));
    });
    const [second, closed] = [once(events, 'begun /2'), once(events, 'closed /2')];
    const socket = connect(port, '127.0.0.1');

    socket.write([1, 2, 3].map((number) => `GET /${number} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''));
    await second;
    socket.destroy();
    await closed;

    expect(begun).toEqual(['/1', '/2']);
  });

  it('closes a connection with more than sixteen requests unanswered', async () => {
    const begun: string[] = [];
    const port = await guard((request) => void begun.push(request.url ?? ''));

    const { text, closed } = await exchange(port, `${GET}\r\n`.repeat(17));

    expect([text, closed, begun]).toEqual(['', true, ['/']]);
  });

  it('closes a connection that goes on sending after its answer, once that could be read', async () => {
    const port = await guard((_request, response) => void response.end('no'));
    const startedAt = performance.now();

    const { text, closed } = await exchange(port, `${POST}Content-Length: 1000\r\n\r\n`, 5000);

    expect([text.endsWith('no'), closed]).toEqual([true, true]);
    expect(performance.now() - startedAt).toBeGreaterThan(1900);
  });

  it('keeps a connection whose body came to its end after the answer', async () => {
    const port = await guard((_request, response) => void response.end('no'));
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));

    socket.write(`${POST}Content-Length: 2\r\n\r\n`);
    await once(socket, 'data');
    socket.write(`{}${GET}\r\n`);
    await once(socket, 'data');
    socket.destroy();

    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  });
});
