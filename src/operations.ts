import { createHash } from 'node:crypto';
import type { OperationsGraph } from '../graphs/operations.js';
import type { Answer, Table } from './domain/answer.js';
import { callerKey, type Caller } from './domain/caller.js';
import type { Clock } from './domain/clock.js';
import { CentralOpsError, messageOf, withNextStep } from './domain/errors.js';
import type { RunEvent, RunEventBody } from './domain/event.js';
import type { Logger } from './domain/logger.js';
import type { SessionLocks } from './checkpoints/session-locks.js';
import type { Run, RunRequest } from './domain/run.js';
import { unanswered } from './domain/unanswered.js';
import type { ActiveRun, ActiveRuns } from './nodes/active-runs.js';
import type { RunStore } from './results/run-store.js';

/** A prompt above this is refused with its length (contracts, "HTTP"). */
export const PROMPT_LIMIT_BYTES = 32 * 1024;

export interface StartOptions {
  readonly caller: Caller;
  /** 1 to 256 characters; made up when absent. */
  readonly sessionId?: string;
  /** Cancels the run, which then ends with what has answered. */
  readonly signal?: AbortSignal;
  readonly confirm?: ActiveRun['confirm'];
  /** Beats the configured time budget. */
  readonly timeoutSeconds?: number;
  /** Rows of each table in the answer; the rest is read with {@link Operations.rows}. */
  readonly rowLimit: number;
}

export interface RowsQuery {
  readonly runId: string;
  /** From 1, in the order of the answer's tables. */
  readonly table: number;
  readonly offset: number;
  readonly limit: number;
}

/** The one service that every door calls. */
export interface Operations {
  /**
   * Runs a request and yields its events; the last one is `run-ended` or `run-failed`. Ending the iteration early
   * cancels the run.
   */
  start(request: RunRequest, options: StartOptions): AsyncGenerator<RunEvent, void, undefined>;
  /** A page of a finished run's table; throws `unknown-run` or `usage`. */
  rows(query: RowsQuery, caller: Caller): Promise<Table>;
}

export interface OperationsUses {
  /** Built on first use: until then nothing is connected, drawn or timed. */
  readonly graph: () => Promise<OperationsGraph>;
  readonly activeRuns: ActiveRuns;
  readonly runs: RunStore;
  readonly sessions: SessionLocks;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly timeBudgetSeconds: number;
  readonly logger: Logger;
}

/** What the graph's nodes are told about a run by its door, as LangGraph context. */
export interface RunContext {
  readonly run: Run;
  readonly request: RunRequest;
}

export function createOperations(uses: OperationsUses): Operations {
  async function* start(request: RunRequest, options: StartOptions): AsyncGenerator<RunEvent, void, undefined> {
    const run = beginRun(options, uses);
    const stamp = (body: RunEventBody): RunEvent => ({
      ...body,
      runId: run.runId,
      at: new Date(uses.clock()).toISOString(),
    });
    const tooLong = promptTooLong(request);
    if (tooLong !== undefined) {
      yield stamp({
        type: 'run-ended',
        answer: unanswered(run, 'refused', { code: 'prompt-too-long', message: tooLong }),
      });
      return;
    }
    const threadId = threadOf(run);
    const leaveSession = await takeSession(threadId, run);
    if (leaveSession === undefined) {
      yield stamp({ type: 'run-ended', answer: unanswered(run, 'failed', { code: 'session-busy', message: BUSY }) });
      return;
    }
    const cancel = new AbortController();
    const onAbort = (): void => cancel.abort(options.signal?.reason);
    options.signal?.addEventListener('abort', onAbort, { once: true });
    if (options.signal?.aborted === true) onAbort();
    uses.activeRuns.begin(run.runId, {
      signal: cancel.signal,
      ...(options.confirm === undefined ? {} : { confirm: options.confirm }),
    });
    try {
      yield stamp({ type: 'run-started', sessionId: run.sessionId });
      yield* runGraph({ request, run, threadId }, options.rowLimit, stamp, cancel);
    } finally {
      cancel.abort(nobodyWaits());
      options.signal?.removeEventListener('abort', onAbort);
      uses.activeRuns.end(run.runId);
      uses.runs.takeRows(run.runId);
      await leaveSession();
    }
  }

  /** A place that cannot be written to costs the session's memory, not the answer: then nobody else can be in it, either. */
  async function takeSession(threadId: string, run: Run): Promise<(() => Promise<void>) | undefined> {
    try {
      return await uses.sessions.tryTake(threadId, run.deadline + SESSION_GRACE_MILLIS);
    } catch (error) {
      uses.logger.warn('session could not be locked', { runId: run.runId, error: messageOf(error) });
      return () => Promise.resolve();
    }
  }

  async function* runGraph(
    { request, run, threadId }: RunContext & { readonly threadId: string },
    rowLimit: number,
    stamp: (body: RunEventBody) => RunEvent,
    cancel: AbortController,
  ): AsyncGenerator<RunEvent, void, undefined> {
    let answer: Answer | null = null;
    try {
      const graph = await uses.graph();
      const context: RunContext = { run, request };
      // The question travels in the context: messages would pile up in the checkpoints, and answers with them.
      const stream = await graph.stream(
        { messages: [] },
        {
          context,
          streamMode: ['custom', 'values'],
          durability: 'exit',
          configurable: { thread_id: threadId },
        },
      );
      for await (const [mode, chunk] of toTheEnd(stream, cancel)) {
        // The state forgets the answer in the end: it is no part of what the session remembers.
        if (mode === 'values') answer = chunk.answer ?? answer;
        else if (isEventBody(chunk)) yield stamp(chunk);
      }
    } catch (error) {
      uses.logger.error('run failed', { runId: run.runId, error: messageOf(error) });
      if (answer === null) {
        const code = error instanceof CentralOpsError ? error.code : 'internal';
        yield stamp({ type: 'run-failed', error: { code, message: fullMessage(error) } });
        return;
      }
      // An answer is not lost by a full disk; that the session goes on from it is.
      const warning = `The session will not remember this question (${messageOf(error)}).`;
      answer = { ...answer, warnings: [...answer.warnings, warning] };
    }
    yield stamp(
      answer === null
        ? { type: 'run-failed', error: { code: 'internal', message: 'the graph ended without an answer' } }
        : { type: 'run-ended', answer: await withRows(answer, run, rowLimit) },
    );
  }

  /** The state holds few rows; doors that can take more get them from the run store. */
  async function withRows(answer: Answer, run: Run, rowLimit: number): Promise<Answer> {
    const enough = answer.tables.every((table) => !table.truncated || table.rows.length >= rowLimit);
    const record = enough ? undefined : await uses.runs.load(run.runId, run.caller).catch(() => undefined);
    return { ...answer, tables: (record ?? answer).tables.map((table) => pageOf(table, 0, rowLimit)) };
  }

  return {
    start,
    async rows(query, caller) {
      const record = await uses.runs.load(query.runId, caller);
      const table = record.tables[query.table - 1];
      if (table === undefined) {
        throw new CentralOpsError('usage', `run ${query.runId} has no table ${query.table}`, {
          nextStep: `It has ${record.tables.length}, counted from 1.`,
        });
      }
      return pageOf(table, query.offset, query.limit);
    },
  };
}

