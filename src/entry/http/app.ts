import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Answer } from '../../domain/answer.js';
import type { Caller } from '../../domain/caller.js';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError, messageOf, withNextStep } from '../../domain/errors.js';
import type { RunEvent } from '../../domain/event.js';
import type { Logger } from '../../domain/logger.js';
import { isLoopbackHost } from '../../domain/loopback.js';
import type { RunRequest } from '../../domain/run.js';
import type { Operations } from '../../operations.js';
import { callerOf } from './caller.js';
import { createPing } from './ping.js';
import { parseBody } from './request-body.js';

const SESSION_HEADER = 'x-amzn-bedrock-agentcore-runtime-session-id';
const SESSION_ID = /^[\x21-\x7e]{1,256}$/;
const BODY_LIMIT = '10mb';
/** Rows of each table in an answer over HTTP; the rest is paged with `rows`. */
const ROW_LIMIT = 10_000;
/** Quiet streams are kept open by proxies only when something is sent now and then. */
const HEARTBEAT_MILLIS = 15_000;

export interface AppUses {
  readonly operations: Operations;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly logger: Logger;
  readonly callerHeader: string | undefined;
  /** True when bound to loopback: then only requests that name a loopback host are answered (DNS rebinding). */
  readonly loopbackOnly: boolean;
}

/**
 * The Amazon Bedrock AgentCore HTTP contract: `POST /invocations` and `GET /ping`. Apart from listening, so that tests
 * call it directly.
 */
export function createApp(uses: AppUses): Express {
  const ping = createPing(uses.clock);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (uses.loopbackOnly) app.use(refuseOtherHosts);
  app.get('/ping', (_request, response) => {
    response.json(ping.report());
  });
  app.post(
    '/invocations',
    express.json({ limit: BODY_LIMIT, type: () => true, strict: false }),
    async (request, response) => {
      const done = ping.busy();
      // `finish` and `close` both end it; the second is a no-op.
      response.once('finish', done).once('close', done);
      await invoke(request, response, uses);
    },
  );
  app.use((request: Request, response: Response) => {
    response.status(404).json(errorBody('usage', `there is no ${request.method} ${request.path} here`));
  });
  app.use(explainError(uses.logger));
  return app;
}

async function invoke(request: Request, response: Response, uses: AppUses): Promise<void> {
  const parsed = parseBody(request.body);
  const sessionId = sessionOf(request) ?? uses.newId('session');
  const caller = callerOf((name) => request.get(name), sessionId, uses.callerHeader);
  if (parsed.kind === 'rows') {
    response.json(await readRows(uses.operations, parsed.rows, parsed.warnings, caller));
    return;
  }
  const cancel = new AbortController();
  // The request's own `close` fires as soon as its body is read; the response's says that the client has gone.
  response.once('close', () => {
    if (!response.writableFinished) cancel.abort(new CentralOpsError('cancelled', 'the client disconnected'));
  });
  const events = run(parsed.request, parsed.warnings, { caller, sessionId, signal: cancel.signal }, uses.operations);
  if (request.accepts(['application/json', 'text/event-stream']) === 'text/event-stream') {
    await streamEvents(events, response, cancel.signal);
  } else {
    await answerAtOnce(events, response, sessionId, parsed.warnings);
  }
}

async function* run(
  request: RunRequest,
  warnings: readonly string[],
  who: { readonly caller: Caller; readonly sessionId: string; readonly signal: AbortSignal },
  operations: Operations,
): AsyncGenerator<RunEvent, void, undefined> {
  for await (const event of operations.start(request, { ...who, rowLimit: ROW_LIMIT })) {
    if (event.type !== 'run-ended') yield event;
    else yield { ...event, answer: { ...event.answer, warnings: [...warnings, ...event.answer.warnings] } };
  }
}

