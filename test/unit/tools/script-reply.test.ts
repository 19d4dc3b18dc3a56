import { describe, expect, it } from 'vitest';

import { assignment, call } from '../../contract/support/script-scenarios.js';
import { firstProgress, renderScript } from '../../../src/tools/aws-mcp/script/render.js';
import { readScriptReply } from '../../../src/tools/aws-mcp/script/reply.js';
import { settle } from '../../../src/tools/aws-mcp/script/settle.js';

const source = call('cl', 'ecs ListClusters', {
  items: 'clusterArns[]',
  columns: [{ name: 'Arn', path: '' }],
  pagination: { input: 'nextToken', output: 'nextToken' },
});
const dependent = call('sv', 'ecs ListServices', {
  items: 'serviceArns[]',
  forEach: { call: 'cl', path: 'clusterArns[]', parameter: 'cluster', carry: ['kind'] },
  columns: [
    { name: 'Arn', path: '' },
    { name: 'Cluster', path: '@cluster' },
  ],
  fanOutCap: 2,
});
const asked = assignment([source, dependent], ['us-east-1'], 3);
const made = (operation: string, failed = false) => ({ service: 'ecs', operation, failed });

const good = {
  v: 1,
  groups: [
    { c: 0, r: 'us-east-1', ok: 1, n: 1, fail: 0, cut: [], errors: [] },
    { c: 1, r: 'us-east-1', ok: 0, n: 0, fail: 1, cut: [], errors: [['AccessDenied', 'no', 1]] },
  ],
  rows: [[0, 'us-east-1', 'arn:1']],
  tries: [
    [1, 1],
    [1, 0],
  ],
  kept: 1,
  pending: [],
  taken: [],
};
const goodCalls = [made('ListClusters'), made('ListServices', true)];
const pendingUnit = { c: 1, r: 'us-east-1', b: { cluster: 'x', kind: 'y' }, t: null, p: 0 };

const read = (value: unknown, calls = goodCalls) => readScriptReply(value, calls, asked, firstProgress(asked));

describe('a script’s reply', () => {
  it('is believed when everything fits', () => {
    expect(read(good)).toEqual({
      groups: good.groups,
      rows: [{ c: 0, region: 'us-east-1', cells: ['arn:1'] }],
      next: { units: [], taken: [{}, {}], kept: 1 },
    });
  });

  it('may leave units for the next script', () => {
    expect(read({ ...good, pending: [pendingUnit], taken: [{}, { x: 1 }] }).next).toEqual({
      units: [pendingUnit],
      taken: [{}, { x: 1 }],
      kept: 1,
    });
  });

  it.each([
    ['another form', { ...good, v: 2 }],
    ['no reply', null],
    ['text', 'hello'],
    ['an unknown call', { ...good, groups: [...good.groups, { ...good.groups[0], c: 7 }] }],
    ['a Region that was not asked', { ...good, groups: [{ ...good.groups[0], r: 'eu-west-1' }] }],
    ['a planned call without a result', { ...good, groups: [good.groups[1]] }],
    ['a row of another Region', { ...good, rows: [[0, 'eu-west-1', 'arn:1']] }],
    ['a global row of a regional call', { ...good, rows: [[0, 'global', 'arn:1']] }],
    ['a row that is too wide', { ...good, rows: [[0, 'us-east-1', 'arn:1', 'more']] }],
    ['a row that is too narrow', { ...good, rows: [[1, 'us-east-1', 'arn:1']] }],
    ['a row of no call', { ...good, rows: [['0', 'us-east-1', 'arn:1']] }],
    ['a row that is no list', { ...good, rows: [{}] }],
    ['more rows than it says', { ...good, kept: 0 }],
    ['more rows than the cap', { ...good, rows: Array.from({ length: 4 }, () => good.rows[0]), kept: 4 }],
    ['pending work in another Region', { ...good, pending: [{ ...pendingUnit, r: 'eu-west-1' }] }],
    [
      'pending work with a parameter of its own',
      { ...good, pending: [{ ...pendingUnit, b: { cluster: 'x', role: 'admin' } }] },
    ],
    [
      'pending work that binds a parameter of a root call',
      { ...good, pending: [{ ...pendingUnit, c: 0, b: { cluster: 'x' } }] },
    ],
    ['a page token for a call without pages', { ...good, pending: [{ ...pendingUnit, t: 'next' }] }],
    ['more pages than the cap', { ...good, pending: [{ c: 0, r: 'us-east-1', b: {}, t: 'x', p: 101 }] }],
    ['more values taken than the cap', { ...good, pending: [pendingUnit], taken: [{}, { x: 1, y: 1, z: 1 }] }],
    [
      'more answers than attempts',
      {
        ...good,
        tries: [
          [1, 2],
          [1, 0],
        ],
      },
    ],
  ])('is not believed with %s', (_name, value) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ code: 'tool-reply-invalid' }));
  });

  it.each([
    ['an operation that was not planned', [...goodCalls, made('DeleteCluster')]],
    ['an operation of another service', [...goodCalls, { service: 'ec2', operation: 'ListClusters', failed: false }]],
    ['a failure that the script hides', [made('ListClusters', true), made('ListServices', true)]],
    ['no call behind an answer', [made('ListServices', true)]],
    ['more calls than the caps allow', [...goodCalls, ...Array.from({ length: 401 }, () => made('ListClusters'))]],
  ])('is not believed when the server counted %s', (_name, calls) => {
    expect(() => read(good, calls)).toThrow(expect.objectContaining({ code: 'tool-reply-invalid' }));
  });
});

