/** A date and time as calendars and clocks of a zone show it. Months count from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Making one costs more than using it a hundred times. Nothing in them depends on who asks. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** What clocks of the zone show at an instant. */
export function localTime(instant: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/**
 * The instant at which clocks of the zone show a time. Fields may be out of range (day 0, month 13) and carry over. Of a time
 * that comes twice, when clocks go back, the first; a time that never comes, when they go forward, is as much later.
 */
export function instantOf(local: LocalTime, timeZone: string): number {
  const asUtc = utc(local);
  // Zones change their offset at most once in two days.
  const [before, after] = [offsetAt(asUtc - DAY, timeZone), offsetAt(asUtc + DAY, timeZone)];
  const candidates = [asUtc - before, asUtc - after].filter(
    (instant, index) => offsetAt(instant, timeZone) === [before, after][index],
  );
  return candidates.length === 0 ? asUtc - before : Math.min(...candidates);
}

/** The day of the week, 1 for Monday. */
export function weekdayOf({ year, month, day }: LocalTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** Days of a month. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Milliseconds that clocks of the zone are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  return utc(localTime(instant, timeZone)) - Math.floor(instant / 1000) * 1000;
}

function utc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
