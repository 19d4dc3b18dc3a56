import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import { tryLock } from '../files/file-lock.js';
import { replaceFile } from '../files/replace-file.js';
import { emptyThread, parseThread, type Thread } from './thread.js';
import { DIRECTORY_LIMITS, type ThreadLimits, type Threads } from './threads.js';
import { hasSystemCode } from '../domain/system-error.js';

const SUFFIX = '.thread.json';

/** Reading, changing and writing a file of a few hundred kilobytes takes milliseconds. */
const LOCK_MILLIS = 30_000;
const LOCK_PATIENCE_MILLIS = 5_000;
const LOCK_PAUSE_MILLIS = 10;

export interface DirectoryThreadsUses {
  readonly clock: Clock;
  readonly sleep: (millis: number) => Promise<void>;
  readonly limits?: ThreadLimits;
}

/**
 * Keeps each thread as one file (mode 0600 in a directory of mode 0700). A file is replaced whole, so that a process
 * that is killed half-way leaves the one before; writers take turns by a lock that other processes see.
 */
export function createDirectoryThreads(directory: string, uses: DirectoryThreadsUses): Threads {
  const { clock, sleep, limits = DIRECTORY_LIMITS } = uses;

  const locked = async <Result>(path: string, work: () => Promise<Result>): Promise<Result> => {
    const patience = clock() + LOCK_PATIENCE_MILLIS;
    for (;;) {
      const release = await tryLock(`${path}.lock`, clock() + LOCK_MILLIS, clock);
      if (release !== undefined) {
        try {
          return await work();
        } finally {
          await release();
        }
      }
      if (clock() >= patience) {
        throw new CentralOpsError('session-busy', `another process has been writing ${path} for too long`, {
          nextStep: `Ask again; if it repeats and no other central-ops runs, remove ${path}.lock.`,
        });
      }
      await sleep(LOCK_PAUSE_MILLIS);
    }
  };

  const read = async (path: string): Promise<Thread | undefined> => {
    const facts = await stat(path).catch(absent);
    if (facts === undefined || facts.mtimeMs + limits.ageMillis <= clock()) return undefined;
    const text = await readFile(path, 'utf8').catch(absent);
    return text === undefined ? undefined : readThread(text, path);
  };

  return {
    read: (threadId) => read(fileOf(directory, threadId)),
    async update(threadId, change) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = fileOf(directory, threadId);
      const isNew = await locked(path, async () => {
        const before = await read(path);
        await replaceFile(path, JSON.stringify(change(before ?? emptyThread(threadId))));
        return before === undefined;
      });
      if (isNew) await prune(directory, path, limits, clock);
    },
    async delete(threadId) {
      await rm(fileOf(directory, threadId), { force: true });
    },
    async all() {
      const names = (await readdir(directory).catch(absent)) ?? [];
      const threads: Thread[] = [];
      for (const name of names.filter((file) => file.endsWith(SUFFIX))) {
        const thread = await read(join(directory, name));
        if (thread !== undefined) threads.push(thread);
      }
      return threads;
    },
  };
}

/** Thread ids come from outside; a hash of one is a file name on every system. */
export function fileOf(directory: string, threadId: string): string {
  return join(directory, `${createHash('sha256').update(threadId).digest('hex')}${SUFFIX}`);
}

function readThread(text: string, path: string): Thread {
  const thread = parseThread(text);
  if (thread !== undefined) return thread;
  throw new CentralOpsError('checkpoint-unreadable', `the conversation kept in ${path} cannot be read`, {
    nextStep: 'Move the file away, and the session begins anew; or ask in another session.',
  });
}

/** Old threads go first, then the least recently used beyond the size; so does what killed processes left behind. */
async function prune(directory: string, keep: string, limits: ThreadLimits, clock: Clock): Promise<void> {
  const files = await Promise.all(
    (await readdir(directory)).map(async (name) => {
      const path = join(directory, name);
      const facts = await stat(path).catch(absent);
      return facts === undefined ? undefined : { path, bytes: facts.size, usedAt: facts.mtimeMs };
    }),
  );
  let total = 0;
  const newestFirst = files.filter((file) => file !== undefined).toSorted((a, b) => b.usedAt - a.usedAt);
  for (const { path, bytes, usedAt } of newestFirst) {
    if (!path.includes(SUFFIX)) continue;
    total += bytes;
    const expired = usedAt + limits.ageMillis <= clock();
    if (path !== keep && (expired || total > limits.bytes)) await rm(path, { force: true });
  }
}

function absent(error: unknown): undefined {
  if (hasSystemCode(error, 'ENOENT')) return undefined;
  throw error;
}
