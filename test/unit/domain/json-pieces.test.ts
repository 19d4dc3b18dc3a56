import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../../../src/domain/json-pieces.js';

describe('jsonPieces', () => {
  it('are the text of JSON.stringify, whatever the value', () => {
    assert(
      property(jsonValue({ maxDepth: 9 }), (value) => {
        expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
      }),
    );
  });

  it.each([
    [{ left: undefined, right: 1 }],
    [[undefined, 1]],
    [{ tables: [{ rows: Array.from({ length: 1001 }, (_, index) => [index, `"${index}`]) }] }],
    [[]],
    [{}],
    [[[], {}]],
    [Array.from({ length: 500 }, () => ({ a: [1] }))],
  ])('are the text of JSON.stringify for %j', (value) => {
    expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
  });

  it('are short, where the rows of an event are many', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [index, 'x'.repeat(100)]);

    const lengths = [...jsonPieces({ type: 'run-ended', answer: { tables: [{ rows }, { rows }] } })].map(
      (piece) => piece.length,
    );

    expect(lengths.length).toBeGreaterThan(50);
    expect(Math.max(...lengths)).toBeLessThan(100_000);
  });
});
