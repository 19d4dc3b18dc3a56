import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapScript } from '../../../../src/sandbox/interpreter/wrap-script.js';

describe('wrapScript', () => {
  it.each([
    ['the last expression', 'x = 1\nx + 1', '    x = 1\n    return (x + 1\n    )\n'],
    ['an expression over lines', 'f(\n  1,\n  2,\n)', '    return (f(\n      1,\n      2,\n    )\n    )\n'],
    ['an expression that ends in a comment', 'x  # why', '    return (x  # why\n    )\n'],
    ['what follows a semicolon', 'a = 1; a', '    a = 1; return (a\n    )\n'],
    ['a comparison', 'a == b', '    return (a == b\n    )\n'],
    ['a call with named arguments', 'f(a=1)', '    return (f(a=1)\n    )\n'],
    ['await', 'await f()', '    return (await f()\n    )\n'],
    ['a string that looks like an assignment', "'a = 1'", "    return ('a = 1'\n    )\n"],
  ])('returns %s', (_, code, body) => {
    expect(wrapScript(code)).toBe(`async def __script__():\n${body}`);
  });

  it.each([
    ['an assignment', 'a = 1', '    a = 1\n'],
    ['a sum in place', 'a += 1', '    a += 1\n'],
    ['a block', 'if a:\n    b', '    if a:\n        b\n'],
    ['a definition', 'def f():\n    return 1', '    def f():\n        return 1\n'],
    ['an import', 'import json', '    import json\n'],
    ['nothing', '# only a comment', '    pass\n'],
  ])('returns nothing for %s', (_, code, body) => {
    expect(wrapScript(code)).toBe(`async def __script__():\n${body}`);
  });

  it('moves no line that begins inside a string', () => {
    const wrapped = wrapScript('text = """one\n  two # not a comment\n"""\ntext');

    expect(wrapped).toBe(
      'async def __script__():\n    text = """one\n  two # not a comment\n"""\n    return (text\n    )\n',
    );
  });

  it('is not misled by quotes in comments, brackets in strings or escaped quotes', () => {
    const wrapped = wrapScript("a = '('  # it's fine\nb = 'it\\'s ['\nb");

    expect(wrapped).toBe(
      "async def __script__():\n    a = '('  # it's fine\n    b = 'it\\'s ['\n    return (b\n    )\n",
    );
  });

  it('declares global what the functions of the script declare global', () => {
    expect(wrapScript('n = 0\ndef up():\n  global n\n  n += 1')).toBe(
      'async def __script__():\n    global n\n    n = 0\n    def up():\n      global n\n      n += 1\n',
    );
  });

  it('always makes one coroutine, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '=', '\n', '"', "'", '\\', '(', ')', '#', ';', ' ') }),
        (code) => {
          expect(wrapScript(code)).toMatch(/^async def __script__\(\):\n/u);
        },
      ),
    );
  });
});
