import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import { parseJsonText } from '../domain/json-text.js';
import { PARTIAL_SUFFIX } from './replace-file.js';

const holderShape = z.object({ pid: z.number().int(), host: z.string(), until: z.number(), token: z.string() });

type Holder = z.infer<typeof holderShape>;

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

/** The name appears together with what is in it: a process that is killed here leaves no lock without a holder. */
async function make(path: string, until: number, token: string): Promise<boolean> {
  const partial = `${path}.${token}${PARTIAL_SUFFIX}`;
  try {
    const holder = { pid: process.pid, host: hostname(), until, token } satisfies Holder;
    await writeFile(partial, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    await link(partial, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(partial, { force: true });
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

/** Undefined when there is none. What names no holder was not made here, and is nobody's. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const json = parseJsonText(await readFile(path, 'utf8'));
    const nobody = { pid: process.pid, host: '', until: 0, token: '' };
    return json.ok ? (holderShape.safeParse(json.value).data ?? nobody) : nobody;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
