import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { parseBody } from '../../../../src/entry/http/request-body.js';

function mistakeIn(body: unknown): string {
  try {
    parseBody(body);
  } catch (error) {
    if (error instanceof CentralOpsError && error.code === 'usage') return error.message;
    throw error;
  }
  throw new Error('there was no mistake');
}

describe('parseBody', () => {
  it('reads a decision', () => {
    expect(parseBody({ resume: { approvalId: 'approval-1', decision: 'approve', by: 'me' } })).toEqual({
      kind: 'run',
      request: { kind: 'resume', approvalId: 'approval-1', decision: 'approve' },
      warnings: ['The field "resume.by" is not known and was ignored.'],
    });
  });

  it.each([
    [{ forget: true }, { kind: 'forget' }],
    [{ prompt: 'how many?' }, { kind: 'ask', prompt: 'how many?' }],
    [
      { prompt: 'how many?', accounts: ['a', 'b'], regions: ['us-east-1'] },
      { kind: 'ask', prompt: 'how many?', accounts: ['a', 'b'], regions: ['us-east-1'] },
    ],
    [
      { prompt: 'how many?', regions: 'all' },
      { kind: 'ask', prompt: 'how many?', regions: ['all'] },
    ],
    [
      { query: { service: 'ec2', operation: 'DescribeVpcs' } },
      { kind: 'query', service: 'ec2', operation: 'DescribeVpcs', params: {} },
    ],
    [
      { query: { service: 'ec2', operation: 'X', params: { A: [1, null] }, accounts: ['a'], regions: 'all' } },
      { kind: 'query', service: 'ec2', operation: 'X', params: { A: [1, null] }, accounts: ['a'], regions: ['all'] },
    ],
    [
      {
        query: {
          service: 'ec2',
          operation: 'DescribeVolumes',
          where: [
            { column: 'Size GiB', is: 'above', value: 10 },
            { column: 'State', is: 'present' },
          ],
          measure: { of: 'sum', column: 'Size GiB' },
          by: 'Region',
          sort: { column: 'Region' },
          limit: 3,
        },
      },
      {
        kind: 'query',
        service: 'ec2',
        operation: 'DescribeVolumes',
        params: {},
        view: {
          where: [
            { column: 'Size GiB', is: 'above', value: 10 },
            { column: 'State', is: 'present' },
          ],
          measure: { of: 'sum', column: 'Size GiB' },
          by: 'Region',
          sort: { column: 'Region', descending: false },
          limit: 3,
        },
      },
    ],
    // Beside the query instead of in it: ignoring it would ask every account.
    [
      { query: { service: 'ec2', operation: 'X', regions: ['eu-west-1'] }, accounts: ['a'], regions: 'all' },
      { kind: 'query', service: 'ec2', operation: 'X', params: {}, accounts: ['a'], regions: ['eu-west-1'] },
    ],
  ])('reads %j', (body, request) => {
    expect(parseBody(body)).toEqual({ kind: 'run', request, warnings: [] });
  });

  it('fills in which rows are meant', () => {
    expect(parseBody({ rows: { runId: 'run-1' } })).toEqual({
      kind: 'rows',
      rows: { runId: 'run-1', table: 1, offset: 0, limit: 1000 },
      warnings: [],
    });
  });

  it('names unknown fields where they are', () => {
    expect([
      parseBody({ prompt: 'x', promt: 'y', ['z'.repeat(200)]: 1 }).warnings,
      parseBody({ query: { service: 'a', operation: 'b', region: 'c' }, extra: 1 }).warnings,
      parseBody({ rows: { runId: 'r', page: 2 } }).warnings,
    ]).toEqual([
      [
        'The field "promt" is not known and was ignored.',
        `The field "${'z'.repeat(100)}" is not known and was ignored.`,
      ],
      ['The field "extra" is not known and was ignored.', 'The field "query.region" is not known and was ignored.'],
      ['The field "rows.page" is not known and was ignored.'],
    ]);
  });

  it.each<[unknown, string]>([
    [undefined, 'expected object'],
    [null, 'expected object'],
    ['text', 'expected object'],
    [[], 'expected object'],
    [{}, 'the body has none of "prompt", "query", "rows", "resume" and "forget"'],
    [{ resume: { approvalId: 'x' } }, 'at resume.decision'],
    [{ resume: { approvalId: 'x', decision: 'maybe' } }, 'at resume.decision'],
    [{ prompt: 'x', rows: { runId: 'r' } }, 'the body has several of "prompt", "query", "rows", "resume" and "forget"'],
    [{ prompt: '' }, '"prompt" is empty'],
    [{ prompt: ' \n\t' }, '"prompt" is empty'],
    [{ prompt: 7 }, 'at prompt'],
    [{ prompt: null }, 'at prompt'],
    [{ prompt: 'x', accounts: 'all' }, 'at accounts'],
    [{ prompt: 'x', accounts: [] }, 'at accounts'],
    [{ prompt: 'x', accounts: [123] }, 'at accounts[0]'],
    [{ prompt: 'x', regions: 'us-east-1' }, 'at regions'],
    [{ query: { service: 'ec2' } }, 'at query.operation'],
    [{ query: { service: '', operation: 'X' } }, 'at query.service'],
    [{ query: { service: 'ec2', operation: 'X', params: [] } }, 'at query.params'],
    [{ rows: {} }, 'at rows.runId'],
    [{ rows: { runId: 'r', table: 0 } }, 'at rows.table'],
    [{ rows: { runId: 'r', offset: -1 } }, 'at rows.offset'],
    [{ rows: { runId: 'r', limit: 10_001 } }, 'at rows.limit'],
    [{ rows: { runId: 'r', limit: 1.5 } }, 'at rows.limit'],
  ])('refuses %j', (body, where) => {
    const message = mistakeIn(body);

    expect(message).toContain('the request is malformed: ');
    expect(message).toContain(where);
    expect(message).not.toContain('\n');
  });
});
