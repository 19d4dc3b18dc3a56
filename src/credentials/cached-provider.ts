import type { Clock } from '../domain/clock.js';
import type { AwsCredentials, CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { unlessAborted } from '../domain/unless-aborted.js';

export interface CachedProviderOptions {
  readonly fetch: (signal: AbortSignal) => Promise<AwsCredentials>;
  readonly clock: Clock;
  /** How long before they expire credentials are replaced (5 minutes). */
  readonly refreshBeforeMillis?: number;
  /** "role arn:… in Production (222222222222)", for messages. */
  readonly description: string;
}

export interface CachedProvider {
  readonly provide: CredentialProvider;
  /** Forgets the credentials and ends a request under way. */
  readonly clear: () => void;
}

/** After a refresh failed for a passing reason, the old credentials are used this long before the next try. */
const RETRY_REFRESH_MILLIS = 30_000;

interface Held {
  readonly credentials: AwsCredentials;
  /** When to replace them; postponed when a refresh fails for a passing reason. */
  refreshAt: number;
}

interface Flight {
  readonly result: Promise<AwsCredentials>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Keeps one identity's credentials.
 *
 * - Concurrent callers share one request. A caller that aborts leaves alone; when all have, the request is aborted.
 * - Credentials are replaced five minutes before they expire, or at half of their life when that is later: one that
 *   lives five minutes must not be fetched again for every call.
 * - A refresh that fails for a passing reason is not noticed while the old credentials live. A refusal is thrown: it
 *   may be meant. A failure is never kept.
 * - `forceRefresh` fetches even so, and never answers with the credentials that AWS has just turned down.
 */
export function createCachedProvider(options: CachedProviderOptions): CachedProvider {
  const { clock, refreshBeforeMillis = 5 * 60_000 } = options;
  let held: Held | undefined;
  let flight: Flight | undefined;

  function start(): Flight {
    const controller = new AbortController();
    const started: Flight = {
      controller,
      waiting: 0,
      result: options.fetch(controller.signal).then((credentials) => {
        const fresh = hold(credentials, clock(), refreshBeforeMillis, options.description);
        // Not when it was cleared or given up meanwhile.
        if (flight === started) {
          flight = undefined;
          held = fresh;
        }
        return credentials;
      }),
    };
    // Also marks the rejection as handled when nobody waits any more.
    started.result.catch(() => {
      if (flight === started) flight = undefined;
    });
    return started;
  }

  async function join(signal: AbortSignal | undefined): Promise<AwsCredentials> {
    flight ??= start();
    const joined = flight;
    joined.waiting += 1;
    try {
      return await unlessAborted(joined.result, signal);
    } finally {
      joined.waiting -= 1;
      if (joined.waiting === 0 && flight === joined) {
        flight = undefined;
        joined.controller.abort(new CentralOpsError('cancelled', 'Nobody waits for these credentials any more.'));
      }
    }
  }

  return {
    async provide({ forceRefresh = false, signal } = {}) {
      signal?.throwIfAborted();
      const kept = held;
      if (!forceRefresh && kept !== undefined && clock() < kept.refreshAt) return kept.credentials;
      try {
        return await join(signal);
      } catch (error) {
        const stillGood = kept !== undefined && kept === held && clock() < expiryOf(kept.credentials);
        if (forceRefresh || !stillGood || signal?.aborted === true || !isPassing(error)) throw error;
        kept.refreshAt = clock() + RETRY_REFRESH_MILLIS;
        return kept.credentials;
      }
    },
    clear() {
      held = undefined;
      const ended = flight;
      flight = undefined;
      ended?.controller.abort(new CentralOpsError('cancelled', 'The credentials were cleared while being fetched.'));
    },
  };
}

function hold(credentials: AwsCredentials, now: number, refreshBefore: number, description: string): Held {
  const life = expiryOf(credentials) - now;
  if (life <= 0) {
    throw new CentralOpsError(
      'credentials-unavailable',
      `The credentials just received for ${description} have already expired. Check this machine's clock.`,
    );
  }
  return { credentials, refreshAt: now + Math.max(life - refreshBefore, life / 2) };
}

function expiryOf(credentials: AwsCredentials): number {
  return credentials.expiresAt ?? Number.POSITIVE_INFINITY;
}

/** Failures that say nothing about whether the identity may be used. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof CentralOpsError &&
    ['throttled', 'unreachable', 'timed-out', 'credentials-unavailable'].includes(error.code)
  );
}
