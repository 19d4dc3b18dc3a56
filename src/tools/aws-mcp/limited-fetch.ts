import type { Clock } from '../../domain/clock.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Fetch } from '../../network/fetch.js';
import type { Sleep } from '../../network/sleep.js';
import type { RateLimiter } from '../../network/rate-limiter.js';

/** What the caller of a request allows, carried past the MCP SDK, which hands neither to `fetch`. */
export interface RequestScope {
  /** Aborted when the caller gives up, and also once its call has ended: nothing may be read after that. */
  readonly signal: AbortSignal;
  /** Milliseconds since the Unix epoch after which no attempt starts. */
  readonly deadline: number;
}

export interface LimitedFetchOptions {
  /** The signed fetch: attempts go through it one by one, so that each is signed afresh. */
  readonly fetch: Fetch;
  readonly limiter: RateLimiter;
  readonly accountId: string;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Between 0 and 1, for jitter. */
  readonly random: () => number;
  readonly scope: () => RequestScope | undefined;
  /** Requests per call, the first included. */
  readonly attempts: number;
}

const FIRST_PAUSE_MILLIS = 400;
const LONGEST_PAUSE_MILLIS = 20_000;

/**
 * Keeps an account's requests under the server's rate and waits out its 429 answers: exponential pauses with jitter, or
 * what `Retry-After` says when that is longer. When the deadline comes before the next attempt, it throws `throttled`
 * at once instead of waiting for nothing.
 */
export function createLimitedFetch(options: LimitedFetchOptions): Fetch {
  return async (input, init = {}) => {
    // The local answer to GET costs no request.
    if ((init.method ?? 'GET').toUpperCase() === 'GET') return options.fetch(input, init);
    const scope = options.scope();
    // A scope's signal replaces the transport's, which outlives it: a transport that closes fails the call, and that
    // ends the scope.
    const signal = scope?.signal ?? init.signal ?? undefined;
    for (let attempt = 1; ; attempt += 1) {
      await options.limiter.take(signal);
      const response = await options.fetch(input, { ...init, ...(signal === undefined ? {} : { signal }) });
      if (response.status !== 429) return response;
      const pause = pauseOf(response, attempt, options.random(), options.clock());
      await response.body?.cancel();
      const late = scope !== undefined && options.clock() + pause >= scope.deadline;
      if (late || attempt >= options.attempts) throw throttled(options.accountId, attempt, late);
      await options.sleep(pause, signal);
    }
  };
}

function pauseOf(response: Response, attempt: number, random: number, now: number): number {
  const ceiling = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** (attempt - 1));
  const own = ceiling / 2 + (ceiling / 2) * random;
  return Math.max(own, retryAfter(response.headers.get('retry-after'), now));
}

/** Seconds or a date (RFC 9110, 10.2.3), in milliseconds from now; 0 when absent or unreadable. */
function retryAfter(value: string | null, now: number): number {
  if (value === null || value === '') return 0;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

function throttled(accountId: string, attempts: number, deadline: boolean): CentralOpsError {
  const why = deadline ? 'the time for this run ends before the next attempt' : 'it was tried often enough';
  return new CentralOpsError(
    'throttled',
    `The AWS MCP Server limited the rate of account ${accountId} (HTTP 429, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}); ${why}.`,
    {
      facts: { accountId, attempts },
      nextStep:
        'Ask again later; look for other clients that use the AWS MCP Server in this account (3 requests a second, 27 connections, 90 sessions per role).',
    },
  );
}
