import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { parsePath } from '../../../src/domain/path.js';

describe('parsePath', () => {
  it('reads the item itself as no steps', () => {
    expect(parsePath('')).toEqual([]);
  });

  it('reads names, lists, and the first element that matches', () => {
    expect(parsePath('Reservations[].Instances[].Tags[Key=Cost Center: a.b].Value')).toEqual([
      { kind: 'field', name: 'Reservations' },
      { kind: 'each' },
      { kind: 'field', name: 'Instances' },
      { kind: 'each' },
      { kind: 'field', name: 'Tags' },
      { kind: 'first-where', key: 'Key', value: 'Cost Center: a.b' },
      { kind: 'field', name: 'Value' },
    ]);
  });

  it('reads a parameter of the call', () => {
    expect(parsePath('@cluster')).toEqual([{ kind: 'parameter', place: ['cluster'] }]);
    expect(parsePath('@Dimensions[0].Value')).toEqual([{ kind: 'parameter', place: ['Dimensions', 0, 'Value'] }]);
  });

  it('reads an empty value to compare with', () => {
    expect(parsePath('Tags[Key=]')).toEqual([
      { kind: 'field', name: 'Tags' },
      { kind: 'first-where', key: 'Key', value: '' },
    ]);
  });

  it.each([
    ['.Name', 1],
    ['Name.', 6],
    ['Name..Other', 6],
    ['[]', 1],
    ['Name[0]', 5],
    ['Name[Key', 5],
    ['Name[]Other', 7],
    ['Name Other', 5],
    ['*', 1],
    ['@', 2],
    ['@a..b', 2],
    ['@a[b]', 2],
    ['@a[20]', 2],
    ["Name['x']", 5],
    ['Näme', 2],
  ])('refuses %j at character %i', (path, character) => {
    expect(() => parsePath(path)).toThrow(new RegExp(`at character ${character}:`));
  });

  it('refuses a path that is too long', () => {
    expect(() => parsePath('a'.repeat(501))).toThrow(CentralOpsError);
  });

  it('answers or refuses any text, and never fails otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'b', '[', ']', '.', '=', '@', 'K', ' ') })),
        (text) => {
          let ended: unknown;
          try {
            ended = parsePath(text).length <= text.length;
          } catch (error) {
            ended = error instanceof CentralOpsError && error.code === 'usage';
          }
          expect(ended).toBe(true);
        },
      ),
    );
  });
});
