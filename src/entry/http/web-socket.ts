import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CentralOpsError } from '../../domain/errors.js';
import { callerOf } from './caller.js';
import { errorBody, errorBodyOf, type ErrorBody } from './error-body.js';
import { isForThisMachine, OTHER_HOST } from './host-check.js';
import { sessionIdOf } from './session-id.js';
import { traceHeaders } from './trace-headers.js';
import { converse, type Conversation, type ConversationUses } from './web-socket-conversation.js';

/** Of one message in, whatever its frames. A question has 32 KB at most. */
const MOST_BYTES_IN = 1024 * 1024;

export interface WebSocketDoor {
  /** Takes a connection over, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes each conversation when its last request is answered. */
  close(): void;
  /** Ends what is left at once. */
  terminate(): void;
}

export interface WebSocketUses extends Omit<ConversationUses, 'caller' | 'sessionId' | 'trace'> {
  readonly callerHeader: string | undefined;
  readonly loopbackOnly: boolean;
  /** Whether the server is shutting down. */
  readonly isClosed: () => boolean;
}

/** `GET /ws`: takes connections over, after the same checks as of any other request. */
export function createWebSocketDoor(uses: WebSocketUses): WebSocketDoor {
  // Compression would hold frames back, and costs 300 KB a connection.
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MOST_BYTES_IN });
  const conversations = new Set<Conversation>();

  return {
    upgrade(request, socket, head) {
      const taken = identify(request, uses);
      if ('status' in taken) {
        refuse(socket, taken.status, taken.body);
        return;
      }
      sockets.handleUpgrade(request, socket, head, (connection) => {
        const conversation = converse(connection, { ...uses, ...taken });
        conversations.add(conversation);
        connection.once('close', () => conversations.delete(conversation));
      });
    },
    close() {
      for (const conversation of conversations) conversation.closeWhenAnswered();
    },
    terminate() {
      for (const connection of conversations) connection.terminate();
    },
  };
}

function identify(
  request: IncomingMessage,
  uses: WebSocketUses,
): Pick<ConversationUses, 'caller' | 'sessionId' | 'trace'> | { readonly status: number; readonly body: ErrorBody } {
  const { headers, method = 'GET', url = '/' } = request;
  if (uses.loopbackOnly && !isForThisMachine(headers)) return { status: 403, body: errorBody('refused', OTHER_HOST) };
  const path = url.split('?', 1)[0];
  if (path !== '/ws') return { status: 404, body: errorBody('usage', `there is no ${method} ${path} to upgrade here`) };
  if (uses.isClosed()) return { status: 503, body: errorBody('shutting-down', 'this server is shutting down') };
  try {
    const header = (name: string): string | undefined => headers[name.toLowerCase()]?.toString();
    const sessionId = sessionIdOf(header) ?? uses.newId('session');
    return { sessionId, caller: callerOf(header, sessionId, uses.callerHeader), trace: traceHeaders(header) };
  } catch (error) {
    if (error instanceof CentralOpsError) return { status: 400, body: errorBodyOf(error) };
    throw error;
  }
}

function refuse(socket: Duplex, status: number, body: ErrorBody): void {
  const text = JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(text)}`,
      'connection: close',
      '',
      text,
    ].join('\r\n'),
  );
}
