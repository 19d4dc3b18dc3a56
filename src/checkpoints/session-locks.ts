import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { tryLock } from '../files/file-lock.js';

/** Lets one run at a time use a session. */
export interface SessionLocks {
  /**
   * Gives the session to the caller until the returned function is called, or at the latest until `until` (milliseconds
   * since the Unix epoch); undefined while another run has it.
   */
  tryTake(threadId: string, until: number): Promise<(() => Promise<void>) | undefined>;
}

/** For one process. */
export function createMemorySessionLocks(): SessionLocks {
  const busy = new Set<string>();
  return {
    tryTake(threadId) {
      if (busy.has(threadId)) return Promise.resolve(undefined);
      busy.add(threadId);
      return Promise.resolve(() => {
        busy.delete(threadId);
        return Promise.resolve();
      });
    },
  };
}

/** For all processes that keep their threads in one directory: two terminals that go on with the same session. */
export function createDirectorySessionLocks(directory: string, clock: Clock): SessionLocks {
  return {
    async tryTake(threadId, until) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const name = createHash('sha256').update(threadId).digest('hex');
      return tryLock(join(directory, `${name}.thread.json.busy`), until, clock);
    },
  };
}
