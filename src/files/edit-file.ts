/** Edits a text file that other programs write as well: what they write meanwhile is not lost, and half a file is never seen. */
import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, mkdir, readdir, readFile, readlink, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import { tryLock } from './file-lock.js';
import { PARTIAL_SUFFIX, replaceFile } from './replace-file.js';
import { hasSystemCode } from '../domain/system-error.js';

export interface EditFileUses {
  readonly clock: Clock;
  readonly sleep: (millis: number, signal?: AbortSignal) => Promise<void>;
}

/** The new text, and whatever else the edit has to say. */
export interface TextEdit<T> {
  readonly text: string;
  readonly result: T;
}

export interface EditedFile<T> {
  readonly result: T;
  /** False: the text was as it should be, and nothing was written. */
  readonly changed: boolean;
  /** The file as it was before; undefined when there was none, or nothing was written. */
  readonly backup: string | undefined;
}

/** Reading, editing and writing take milliseconds; who finds a lock older than this takes it over. */
const LOCK_MILLIS = 30_000;
const LOCK_PAUSE_MILLIS = 50;
/** Somebody who writes the file every time that we look is not waited for. */
const TRIES = 5;
const BACKUPS = 5;

/** The text of a file; empty when there is none. Throws `configuration` for what is not UTF-8, with the line. */
export async function readTextFile(path: string): Promise<string> {
  return textOf((await snapshotOf(await targetOf(path), path)).bytes, path);
}

/**
 * Replaces the file's text by what `edit` makes of it. One process at a time does it; `edit` is called again when another
 * program has written the file meanwhile. A symbolic link stays one, the file keeps its permissions and its owner, and the
 * old text is kept beside it, for the last five times.
 */
export async function editTextFile<T>(
  path: string,
  edit: (text: string) => Promise<TextEdit<T>>,
  uses: EditFileUses,
  signal: AbortSignal,
): Promise<EditedFile<T>> {
  const target = await targetOf(path);
  const release = await explained(path, async () => {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    return waitForLock(`${target}.central-ops.lock`, path, uses, signal);
  });
  try {
    await removePartials(target, uses.clock);
    for (let tried = 1; ; tried += 1) {
      signal.throwIfAborted();
      const before = await snapshotOf(target, path);
      const text = textOf(before.bytes, path);
      const edited = await edit(text);
      if (edited.text === text) return { result: edited.result, changed: false, backup: undefined };
      try {
        const backup = await explained(path, () => replace(target, path, before, edited.text, uses.clock));
        return { result: edited.result, changed: true, backup };
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
        if (tried === TRIES) throw busy(path, 'another program keeps writing it');
      }
    }
  } finally {
    await release();
  }
}

class ChangedMeanwhile extends Error {}

interface Snapshot {
  /** Undefined when there is no file. */
  readonly bytes: Buffer | undefined;
  readonly stats: Stats | undefined;
}

async function replace(
  target: string,
  path: string,
  before: Snapshot,
  text: string,
  clock: Clock,
): Promise<string | undefined> {
  let backup: string | undefined;
  const { stats } = before;
  if (stats !== undefined) await access(target, constants.W_OK);
  await replaceFile(target, text, {
    ...(stats === undefined ? {} : { mode: stats.mode & 0o777 }),
    ...(stats === undefined || isOwn(stats) ? {} : { owner: { uid: stats.uid, gid: stats.gid } }),
    beforeReplacing: async () => {
      const now = await snapshotOf(target, path);
      if (!sameBytes(now.bytes, before.bytes)) throw new ChangedMeanwhile();
      if (before.bytes !== undefined) backup = await keepBackup(path, before.bytes, clock);
    },
  });
  return backup;
}

function isOwn({ uid, gid }: Stats): boolean {
  return uid === process.geteuid?.() && gid === process.getegid?.();
}

function sameBytes(left: Buffer | undefined, right: Buffer | undefined): boolean {
  return left === undefined || right === undefined ? left === right : left.equals(right);
}

async function keepBackup(path: string, bytes: Buffer, clock: Clock): Promise<string> {
  const start = `${basename(path)}.central-ops-backup-`;
  const time = new Date(clock()).toISOString().replaceAll(/[-:.]/g, '');
  const backup = join(dirname(path), `${start}${time}-${randomBytes(2).toString('hex')}`);
  await replaceFile(backup, bytes);
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(start));
  const whole = names.filter((name) => /-[\da-f]{4}$/.test(name)).sort();
  const partial = names.filter((name) => name.endsWith(PARTIAL_SUFFIX));
  const gone = [...whole.slice(0, -BACKUPS), ...partial];
  await Promise.all(gone.map((name) => rm(join(dirname(path), name), { force: true })));
  return backup;
}

