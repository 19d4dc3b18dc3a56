import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/domain/plain-text.js';
import { inertLine, inertMarkdown } from '../../../src/results/inert.js';

describe('plainText', () => {
  it.each([
    ['stopped EC2 instances', 'stopped EC2 instances'],
    ['  two\n lines\u001b[31m ', 'two lines 31m'],
    ['see https://evil.example/x now', 'see now'],
    ['see www.evil.example and mailto:a@b', 'see and'],
    ['![x](y) **bold** <b>', 'x(y) bold b'],
    ['my_table and _this_', 'my_table and this'],
    ['a\u{e0049}b', 'a b'],
    ['abcdef', 'abcd…'],
  ])('makes %j one line of plain words', (text, expected) => {
    expect(plainText(text, text === 'abcdef' ? 5 : 100)).toBe(expected);
  });

  it('shows in Markdown and in a terminal as it is, whatever it was made of', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const plain = plainText(text, 80);
        const harmless = plain.replaceAll(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|&/gu, '');

        expect([inertLine(plain), inertMarkdown(harmless)]).toEqual([plain, harmless]);
        expect(Array.from(plain).length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 2000 },
    );
  });
});
