import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import type { Database } from '../postgres/database.js';
import { approvalShape, decidedShape, outcomeShape } from './approval.js';
import { type ApprovalStore, KEPT_MILLIS, readStored } from './approval-store.js';

/** Keeps approvals for every instance that uses the database: one asks, another one may be told the decision. */
export function createPostgresApprovalStore(database: Database, clock: Clock): ApprovalStore {
  return {
    async add(approval) {
      await database.query(
        `INSERT INTO ${database.tables.approvals} (approval_id, approval, requested_at) VALUES ($1, $2, $3)`,
        [approval.approvalId, JSON.stringify(approval), approval.requestedAt],
      );
      await database.query(`DELETE FROM ${database.tables.approvals} WHERE requested_at <= $1`, [
        clock() - KEPT_MILLIS,
      ]);
    },
    async load(approvalId) {
      const rows = await database.query(
        `SELECT approval, decided, outcome FROM ${database.tables.approvals} WHERE approval_id = $1`,
        [approvalId],
      );
      const [row] = rowsShape.parse(rows);
      if (row === undefined) return undefined;
      const approval = readStored(row.approval, approvalShape);
      const decided = row.decided === null ? undefined : readStored(row.decided, decidedShape);
      const outcome = row.outcome === null ? undefined : readStored(row.outcome, outcomeShape);
      if (approval === 'unreadable' || decided === 'unreadable' || outcome === 'unreadable') return 'unreadable';
      // The row's key and the record's must be one, or somebody copied an approval of another request here.
      if (approval.approvalId !== approvalId) return 'unreadable';
      return { ...approval, decided, outcome };
    },
    async claim(approvalId, decided) {
      const claimed = await database.query(
        `UPDATE ${database.tables.approvals} SET decided = $2 WHERE approval_id = $1 AND decided IS NULL RETURNING approval_id`,
        [approvalId, JSON.stringify(decided)],
      );
      return claimed.length === 1;
    },
    async conclude(approvalId, outcome) {
      await database.query(`UPDATE ${database.tables.approvals} SET outcome = $2 WHERE approval_id = $1`, [
        approvalId,
        JSON.stringify(outcome),
      ]);
    },
  };
}

const rowsShape = z.array(
  z.object({ approval: z.string(), decided: z.string().nullable(), outcome: z.string().nullable() }),
);
