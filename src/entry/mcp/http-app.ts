/**
 * Streamable HTTP without state, as AgentCore's MCP protocol asks for it (`POST /mcp`, port 8000): each request has a server and a
 * transport of its own, and any session id is taken. The id is given back by clients and platforms, and says whose rows are whose.
 */
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { callerKey } from '../../domain/caller.js';
import { CentralOpsError, messageOf, withNextStep } from '../../domain/errors.js';
import type { Logger } from '../../domain/logger.js';
import { callerOf } from '../http/caller.js';
import { RETRY_AFTER_SECONDS } from '../http/limits.js';
import { stayForAnswer } from '../http/refuse.js';
import type { Ping } from '../http/ping.js';
import { BodyRefused, createBodyLimits, readJsonBody } from '../http/read-body.js';
import { sessionIdOf } from '../http/session-id.js';
import { createExchanges, type Exchanges } from './exchanges.js';
import { refusalOf, type HttpAccess } from './http-access.js';
import type { McpServerFactory } from './server.js';

/** Bytes of one body: as the SDK's own limit. */
const MOST_BYTES = 4 * 1024 * 1024;
const SESSION_HEADER = 'mcp-session-id';

export interface McpAppUses {
  readonly connect: McpServerFactory;
  readonly access: HttpAccess;
  readonly ping: Ping;
  readonly newId: (prefix: string) => string;
  readonly callerHeader: string | undefined;
  readonly logger: Logger;
}

/** `POST /mcp` and `GET /ping`. Apart from listening, so that tests call it directly. */
export function createMcpApp(uses: McpAppUses): Express {
  const { access, ping, logger } = uses;
  const exchanges = createExchanges();
  const limits = createBodyLimits(MOST_BYTES);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.get('/ping', (request, response) => {
    const refusal = refusalOf(request.headers, { ...access, token: undefined });
    if (refusal === undefined) response.json(ping.report());
    else refuse(response, refusal.status, refusal.message);
  });
  app.use((request, response, next) => {
    const refusal = refusalOf(request.headers, access);
    if (refusal === undefined) {
      next();
      return;
    }
    if (refusal.status === 401) response.set('www-authenticate', 'Bearer');
    refuse(response, refusal.status, refusal.message);
  });
  app.post('/mcp', async (request, response) => {
    const done = ping.busy();
    try {
      await answer(await readJsonBody(request, response, limits), request, response, uses, exchanges);
    } finally {
      done();
    }
  });
  app.all('/mcp', (_request, response) => {
    // There is no stream beside the answers, and no session that could be ended.
    response.set('allow', 'POST');
    refuse(response, 405, 'this server keeps no sessions: only POST is answered');
  });
  app.use((request: Request, response: Response) => {
    refuse(response, 404, `there is no ${request.method} ${request.path} here; the protocol is spoken at POST /mcp`);
  });
  app.use(explainError(logger));
  return app;
}

async function answer(
  body: unknown,
  request: Request,
  response: Response,
  uses: McpAppUses,
  exchanges: Exchanges,
): Promise<void> {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  const sessionId = sessionOf(request, response, messages, uses.newId);
  const caller = callerOf((name) => request.get(name), sessionId, uses.callerHeader);
  const who = JSON.stringify([callerKey(caller), sessionId]);
  exchanges.cancelNamed(who, messages);

  const server = uses.connect({ caller, busy: () => uses.ping.busy() });
  // Only the calls of tools report on the way; everything else is one JSON object.
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: !messages.some(isToolCall) });
  const close = (): void => {
    server.close().catch((error: unknown) => uses.logger.warn('mcp server not closed', { error: messageOf(error) }));
  };
  const end = exchanges.begin(who, messages, close);
  // Nobody can come back for the answer, so who leaves has cancelled.
  response.once('close', () => {
    end();
    close();
  });
  await server.connect(transport);
  await transport.handleRequest(request, response, body);
}

/** The session of a request; who begins without one is given one, by which to find their rows and cancel their calls. */
function sessionOf(
  request: Request,
  response: Response,
  messages: readonly unknown[],
  newId: (prefix: string) => string,
): string {
  const given = sessionIdOf((name) => request.get(name), SESSION_HEADER);
  if (given !== undefined) return given;
  const made = newId('session');
  if (messages.some((message) => methodOf(message) === 'initialize')) response.set(SESSION_HEADER, made);
  return made;
}

const anyMessage = z.object({ method: z.string() });

function methodOf(message: unknown): string | undefined {
  return anyMessage.safeParse(message).data?.method;
}

function isToolCall(message: unknown): boolean {
  return methodOf(message) === 'tools/call';
}

/** JSON-RPC's form of an error that belongs to no request. */
export function errorWithoutRequest(message: string, code: number = ErrorCode.InvalidRequest): object {
  return { jsonrpc: '2.0', error: { code, message }, id: null };
}

function refuse(response: Response, status: number, message: string, code?: number): void {
  stayForAnswer(response.req, response);
  response.status(status).json(errorWithoutRequest(message, code));
}

function explainError(logger: Logger): ErrorRequestHandler {
  // Express tells an error handler from others by its four parameters.
  return (error: unknown, _request, response, _next) => {
    // Nobody is there to tell.
    if (response.destroyed) return;
    if (response.headersSent) {
      logger.error('request failed', { error: messageOf(error) });
      response.destroy();
    } else if (error instanceof BodyRefused) {
      if (error.status === 503) response.set('retry-after', String(RETRY_AFTER_SECONDS));
      refuse(response, error.status, withNextStep(error.message, error.nextStep));
    } else if (error instanceof CentralOpsError) {
      refuse(response, 400, withNextStep(error.message, error.nextStep), ErrorCode.ParseError);
    } else {
      logger.error('request failed', { error: messageOf(error) });
      refuse(response, 500, 'an unexpected error', ErrorCode.InternalError);
    }
  };
}
