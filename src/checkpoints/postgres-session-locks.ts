import { randomUUID } from 'node:crypto';
import type { Clock } from '../domain/clock.js';
import type { Database } from '../postgres/database.js';
import { idOf } from './postgres-threads.js';
import type { SessionLocks } from './session-locks.js';

/** For every instance that uses the database. A holder that died lets go when its time is over. */
export function createPostgresSessionLocks(
  database: Database,
  clock: Clock,
  newHolder: () => string = randomUUID,
): SessionLocks {
  return {
    async tryTake(threadId, until) {
      const holder = newHolder();
      const taken = await database.query(
        `INSERT INTO ${database.tables.busySessions} (thread_id, holder, until) VALUES ($1, $2, $3)
         ON CONFLICT (thread_id) DO UPDATE SET holder = $2, until = $3
         WHERE ${database.tables.busySessions}.until <= $4 RETURNING thread_id`,
        [idOf(threadId), holder, until, clock()],
      );
      if (taken.length === 0) return undefined;
      return async () => {
        await database.query(`DELETE FROM ${database.tables.busySessions} WHERE thread_id = $1 AND holder = $2`, [
          idOf(threadId),
          holder,
        ]);
      };
    },
  };
}
