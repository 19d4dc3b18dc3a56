import { describe, expect, it } from 'vitest';
import { createIdentifiers } from '../../src/identifiers.js';

describe('identifiers', () => {
  it('carry their prefix and 16 bytes that never come twice', () => {
    const newId = createIdentifiers();

    const ids = Array.from({ length: 1000 }, () => newId('run'));

    expect(ids.filter((id) => !/^run-[0-9a-f]{32}$/u.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(1000);
  });
});
