import type { Thread } from './thread.js';

/** Where threads are kept. Bounded by size and age: what has not been used for long is forgotten. */
export interface Threads {
  /** Undefined when there is none, or none any more. */
  read(threadId: string): Promise<Thread | undefined>;
  /** Reads, changes and writes one thread as one step that no other writer comes between. */
  update(threadId: string, change: (thread: Thread) => Thread): Promise<void>;
  delete(threadId: string): Promise<void>;
  /** Every thread, in no particular order. */
  all(): Promise<readonly Thread[]>;
}

export interface ThreadLimits {
  readonly bytes: number;
  readonly ageMillis: number;
}

const DAY_MILLIS = 24 * 60 * 60 * 1000;

/** A server's sessions live as long as it does, and an idle one not longer than a day. */
export const MEMORY_LIMITS: ThreadLimits = { bytes: 64 * 1024 * 1024, ageMillis: DAY_MILLIS };

/** Somebody comes back to `ask --session audit` after a holiday. */
export const DIRECTORY_LIMITS: ThreadLimits = { bytes: 100 * 1024 * 1024, ageMillis: 30 * DAY_MILLIS };

/** Many users of a deployment, over all its instances. */
export const POSTGRES_LIMITS: ThreadLimits = { bytes: 1024 * 1024 * 1024, ageMillis: 30 * DAY_MILLIS };
