import type { Measured } from '../domain/answer.js';
import { add, compareDecimals, decimalCell, decimalOf, divide, ZERO, type Decimal } from '../domain/decimal.js';
import type { Json } from '../domain/json.js';
import type { Measure } from '../domain/measure.js';

/** Computes a measure of cells, exactly. The sum of no rows at all is zero; of rows without a number there is none. */
export function measureCells(measure: Measure, cells: readonly Json[]): Measured {
  const numbers = cells.flatMap((cell) => decimalOf(cell) ?? []);
  const value = cells.length === 0 && measure.of === 'sum' ? ZERO : valueOf(measure.of, numbers);
  return {
    ...measure,
    value: value === undefined ? null : decimalCell(value),
    rows: numbers.length,
    without: cells.length - numbers.length,
  };
}

function valueOf(of: Measure['of'], numbers: readonly Decimal[]): Decimal | undefined {
  if (numbers.length === 0) return undefined;
  switch (of) {
    case 'sum':
      return sum(numbers);
    case 'average':
      return divide(sum(numbers), numbers.length);
    case 'smallest':
      return numbers.reduce((best, next) => (compareDecimals(next, best) < 0 ? next : best));
    case 'largest':
      return numbers.reduce((best, next) => (compareDecimals(next, best) > 0 ? next : best));
    default:
      return of satisfies never;
  }
}

function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((total, next) => add(total, next), ZERO);
}
