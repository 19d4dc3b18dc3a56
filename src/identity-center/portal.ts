/** The portal of Identity Center: which accounts and permission sets a person has, and credentials for them. */
import type * as Sdk from '@aws-sdk/client-sso';
import { awsClientOptions } from '../aws/client-options.js';
import { type AwsFailure, awsFailure } from '../aws/failure.js';
import { type RetryOptions, withRetries } from '../aws/retry.js';
import type { Clock } from '../domain/clock.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { type AdaptiveRateLimiter, createAdaptiveRateLimiter } from '../network/adaptive-rate-limiter.js';
import type { Agents } from '../network/agents.js';
import type { Sleep } from '../network/sleep.js';
import { type IdentityCenterSession, sessionKey, sessionLabel } from './session.js';
import { signInNeeded } from './token/refusals.js';
import type { SsoToken } from './token/token-file.js';

/** An account that the person has a permission set in. */
export interface PortalAccount {
  readonly id: string;
  readonly name: string;
  /** Shown by `ls-accounts` alone; not for state or files. */
  readonly email: string;
}

/**
 * Every operation waits for its turn, tries again what fails for a passing reason, and refreshes a token that was turned down,
 * once. Throws `sign-in-needed`, `credentials-denied`, `throttled`, `credentials-unavailable`, or the signal's reason.
 */
export interface Portal {
  /** All of them; or at most `limit`, from one page. */
  listAccounts(session: IdentityCenterSession, signal: AbortSignal, limit?: number): Promise<readonly PortalAccount[]>;
  /** Names of permission sets. */
  listAccountRoles(session: IdentityCenterSession, accountId: string, signal: AbortSignal): Promise<readonly string[]>;
  roleCredentials(
    session: IdentityCenterSession,
    role: { readonly accountId: string; readonly roleName: string },
    signal: AbortSignal,
  ): Promise<AwsCredentials>;
  /** Ends the sign-in at AWS, too. One try, with the token as it is. */
  logout(session: IdentityCenterSession, accessToken: string, signal: AbortSignal): Promise<void>;
}

export interface PortalUses {
  readonly agents: Agents;
  readonly endpoint: string | undefined;
  /** The token to ask with; `rejected` is one that was just turned down. */
  readonly token: (session: IdentityCenterSession, signal: AbortSignal, rejected?: string) => Promise<SsoToken>;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
}

/**
 * Twenty requests a second for a whole organization (IAM Identity Center quotas), whoever of it asks. The burst is ours: a
 * full second's worth at once would be twice the rate in the first second.
 */
const PORTAL_RATE = { perSecond: 20, burst: 5 };

/** Hundreds of accounts that share the rate with others are turned down more than once. A minute of waiting in all. */
const TRIES = { attempts: 16, baseMillis: 300 } as const;
/** A portal that cannot be reached is not asked for a minute. */
const UNREACHABLE_TRIES = 3;

const PAGE = 100;

