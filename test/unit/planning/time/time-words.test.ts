import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../../src/planning/rules/tokens.js';
import { absoluteTimes, timesIn } from '../../../../src/planning/time/absolute-times.js';
import { pastOf, resolveTime } from '../../../../src/planning/time/resolve.js';
import { isoTime, rangeShown } from '../../../../src/planning/time/shown.js';

/** A Saturday, 13:00 in Berlin. */
const BASE = { now: Date.UTC(2026, 10, 21, 12), timeZone: 'Europe/Berlin' };

/** `[words that were not taken] from … to …` */
function read(text: string, leaning: 'past' | 'future' = 'past'): string {
  const tokens = tokenize(text);
  const times = timesIn(tokens);
  const rest = tokens.filter((_, index) => !times.some(({ from, to }) => index >= from && index < to));
  const ranges = times.map(({ expression }) => {
    const { from, to } = resolveTime(expression, BASE, leaning);
    return `${from === undefined ? '' : isoTime(from)}/${to === undefined ? '' : isoTime(to)}`;
  });
  return [...rest.map(({ text: word }) => word), ...ranges].join(' ');
}

describe('a stretch of time', () => {
  it.each([
    ['CPU over the last 3 hours', 'CPU 2026-11-21T09:00:00Z/2026-11-21T12:00:00Z'],
    ['in the past week', '2026-11-14T12:00:00Z/2026-11-21T12:00:00Z'],
    ['in the last 90 days', '2026-08-23T11:00:00Z/2026-11-21T12:00:00Z'],
    ['last hour', '2026-11-21T11:00:00Z/2026-11-21T12:00:00Z'],
    ['past 24h', '2026-11-20T12:00:00Z/2026-11-21T12:00:00Z'],
    ['for the last 15m', '2026-11-21T11:45:00Z/2026-11-21T12:00:00Z'],
    ['during the last half an hour', '2026-11-21T11:30:00Z/2026-11-21T12:00:00Z'],
    ['the last couple of days', '2026-11-19T12:00:00Z/2026-11-21T12:00:00Z'],
    ['the past three months', '2026-08-21T11:00:00Z/2026-11-21T12:00:00Z'],
    ['since Monday', '2026-11-15T23:00:00Z/'],
    ['since last Monday at 9am', '2026-11-16T08:00:00Z/'],
    ['since yesterday', '2026-11-19T23:00:00Z/'],
    ['since 9am', '2026-11-21T08:00:00Z/'],
    ['since 21:00', '2026-11-20T20:00:00Z/'],
    ['since 14:00 UTC', '2026-11-20T14:00:00Z/'],
    ['since 3 hours ago', '2026-11-21T09:00:00Z/'],
    ['since 2026-11-01T10:00:00+02:00', '2026-11-01T08:00:00Z/'],
    ['after 2026-01-01', '2025-12-31T23:00:00Z/'],
    ['starting 3 May', '2026-05-02T22:00:00Z/'],
    ['yesterday', '2026-11-19T23:00:00Z/2026-11-20T23:00:00Z'],
    ['today', '2026-11-20T23:00:00Z/2026-11-21T23:00:00Z'],
    ['on Friday', '2026-11-19T23:00:00Z/2026-11-20T23:00:00Z'],
    ['2 days ago', '2026-11-18T23:00:00Z/2026-11-19T23:00:00Z'],
    ['this week', '2026-11-15T23:00:00Z/2026-11-22T23:00:00Z'],
    ['last week', '2026-11-08T23:00:00Z/2026-11-15T23:00:00Z'],
    ['this month', '2026-10-31T23:00:00Z/2026-11-30T23:00:00Z'],
    ['in the previous month', '2026-09-30T22:00:00Z/2026-10-31T23:00:00Z'],
    ['last year', '2024-12-31T23:00:00Z/2025-12-31T23:00:00Z'],
    ['in March 2026', '2026-02-28T23:00:00Z/2026-03-31T22:00:00Z'],
    ['in December', '2025-11-30T23:00:00Z/2025-12-31T23:00:00Z'],
    ['in 2025', '2024-12-31T23:00:00Z/2025-12-31T23:00:00Z'],
    ['on 2026-05-03', '2026-05-02T22:00:00Z/2026-05-03T22:00:00Z'],
    ['between 1 and 3 May', '2026-04-30T22:00:00Z/2026-05-03T22:00:00Z'],
    ['between May 1st and May 3rd, 2025', '2025-04-30T22:00:00Z/2025-05-03T22:00:00Z'],
    ['from Monday to Wednesday', '2026-11-15T23:00:00Z/2026-11-18T23:00:00Z'],
    ['between 9am and 11am yesterday', '2026-11-20T08:00:00Z/2026-11-20T10:00:00Z'],
    ['between 2026-01-01 and 2026-01-31', '2025-12-31T23:00:00Z/2026-01-31T23:00:00Z'],
    ['older than 30 days', '/2026-10-22T11:00:00Z'],
    ['more than a year old', '/2025-11-21T12:00:00Z'],
    ['newer than 7 days', '2026-11-14T12:00:00Z/'],
    ['less than 2 weeks old', '2026-11-07T12:00:00Z/'],
    ['before 2026-01-01', '/2025-12-31T23:00:00Z'],
    ['older than March 2026', '/2026-02-28T23:00:00Z'],
    ['created within 30 days', 'created 2026-10-22T11:00:00Z/2026-11-21T12:00:00Z'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['expires within 30 days', 'expires 2026-11-21T12:00:00Z/2026-12-21T12:00:00Z'],
    ['expires in the next 2 weeks', 'expires 2026-11-21T12:00:00Z/2026-12-05T12:00:00Z'],
    ['expires before 3 May', 'expires /2027-05-02T22:00:00Z'],
    ['expires this month', 'expires 2026-10-31T23:00:00Z/2026-11-30T23:00:00Z'],
    ['due on Monday', 'due 2026-11-22T23:00:00Z/2026-11-23T23:00:00Z'],
  ])('%j is ahead: %s', (text, expected) => {
    expect(read(text, 'future')).toBe(expected);
  });

  it.each([
    'instances in production in eu-west-1',
    'the first 5 of them',
    'more than 3 hours of work',
    'can I see the last one',
    'may I ask',
    'Mon',
    'since the deployment',
    'between Frankfurt and Ireland',
    'over 500 GB',
    '"yesterday"',
    'on 05/03/2026',
    'the last of us',
    'since 31 June and 2026-02-31',
  ])('is not seen in %j', (text) => {
    expect(timesIn(tokenize(text))).toEqual([]);
  });

  it('keeps the time of day over a change of clocks, and counts hours as they pass', () => {
    // Clocks went forward on 29 March 2026 at 02:00.
    const base = { now: Date.parse('2026-03-29T10:00:00Z'), timeZone: 'Europe/Berlin' };
    const from = (text: string): string =>
      isoTime(
        resolveTime(timesIn(tokenize(text))[0]?.expression ?? { kind: 'next', amount: 1, unit: 'day' }, base).from ?? 0,
      );

    expect([from('last 1 day'), from('last 24 hours'), from('today'), from('yesterday')]).toEqual([
      '2026-03-28T11:00:00Z',
      '2026-03-28T10:00:00Z',
      '2026-03-28T23:00:00Z',
      '2026-03-27T23:00:00Z',
    ]);
  });

  it('a month before the 31st is the last day of that month', () => {
    const base = { now: Date.UTC(2026, 2, 31, 12), timeZone: 'UTC' };

    expect(isoTime(resolveTime({ kind: 'last', amount: 1, unit: 'month' }, base).from ?? 0)).toBe(
      '2026-02-28T12:00:00Z',
    );
  });

  it('never throws and never runs backwards, whatever words there are', () => {
    const words =
      'last past the 3 hours days ago since monday between and may 2026-05-03 yesterday at 9am older than before within a next week on'.split(
        ' ',
      );
    assert(
      property(array(constantFrom(...words), { maxLength: 8 }), (chosen) => {
        for (const { from, to, expression } of timesIn(tokenize(chosen.join(' ')))) {
          const range = resolveTime(expression, BASE);
          expect(to).toBeGreaterThan(from);
          expect(range.from ?? 0).toBeLessThanOrEqual(range.to ?? Number.MAX_SAFE_INTEGER);
        }
      }),
    );
  });
});

describe('pastOf', () => {
  it('ends now at the latest, and is nothing of what is to come', () => {
    const [today, tomorrow] = ['today', 'tomorrow'].map((text) =>
      resolveTime(timesIn(tokenize(text))[0]?.expression ?? { kind: 'last', amount: 1, unit: 'day' }, BASE),
    );

    expect([pastOf(today ?? {}, BASE.now), pastOf(tomorrow ?? {}, BASE.now), pastOf({ to: 1 }, 2)]).toEqual([
      { from: Date.parse('2026-11-20T23:00:00Z'), to: BASE.now },
      undefined,
      undefined,
    ]);
  });
});

describe('what a model is told', () => {
  it('are the words and the absolute times that they mean', () => {
    expect(absoluteTimes(tokenize('CPU over the last 3 hours, and errors since Monday'), BASE)).toEqual([
      { words: 'over the last 3 hours', start: '2026-11-21T09:00:00Z', end: '2026-11-21T12:00:00Z' },
      { words: 'since Monday', start: '2026-11-15T23:00:00Z' },
    ]);
  });
});

describe('what a person is told', () => {
  it.each([
    [{ from: Date.UTC(2026, 10, 21, 9), to: BASE.now }, 'from 2026-11-21 10:00 to 2026-11-21 13:00 (Europe/Berlin)'],
    [{ from: Date.UTC(2026, 10, 21, 9) }, 'since 2026-11-21 10:00 (Europe/Berlin)'],
    [{ to: BASE.now }, 'before 2026-11-21 13:00 (Europe/Berlin)'],
    [{}, 'at any time (Europe/Berlin)'],
  ])('of %o is %s', (range, expected) => {
    expect(rangeShown(range, 'Europe/Berlin')).toBe(expected.replace('any time (Europe/Berlin)', 'any time'));
  });
});
