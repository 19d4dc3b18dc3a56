import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/domain/json.js';
import type { Measure } from '../../../src/domain/measure.js';
import { measureCells } from '../../../src/results/measure-rows.js';

const SIZES: readonly Json[] = [8, null, 100, '20', 'unknown', -3, ''];

describe('measureCells', () => {
  it.each<readonly [Measure['of'], number]>([
    ['sum', 125],
    ['average', 31.25],
    ['smallest', -3],
    ['largest', 100],
  ])('%s takes what is a number and counts what is not', (of, value) => {
    expect(measureCells({ of, column: 'Size GiB' }, SIZES)).toEqual({
      of,
      column: 'Size GiB',
      value,
      rows: 4,
      without: 3,
    });
  });

  it.each<readonly [Measure['of'], number | null]>([
    ['sum', 0],
    ['average', null],
    ['smallest', null],
    ['largest', null],
  ])('%s of no rows', (of, value) => {
    expect(measureCells({ of, column: 'Size GiB' }, [])).toMatchObject({ value, rows: 0, without: 0 });
  });

  it('makes up no zero where rows have no number', () => {
    expect(measureCells({ of: 'sum', column: 'Size GiB' }, [null, '8 GiB'])).toMatchObject({
      value: null,
      rows: 0,
      without: 2,
    });
  });

  it('keeps every digit of a sum beyond 2^53', () => {
    const cells = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1];

    expect(measureCells({ of: 'sum', column: 'Stored bytes' }, cells).value).toBe('18014398509481983');
  });
});
