import * as http from 'node:http';
import * as https from 'node:https';
import { CentralOpsError } from '../domain/errors.js';
import type { Agents } from './agents.js';
import { readBody, streamBody } from './response-body.js';
import { connectTimeout, networkFailure } from './network-failure.js';

/** What WHATWG's `fetch` looks like to its callers; the MCP client takes one. */
export type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>;

export interface FetchOptions {
  /** Bytes of one reply before it is given up, as `over-budget`. */
  readonly maxResponseBytes: number;
  /** Milliseconds for TCP and TLS together. */
  readonly connectTimeoutMillis: number;
  readonly isClosed: () => boolean;
}

/**
 * A `fetch` over Node's own HTTP client: at a thousand accounts it costs clearly less CPU than the built-in one, and
 * it shares the process's connection pools.
 *
 * - Bodies are strings or bytes. An event stream arrives as it is sent; any other reply is read to its end first.
 * - Redirects are never followed: a signed request must not travel to another host. The 3xx is returned.
 * - A request that a kept-alive connection lost before any reply byte is sent once more, whatever its method:
 *   servers close idle connections at any moment, and everything this program sends is a read.
 * - Nothing is retried otherwise, and no encoding is negotiated or decoded.
 *
 * An abort rejects with the signal's reason. Everything else that fails is a {@link CentralOpsError}: `unreachable`,
 * `refused` (loopback only), `over-budget`, or `cancelled` once the network is closed.
 */
export function createFetch(agents: Agents, options: FetchOptions): Fetch {
  return async (input, init = {}) => {
    const outgoing = prepare(input, init);
    try {
      return await exchange(outgoing, agents, options);
    } catch (error) {
      if (!(error instanceof LostIdleConnection)) throw error;
      return exchange({ ...outgoing, isResend: true }, agents, options);
    }
  };
}

interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | undefined;
  readonly signal: AbortSignal | undefined;
  readonly failOnRedirect: boolean;
  readonly isResend: boolean;
}

/** Never seen outside this file. */
class LostIdleConnection extends Error {}

function prepare(input: string | URL, init: RequestInit): Outgoing {
  const url = typeof input === 'string' ? new URL(input) : input;
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') {
    throw new CentralOpsError(
      'refused',
      `Only plain http(s) addresses can be asked, not ${url.protocol}//${url.host}.`,
    );
  }
  const body = init.body ?? undefined;
  if (body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw new CentralOpsError('internal', 'A request body must be a string or bytes.');
  }
  return {
    url,
    method: (init.method ?? 'GET').toUpperCase(),
    headers: plainHeaders(init.headers),
    body,
    signal: init.signal ?? undefined,
    failOnRedirect: init.redirect === 'error',
    isResend: false,
  };
}

function plainHeaders(headers: RequestInit['headers']): Record<string, string> {
  return headers === undefined ? {} : Object.fromEntries(new Headers(headers));
}

function exchange(outgoing: Outgoing, agents: Agents, options: FetchOptions): Promise<Response> {
  const { url, signal } = outgoing;
  return new Promise<Response>((resolve, reject) => {
    if (options.isClosed()) {
      reject(networkFailure(url, undefined, true));
      return;
    }
    if (signal?.aborted === true) {
      reject(reasonOf(signal));
      return;
    }
    const secure = url.protocol === 'https:';
    const request = (secure ? https : http).request({
      agent: secure ? agents.httpsAgent : agents.httpAgent,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? null : url.port,
      path: `${url.pathname}${url.search}`,
      method: outgoing.method,
      headers: outgoing.headers,
    });
    const onAbort = (): void => {
      fail(signal === undefined ? undefined : reasonOf(signal));
      request.destroy();
    };
    const release = (): void => signal?.removeEventListener('abort', onAbort);
    const fail = (error: unknown): void => {
      release();
      reject(error);
    };
    signal?.addEventListener('abort', onAbort, { once: true });

    limitConnecting(request, secure, options.connectTimeoutMillis, url);
    request.once('error', (error) => {
      const lost = request.reusedSocket && isReset(error) && !outgoing.isResend && !options.isClosed();
      fail(lost ? new LostIdleConnection() : networkFailure(url, error, options.isClosed()));
    });
    // A second error can follow the first, or an abort; without a listener it would end the process.
    request.on('error', () => {});
    request.once('response', (incoming) => {
      request.removeAllListeners('error').on('error', () => {});
      receive(incoming, outgoing, options, release).then(resolve, fail);
    });
    request.end(outgoing.body);
  });
}

