import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import { parseJsonText } from '../domain/json-text.js';
import { PARTIAL_SUFFIX, replaceFile } from './replace-file.js';
import { hasSystemCode } from '../domain/system-error.js';

const holderShape = z.object({
  pid: z.number().int(),
  host: z.string(),
  until: z.number(),
  // Becomes part of a file name.
  token: z.string().regex(/^[\w-]{1,64}$/),
});

type Holder = z.infer<typeof holderShape>;

/**
 * Takes a lock that other processes on this machine see: a file that only one of them can make. Undefined when somebody
 * has it. A lock whose process has died, or that has outlived `until` (milliseconds since the Unix epoch), is taken over,
 * so that a kill never locks anybody out for long.
 */
export async function tryLock(path: string, until: number, clock: Clock): Promise<(() => Promise<void>) | undefined> {
  const mine: Holder = { pid: process.pid, host: hostname(), until, token: randomUUID() };
  const taken = (await make(path, mine)) || (await takeStale(path, mine, clock));
  if (!taken) return undefined;
  return async () => {
    // Only our own: it may have been taken over meanwhile.
    if ((await holderOf(path))?.token === mine.token) await rm(path, { force: true });
  };
}

/** The name appears together with what is in it: a process that is killed here leaves no lock without a holder. */
async function make(path: string, holder: Holder): Promise<boolean> {
  const partial = `${path}.${holder.token}${PARTIAL_SUFFIX}`;
  try {
    await writeFile(partial, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    await link(partial, path);
    return true;
  } catch (error) {
    if (hasSystemCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}

/**
 * Of several that find a lock stale, one may put its own in its place: whoever makes the claim that is named after the
 * stale lock. Replacing it by a rename leaves no moment without a lock.
 */
async function takeStale(path: string, mine: Holder, clock: Clock): Promise<boolean> {
  const stale = await holderOf(path);
  if (stale === undefined) return make(path, mine);
  if (!isStale(stale, clock)) return false;
  const claim = `${path}.${stale.token}.claim`;
  if (!(await make(claim, mine))) {
    const claimant = await holderOf(claim);
    if (claimant !== undefined && isStale(claimant, clock)) await rm(claim, { force: true });
    return false;
  }
  try {
    if ((await holderOf(path))?.token !== stale.token) return false;
    await replaceFile(path, JSON.stringify(mine));
    return true;
  } finally {
    await rm(claim, { force: true });
  }
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
    return hasSystemCode(error, 'EPERM');
  }
}

/** Undefined when there is none. What names no holder was not made here, and is nobody's. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const json = parseJsonText(await readFile(path, 'utf8'));
    const nobody = { pid: process.pid, host: '', until: 0, token: 'nobody' };
    return json.ok ? (holderShape.safeParse(json.value).data ?? nobody) : nobody;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
