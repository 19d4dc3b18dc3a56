import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../files/replace-file.js';
import type { IdentityCenterSession } from './session.js';
import { parsedJson, type SsoToken, timeText, tokenFileName } from './token/token-file.js';

/** What the AWS CLI's file does not say about a sign-in. Nothing secret. */
export interface SignInRecord {
  /** The person, once AWS has said who it is. */
  readonly user?: string;
  /** Milliseconds since the Unix epoch; absent for a sign-in by another program. */
  readonly signedInAt?: number;
}

/**
 * Who signed in, and when, kept beside the state of this program. A record belongs to one token, known by its end: after a
 * sign-in or refresh by another program it is no longer believed.
 */
export interface SignInRecords {
  read(session: IdentityCenterSession, token: SsoToken): Promise<SignInRecord>;
  /** Where it cannot be kept, status says less; nothing else depends on it. */
  write(session: IdentityCenterSession, token: SsoToken, record: SignInRecord): Promise<void>;
  remove(session: IdentityCenterSession): Promise<void>;
}

const fileShape = z.object({
  tokenExpiresAt: z.string(),
  user: z.string().optional(),
  signedInAt: z.number().optional(),
});

export function createSignInRecords(directory: string): SignInRecords {
  const pathOf = (session: IdentityCenterSession): string => join(directory, tokenFileName(session));
  return {
    async read(session, token) {
      const text = await readFile(pathOf(session), 'utf8').catch(() => '');
      const file = parsedJson(text, fileShape);
      if (file?.tokenExpiresAt !== timeText(token.expiresAt)) return {};
      return {
        ...(file.user === undefined ? {} : { user: file.user }),
        ...(file.signedInAt === undefined ? {} : { signedInAt: file.signedInAt }),
      };
    },
    async write(session, token, record) {
      const text = JSON.stringify({ tokenExpiresAt: timeText(token.expiresAt), ...record });
      await mkdir(directory, { recursive: true, mode: 0o700 })
        .then(() => replaceFile(pathOf(session), text))
        .catch(() => undefined);
    },
    remove: (session) => rm(pathOf(session), { force: true }),
  };
}
