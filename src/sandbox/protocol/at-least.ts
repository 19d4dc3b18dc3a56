import { setTimeout as delay } from 'node:timers/promises';

/**
 * The work's result, no sooner than `milliseconds` from now: how latency is pretended. The work itself runs meanwhile,
 * so that a busy sandbox does not make a pretended delay longer than it was asked to be.
 */
export async function atLeast<T>(milliseconds: number, signal: AbortSignal, work: () => T | Promise<T>): Promise<T> {
  if (milliseconds <= 0) return work();
  const [result] = await Promise.all([work(), delay(milliseconds, undefined, { signal })]);
  return result;
}
