import { describe, expect, it } from 'vitest';

import { createLimitedFetch } from '../../../src/tools/aws-mcp/limited-fetch.js';
import type { RequestScope } from '../../../src/tools/aws-mcp/limited-fetch.js';
import { createRateLimiter } from '../../../src/network/rate-limiter.js';

/** A clock that only sleeping moves. */
function testTime(): {
  now: number;
  slept: number[];
  clock: () => number;
  sleep: (millis: number, signal?: AbortSignal) => Promise<void>;
} {
  const time = {
    now: 1_000_000,
    slept: [] as number[],
    clock: () => time.now,
    sleep: (millis: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      time.slept.push(millis);
      time.now += millis;
      return Promise.resolve();
    },
  };
  return time;
}

function limitedFetch(responses: readonly Response[], scope?: RequestScope, random = 1) {
  const time = testTime();
  const left = [...responses];
  const sent: (string | undefined)[] = [];
  const limited = createLimitedFetch({
    fetch: (_input, init) => {
      sent.push(init?.method);
      return Promise.resolve(left.shift() ?? new Response('ok'));
    },
    limiter: { take: () => Promise.resolve() },
    accountId: '111111111111',
    clock: time.clock,
    sleep: time.sleep,
    random: () => random,
    scope: () => scope,
    attempts: 4,
  });
  return { time, sent, limited };
}
const busy = (after?: string): Response =>
  new Response('slow down', { status: 429, headers: after === undefined ? {} : { 'retry-after': after } });
const scopeUntil = (deadline: number): RequestScope => ({ signal: new AbortController().signal, deadline });

describe('a rate limiter', () => {
  it('lets the burst through and then keeps the rate', async () => {
    const time = testTime();
    const limiter = createRateLimiter({ perSecond: 3, burst: 3 }, time.clock, time.sleep);

    for (let request = 0; request < 5; request += 1) await limiter.take();

    expect(time.slept).toEqual([334, 333]);
  });

  it('refills while nobody asks, up to the burst', async () => {
    const time = testTime();
    const limiter = createRateLimiter({ perSecond: 3, burst: 3 }, time.clock, time.sleep);
    for (let request = 0; request < 3; request += 1) await limiter.take();

    time.now += 60_000;
    for (let request = 0; request < 4; request += 1) await limiter.take();

    expect(time.slept).toEqual([334]);
  });

  it('queues those that ask at once behind each other', async () => {
    const waits: number[] = [];
    const limiter = createRateLimiter(
      { perSecond: 2, burst: 1 },
      () => 0,
      (millis) => {
        waits.push(millis);
        return Promise.resolve();
      },
    );

    await Promise.all([limiter.take(), limiter.take(), limiter.take()]);

    expect(waits).toEqual([500, 1000]);
  });

  it('gives back the turn of one that was cancelled', async () => {
    const waits: number[] = [];
    const limiter = createRateLimiter(
      { perSecond: 2, burst: 1 },
      () => 0,
      (millis, signal) => {
        waits.push(millis);
        return signal === undefined ? Promise.resolve() : Promise.reject(new Error('cancelled'));
      },
    );
    await limiter.take();

    await expect(limiter.take(new AbortController().signal)).rejects.toThrow('cancelled');
    await limiter.take();

    expect(waits).toEqual([500, 500]);
  });
});

describe('a limited fetch', () => {
  it('pauses longer with each refusal, and at least as long as Retry-After says', async () => {
    const { time, sent, limited } = limitedFetch([busy(), busy('3'), busy(new Date(1_000_000 + 10_000).toUTCString())]);

    const response = await limited('http://x', { method: 'POST' });

    expect(response.status).toBe(200);
    expect(sent).toHaveLength(4);
    expect(time.slept).toEqual([400, 3000, 10_000 - 3400]);
  });

  it('spreads the pauses by chance', async () => {
    const { time, limited } = limitedFetch([busy(), busy()], undefined, 0);

    await limited('http://x', { method: 'POST' });

    expect(time.slept).toEqual([200, 400]);
  });

  it('gives up after its attempts', async () => {
    const { sent, limited } = limitedFetch([busy(), busy(), busy(), busy()]);

    await expect(limited('http://x', { method: 'POST' })).rejects.toMatchObject({
      code: 'throttled',
      facts: { accountId: '111111111111', attempts: 4 },
    });
    expect(sent).toHaveLength(4);
  });

  it('does not wait past the deadline', async () => {
    const { time, limited } = limitedFetch([busy('60')], scopeUntil(1_000_000 + 5000));

    await expect(limited('http://x', { method: 'POST' })).rejects.toMatchObject({ code: 'throttled' });
    expect(time.slept).toEqual([]);
  });

  it('aborts the request with the scope of its call', async () => {
    const controller = new AbortController();
    const limited = createLimitedFetch({
      fetch: (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          controller.abort(new Error('the run is over'));
        }),
      limiter: { take: () => Promise.resolve() },
      accountId: '1',
      clock: () => 0,
      sleep: () => Promise.resolve(),
      random: () => 0,
      scope: () => ({ signal: controller.signal, deadline: 10 }),
      attempts: 1,
    });

    await expect(limited('http://x', { method: 'POST', signal: new AbortController().signal })).rejects.toThrow(
      'the run is over',
    );
  });
});