/** What comes piece by piece: the MCP server's streams, and those of AWS. */
const STREAMS = ['text/event-stream', 'application/vnd.amazon.eventstream'];

/** Makes the reply of what came in. `release` is called when nothing of it is still under way. */
async function receive(
  incoming: http.IncomingMessage,
  outgoing: Outgoing,
  options: FetchOptions,
  release: () => void,
): Promise<Response> {
  const { url, signal } = outgoing;
  const status = incoming.statusCode ?? 0;
  const reply = { status, statusText: incoming.statusMessage ?? '', headers: headerPairs(incoming.rawHeaders) };
  const limits = {
    maxBytes: options.maxResponseBytes,
    host: url.host,
    failure: (error: unknown) =>
      signal?.aborted === true ? reasonOf(signal) : networkFailure(url, error, options.isClosed()),
  };
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  if (outgoing.failOnRedirect && isRedirect) {
    incoming.destroy();
    throw new CentralOpsError(
      'refused',
      `${url.host} answered with a redirect (HTTP ${status}), which is not followed.`,
      {
        facts: { host: url.host, status },
      },
    );
  }
  const type = incoming.headers['content-type'] ?? '';
  const isStream = STREAMS.some((stream) => type.startsWith(stream));
  if (isStream && !hasNoBody(outgoing.method, status)) {
    return respond(streamBody(incoming, limits, release, signal), reply, url);
  }
  const bytes = await readBody(incoming, limits);
  release();
  return respond(hasNoBody(outgoing.method, status) ? null : bytes, reply, url);
}

function respond(body: ConstructorParameters<typeof Response>[0], reply: ResponseInit, url: URL): Response {
  try {
    return body instanceof Uint8Array ? wholeResponse(body, reply) : new Response(body, reply);
  } catch (error) {
    // A status or header that no fetch client would take either.
    throw networkFailure(url, error, false);
  }
}

/**
 * A reply that is in memory already. `Response` would copy the bytes into a web stream and read them back, a good part of
 * what a request costs, so `text`, `json` and `arrayBuffer` answer from memory. Its `body` is null: there is nothing left to
 * stream or to cancel.
 */
function wholeResponse(bytes: Uint8Array, init: ResponseInit): Response {
  const text = (): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  // Defined, not assigned: LangGraph's server puts a `Response` of its own in place, whose methods cannot be assigned.
  return Object.defineProperties(new Response(null, init), {
    text: { value: () => Promise.resolve(text()) },
    json: { value: async () => JSON.parse(text()) },
    arrayBuffer: { value: () => Promise.resolve(new Uint8Array(bytes).buffer) },
  });
}

function hasNoBody(method: string, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 205 || status === 304;
}

function headerPairs(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return pairs;
}

/** Time in the pool's queue does not count, only the connection's own start. */
function limitConnecting(request: http.ClientRequest, secure: boolean, millis: number, url: URL): void {
  request.once('socket', (socket) => {
    if (request.reusedSocket || !socket.connecting) return;
    const timer = setTimeout(() => request.destroy(connectTimeout(url, millis)), millis);
    const stop = (): void => clearTimeout(timer);
    socket.once(secure ? 'secureConnect' : 'connect', stop);
    socket.once('close', stop);
  });
}

function isReset(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE';
}

function reasonOf(signal: AbortSignal): unknown {
  return signal.reason;
}
