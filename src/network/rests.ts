import { sleep } from './sleep.js';

/** How many times as long as a piece of work took nothing of its kind is begun. */
const REST = 10;

/**
 * Does work that cannot be cut into pieces, one piece after the other, and rests after each: however much of it is asked for, it takes
 * a small part of the time of everybody who shares this thread.
 */
export function createRests(): <Result>(work: () => Result) => Promise<Result> {
  let rested: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const before = rested;
    let done: ((tookMillis: number) => void) | undefined;
    rested = new Promise<number>((resolve) => {
      done = resolve;
    }).then((tookMillis) => sleep(REST * tookMillis));
    await before;
    const startedAt = performance.now();
    try {
      return work();
    } finally {
      done?.(performance.now() - startedAt);
    }
  };
}
