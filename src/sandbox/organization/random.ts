/**
 * The sandbox's own source of chance: the same seed makes the same organization on every machine and every run, so
 * that an answer over it can be checked. Keys and tokens are not made here (they come from `node:crypto`).
 */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** Both ends included. */
  integer(lowest: number, highest: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<const T>(list: readonly T[]): T;
  /** Lower-case hexadecimal digits, as AWS resource ids have them. */
  hex(length: number): string;
  digits(length: number): string;
}

const HEXADECIMAL = '0123456789abcdef';

/** A stream of its own for each seed text; related texts (`1/ec2`, `1/rds`) give unrelated streams. */
export function createRandom(seed: string): Random {
  let state = hash(seed);

  // mulberry32: 32 bits of state, good enough for made-up resources and small enough to read.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (lowest: number, highest: number): number => lowest + Math.floor(next() * (highest - lowest + 1));
  const text = (length: number, alphabet: string): string => {
    let made = '';
    for (let index = 0; index < length; index += 1) made += alphabet.charAt(Math.floor(next() * alphabet.length));
    return made;
  };

  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[integer(0, list.length - 1)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from an empty list.');
      return picked;
    },
    hex: (length) => text(length, HEXADECIMAL),
    digits: (length) => text(length, '0123456789'),
  };
}

/** FNV-1a with a final avalanche, so that seeds that differ in one digit start far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** An ISO 8601 time of day-level realism between two years, without asking the clock. */
export function randomTime(random: Random, firstYear: number, lastYear: number): string {
  const from = Date.UTC(firstYear, 0, 1);
  const until = Date.UTC(lastYear, 9, 1);
  const time = new Date(from + Math.floor(random.next() * ((until - from) / 1000)) * 1000);
  return time.toISOString().replace('.000Z', '+00:00');
}
