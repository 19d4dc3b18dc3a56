import { describe, expect, it } from 'vitest';
import { expectedAccounts } from '../../../../bench/eval/expected-accounts.js';
import type { Account } from '../../../../src/domain/account.js';

const ACCOUNTS: readonly Account[] = [
  { id: '000000000001', name: 'Hub', role: 'central', environment: 'operations', tags: {}, partition: 'aws' },
  account('000000000003', 'Shop Production', 'production', 'Live', { team: 'shop' }),
  account('000000000002', 'Shop Staging', 'staging', 'Test', { team: 'shop' }),
  account('000000000004', 'Mail Production', 'production', 'Live', { team: 'mail' }),
];

function account(id: string, name: string, environment: string, ou: string, tags: Account['tags']): Account {
  return { id, name, environment, ou, tags, partition: 'aws' };
}

describe('expectedAccounts', () => {
  it.each([
    ['nothing said: every target account', undefined, ['2', '3', '4']],
    ['all', 'all' as const, ['2', '3', '4']],
    ['a name', ['Mail Production'], ['4']],
    ['the hub by its name', ['Hub'], ['1']],
    ['the hub by its id', ['000000000001'], ['1']],
    ['an environment', ['environment:production'], ['3', '4']],
    ['an organizational unit', ['ou:Test'], ['2']],
    ['a tag', ['tag:team=shop'], ['2', '3']],
    ['two that overlap', ['tag:team=shop', 'environment:production'], ['2', '3', '4']],
    ['all but one', ['!Shop Staging'], ['3', '4']],
    ['a group but one', ['environment:production', '!tag:team=mail'], ['3']],
  ])('reads %s', (_what, said, expected) => {
    const ids = expectedAccounts(said, ACCOUNTS);

    expect(ids).toEqual(expected.map((digit) => `00000000000${digit}`));
  });

  it('does not accept what means no account', () => {
    expect(() => expectedAccounts(['Warehouse'], ACCOUNTS)).toThrow('the registry has no account "Warehouse"');
  });
});
