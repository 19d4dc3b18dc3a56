import type { ClockTime, Moment, TimeUnit } from '../../domain/time-expression.js';

/** A word of a question, as the time matchers need it. */
export interface Word {
  /** Lower case. */
  readonly word: string;
  readonly quoted: boolean;
}

export interface Matched<Value> {
  /** Words taken. */
  readonly length: number;
  readonly value: Value;
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];
const NUMBERS: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const UNITS: Readonly<Record<string, TimeUnit>> = {
  minute: 'minute',
  minutes: 'minute',
  min: 'minute',
  mins: 'minute',
  hour: 'hour',
  hours: 'hour',
  hr: 'hour',
  hrs: 'hour',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
};
const SHORT_UNITS: Readonly<Record<string, TimeUnit>> = {
  m: 'minute',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  d: 'day',
  w: 'week',
  y: 'year',
};

export function wordAt(words: readonly Word[], at: number): string {
  const word = words[at];
  return word === undefined || word.quoted ? '' : word.word;
}

/** "3 hours", "a week", "24h", "half an hour". */
export function amountAt(
  words: readonly Word[],
  at: number,
): Matched<{ readonly amount: number; readonly unit: TimeUnit }> | undefined {
  const first = wordAt(words, at);
  const [, digits, short = ''] = /^(\d{1,5})([a-z]+)$/.exec(first) ?? [];
  const glued = SHORT_UNITS[short] ?? UNITS[short];
  if (digits !== undefined && glued !== undefined) return { length: 1, value: { amount: Number(digits), unit: glued } };
  if (first === 'half' && ['an', 'a'].includes(wordAt(words, at + 1)) && wordAt(words, at + 2) === 'hour') {
    return { length: 3, value: { amount: 30, unit: 'minute' } };
  }
  const article = first === 'a' ? 1 : 0;
  const of = wordAt(words, at + article + 1) === 'of' ? 1 : 0;
  const couple = wordAt(words, at + article) === 'couple' ? article + 1 + of : 0;
  const amount = couple > 0 ? 2 : numberOf(first);
  const unitAt = at + (couple > 0 ? couple : 1);
  const unit = amount === undefined ? undefined : unitOf(wordAt(words, unitAt));
  return amount === undefined || amount === 0 || unit === undefined
    ? undefined
    : { length: unitAt + 1 - at, value: { amount, unit } };
}

export function unitOf(word: string): TimeUnit | undefined {
  return Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,5}$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const named = NUMBERS.indexOf(word);
  return named > 0 ? named : undefined;
}

/** A moment that begins at a word. */
export function momentAt(words: readonly Word[], at: number): Matched<Moment> | undefined {
  return (
    writtenInstant(words, at) ??
    dateAt(words, at) ??
    agoAt(words, at) ??
    namedDayAt(words, at) ??
    periodAt(words, at) ??
    clockMoment(words, at) ??
    monthAt(words, at)
  );
}

/** "2026-05-03T14:00:00Z": a time with its zone needs no other. */
function writtenInstant(words: readonly Word[], at: number): Matched<Moment> | undefined {
  const written = wordAt(words, at).toUpperCase();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(written)) return undefined;
  const instant = Date.parse(written);
  return Number.isNaN(instant) ? undefined : { length: 1, value: { kind: 'instant', at: instant } };
}

/** "2026-05-03", "3 May 2026", "May 3rd", with a time of day behind it. */
function dateAt(words: readonly Word[], at: number): Matched<Moment> | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t(\d\d):(\d\d)(?::\d\d)?)?$/.exec(wordAt(words, at));
  if (iso !== null) {
    const [, year, month, day, hour, minute] = iso.map(Number);
    if (year === undefined || month === undefined || day === undefined || !isDate(month, day)) return undefined;
    if (hour !== undefined && minute !== undefined && !Number.isNaN(hour)) {
      return { length: 1, value: { kind: 'date', year, month, day, clock: { hour, minute } } };
    }
    return withClock(words, at, 1, (clock) => ({ kind: 'date', year, month, day, ...clock }));
  }
  const dayFirst = dayNumber(wordAt(words, at));
  if (dayFirst !== undefined) {
    const of = wordAt(words, at + 1) === 'of' ? 1 : 0;
    const month = monthOf(wordAt(words, at + 1 + of));
    return month === undefined ? undefined : dated(words, at, 2 + of, month, dayFirst);
  }
  const month = monthOf(wordAt(words, at));
  const day = month === undefined ? undefined : dayNumber(wordAt(words, at + 1));
  return month === undefined || day === undefined ? undefined : dated(words, at, 2, month, day);
}

function dated(
  words: readonly Word[],
  at: number,
  length: number,
  month: number,
  day: number,
): Matched<Moment> | undefined {
  if (!isDate(month, day)) return undefined;
  const comma = wordAt(words, at + length) === ',' ? 1 : 0;
  const year = yearOf(wordAt(words, at + length + comma));
  const taken = year === undefined ? length : length + comma + 1;
  return withClock(words, at, taken, (clock) => ({
    kind: 'date',
    month,
    day,
    ...(year === undefined ? {} : { year }),
    ...clock,
  }));
}

