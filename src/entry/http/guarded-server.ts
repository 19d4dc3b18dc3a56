import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createTurns } from '../../network/turns.js';
import { CONNECTION_LIMITS, MOST_CONNECTIONS, MOST_UNANSWERED } from './limits.js';
import { discardRest, hasTooManyHeaders, refuseConnection, TOO_MANY_HEADERS } from './refuse.js';
import { giveUpSlowReaders } from './slow-readers.js';
import { boundConnections } from './waiting-connections.js';

const OPTIONS = {
  ...CONNECTION_LIMITS,
  /** From Node 24.9 on: some clients offer HTTP/2 with every request, and mean to be answered in HTTP/1.1 as well. */
  shouldUpgradeCallback: ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket',
};

/**
 * An HTTP server that does not depend on its clients' manners: whatever they send, leave out or do not read ends in an answer that says
 * what is wrong, or where none is possible in a closed connection, within a stated time. What bodies may be is for `readJsonBody`.
 *
 * @param explain the form in which this server's errors are written
 */
export function createGuardedServer(listener: RequestListener, explain: (message: string) => object): Server {
  const server = createServer(OPTIONS);
  boundConnections(server, MOST_CONNECTIONS);
  giveUpSlowReaders(server);
  const myTurn = createTurns();
  const connections = new WeakMap<Duplex, { unanswered: number; response?: ServerResponse }>();

  server.on('request', (request, response) => {
    const { socket } = request;
    const connection = connections.get(socket) ?? { unanswered: 0 };
    connections.set(socket, connection);
    if ((connection.unanswered += 1) > MOST_UNANSWERED) {
      socket.destroy();
      return;
    }
    response.once('finish', () => {
      connection.unanswered -= 1;
      delete connection.response;
      void discardRest(request, myTurn);
    });
    // Begins to read. Of a request that nobody reads, Node would throw away the body as fast as its client can send it.
    request.read(0);
    const answer = (): void => {
      connection.response = response;
      if (hasTooManyHeaders(request)) refuse(response, 431, explain(TOO_MANY_HEADERS));
      else listener(request, response);
    };
    // A pipelined request waits for the ones before it. Until then its response is told nothing, not even that the client has gone.
    if (response.socket === null) response.once('socket', answer);
    else answer();
  });
  // Whoever reads the body says that it may come.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // An answer that has begun cannot be taken back.
    if (connections.get(socket)?.response?.headersSent === true) {
      socket.destroy();
      return;
    }
    const { status, message } = explained(error.code);
    refuseConnection(socket, status, explain(message));
  });
  server.on('connect', (_request, socket) => refuseConnection(socket, 405, explain('this server is no proxy')));
  return server;
}

function refuse(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify(body));
}

/** What Node's parser stumbled over (https://nodejs.org/api/errors.html, https://github.com/nodejs/llhttp). */
function explained(code: string | undefined): { readonly status: number; readonly message: string } {
  const { maxHeaderSize, headersTimeout, requestTimeout } = CONNECTION_LIMITS;
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, message: `the request line and headers are larger than ${maxHeaderSize / 1024} KB` };
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return { status: 413, message: 'the extensions of a chunk are too long' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return {
        status: 408,
        message: `the request took too long: ${headersTimeout / 1000} s for its headers, ${requestTimeout / 1000} s for all of it`,
      };
    default:
      return { status: 400, message: `this is not a request of HTTP/1.1 (${code ?? 'unreadable'})` };
  }
}
