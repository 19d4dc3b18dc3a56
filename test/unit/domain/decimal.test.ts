import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compareDecimals,
  decimalCell,
  decimalOf,
  divide,
  ZERO,
  type Decimal,
} from '../../../src/domain/decimal.js';

function known(cell: number | string): Decimal {
  const value = decimalOf(cell);
  if (value === undefined) throw new Error(`no number: ${cell}`);
  return value;
}

describe('decimalOf', () => {
  it.each([
    ['a text with a unit', '8 GiB'],
    ['an empty text', ''],
    ['a blank', ' '],
    ['a text with a blank', ' 8'],
    ['thousands', '1,024'],
    ['a version', '8.0.39'],
    ['hexadecimal', '0x10'],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['the word for it', 'NaN'],
    ['digits of another script', '٣'],
    ['true', true],
    ['nothing', null],
    ['a list', [8]],
    ['an object', { value: 8 }],
    ['a numeral that would take forever', '9'.repeat(5000)],
    ['a power that would take forever', '1e9999'],
  ])('finds no number in %s', (_, cell) => {
    expect(decimalOf(cell)).toBeUndefined();
  });

  it('reads what JSON writes as a number, and back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -9e15, max: 9e15 }), (number) => {
        expect(Number(decimalCell(known(number)))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe('add', () => {
  it('adds integers of any size as BigInt does', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { maxLength: 20 }), (numbers) => {
        const sum = numbers.map((number) => known(String(number))).reduce(add, ZERO);

        expect(String(decimalCell(sum))).toBe(String(numbers.reduce((left, right) => left + right, 0n)));
      }),
    );
  });

  it('adds cents exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 50 }), (cents) => {
        const sum = cents.map((cent) => known(cent / 100)).reduce(add, ZERO);

        expect(decimalCell(sum)).toBe(cents.reduce((left, right) => left + right, 0) / 100 + 0);
      }),
    );
  });

  it.each([
    [[0.1, 0.2], 0.3],
    [[9_007_199_254_740_991, 1], '9007199254740992'],
    [[9_007_199_254_740_991, '9007199254740991'], '18014398509481982'],
    [[1e21, 1], '1000000000000000000001'],
    [[-5, 5], 0],
    [[-1.5, 0.25], -1.25],
    [[], 0],
  ])('%j is %j', (cells, expected) => {
    expect(decimalCell(cells.map(known).reduce(add, ZERO))).toBe(expected);
  });
});

describe('divide', () => {
  it.each([
    [10, 4, 2.5],
    [10, 3, 3.33],
    [20, 3, 6.67],
    [-20, 3, -6.67],
    [1, 8, 0.125],
    [1, 3, 0.333333],
    [0, 7, 0],
    [2.005, 1, 2.01],
    [-2.005, 1, -2.01],
    ['18014398509481983', 2, '9007199254740991.5'],
  ])('%j by %j is %j', (dividend, divisor, expected) => {
    expect(decimalCell(divide(known(dividend), divisor))).toBe(expected);
  });

  it('lies within half a hundredth of the quotient, and between the extremes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }), (numbers) => {
        const sum = numbers.reduce((left, right) => left + right, 0);
        const average = Number(decimalCell(divide(known(sum), numbers.length)));

        expect(Math.abs(average - sum / numbers.length)).toBeLessThanOrEqual(0.005_000_1);
        expect(average).toBeGreaterThanOrEqual(Math.min(...numbers));
        expect(average).toBeLessThanOrEqual(Math.max(...numbers));
      }),
    );
  });
});

describe('compareDecimals', () => {
  it('orders as BigInt does', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), fc.integer({ min: 0, max: 6 }), (left, right, scale) => {
        const expected = left < right ? -1 : left > right ? 1 : 0;

        expect(compareDecimals({ digits: left, scale }, { digits: right * 10n ** 3n, scale: scale + 3 })).toBe(
          expected,
        );
      }),
    );
  });
});
