import type { IncomingMessage } from 'node:http';

/** What a door of the sandbox answers. `hang` never answers, `drop` cuts the connection: two kinds of broken network. */
export type HttpReply =
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' };

export const HANG: HttpReply = { kind: 'hang' };
export const DROP: HttpReply = { kind: 'drop' };

export function reply(status: number, body = '', headers: Readonly<Record<string, string>> = {}): HttpReply {
  return { kind: 'reply', status, headers, body };
}

export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpReply {
  return reply(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

/** The whole body, or undefined when it is larger than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
