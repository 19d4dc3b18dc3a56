import type { TimeExpression } from '../../domain/time-expression.js';
import { timeAt } from './time-words.js';
import type { Word } from './moment-words.js';
import { resolveTime, type TimeBase } from './resolve.js';
import { isoTime } from './shown.js';

/** A stretch of time that a question names. */
export interface NamedTime {
  /** First word, and the word behind the last. */
  readonly from: number;
  readonly to: number;
  readonly expression: TimeExpression;
}

/** Every stretch of time in a question, in order. */
export function timesIn(words: readonly Word[]): readonly NamedTime[] {
  const found: NamedTime[] = [];
  let at = 0;
  while (at < words.length) {
    const match = timeAt(words, at);
    if (match !== undefined) found.push({ from: at, to: at + match.length, expression: match.value });
    at += match?.length ?? 1;
  }
  return found;
}

/** The same as absolute times, for a planner that cannot count days: ISO 8601 in UTC, `end` not included. */
export function absoluteTimes(
  words: readonly (Word & { readonly text: string })[],
  base: TimeBase,
): readonly { readonly words: string; readonly start?: string; readonly end?: string }[] {
  return timesIn(words).map(({ from, to, expression }) => {
    const range = resolveTime(expression, base);
    return {
      words: words
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
      ...(range.from === undefined ? {} : { start: isoTime(range.from) }),
      ...(range.to === undefined ? {} : { end: isoTime(range.to) }),
    };
  });
}
