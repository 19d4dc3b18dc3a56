import { describe, expect, it } from 'vitest';
import { DEFAULT_NAME_TEMPLATE, parseNameTemplate } from '../../../../src/identity-center/profiles/profile-name.js';

const parts = { session: 'myorg', account: 'Workload', accountId: '111122223333', role: 'DBAReadOnly' };

function named(account: string, template = DEFAULT_NAME_TEMPLATE): string {
  return parseNameTemplate(template)({ ...parts, account });
}

describe('the usual name', () => {
  it.each([
    ['workload', 'myorg-workload-DBAReadOnly'],
    ['Data Platform Production', 'myorg-data-platform-production-DBAReadOnly'],
    ['R&D (Prod)', 'myorg-r-d--prod--DBAReadOnly'],
    ['Café ☕', 'myorg-cafe---DBAReadOnly'],
    ['日本', 'myorg----DBAReadOnly'],
    ['a\n[profile x]', 'myorg-a--profile-x--DBAReadOnly'],
    ['', 'myorg-111122223333-DBAReadOnly'],
    ['prod/eu.1@x+y%z:w', 'myorg-prod/eu.1@x+y%z:w-DBAReadOnly'],
  ])('of %j is %s', (account, name) => {
    expect(named(account)).toBe(name);
  });

  it('replaces what SDKs do not read in sessions and roles as well', () => {
    const name = parseNameTemplate(DEFAULT_NAME_TEMPLATE)({ ...parts, session: 'my org', role: 'Read,Only=1' });

    expect(name).toBe('my-org-workload-Read-Only-1');
  });
});

describe('a template', () => {
  it.each([
    ['{accountId}:{role}', '111122223333:DBAReadOnly'],
    ['{account}', 'workload'],
    ['-{account}', 'workload'],
    ['prod', 'prod'],
  ])('%s makes %s', (template, name) => {
    expect(named('Workload', template)).toBe(name);
  });

  it.each([
    ['{acount}', 'there is no placeholder {acount}'],
    ['{session} {account}', '" " has a character that the AWS SDKs do not read'],
    ['{account}]', '"]" has a character'],
    ['{}', 'there is no placeholder {}'],
  ])('%s is refused', (template, message) => {
    expect(() => parseNameTemplate(template)).toThrow(message);
  });
});
