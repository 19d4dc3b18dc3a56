/**
 * Credentials of an account by IAM Identity Center: the permission set's role, for the person who signed in. These
 * sessions take no session policy, so the permission set alone (and our own operation policy) keeps them to reading.
 */
import type { GetRoleCredentialsCommandOutput } from '@aws-sdk/client-sso';
import { awsClientOptions } from '../aws/client-options.js';
import { awsFailure } from '../aws/failure.js';
import { type RetryOptions, withRetries } from '../aws/retry.js';
import { type Account, accountLabel } from '../domain/account.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Agents } from '../network/agents.js';
import type { CredentialSource } from './credential-source.js';
import { identityCenterError } from './identity-center-errors.js';

export interface IdentityCenterSourceOptions {
  /** The access token of the person; throws `sign-in-needed`. */
  readonly token: (signal: AbortSignal) => Promise<string>;
  /** The `[sso-session]` or start URL it belongs to, for messages and the key. */
  readonly session: string;
  /** Identity Center's own Region, and another endpoint than AWS's if there is one. */
  readonly ssoRegion: string;
  readonly ssoEndpoint?: string;
  readonly stsRegion: string;
  readonly stsEndpoint?: string;
  readonly agents: Agents;
  /** The permission set; a registry entry may name another. */
  readonly permissionSet: string;
  /** Waits for a turn: the portal allows about 20 requests a second for a whole organization. */
  readonly takeTurn: (signal: AbortSignal) => Promise<void>;
  readonly retry: RetryOptions;
}

export function createIdentityCenterSource(options: IdentityCenterSourceOptions): CredentialSource {
  let opened: Promise<Portal> | undefined;
  const permissionSetOf = (account: Account): string => account.permissionSet ?? options.permissionSet;

  return {
    async fetch({ account, signal }) {
      const permissionSet = permissionSetOf(account);
      const accessToken = await options.token(signal);
      const attempt = { account, permissionSet, session: options.session };
      const fetchProven = async (): Promise<AwsCredentials> => {
        await options.takeTurn(signal);
        const portal = await (opened ??= openPortal(options));
        const credentials = received(await portal.getRoleCredentials(account.id, permissionSet, accessToken, signal));
        if (credentials === undefined) {
          throw new CentralOpsError(
            'credentials-unavailable',
            `IAM Identity Center sent no credentials for ${accountLabel(account)}.`,
          );
        }
        checkIdentity(await portal.identify(credentials, signal), account);
        return { ...credentials, accountId: account.id };
      };
      return withRetries(
        async () => {
          try {
            return await fetchProven();
          } catch (error) {
            if (error instanceof CentralOpsError || signal.aborted) throw error;
            throw identityCenterError(attempt, awsFailure(error, [accessToken]));
          }
        },
        (error) =>
          error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable'),
        options.retry,
        signal,
      );
    },

    keyOf: (account) =>
      ['sso', options.session, options.ssoRegion, account.partition, account.id, permissionSetOf(account)].join('|'),

    describe: (account) => `permission set ${permissionSetOf(account)}`,
  };
}

function received(output: GetRoleCredentialsCommandOutput): AwsCredentials | undefined {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = output.roleCredentials ?? {};
  if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) return undefined;
  if (expiration === undefined) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration };
}

/** Unlike AssumeRole, the portal does not say whose credentials it gave, so they are asked once before they are used. */
function checkIdentity(actual: string | undefined, account: Account): void {
  if (actual === account.id) return;
  throw new CentralOpsError(
    'identity-mismatch',
    `IAM Identity Center was asked for ${accountLabel(account)} and gave credentials of ${actual ?? 'no account'}. ` +
      'They were not used. Check which endpoints answer for Identity Center and STS.',
    { facts: { accountId: account.id, answered: actual ?? null } },
  );
}

interface Portal {
  getRoleCredentials(
    accountId: string,
    roleName: string,
    accessToken: string,
    signal: AbortSignal,
  ): Promise<GetRoleCredentialsCommandOutput>;
  /** The account that the credentials belong to. */
  identify(credentials: AwsCredentials, signal: AbortSignal): Promise<string | undefined>;
}

async function openPortal(options: IdentityCenterSourceOptions): Promise<Portal> {
  const [{ GetRoleCredentialsCommand, SSOClient }, { GetCallerIdentityCommand, STSClient }] = await Promise.all([
    import('@aws-sdk/client-sso'),
    import('@aws-sdk/client-sts'),
  ]);
  const portal = new SSOClient(awsClientOptions(options.agents, options.ssoRegion, options.ssoEndpoint));
  return {
    getRoleCredentials: (accountId, roleName, accessToken, signal) =>
      portal.send(new GetRoleCredentialsCommand({ accountId, roleName, accessToken }), { abortSignal: signal }),
    async identify({ accessKeyId, secretAccessKey, sessionToken = '' }, signal) {
      const sts = new STSClient({
        ...awsClientOptions(options.agents, options.stsRegion, options.stsEndpoint),
        credentials: { accessKeyId, secretAccessKey, sessionToken },
      });
      return (await sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal })).Account;
    },
  };
}
