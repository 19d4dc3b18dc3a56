import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonText } from '../../../src/domain/json-text.js';

describe('parseJsonText', () => {
  it.each([
    ['[1, 2', 1, 6],
    ['', 1, 1],
    ['{"a": 1,}', 1, 9],
    ['{\n  "accounts": [\n    {"id": "1" "name": "x"}\n  ]\n}', 3, 16],
    ['{"a": tru}', 1, 7],
    ['[1 2]', 1, 4],
    ["{'a': 1}", 1, 2],
    ['[1]]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['"open', 1, 1],
    ['[01]', 1, 3],
  ])('says where %j stops being JSON', (text, line, column) => {
    expect(parseJsonText(text)).toEqual({ ok: false, line, column });
  });

  it('reads over a byte order mark', () => {
    expect(parseJsonText('\uFEFF{"a": [true, null, -1.5e3, "\\u0041"]}')).toEqual({
      ok: true,
      value: { a: [true, null, -1500, 'A'] },
    });
  });

  it('places the error inside the text, or at its end, wherever JSON is broken', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (json, place, garbage) => {
        const at = place % (json.length + 1);
        const text = json.slice(0, at) + garbage + json.slice(at);
        const parsed = parseJsonText(text);
        if (parsed.ok) return;

        const lines = text.split('\n');
        expect(parsed.line).toBeLessThanOrEqual(lines.length);
        expect(parsed.column).toBeLessThanOrEqual((lines[parsed.line - 1]?.length ?? 0) + 1);
        // Everything before the place is the beginning of some JSON: the garbage cannot lie in front of it entirely.
        const offset =
          lines.slice(0, parsed.line - 1).join('\n').length + (parsed.line > 1 ? 1 : 0) + parsed.column - 1;
        expect(json.startsWith(text.slice(0, Math.min(offset, at)))).toBe(true);
      }),
    );
  });

  it('copes with a long string and deep nesting', () => {
    const text = `${'['.repeat(20_000)}"${'x\\n'.repeat(4_000_000)}"`;

    expect(parseJsonText(text)).toEqual({ ok: false, line: 1, column: text.length + 1 });
  });
});
