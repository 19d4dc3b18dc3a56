import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/domain/answer.js';
import type { Json } from '../../../src/domain/json.js';
import { cutToWidth, renderText, textTable } from '../../../src/results/render-text.js';
import { answer, coverage, failure } from './support/builders.js';

function table(rows: readonly (readonly Json[])[], more: Partial<Table> = {}): Table {
  return { title: 'Servers', columns: ['Name', 'Count'], rows, total: rows.length, truncated: false, ...more };
}

describe('textTable', () => {
  it('aligns wide, combining and plain characters, numbers to the right', () => {
    const text = textTable(
      table([
        ['web', 7],
        ['データ', 1234],
        ['🎉party', null],
        ['e\u0301te\u0301', 0],
      ]),
      { rows: 10, cellWidth: 44 },
      true,
    );

    expect(text.split('\n')).toEqual([
      'Servers',
      'Name     Count',
      '───────  ─────',
      'web          7',
      'データ    1234',
      '🎉party',
      'e\u0301te\u0301          0',
    ]);
  });

  it('lets no cell act on the terminal or break its line', () => {
    const text = textTable(table([['\u001b[2J\nx', 1]]), { rows: 10, cellWidth: 44 }, false);

    expect(text.split('\n')).toEqual(['Name         Count', '───────────  ─────', '\\u001b[2J x      1']);
  });

  it('cuts long cells by the columns that they take', () => {
    const text = textTable(table([['字'.repeat(30), 1]]), { rows: 10, cellWidth: 44 }, false);

    expect(text.split('\n').at(-1)).toBe(`${'字'.repeat(21)}…      1`);
  });

  it('says how many rows are not shown, and how to get them', () => {
    const rows = [
      ['a', 1],
      ['b', 2],
    ];

    expect(
      textTable(table(rows, { total: 9 }), { rows: 1, cellWidth: 44 }, false, { limit: undefined, how: 'ask for them' })
        .split('\n')
        .at(-1),
    ).toBe('… and 8 more rows: ask for them');
  });
});

describe('cutToWidth', () => {
  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['大大大', 5, '大大…'],
    ['大大大', 6, '大大大'],
  ])('cuts %s to %d columns', (text, columns, expected) => {
    expect(cutToWidth(text, columns)).toBe(expected);
  });
});

describe('renderText', () => {
  it('shows tables, coverage, failures with their next steps, and notes', () => {
    const text = renderText(
      answer({
        tables: [table([['web', 1]]), table([], { title: 'Empty' })],
        coverage: coverage({
          line: '1 of 2 accounts in 1 Region; 1 denied',
          failures: [failure(), failure({ region: '*', nextStep: '', message: 'no\u001b role' })],
        }),
        warnings: ['The list\nwas cut.'],
      }),
      '1 server.',
      { rows: 100, cellWidth: 44 },
    );

    expect(text.split('\n')).toEqual([
      '1 server.',
      '',
      'Servers',
      'Name  Count',
      '────  ─────',
      'web       1',
      '',
      'Coverage: 1 of 2 accounts in 1 Region; 1 denied.',
      '',
      'Not answered:',
      '  denied  Production (222222222222) in us-east-1, ec2 DescribeInstances',
      '    AccessDenied: no',
      '    Allow it.',
      '  denied  Production (222222222222), ec2 DescribeInstances',
      '    no\\u001b role',
      '',
      'Note: The list was cut.',
    ]);
  });

  it('names the first twenty failures and counts the rest', () => {
    const failures = Array.from({ length: 23 }, (_, index) =>
      failure({ accountId: String(100000000000 + index), message: '', nextStep: '' }),
    );

    const lines = renderText(answer({ coverage: coverage({ failures }) }), '', { rows: 100, cellWidth: 44 }).split(
      '\n',
    );

    expect([lines.filter((line) => line.startsWith('  denied')).length, lines.at(-1)]).toEqual([
      20,
      '  … and 3 more: --output json lists all of them',
    ]);
  });
});
