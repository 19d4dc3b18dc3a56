import type { IncomingMessage } from 'node:http';

/** What a door of the sandbox answers. `hang` never answers, `drop` cuts the connection: two kinds of broken network. */
export type HttpReply =
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** A body in pieces that ends well, goes quiet, or loses its connection. */
  | {
      readonly kind: 'pieces';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly pieces: readonly Uint8Array[];
      readonly ending: 'end' | 'stalled' | 'cut';
      /** Milliseconds between two pieces, so that they arrive apart. */
      readonly gapMillis?: number;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' };

export const HANG: HttpReply = { kind: 'hang' };
export const DROP: HttpReply = { kind: 'drop' };

export function reply(status: number, body = '', headers: Readonly<Record<string, string>> = {}): HttpReply {
  return { kind: 'reply', status, headers, body };
}

export function piecesReply(
  status: number,
  headers: Readonly<Record<string, string>>,
  pieces: readonly Uint8Array[],
  ending: 'end' | 'stalled' | 'cut',
): Extract<HttpReply, { kind: 'pieces' }> {
  return { kind: 'pieces', status, headers, pieces, ending };
}

export function jsonReply(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpReply {
  return reply(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

/** The whole body, or undefined when it is larger than `limit` bytes. Rejects when the connection breaks. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve(undefined);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.once('close', () => reject(new Error('the connection ended before the request did')));
  });
}