/** What a path leads to, whether it is there yet or not. */
async function targetOf(path: string, links = 0): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT')) throw unreadable(path, error);
  }
  const leadsTo = await readlink(path).catch(() => undefined);
  if (leadsTo === undefined || links > 40) return resolve(path);
  return targetOf(resolve(dirname(path), leadsTo), links + 1);
}

async function snapshotOf(target: string, path: string): Promise<Snapshot> {
  try {
    const stats = await stat(target);
    if (!stats.isFile()) throw notEditable(path, 'is not a file');
    if (stats.nlink > 1) throw notEditable(path, 'has a second name (a hard link), which would keep the old text');
    return { bytes: await readFile(target), stats };
  } catch (error) {
    if (error instanceof CentralOpsError) throw error;
    if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return { bytes: undefined, stats: undefined };
    throw unreadable(path, error);
  }
}

function textOf(bytes: Buffer | undefined, path: string): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const wrong = bytes === undefined ? -1 : firstUndecodable(bytes, decoder);
  if (wrong < 0) return bytes === undefined ? '' : decoder.decode(bytes);
  throw new CentralOpsError('configuration', `${path}, line ${String(wrong)}: it is not UTF-8 text.`, {
    facts: { file: path, line: wrong },
    nextStep: 'Nothing was written. Save the file as UTF-8, then run it again.',
  });
}

/** The line, from 1; -1 when there is none. */
function firstUndecodable(bytes: Buffer, decoder: InstanceType<typeof TextDecoder>): number {
  const decodes = (from: number, to: number): boolean => {
    try {
      decoder.decode(bytes.subarray(from, to));
      return true;
    } catch {
      return false;
    }
  };
  if (decodes(0, bytes.length)) return -1;
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    if (!decodes(from, to)) return line;
    from = to;
  }
  return line;
}

async function waitForLock(
  lock: string,
  path: string,
  { clock, sleep }: EditFileUses,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  for (const giveUpAt = clock() + 2 * LOCK_MILLIS; ;) {
    const release = await tryLock(lock, clock() + LOCK_MILLIS, clock);
    if (release !== undefined) return release;
    if (clock() >= giveUpAt) throw busy(path, 'another central-ops is writing it');
    await sleep(LOCK_PAUSE_MILLIS, signal);
  }
}

/**
 * Under the lock nobody of ours is writing, so what is half-written was left by a process that was killed. What belongs to a lock
 * may be that of a process which is alive, unless it is old.
 */
async function removePartials(target: string, clock: Clock): Promise<void> {
  const directory = dirname(target);
  for (const name of await readdir(directory)) {
    if (!name.startsWith(`${basename(target)}.`)) continue;
    const rest = name.slice(basename(target).length);
    const path = join(directory, name);
    if (/^\.[\da-f-]{36}\.partial$/.test(rest)) await rm(path, { force: true });
    if (!/^\.central-ops\.lock\..+\.(?:partial|claim)$/.test(rest)) continue;
    const { mtimeMs = clock() } = (await stat(path).catch(() => undefined)) ?? {};
    if (clock() - mtimeMs > 2 * LOCK_MILLIS) await rm(path, { force: true });
  }
}

/** A place that cannot be written to is the operator's to repair, and is named. */
async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CentralOpsError || error instanceof ChangedMeanwhile || !isSystemError(error)) throw error;
    throw new CentralOpsError('configuration', `${path} cannot be written (${error.code}). It is as it was.`, {
      facts: { file: path, reason: error.code },
      nextStep: 'Make the file and its folder writable for this user.',
      cause: error,
    });
  }
}

function busy(path: string, why: string): CentralOpsError {
  return new CentralOpsError('configuration', `${path} was not written: ${why}.`, {
    facts: { file: path },
    nextStep: 'It is as it was. Run it again in a moment.',
  });
}

function notEditable(path: string, why: string): CentralOpsError {
  return new CentralOpsError('configuration', `${path} ${why}; it was not touched.`, { facts: { file: path } });
}

function unreadable(path: string, error: unknown): CentralOpsError {
  const code = isSystemError(error) ? error.code : 'unknown';
  return new CentralOpsError('configuration', `${path} cannot be read (${code}).`, {
    facts: { file: path },
    cause: error,
  });
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
