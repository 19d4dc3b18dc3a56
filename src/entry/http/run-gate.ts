import type { Clock } from '../../domain/clock.js';
import type { CentralOpsError } from '../../domain/errors.js';
import { unanswered } from '../../domain/unanswered.js';
import { createTurns } from '../../network/turns.js';
import type { Operations } from '../../operations.js';

export interface RunGate {
  /** The operations, behind the gate. */
  readonly operations: Operations;
  /** Lets no run in any more. */
  close(): void;
  readonly closed: boolean;
  /** Whether a run that came now would be told to come again. */
  readonly full: boolean;
  /** Cancels the runs that are in; they end with what has answered. */
  cancel(reason: CentralOpsError): void;
}

/**
 * Bounds how many runs are under way at once. One more is told so at once, in an answer that its caller can read (a 429 or
 * 503 of a container reaches nobody behind AgentCore, which makes a 424 of it); waiting for a place would only move the
 * queue to where nobody sees it.
 */
export function createRunGate(
  operations: Operations,
  uses: { readonly limit: number; readonly clock: Clock; readonly newId: (prefix: string) => string },
): RunGate {
  const inside = new Set<AbortController>();
  let closed = false;
  const myTurn = createTurns();

  const refusal = (): { readonly code: string; readonly message: string } | undefined => {
    if (closed) {
      return { code: 'shutting-down', message: 'This server is shutting down. Ask again; another one will answer.' };
    }
    if (inside.size < uses.limit) return undefined;
    return {
      code: 'overloaded',
      message: `This server is answering ${inside.size} questions, which is as many as it takes at once (CENTRAL_OPS_CONCURRENT_RUNS). Ask again in a few seconds.`,
    };
  };

  return {
    operations: {
      ...operations,
      async *start(request, options) {
        const error = refusal();
        if (error !== undefined) {
          const run = { runId: uses.newId('run'), sessionId: options.sessionId ?? uses.newId('session') };
          const at = new Date(uses.clock()).toISOString();
          yield { type: 'run-ended', runId: run.runId, at, answer: unanswered(run, 'failed', error) };
          return;
        }
        const cancel = new AbortController();
        const onAbort = (): void => cancel.abort(options.signal?.reason);
        if (options.signal?.aborted === true) onAbort();
        options.signal?.addEventListener('abort', onAbort, { once: true });
        inside.add(cancel);
        try {
          await myTurn();
          yield* operations.start(request, { ...options, signal: cancel.signal });
        } finally {
          inside.delete(cancel);
          options.signal?.removeEventListener('abort', onAbort);
        }
      },
    },
    close() {
      closed = true;
    },
    get closed() {
      return closed;
    },
    get full() {
      return refusal() !== undefined;
    },
    cancel(reason) {
      for (const run of inside) run.abort(reason);
    },
  };
}
