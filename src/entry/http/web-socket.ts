import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CentralOpsError } from '../../domain/errors.js';
import { callerOf } from './caller.js';
import { errorBody, errorBodyOf, type ErrorBody } from './error-body.js';
import { isForThisMachine, OTHER_HOST } from './host-check.js';
import { LINGER_MILLIS, RETRY_AFTER_SECONDS } from './limits.js';
import { hasTooManyHeaders, refuseConnection, TOO_MANY_HEADERS } from './refuse.js';
import { sessionIdOf } from './session-id.js';
import { traceHeaders } from './trace-headers.js';
import { converse, type Conversation, type ConversationUses } from './web-socket-conversation.js';

/** Of one message in, whatever its frames. A question has 32 KB at most. */
const MOST_BYTES_IN = 128 * 1024;
/** Of one message in: frames without content add nothing to its bytes. */
const MOST_FRAGMENTS = 1024;
const LIMITS = {
  noServer: true,
  // Would hold frames back, and costs 300 KB a connection.
  perMessageDeflate: false,
  maxPayload: MOST_BYTES_IN,
  maxFragments: MOST_FRAGMENTS,
  /** For the other end to answer a close. */
  closeTimeout: LINGER_MILLIS,
};
/** Each may hold a message that is half there. */
const MOST_CONNECTIONS = 1000;

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
  const sockets = new WebSocketServer(LIMITS);
  const conversations = new Set<Conversation>();

  return {
    upgrade(request, socket, head) {
      const taken = identify(request, uses);
      if ('status' in taken) {
        refuseConnection(socket, taken.status, taken.body);
        return;
      }
      if (conversations.size >= MOST_CONNECTIONS) {
        refuseConnection(socket, 503, errorBody('overloaded', TOO_MANY), RETRY_AFTER_SECONDS);
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

const TOO_MANY = `this server holds ${MOST_CONNECTIONS} WebSockets, which is as many as it takes at once`;

function identify(
  request: IncomingMessage,
  uses: WebSocketUses,
): Pick<ConversationUses, 'caller' | 'sessionId' | 'trace'> | { readonly status: number; readonly body: ErrorBody } {
  const { headers, method = 'GET', url = '/' } = request;
  if (uses.loopbackOnly && !isForThisMachine(headers)) return { status: 403, body: errorBody('refused', OTHER_HOST) };
  if (hasTooManyHeaders(request)) return { status: 431, body: errorBody('usage', TOO_MANY_HEADERS) };
  if (headers.upgrade?.toLowerCase() !== 'websocket') {
    return { status: 400, body: errorBody('usage', 'this server upgrades to websocket only: send no header Upgrade') };
  }
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
