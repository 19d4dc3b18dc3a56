import type { Clock } from '../domain/clock.js';
import type { Sleep } from './sleep.js';

export interface RateLimiter {
  /** Resolves when the next request may be sent, first come first served. */
  take(signal?: AbortSignal): Promise<void>;
}

export interface RateLimits {
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * A token bucket: `burst` requests at once, then `perSecond`. One per account, because AWS counts in the account that
 * signs (3 a second per account and Region, not adjustable: Agent Toolkit user guide, quotas).
 */
export function createRateLimiter(limits: RateLimits, clock: Clock, sleep: Sleep): RateLimiter {
  let tokens = limits.burst;
  let refilledAt: number | undefined;

  function refill(): void {
    const now = clock();
    // A clock that was set back must not take tokens away.
    const elapsed = Math.max(0, now - (refilledAt ?? now));
    tokens = Math.min(limits.burst, tokens + (elapsed * limits.perSecond) / 1000);
    refilledAt = now;
  }

  return {
    async take(signal) {
      signal?.throwIfAborted();
      refill();
      // Below zero is a queue: each waiter has reserved the token that will be there when its turn comes.
      tokens -= 1;
      if (tokens >= 0) return;
      try {
        await sleep(Math.ceil((-tokens * 1000) / limits.perSecond), signal);
      } catch (error) {
        tokens += 1;
        throw error;
      }
    },
  };
}
