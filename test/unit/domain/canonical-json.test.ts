import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/domain/canonical-json.js';
import type { Json } from '../../../src/domain/json.js';

const json = jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));

describe('canonicalJson', () => {
  it.each<[Json, string]>([
    [{ b: 1, a: { d: null, c: [true, 'x'] } }, '{"a":{"c":[true,"x"],"d":null},"b":1}'],
    [{ '10': 1, '9': 2, A: 3, a: 4 }, '{"10":1,"9":2,"A":3,"a":4}'],
    [[], '[]'],
    ['"\n', String.raw`"\"\n"`],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('keeps the value, and does not depend on the order of names', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([name, member]) => [name, reversed(member)])
          .toReversed(),
      );
    };
    assert(
      property(json, (value) => {
        const other: Json = JSON.parse(JSON.stringify(reversed(value)));

        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(other)).toBe(canonicalJson(value));
      }),
    );
  });
});
