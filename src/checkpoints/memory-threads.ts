import type { Clock } from '../domain/clock.js';
import { emptyThread, parseThread, type Thread } from './thread.js';
import { MEMORY_LIMITS, type ThreadLimits, type Threads } from './threads.js';

/** Keeps threads in memory, the least recently written going first. */
export function createMemoryThreads(clock: Clock, limits: ThreadLimits = MEMORY_LIMITS): Threads {
  // A Map iterates in insertion order; what is written is put at the end.
  // As text: a thread of objects takes several times what it measures.
  const kept = new Map<string, { readonly text: string; readonly bytes: number; readonly usedAt: number }>();
  let total = 0;

  const drop = (threadId: string): void => {
    total -= kept.get(threadId)?.bytes ?? 0;
    kept.delete(threadId);
  };

  const find = (threadId: string): Thread | undefined => {
    const entry = kept.get(threadId);
    return entry !== undefined && entry.usedAt + limits.ageMillis > clock() ? parseThread(entry.text) : undefined;
  };

  return {
    read: (threadId) => Promise.resolve(find(threadId)),
    update(threadId, change) {
      const thread = change(find(threadId) ?? emptyThread(threadId));
      const text = JSON.stringify(thread);
      const bytes = Buffer.byteLength(text);
      drop(threadId);
      kept.set(threadId, { text, bytes, usedAt: clock() });
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
