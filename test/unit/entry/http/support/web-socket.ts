import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';
import { z } from 'zod';

const Message = z.looseObject({ type: z.string() });

/** One message of a conversation. */
export type Message = z.output<typeof Message>;

export interface Client {
  readonly socket: WebSocket;
  send(value: unknown): void;
  /** The next message that has not been read yet. */
  next(): Promise<Message>;
  /** All messages until one of this type, and that one. */
  until(type: string): Promise<readonly Message[]>;
  /** The close code. */
  closed(): Promise<number>;
}

/** A client of `/ws`, connected. */
export async function connectTo(url: string, options: ClientOptions = {}): Promise<Client> {
  const socket = new WebSocket(url, options);
  const arrived: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const message = Message.parse(JSON.parse(data.toString('utf8')));
    const take = waiting.shift();
    if (take === undefined) arrived.push(message);
    else take(message);
  });
  const closed = new Promise<number>((resolve) => {
    socket.once('close', (code) => resolve(code));
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  const next = (): Promise<Message> => {
    const message = arrived.shift();
    return message === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(message);
  };
  return {
    socket,
    send: (value) => socket.send(typeof value === 'string' ? value : JSON.stringify(value)),
    next,
    async until(type) {
      const seen = [await next()];
      while (seen.at(-1)?.type !== type) seen.push(await next());
      return seen;
    },
    closed: () => closed,
  };
}

/** The status and body that an upgrade was refused with. */
export function refusedUpgrade(
  url: string,
  options: ClientOptions,
): Promise<{ readonly status: number | undefined; readonly body: unknown }> {
  const socket = new WebSocket(url, options);
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.terminate();
      reject(new Error('the upgrade was not refused'));
    });
    socket.on('error', reject);
    socket.once('unexpected-response', (_request, response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) }));
    });
  });
}
