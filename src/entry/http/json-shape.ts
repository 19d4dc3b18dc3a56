import { CentralOpsError } from '../../domain/errors.js';

/** Deeper than any parameter of AWS. What checks a body calls itself for each level. */
const DEEPEST = 64;
/** Lists, objects and their members. Making a million of them would keep everybody else waiting. */
const MOST_VALUES = 20_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** Refuses (`usage`) JSON that is nested or cut up to no purpose. */
export interface ShapeCheck {
  /** The next bytes, wherever they were cut. */
  add(bytes: Uint8Array): void;
}

/**
 * Counts levels and values of JSON before anything is made of it: 10 MB of `[],[],[],…` take a second to parse, and a moment to
 * count. Of bytes that are not JSON it counts at least what a parser reads before it stops.
 */
export function createShapeCheck(what: string): ShapeCheck {
  let depth = 0;
  let values = 0;
  let inString = false;
  let escaped = false;
  /** A list or object has begun, and nothing is in it yet. */
  let begun = false;

  return {
    add(bytes) {
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (escaped) escaped = false;
        else if (inString) {
          if (byte === BACKSLASH) escaped = true;
          else if (byte === QUOTE) inString = false;
        } else if (isEnd(byte)) {
          depth -= 1;
          begun = false;
        } else if (!isSpace(byte)) {
          if (begun || byte === COMMA) values += 1;
          begun = isBegin(byte);
          if (begun) depth += 1;
          inString = byte === QUOTE;
        }
        if (depth > DEEPEST) throw tooDeep(what);
        if (values > MOST_VALUES) throw tooMany(what);
      }
    },
  };
}

/**
 * The same of a value that somebody else has parsed. Goes through it with a list of its own: what is refused for its depth must not be
 * walked by recursion.
 */
export function checkShape(value: unknown, what: string): void {
  const open: (readonly [value: unknown, depth: number])[] = [[value, 0]];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [one, depth] = next;
    if (typeof one !== 'object' || one === null) continue;
    if (depth >= DEEPEST) throw tooDeep(what);
    const members: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
    values += members.length;
    if (values > MOST_VALUES) throw tooMany(what);
    for (const member of members) open.push([member, depth + 1]);
  }
}

/** `[` or `{`. */
function isBegin(byte: number): boolean {
  return byte === 0x5b || byte === 0x7b;
}

/** `]` or `}`. */
function isEnd(byte: number): boolean {
  return byte === 0x5d || byte === 0x7d;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function tooDeep(what: string): CentralOpsError {
  return new CentralOpsError('usage', `${what} is nested more than ${DEEPEST} levels deep`);
}

function tooMany(what: string): CentralOpsError {
  return new CentralOpsError('usage', `${what} has more than ${MOST_VALUES} values`);
}
