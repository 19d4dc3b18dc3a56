import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../../src/accounts/registry.js';
import { selectAccounts } from '../../../src/accounts/select-accounts.js';
import { CentralOpsError } from '../../../src/domain/errors.js';

const registry = parseRegistry(
  [
    {
      id: '111111111111',
      name: 'Central Operations',
      environment: 'operations',
      role: 'central',
      tags: { team: 'ops' },
    },
    { id: '222222222222', name: 'Production', environment: 'production', tags: { team: 'core' }, ou: 'Workloads/Prod' },
    {
      id: '333333333333',
      name: 'Payments',
      environment: 'production',
      tags: { team: 'Payments' },
      ou: 'Workloads/Prod',
    },
    {
      id: '444444444444',
      name: 'Staging',
      environment: 'staging',
      tags: { Team: 'core', public: '' },
      ou: 'Workloads',
    },
    { id: '555555555555', name: 'Payroll', ou: 'Finance' },
  ],
  { origin: 'accounts.json' },
);

function select(include: readonly string[], exclude: readonly string[] = []): readonly string[] {
  return selectAccounts(registry, { include, exclude }).map(({ name }) => name);
}

function failure(include: readonly string[], exclude: readonly string[] = []): CentralOpsError {
  try {
    select(include, exclude);
  } catch (error) {
    if (error instanceof CentralOpsError) return error;
    throw error;
  }
  throw new Error('the selection was made');
}

/** Where the selected accounts stand in the registry; one number for an error that says why there are none. */
function placesOf(include: readonly string[], exclude: readonly string[]): readonly number[] {
  const known = registry.accounts();
  try {
    return selectAccounts(registry, { include, exclude }).map((account) => known.indexOf(account));
  } catch (error) {
    const explained = error instanceof CentralOpsError && /^(?:unknown|ambiguous)-account$/.test(error.code);
    if (!explained) throw error;
    return [0];
  }
}

describe('selectAccounts', () => {
  it.each([
    [[], ['Production', 'Payments', 'Staging', 'Payroll']],
    [['all'], ['Production', 'Payments', 'Staging', 'Payroll']],
    [['333333333333'], ['Payments']],
    [['payments'], ['Payments']],
    [[' PAYMENTS '], ['Payments']],
    [['stag'], ['Staging']],
    [['staging'], ['Staging']],
    // A name that is an environment as well means the whole environment.
    [['production'], ['Production', 'Payments']],
    [['environment:production'], ['Production', 'Payments']],
    [['env:staging'], ['Staging']],
    [['tag:team=core'], ['Production', 'Staging']],
    [['tag:TEAM'], ['Production', 'Payments', 'Staging']],
    [['tag:public='], ['Staging']],
    [['ou:Workloads'], ['Production', 'Payments', 'Staging']],
    [['ou:prod'], ['Production', 'Payments']],
    [['ou:/Workloads/Prod/'], ['Production', 'Payments']],
    // In the registry's order, each once.
    [
      ['Payroll', 'production', '222222222222'],
      ['Production', 'Payments', 'Payroll'],
    ],
    // The hub's own account only by its id or name.
    [['111111111111'], ['Central Operations']],
    [['central'], ['Central Operations']],
    [
      ['all', 'Central Operations'],
      ['Central Operations', 'Production', 'Payments', 'Staging', 'Payroll'],
    ],
  ])('%j is %j', (include, expected) => {
    expect(select(include)).toEqual(expected);
  });

  it.each([
    [[], ['production'], ['Staging', 'Payroll']],
    [['all'], ['Payments', 'tag:team=core'], ['Payroll']],
    [['production'], ['222222222222'], ['Payments']],
    [['all', 'central'], ['operations'], ['Production', 'Payments', 'Staging', 'Payroll']],
  ])('%j without %j is %j', (include, exclude, expected) => {
    expect(select(include, exclude)).toEqual(expected);
  });

  it.each([
    ['Paymets', 'No account of the registry accounts.json is, or is in, "Paymets". Did you mean "Payments"?'],
    ['produktion', 'No account of the registry accounts.json is, or is in, "produktion". Did you mean "Production"?'],
    [
      '222222222223',
      'No account of the registry accounts.json is, or is in, "222222222223". Did you mean "222222222222"?',
    ],
    [
      '999988887777',
      'No account of the registry accounts.json is, or is in, "999988887777". `central-ops accounts` lists those there are.',
    ],
    [
      'tag:team=cor',
      'No account of the registry accounts.json is, or is in, "tag:team=cor". Did you mean "tag:team=core" or "tag:team=ops"?',
    ],
    ['ou:Finanze', 'No account of the registry accounts.json is, or is in, "ou:Finanze". Did you mean "ou:Finance"?'],
    [
      'ou:',
      'No account of the registry accounts.json is, or is in, "ou:". Did you mean "ou:Finance" or "ou:Workloads" or "ou:Workloads/Prod"?',
    ],
    ['', 'No account of the registry accounts.json is, or is in, "". `central-ops accounts` lists those there are.'],
    [
      'arn:aws:iam::222222222222:role/x',
      'No account of the registry accounts.json is, or is in, "arn:aws:iam::222222222222:role/x". `central-ops accounts` lists those there are.',
    ],
  ])('does not know %j', (written, message) => {
    expect(failure([written])).toMatchObject({ code: 'unknown-account', message });
    expect(failure(['all'], [written])).toMatchObject({ code: 'unknown-account', message });
  });

  it('does not choose between names that begin alike', () => {
    expect(failure(['pay'])).toMatchObject({
      code: 'ambiguous-account',
      message:
        '"pay" is the beginning of 2 account names: Payments (333333333333), Payroll (555555555555). ' +
        'Write one of them in full, or its id.',
      facts: {
        selector: 'pay',
        choices: [
          { id: '333333333333', name: 'Payments' },
          { id: '555555555555', name: 'Payroll' },
        ],
      },
    });
  });

  it.each([
    [['staging'], ['all'], 'No account is left: What "staging" selects (1) is excluded by "all". Exclude less.'],
    [[], ['all'], 'No account is left: All target accounts (4) are excluded by "all". Exclude less.'],
    [
      ['operations'],
      [],
      '"operations" holds only accounts with the role "central", which are asked only by their name or id. ' +
        'Name one, or add target accounts to the registry.',
    ],
  ])('says so when %j without %j leaves nothing', (include, exclude, message) => {
    expect(failure(include, exclude)).toMatchObject({ code: 'unknown-account', message });
  });

  it('answers any words with accounts of the registry, in order and each once, or with an error that says why', () => {
    const words = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          'all',
          'production',
          'tag:team',
          'tag:team=core',
          'ou:workloads',
          'central',
          'pay',
          '333333333333',
        ),
        fc.string().map((text) => `tag:${text}`),
        fc.string().map((text) => `ou:${text}`),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(words, words, (include, exclude) => {
        const places = placesOf(include, exclude);

        expect(places).toEqual([...new Set(places)].toSorted((left, right) => left - right));
        expect(places).not.toContain(-1);
        expect(places).not.toHaveLength(0);
      }),
    );
  });
});