async function answerAtOnce(
  events: AsyncIterable<RunEvent>,
  response: Response,
  sessionId: string,
  warnings: readonly string[],
): Promise<void> {
  for await (const event of events) {
    if (event.type === 'run-ended') response.json(event.answer satisfies Answer);
    else if (event.type === 'run-failed') response.json(failedAnswer(event, sessionId, warnings));
  }
}

/** Whoever asked for JSON reads one kind of object, also when the run broke. */
function failedAnswer(
  { runId, error }: Extract<RunEvent, { type: 'run-failed' }>,
  sessionId: string,
  warnings: readonly string[],
): Answer {
  return {
    response: error.message,
    status: 'failed',
    sessionId,
    runId,
    tables: [],
    warnings,
    error,
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 0 },
  };
}

async function streamEvents(events: AsyncIterable<RunEvent>, response: Response, signal: AbortSignal): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': still working\n\n'), HEARTBEAT_MILLIS);
  try {
    for await (const event of events) {
      const flushed = response.write(`data: ${JSON.stringify(event)}\n\n`);
      if (!flushed) await drained(response, signal);
    }
    response.end();
  } finally {
    clearInterval(heartbeat);
  }
}

/** Waits until a slow reader has taken what was written, or is gone. */
function drained(response: Response, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}

async function readRows(
  operations: Operations,
  query: Parameters<Operations['rows']>[0],
  warnings: readonly string[],
  caller: Caller,
): Promise<unknown> {
  try {
    return { status: 'complete', runId: query.runId, table: await operations.rows(query, caller), warnings };
  } catch (error) {
    // The platform folds 4xx into 424, so what the caller must read is a 200.
    if (error instanceof CentralOpsError) {
      return { status: 'failed', runId: query.runId, ...errorBody(error.code, fullMessage(error)), warnings };
    }
    throw error;
  }
}

function sessionOf(request: Request): string | undefined {
  const value = request.get(SESSION_HEADER);
  if (value === undefined) return undefined;
  if (SESSION_ID.test(value)) return value;
  throw new CentralOpsError('usage', `the header ${SESSION_HEADER} must have 1 to 256 visible characters`);
}

/** A page of another site may resolve its own name to 127.0.0.1; it cannot make the browser send a loopback Host. */
function refuseOtherHosts(request: Request, response: Response, next: () => void): void {
  const host = hostName(request.get('host'));
  const origin = request.get('origin');
  const originHost = origin === undefined ? undefined : URL.canParse(origin) ? new URL(origin).hostname : '';
  if (host !== undefined && isLoopbackHost(host) && (originHost === undefined || isLoopbackHost(originHost))) {
    next();
    return;
  }
  response.status(403).json(errorBody('refused', 'this server answers requests for localhost only'));
}

function hostName(host: string | undefined): string | undefined {
  return host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}

function explainError(logger: Logger): ErrorRequestHandler {
  // Express tells an error handler from others by its four parameters.
  return (error: unknown, _request, response, _next) => {
    if (response.headersSent) {
      // Half an answer must not look like a whole one, and Express's own handler would print to the console.
      logger.error('request failed', { error: messageOf(error) });
      response.destroy();
      return;
    }
    if (error instanceof CentralOpsError) {
      response.status(error.code === 'usage' ? 400 : 500).json(errorBody(error.code, fullMessage(error)));
      return;
    }
    const status = statusOf(error);
    if (status >= 500) logger.error('request failed', { error: messageOf(error) });
    const message =
      status === 413
        ? `the body is larger than ${BODY_LIMIT}`
        : status < 500
          ? messageOf(error)
          : 'an unexpected error';
    response.status(status).json(errorBody(status < 500 ? 'usage' : 'internal', message));
  };
}

/** The HTTP status that the body parser puts on its errors. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function fullMessage(error: CentralOpsError): string {
  return withNextStep(error.message, error.nextStep);
}

function errorBody(
  code: string,
  message: string,
): { readonly error: { readonly code: string; readonly message: string } } {
  return { error: { code, message } };
}
