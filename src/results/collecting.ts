import { CentralOpsError } from '../domain/errors.js';
import type { RowSet } from '../domain/outcome.js';

/** The rows of runs that are under way, by run id: the half that every run store shares. */
export function createCollectingRows(): {
  addRows(runId: string, rowSets: readonly RowSet[], limit: number): boolean;
  rows(runId: string): readonly RowSet[];
  takeRows(runId: string): readonly RowSet[];
} {
  const underWay = new Map<string, { readonly rowSets: RowSet[]; rows: number }>();
  return {
    addRows(runId, rowSets, limit) {
      const collected = underWay.get(runId) ?? { rowSets: [], rows: 0 };
      const rows = rowSets.reduce((sum, rowSet) => sum + rowSet.rows.length, collected.rows);
      if (rows > limit) return false;
      collected.rowSets.push(...rowSets);
      collected.rows = rows;
      underWay.set(runId, collected);
      return true;
    },
    rows: (runId) => underWay.get(runId)?.rowSets ?? [],
    takeRows(runId) {
      const collected = underWay.get(runId);
      underWay.delete(runId);
      return collected?.rowSets ?? [];
    },
  };
}

/** Says the same for a run that never was, is gone, or is another caller's, so that run ids cannot be probed. */
export function unknownRun(runId: string): CentralOpsError {
  return new CentralOpsError('unknown-run', `no rows are kept for run "${runId}"`, {
    facts: { runId },
    nextStep: 'Rows are kept for 24 hours and for the caller that asked. Ask the question again for fresh ones.',
  });
}
