import { describe, expect, it } from 'vitest';
import { withRetries } from '../../../src/aws/retry.js';
import { createAdaptiveRateLimiter } from '../../../src/network/adaptive-rate-limiter.js';
import type { Sleep } from '../../../src/network/sleep.js';

/** Time that passes only while everybody waits. */
function virtualTime() {
  let now = 0;
  const timers: { readonly at: number; readonly wake: () => void }[] = [];
  const sleep: Sleep = (millis) =>
    new Promise((resolve) => {
      timers.push({ at: now + millis, wake: resolve });
    });
  return {
    clock: () => now,
    sleep,
    async until(work: Promise<unknown>): Promise<number> {
      const state = { done: false };
      const finished = work.finally(() => {
        state.done = true;
      });
      while (!state.done) {
        await new Promise((resolve) => void setImmediate(resolve));
        timers.sort((left, right) => left.at - right.at);
        const next = timers.shift();
        if (next === undefined) continue;
        now = next.at;
        next.wake();
      }
      await finished;
      return now;
    },
  };
}

/** The same numbers each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const REFUSED = new Error('429');

/** Sends so many requests at a service with that rate, which also refuses by chance; seconds that it took, and refusals. */
async function send(requests: number, service: { readonly perSecond: number; readonly byChance?: number }) {
  const time = virtualTime();
  const random = numbers(1);
  const limiter = createAdaptiveRateLimiter({ perSecond: 20, burst: 5 }, time.clock, time.sleep);
  let tokens = service.perSecond;
  let filledAt = 0;
  let refusals = 0;
  const recent: number[] = [];
  let peak = 0;

  const ask = async (): Promise<void> => {
    await limiter.take();
    const now = time.clock();
    recent.push(now);
    while ((recent[0] ?? now) <= now - 1000) recent.shift();
    peak = Math.max(peak, recent.length);
    tokens = Math.min(service.perSecond, tokens + ((now - filledAt) * service.perSecond) / 1000);
    filledAt = now;
    if (tokens < 1 || random() < (service.byChance ?? 0)) {
      refusals += 1;
      limiter.throttled();
      throw REFUSED;
    }
    tokens -= 1;
    limiter.succeeded();
  };
  const one = (): Promise<void> =>
    withRetries(
      ask,
      (error) => error === REFUSED,
      { sleep: time.sleep, random, attempts: 16, baseMillis: 300 },
      AbortSignal.timeout(60_000),
    );
  const millis = await time.until(Promise.all(Array.from({ length: requests }, one)));
  return { seconds: millis / 1000, refusals, peak };
}

describe('createAdaptiveRateLimiter', () => {
  it('sends at its rate while nobody objects', async () => {
    const { seconds, refusals, peak } = await send(665, { perSecond: 20 });

    expect([refusals, peak <= 25]).toEqual([0, true]);
    expect(seconds / (665 / 20)).toBeGreaterThan(0.98);
    expect(seconds / (665 / 20)).toBeLessThan(1.01);
  });

  it('completes near the floor when requests are refused by chance', async () => {
    const { seconds, refusals } = await send(1000, { perSecond: 20, byChance: 0.1 });

    expect(refusals).toBeGreaterThan(80);
    // Each refused request has to be sent again: the floor is that of all that were sent.
    expect(seconds / ((1000 + refusals) / 20)).toBeLessThan(1.2);
  });

  it('finds a service that is slower than documented, and completes near its floor', async () => {
    const { seconds, refusals } = await send(1000, { perSecond: 12 });

    expect(seconds / (1000 / 12)).toBeLessThan(1.1);
    expect(refusals / 1000).toBeLessThan(0.4);
  });

  it('lets those who wait leave, and forgets a queue that is empty', async () => {
    const waits: (AbortSignal | undefined)[] = [];
    const limiter = createAdaptiveRateLimiter(
      { perSecond: 1, burst: 1 },
      () => 0,
      (_, signal) =>
        new Promise((_resolve, reject) => {
          waits.push(signal);
          signal?.addEventListener('abort', () => reject(new Error('left')));
        }),
    );
    const leaving = new AbortController();

    await limiter.take();
    const waiting = [limiter.take(leaving.signal), limiter.take(leaving.signal)];
    leaving.abort('enough');
    const outcomes = await Promise.allSettled(waiting);

    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : 'went'))).toEqual([
      'enough',
      'enough',
    ]);
    expect([waits.length, waits[0]?.aborted]).toEqual([1, true]);
    // Whoever comes right after waits for their own turn.
    const late = new AbortController();
    const next = limiter.take(late.signal).catch(() => 'left');
    await new Promise((resolve) => void setImmediate(resolve));
    late.abort();
    expect([await next, waits.length]).toEqual(['left', 2]);
    await expect(limiter.take(AbortSignal.abort('too late'))).rejects.toBe('too late');
  });

  it('is slow, but not stopped, where nearly everything is refused', async () => {
    const { seconds } = await send(30, { perSecond: 1 });

    expect(seconds).toBeLessThan(60);
  });
});
