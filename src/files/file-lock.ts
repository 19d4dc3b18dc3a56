import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Clock } from '../domain/clock.js';

const holderShape = z.object({ pid: z.number().int(), host: z.string(), until: z.number(), token: z.string() });

type Holder = z.infer<typeof holderShape>;

/** A lock file that names no holder, and is older than this, is one whose maker was killed right after making it. */
const UNNAMED_MILLIS = 10_000;

/**
 * Takes a lock that other processes on this machine see: a file that only one of them can make. Undefined when somebody
 * has it. A lock whose process has died, or that has outlived `until` (milliseconds since the Unix epoch), is taken over,
 * so that a kill never locks anybody out for long.
 */
export async function tryLock(path: string, until: number, clock: Clock): Promise<(() => Promise<void>) | undefined> {
  const token = randomUUID();
  if ((await make(path, until, token)) || ((await removeStale(path, clock)) && (await make(path, until, token)))) {
    return async () => {
      // Only our own: it may have been taken over meanwhile.
      if ((await holderOf(path))?.token === token) await rm(path, { force: true });
    };
  }
  return undefined;
}

async function make(path: string, until: number, token: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname(), until, token } satisfies Holder));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** True when there is no lock any more. */
async function removeStale(path: string, clock: Clock): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === undefined) return true;
  if (!isStale(holder, clock)) return false;
  // Of several that find it stale, one gets to move it away; whoever moved a fresh one by mistake puts it back.
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
  const moved = await holderOf(aside);
  const mistaken = moved !== undefined && moved.token !== holder.token;
  if (mistaken) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return !mistaken;
}

function isStale({ pid, host, until }: Holder, clock: Clock): boolean {
  return until <= clock() || (host === hostname() && !isAlive(pid));
}

/** Signal 0 only asks whether the process is there; EPERM says that it is, and is somebody else's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const unnamed = { pid: process.pid, host: '', until: mtimeMs + UNNAMED_MILLIS, token: '' };
    return text === '' ? unnamed : (holderShape.safeParse(JSON.parse(text)).data ?? unnamed);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
