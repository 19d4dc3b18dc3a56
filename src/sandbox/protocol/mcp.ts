import type { FaultTable } from '../faults.js';
import type { IssuedCredentials } from '../identity/issued-credentials.js';
import type { SignatureVerdict, SignedRequest } from '../identity/signature.js';
import type { StatisticsRecorder } from '../statistics.js';
import { DROP, HANG, jsonReply, reply, type HttpReply } from './http-reply.js';
import {
  INVALID_PARAMS,
  INVALID_REQUEST,
  METHOD_NOT_FOUND,
  PARSE_ERROR,
  readMessage,
  SESSION_LOST,
  type ClientMessage,
} from './mcp-message.js';
import type { McpSessions, SessionOwner } from './mcp-sessions.js';
import type { Quotas } from './quotas.js';
import { rpcError, rpcResult } from './rpc-replies.js';
import type { ToolBox } from './tool-box.js';

export interface McpOptions {
  readonly verify: (service: string, request: SignedRequest) => SignatureVerdict;
  readonly sessions: McpSessions;
  readonly quotas: Quotas;
  readonly faults: FaultTable;
  readonly statistics: StatisticsRecorder;
  readonly tools: ToolBox;
  readonly framing: 'json' | 'sse';
  /** Applies the pretended latency of `initialize`. */
  readonly delayed: (work: () => HttpReply) => Promise<HttpReply>;
  readonly log: (message: string, facts: Readonly<Record<string, string>>) => void;
}

/** Newest first: what a client that asks for something unknown is offered. */
const PROTOCOL_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

const ANONYMOUS: SessionOwner = { accountId: 'anonymous', identityKey: 'anonymous' };

/** One request in the hands of the server. */
interface Turn {
  readonly request: SignedRequest;
  readonly owner: SessionOwner;
  readonly credentials: IssuedCredentials | undefined;
  /** Made when somebody waits for it: most requests are over before anybody could leave. */
  readonly signal: () => AbortSignal;
}

/**
 * The AWS MCP Server: MCP over streamable HTTP, signed with the identity that its scripts then act as. Knowledge tools
 * answer anybody. https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http
 */
export function createMcp(
  options: McpOptions,
): (request: SignedRequest, signal: () => AbortSignal) => Promise<HttpReply> {
  // A session that a fault takes away is taken away once per account, so that opening another one helps.
  const expired = new Set<string>();

  return async (request, signal) => {
    const verdict = request.headers.authorization === undefined ? undefined : options.verify('aws-mcp', request);
    if (verdict?.kind === 'invalid') {
      options.log('mcp refused a signature', { problem: verdict.problem });
      return refused(
        verdict.problem === 'expired-token' ? 'ExpiredTokenException' : 'AccessDeniedException',
        verdict.message,
      );
    }
    const credentials = verdict?.credentials;
    const owner = credentials?.principal ?? ANONYMOUS;
    options.statistics.count(owner.accountId, 'requests');
    if (credentials !== undefined) options.statistics.signedBy(owner.accountId, credentials.accessKeyId);
    const broken = injected(options, owner.accountId, expired, request);
    if (broken !== undefined) return broken;
    const leave = options.quotas.enter(owner.accountId);
    if (leave === undefined) return tooMany(options, owner.accountId);
    options.statistics.concurrency(owner.accountId, options.quotas.inFlight(owner.accountId));
    try {
      return await answer(options, { request, owner, credentials, signal });
    } finally {
      leave();
    }
  };
}

function injected(
  options: McpOptions,
  accountId: string,
  expired: Set<string>,
  request: SignedRequest,
): HttpReply | undefined {
  const outcome = options.faults.at(accountId, 'mcp');
  if (outcome === 'denied') return refused('AccessDeniedException', 'User is not authorized to access this resource.');
  if (outcome === 'throttled') return tooMany(options, accountId);
  if (outcome === 'error') return jsonReply(500, { message: 'Internal server error' });
  if (outcome === 'unreachable') return DROP;
  if (outcome === 'timeout') return HANG;
  if (outcome === 'expired-session' && !expired.has(accountId) && request.body.includes('"tools/call"')) {
    expired.add(accountId);
    options.sessions.expire(accountId);
  }
  return undefined;
}

function refused(type: string, message: string): HttpReply {
  return jsonReply(403, { message }, { 'x-amzn-errortype': type });
}

function tooMany(options: McpOptions, accountId: string): HttpReply {
  options.statistics.count(accountId, 'rejected429');
  return jsonReply(429, { message: 'Too Many Requests' }, { 'x-amzn-errortype': 'TooManyRequestsException' });
}

