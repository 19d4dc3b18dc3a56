import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import { tryLock } from '../../files/file-lock.js';
import { PARTIAL_SUFFIX, replaceFile } from '../../files/replace-file.js';
import type { Sleep } from '../../network/sleep.js';
import { type IdentityCenterSession, sessionLabel } from '../session.js';
import { parseTokenFile, type SsoToken, tokenFileName, tokenFileText } from './token-file.js';

/** What the AWS CLI's cache holds of a session. */
export type CachedToken =
  | { readonly kind: 'token'; readonly token: SsoToken }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/** The AWS CLI's `~/.aws/sso/cache`, which every AWS tool of the user reads. */
export interface TokenCache {
  /** Read anew each time, so that a sign-in next door is seen. */
  read(session: IdentityCenterSession): Promise<CachedToken>;
  write(session: IdentityCenterSession, token: SsoToken): Promise<void>;
  /** When the file was last written, by any program; undefined when there is none. */
  changedAt(session: IdentityCenterSession): Promise<number | undefined>;
  /** Removes this session's file and no other. */
  remove(session: IdentityCenterSession): Promise<void>;
  /**
   * Does the work while no other process of ours does its own for this session. The AWS CLI takes no lock: whoever holds
   * this one still reads again what is there.
   */
  exclusively<T>(session: IdentityCenterSession, work: () => Promise<T>): Promise<T>;
}

export interface TokenCacheUses {
  /** `~/.aws/sso/cache`. */
  readonly directory: string;
  readonly clock: Clock;
  readonly sleep: Sleep;
}

/** Older AWS CLIs empty the file before they write it: a moment later it is whole. */
const READ_TRIES = 4;
const READ_PAUSE_MILLIS = 25;

/** A refresh ends within its time limits; who finds a lock older than this takes it over. */
const LOCK_MILLIS = 60_000;
const LOCK_PAUSE_MILLIS = 50;

export function createTokenCache({ directory, clock, sleep }: TokenCacheUses): TokenCache {
  const pathOf = (session: IdentityCenterSession): string => join(directory, tokenFileName(session));
  const makeDirectory = (): Promise<unknown> => mkdir(directory, { recursive: true, mode: 0o700 });

  /** Under the lock nobody of ours is writing, so what is half-written was left by a process that was killed. */
  async function removePartials(path: string): Promise<void> {
    const names = await readdir(directory);
    const own = names.map((name) => join(directory, name)).filter((name) => name.startsWith(`${path}.`));
    const left = own.filter((name) => name.endsWith(PARTIAL_SUFFIX) && !name.startsWith(`${path}.lock`));
    await Promise.all(left.map((name) => rm(name, { force: true })));
  }

  async function takeLock(path: string): Promise<() => Promise<void>> {
    await makeDirectory();
    for (;;) {
      const release = await tryLock(`${path}.lock`, clock() + LOCK_MILLIS, clock);
      if (release === undefined) {
        await sleep(LOCK_PAUSE_MILLIS);
        continue;
      }
      await removePartials(path);
      return release;
    }
  }

  return {
    async read(session) {
      const path = pathOf(session);
      for (let tried = 1; ; tried += 1) {
        const text = await textOf(path, session);
        if (text === undefined) return { kind: 'none' };
        const token = parseTokenFile(text);
        if (token !== undefined) return { kind: 'token', token };
        if (tried === READ_TRIES) return { kind: 'unreadable' };
        await sleep(READ_PAUSE_MILLIS);
      }
    },

    async write(session, token) {
      await writable(directory, async () => {
        await makeDirectory();
        await replaceFile(pathOf(session), tokenFileText(session, token));
      });
    },

    changedAt: (session) =>
      stat(pathOf(session)).then(
        ({ mtimeMs }) => mtimeMs,
        () => undefined,
      ),

    remove: (session) => writable(directory, () => rm(pathOf(session), { force: true })),

    async exclusively(session, work) {
      const release = await writable(directory, () => takeLock(pathOf(session)));
      try {
        return await work();
      } finally {
        await release();
      }
    },
  };
}

/** A place that cannot be written to is the operator's to repair, and is named. */
async function writable<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CentralOpsError('configuration', `The AWS CLI's token cache ${directory} cannot be written (${code}).`, {
      facts: { directory },
      nextStep: 'Make it writable for this user.',
      cause: error,
    });
  }
}

async function textOf(path: string, session: IdentityCenterSession): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new CentralOpsError(
      'configuration',
      `The token of IAM Identity Center ${sessionLabel(session)} is kept in ${path}, which cannot be read (${code}).`,
      { facts: { file: path }, nextStep: 'Make it readable for this user, or remove it and sign in again.' },
    );
  }
}
