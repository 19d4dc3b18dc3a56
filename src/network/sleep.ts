/** Waits; rejects with the signal's reason when it is aborted. A parameter, so that tests own the time. */
export type Sleep = (millis: number, signal?: AbortSignal) => Promise<void>;

/** {@link Sleep} on the real clock. Leaves no timer and no listener behind. */
export const sleep: Sleep = (millis, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, millis);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
