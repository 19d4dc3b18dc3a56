import type { Clock } from '../domain/clock.js';
import { packTextNow, type PackedText, unpackTextNow } from '../files/packed-text.js';
import { emptyThread, parseThread, type Thread } from './thread.js';
import { MEMORY_LIMITS, type ThreadLimits, type Threads } from './threads.js';

/** A thread as it is kept. */
interface Kept {
  readonly packed: PackedText;
  readonly usedAt: number;
}

/** Keeps threads in memory, the least recently written going first. */
export function createMemoryThreads(clock: Clock, limits: ThreadLimits = MEMORY_LIMITS): Threads {
  // A Map iterates in insertion order; what is written is put at the end.
  const kept = new Map<string, Kept>();
  let total = 0;

  const drop = (threadId: string): void => {
    total -= kept.get(threadId)?.packed.length ?? 0;
    kept.delete(threadId);
  };

  const find = (threadId: string): Thread | undefined => {
    const entry = kept.get(threadId);
    return entry !== undefined && entry.usedAt + limits.ageMillis > clock()
      ? parseThread(unpackTextNow(entry.packed))
      : undefined;
  };

  return {
    read: (threadId) => Promise.resolve(find(threadId)),
    update(threadId, change) {
      const thread = change(find(threadId) ?? emptyThread(threadId));
      const packed = packTextNow(JSON.stringify(thread));
      drop(threadId);
      kept.set(threadId, { packed, usedAt: clock() });
      total += packed.length;
      for (const [oldest, { usedAt }] of kept) {
        const expired = usedAt + limits.ageMillis <= clock();
        if (!expired && (total <= limits.bytes || oldest === threadId)) break;
        drop(oldest);
      }
      return Promise.resolve();
    },
    delete(threadId) {
      drop(threadId);
      return Promise.resolve();
    },
    all: () => Promise.resolve([...kept.keys()].flatMap((threadId) => find(threadId) ?? [])),
  };
}
