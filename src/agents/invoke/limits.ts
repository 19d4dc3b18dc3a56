import { setMaxListeners } from 'node:events';

/** Why an invocation was ended from this side. */
export type Ended = 'caller' | 'total' | 'silent';

/** The end of one invocation, whichever comes first: the caller's abort, the whole time, or silence within an answer. */
export interface Limits {
  /** What every wait of the invocation takes. */
  readonly signal: AbortSignal;
  /** Undefined while nothing has ended it. */
  readonly ended: Ended | undefined;
  /** An answer has begun, or goes on: from now on silence counts. */
  heard(): void;
  /** Takes the timers and listeners away. */
  close(): void;
}

export function createLimits(options: {
  readonly signal: AbortSignal;
  /** Milliseconds in all. */
  readonly totalMillis: number;
  /** Milliseconds without a byte, once an answer has begun. An agent may think for long before it speaks. */
  readonly silentMillis: number;
}): Limits {
  const controller = new AbortController();
  // The SDK, the queue and the credentials all listen to it.
  setMaxListeners(0, controller.signal);
  let ended: Ended | undefined;
  let silence: NodeJS.Timeout | undefined;
  const end = (why: Ended) => (): void => {
    ended ??= why;
    controller.abort(new Error(`the invocation was ended: ${why}`));
  };
  const onAbort = end('caller');
  const total = setTimeout(end('total'), Math.max(0, options.totalMillis));
  options.signal.addEventListener('abort', onAbort, { once: true });
  if (options.signal.aborted) onAbort();
  return {
    signal: controller.signal,
    get ended() {
      return ended;
    },
    heard() {
      clearTimeout(silence);
      silence = setTimeout(end('silent'), options.silentMillis);
    },
    close() {
      clearTimeout(total);
      clearTimeout(silence);
      options.signal.removeEventListener('abort', onAbort);
    },
  };
}
