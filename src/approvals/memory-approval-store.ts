import type { Clock } from '../domain/clock.js';
import type { ApprovalRecord } from './approval.js';
import { type ApprovalStore, KEPT_MILLIS } from './approval-store.js';

const MEMORY_BYTES = 50 * 1024 * 1024;

/** Keeps approvals in memory, for one process; the oldest go first. */
export function createMemoryApprovalStore(clock: Clock, limitBytes: number = MEMORY_BYTES): ApprovalStore {
  // A Map iterates in insertion order.
  const kept = new Map<string, { readonly record: ApprovalRecord; readonly bytes: number }>();
  let total = 0;

  const put = (record: ApprovalRecord): void => {
    const bytes = Buffer.byteLength(JSON.stringify(record));
    total += bytes - (kept.get(record.approvalId)?.bytes ?? 0);
    kept.set(record.approvalId, { record, bytes });
  };

  return {
    add(approval) {
      put(approval);
      for (const [oldest, { record, bytes }] of kept) {
        const expired = record.requestedAt + KEPT_MILLIS <= clock();
        if (!expired && (total <= limitBytes || oldest === approval.approvalId)) break;
        kept.delete(oldest);
        total -= bytes;
      }
      return Promise.resolve();
    },
    load: (approvalId) => Promise.resolve(kept.get(approvalId)?.record),
    claim(approvalId, decided) {
      const record = kept.get(approvalId)?.record;
      if (record === undefined || record.decided !== undefined) return Promise.resolve(false);
      put({ ...record, decided });
      return Promise.resolve(true);
    },
    conclude(approvalId, outcome) {
      const record = kept.get(approvalId)?.record;
      if (record !== undefined) put({ ...record, outcome });
      return Promise.resolve();
    },
  };
}