describe('rendering', () => {
  const limits = { seconds: 40, callSeconds: 20, workers: 8, backoff: 0.25, cellCap: 10, rowsPerScript: 10 };

  it('proves every call again and renders nothing when one is not proven', () => {
    const proved: string[] = [];
    const prove = (one: { operation: string }): void => {
      proved.push(one.operation);
      if (one.operation === 'ListServices') throw new Error('not a read');
    };

    expect(() => renderScript(asked, firstProgress(asked), limits, prove)).toThrow('not a read');
    expect(proved).toEqual(['ListClusters', 'ListServices']);
  });

  it('refuses a call that feeds itself', () => {
    const circle = assignment([{ ...dependent, forEach: { call: 'sv', path: 'a', parameter: 'b' } }], ['us-east-1']);

    expect(() => renderScript(circle, firstProgress(circle), limits, () => undefined)).toThrow(
      expect.objectContaining({ code: 'refused' }),
    );
  });

  it('puts nothing into the program but one quoted text', () => {
    const evil = assignment([{ ...source, params: { x: '"))\nimport os #@SPECIFICATION@$&' } }], ['us-east-1']);

    const lines = renderScript(evil, firstProgress(evil), limits, () => undefined).split('\n');
    const plain = renderScript(asked, firstProgress(asked), limits, () => undefined).split('\n');

    expect(lines.filter((line, index) => line !== plain[index])).toEqual([
      expect.stringMatching(/^central_ops_result = await central_ops\(json\.loads\("(?:[^"\\]|\\["\\])*"\)\)$/),
    ]);
    expect(lines).toHaveLength(plain.length);
  });

  it('puts the id of each account where a parameter is the account itself, at the top alone', () => {
    const own = call('own', 's3control GetPublicAccessBlock', {
      params: { AccountId: '@account', Filters: [{ Name: '@account' }] },
    });
    const one = assignment([own], ['us-east-1'], 3);

    const script = renderScript(one, firstProgress(one), limits, () => undefined);

    expect(script).toContain(`\\"AccountId\\":\\"${one.account.id}\\"`);
    expect(script).toContain('\\"Name\\":\\"@account\\"');
  });
});

describe('settling', () => {
  const ending = { kind: 'denied', code: 'credentials-denied', message: 'no role', nextStep: 'fix it' } as const;

  it('gives every call and Region the account’s failure when nothing was asked', () => {
    const both = assignment([source, dependent], ['us-east-1', 'eu-west-1']);

    const outcomes = settle(both, { replies: [], left: firstProgress(both).units, ending });

    const common = {
      accountId: '111122223333',
      kind: 'denied',
      rows: 0,
      truncated: false,
      code: 'credentials-denied',
      nextStep: 'fix it',
    };
    expect(outcomes).toEqual([
      { ...common, call: 'cl', label: 'ecs ListClusters', region: 'us-east-1', message: 'no role' },
      { ...common, call: 'cl', label: 'ecs ListClusters', region: 'eu-west-1', message: 'no role' },
      { ...common, call: 'sv', label: 'ecs ListServices', region: 'us-east-1', message: 'not asked: no role' },
      { ...common, call: 'sv', label: 'ecs ListServices', region: 'eu-west-1', message: 'not asked: no role' },
    ]);
  });

  it('tells the first cause of a chain of calls once', () => {
    const third = call('ds', 'ecs DescribeServices', {
      forEach: { call: 'sv', path: 'serviceArns[]', parameter: 'services', batch: 10 },
    });
    const chain = assignment([source, dependent, third], ['us-east-1']);

    const outcomes = settle(chain, { replies: [], left: firstProgress(chain).units, ending });

    expect(outcomes.map(({ message }) => message)).toEqual(['no role', 'not asked: no role', 'not asked: no role']);
  });

  it('names the worst failure of a Region and counts the others', () => {
    const group = {
      c: 1,
      r: 'us-east-1',
      ok: 3,
      n: 5,
      fail: 4,
      cut: ['pages'],
      errors: [
        ['Throttling', 'slow', 3],
        ['AccessDenied', 'no', 1],
      ] as const,
    };

    const outcomes = settle(asked, {
      replies: [
        {
          groups: [{ c: 0, r: 'us-east-1', ok: 1, n: 7, fail: 0, cut: [], errors: [] }, group],
          rows: [],
          next: { units: [], taken: [], kept: 0 },
        },
      ],
      left: [],
    });

    expect(outcomes[1]).toMatchObject({
      call: 'sv',
      kind: 'denied',
      code: 'AccessDenied',
      rows: 5,
      truncated: true,
      message: expect.stringContaining('(and 3 more)'),
    });
  });

  it('leaves no Region out, whatever a reply forgot', () => {
    expect(settle(asked, { replies: [], left: [] }).map(({ call: id, kind, code }) => ({ id, kind, code }))).toEqual([
      { id: 'cl', kind: 'failed', code: 'no-result' },
      { id: 'sv', kind: 'failed', code: 'no-result' },
    ]);
  });
});
