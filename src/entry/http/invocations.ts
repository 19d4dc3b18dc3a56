import type { Request, Response } from 'express';
import type { Answer } from '../../domain/answer.js';
import type { Caller } from '../../domain/caller.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { RunEvent } from '../../domain/event.js';
import { jsonPieces } from '../../domain/json-pieces.js';
import type { OperationRequest } from '../../domain/run.js';
import { unanswered } from '../../domain/unanswered.js';
import type { Operations, RowsQuery } from '../../operations.js';
import { callerOf } from './caller.js';
import { errorBodyOf } from './error-body.js';
import { streamEvents } from './event-stream.js';
import { fitAnswer, fitTable } from './fit-answer.js';
import { ANSWER_LIMIT, RETRY_AFTER_SECONDS } from './limits.js';
import { parseBody } from './request-body.js';
import { sendPieces } from './send-pieces.js';
import { sessionIdOf } from './session-id.js';
import { traceHeaders } from './trace-headers.js';

/** Rows of each table in an answer over HTTP; the rest is paged with `rows`. */
const ROW_LIMIT = 10_000;

export interface InvocationUses {
  readonly operations: Operations;
  readonly newId: (prefix: string) => string;
  readonly callerHeader: string | undefined;
  /** Whether a run that came now would be told to come again. */
  readonly isFull: () => boolean;
}

/** `POST /invocations`: one request, as one answer object or as a stream of events. Throws `usage` for a malformed one. */
export async function answerInvocation(
  body: unknown,
  request: Request,
  response: Response,
  uses: InvocationUses,
): Promise<void> {
  const parsed = parseBody(body);
  const sessionId = sessionIdOf((name) => request.get(name)) ?? uses.newId('session');
  const caller = callerOf((name) => request.get(name), sessionId, uses.callerHeader);
  response.setHeader('cache-control', 'no-store');
  if (parsed.kind === 'rows') {
    await sendJson(response, await readRows(uses.operations, parsed.rows, parsed.warnings, caller, ANSWER_LIMIT));
    return;
  }
  // For whoever reads headers; the reason is in the answer.
  if (uses.isFull()) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
  const cancel = new AbortController();
  // The request's own `close` fires as soon as its body is read; the response's says that the client has gone.
  response.once('close', () => {
    if (!response.writableFinished) cancel.abort(new CentralOpsError('cancelled', 'the client disconnected'));
  });
  const options = {
    caller,
    sessionId,
    signal: cancel.signal,
    rowLimit: ROW_LIMIT,
    trace: traceHeaders((name) => request.get(name)),
  };
  const events = runEvents(uses.operations, parsed.request, parsed.warnings, options, ANSWER_LIMIT);
  if (request.accepts(['application/json', 'text/event-stream']) === 'text/event-stream') {
    await streamEvents(events, response);
  } else {
    await sendJson(response, await lastOf(events, sessionId, parsed.warnings));
  }
}

/** A run's events as doors send them: warnings about the request in its answer, which fits into `limit` bytes. */
export async function* runEvents(
  operations: Operations,
  request: OperationRequest,
  warnings: readonly string[],
  options: Parameters<Operations['start']>[1],
  limit: number,
): AsyncGenerator<RunEvent, void, undefined> {
  for await (const event of operations.start(request, options)) {
    if (event.type !== 'run-ended') yield event;
    else {
      const answer = { ...event.answer, warnings: [...warnings, ...event.answer.warnings] };
      yield { ...event, answer: await fitAnswer(answer, limit) };
    }
  }
}

/** A page of an earlier run, or why there is none: the platform folds 4xx into 424, so what must be read is no error. */
export async function readRows(
  operations: Operations,
  query: RowsQuery,
  warnings: readonly string[],
  caller: Caller,
  limit: number,
): Promise<Readonly<Record<string, unknown>>> {
  const { runId } = query;
  try {
    return { status: 'complete', runId, table: await fitTable(await operations.rows(query, caller), limit), warnings };
  } catch (error) {
    if (error instanceof CentralOpsError) return { status: 'failed', runId, ...errorBodyOf(error), warnings };
    throw error;
  }
}

/** Whoever asked for JSON reads one kind of object, also when the run broke. */
async function lastOf(
  events: AsyncIterable<RunEvent>,
  sessionId: string,
  warnings: readonly string[],
): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  for await (const event of events) {
    if (event.type === 'run-ended') answer = event.answer;
    else if (event.type === 'run-failed') {
      answer = { ...unanswered({ runId: event.runId, sessionId }, 'failed', event.error), warnings };
    }
  }
  return answer;
}

async function sendJson(response: Response, value: unknown): Promise<void> {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  await sendPieces(response, jsonPieces(value));
  response.end();
}
