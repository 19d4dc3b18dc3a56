import { describe, expect, it } from 'vitest';
import { leadOf, renderMarkdown } from '../../../src/results/render-markdown.js';
import { coverage, failure } from './support/builders.js';

const servers = { title: 'Servers', columns: ['Name', 'Count'], rows: [['a|b', 1]], total: 1, truncated: false };

describe('leadOf', () => {
  const titled = [servers, { ...servers, title: 'Others' }];
  const narrative = 'Most is in a. 1 is not.';

  it.each([
    [{ tables: [servers] }, ['1 server.']],
    [{ tables: [servers], narrative }, ['1 server.', narrative]],
    [{ tables: titled }, ['1 server.']],
    [{ tables: titled, narrative }, ['1 server.', narrative]],
    [{ tables: [], coverage: coverage() }, ['1 server.']],
    [{ tables: [], warnings: ['careful'] }, ['1 server.']],
    [{ tables: [], warnings: ['careful'], narrative }, ['1 server.', narrative]],
    [{ tables: [] }, ['1 server.']],
  ])('finds what an answer of %j begins with', (parts, lead) => {
    expect(leadOf(renderMarkdown({ headline: '1 server.', warnings: [], rowsShown: 10, ...parts }))).toEqual(lead);
  });
});

describe('renderMarkdown', () => {
  it('writes headline, table, coverage, failures and notes', () => {
    const markdown = renderMarkdown({
      headline: '1 server in 2 accounts.',
      tables: [servers],
      coverage: coverage({ line: '1 of 2 accounts; 1 denied', failures: [failure({ accountName: '<Prod>' })] }),
      warnings: ['Cut at *1*.'],
      rowsShown: 10,
    });

    expect(markdown.split('\n')).toEqual([
      '1 server in 2 accounts.',
      '',
      '| Name | Count |',
      '| --- | --- |',
      '| a\\|b | 1 |',
      '',
      '**Coverage:** 1 of 2 accounts; 1 denied.',
      '',
      '- **denied** \\<Prod\\> (222222222222) in us-east-1, ec2 DescribeInstances: AccessDenied: no. Allow it.',
      '',
      '> Cut at \\*1\\*.',
    ]);
  });

  it('titles several tables, leaves out empty ones and counts the rows that are not shown', () => {
    const markdown = renderMarkdown({
      headline: '',
      tables: [
        {
          ...servers,
          title: 'A_b',
          rows: [
            ['x', 1],
            ['y', 2],
          ],
          total: 7,
        },
        { ...servers, title: 'None', rows: [], total: 0 },
      ],
      warnings: [],
      rowsShown: 1,
    });

    expect(markdown.split('\n')).toEqual([
      '### A\\_b',
      '',
      '| Name | Count |',
      '| --- | --- |',
      '| x | 1 |',
      '',
      '… and 6 more rows: read them with `rows`',
    ]);
  });

  it('names ten failures and counts the rest', () => {
    const failures = Array.from({ length: 12 }, (_, index) =>
      failure({ accountId: String(100000000000 + index), region: '*', nextStep: '' }),
    );

    const lines = renderMarkdown({
      headline: '',
      tables: [],
      coverage: coverage({ failures }),
      warnings: [],
      rowsShown: 1,
    }).split('\n');

    expect(lines.slice(2)).toEqual([
      ...Array.from(
        { length: 10 },
        (_, index) => `- **denied** Production (${100000000000 + index}), ec2 DescribeInstances: AccessDenied: no`,
      ),
      '- … and 2 more, all in `coverage.failures`.',
    ]);
  });
});
