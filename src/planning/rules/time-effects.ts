import type { Condition } from '../../domain/condition.js';
import type { Filter } from '../../domain/plan.js';
import type { TimeRange } from '../../domain/time-expression.js';
import { resolveTime, type TimeBase } from '../time/resolve.js';
import { rangeShown } from '../time/shown.js';
import { empty, type Effect, type Topic } from './topic.js';

/**
 * "Older than 90 days" of a topic that knows when. What was never used or rotated was not used in the last 90 days
 * either; what has no time of another kind is neither before nor after one.
 */
export function timeEffect(
  topic: Topic,
  { event, expression, shown }: Extract<Condition, { kind: 'time' }>,
  negated: boolean,
  time: TimeBase,
): Effect | undefined {
  const known = topic.times?.[event];
  if (known === undefined) return undefined;
  const { column, note, ...brought } = known;
  const resolved = resolveTime(expression, time, event === 'expires' ? 'future' : 'past');
  // What happens while the question is answered is part of "the last 90 days".
  const endsNow = resolved.to !== undefined && resolved.to >= time.now && resolved.from !== undefined;
  const range: TimeRange = endsNow && event !== 'expires' ? { from: resolved.from } : resolved;
  const { from, to } = range;
  const within: readonly Filter[] = [
    // `above` leaves its value out, and a range begins with its first instant.
    ...(from === undefined ? [] : [{ column, is: 'above' as const, value: iso(from - 1) }]),
    ...(to === undefined ? [] : [{ column, is: 'below' as const, value: iso(to) }]),
  ];
  const outside: readonly Filter[] = [
    ...(from === undefined ? [] : [{ column, is: 'below' as const, value: iso(from) }]),
    ...(to === undefined ? [] : [{ column, is: 'above' as const, value: iso(to - 1) }]),
    ...(MAY_NEVER_BE.has(event) ? [empty(column)] : []),
  ];
  const never = negated && MAY_NEVER_BE.has(event) ? ', or never' : '';
  const taken = `"${shown}" is taken as: ${column} ${negated ? 'not ' : ''}${rangeShown(range, time.timeZone)}${never}`;
  return {
    ...brought,
    filters: negated ? [{ any: outside }] : within,
    after: `${negated && !/^unused/i.test(shown) ? 'not ' : ''}${behindNoun(shown)}`,
    note: note === undefined ? taken : `${taken} (${note})`,
  };
}

/** "Certificates expiring within 30 days", however it was asked. */
function behindNoun(shown: string): string {
  return shown
    .replace(/^(?:(?:that|will|due to|going to) )*expires?\b/i, 'expiring')
    .replace(/^(?:(?:are|were|was|have|has|been|already) )+/i, '');
}

const MAY_NEVER_BE: ReadonlySet<string> = new Set(['used', 'rotated', 'signed-in']);

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
