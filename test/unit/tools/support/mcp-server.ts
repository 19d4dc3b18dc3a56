import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';

import { isJsonObject } from '../../../../src/domain/json.js';
import type { Json, JsonObject } from '../../../../src/domain/json.js';

/** One HTTP request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** JSON-RPC method, or the HTTP method when there is none. */
  readonly what: string;
  readonly params: JsonObject;
  readonly keyId: string;
  readonly at: number;
}

export interface TestServer {
  readonly endpoint: URL;
  readonly seen: SeenRequest[];
  readonly openSessions: Set<string>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** Secrets by access key id: signatures are recomputed, and a wrong one is a 403. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly tools?: readonly JsonObject[];
  /** The result of a tools/call. */
  readonly answer?: (request: SeenRequest) => Json | Promise<Json>;
  /** Takes over a request; true when it has answered. */
  readonly intercept?: (request: SeenRequest, response: ServerResponse, server: TestServer) => boolean;
  readonly eventStream?: boolean;
}

/** A small MCP server on loopback: just enough of streamable HTTP, and SigV4 by its own reckoning. */
export async function startServer(options: TestServerOptions): Promise<TestServer> {
  let sessions = 0;
  const http = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const message: unknown = body === '' ? {} : JSON.parse(body);
      const rpc = isJsonObject(message) ? message : {};
      const request: SeenRequest = {
        method: incoming.method ?? '',
        headers: incoming.headers,
        body,
        what: typeof rpc['method'] === 'string' ? rpc['method'] : (incoming.method ?? ''),
        params: isJsonObject(rpc['params']) ? rpc['params'] : {},
        keyId: /Credential=([^/]+)/.exec(incoming.headers.authorization ?? '')?.[1] ?? '',
        at: Date.now(),
      };
      server.seen.push(request);
      void respond(request, rpc, incoming.url ?? '', response);
    });
  });
  const port = await listen(http);
  const server: TestServer = {
    endpoint: new URL(`http://127.0.0.1:${port}/mcp`),
    seen: [],
    openSessions: new Set(),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };

  async function respond(request: SeenRequest, rpc: JsonObject, path: string, response: ServerResponse): Promise<void> {
    if (options.intercept?.(request, response, server) === true) return;
    const secret = options.secrets[request.keyId];
    if (
      secret === undefined ||
      signatureOf(request, path, secret) !== /Signature=(\w+)/.exec(request.headers.authorization ?? '')?.[1]
    ) {
      response.writeHead(403).end('{"message":"The request signature we calculated does not match"}');
      return;
    }
    const sessionId = String(request.headers['mcp-session-id'] ?? '');
    if (request.what === 'DELETE') {
      server.openSessions.delete(sessionId);
      response.writeHead(204).end();
      return;
    }
    if (request.what !== 'initialize' && !server.openSessions.has(sessionId)) {
      response
        .writeHead(404)
        .end('{"jsonrpc":"2.0","error":{"code":-30001,"message":"The provided SessionId was not found"}}');
      return;
    }
    if (rpc['id'] === undefined) {
      response.writeHead(202).end();
      return;
    }
    const headers: Record<string, string> = {
      'content-type': options.eventStream === true ? 'text/event-stream' : 'application/json',
    };
    let result: Json = {};
    if (request.what === 'initialize') {
      sessions += 1;
      const id = `session-${sessions}`;
      server.openSessions.add(id);
      headers['mcp-session-id'] = id;
      result = {
        protocolVersion: '2025-06-18',
        capabilities: { tools: {} },
        serverInfo: { name: 'test', version: '1' },
      };
    } else if (request.what === 'tools/list') {
      result = { tools: [...(options.tools ?? [RUN_SCRIPT_TOOL])] };
    } else if (request.what === 'tools/call') {
      result = (await options.answer?.(request)) ?? {};
    }
    const text = JSON.stringify(
      isJsonObject(result) && isJsonObject(result['rpcError'])
        ? { jsonrpc: '2.0', id: rpc['id'], error: result['rpcError'] }
        : { jsonrpc: '2.0', id: rpc['id'], result },
    );
    response.writeHead(200, headers).end(options.eventStream === true ? `event: message\ndata: ${text}\n\n` : text);
  }

  return server;
}

export const RUN_SCRIPT_TOOL: JsonObject = {
  name: 'aws___run_script',
  description: 'Runs a script',
  inputSchema: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] },
};

/** SigV4 from its specification, sharing nothing with the product: what the signature of a request has to be. */
export function signatureOf(
  request: Pick<SeenRequest, 'method' | 'headers' | 'body'>,
  path: string,
  secret: string,
): string {
  const parts = /Credential=[^/]+\/(\d+)\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+)/.exec(
    request.headers.authorization ?? '',
  );
  const [, date = '', region = '', service = '', signedHeaders = ''] = parts ?? [];
  const [pathname = '', query = ''] = path.split('?');
  const canonical = [
    request.method,
    pathname,
    query.split('&').sort().join('&'),
    ...signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    signedHeaders,
    sha256(request.body),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', String(request.headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (sofar, part) => createHmac('sha256', sofar).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac('sha256', key).update(toSign).digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Starts a server on a free port of loopback. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
