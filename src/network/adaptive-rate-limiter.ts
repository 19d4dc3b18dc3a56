import type { Clock } from '../domain/clock.js';
import type { RateLimiter, RateLimits } from './rate-limiter.js';
import type { Sleep } from './sleep.js';

export interface AdaptiveRateLimiter extends RateLimiter {
  /** A request was turned down for its rate. */
  throttled(): void;
  succeeded(): void;
}

interface Waiter {
  readonly go: () => void;
}

/** One part in twenty down, a fifth of a request a second up: refusals that come by chance hardly slow it. */
const DOWN = 0.95;
const UP = 0.2;
const SLOWEST_PER_SECOND = 1;

/**
 * A token bucket that finds the rate at which a service really answers. Others may share the quota, or it may be smaller than
 * documented: whoever keeps asking at the documented rate is turned down again and again, and the last of many requests run out
 * of tries. Never faster than `limits`. Turns are given when they come, not when they are asked for, so that hundreds who wait
 * already go at the rate that was found since.
 */
export function createAdaptiveRateLimiter(limits: RateLimits, clock: Clock, sleep: Sleep): AdaptiveRateLimiter {
  const queue: Waiter[] = [];
  let perSecond = limits.perSecond;
  let tokens = limits.burst;
  let refilledAt: number | undefined;
  let pumping: AbortController | undefined;

  function refill(): void {
    const now = clock();
    // A clock that was set back must not take tokens away.
    const elapsed = Math.max(0, now - (refilledAt ?? now));
    tokens = Math.min(limits.burst, tokens + (elapsed * perSecond) / 1000);
    refilledAt = now;
  }

  async function pump(idle: AbortController): Promise<void> {
    while (queue.length > 0 && !idle.signal.aborted) {
      refill();
      if (tokens >= 1) {
        tokens -= 1;
        queue.shift()?.go();
      } else {
        // Ends early when everybody who waited has left.
        await sleep(Math.ceil(((1 - tokens) * 1000) / perSecond), idle.signal).catch(() => undefined);
      }
    }
    if (pumping === idle) pumping = undefined;
  }

  return {
    take: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason);
          return;
        }
        const onAbort = (): void => {
          queue.splice(queue.indexOf(waiter), 1);
          if (queue.length === 0) {
            pumping?.abort();
            pumping = undefined;
          }
          reject(signal?.reason);
        };
        const waiter = {
          go: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        queue.push(waiter);
        if (pumping === undefined) {
          pumping = new AbortController();
          void pump(pumping);
        }
      }),
    throttled() {
      perSecond = Math.max(SLOWEST_PER_SECOND, perSecond * DOWN);
    },
    succeeded() {
      perSecond = Math.min(limits.perSecond, perSecond + UP);
    },
  };
}
