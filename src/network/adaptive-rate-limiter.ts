import type { Clock } from '../domain/clock.js';
import { createRateLimiter, type RateLimiter, type RateLimits } from './rate-limiter.js';
import type { Sleep } from './sleep.js';

export interface AdaptiveRateLimiter extends RateLimiter {
  /** A request was turned down for its rate. */
  throttled(): void;
  succeeded(): void;
}

/** One part in twenty down, a fifth of a request a second up: refusals that come by chance hardly slow it. */
const DOWN = 0.95;
const UP = 0.2;
const SLOWEST_PER_SECOND = 1;

/**
 * A token bucket that finds the rate at which a service really answers. Others may share the quota, or it may be smaller than
 * documented: whoever keeps asking at the documented rate is turned down again and again, and the last of many requests run out
 * of tries. Never faster than `limits`.
 */
export function createAdaptiveRateLimiter(limits: RateLimits, clock: Clock, sleep: Sleep): AdaptiveRateLimiter {
  let perSecond = limits.perSecond;
  const limiter = createRateLimiter(
    {
      get perSecond() {
        return perSecond;
      },
      burst: limits.burst,
    },
    clock,
    sleep,
  );
  return {
    take: (signal) => limiter.take(signal),
    throttled() {
      perSecond = Math.max(SLOWEST_PER_SECOND, perSecond * DOWN);
    },
    succeeded() {
      perSecond = Math.min(limits.perSecond, perSecond + UP);
    },
  };
}
