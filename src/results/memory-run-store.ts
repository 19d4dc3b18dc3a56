import { callerKey } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { packText, type PackedText, unpackText } from '../files/packed-text.js';
import { createCollectingRows, unknownRun } from './collecting.js';
import { parseRunRecord } from './run-record.js';
import type { RunStore, RunStoreLimits, RunSummary } from './run-store.js';
import { DEFAULT_RUN_STORE_LIMITS, runSummary } from './run-store.js';

/** A finished run as it is kept. */
interface Kept {
  readonly caller: string;
  readonly summary: RunSummary;
  readonly packed: PackedText;
}

/** Keeps finished runs in memory: for the server, whose host is the conversation's own. */
export function createMemoryRunStore(clock: Clock, limits: RunStoreLimits = DEFAULT_RUN_STORE_LIMITS): RunStore {
  const saved = new Map<string, Kept>();
  let total = 0;

  const drop = (runId: string): void => {
    total -= saved.get(runId)?.packed.length ?? 0;
    saved.delete(runId);
  };

  const isReadable = ({ summary }: Kept): boolean => summary.savedAt + limits.ageMillis > clock();

  return {
    ...createCollectingRows(),
    async save(record) {
      const packed = await packText(JSON.stringify(record));
      drop(record.runId);
      saved.set(record.runId, { caller: record.caller, summary: runSummary(record), packed });
      total += packed.length;
      // A Map iterates in insertion order, so the first is the oldest.
      for (const [runId, kept] of saved) {
        if (isReadable(kept) && (total <= limits.bytes || runId === record.runId)) break;
        drop(runId);
      }
    },
    async load(runId, caller) {
      const kept = saved.get(runId);
      const mine = kept !== undefined && isReadable(kept) && kept.caller === callerKey(caller);
      const record = mine ? parseRunRecord(await unpackText(kept.packed)) : undefined;
      if (record === undefined) throw unknownRun(runId);
      return record;
    },
    latest(caller, limit) {
      const own = [...saved.values()].filter((kept) => kept.caller === callerKey(caller) && isReadable(kept));
      return Promise.resolve(
        own
          .toReversed()
          .slice(0, limit)
          .map(({ summary }) => summary),
      );
    },
  };
}
