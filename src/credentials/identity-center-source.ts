/**
 * Credentials of an account by IAM Identity Center: the permission set's role, for the person who signed in. These
 * sessions take no session policy, so the permission set alone (and our own operation policy) keeps them to reading.
 */
import { awsFailure } from '../aws/failure.js';
import { type RetryOptions, withRetries } from '../aws/retry.js';
import { type Account, accountLabel } from '../domain/account.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Agents } from '../network/agents.js';
import type { CredentialSource } from './credential-source.js';
import { identityNotProven, permissionSetMissing } from './identity-center-errors.js';

/** The portal as far as this source needs it: it keeps the rate, repeats, and refreshes the sign-in by itself. */
export interface RolePortal {
  /** Throws `credentials-denied` when the person has not been assigned the permission set in the account. */
  roleCredentials(
    role: { readonly accountId: string; readonly roleName: string },
    signal: AbortSignal,
  ): Promise<AwsCredentials>;
  /** The permission sets that the person has in an account. */
  listAccountRoles(accountId: string, signal: AbortSignal): Promise<readonly string[]>;
}

export interface IdentityCenterSourceOptions {
  readonly portal: RolePortal;
  /** What tells this sign-in from others: part of the key. */
  readonly session: string;
  /** The permission set; a registry entry may name another. */
  readonly permissionSet: string;
  /** The STS that says whose credentials they are. */
  readonly sts: { readonly region: string; readonly endpoint?: string };
  readonly agents: Agents;
  readonly retry: RetryOptions;
  /** Told the ARN behind each account that was opened: it names the person. */
  readonly onIdentity?: (arn: string) => void;
}

export function createIdentityCenterSource(options: IdentityCenterSourceOptions): CredentialSource {
  const permissionSetOf = (account: Account): string => account.permissionSet ?? options.permissionSet;

  async function received(account: Account, signal: AbortSignal): Promise<AwsCredentials> {
    const roleName = permissionSetOf(account);
    try {
      return await options.portal.roleCredentials({ accountId: account.id, roleName }, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CentralOpsError) || error.code !== 'credentials-denied') throw error;
      const choices = await options.portal.listAccountRoles(account.id, signal).catch(() => undefined);
      throw permissionSetMissing({ account, permissionSet: roleName, choices, cause: error });
    }
  }

  return {
    async fetch({ account, signal }) {
      const credentials = await received(account, signal);
      await prove(account, credentials, options, signal);
      return { ...credentials, accountId: account.id };
    },

    keyOf: (account) => ['sso', options.session, account.partition, account.id, permissionSetOf(account)].join('|'),

    describe: (account) => `permission set ${permissionSetOf(account)}`,
  };
}

/** Unlike AssumeRole, the portal does not say whose credentials it gave, so they are asked once before they are used. */
async function prove(
  account: Account,
  credentials: AwsCredentials,
  options: IdentityCenterSourceOptions,
  signal: AbortSignal,
): Promise<void> {
  const secrets = [credentials.secretAccessKey, credentials.sessionToken ?? ''];
  // Loaded on first use: the SDK costs more start-up time than most commands take.
  const { identityBehind } = await import('../aws/caller-identity.js');
  const { sts, agents } = options;
  const { accountId, arn } = await withRetries(
    async () => {
      try {
        return await identityBehind({ ...sts, agents, credentials: () => Promise.resolve(credentials) }, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof CentralOpsError) throw error;
        throw identityNotProven(account, sts.region, awsFailure(error, secrets));
      }
    },
    (error) =>
      error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable'),
    options.retry,
    signal,
  );
  if (accountId !== account.id) {
    throw new CentralOpsError(
      'identity-mismatch',
      `IAM Identity Center was asked for ${accountLabel(account)} and gave credentials of ${accountId === '' ? 'no account' : accountId}. ` +
        'They were not used. Check which endpoints answer for Identity Center and STS.',
      { facts: { accountId: account.id, answered: accountId } },
    );
  }
  options.onIdentity?.(arn);
}
