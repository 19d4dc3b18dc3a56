/**
 * Parses JSON that a person wrote, and says where it stops being JSON. The engine's own message is not used: it gives
 * a position only sometimes, in words that differ between Node versions, and it quotes the text, which may hold an
 * external id.
 */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  /** Both count from 1. */
  | { readonly ok: false; readonly line: number; readonly column: number };

export function parseJsonText(text: string): ParsedJson {
  // Editors on Windows put a byte order mark in front.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(json);
    return { ok: true, value };
  } catch {
    const before = json.slice(0, firstError(json)).split('\n');
    return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

const WHITESPACE = /[ \t\n\r]*/y;
const QUOTE = /"/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids control characters in strings
const PLAIN = /[^"\\\u0000-\u001F]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** Where a reader of JSON would stop: the offset of the first token that does not fit. */
function firstError(json: string): number {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expected: 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' = 'value';

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(json);
    if (found !== null) at += found[0].length;
    return found !== null;
  };
  /** Piece by piece: one expression for all of it would run out of stack in a string of millions of escapes. */
  const takeString = (): boolean => {
    const start = at;
    if (!take(QUOTE)) return false;
    do take(PLAIN);
    while (take(ESCAPE));
    if (take(QUOTE)) return true;
    at = start;
    return false;
  };

  for (;;) {
    take(WHITESPACE);
    const character = json[at];
    const inside = open.at(-1);
    if (character === undefined) return at;
    if (expected === 'colon') {
      if (character !== ':') return at;
      at += 1;
      expected = 'value';
    } else if (expected === 'comma-or-end' && character === ',' && inside !== undefined) {
      at += 1;
      expected = inside === '{' ? 'name' : 'value';
    } else if (isEnd(character, inside) && expected !== 'value' && expected !== 'name') {
      at += 1;
      open.pop();
      expected = 'comma-or-end';
    } else if (expected === 'comma-or-end') {
      return at;
    } else if (expected === 'name' || expected === 'name-or-end') {
      if (!takeString()) return at;
      expected = 'colon';
    } else if (character === '{' || character === '[') {
      at += 1;
      open.push(character);
      expected = character === '{' ? 'name-or-end' : 'value-or-end';
    } else {
      if (!takeString() && !take(SCALAR)) return at;
      expected = 'comma-or-end';
    }
  }
}

function isEnd(character: string, inside: '{' | '[' | undefined): boolean {
  return (character === '}' && inside === '{') || (character === ']' && inside === '[');
}
