/** Pretended slowness. One per sandbox, so that closing it leaves no timer behind. */
export interface Delays {
  /** Resolves after `milliseconds`; never, when the sandbox is closed before. */
  pause(milliseconds: number): Promise<void>;
  /**
   * The work's result, no sooner than `milliseconds` from now. The work runs meanwhile, so that a busy sandbox does not
   * make a pretended delay longer than it was asked to be.
   */
  atLeast<T>(milliseconds: number, work: () => T | Promise<T>): Promise<T>;
  close(): void;
}

export function createDelays(): Delays {
  const timers = new Set<NodeJS.Timeout>();
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.add(timer);
    });
  return {
    pause,
    atLeast: async (milliseconds, work) => {
      if (milliseconds <= 0) return work();
      const [result] = await Promise.all([work(), pause(milliseconds)]);
      return result;
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
