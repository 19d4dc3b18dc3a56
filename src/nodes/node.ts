import type { RunEventBody } from '../domain/event.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Run } from '../domain/run.js';
import type { RunState, RunUpdate } from './run-state.js';

/** The part of LangGraph's runtime that our nodes use. */
export interface NodeRuntime {
  readonly context?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly writer?: ((chunk: unknown) => void) | undefined;
}

export type Node<Input = RunState> = (input: Input, runtime: NodeRuntime) => Promise<RunUpdate>;

/** Streams one step of the run to whoever listens. */
export function emit(runtime: NodeRuntime, event: RunEventBody): void {
  runtime.writer?.(event);
}

/**
 * Ends the run with an explanation when a node throws one of our errors; anything else is a defect and goes up. A
 * problem once found makes the edges lead to the summary.
 */
export function explained(node: Node): Node {
  return async (state, runtime) => {
    try {
      return await node(state, runtime);
    } catch (error) {
      if (!(error instanceof CentralOpsError)) throw error;
      return {
        problem: {
          code: error.code,
          message: error.message,
          ...(error.nextStep === undefined ? {} : { nextStep: error.nextStep }),
          ...(Object.keys(error.facts).length === 0 ? {} : { facts: error.facts }),
        },
      };
    }
  };
}

/** The run that parseIntent began. Its absence is a wiring mistake. */
export function runOf(state: Pick<RunState, 'run'>): Run {
  if (state.run === null) throw new Error('a node ran before parseIntent began the run');
  return state.run;
}
