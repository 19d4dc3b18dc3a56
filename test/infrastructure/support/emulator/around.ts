import type { Surroundings } from '../../../../infrastructure/scripts/deploy/progress.js';

/** Surroundings that keep the lines and do not wait. `afterPauses` aborts like a person's Ctrl-C. */
export function surroundings({ afterPauses = Number.POSITIVE_INFINITY } = {}): Surroundings & {
  readonly lines: string[];
} {
  const lines: string[] = [];
  const interrupted = new AbortController();
  let pauses = 0;
  return {
    lines,
    say: (line) => void lines.push(line),
    pause: () => {
      pauses += 1;
      if (pauses > afterPauses) interrupted.abort();
      interrupted.signal.throwIfAborted();
      return Promise.resolve();
    },
    signal: interrupted.signal,
  };
}

export const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' } as const;
