import type { Moment, TimeExpression } from '../../domain/time-expression.js';
import { amountAt, clockAt, dayNumber, momentAt, unitOf, wordAt, type Matched, type Word } from './moment-words.js';

/**
 * The stretch of time that begins at a word: "over the last 3 hours", "since Monday", "yesterday", "between 1 and 3 May",
 * "older than 30 days". Takes as many words as belong to it; undefined where none begins.
 */
export function timeAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const candidates = [
    lastAt(words, at),
    nextAt(words, at),
    withinAt(words, at),
    ageAt(words, at),
    sinceAt(words, at),
    beforeAt(words, at),
    betweenAt(words, at),
    duringAt(words, at),
  ];
  return candidates.reduce((best, next) => ((next?.length ?? 0) > (best?.length ?? 0) ? next : best));
}

const AROUND = new Set(['in', 'over', 'during', 'within', 'for', 'from', 'of', 'on', 'throughout', 'across']);
const ROLLING = new Set(['last', 'past', 'previous', 'recent']);

function skip(words: readonly Word[], at: number, ...sets: readonly ReadonlySet<string>[]): number {
  let next = at;
  for (const set of sets) if (set.has(wordAt(words, next))) next += 1;
  return next;
}

const THE: ReadonlySet<string> = new Set(['the', 'these', 'those']);

/** "Last 3 hours", "in the past week", "during the last hour". */
function lastAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const lead = skip(words, at, AROUND, THE);
  const word = wordAt(words, lead);
  if (!ROLLING.has(word)) return undefined;
  const amount = amountAt(words, lead + 1);
  if (amount !== undefined && wordAt(words, lead + 1) !== 'a') {
    return { length: lead + 1 + amount.length - at, value: { kind: 'last', ...amount.value } };
  }
  const unit = unitOf(wordAt(words, lead + 1));
  // "Last week" is the one before this; "the past week" and "the last hour" end now.
  if (unit === undefined || (word !== 'past' && !['hour', 'minute', 'day'].includes(unit)) || word === 'previous')
    return undefined;
  return { length: lead + 2 - at, value: { kind: 'last', amount: 1, unit } };
}

/** "In the next 30 days". */
function nextAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const lead = skip(words, at, AROUND, THE);
  if (!['next', 'coming', 'following'].includes(wordAt(words, lead))) return undefined;
  const amount = amountAt(words, lead + 1);
  if (amount === undefined) return undefined;
  return { length: lead + 1 + amount.length - at, value: { kind: 'next', ...amount.value } };
}

/** "Within 30 days", "in less than a week". */
function withinAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const within = wordAt(words, at) === 'within' ? 1 : 0;
  const inLess =
    wordAt(words, at) === 'in' && wordAt(words, at + 1) === 'less' && wordAt(words, at + 2) === 'than' ? 3 : 0;
  const lead = within + inLess;
  const amount = lead === 0 ? undefined : amountAt(words, at + lead);
  return amount === undefined
    ? undefined
    : { length: lead + amount.length, value: { kind: 'within', ...amount.value } };
}

const OLDER = ['older than', 'more than', 'over', 'at least'];
const NEWER = ['newer than', 'younger than', 'less than', 'under', 'at most', 'not older than', 'no older than'];

/** "Older than 30 days", "more than 90 days old", "newer than a week". */
function ageAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const older = leadOf(words, at, OLDER);
  const newer = leadOf(words, at, NEWER);
  const lead = Math.max(older, newer);
  const amount = lead === 0 ? undefined : amountAt(words, at + lead);
  if (amount === undefined) return undefined;
  const behind = wordAt(words, at + lead + amount.length);
  const aged = behind === 'old' || behind === 'ago' ? 1 : 0;
  const comparison = wordAt(words, at + lead - 2);
  // "More than 3 hours" is an age only where it is called one.
  const says = /^(?:older|newer|younger)$/.test(comparison) || aged === 1;
  if (!says) return undefined;
  const moment: Moment = { kind: 'ago', ...amount.value };
  return {
    length: lead + amount.length + aged,
    value: newer > older ? { kind: 'since', from: moment } : { kind: 'before', to: moment },
  };
}

function leadOf(words: readonly Word[], at: number, phrases: readonly string[]): number {
  const lengths = phrases
    .map((phrase) => phrase.split(' '))
    .filter((parts) => parts.every((part, index) => wordAt(words, at + index) === part))
    .map((parts) => parts.length);
  return Math.max(0, ...lengths);
}

/** "Since Monday", "after 2026-01-01", "starting yesterday at 9am". */
function sinceAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const lead = leadOf(words, at, [
    'since',
    'ever since',
    'after',
    'later than',
    'starting',
    'starting from',
    'as of',
    'newer than',
  ]);
  return momentBehind(words, at, lead, (from) => ({ kind: 'since', from }));
}

/** "Before 2026-01-01", "until yesterday", "older than March 2026". */
function beforeAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const lead = leadOf(words, at, ['before', 'until', 'till', 'prior to', 'earlier than', 'up to', 'older than']);
  return momentBehind(words, at, lead, (to) => ({ kind: 'before', to }));
}

