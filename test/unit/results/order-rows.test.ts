import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/domain/json.js';
import { firstRows, orderRows } from '../../../src/results/order-rows.js';

const own = (cell: Json): Json => cell;
const ascending = { column: 'x', descending: false };
const descending = { column: 'x', descending: true };

describe('orderRows', () => {
  const mixed: readonly Json[] = ['b', null, 10, '2024-05-01T00:00:00Z', 9, '', 'a', '2023-01-01T23:30:00-05:00'];

  it('puts numbers before times before text, and what has no value last', () => {
    expect(orderRows(mixed, own, ascending)).toEqual([
      9,
      10,
      '2023-01-01T23:30:00-05:00',
      '2024-05-01T00:00:00Z',
      'a',
      'b',
      null,
      '',
    ]);
  });

  it('leaves what has no value last the other way round, too', () => {
    expect(orderRows(mixed, own, descending)).toEqual([
      'b',
      'a',
      '2024-05-01T00:00:00Z',
      '2023-01-01T23:30:00-05:00',
      10,
      9,
      null,
      '',
    ]);
  });

  it('orders times by when they are, whatever their offset', () => {
    const times = ['2024-01-01T01:00:00+02:00', '2024-01-01T00:00:00Z', '2023-12-31T22:00:00-01:00'];

    expect(orderRows(times, own, ascending)).toEqual([times[0], times[2], times[1]]);
  });

  it('is the same whatever order the rows came in', () => {
    const cell = fc.oneof(
      fc.integer(),
      fc.constantFrom<Json>('a', 'b', '5', '5x', '10', null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const there = orderRows(cells, own, ascending).map(asNumber);
        const back = orderRows(cells.toReversed(), own, ascending).map(asNumber);

        expect(there).toEqual(back);
      }),
    );
  });
});

describe('firstRows', () => {
  it.each<readonly [string, number | undefined, readonly Json[]]>([
    ['all without a limit', undefined, [5, 5, 3, null]],
    ['so many', 2, [5, 5]],
    ['so many, though the next one is equal', 3, [5, 5, 3]],
    ['all that share the first place, where one was asked for', 1, [5, 5]],
  ])('takes %s', (_, limit, expected) => {
    const view = { sort: descending, ...(limit === undefined ? {} : { limit }) };

    expect(firstRows([5, 5, 3, null], view, own)).toEqual(expected);
  });

  it('takes one of those that have no value', () => {
    expect(firstRows([null, null], { sort: descending, limit: 1 }, own)).toEqual([null]);
  });
});

/** "5" and 5 share a place, and so do both zeros. */
function asNumber(cell: Json): Json {
  const number = typeof cell === 'string' ? Number(cell) : Number.NaN;
  if (typeof cell === 'number') return cell + 0;
  return Number.isNaN(number) ? cell : number;
}
