import { describe, expect, it } from 'vitest';
import { createRests } from '../../../src/network/rests.js';

/** Keeps everybody waiting. */
function work(millis: number): void {
  const end = performance.now() + millis;
  while (performance.now() < end);
}

describe('work that rests', () => {
  it('is begun one after the other, and takes a small part of the time', async () => {
    const resting = createRests();
    const begun: number[] = [];
    const startedAt = performance.now();

    const results = await Promise.all(
      [1, 2, 3].map((number) =>
        resting(() => {
          begun.push(number);
          work(10);
          return number * 2;
        }),
      ),
    );

    expect([begun, results]).toEqual([
      [1, 2, 3],
      [2, 4, 6],
    ]);
    expect(performance.now() - startedAt).toBeGreaterThan(200);
  });

  it('goes on after work that failed', async () => {
    const resting = createRests();

    const failed = resting(() => {
      throw new Error('no');
    });

    await expect(failed).rejects.toThrow('no');
    expect(await resting(() => 'yes')).toBe('yes');
  });
});
