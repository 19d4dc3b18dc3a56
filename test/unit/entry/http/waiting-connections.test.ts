import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { boundConnections } from '../../../../src/entry/http/waiting-connections.js';
import { listening } from './support/listening.js';

const clients: Socket[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

/** A server for three connections, which answers at once or, at `/slow`, never. */
async function bounded(): Promise<() => Promise<Socket>> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url !== '/slow') response.end('answered');
  });
  boundConnections(server, 3);
  const port = await listening(server);
  return async () => {
    const client = connect(port, '127.0.0.1').on('error', () => undefined);
    clients.push(client);
    await once(client, 'connect');
    // The server knows of it, too.
    await new Promise((resolve) => setTimeout(resolve, 10));
    return client;
  };
}

async function ask(client: Socket, path: string): Promise<string> {
  client.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  const [reply]: unknown[] = await once(client, 'data');
  return String(reply).slice(0, 15);
}

const openOf = async (list: readonly Socket[]): Promise<readonly boolean[]> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const client of list) client.resume();
  await new Promise((resolve) => setTimeout(resolve, 20));
  return list.map((client) => !client.closed);
};

describe('one connection too many', () => {
  it('takes the place of the one that has waited longest for its client', async () => {
    const open = await bounded();
    const [silent, older, newer] = [await open(), await open(), await open()];
    // Has been heard of last.
    expect(await ask(older, '/')).toBe('HTTP/1.1 200 OK');

    const fourth = await open();
    const fifth = await open();

    expect(await openOf([silent, older, newer, fourth, fifth])).toEqual([false, true, false, true, true]);
    expect(await ask(fifth, '/')).toBe('HTTP/1.1 200 OK');
  });

  it('is closed itself when all others are being answered', async () => {
    const open = await bounded();
    const busy = [await open(), await open(), await open()];
    for (const client of busy) client.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 20));

    const fourth = await open();

    expect(await openOf([...busy, fourth])).toEqual([true, true, true, false]);
  });
});
