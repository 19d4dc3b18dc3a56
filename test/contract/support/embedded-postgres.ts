import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

const SSL_REQUEST = 80_877_103;
const STARTUP = 196_608;
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const IDLE = 'I'.charCodeAt(0);

/**
 * PostgreSQL's own engine in this process, behind its wire protocol on loopback. It is one backend, so connections take
 * turns: whoever has begun keeps it until the backend is idle again, which is after each statement or transaction.
 */
export async function startEmbeddedPostgres(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const engine = await PGlite.create();
  const sockets = new Set<Socket>();
  let turn: Promise<void> = Promise.resolve();

  const serve = async (socket: Socket): Promise<void> => {
    let endTurn: (() => void) | undefined;
    try {
      for await (const message of messagesOf(socket)) {
        if (message.kind === 'ssl-request') socket.write('N');
        else {
          endTurn ??= await takeTurn();
          const reply = await engine.execProtocolRaw(message.bytes, { syncToFs: false });
          socket.write(reply);
          if (isIdle(reply)) {
            endTurn();
            endTurn = undefined;
          }
        }
      }
    } catch {
      // The client has gone in the middle of something: nobody is left to be told.
    } finally {
      if (endTurn !== undefined) {
        await engine.exec('ROLLBACK');
        endTurn();
      }
    }
  };

  const takeTurn = async (): Promise<() => void> => {
    const before = turn;
    const mine = new EventEmitter();
    turn = once(mine, 'over').then(() => undefined);
    await before;
    return () => void mine.emit('over');
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    void serve(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    url: `postgres://postgres:not-a-secret@127.0.0.1:${port}/postgres`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await turn;
      await engine.close();
    },
  };
}

type Message = { readonly kind: 'ssl-request' } | { readonly kind: 'message'; readonly bytes: Uint8Array };

/** https://www.postgresql.org/docs/current/protocol-message-formats.html: only the first messages have no type byte. */
async function* messagesOf(socket: Socket): AsyncGenerator<Message> {
  let pending = Buffer.alloc(0);
  let started = false;
  for await (const chunk of socket) {
    pending = Buffer.concat([pending, Buffer.from(chunk)]);
    for (;;) {
      const header = started ? 1 : 0;
      if (pending.length < header + 8 - (started ? 4 : 0)) break;
      const length = header + pending.readInt32BE(header);
      if (pending.length < length) break;
      const bytes = pending.subarray(0, length);
      pending = pending.subarray(length);
      if (!started && bytes.readInt32BE(4) === SSL_REQUEST) yield { kind: 'ssl-request' };
      else {
        if (!started && bytes.readInt32BE(4) !== STARTUP) return;
        started = true;
        if (bytes[0] === 'X'.charCodeAt(0)) return;
        yield { kind: 'message', bytes: new Uint8Array(bytes) };
      }
    }
  }
}

/** The last message of a reply says whether the backend is in a transaction. */
function isIdle(reply: Uint8Array): boolean {
  return reply.at(-6) === READY_FOR_QUERY && reply.at(-1) === IDLE;
}
