import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isLoopbackHost } from '../domain/loopback.js';
import type { SignedRequest } from './identity/signature.js';
import { isBedrockPath } from './protocol/bedrock.js';
import { isRuntimePath } from './protocol/agentcore.js';
import { isAgentLookUp } from './protocol/agent-look-ups.js';
import { isBedrockAgentPath } from './protocol/bedrock-agents.js';
import { jsonReply, readBody, type HttpReply } from './protocol/http-reply.js';

export interface Doors {
  readonly sts: (request: SignedRequest) => Promise<HttpReply>;
  /** Services that are named in a header; undefined for what is none of theirs. */
  readonly targets: (request: SignedRequest) => HttpReply | undefined;
  /** Undefined for a form that is not EC2's. */
  readonly ec2: (request: SignedRequest) => HttpReply | undefined;
  /** Further services in their own wire formats; undefined for what is none of theirs. */
  readonly services: (request: SignedRequest) => HttpReply | undefined;
  readonly mcp: (request: SignedRequest, signal: () => AbortSignal) => Promise<HttpReply>;
  readonly bedrock: (request: SignedRequest) => HttpReply;
  readonly agentCore: (request: SignedRequest) => HttpReply;
  readonly bedrockAgents: (request: SignedRequest) => HttpReply;
  readonly agentLookUps: (request: SignedRequest) => HttpReply;
  /** Undefined for a path that is not Identity Center's. */
  readonly identityCenter: (request: SignedRequest) => HttpReply | undefined;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

const LARGEST_BODY = 10 * 1024 * 1024;

/**
 * Leads requests to STS, EC2 and JSON services (`POST /`), to the MCP server (`/mcp`), to the models (`/model/…`), to agents (`/runtimes/…`, `/agents/…`) and to Identity Center. A Host
 * that is not this machine is refused: a page in a browser could otherwise reach the sandbox under a name of its own.
 */
export function createRequestListener(doors: Doors): RequestListener {
  return (request, response) => {
    serve(doors, request, () => untilGone(response)).then(
      (answered) => send(response, answered),
      (error: unknown) => {
        if (response.destroyed) return;
        doors.log('the sandbox failed', { reason: error instanceof Error ? error.message : String(error) });
        send(response, jsonReply(500, { message: 'Internal server error' }));
      },
    );
  };
}

/** Aborts when the client leaves before it has its answer. */
function untilGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

async function serve(doors: Doors, request: IncomingMessage, signal: () => AbortSignal): Promise<HttpReply> {
  if (!isLocal(request.headers.host)) {
    doors.log('the sandbox refused a host', { host: request.headers.host ?? '' });
    return jsonReply(403, { message: 'The sandbox answers on localhost only.' });
  }
  const body = await readBody(request, LARGEST_BODY);
  if (body === undefined) return jsonReply(413, { message: 'Request body too large' });
  const method = request.method ?? '';
  const target = request.url ?? '/';
  const signed = { method, target, headers: request.headers, body };
  const path = target.split('?')[0];
  if (path === '/mcp') return doors.mcp(signed, signal);
  const answered = doors.services(signed);
  if (answered !== undefined) return answered;
  if (path === '/' && method === 'POST') return doors.targets(signed) ?? doors.ec2(signed) ?? doors.sts(signed);
  if (path !== undefined && isBedrockPath(path)) return doors.bedrock(signed);
  if (path !== undefined && isRuntimePath(path)) return doors.agentCore(signed);
  if (path !== undefined && isAgentLookUp(method, path)) return doors.agentLookUps(signed);
  if (path !== undefined && isBedrockAgentPath(path)) return doors.bedrockAgents(signed);
  return (
    doors.identityCenter(signed) ??
    jsonReply(404, {
      message: `Nothing answers ${method} ${path ?? ''} here: STS is POST /, the MCP server /mcp, models /model/ID/converse.`,
    })
  );
}

/** By its name alone: the port is another one where a port of this machine is passed on to the sandbox. */
function isLocal(host: string | undefined): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && isLoopbackHost(new URL(`http://${host}`).hostname);
}

function send(response: ServerResponse, answered: HttpReply): void {
  if (answered.kind === 'hang' || response.destroyed) return;
  if (answered.kind === 'drop') {
    response.socket?.destroy();
    return;
  }
  if (answered.kind === 'pieces') {
    sendPieces(response, answered);
    return;
  }
  const body = Buffer.from(answered.body);
  response.writeHead(answered.status, { ...answered.headers, 'content-length': String(body.length) });
  response.end(body);
}

function sendPieces(response: ServerResponse, answered: Extract<HttpReply, { kind: 'pieces' }>): void {
  response.writeHead(answered.status, answered.headers);
  const { gapMillis } = answered;
  if (gapMillis !== undefined) {
    sendApart(response, answered.pieces, gapMillis);
    return;
  }
  for (const piece of answered.pieces) response.write(piece);
  if (answered.ending === 'end') response.end();
  // What has been written is to arrive first.
  if (answered.ending === 'cut') response.write('', () => response.socket?.destroy());
}

/** The first at once, each other one after a pause; the sandbox's end or the client's ends it too. */
function sendApart(response: ServerResponse, pieces: readonly Uint8Array[], gapMillis: number): void {
  let next = 0;
  const timer = setInterval(() => {
    if (next < pieces.length && !response.destroyed) {
      response.write(pieces[next]);
      next += 1;
      return;
    }
    clearInterval(timer);
    response.end();
  }, gapMillis);
  response.once('close', () => clearInterval(timer));
}
