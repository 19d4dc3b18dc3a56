import { describe, expect, it } from 'vitest';
import { checkReachAndClock } from '../../../src/doctor/hub-checks.js';
import { CentralOpsError } from '../../../src/domain/errors.js';

const stsUrl = new URL('https://sts.us-east-1.amazonaws.com/');
const NOW = Date.UTC(2026, 10, 27, 9, 0, 0);
const { signal } = new AbortController();

function check(fetch: () => Promise<Response>) {
  return checkReachAndClock({ stsUrl, fetch, clock: () => NOW, signal });
}

function at(millis: number): () => Promise<Response> {
  return () =>
    Promise.resolve(new Response(null, { status: 302, headers: { date: new Date(NOW + millis).toUTCString() } }));
}

describe('checkReachAndClock', () => {
  it.each([
    [0, 'pass', 'this machine’s clock and that of sts.us-east-1.amazonaws.com agree'],
    [-30_000, 'pass', 'this machine’s clock is 30 s ahead of that of sts.us-east-1.amazonaws.com'],
    [120_000, 'warn', 'this machine’s clock is 120 s behind that of sts.us-east-1.amazonaws.com'],
    [600_000, 'fail', 'this machine’s clock is 600 s behind that of sts.us-east-1.amazonaws.com'],
    [-600_000, 'fail', 'this machine’s clock is 600 s ahead of that of sts.us-east-1.amazonaws.com'],
  ])('compares the clocks: AWS %i ms ahead is a %s', async (millis, status, saw) => {
    const results = await check(at(millis));

    expect(results[0]).toEqual({
      check: 'sts-reach',
      status: 'pass',
      saw: 'sts.us-east-1.amazonaws.com answered with HTTP 302',
    });
    expect(results[1]).toMatchObject({ check: 'clock', status, saw });
    expect(results[1]?.fix === undefined).toBe(status === 'pass');
  });

  it('has no clock to compare with where nothing answers', async () => {
    const results = await check(() =>
      Promise.reject(new CentralOpsError('unreachable', 'no route', { nextStep: 'Plug in.' })),
    );

    expect(results).toEqual([
      { check: 'sts-reach', status: 'fail', saw: 'no route', fix: 'Plug in.' },
      { check: 'clock', status: 'skip', saw: 'STS was not reached, so there is no clock to compare with' },
    ]);
  });

  it('does not take an answer without a date for a clock', async () => {
    const results = await check(() => Promise.resolve(new Response(null, { status: 200 })));

    expect(results[1]).toMatchObject({ check: 'clock', status: 'skip' });
  });
});
