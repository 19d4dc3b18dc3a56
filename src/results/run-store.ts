import type { Caller } from '../domain/caller.js';
import type { Intent } from '../domain/intent.js';
import type { Failure, Table } from '../domain/answer.js';
import type { RowSet } from '../domain/outcome.js';

/** What is kept of a finished run beside the graph's state: the whole tables, and what `--retry-failed` needs. */
export interface RunRecord {
  readonly runId: string;
  /** {@link callerKey}: only the same caller reads it back. */
  readonly caller: string;
  /** Milliseconds since the Unix epoch. */
  readonly savedAt: number;
  readonly intent: Intent;
  readonly tables: readonly Table[];
  readonly failedAccounts: readonly string[];
  /** What did not answer, and why. Absent in records of an earlier version. */
  readonly failures?: readonly Failure[] | undefined;
}

/**
 * The bounded store beside the state: rows come in while a run is under way, whole tables stay for a while after it.
 * Reaching its bounds drops the oldest runs, never rows of a run that is under way.
 */
export interface RunStore {
  /**
   * Adds what one account found; called from many branches at once. Keeps it all, or none of it and returns false when the run would then have more than `limit` rows. Which accounts come
   * too late depends on who answers first; those that do are reported.
   */
  addRows(runId: string, rowSets: readonly RowSet[], limit: number): boolean;
  /** The rows so far, which stay: another round may add to them. */
  rows(runId: string): readonly RowSet[];
  /** Takes the collected rows out: they are kept as tables from here on. */
  takeRows(runId: string): readonly RowSet[];
  save(record: RunRecord): Promise<void>;
  /** Throws `unknown-run` for a run that is not there, has expired, or is somebody else's (the same words for all). */
  load(runId: string, caller: Caller): Promise<RunRecord>;
  /** The caller's own runs, newest first, as far as they can be found without reading everybody's. */
  latest(caller: Caller, limit: number): Promise<readonly RunSummary[]>;
}

/** What a list of runs shows of one. */
export interface RunSummary {
  readonly runId: string;
  /** Milliseconds since the Unix epoch. */
  readonly savedAt: number;
  readonly tables: readonly Pick<Table, 'title' | 'total'>[];
}

export function runSummary({ runId, savedAt, tables }: RunRecord): RunSummary {
  return { runId, savedAt, tables: tables.map(({ title, total }) => ({ title, total })) };
}

/** How much is kept. */
export interface RunStoreLimits {
  readonly bytes: number;
  readonly ageMillis: number;
}

export const DEFAULT_RUN_STORE_LIMITS: RunStoreLimits = { bytes: 200 * 1024 * 1024, ageMillis: 24 * 60 * 60 * 1000 };
