import { describe, expect, it } from 'vitest';
import { duration, localTime } from '../../../../src/entry/cli/local-time.js';

describe('localTime', () => {
  it.each([
    // The night in which Berlin's clocks go back: half past two is there twice, an hour apart.
    [Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin', '2026-10-25 02:30 CEST'],
    [Date.UTC(2026, 9, 25, 1, 30), 'Europe/Berlin', '2026-10-25 02:30 CET'],
    // The night in which they go forward: an hour later it is half past three.
    [Date.UTC(2026, 2, 29, 0, 30), 'Europe/Berlin', '2026-03-29 01:30 CET'],
    [Date.UTC(2026, 2, 29, 1, 30), 'Europe/Berlin', '2026-03-29 03:30 CEST'],
    [Date.UTC(2026, 10, 27, 0, 0), 'UTC', '2026-11-27 00:00 UTC'],
  ])('%i in %s is %s', (millis, zone, text) => {
    expect(localTime(millis, zone)).toBe(text);
  });
});

describe('duration', () => {
  it.each([
    [-5, 'less than a minute'],
    [59_999, 'less than a minute'],
    [60_000, 'a minute'],
    [3_599_999, '59 minutes'],
    [8 * 3_600_000, '8 hours'],
    [90 * 86_400_000, '90 days'],
  ])('of %i ms is %s', (millis, text) => {
    expect(duration(millis)).toBe(text);
  });
});
