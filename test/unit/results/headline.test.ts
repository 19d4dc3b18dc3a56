import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/domain/answer.js';
import { headlineOf } from '../../../src/results/headline.js';
import { coverage, view } from './support/builders.js';

const listed: Table = { title: '', columns: ['Account'], rows: [['a']], total: 73, truncated: true };
const counted: Table = {
  title: '',
  columns: ['Account', 'Region', 'Count', 'Note'],
  rows: [
    ['a', 'us-east-1', 5, ''],
    ['b', null, null, 'denied'],
    ['c', 'us-east-1', 0, ''],
  ],
  total: 3,
  truncated: false,
};

describe('headlineOf', () => {
  it('counts rows that there are, not rows that are shown', () => {
    expect(headlineOf({ title: '', tables: [view('x')] }, [listed], coverage())).toBe(
      '73 EC2 instances in 2 accounts.',
    );
  });

  it('sums counts, silent accounts left out', () => {
    const show = { title: '', tables: [view('x', { kind: 'count', by: 'Region' })] };

    expect(headlineOf(show, [counted], coverage({ accounts: { asked: 3, answered: 2 } }))).toBe(
      '5 EC2 instances, as far as it was answered: 2 of 3 accounts completely.',
    );
  });

  it('says of which counts a sum is, where some were left out', () => {
    const show = { title: '', tables: [view('x', { kind: 'count', limit: 2 })] };
    const first = { ...counted, rows: counted.rows.slice(0, 1), truncated: true };

    expect(headlineOf(show, [first], coverage())).toBe('5 EC2 instances in the first 1 of 3 counts in 2 accounts.');
  });

  it('lists several tables', () => {
    const show = {
      title: '',
      tables: [view('x', { noun: 'EC2 instances' }), view('y', { noun: 'S3 buckets' }), view('z', { noun: 'roles' })],
    };

    expect(headlineOf(show, [listed, listed, listed], coverage({ accounts: { asked: 1, answered: 1 } }))).toBe(
      '73 EC2 instances, 73 S3 buckets and 73 roles in 1 account.',
    );
  });

  it('says when no account answered', () => {
    const none = coverage({ accounts: { asked: 2, answered: 0 }, calls: { asked: 2, answered: 0 } });

    expect(headlineOf({ title: '', tables: [view('x')] }, [{ ...listed, total: 0 }], none)).toBe(
      'No answer: none of 2 accounts could be asked.',
    );
  });

  it('counts what was found before every call failed on a later page', () => {
    const cut = coverage({ accounts: { asked: 2, answered: 0 }, calls: { asked: 2, answered: 0 } });

    expect(headlineOf({ title: '', tables: [view('x')] }, [listed], cut)).toBe(
      '73 EC2 instances, as far as it was answered: 0 of 2 accounts completely.',
    );
  });
});
