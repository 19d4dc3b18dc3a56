import { createHash } from 'node:crypto';
import type { OperationsGraph } from '../graphs/operations.js';
import type { Answer, Table } from './domain/answer.js';
import { callerKey, type Caller } from './domain/caller.js';
import type { Clock } from './domain/clock.js';
import { CentralOpsError, messageOf, withNextStep } from './domain/errors.js';
import type { RunEvent, RunEventBody } from './domain/event.js';
import type { Logger } from './domain/logger.js';
import type { SessionLocks } from './checkpoints/session-locks.js';
import type { DecisionRequest, OperationRequest, Run, RunRequest } from './domain/run.js';
import { unanswered } from './domain/unanswered.js';
import type { TakenDecision } from './nodes/approve.js';
import type { ActiveRun, ActiveRuns } from './nodes/active-runs.js';
import { nobodyWaits, toTheEnd } from './operations/to-the-end.js';
import { STALE, waitingAnswer, waitsFor } from './operations/waiting-runs.js';
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
  /** The W3C headers of the request that the run belongs to: `traceparent`, `tracestate`, `baggage`. */
  readonly trace?: Readonly<Record<string, string>>;
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
   * Runs a request, or goes on with what waited for a decision, and yields its events; the last one is `run-ended` or
   * `run-failed`. Ending the iteration early cancels the run.
   */
  start(request: OperationRequest, options: StartOptions): AsyncGenerator<RunEvent, void, undefined>;
  /** A page of a finished run's table; throws `unknown-run` or `usage`. */
  rows(query: RowsQuery, caller: Caller): Promise<Table>;
}

/** A run that stopped for a decision, and the decision. */
export interface WaitingRun {
  readonly approvalId: string;
  readonly payloadHash: string;
  readonly decided: { readonly decision: 'approve' | 'reject' };
  readonly runId?: string | undefined;
  readonly sessionId?: string | undefined;
}

/** Goes on with a run that waited, after its decision was taken. Sends nothing when the session has gone on without it. */
export type ResumeRun = (waiting: WaitingRun, options: StartOptions) => AsyncGenerator<RunEvent, void, undefined>;

export interface OperationsUses {
  /**
   * Takes a decision for its caller, once, and goes on with whatever waited for it; runs go on by the function that it is
   * given. Throws when the decision cannot be taken.
   */
  readonly resume: (
    request: DecisionRequest,
    options: StartOptions,
    resumeRun: ResumeRun,
  ) => AsyncGenerator<RunEvent, void, undefined>;
  /** Built on first use: until then nothing is connected, drawn or timed. */
  readonly graph: () => Promise<OperationsGraph>;
  readonly activeRuns: ActiveRuns;
  readonly runs: RunStore;
  readonly sessions: SessionLocks;
  /** Deletes what a session remembers. */
  readonly forget: (threadId: string) => Promise<void>;
  readonly clock: Clock;
  readonly newId: (prefix: string) => string;
  readonly timeBudgetSeconds: number;
  readonly logger: Logger;
}

/** What the graph's nodes are told about a run by its door, as LangGraph context. */
export interface RunContext {
  readonly run: Run;
  readonly request: RunRequest;
  /** The decision that a run goes on with. */
  readonly decided?: TakenDecision;
}

/** What a run does: answer a request, or go on with one that waited. */
type Task =
  | { readonly kind: 'request'; readonly request: RunRequest }
  | { readonly kind: 'decision'; readonly decided: TakenDecision };

