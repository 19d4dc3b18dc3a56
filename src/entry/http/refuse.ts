import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { LINGER_MILLIS, MOST_HEADERS } from './limits.js';

/**
 * Answers over a bare connection, where there is no response object (yet), and ends it. A client that is still sending reads the
 * answer only if nobody hangs up on it meanwhile, so its connection is closed a little later, whatever the client does.
 */
export function refuseConnection(socket: Duplex, status: number, body: object, retryAfterSeconds?: number): void {
  if (!socket.writable) return;
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(text)}`,
      'connection: close',
      ...(retryAfterSeconds === undefined ? [] : [`retry-after: ${retryAfterSeconds}`]),
      '',
      text,
    ].join('\r\n'),
  );
  const late = setTimeout(() => socket.destroy(), LINGER_MILLIS);
  socket.once('close', () => clearTimeout(late));
  // What still comes is thrown away, so that the end of it is seen.
  socket.resume();
}

/**
 * Throws away what is left of a request that has been answered before it was complete, and closes its connection if that does not
 * come to an end soon.
 */
export async function discardRest(request: IncomingMessage, myTurn: () => Promise<void>): Promise<void> {
  if (request.complete) return;
  const late = setTimeout(() => request.socket.destroy(), LINGER_MILLIS);
  try {
    for await (const _ of request.iterator({ destroyOnReturn: false })) await myTurn();
  } catch {
    // The client, or the timer, has closed the connection.
  } finally {
    clearTimeout(late);
  }
}

/**
 * For an answer to a request that is not complete: on a client that asked for its connection to be closed Node would hang up with the
 * answer's last byte, and many clients read nothing until they have sent all they have. {@link discardRest} closes it.
 */
export function stayForAnswer(request: IncomingMessage, response: ServerResponse): void {
  if (!request.complete) response.setHeader('connection', 'keep-alive');
}

/** Node leaves out headers above 2,000 and says nothing: a session's, for one. */
export function hasTooManyHeaders({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.length > 2 * MOST_HEADERS;
}

export const TOO_MANY_HEADERS = `the request has more than ${MOST_HEADERS} headers`;
