import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/domain/answer.js';
import type { OutputFormat } from '../../../../src/entry/cli/options.js';
import { printAnswer } from '../../../../src/entry/cli/print-answer.js';
import { answer, coverage, failure } from '../../results/support/builders.js';
import { fakeTerminal } from './support/terminal.js';

const table = { title: 'Servers', columns: ['Name'], rows: [['web\u009b2J'], ['=1+1']], total: 2, truncated: false };
const partial = answer({
  response: '2 servers in what answered: 1 of 2 accounts completely.\n\n| Name |\n| --- |\n| x |',
  status: 'partial',
  tables: [table],
  coverage: coverage({ line: '1 of 2 accounts; 1 denied', failures: [failure({ message: 'no\nrole' })] }),
  warnings: ['careful'],
});

function printed(given: Answer, format: OutputFormat, outIsTerminal = false): { out: string; err: string } {
  const terminal = fakeTerminal({ outIsTerminal });
  printAnswer(given, format, terminal);
  return terminal.written();
}

describe('printAnswer', () => {
  it('writes the object as JSON, harmless on a terminal, and nothing else', () => {
    const { out, err } = printed(partial, 'json');

    const parsed: unknown = JSON.parse(out);
    expect([parsed, err]).toEqual([partial, '']);
    expect(out).toContain('web\\u009b2J');
  });

  it('writes Markdown as it is', () => {
    expect(printed(partial, 'markdown')).toEqual({ out: `${partial.response}\n`, err: '' });
  });

  it('writes rows as CSV and what they cannot say to stderr', () => {
    expect(printed(partial, 'csv')).toEqual({
      out: "Name\r\nweb\\u009b2J\r\n'=1+1\r\n",
      err: [
        'Coverage: 1 of 2 accounts; 1 denied.',
        'denied: Production (222222222222) us-east-1 ec2 DescribeInstances: no role',
        'careful\n',
      ].join('\n'),
    });
  });

  it('writes no CSV where there is no table, and says why to stderr', () => {
    const refused = answer({ status: 'refused', response: 'It\u001b writes.' });

    expect(printed(refused, 'csv')).toEqual({ out: '', err: 'It\\u001b writes.\n' });
  });

  it('writes the narrative below the headline of a text', () => {
    const told = { ...partial, response: '2 servers.\n\nBoth are named.\n\n| Name |\n| --- |\n| x |' };

    expect(printed(told, 'text').out.split('\n').slice(0, 5)).toEqual([
      '2 servers.',
      '',
      'Both are named.',
      '',
      'Name',
    ]);
  });

  it('writes text, with the run’s facts on stderr', () => {
    expect(printed(partial, 'text')).toEqual({
      out: [
        '2 servers in what answered: 1 of 2 accounts completely.',
        '',
        'Name',
        '───────────',
        'web\\u009b2J',
        '=1+1',
        '',
        'Coverage: 1 of 2 accounts; 1 denied.',
        '',
        'Not answered:',
        '  denied  Production (222222222222) in us-east-1, ec2 DescribeInstances',
        '    no role',
        '    Allow it.',
        '',
        'Note: careful',
        '',
      ].join('\n'),
      err: '\npartial · 4 API calls · 1.2 s · run run-0001\n',
    });
  });

  it.each([
    [true, 103],
    [false, 252],
  ])('shows some rows on a terminal (%s) and all elsewhere', (isTerminal, lines) => {
    const rows = Array.from({ length: 250 }, (_, index) => [`server-${index}`]);
    const long = answer({ tables: [{ ...table, rows, total: 250 }] });

    const text = printed(long, 'text', isTerminal).out.split('\n\n')[1] ?? '';

    expect(text.trimEnd().split('\n')).toHaveLength(lines);
  });

  it('writes a refusal and its examples line by line, and no footer', () => {
    const clarify = answer({
      status: 'needs-clarification',
      response: 'Which?\n\n- List \u001b[2Jx',
      warnings: ['w\u001b'],
    });

    expect(printed(clarify, 'text')).toEqual({ out: 'Which?\n\n- List \\u001b[2Jx\nNote: w\\u001b\n', err: '' });
  });

  it('writes a plan call by call', () => {
    const planned = answer({
      response: 'Planned, not run: EC2 instances.',
      plan: {
        calls: [
          {
            id: 'clusters',
            service: 'ecs',
            operation: 'ListClusters',
            regions: ['us-east-1', 'eu-west-1'],
            params: {},
          },
          {
            id: 'services',
            service: 'ecs',
            operation: 'ListServices',
            regions: ['us-east-1'],
            params: { launchType: 'FARGATE' },
            forEach: { call: 'clusters', path: 'clusterArns[]' },
          },
        ],
        show: { title: '', tables: [] },
      },
    });

    expect(printed(planned, 'text').out.split('\n')).toEqual([
      'Planned, not run: EC2 instances.',
      '  clusters  ecs ListClusters  [us-east-1, eu-west-1]',
      '  services  ecs ListServices {"launchType":"FARGATE"} for each clusterArns[] of clusters  [us-east-1]',
      '',
    ]);
  });
});
