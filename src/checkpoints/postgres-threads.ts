import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Database, Statements } from '../postgres/database.js';
import { emptyThread, parseThread, type Thread } from './thread.js';
import { POSTGRES_LIMITS, type ThreadLimits, type Threads } from './threads.js';

/** Keeps each thread as one row, for every instance that uses the database. */
export function createPostgresThreads(
  database: Database,
  clock: Clock,
  limits: ThreadLimits = POSTGRES_LIMITS,
): Threads {
  const { threads } = database.tables;
  const read = async (statements: Statements, threadId: string): Promise<Thread | undefined> => {
    const [row] = rowsShape.parse(
      await statements.query(`SELECT thread FROM ${threads} WHERE thread_id = $1 AND used_at > $2`, [
        idOf(threadId),
        clock() - limits.ageMillis,
      ]),
    );
    return row === undefined ? undefined : readThread(row.thread, threadId);
  };

  return {
    read: (threadId) => read(database, threadId),
    async update(threadId, change) {
      const isNew = await database.transaction(async (statements) => {
        // Not the row's own lock: a thread that has no row yet must not begin twice.
        await statements.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [idOf(threadId)]);
        const before = await read(statements, threadId);
        const text = JSON.stringify(change(before ?? emptyThread(threadId)));
        await statements.query(
          `INSERT INTO ${threads} (thread_id, thread, bytes, used_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (thread_id) DO UPDATE SET thread = $2, bytes = $3, used_at = $4`,
          [idOf(threadId), text, Buffer.byteLength(text), clock()],
        );
        return before === undefined;
      });
      if (isNew) await prune(database, threadId, limits, clock);
    },
    async delete(threadId) {
      await database.query(`DELETE FROM ${threads} WHERE thread_id = $1`, [idOf(threadId)]);
    },
    async all() {
      const rows = await database.query(`SELECT thread FROM ${threads} WHERE used_at > $1`, [
        clock() - limits.ageMillis,
      ]);
      return rowsShape.parse(rows).map(({ thread }) => readThread(thread, 'one of all'));
    },
  };
}

const rowsShape = z.array(z.object({ thread: z.string() }));

/** PostgreSQL's texts hold every character but U+0000. */
export function idOf(threadId: string): string {
  return JSON.stringify(threadId);
}

function readThread(text: string, threadId: string): Thread {
  const thread = parseThread(text);
  if (thread !== undefined) return thread;
  throw new CentralOpsError('checkpoint-unreadable', `the conversation ${threadId} in PostgreSQL cannot be read`, {
    nextStep: 'Delete its row of the table, and the session begins anew; or ask in another session.',
  });
}

/** Old threads go first, then the least recently used beyond the size. */
async function prune(database: Database, keep: string, limits: ThreadLimits, clock: Clock): Promise<void> {
  const { threads } = database.tables;
  await database.query(`DELETE FROM ${threads} WHERE used_at <= $1`, [clock() - limits.ageMillis]);
  await database.query(
    `DELETE FROM ${threads} WHERE thread_id <> $2 AND thread_id IN (
       SELECT thread_id FROM (
         SELECT thread_id, sum(bytes) OVER (ORDER BY used_at DESC, thread_id) AS total FROM ${threads}
       ) AS newest_first WHERE total > $1)`,
    [limits.bytes, idOf(keep)],
  );
}