function momentBehind(
  words: readonly Word[],
  at: number,
  lead: number,
  value: (moment: Moment) => TimeExpression,
): Matched<TimeExpression> | undefined {
  if (lead === 0) return undefined;
  const article = wordAt(words, at + lead) === 'the' ? 1 : 0;
  const moment = momentAt(words, at + lead) ?? momentAt(words, at + lead + article);
  if (moment === undefined) return undefined;
  const skipped = momentAt(words, at + lead) === undefined ? article : 0;
  return { length: lead + skipped + moment.length, value: value(moment.value) };
}

/** "Between 1 and 3 May", "from Monday to Wednesday", "between 9am and 11am yesterday". */
function betweenAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const opens = wordAt(words, at);
  if (opens !== 'between' && opens !== 'from') return undefined;
  const joints = opens === 'between' ? ['and'] : ['to', 'until', 'till', 'through'];
  const start = at + 1;
  const first = momentAt(words, start);
  if (first !== undefined && joints.includes(wordAt(words, start + first.length))) {
    const second = momentAt(words, start + first.length + 1);
    if (second === undefined) return undefined;
    const length = 1 + first.length + 1 + second.length;
    const sameDay = second.value.kind === 'day' || second.value.kind === 'date' || second.value.kind === 'weekday';
    if (first.value.kind === 'clock' && sameDay) {
      return {
        length,
        value: { kind: 'between', from: { ...second.value, clock: first.value.clock }, to: second.value },
      };
    }
    const day =
      first.value.kind === 'clock' && second.value.kind === 'clock' ? dayBehind(words, at + length) : undefined;
    if (day !== undefined && first.value.kind === 'clock' && second.value.kind === 'clock') {
      return {
        length: length + day.length,
        value: {
          kind: 'between',
          from: { ...day.value, clock: first.value.clock },
          to: { ...day.value, clock: second.value.clock },
        },
      };
    }
    return { length, value: { kind: 'between', ...inOneYear(first.value, second.value) } };
  }
  // "1 and 3 May": the first day has the month of the second.
  const day = dayNumber(wordAt(words, start));
  const second =
    day !== undefined && joints.includes(wordAt(words, start + 1)) ? momentAt(words, start + 2) : undefined;
  if (day === undefined || second?.value.kind !== 'date') return undefined;
  const { clock: _, ...date } = second.value;
  return { length: 3 + second.length, value: { kind: 'between', from: { ...date, day }, to: second.value } };
}

/** "Between May 1st and May 3rd, 2025": the year is said once. */
function inOneYear(from: Moment, to: Moment): { readonly from: Moment; readonly to: Moment } {
  if (from.kind !== 'date' || to.kind !== 'date') return { from, to };
  const year = from.year ?? to.year;
  return year === undefined ? { from, to } : { from: { year, ...from }, to: { year, ...to } };
}

/** The day that two times of day are meant on: "… yesterday", "… on Monday". */
function dayBehind(
  words: readonly Word[],
  at: number,
): Matched<Extract<Moment, { kind: 'day' | 'weekday' | 'date' }>> | undefined {
  const lead = wordAt(words, at) === 'on' ? 1 : 0;
  const found = momentAt(words, at + lead);
  if (found === undefined || clockAt(words, at + lead) !== undefined) return undefined;
  const { value } = found;
  if (value.kind !== 'day' && value.kind !== 'weekday' && value.kind !== 'date') return undefined;
  return { length: lead + found.length, value };
}

/** "Yesterday", "on Monday", "this month", "in March 2026", "2 days ago". */
function duringAt(words: readonly Word[], at: number): Matched<TimeExpression> | undefined {
  const lead = ['on', 'in', 'during', 'from', 'of', 'for', 'over'].includes(wordAt(words, at)) ? 1 : 0;
  const article = lead === 1 && wordAt(words, at + 1) === 'the' ? 1 : 0;
  const start = at + lead + article;
  const year = lead === 1 && /^(?:19|20)\d\d$/.test(wordAt(words, start)) ? Number(wordAt(words, start)) : undefined;
  if (year !== undefined)
    return { length: lead + article + 1, value: { kind: 'during', moment: { kind: 'year', year } } };
  const found = momentAt(words, start);
  if (found === undefined) return undefined;
  const length = lead + article + found.length;
  const moment = found.value;
  switch (moment.kind) {
    case 'ago': {
      if (moment.unit !== 'day') return undefined;
      return { length, value: { kind: 'during', moment: { kind: 'day', offset: -moment.amount } } };
    }
    // A point in time has no length, and "Monday" and "March" alone may be names.
    case 'clock':
    case 'instant':
      return undefined;
    case 'weekday':
    case 'month':
      return lead === 0 && found.length === 1 ? undefined : { length, value: { kind: 'during', moment } };
    case 'day':
    case 'date':
      return moment.clock === undefined ? { length, value: { kind: 'during', moment } } : undefined;
    default:
      return { length, value: { kind: 'during', moment } };
  }
}