/** How long after its deadline a run may still be collecting, summarizing and being written down. */
const SESSION_GRACE_MILLIS = 300_000;

/**
 * The thread of a caller's session: a hash of both, so that a guessed session id opens nothing. JSON keeps the two
 * apart, whatever characters they have.
 */
function threadOf({ caller, sessionId }: Run): string {
  return createHash('sha256')
    .update(JSON.stringify([callerKey(caller), sessionId]))
    .digest('hex');
}

function fullMessage(error: unknown): string {
  return error instanceof CentralOpsError ? withNextStep(error.message, error.nextStep) : messageOf(error);
}

const BUSY = 'This session is still answering another question. Wait for it, or ask in a session of its own.';

function beginRun(options: StartOptions, { newId, clock, timeBudgetSeconds }: OperationsUses): Run {
  const startedAt = clock();
  return {
    runId: newId('run'),
    sessionId: options.sessionId ?? newId('session'),
    caller: options.caller,
    startedAt,
    deadline: startedAt + (options.timeoutSeconds ?? timeBudgetSeconds) * 1000,
  };
}

/**
 * The stream, read to its end even when its reader leaves early: the graph goes on regardless, so the run is cancelled
 * and waited for. Only then are its session free and its rows not added to any more.
 */
async function* toTheEnd<Item>(
  stream: AsyncIterable<Item>,
  cancel: AbortController,
): AsyncGenerator<Item, void, undefined> {
  const iterator = stream[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const result = await iterator.next().catch((error: unknown) => {
        ended = true;
        throw error;
      });
      ended = result.done === true;
      if (result.done === true) return;
      yield result.value;
    }
  } finally {
    if (!ended) {
      cancel.abort(nobodyWaits());
      await drain(iterator);
    }
  }
}

async function drain(iterator: AsyncIterator<unknown>): Promise<void> {
  for (;;) {
    const result = await iterator.next().catch(() => undefined);
    if (result?.done !== false) return;
  }
}

function nobodyWaits(): CentralOpsError {
  return new CentralOpsError('cancelled', 'nobody is waiting for the answer any more');
}

function pageOf(table: Table, offset: number, limit: number): Table {
  const rows = table.rows.slice(offset, offset + limit);
  return { ...table, rows, truncated: offset > 0 || rows.length < table.total };
}

function promptTooLong(request: RunRequest): string | undefined {
  if (request.kind !== 'ask') return undefined;
  const bytes = Buffer.byteLength(request.prompt);
  if (bytes <= PROMPT_LIMIT_BYTES) return undefined;
  return `The question has ${bytes} bytes; at most ${PROMPT_LIMIT_BYTES} are read. Ask something shorter.`;
}

/** Only our own nodes write to the graph's custom stream, through `emit`, which takes nothing but event bodies. */
function isEventBody(chunk: unknown): chunk is RunEventBody {
  return typeof chunk === 'object' && chunk !== null && 'type' in chunk;
}
