import { callerKey } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { createCollectingRows, unknownRun } from './collecting.js';
import type { RunRecord, RunStore, RunStoreLimits } from './run-store.js';
import { DEFAULT_RUN_STORE_LIMITS, runSummary } from './run-store.js';

/** Keeps finished runs in memory: for the server, whose host is the conversation's own. */
export function createMemoryRunStore(clock: Clock, limits: RunStoreLimits = DEFAULT_RUN_STORE_LIMITS): RunStore {
  const saved = new Map<string, { readonly record: RunRecord; readonly bytes: number }>();
  let total = 0;

  const drop = (runId: string): void => {
    total -= saved.get(runId)?.bytes ?? 0;
    saved.delete(runId);
  };

  return {
    ...createCollectingRows(),
    save(record) {
      drop(record.runId);
      const bytes = Buffer.byteLength(JSON.stringify(record.tables));
      saved.set(record.runId, { record, bytes });
      total += bytes;
      // A Map iterates in insertion order, so the first is the oldest.
      for (const [runId, entry] of saved) {
        const expired = entry.record.savedAt + limits.ageMillis <= clock();
        if (!expired && (total <= limits.bytes || runId === record.runId)) break;
        drop(runId);
      }
      return Promise.resolve();
    },
    load(runId, caller) {
      const record = saved.get(runId)?.record;
      const readable = record !== undefined && record.savedAt + limits.ageMillis > clock();
      if (!readable || record.caller !== callerKey(caller)) return Promise.reject(unknownRun(runId));
      return Promise.resolve(record);
    },
    latest(caller, limit) {
      const own = [...saved.values()].filter(
        ({ record }) => record.caller === callerKey(caller) && record.savedAt + limits.ageMillis > clock(),
      );
      return Promise.resolve(
        own
          .toReversed()
          .slice(0, limit)
          .map(({ record }) => runSummary(record)),
      );
    },
  };
}
