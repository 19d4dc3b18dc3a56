import { callerKey } from '../domain/caller.js';
import type { Table } from '../domain/answer.js';
import type { Clock } from '../domain/clock.js';
import { messageOf } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import type { Outcome } from '../domain/outcome.js';
import { computeCoverage, noOutcome } from '../results/coverage.js';
import { headlineOf } from '../results/headline.js';
import type { RunStore } from '../results/run-store.js';
import { tabulate } from '../results/tabulate.js';
import { untoldNotes } from '../results/untold.js';
import { explained, runOf, type Node } from './node.js';
import type { RunState } from './run-state.js';

/** Rows of a table that are kept in the state; all of them are in the run store. */
export const ROWS_IN_STATE = 100;

export interface CollectUses {
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Computes tables and coverage. Every number of an answer comes from here. */
export function createCollect(uses: CollectUses): Node {
  return explained(async (state) => {
    const { plan, intent, accounts } = state;
    if (plan === null || intent === null) return {};
    const run = runOf(state);
    const outcomes = [...state.reports.flatMap((report) => report.outcomes), ...silentAccounts(state)];
    const coverage = computeCoverage(accounts, outcomes);
    // The rows stay: another round may add to them, and then everything is computed anew over all of them.
    const collected = { plan, accounts, outcomes, rowSets: uses.runs.rows(run.runId) };
    const tables = tabulate(collected);
    const failed = new Set(coverage.failures.map((failure) => failure.accountId));
    const warnings = [...new Set([...state.warnings, ...untoldNotes(collected)])];
    try {
      await uses.runs.save({
        runId: run.runId,
        caller: callerKey(run.caller),
        savedAt: uses.clock(),
        intent,
        tables,
        failedAccounts: accounts.map(({ id }) => id).filter((id) => failed.has(id)),
        failures: coverage.failures,
      });
    } catch (error) {
      // The answer itself is not lost by a full disk; reading it again later is.
      uses.logger.warn('run could not be kept', { runId: run.runId, error: messageOf(error) });
      warnings.push(`The full rows could not be kept for later (${messageOf(error)}).`);
    }
    const headline = headlineOf(plan.show, tables, coverage);
    return { headline, tables: tables.map((table) => cutTable(table, ROWS_IN_STATE)), coverage, warnings };
  });
}

/** Accounts that reported in an earlier round and not in this one: that must not pass for an answer. */
function silentAccounts({ accounts, reports, round }: RunState): readonly Outcome[] {
  const counts = new Map<string, number>();
  for (const { accountId } of reports) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return accounts
    .filter(({ id }) => (counts.get(id) ?? 0) > 0 && (counts.get(id) ?? 0) < round)
    .map((account) => noOutcome(account));
}

/** At most `rows` rows of a table; that some are missing is in the table. */
export function cutTable(table: Table, rows: number): Table {
  if (table.rows.length <= rows) return table;
  return { ...table, rows: table.rows.slice(0, rows), truncated: true };
}
