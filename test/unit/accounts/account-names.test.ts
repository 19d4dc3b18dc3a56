import { describe, expect, it } from 'vitest';
import { distinctNames } from '../../../src/accounts/account-names.js';

describe('distinctNames', () => {
  it('adds the id only where a name alone would not choose one account', () => {
    const names = distinctNames([
      { id: '111111111111', name: 'Audit' },
      { id: '222222222222', name: 'audit' },
      { id: '333333333333', name: 'all' },
      { id: '444444444444', name: 'Payments' },
      { id: '555555555555', name: undefined },
      { id: '666666666666', name: 'Line\u0007break' },
    ]);

    expect([...names.values()]).toEqual([
      'Audit 111111111111',
      'audit 222222222222',
      'all 333333333333',
      'Payments',
      '555555555555',
      'Line break',
    ]);
  });
});
