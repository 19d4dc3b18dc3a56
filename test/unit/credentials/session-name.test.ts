import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionNameOf } from '../../../src/credentials/session-name.js';

describe('sessionNameOf', () => {
  it.each([
    ['alice', 'central-ops-alice'],
    ['alice@example.com', 'central-ops-alice@example.com'],
    ['José Ñandú/ops', 'central-ops-Jose-Nandu-ops'],
    ['', 'central-ops'],
    ['***', 'central-ops'],
    ['a'.repeat(100), `central-ops-${'a'.repeat(52)}`],
  ])('of %j is %s', (name, expected) => {
    expect(sessionNameOf({ name })).toBe(expected);
  });

  it('is one that STS takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        expect(sessionNameOf({ name })).toMatch(/^[\w+=,.@-]{2,64}$/);
      }),
    );
  });
});
