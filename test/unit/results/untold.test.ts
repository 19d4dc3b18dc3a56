import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/domain/json.js';
import type { Filter, FrozenPlan } from '../../../src/domain/plan.js';
import { judge } from '../../../src/results/filters.js';
import { tabulate } from '../../../src/results/tabulate.js';
import { untoldNotes } from '../../../src/results/untold.js';
import type { Collected } from '../../../src/results/view-rows.js';

const ALLOWS: Filter = { column: 'Rules', is: 'allows', value: 'tcp 22 from anywhere' };

function ssh(peer: string): Json {
  const isList = peer.startsWith('pl-');
  return [
    {
      IpProtocol: 'tcp',
      FromPort: 22,
      ToPort: 22,
      IpRanges: isList ? [] : [{ CidrIp: peer }],
      PrefixListIds: isList ? [{ PrefixListId: peer }] : [],
    },
    { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
  ];
}

function collected(filters: readonly Filter[], rows: readonly (readonly Json[])[]): Collected {
  const call = { id: 'groups', columns: ['Group ID', 'Rules', 'Version'].map((name) => ({ name, path: name })) };
  const plan: FrozenPlan = {
    calls: [
      {
        ...call,
        service: 'ec2',
        operation: 'DescribeSecurityGroups',
        params: {},
        items: 'SecurityGroups[]',
        absentCodes: [],
        global: false,
        pageCap: 1,
        fanOutCap: 1,
        internal: false,
      },
    ],
    show: {
      title: 'Groups',
      tables: [{ call: 'groups', filters, kind: 'rows', noun: 'security groups that allow SSH' }],
    },
    rowCap: 100,
  };
  const account = { id: '111111111111', name: 'Payments', environment: 'production', partition: 'aws' as const };
  const cells = rows.map((row) => ({ region: 'eu-west-1', cells: row }));
  return {
    plan,
    accounts: [account],
    outcomes: [],
    rowSets: [{ accountId: account.id, call: 'groups', rows: cells }],
  };
}

describe('what cannot be told', () => {
  it('is in no table, and is named with its account, its Region and the reason', () => {
    const asked = collected(
      [ALLOWS],
      [
        ['sg-1', ssh('0.0.0.0/0'), null],
        ['sg-2', ssh('pl-7'), null],
        ['sg-3', ssh('10.0.0.0/8'), null],
      ],
    );

    expect(tabulate(asked)[0]?.rows).toEqual([
      ['Payments', '111111111111', 'eu-west-1', 'sg-1', ['tcp 22 from 0.0.0.0/0'], null],
    ]);
    expect(untoldNotes(asked)).toEqual([
      'It cannot be told of 1 more, which the answer leaves out, whether they are security groups that allow SSH: sg-2 (Payments, eu-west-1): tcp 22 from pl-7, a prefix list whose entries this call does not return.',
    ]);
  });

  it('is counted whole where it is too much to name', () => {
    const asked = collected(
      [{ column: 'Version', is: 'older', value: '14' }],
      Array.from({ length: 25 }, (_, index) => [`sg-${index}`, null, index % 2 === 0 ? '' : 'unknown']),
    );

    const [note = ''] = untoldNotes(asked);

    expect(note).toContain('of 25 more');
    expect(note).toContain(
      'sg-0 (Payments, eu-west-1): it says no version. sg-1 (Payments, eu-west-1): "unknown" does not compare with "14"',
    );
    expect(note).toContain('And 15 more.');
  });

  it('is not spoken of where another filter leaves the row out anyway', () => {
    const asked = collected(
      [ALLOWS, { column: 'Group ID', is: 'equal', value: 'sg-1' }],
      [['sg-2', ssh('pl-7'), null]],
    );

    expect(untoldNotes(asked)).toEqual([]);
  });

  it('shows the rules whole where none may let it in', () => {
    const asked = collected([{ ...ALLOWS, is: 'not-allows' }], [['sg-3', ssh('10.0.0.0/8'), null]]);

    expect(tabulate(asked)[0]?.rows[0]?.[4]).toEqual(['tcp 22 from 10.0.0.0/8', 'tcp 443 from 0.0.0.0/0']);
  });
});

const told = (filters: readonly Filter[], version: Json | undefined) => {
  const found = judge(filters, (column) => (column === 'Version' ? version : 'x'));
  return typeof found === 'boolean' ? found : 'why';
};
const version = (is: 'older' | 'not-older' | 'newer' | 'not-newer' | 'same-version' | 'other-version'): Filter => ({
  column: 'Version',
  is,
  value: '14',
});

describe('filters that cannot always tell', () => {
  it.each([
    ['older', '13.1', true],
    ['older', '14.1', false],
    ['not-older', '14.1', true],
    ['newer', '14.1', false],
    ['newer', '15', true],
    ['not-newer', '14.1', true],
    ['same-version', '14.1', true],
    ['same-version', '15.1', false],
    ['other-version', '15.1', true],
    ['older', 9.6, true],
    ['older', null, 'why'],
    ['not-older', ['13'], 'why'],
    ['other-version', 'latest', 'why'],
    // The call that would say failed, which is reported elsewhere.
    ['older', undefined, false],
  ] as const)('%s 14: %j is %s', (is, cell, expected) => {
    expect(told([version(is)], cell)).toBe(expected);
  });

  it('are decided by another that does not hold, or by an alternative that does', () => {
    const never: Filter = { column: 'Other', is: 'empty' };
    const always: Filter = { column: 'Other', is: 'present' };

    expect(told([version('older'), never], 'latest')).toBe(false);
    expect(told([version('older'), always], 'latest')).toBe('why');
    expect(told([{ any: [version('older'), always] }], 'latest')).toBe(true);
    expect(told([{ any: [version('older'), never] }], 'latest')).toBe('why');
  });
});
