import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, localTime, weekdayOf } from '../../../../src/planning/time/zone.js';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Asia/Beirut',
];

function local(text: string): Parameters<typeof instantOf>[0] {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second };
}

describe('a time of a zone', () => {
  // Expected values from `TZ=… date -d '…' +%s` of GNU coreutils.
  it.each([
    ['2026-01-15 12:00:00', 'Europe/Berlin', '2026-01-15T11:00:00Z'],
    ['2026-07-15 12:00:00', 'Europe/Berlin', '2026-07-15T10:00:00Z'],
    ['2026-07-15 12:00:00', 'America/New_York', '2026-07-15T16:00:00Z'],
    ['2026-07-15 12:00:00', 'Asia/Kolkata', '2026-07-15T06:30:00Z'],
    // Clocks go forward at 02:00 on 29 March 2026: 02:30 is shown as 03:30.
    ['2026-03-29 01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59Z'],
    ['2026-03-29 02:30:00', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['2026-03-29 03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    // Clocks go back at 03:00 on 25 October 2026: 02:30 comes twice, and the first is meant.
    ['2026-10-25 02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-10-25 03:00:00', 'Europe/Berlin', '2026-10-25T02:00:00Z'],
    // Midnight does not exist on 29 March 2026 in Lebanon.
    ['2026-03-29 00:00:00', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    // Fields carry over.
    ['2026-02-00 00:00:00', 'UTC', '2026-01-31T00:00:00Z'],
    ['2026-13-01 00:00:00', 'UTC', '2027-01-01T00:00:00Z'],
  ])('%s in %s is %s', (written, zone, expected) => {
    expect(new Date(instantOf(local(written), zone)).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });

  it('is what its zone shows, whenever that is not said twice', () => {
    assert(
      property(integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) }), constantFrom(...ZONES), (instant, zone) => {
        const shown = localTime(instant, zone);
        expect(localTime(instantOf(shown, zone), zone)).toEqual(shown);
      }),
    );
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
  ])('knows the day of the week of %s', (day, expected) => {
    expect(weekdayOf(local(day))).toBe(expected);
  });
});
