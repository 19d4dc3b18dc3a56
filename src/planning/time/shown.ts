import type { TimeRange } from '../../domain/time-expression.js';
import { localTime } from './zone.js';

/** A range as summaries say it, in the person's own zone: "from 2026-11-20 00:00 to 2026-11-21 12:00 (Europe/Berlin)". */
export function rangeShown({ from, to }: TimeRange, timeZone: string): string {
  const zone = `(${timeZone})`;
  if (from !== undefined && to !== undefined) return `from ${shown(from, timeZone)} to ${shown(to, timeZone)} ${zone}`;
  if (from !== undefined) return `since ${shown(from, timeZone)} ${zone}`;
  return to === undefined ? 'at any time' : `before ${shown(to, timeZone)} ${zone}`;
}

/** ISO 8601 in UTC, without a fraction: how APIs take times. */
export function isoTime(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function shown(instant: number, timeZone: string): string {
  const { year, month, day, hour, minute } = localTime(instant, timeZone);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
