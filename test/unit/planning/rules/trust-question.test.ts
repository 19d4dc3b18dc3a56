import { describe, expect, it } from 'vitest';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { ACCOUNTS, BUDGETS } from '../fixtures.js';
import { line, talk } from '../support/talk.js';

function planned(question: string): string {
  return line(talk([question]).last);
}

describe('a question about who may assume a role', () => {
  it('shows the trust policy of that role, by its name', () => {
    const { last } = talk(['Who can assume role CentralOpsTargetRole?']);

    expect(last.kind === 'query' && last.plan).toEqual({
      calls: [
        {
          id: 'iam-roles',
          service: 'iam',
          operation: 'ListRoles',
          params: {},
          columns: [
            { name: 'Role', path: 'RoleName' },
            { name: 'Trust policy', path: 'AssumeRolePolicyDocument' },
            { name: 'ARN', path: 'Arn' },
          ],
        },
      ],
      show: {
        title: 'Trust policies of the IAM role CentralOpsTargetRole',
        tables: [
          {
            call: 'iam-roles',
            filters: [{ column: 'Role', is: 'equal', value: 'CentralOpsTargetRole' }],
            kind: 'rows',
            noun: 'trust policies of the IAM role CentralOpsTargetRole',
          },
        ],
      },
    });
  });

  it('is authorised as a read', () => {
    const { last } = talk(['Who can assume role CentralOpsTargetRole?']);
    if (last.kind !== 'query') throw new Error(line(last));

    const authorised = authorizePlan({
      plan: last.plan,
      regions: [],
      accounts: ACCOUNTS,
      catalogue: createCatalogue(),
      budgets: BUDGETS,
    });

    expect(authorised).toMatchObject({ authorized: true });
  });

  it.each([
    ['who can assume the deploy role in production', 'role deploy | in production'],
    ['who may assume the role called admin/ci except staging', 'role ci | not staging'],
    ['which accounts can assume role "in"', 'role in'],
    ['show me the trust policy of role ci-runner', 'role ci-runner'],
    ['trust policies of all roles', 'roles'],
  ])('takes "%s" as one about the %s', (question, expected) => {
    const [what = '', ...places] = expected.split(' | ');
    const noun = what === 'roles' ? 'trust policies of IAM roles' : `trust policies of the IAM ${what}`;

    expect(planned(question)).toBe([`rows ${noun}`, ...places].join(' | '));
  });

  it.each([
    'who can assume responsibility',
    'who can assume role X with tag team=a',
    'who can assume role X and delete it',
    'top 3 trust policies of all roles',
  ])('does not plan "%s"', (question) => {
    expect(talk([question]).last.kind).not.toBe('query');
  });
});
