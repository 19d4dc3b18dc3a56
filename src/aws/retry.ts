import type { Sleep } from '../network/sleep.js';

export interface RetryOptions {
  readonly sleep: Sleep;
  /** 0 ≤ value < 1. A parameter, so that tests know the waits. */
  readonly random: () => number;
  /** Tries in all (6). */
  readonly attempts?: number;
  /** Longest first wait in milliseconds (200); it doubles each time, up to 5 s. */
  readonly baseMillis?: number;
}

const LONGEST_WAIT_MILLIS = 5000;

/**
 * Repeats what failed for a passing reason, after waits of random length ("full jitter"): hundreds of accounts that
 * were throttled together must not come back together. Our own, because the SDK's quota of retries is shared by all
 * requests of a client, and a wide fan-out empties it at once.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  isPassing: (error: unknown) => boolean,
  options: RetryOptions,
  signal: AbortSignal,
): Promise<T> {
  const { attempts = 6, baseMillis = 200 } = options;
  for (let tried = 1; ; tried += 1) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (tried >= attempts || !isPassing(error)) throw error;
    }
    const longest = Math.min(LONGEST_WAIT_MILLIS, baseMillis * 2 ** (tried - 1));
    await options.sleep(options.random() * longest, signal);
  }
}
