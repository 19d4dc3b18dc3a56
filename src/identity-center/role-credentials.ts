/** Credentials of a role for other programs, shared with the AWS CLI through its cache. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../domain/clock.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { parseJsonText } from '../domain/json-text.js';
import type { Logger } from '../domain/logger.js';
import { replaceFile } from '../files/replace-file.js';
import type { Agents } from '../network/agents.js';
import type { Portal } from './portal.js';
import { type IdentityCenterSession, sessionKey } from './session.js';
import { roleCacheName } from './sign-out.js';

export interface Role {
  readonly accountId: string;
  readonly roleName: string;
}

/** Throws what the portal throws, and `identity-mismatch` for credentials of another account. */
export type RoleCredentials = (
  session: IdentityCenterSession,
  role: Role,
  signal: AbortSignal,
) => Promise<AwsCredentials>;

export interface RoleCredentialUses {
  /** The AWS CLI's `~/.aws`. */
  readonly awsDirectory: string;
  readonly sts: { readonly region: string; readonly endpoint?: string };
  readonly agents: Agents;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The AWS CLI takes what lives at least this long; SDKs ask for others five minutes before the end. */
const LEAST_LIFE_MILLIS = 15 * 60_000;

const cached = z.object({
  Credentials: z.object({
    AccessKeyId: z.string().min(1),
    SecretAccessKey: z.string().min(1),
    SessionToken: z.string().min(1),
    Expiration: z.string(),
  }),
});

/** A program that runs for every command of a shell would otherwise ask the portal each time, which has one rate for everybody. */
export function createRoleCredentials(
  uses: RoleCredentialUses,
  portal: Pick<Portal, 'roleCredentials'>,
): RoleCredentials {
  const directory = join(uses.awsDirectory, 'cli', 'cache');
  return async (session, role, signal) => {
    const path = join(directory, roleCacheName(session, role.accountId, role.roleName));
    const known = await readCached(path, uses.clock());
    if (known !== undefined) return known;
    const credentials = await portal.roleCredentials(session, role, signal);
    await prove(role, credentials, uses, signal);
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await replaceFile(path, cacheText(session, role, credentials));
    } catch {
      uses.logger.warn("the AWS CLI's cache of credentials cannot be written", { directory });
    }
    return credentials;
  };
}

async function readCached(path: string, now: number): Promise<AwsCredentials | undefined> {
  const json = parseJsonText(await readFile(path, 'utf8').catch(() => ''));
  const parsed = json.ok ? cached.safeParse(json.value).data : undefined;
  if (parsed === undefined) return undefined;
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = parsed.Credentials;
  const expiresAt = Date.parse(Expiration);
  if (!(expiresAt - now > LEAST_LIFE_MILLIS)) return undefined;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiresAt };
}

/** In the AWS CLI's form, seconds without a fraction. */
function cacheText(
  session: IdentityCenterSession,
  { accountId }: Role,
  { accessKeyId, secretAccessKey, sessionToken, expiresAt }: AwsCredentials,
): string {
  return JSON.stringify({
    ProviderType: 'sso',
    // The AWS CLI does not read it; a sign-out finds by it what to remove.
    CentralOpsSession: sessionKey(session),
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: isoSeconds(expiresAt ?? 0),
      AccountId: accountId,
    },
  });
}

/** "2026-11-27T10:00:00Z". */
function isoSeconds(millis: number): string {
  return new Date(millis).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The portal does not say whose credentials it gave. */
async function prove(
  { accountId, roleName }: Role,
  credentials: AwsCredentials,
  { sts, agents }: RoleCredentialUses,
  signal: AbortSignal,
): Promise<void> {
  const { identityBehind } = await import('../aws/caller-identity.js');
  const identity = await identityBehind(
    { ...sts, agents, credentials: () => Promise.resolve(credentials) },
    signal,
  ).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new CentralOpsError(
      'credentials-unavailable',
      `STS in ${sts.region} did not say whose credentials IAM Identity Center gave for ${roleName} in ${accountId}. They were not used.`,
      {
        facts: { accountId, roleName },
        nextStep: 'Check that this machine reaches STS (network, proxy), then ask again.',
        cause: error,
      },
    );
  });
  if (identity.accountId === accountId) return;
  throw new CentralOpsError(
    'identity-mismatch',
    `IAM Identity Center was asked for ${accountId} and gave credentials of ${identity.accountId === '' ? 'no account' : identity.accountId}. They were not used.`,
    {
      facts: { accountId, answered: identity.accountId },
      nextStep: 'Check which endpoints answer for Identity Center and STS.',
    },
  );
}
