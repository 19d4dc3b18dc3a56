import type { Clock } from '../../domain/clock.js';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import type { Logger } from '../../domain/logger.js';
import { type OidcClient, OidcRefusal } from '../oidc-client.js';
import { type IdentityCenterSession, sessionLabel } from '../session.js';
import { signInNeeded } from './refusals.js';
import type { TokenCache } from './token-cache.js';
import type { SsoToken } from './token-file.js';

/** Hands out the access token of one session. */
export interface TokenProvider {
  /**
   * A token that has not expired, refreshed when it soon will. `rejected` is one that AWS has just turned down: it is not
   * handed out again. Throws `sign-in-needed`; `credentials-unavailable` when a refresh that had to be fails for a passing
   * reason.
   */
  token(signal: AbortSignal, rejected?: string): Promise<SsoToken>;
  /** Waits for a refresh under way: cut off, it could lose the only refresh token that still works. */
  close(): Promise<void>;
}

export interface TokenProviderUses {
  readonly session: IdentityCenterSession;
  readonly cache: TokenCache;
  readonly oidc: Pick<OidcClient, 'refresh'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What is known of the old token holds for the new one. */
  readonly onRefreshed?: (before: SsoToken, after: SsoToken) => Promise<void>;
}

/** The AWS CLI's: from here on a refresh is tried, at most once a minute. */
const REFRESH_BEFORE_MILLIS = 15 * 60_000;
const BETWEEN_TRIES_MILLIS = 60_000;

/**
 * Keeps to what botocore does with the same file: refreshes a quarter of an hour before the end, at most once a minute, and
 * uses the old token until it really expires when that fails. All callers of this process share one refresh, and all
 * processes of this program on the machine take turns; who comes second finds the new token in the file.
 */
export function createTokenProvider(uses: TokenProviderUses): TokenProvider {
  const { session, cache, clock, logger } = uses;
  let refreshing: Promise<SsoToken> | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  /** A refresh token that the service has turned down for good. */
  let refused: string | undefined;

  async function cached(): Promise<SsoToken> {
    const found = await cache.read(session);
    if (found.kind === 'none') throw signInNeeded(session, 'nobody is signed in on this machine');
    if (found.kind === 'unreadable') throw signInNeeded(session, 'its cached token cannot be read');
    const { startUrl } = found.token;
    if (startUrl === undefined || startUrl === session.startUrl) return found.token;
    throw signInNeeded(session, `its cached token is for another portal, ${startUrl}`);
  }

  const isLiving = (token: SsoToken, rejected: string | undefined): boolean =>
    token.accessToken !== rejected && clock() < token.expiresAt;
  const isFresh = (token: SsoToken, rejected: string | undefined): boolean =>
    isLiving(token, rejected) && token.expiresAt - clock() >= REFRESH_BEFORE_MILLIS;
  const canRefresh = ({ registration, refreshToken }: SsoToken): boolean =>
    refreshToken !== undefined &&
    refreshToken !== refused &&
    registration !== undefined &&
    clock() < registration.expiresAt;

  /** Under the lock: somebody else may have refreshed while we waited for it. */
  async function refreshOnce(seen: SsoToken): Promise<SsoToken> {
    const current = await cached();
    if (current.accessToken !== seen.accessToken && isLiving(current, undefined)) return current;
    const { registration, refreshToken } = current;
    if (registration === undefined || refreshToken === undefined || !canRefresh(current)) {
      throw signInNeeded(session, 'its token has expired', undefined, 'expired');
    }
    try {
      const renewed = await uses.oidc.refresh(session, registration, refreshToken, AbortSignal.timeout(30_000));
      // As botocore: a reply without a refresh token ends the chain.
      await cache.write(session, renewed);
      await uses.onRefreshed?.(current, renewed);
      logger.debug('token refreshed', { session: sessionLabel(session) });
      return renewed;
    } catch (error) {
      const now = await cached();
      // The AWS CLI takes no lock: it may have been quicker, with the same refresh token.
      if (now.accessToken !== current.accessToken && isLiving(now, undefined)) return now;
      if (error instanceof OidcRefusal && !error.passing) refused = refreshToken;
      throw explained(session, error);
    }
  }

  function refresh(seen: SsoToken): Promise<SsoToken> {
    if (refreshing === undefined) {
      triedAt = clock();
      refreshing = cache
        .exclusively(session, () => refreshOnce(seen))
        .finally(() => {
          refreshing = undefined;
        });
    }
    return refreshing;
  }

  return {
    async token(signal, rejected) {
      signal.throwIfAborted();
      const held = await cached();
      if (isFresh(held, rejected)) return held;
      const living = isLiving(held, rejected);
      if (!canRefresh(held)) {
        if (living) return held;
        const why = held.accessToken === rejected ? 'its sign-in has ended' : 'its token has expired';
        throw signInNeeded(session, why, undefined, 'expired');
      }
      if (living && refreshing === undefined && clock() - triedAt < BETWEEN_TRIES_MILLIS) return held;
      try {
        return await orAborted(refresh(held), signal);
      } catch (error) {
        if (signal.aborted || !isLiving(held, rejected)) throw error;
        logger.warn('token not refreshed', { session: sessionLabel(session), reason: messageOf(error) });
        return held;
      }
    },
    async close() {
      await refreshing?.catch(() => undefined);
    },
  };
}

function explained(session: IdentityCenterSession, error: unknown): unknown {
  if (!(error instanceof OidcRefusal)) return error;
  if (!error.passing) return signInNeeded(session, `its sign-in has ended (${error.code})`, error, 'expired');
  return new CentralOpsError(
    'credentials-unavailable',
    `The sign-in of IAM Identity Center ${sessionLabel(session)} could not be refreshed (${error.code}): ${error.message}`,
    {
      facts: { session: sessionLabel(session), awsCode: error.code },
      nextStep:
        'Check that this machine reaches Identity Center (network, proxy, AWS_ENDPOINT_URL_SSO_OIDC), then ask again.',
      cause: error,
    },
  );
}

/** The caller leaves, the work goes on. */
function orAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
