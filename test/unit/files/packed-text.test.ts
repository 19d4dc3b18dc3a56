import { assert, asyncProperty, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText, packTextNow, unpackText, unpackTextNow } from '../../../src/files/packed-text.js';

describe('packed text', () => {
  it('comes back as it was, packed and unpacked either way', () => {
    return assert(
      asyncProperty(string({ unit: 'grapheme', maxLength: 2000 }), async (text) => {
        const packed = [packTextNow(text), await packText(text)];
        const unpacked = [...packed.map((one) => unpackTextNow(one)), ...(await Promise.all(packed.map(unpackText)))];
        expect(unpacked).toEqual([text, text, text, text]);
      }),
    );
  });

  it('holds no more memory than its length, however small', async () => {
    const packed = [packTextNow('a few words'), await packText('a few words')];

    expect(packed.map(({ buffer }) => buffer.byteLength)).toEqual(packed.map(({ length }) => length));
    expect(packed.every(({ length }) => length < 20)).toBe(true);
  });
});