export function createOperations(uses: OperationsUses): Operations {
  async function* start(request: OperationRequest, options: StartOptions): AsyncGenerator<RunEvent, void, undefined> {
    const run = beginRun(options, uses);
    if (request.kind === 'resume') {
      yield* decided(request, options, stampOf(run));
      return;
    }
    const stamp = stampOf(run);
    if (request.kind === 'forget') {
      yield stamp(await forgotten(run));
      return;
    }
    const tooLong = promptTooLong(request);
    if (tooLong !== undefined) {
      yield stamp({
        type: 'run-ended',
        answer: unanswered(run, 'refused', { code: 'prompt-too-long', message: tooLong }),
      });
      return;
    }
    yield* attended({ kind: 'request', request }, run, options, stamp);
  }

  /** Not while a run is using the session: it would write down again what was forgotten. */
  async function forgotten(run: Run): Promise<RunEventBody> {
    const threadId = threadOf(run);
    try {
      const leaveSession = await uses.sessions.tryTake(threadId, run.deadline);
      if (leaveSession === undefined) {
        return { type: 'run-ended', answer: unanswered(run, 'failed', { code: 'session-busy', message: BUSY }) };
      }
      await uses.forget(threadId);
      await leaveSession();
    } catch (error) {
      const code = error instanceof CentralOpsError ? error.code : 'internal';
      return { type: 'run-failed', error: { code, message: `the session was not forgotten: ${fullMessage(error)}` } };
    }
    const response = `The session ${run.sessionId} is forgotten.`;
    const { error: _none, ...answer } = unanswered(run, 'complete', { code: 'none', message: response });
    return { type: 'run-ended', answer };
  }

  /** What cannot be decided ends like any other run: doors have one kind of stream to read. */
  async function* decided(
    request: DecisionRequest,
    options: StartOptions,
    stamp: (body: RunEventBody) => RunEvent,
  ): AsyncGenerator<RunEvent, void, undefined> {
    try {
      yield* uses.resume(request, options, resumeRun);
    } catch (error) {
      if (!(error instanceof CentralOpsError)) throw error;
      yield stamp({ type: 'run-failed', error: { code: error.code, message: fullMessage(error) } });
    }
  }

  const resumeRun: ResumeRun = ({ approvalId, payloadHash, decided: { decision }, runId, sessionId }, options) => {
    const begun = beginRun({ ...options, ...(sessionId === undefined ? {} : { sessionId }) }, uses);
    const run = runId === undefined ? begun : { ...begun, runId };
    return attended({ kind: 'decision', decided: { approvalId, payloadHash, decision } }, run, options, stampOf(run));
  };

  const stampOf =
    (run: Run) =>
    (body: RunEventBody): RunEvent => ({ ...body, runId: run.runId, at: new Date(uses.clock()).toISOString() });

  /** Works on a task with its session to itself, and cleans up behind it however it ends. */
  async function* attended(
    task: Task,
    run: Run,
    options: StartOptions,
    stamp: (body: RunEventBody) => RunEvent,
  ): AsyncGenerator<RunEvent, void, undefined> {
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
      yield* runGraph(task, { run, threadId, rowLimit: options.rowLimit }, stamp, cancel);
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
    task: Task,
    { run, threadId, rowLimit }: { readonly run: Run; readonly threadId: string; readonly rowLimit: number },
    stamp: (body: RunEventBody) => RunEvent,
    cancel: AbortController,
  ): AsyncGenerator<RunEvent, void, undefined> {
    let answer: Answer | null = null;
    try {
      const graph = await uses.graph();
      const thread = { configurable: { thread_id: threadId } };
      if (task.kind === 'decision' && !(await waitsFor(graph, thread, task.decided.approvalId))) {
        yield stamp({
          type: 'run-ended',
          answer: unanswered(run, 'refused', { code: 'approval-stale', message: STALE }),
        });
        return;
      }
      // The question travels in the context: messages would pile up in the checkpoints, and answers with them.
      const stream = await graph.stream(await inputOf(task), {
        ...thread,
        context: contextOf(task, run),
        streamMode: ['custom', 'values'],
        durability: 'exit',
      });
      for await (const [mode, chunk] of toTheEnd(stream, cancel)) {
        // The state forgets the answer in the end: it is no part of what the session remembers.
        if (mode === 'values') answer = waitingAnswer(run, chunk, uses.clock()) ?? chunk.answer ?? answer;
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

/** LangGraph is loaded with the graph, not before. */
async function inputOf(task: Task) {
  if (task.kind === 'request') return { messages: [] };
  const { Command } = await import('@langchain/langgraph');
  return new Command<unknown, Record<string, never>, 'approve'>({ resume: { decision: task.decided.decision } });
}

/** A run that goes on knows its request from its state. */
function contextOf(task: Task, run: Run): Partial<RunContext> {
  return task.kind === 'request' ? { run, request: task.request } : { run, decided: task.decided };
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
