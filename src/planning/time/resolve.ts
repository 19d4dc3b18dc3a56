import type { ClockTime, Moment, TimeExpression, TimeRange, TimeUnit } from '../../domain/time-expression.js';
import { daysIn, instantOf, localTime, weekdayOf, type LocalTime } from './zone.js';

/** What "today" and "Monday" are counted from. */
export interface TimeBase {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** Whether what is spoken of has happened or will: the year of "3 May", the direction of "within 30 days". */
export type Leaning = 'past' | 'future';

/** The instants that an expression means. */
export function resolveTime(expression: TimeExpression, base: TimeBase, leaning: Leaning = 'past'): TimeRange {
  switch (expression.kind) {
    case 'last':
      return { from: shifted(base, -expression.amount, expression.unit), to: base.now };
    case 'next':
      return { from: base.now, to: shifted(base, expression.amount, expression.unit) };
    case 'within':
      return resolveTime({ ...expression, kind: leaning === 'past' ? 'last' : 'next' }, base, leaning);
    case 'during':
      return stretchOf(expression.moment, base, leaning);
    case 'since':
      return { from: stretchOf(expression.from, base, leaning).from };
    case 'before':
      return { to: stretchOf(expression.to, base, leaning).from };
    case 'between': {
      const [first, second] = [stretchOf(expression.from, base, leaning), stretchOf(expression.to, base, leaning)];
      return first.from <= second.from ? { from: first.from, to: second.to } : { from: second.from, to: first.to };
    }
    default:
      return expression satisfies never;
  }
}

/** The part of a range that is over, for what can only be asked of the past. Undefined when there is none. */
export function pastOf(range: TimeRange, now: number): Required<TimeRange> | undefined {
  if (range.from === undefined) return undefined;
  const to = Math.min(range.to ?? now, now);
  return range.from < to ? { from: range.from, to } : undefined;
}

/** A moment from its beginning to its end. */
function stretchOf(moment: Moment, base: TimeBase, leaning: Leaning): Required<TimeRange> {
  const today = localTime(base.now, base.timeZone);
  switch (moment.kind) {
    case 'instant':
      return { from: moment.at, to: moment.at };
    case 'ago': {
      const from = shifted(base, -moment.amount, moment.unit);
      return { from, to: from };
    }
    case 'clock':
      return lastAt(moment.clock, today, base);
    case 'day':
      return dayStretch({ ...today, day: today.day + moment.offset }, moment.clock, base);
    case 'weekday': {
      const back = (weekdayOf(today) - moment.weekday + 7) % 7;
      const days = leaning === 'past' ? -back : (7 - back) % 7;
      return dayStretch({ ...today, day: today.day + days }, moment.clock, base);
    }
    case 'date':
      return dayStretch(nearestDate(moment, today, leaning), moment.clock, base);
    case 'month': {
      const year = moment.year ?? nearestYear(moment.month, 1, today, leaning, 'month');
      return stretch({ year, month: moment.month }, { year, month: moment.month + 1 }, base);
    }
    case 'year':
      return stretch({ year: moment.year, month: 1 }, { year: moment.year + 1, month: 1 }, base);
    case 'period':
      return periodStretch(moment.unit, moment.offset, today, base);
    default:
      return moment satisfies never;
  }
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

function dayStretch(
  day: Pick<LocalTime, 'year' | 'month' | 'day'>,
  clock: ClockTime | undefined,
  base: TimeBase,
): Required<TimeRange> {
  if (clock !== undefined) {
    const at = atClock(day, clock, base);
    return { from: at, to: at };
  }
  const { year, month } = day;
  return stretch({ year, month, day: day.day }, { year, month, day: day.day + 1 }, base);
}

function atClock(day: Pick<LocalTime, 'year' | 'month' | 'day'>, clock: ClockTime, { timeZone }: TimeBase): number {
  const { year, month } = day;
  return instantOf(
    { year, month, day: day.day, hour: clock.hour, minute: clock.minute, second: 0 },
    clock.utc === true ? 'UTC' : timeZone,
  );
}

/** "Since 21:00", said in the morning, is since yesterday evening. */
function lastAt(clock: ClockTime, today: LocalTime, base: TimeBase): Required<TimeRange> {
  const at = atClock(today, clock, base);
  const from = at <= base.now ? at : atClock({ ...today, day: today.day - 1 }, clock, base);
  return { from, to: from };
}

function stretch(
  from: { readonly year: number; readonly month: number; readonly day?: number },
  to: { readonly year: number; readonly month: number; readonly day?: number },
  { timeZone }: TimeBase,
): Required<TimeRange> {
  return {
    from: instantOf({ day: 1, ...from, ...MIDNIGHT }, timeZone),
    to: instantOf({ day: 1, ...to, ...MIDNIGHT }, timeZone),
  };
}

function periodStretch(unit: TimeUnit, offset: number, today: LocalTime, base: TimeBase): Required<TimeRange> {
  const { year, month, day } = today;
  switch (unit) {
    case 'year':
      return stretch({ year: year + offset, month: 1 }, { year: year + offset + 1, month: 1 }, base);
    case 'month':
      return stretch({ year, month: month + offset }, { year, month: month + offset + 1 }, base);
    case 'week': {
      // Weeks begin on Monday (ISO 8601).
      const monday = day - weekdayOf(today) + 1 + 7 * offset;
      return stretch({ year, month, day: monday }, { year, month, day: monday + 7 }, base);
    }
    case 'day':
      return stretch({ year, month, day: day + offset }, { year, month, day: day + offset + 1 }, base);
    case 'hour':
    case 'minute': {
      const length = unit === 'hour' ? 3_600_000 : 60_000;
      const from = Math.floor(base.now / length) * length + offset * length;
      return { from, to: from + length };
    }
    default:
      return unit satisfies never;
  }
}

function nearestDate(
  { year, month, day }: Extract<Moment, { kind: 'date' }>,
  today: LocalTime,
  leaning: Leaning,
): Pick<LocalTime, 'year' | 'month' | 'day'> {
  return { year: year ?? nearestYear(month, day, today, leaning, 'day'), month, day };
}

/** The year in which a date without one came last, or comes next; the current one counts for both. */
function nearestYear(
  month: number,
  day: number,
  today: LocalTime,
  leaning: Leaning,
  precision: 'day' | 'month',
): number {
  const wanted = precision === 'day' ? month * 100 + day : month * 100;
  const current = precision === 'day' ? today.month * 100 + today.day : today.month * 100;
  if (leaning === 'past') return wanted <= current ? today.year : today.year - 1;
  return wanted >= current ? today.year : today.year + 1;
}

/** Now, so many units later or earlier. Days and longer keep the time of day; hours and minutes are as long as they are. */
function shifted({ now, timeZone }: TimeBase, amount: number, unit: TimeUnit): number {
  if (unit === 'minute') return now + amount * 60_000;
  if (unit === 'hour') return now + amount * 3_600_000;
  const local = localTime(now, timeZone);
  const rest = ((now % 1000) + 1000) % 1000;
  if (unit === 'day' || unit === 'week') {
    return instantOf({ ...local, day: local.day + amount * (unit === 'week' ? 7 : 1) }, timeZone) + rest;
  }
  const months = local.year * 12 + (local.month - 1) + amount * (unit === 'year' ? 12 : 1);
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  // The 31st, a month ago, was the last day of that month.
  return instantOf({ ...local, year, month, day: Math.min(local.day, daysIn(year, month)) }, timeZone) + rest;
}