async function answer(options: McpOptions, turn: Turn): Promise<HttpReply> {
  const { request, owner } = turn;
  const sessionId = single(request.headers['mcp-session-id']);
  if (request.method === 'DELETE') {
    options.statistics.count(owner.accountId, 'deletes');
    return sessionId !== undefined && options.sessions.end(sessionId, owner) ? reply(200) : sessionLost(null);
  }
  if (request.method !== 'POST') {
    if (request.method === 'GET') options.statistics.count(owner.accountId, 'gets');
    return reply(405, '', { allow: 'POST, DELETE' });
  }
  const unusable = unusableHeaders(request);
  if (unusable !== undefined) return unusable;
  const message = readMessage(request.body);
  if (message.kind === 'invalid') return rpcError(400, null, message.code, message.message);
  if (message.kind === 'request' && message.method === 'initialize') return initialize(options, turn, message);
  if (sessionId === undefined) {
    return rpcError(
      400,
      message.kind === 'request' ? message.id : null,
      INVALID_REQUEST,
      'Mcp-Session-Id header is required.',
    );
  }
  if (!options.sessions.has(sessionId, owner)) return sessionLost(message.kind === 'request' ? message.id : null);
  return message.kind === 'note' ? reply(202) : framed(options, await perform(options, turn, message));
}

type Request = Extract<ClientMessage, { kind: 'request' }>;

function unusableHeaders(request: SignedRequest): HttpReply | undefined {
  const accept = request.headers.accept ?? '*/*';
  if (!/application\/json|text\/event-stream|\*\/\*/u.test(accept)) {
    return rpcError(
      406,
      null,
      INVALID_REQUEST,
      'Not Acceptable: the client must accept application/json and text/event-stream.',
    );
  }
  if (!(request.headers['content-type'] ?? '').toLowerCase().startsWith('application/json')) {
    return rpcError(415, null, PARSE_ERROR, 'Unsupported Media Type: Content-Type must be application/json.');
  }
  const version = single(request.headers['mcp-protocol-version']);
  if (version !== undefined && !PROTOCOL_VERSIONS.some((known) => known === version)) {
    return rpcError(400, null, INVALID_REQUEST, `Unsupported protocol version: ${version}`);
  }
  return undefined;
}

async function initialize(options: McpOptions, turn: Turn, message: Request): Promise<HttpReply> {
  options.statistics.count(turn.owner.accountId, 'initialize');
  const asked = message.params['protocolVersion'];
  if (typeof asked !== 'string') return rpcError(200, message.id, INVALID_PARAMS, 'protocolVersion is missing.');
  return options.delayed(() => {
    const sessionId = options.sessions.open(turn.owner);
    if (sessionId === undefined) return tooMany(options, turn.owner.accountId);
    const made = rpcResult(message.id, {
      protocolVersion: PROTOCOL_VERSIONS.find((version) => version === asked) ?? PROTOCOL_VERSIONS[0],
      capabilities: { tools: { listChanged: false } },
      serverInfo: { name: 'AWS MCP Server', version: '1.0.0' },
    });
    return framed(options, withHeader(made, 'mcp-session-id', sessionId));
  });
}

async function perform(options: McpOptions, turn: Turn, message: Request): Promise<HttpReply> {
  switch (message.method) {
    case 'ping':
      return rpcResult(message.id, {});
    case 'tools/list':
      options.statistics.count(turn.owner.accountId, 'toolsList');
      return rpcResult(message.id, { tools: options.tools.list() });
    case 'tools/call': {
      options.statistics.count(turn.owner.accountId, 'toolsCall');
      const called = await options.tools.call(message.params, turn.credentials?.principal, turn.signal);
      if (called.kind === 'result') return rpcResult(message.id, called.result);
      return called.kind === 'unsigned'
        ? refused('MissingAuthenticationTokenException', called.message)
        : rpcError(200, message.id, called.code, called.message);
    }
    default:
      return rpcError(200, message.id, METHOD_NOT_FOUND, `Method not found: ${message.method}`);
  }
}

function sessionLost(id: string | number | null): HttpReply {
  const text = 'The provided SessionId was not found or has expired, please re-initialize your connection.';
  return rpcError(404, id, SESSION_LOST, text);
}

/** The same answer as an event stream of one event, when this server is to frame it so. */
function framed(options: McpOptions, answered: HttpReply): HttpReply {
  if (options.framing === 'json' || answered.kind !== 'reply' || answered.status !== 200) return answered;
  const body = `event: message\ndata: ${answered.body}\n\n`;
  return { ...answered, body, headers: { ...answered.headers, 'content-type': 'text/event-stream' } };
}

function withHeader(answered: HttpReply, name: string, value: string): HttpReply {
  return answered.kind === 'reply' ? { ...answered, headers: { ...answered.headers, [name]: value } } : answered;
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
