import { describe, expect, it } from 'vitest';
import { moreRows } from '../../../src/results/more-rows.js';

const table = { title: 'T', columns: [], rows: [], total: 20, truncated: true };

describe('below a table', () => {
  it.each([
    [20, undefined, undefined, undefined],
    [5, undefined, undefined, '… and 15 more rows'],
    [5, undefined, 'ask for them', '… and 15 more rows: ask for them'],
    [5, 5, 'ask for them', '… the first 5 of 20, as asked'],
    [5, 8, 'ask for them', '… and 3 more rows: ask for them'],
    [20, 50, undefined, undefined],
  ])('that shows %d of 20 rows, of %s asked for, and more by %s, stands %s', (shown, limit, how, expected) => {
    expect(moreRows(table, shown, { limit, how })).toBe(expected);
  });
});
