import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertCsv, inertJson, inertLine, inertMarkdown } from '../../../src/results/inert.js';
import { renderCsv } from '../../../src/results/render-csv.js';
import { parseCsv } from './support/parse-csv.js';

/** Everything a resource's owner may write, with a liking for what does harm. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\u001b[2J',
          '\u009b31m',
          '\r',
          '\n',
          '\t',
          '\u0000',
          '\u202e',
          '\u2066',
          '\u200b',
          '\u{e0041}',
          '\ufeff',
          '[x](https://evil.example)',
          '![x](//evil)',
          'https://evil.example',
          'www.evil.example',
          'a@b.example',
          'mailto:a@b',
          '<img src=x>',
          '<script>',
          '`',
          '``',
          '|',
          '\\',
          '\\|',
          '=1+1',
          '+1',
          '-1',
          '@SUM(A1)',
          '*b*',
          '~~s~~',
          '&lt;',
          '#',
          '"',
          ',',
          ';',
          ' ',
          '=',
          '\uff1d1',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

// oxlint-disable-next-line no-control-regex -- control characters are exactly what this looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/u;
const TURNS_OR_HIDES = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** Harm takes several pieces to come together. */
const THOROUGH = { numRuns: 1000 };

describe('inertLine', () => {
  it('leaves no character that acts', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = inertLine(text);

        expect(line).not.toMatch(CONTROL);
        expect(line).not.toMatch(TURNS_OR_HIDES);
      }),
      THOROUGH,
    );
  });

  it.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['8-bit \u009b31m', '8-bit \\u009b31m'],
    ['two\r\nlines\tone', 'two  lines one'],
    ['invoice\u202efdp.exe', 'invoice\\u202efdp.exe'],
    ['tag\u{e0041}', 'tag\\udb40\\udc41'],
    ['Größe 大小 🎉', 'Größe 大小 🎉'],
  ])('writes %j as %j', (text, expected) => {
    expect(inertLine(text)).toBe(expected);
  });
});

describe('inertJson', () => {
  it('keeps the value and hides nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = inertJson(JSON.stringify({ [text]: text }, undefined, 2));

        const parsed: unknown = JSON.parse(json);
        expect(parsed).toEqual({ [text]: text });
        expect(json.replaceAll('\n', '')).not.toMatch(CONTROL);
        expect(json).not.toMatch(TURNS_OR_HIDES);
      }),
      THOROUGH,
    );
  });
});

describe('inertMarkdown', () => {
  it('leaves nothing to link, embed, format or part cells with', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = inertMarkdown(text);

        expect(live(markdown)).not.toMatch(/[[\]<>|`*_~&#!$]|UNCLOSED/u);
        expect(markdown).not.toMatch(CONTROL);
      }),
      THOROUGH,
    );
  });

  it('leaves no address outside a code span, also when backslashes are taken away first', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = inertMarkdown(text);

        const outside = markdown
          .split(' ')
          .filter((word) => !(word.length > 1 && word.startsWith('`') && word.endsWith('`')))
          .join(' ')
          .replaceAll('\\', '');
        expect(outside).not.toMatch(/:\/\/|\bwww\.|mailto:|[\w.]@[\w.]/iu);
      }),
      THOROUGH,
    );
  });

  it('leaves no pipe that a table takes for the end of a cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(inertMarkdown(text)).not.toMatch(/(?<!\\)(?:\\\\)*\|/u);
      }),
      THOROUGH,
    );
  });

  it.each([
    ['web_server-1', 'web\\_server-1'],
    ['see https://evil.example/x now', 'see `https://evil.example/x` now'],
    ['alice@example.com', '`alice@example.com`'],
    ['[x](https://evil.example)', '`[x](https://evil.example)`'],
    ['`https://evil`', '\\`https\\[:\\]//evil\\`'],
    ['https://evil|x', 'https\\[:\\]//evil\\|x'],
    ['![x](y)', '\\!\\[x\\](y)'],
    ['<b>&amp;</b>', '\\<b\\>\\&amp;\\</b\\>'],
    ['arn:aws:s3:::logs', 'arn:aws:s3:::logs'],
  ])('writes %j as %j', (text, expected) => {
    expect(inertMarkdown(text)).toBe(expected);
  });
});

describe('inertCsv', () => {
  it('starts no formula, in whichever field a spreadsheet sees its beginning', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [[field = ''] = []] = parseCsv(`${inertCsv(text)}\r\n`);

        expect(/^[+-]?\d+(?:\.\d+)?$/u.test(field) || !/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(field)).toBe(true);
        expect(field).not.toMatch(/^[\t\r\n]/u);
      }),
      THOROUGH,
    );
  });

  it('comes back from a reader of RFC 4180 as it was, but for the mark of a formula and unseen characters', () => {
    const cell = fc.oneof(
      hostile,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const csv = renderCsv([{ title: 'T', columns: ['A', 'B'], rows, total: rows.length, truncated: false }]);

        const [header, ...read] = parseCsv(csv);
        expect(header).toEqual(['A', 'B']);
        expect(read.map((row) => row.map((field) => field.replace(/^'/u, '')))).toEqual(
          rows.map((row) => row.map((value) => seen(value).replace(/^'/u, ''))),
        );
      }),
      THOROUGH,
    );
  });

  it.each([
    [null, ''],
    [-5, '-5'],
    [true, 'true'],
    ['-5', '-5'],
    ['=1+1', "'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+cmd|calc', "'+cmd|calc"],
    ['\uff1d1', "'\uff1d1"],
    ['a;=1', '"a;=1"'],
    ['say "hi", twice', '"say ""hi"", twice"'],
    ['two\nlines', '"two\nlines"'],
    ['\tx', '"\'\tx"'],
    ['\u001b[2J', '\\u001b[2J'],
  ])('writes %j as %j', (value, expected) => {
    expect(inertCsv(value)).toBe(expected);
  });
});

describe('renderCsv', () => {
  it('parts several tables by an empty line and their titles', () => {
    const table = { columns: ['A'], rows: [[['x', 'y']]], total: 1, truncated: false };

    const csv = renderCsv([
      { title: 'One', ...table },
      { title: '=Two', ...table },
    ]);

    expect(csv).toBe('One\r\nA\r\n"x, y"\r\n\r\n\'=Two\r\nA\r\n"x, y"\r\n');
  });
});

/** What is left to a renderer once code spans and escaped characters are out of the way. */
function live(markdown: string): string {
  let rest = '';
  for (let at = 0; at < markdown.length; at += 1) {
    const character = markdown[at];
    if (character === '\\') at += 1;
    else if (character === '`') {
      const end = markdown.indexOf('`', at + 1);
      if (end === -1) return `${rest}UNCLOSED`;
      at = end;
    } else rest += character;
  }
  return rest;
}

/** Unseen characters as the escapes that stand for them. */
function seen(value: string | number | boolean | null): string {
  return value === null
    ? ''
    : String(value).replaceAll(
        /[^\t\r\n\P{Cc}]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu,
        (one) =>
          [...Array(one.length).keys()].map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
      );
}
