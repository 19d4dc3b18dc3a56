import { describe, expect, it } from 'vitest';
import { createHeldBytes } from '../../../../src/entry/http/held-bytes.js';

describe('held bytes', () => {
  it('are refused above what all bodies may take together, until others give theirs back', () => {
    const held = createHeldBytes(100, 0);
    const [one, other] = [held.hold(), held.hold()];

    const before = [one.add(60), other.add(40), other.add(1)];
    one.release();

    expect([before, other.add(60), other.add(1)]).toEqual([[true, true, false], true, false]);
  });

  it('are given back once', () => {
    const held = createHeldBytes(100, 0);
    const one = held.hold();
    one.add(100);

    one.release();
    one.release();

    expect([held.hold().add(100), held.hold().add(1)]).toEqual([true, false]);
  });

  it('of an ordinary question are not counted: it is read while others have used up the rest', () => {
    const held = createHeldBytes(100, 10);
    held.hold().add(110);
    const ordinary = held.hold();

    expect([ordinary.add(6), ordinary.add(4), ordinary.add(1)]).toEqual([true, true, false]);
  });
});
