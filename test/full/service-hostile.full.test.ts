import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, eventually, SESSION } from '../contract/support/service-client.js';
import { programs, type OwnServer, type Programs } from '../contract/support/service-target.js';
import { besiege, footprint, drips, floods, outcomes, pause, rogues, type Siege } from './support/siege.js';

let started: Programs;
let server: OwnServer;
let bare: Server;
let port = 0;
let barePort = 0;

beforeAll(async () => {
  started = await programs();
  server = await started.serve(await started.sandbox(['--accounts', '2']));
  port = Number(new URL(server.url).port);
  bare = createServer((_request, response) => void response.end('{}')).listen(0, '127.0.0.1');
  await once(bare, 'listening');
  const address = bare.address();
  barePort = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(async () => {
  bare.closeAllConnections();
  bare.close();
  await started.stop();
});

const GET = 'GET /ping HTTP/1.1\r\nHost: a\r\n';
const POST = 'POST /invocations HTTP/1.1\r\nHost: a\r\n';
const CHUNK = `ffff\r\n${' '.repeat(0xffff)}\r\n`;
const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
const WEB_SOCKET = `GET /ws HTTP/1.1\r\nHost: a\r\n${UPGRADE}`;
/** A frame with a mask of zeros. */
const frame = (first: number, content: string | Uint8Array): Buffer => {
  const length = content.length < 126 ? [0x80 + content.length] : [0xfe, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([first, ...length, 0, 0, 0, 0]), Buffer.from(content)]);
};
const many = (count: number, bytes: Buffer): Buffer => Buffer.concat(Array.from({ length: count }, () => bytes));
const LIST = { prompt: 'List the accounts' };

const floodsWebSocket =
  (bytes: Buffer) =>
  (socket: Socket): void => {
    socket.write(WEB_SOCKET);
    floods(bytes)(socket);
  };

/** Memory of a program without work goes up and down by itself. */
const MEGABYTES = 400;

function holds(
  { ping, barePing, megabytes, socketsLeft }: Siege<unknown>,
  {
    keptByClients = 2,
    millis = 50,
    most = MEGABYTES,
  }: { readonly keptByClients?: number; readonly millis?: number; readonly most?: number } = {},
): void {
  // 50 ms on a machine of its own; where attackers and others use the cores too, what they leave a program that does nothing else.
  expect(ping).toBeLessThan(Math.max(millis, 6 * barePing));
  expect(megabytes).toBeLessThan(most);
  expect(socketsLeft).toBeLessThanOrEqual(keptByClients);
  expect([server.process.exitCode, server.process.signalCode]).toEqual([null, null]);
  expect(server.log()).not.toMatch(/"level":"error"|^ {4}at /m);
}

describe.skipIf(process.platform !== 'linux')('a server', () => {
  it('answers a thousand clients that send a header a byte a second, and a thousand that say nothing, with 408', async () => {
    const siege = await besiege('slow headers', server, barePort, () => {
      const slow = rogues(port, 1000, (socket) => {
        socket.write(`${GET}X-Slow: `);
        drips('x')(socket);
      });
      return outcomes([...slow, ...rogues(port, 1000)], 30);
    });

    // What a full queue of the kernel has lost, nobody has seen: such a client believes that it is connected.
    const { open: lost = 0, ...answered } = siege.result;
    expect([answered, lost < 1000]).toEqual([{ 408: 2000 - lost }, true]);
    holds(siege);
  });

  it('answers clients that leave after the request line with 400', async () => {
    const siege = await besiege('half requests', server, barePort, () =>
      outcomes(
        rogues(port, 500, (socket) => socket.end('GET /ping HTTP/1.1\r\n')),
        5,
      ),
    );

    expect(siege.result).toEqual({ 400: 500 });
    holds(siege);
  });

  it('hangs up on five hundred refused WebSockets that do not', async () => {
    const siege = await besiege('refused upgrades', server, barePort, async () => {
      const list = rogues(port, 500, (socket) => socket.write(`GET /nowhere HTTP/1.1\r\nHost: a\r\n${UPGRADE}`));
      await pause(4000);
      return outcomes(list, 0);
    });

    expect(siege.result).toEqual({ 404: 500 });
    holds(siege);
  });

  it('reads no endless bodies, and keeps no client waiting meanwhile', async () => {
    const siege = await besiege('endless bodies', server, barePort, () => {
      const here = rogues(port, 25, (socket) => {
        socket.write(`${POST}Transfer-Encoding: chunked\r\n\r\n`);
        floods(CHUNK)(socket);
      });
      const elsewhere = rogues(port, 25, (socket) => {
        socket.write('POST /nowhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
        floods(CHUNK)(socket);
      });
      return outcomes([...here, ...elsewhere], 20);
    });

    expect(siege.result).toMatchObject({ 404: 25 });
    expect((siege.result['413'] ?? 0) + (siege.result['503'] ?? 0)).toBe(25);
    holds(siege);
  });

  it.each([
    ['lists of nothing', `[${'[],'.repeat(3_000_000)}[]]`],
    ['escapes, and no end', `{"prompt": "${'\\n'.repeat(5_000_000)}`],
    [
      'keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 19_000 }, (_, key) => [`${key}${'k'.repeat(500)}`, 1]))),
    ],
  ])('refuses ten megabytes of %s, twenty at a time', async (_, body) => {
    const request = Buffer.from(`${POST}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    const siege = await besiege('long bodies', server, barePort, () =>
      outcomes(
        rogues(port, 20, (socket) => socket.write(request)),
        30,
      ),
    );

    expect((siege.result['400'] ?? 0) + (siege.result['503'] ?? 0)).toBe(20);
    // JSON is parsed in one go: of one body at a time, with a rest after it.
    holds(siege, { millis: 250 });
  });

  it('closes connections that pipeline more than they may', async () => {
    const siege = await besiege('pipelining', server, barePort, () =>
      outcomes(
        rogues(port, 50, (socket) => socket.write(`${GET}\r\n`.repeat(100))),
        5,
      ),
    );

    expect(siege.result['open'] ?? 0).toBe(0);
    holds(siege);
  });

  it('closes WebSockets that flood it', async () => {
    const siege = await besiege('WebSocket floods', server, barePort, () => {
      const list = [
        ...rogues(port, 10, floodsWebSocket(many(500, frame(0x89, 'x'.repeat(125)))), { reads: false }),
        ...rogues(port, 10, floodsWebSocket(many(500, frame(0x01, '')))),
        ...rogues(port, 10, floodsWebSocket(many(500, frame(0x81, '{')))),
      ];
      return outcomes(list, 20);
    });

    expect(siege.result['open'] ?? 0).toBe(0);
    holds(siege);
  });

  it('closes the connection that has waited longest when there are too many, and answers the newest', async () => {
    const siege = await besiege('too many connections', server, barePort, async () => {
      const silent = rogues(port, 3000);
      await pause(3000);
      const { status } = await clientOf(server.url).ping();
      // What the kernel has lost on the way here is open for its client alone.
      const { sockets } = await footprint(server);
      return { status, sockets, outcomes: await outcomes(silent, 0) };
    });

    // The limit, and the sockets that a server has anyway.
    expect([siege.result.status, siege.result.sockets <= 2500 + 50, (siege.result.outcomes['none'] ?? 0) > 0]).toEqual([
      200,
      true,
      true,
    ]);
    holds(siege);
  });

  it('gets over all that takes a minute, at once, and answers questions meanwhile', { timeout: 240_000 }, async () => {
    const siege = await besiege('a minute of everything', server, barePort, async () => {
      const sockets = [
        ...rogues(port, 500, (socket) => socket.write(WEB_SOCKET)),
        ...rogues(port, 200, (socket) => {
          socket.write(WEB_SOCKET);
          socket.write(frame(0x81, 'x'.repeat(20_000)).subarray(0, 8));
          drips('x')(socket);
        }),
      ];
      while (sockets.some((rogue) => rogue.outcome() === 'open')) await pause(100);
      const bodies = rogues(port, 1000, (socket) => {
        socket.write(`${POST}Content-Length: 1000\r\n\r\n`);
        drips(' ')(socket);
      });
      const long = rogues(port, 100, (socket) => {
        socket.write(`${POST}Content-Length: ${10 * 1024 * 1024}\r\n\r\n`);
        socket.write(Buffer.alloc(10_400_000, ' '));
        drips(' ')(socket);
      });
      await pause(10_000);
      const answer = await clientOf(server.url).answer(LIST, { [SESSION]: 'meanwhile' });
      const [small, large] = await Promise.all([outcomes(bodies, 90), outcomes(long, 90)]);
      // They answered no protocol ping of that minute.
      const socketsOpen = sockets.filter(({ socket }) => !socket.closed && !socket.readableEnded).length;
      await outcomes(sockets, 0);
      return { answer: answer.status, small, large, socketsOpen };
    });

    expect(siege.result).toEqual({
      answer: 'complete',
      small: { 408: 1000 },
      large: expect.objectContaining({ 408: expect.any(Number), 503: expect.any(Number) }),
      socketsOpen: 0,
    });
    holds(siege);
  });

  it(
    'keeps a thousand sessions apart, in turn, and refuses at once what is too much',
    { timeout: 400_000 },
    async () => {
      const client = clientOf(server.url);
      const siege = await besiege('a thousand sessions', server, barePort, async () => {
        const wrong: unknown[] = [];
        let next = 0;
        /** In each session another account is meant, and gone on with. */
        const inTurn = async (): Promise<void> => {
          for (let number = next; number < 1000; number = next) {
            next += 1;
            const id = { [SESSION]: `turn-${number}` };
            const strange = await client.answer({ prompt: 'again' }, id);
            const first = await client.answer(LIST, id);
            const again = await client.answer({ prompt: 'again' }, id);
            if (strange.status === 'complete' || first.status !== 'complete' || again.sessionId !== `turn-${number}`) {
              wrong.push([number, strange.status, first.status, again.sessionId]);
            }
          }
        };
        await Promise.all(Array.from({ length: 8 }, inTurn));
        const startedAt = performance.now();
        const refusals: number[] = [];
        const atOnce = await Promise.all(
          Array.from({ length: 1000 }, async (_, number) => {
            const response = await client.invoke(LIST, { [SESSION]: `once-${number}` });
            const text = await response.text();
            if (!text.includes('"overloaded"')) return text.includes('"status":"complete"') ? 'complete' : text;
            refusals.push(performance.now() - startedAt);
            return `overloaded, ${response.headers.get('retry-after')}`;
          }),
        );
        return { wrong, atOnce: [...new Set(atOnce)].toSorted(), slowestRefusal: Math.max(0, ...refusals) };
      });

      expect(siege.result.wrong).toEqual([]);
      expect(['complete', 'overloaded, 5']).toEqual(expect.arrayContaining([...siege.result.atOnce]));
      // `fetch` keeps what it has connected for another minute. As many runs as there may be at once are not an attack.
      holds(siege, { keptByClients: 1010, most: 700 });
    },
  );

  it('is as healthy as before', async () => {
    expect(await eventually(async () => (await clientOf(server.url).ping()).body.status === 'Healthy')).toBe(true);
    expect((await clientOf(server.url).answer(LIST)).status).toBe('complete');
  });
});
