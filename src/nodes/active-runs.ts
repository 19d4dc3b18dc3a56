import { setMaxListeners } from 'node:events';

/** What a run has that is no data: how it is cancelled, and whom to ask. Never part of the state. */
export interface ActiveRun {
  readonly signal: AbortSignal;
  /** Asks a person at a terminal before a very large fan-out; absent where nobody can be asked. */
  readonly confirm?: (size: { readonly accounts: number; readonly requests: number }) => Promise<boolean>;
}

export interface ActiveRuns {
  begin(runId: string, run: ActiveRun): void;
  end(runId: string): void;
  find(runId: string): ActiveRun | undefined;
}

export function createActiveRuns(): ActiveRuns {
  const active = new Map<string, ActiveRun>();
  return {
    begin(runId, run) {
      // One listener per account hangs on it; Node warns on stderr above ten.
      setMaxListeners(0, run.signal);
      active.set(runId, run);
    },
    end(runId) {
      active.delete(runId);
    },
    find(runId) {
      return active.get(runId);
    },
  };
}
