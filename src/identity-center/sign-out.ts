import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CentralOpsError, messageOf } from '../domain/errors.js';
import { isJsonObject } from '../domain/json.js';
import { parseJsonText } from '../domain/json-text.js';
import type { AwsConfig } from './aws-config/read-aws-config.js';
import { profileNamed } from './aws-config/sso-settings.js';
import type { Portal } from './portal.js';
import { type IdentityCenterSession, sessionKey } from './session.js';
import type { SignInRecords } from './sign-in-records.js';
import type { TokenCache } from './token/token-cache.js';
import { sha1 } from './token/token-file.js';

export interface SignedOut {
  /** False: there was no sign-in to end. */
  readonly wasSignedIn: boolean;
  /** Why AWS did not end it: the token is gone from this machine all the same, and lives until its end. */
  readonly notEnded: string | undefined;
}

export interface SignOutUses {
  readonly portal: Pick<Portal, 'logout'>;
  readonly cache: TokenCache;
  readonly records: SignInRecords;
  readonly config: AwsConfig;
  /** The AWS CLI's `~/.aws`. */
  readonly awsDirectory: string;
}

/**
 * Ends one sign-in, at AWS and here. `aws sso logout` ends every one; other sessions are not this one's business. The
 * registration stays, as with the AWS CLI: it signs nobody in.
 */
export async function signOut(
  uses: SignOutUses,
  session: IdentityCenterSession,
  signal: AbortSignal,
): Promise<SignedOut> {
  const { cache, records } = uses;
  const found = await cache.read(session);
  const notEnded =
    found.kind === 'token' ? await whyNotEnded(uses.portal, session, found.token.accessToken, signal) : undefined;
  await cache.exclusively(session, () => cache.remove(session));
  await removeRoleCredentials(uses, session);
  await removeOwnCredentials(uses.awsDirectory, session);
  await records.remove(session);
  return { wasSignedIn: found.kind === 'token', notEnded };
}

async function whyNotEnded(
  portal: Pick<Portal, 'logout'>,
  session: IdentityCenterSession,
  accessToken: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    await portal.logout(session, accessToken, signal);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    // An expired sign-in needs no ending.
    if (error instanceof CentralOpsError && error.code === 'sign-in-needed') return undefined;
    return messageOf(error);
  }
}

/** What the AWS CLI keeps of the roles that profiles of this session open. It does not say in the files whose they are, but names them so. */
async function removeRoleCredentials(
  { config, awsDirectory }: SignOutUses,
  session: IdentityCenterSession,
): Promise<void> {
  const profiles = [...config.profiles.keys()].flatMap((name) => {
    try {
      return profileNamed(config, name) ?? [];
    } catch {
      // A profile that cannot be used has left nothing.
      return [];
    }
  });
  const own = profiles.filter((profile) => sessionKey(profile.session) === sessionKey(session));
  await Promise.all(
    own.map(({ accountId, roleName }) =>
      rm(join(awsDirectory, 'cli', 'cache', roleCacheName(session, accountId, roleName)), { force: true }),
    ),
  );
}

/** What this program kept there of roles, with or without a profile. */
async function removeOwnCredentials(awsDirectory: string, session: IdentityCenterSession): Promise<void> {
  const directory = join(awsDirectory, 'cli', 'cache');
  const names = await readdir(directory).catch(() => []);
  await Promise.all(
    names.map(async (name) => {
      const json = parseJsonText(await readFile(join(directory, name), 'utf8').catch(() => ''));
      const isOwn = json.ok && isJsonObject(json.value) && json.value['CentralOpsSession'] === sessionKey(session);
      if (isOwn) await rm(join(directory, name), { force: true });
    }),
  );
}

/** The AWS CLI's name for the credentials of a role: the hash of compact JSON with its keys in order. */
export function roleCacheName(
  { name, startUrl }: Pick<IdentityCenterSession, 'name' | 'startUrl'>,
  accountId: string,
  roleName: string,
): string {
  const place = name === undefined ? { startUrl } : { sessionName: name };
  return `${sha1(JSON.stringify({ accountId, roleName, ...place }))}.json`;
}
