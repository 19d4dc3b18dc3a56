import { array, assert, boolean, constantFrom, integer, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { checkShape, createShapeCheck } from '../../../../src/entry/http/json-shape.js';

function refusalOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return error instanceof CentralOpsError ? error.message : String(error);
  }
}

/** What is said of a text that comes in pieces of so many bytes. */
function countedIn(text: string, size: number): string | undefined {
  const bytes = Buffer.from(text);
  const check = createShapeCheck('it');
  return refusalOf(() => {
    for (let at = 0; at < bytes.length; at += size) check.add(bytes.subarray(at, at + size));
  });
}

describe('a shape check', () => {
  it('says of any JSON what is said of its value, wherever it was cut', () => {
    const nested = array(constantFrom('[', '{"a":'), { maxLength: 70 }).map(
      (open) =>
        `${open.join('')}1${open
          .toReversed()
          .map((one) => (one === '[' ? ']' : '}'))
          .join('')}`,
    );

    assert(
      property(nested, integer({ min: 1, max: 9 }), (text, size) => {
        expect(countedIn(text, size)).toEqual(refusalOf(() => checkShape(JSON.parse(text), 'it')));
      }),
    );
  });

  it('takes no notice of what stands in strings', () => {
    assert(
      property(
        string({ unit: 'binary', minLength: 1 }),
        boolean(),
        integer({ min: 1, max: 5 }),
        (text, inKey, size) => {
          const long = text.repeat(Math.ceil(30_000 / text.length));
          expect(countedIn(JSON.stringify(inKey ? { [long]: [] } : [`[[${long}`]), size)).toBeUndefined();
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    ['numbers', '1', ' , '],
    ['empty lists', '[]', ','],
    ['objects of one', '{"a":1}', ','],
    ['strings', '",[{"', ',\n'],
  ])('counts %s exactly', (_, value, comma) => {
    const each = value === '{"a":1}' ? 2 : 1;
    const most = 20_000 / each;
    const listOf = (count: number): string => `[${Array.from({ length: count }, () => value).join(comma)}]`;

    expect([countedIn(listOf(most), 1000), countedIn(listOf(most + 1), 1000)]).toEqual([
      undefined,
      'it has more than 20000 values',
    ]);
    expect(refusalOf(() => checkShape(JSON.parse(listOf(most + 1)), 'it'))).toBe('it has more than 20000 values');
  });

  it('takes any JSON of ordinary size', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(countedIn(JSON.stringify(value, null, 2), 3)).toBeUndefined();
      }),
    );
  });
});