/** "3 hours ago". */
function agoAt(words: readonly Word[], at: number): Matched<Moment> | undefined {
  const amount = amountAt(words, at);
  if (amount === undefined || wordAt(words, at + amount.length) !== 'ago') return undefined;
  return { length: amount.length + 1, value: { kind: 'ago', ...amount.value } };
}

/** "Today", "yesterday at 14:00", "last Monday". */
function namedDayAt(words: readonly Word[], at: number): Matched<Moment> | undefined {
  const word = wordAt(words, at);
  const offset = { today: 0, yesterday: -1, tomorrow: 1 }[word];
  if (offset !== undefined) return withClock(words, at, 1, (clock) => ({ kind: 'day', offset, ...clock }));
  const lead = word === 'last' || word === 'this' ? 1 : 0;
  const weekday = WEEKDAYS.findIndex((names) => names.includes(wordAt(words, at + lead)));
  if (weekday < 0) return undefined;
  return withClock(words, at, lead + 1, (clock) => ({ kind: 'weekday', weekday: weekday + 1, ...clock }));
}

/** "This month", "last week", "the previous year". */
function periodAt(words: readonly Word[], at: number): Matched<Moment> | undefined {
  const article = wordAt(words, at) === 'the' ? 1 : 0;
  const offset = { this: 0, current: 0, last: -1, previous: -1, next: 1 }[wordAt(words, at + article)];
  const unit = unitOf(wordAt(words, at + article + 1));
  if (offset === undefined || unit === undefined || wordAt(words, at + article + 1).endsWith('s')) return undefined;
  return { length: article + 2, value: { kind: 'period', unit, offset } };
}

function clockMoment(words: readonly Word[], at: number): Matched<Moment> | undefined {
  const lead = wordAt(words, at) === 'at' ? 1 : 0;
  const clock = clockAt(words, at + lead);
  return clock === undefined
    ? undefined
    : { length: lead + clock.length, value: { kind: 'clock', clock: clock.value } };
}

/** "March", "March 2026". "May" and "mar" alone are words of other sentences: they need a year. */
function monthAt(words: readonly Word[], at: number): Matched<Moment> | undefined {
  const word = wordAt(words, at);
  const month = monthOf(word);
  if (month === undefined) return undefined;
  const year = yearOf(wordAt(words, at + 1));
  if (year !== undefined) return { length: 2, value: { kind: 'month', year, month } };
  return word.length < 4 ? undefined : { length: 1, value: { kind: 'month', month } };
}

/** A time of day behind a date: "yesterday at 14:00", "3 May 9am UTC". */
function withClock(
  words: readonly Word[],
  at: number,
  length: number,
  moment: (clock: { readonly clock?: ClockTime }) => Moment,
): Matched<Moment> {
  const behind = at + length;
  const lead = ['at', ','].includes(wordAt(words, behind)) ? 1 : 0;
  const clock = clockAt(words, behind + lead);
  if (clock === undefined) return { length, value: moment({}) };
  return { length: length + lead + clock.length, value: moment({ clock: clock.value }) };
}

/** "14:00", "9am", "9:30 pm", "noon", with "UTC" behind it. A bare number is no time. */
export function clockAt(words: readonly Word[], at: number): Matched<ClockTime> | undefined {
  const word = wordAt(words, at);
  const named = { noon: 12, midnight: 0 }[word];
  const [, hours, minutes, glued] = /^(\d{1,2})(?::(\d\d))?(am|pm)?$/.exec(word) ?? [];
  const next = wordAt(words, at + 1);
  const half = glued ?? (hours !== undefined && ['am', 'pm'].includes(next) ? next : undefined);
  if (named === undefined && (hours === undefined || (minutes === undefined && half === undefined))) return undefined;
  const hour = named ?? hourOf(Number(hours), half);
  const minute = Number(minutes ?? 0);
  if (hour === undefined || minute > 59) return undefined;
  const taken = glued === undefined && half !== undefined ? 2 : 1;
  const utc = ['utc', 'gmt', 'z'].includes(wordAt(words, at + taken));
  return { length: taken + (utc ? 1 : 0), value: { hour, minute, ...(utc ? { utc } : {}) } };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

export function monthOf(word: string): number | undefined {
  const index = MONTHS.findIndex((names) => names.includes(word));
  return index < 0 ? undefined : index + 1;
}

export function dayNumber(word: string): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word) ?? [];
  const day = Number(digits);
  return digits !== undefined && day >= 1 && day <= 31 ? day : undefined;
}

function yearOf(word: string): number | undefined {
  return /^(?:19|20)\d\d$/.test(word) ? Number(word) : undefined;
}

/** 29 February is one in some years. */
function isDate(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}
