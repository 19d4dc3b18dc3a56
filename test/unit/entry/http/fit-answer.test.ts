import { array, assert, asyncProperty, nat, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../../src/domain/answer.js';
import { fitAnswer, fitTable } from '../../../../src/entry/http/fit-answer.js';
import { answer } from '../../results/support/builders.js';

function table(rows: number, cell = 'cell'): Table {
  return {
    title: 'T',
    columns: ['A'],
    rows: Array.from({ length: rows }, () => [cell]),
    total: rows,
    truncated: false,
  };
}

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('fitAnswer', () => {
  it('leaves an answer that has room as it is', async () => {
    const small = answer({ tables: [table(3), table(2)] });

    expect(await fitAnswer(small, sizeOf(small) + 10)).toEqual(small);
  });

  it('cuts rows from the end, and says so in the table', async () => {
    const bare = answer({ tables: [table(0), table(0)] });

    const fitted = await fitAnswer(answer({ tables: [table(3, '12345'), table(2, '12345')] }), sizeOf(bare) + 35);

    expect(fitted.tables).toEqual([
      { ...table(3, '12345'), rows: [['12345'], ['12345'], ['12345']] },
      { ...table(2, '12345'), rows: [], truncated: true },
    ]);
  });

  it('cuts nothing but rows, even where nothing fits', async () => {
    const long = answer({ response: 'x'.repeat(1000), tables: [table(2)] });

    expect(await fitAnswer(long, 10)).toEqual({ ...long, tables: [{ ...table(2), rows: [], truncated: true }] });
  });

  it('stays within the limit wherever something could be cut', async () => {
    await assert(
      asyncProperty(
        array(tuple(nat(40), string({ unit: 'grapheme' })), { maxLength: 4 }),
        nat(3000),
        async (shapes, limit) => {
          const fitted = await fitAnswer(answer({ tables: shapes.map(([rows, cell]) => table(rows, cell)) }), limit);

          const left = fitted.tables.reduce((sum, { rows }) => sum + rows.length, 0);
          // A flag that turns to true is one character shorter.
          expect(left === 0 || sizeOf(fitted) <= limit).toBe(true);
        },
      ),
    );
  });
});

describe('fitTable', () => {
  it('has one row at least, so that a reader gets on', async () => {
    expect(await fitTable(table(5, 'x'.repeat(100)), 10)).toEqual({
      ...table(5, 'x'.repeat(100)),
      rows: [['x'.repeat(100)]],
      truncated: true,
    });
  });

  it('is the table itself where it fits, without rows too', async () => {
    expect([await fitTable(table(0), 0), await fitTable(table(2), 1000)]).toEqual([table(0), table(2)]);
  });
});