export function createPortal(uses: PortalUses): Portal {
  const clients = new Map<string, Sdk.SSOClient>();
  const limiters = new Map<string, AdaptiveRateLimiter>();
  const retry: RetryOptions = { sleep: uses.sleep, random: uses.random, ...TRIES };

  function limiterOf(session: IdentityCenterSession): AdaptiveRateLimiter {
    const limiter = limiters.get(sessionKey(session)) ?? createAdaptiveRateLimiter(PORTAL_RATE, uses.clock, uses.sleep);
    limiters.set(sessionKey(session), limiter);
    return limiter;
  }

  /** Loaded on first use: the SDK costs more start-up time than most commands take. */
  async function clientOf({ region }: IdentityCenterSession): Promise<{ client: Sdk.SSOClient; sdk: typeof Sdk }> {
    const sdk = await import('@aws-sdk/client-sso');
    const client = clients.get(region) ?? new sdk.SSOClient(awsClientOptions(uses.agents, region, uses.endpoint));
    clients.set(region, client);
    return { client, sdk };
  }

  type Work<T> = (
    asking: { readonly client: Sdk.SSOClient; readonly sdk: typeof Sdk; readonly accessToken: string },
    options: { readonly abortSignal: AbortSignal },
  ) => Promise<T>;

  async function ask<T>(session: IdentityCenterSession, what: string, work: Work<T>, signal: AbortSignal): Promise<T> {
    const limiter = limiterOf(session);
    let rejected: string | undefined;
    let unreachable = 0;
    const once = async (): Promise<T> => {
      await limiter.take(signal);
      const { accessToken } = await uses.token(session, signal, rejected);
      const { client, sdk } = await clientOf(session);
      try {
        const result = await work({ client, sdk, accessToken }, { abortSignal: signal });
        limiter.succeeded();
        return result;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof CentralOpsError) throw error;
        const failure = awsFailure(error, [accessToken]);
        if (failure.kind === 'throttled') limiter.throttled();
        if (failure.kind === 'caller-expired' && rejected === undefined) {
          rejected = accessToken;
          return once();
        }
        throw explained(session, what, failure);
      }
    };
    return withRetries(
      once,
      (error) => {
        if (!(error instanceof CentralOpsError)) return false;
        if (error.code === 'throttled') return true;
        unreachable += 1;
        return error.code === 'credentials-unavailable' && unreachable < UNREACHABLE_TRIES;
      },
      retry,
      signal,
    );
  }

  return {
    async listAccounts(session, signal, limit = Number.POSITIVE_INFINITY) {
      const accounts: PortalAccount[] = [];
      let nextToken: string | undefined;
      do {
        const input = { maxResults: Math.min(PAGE, limit), ...(nextToken === undefined ? {} : { nextToken }) };
        const page = await ask(
          session,
          'the list of accounts',
          ({ client, sdk, accessToken }, options) =>
            client.send(new sdk.ListAccountsCommand({ accessToken, ...input }), options),
          signal,
        );
        for (const { accountId, accountName, emailAddress } of page.accountList ?? []) {
          if (accountId !== undefined)
            accounts.push({ id: accountId, name: accountName ?? '', email: emailAddress ?? '' });
        }
        nextToken = further(session, page.nextToken, nextToken);
      } while (nextToken !== undefined && accounts.length < limit);
      return accounts;
    },

    async listAccountRoles(session, accountId, signal) {
      const roles: string[] = [];
      let nextToken: string | undefined;
      do {
        const input = { accountId, maxResults: PAGE, ...(nextToken === undefined ? {} : { nextToken }) };
        const page = await ask(
          session,
          `the permission sets in ${accountId}`,
          ({ client, sdk, accessToken }, options) =>
            client.send(new sdk.ListAccountRolesCommand({ accessToken, ...input }), options),
          signal,
        );
        for (const { roleName } of page.roleList ?? []) if (roleName !== undefined) roles.push(roleName);
        nextToken = further(session, page.nextToken, nextToken);
      } while (nextToken !== undefined);
      return roles;
    },

    async roleCredentials(session, { accountId, roleName }, signal) {
      const { roleCredentials } = await ask(
        session,
        `credentials of ${roleName} in ${accountId}`,
        ({ client, sdk, accessToken }, options) =>
          client.send(new sdk.GetRoleCredentialsCommand({ accessToken, accountId, roleName }), options),
        signal,
      );
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleCredentials ?? {};
      if (
        accessKeyId === undefined ||
        secretAccessKey === undefined ||
        sessionToken === undefined ||
        expiration === undefined
      ) {
        throw new CentralOpsError(
          'credentials-unavailable',
          `IAM Identity Center ${sessionLabel(session)} answered without credentials for ${roleName} in ${accountId}.`,
        );
      }
      return { accessKeyId, secretAccessKey, sessionToken, expiresAt: expiration };
    },

    async logout(session, accessToken, signal) {
      const { client, sdk } = await clientOf(session);
      try {
        await client.send(new sdk.LogoutCommand({ accessToken }), { abortSignal: signal });
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof CentralOpsError) throw error;
        throw explained(session, 'to end the sign-in', awsFailure(error, [accessToken]));
      }
    },
  };
}

/** A service that hands out the same page again would be asked for ever. */
function further(
  session: IdentityCenterSession,
  next: string | undefined,
  last: string | undefined,
): string | undefined {
  if (next === undefined || next === '') return undefined;
  if (next !== last) return next;
  throw new CentralOpsError(
    'credentials-unavailable',
    `IAM Identity Center ${sessionLabel(session)} hands out the same page of its list again: the list is not complete.`,
  );
}

/** What was asked, and what to do, in the operator's words. */
function explained(session: IdentityCenterSession, what: string, failure: AwsFailure): CentralOpsError {
  const where = `IAM Identity Center ${sessionLabel(session)}`;
  const { kind, code, message, cause } = failure;
  const facts = { session: sessionLabel(session), awsCode: code };
  if (kind === 'caller-expired') return signInNeeded(session, `its sign-in has ended (${code})`, cause, 'expired');
  if (kind === 'throttled') {
    return new CentralOpsError('throttled', `${where} kept turning requests down (${code}) for ${what}.`, {
      facts,
      nextStep: 'Ask again in a minute, or ask fewer accounts at once: the rate is one for the whole organization.',
      cause,
    });
  }
  if (kind === 'unavailable') {
    return new CentralOpsError(
      'credentials-unavailable',
      `${where} could not be asked for ${what} (${code}): ${message}`,
      {
        facts,
        nextStep:
          'Check that this machine reaches the portal (network, proxy, AWS_ENDPOINT_URL_SSO, sso_region), then ask again.',
        cause,
      },
    );
  }
  return new CentralOpsError('credentials-denied', `${where} refused ${what} (${code}): ${message}`, { facts, cause });
}
