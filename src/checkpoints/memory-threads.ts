import type { Clock } from '../domain/clock.js';
import { emptyThread, type Thread } from './thread.js';
import { MEMORY_LIMITS, type ThreadLimits, type Threads } from './threads.js';

/** Keeps threads in memory, the least recently written going first. */
export function createMemoryThreads(clock: Clock, limits: ThreadLimits = MEMORY_LIMITS): Threads {
  // A Map iterates in insertion order; what is written is put at the end.
  const kept = new Map<string, { readonly thread: Thread; readonly bytes: number; readonly usedAt: number }>();
  let total = 0;

  const drop = (threadId: string): void => {
    total -= kept.get(threadId)?.bytes ?? 0;
    kept.delete(threadId);
  };

  const find = (threadId: string): Thread | undefined => {
    const entry = kept.get(threadId);
    return entry !== undefined && entry.usedAt + limits.ageMillis > clock() ? entry.thread : undefined;
  };

  return {
    read: (threadId) => Promise.resolve(find(threadId)),
    update(threadId, change) {
      const thread = change(find(threadId) ?? emptyThread(threadId));
      const bytes = Buffer.byteLength(JSON.stringify(thread));
      drop(threadId);
      kept.set(threadId, { thread, bytes, usedAt: clock() });
      total += bytes;
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
