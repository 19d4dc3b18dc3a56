import { describe, expect, it } from 'vitest';
import { NOTHING_ALLOWED, parseEc2AllowList, tagsMatch } from '../../../src/ec2-exec/allow-list.js';

const RULE = { accounts: ['staging'], roles: ['Commands'], instanceTags: { Environment: 'staging' } };

function parse(content: unknown) {
  return parseEc2AllowList(typeof content === 'string' ? content : JSON.stringify(content), 'allow.json');
}

describe('parseEc2AllowList', () => {
  it('reads a whole list', () => {
    const list = parse({
      allow: [{ ...RULE, instanceTags: { Environment: ['staging', 'test'], Team: 'web' } }],
      harmless: ['uptime', '  df   -h '],
      documents: { linux: 'Our-Diagnostics' },
      timeoutSeconds: 20,
      approvalMinutes: 5,
    });

    expect(list).toEqual({
      allow: [{ ...RULE, instanceTags: { Environment: ['staging', 'test'], Team: 'web' } }],
      harmless: ['uptime', 'df -h'],
      documents: { linux: 'Our-Diagnostics', windows: 'AWS-RunPowerShellScript' },
      timeoutSeconds: 20,
      approvalMinutes: 5,
      origin: 'allow.json',
    });
  });

  it('allows nothing by default', () => {
    expect(parse({})).toEqual({ ...NOTHING_ALLOWED, origin: 'allow.json' });
    expect([NOTHING_ALLOWED.allow, NOTHING_ALLOWED.harmless]).toEqual([[], []]);
  });

  it.each([
    ['{', 'it is not JSON: it goes wrong at line 1, column 2'],
    ['[]', 'the file: '],
    [{ alow: [] }, 'the file: Unrecognized key: "alow"'],
    [{ allow: [{ ...RULE, account: 'x' }] }, 'allow.0: Unrecognized key: "account"'],
    [{ allow: [{ ...RULE, accounts: [] }] }, 'allow.0.accounts: '],
    [{ allow: [{ ...RULE, roles: [] }] }, 'allow.0.roles: '],
    [{ allow: [{ ...RULE, roles: ['arn:aws:iam::1:role/x'] }] }, 'allow.0.roles.0: must be the name of a role'],
    [{ allow: [{ ...RULE, roles: ['*'] }] }, 'allow.0.roles.0: must be the name of a role'],
    [{ allow: [{ ...RULE, instanceTags: {} }] }, 'allow.0.instanceTags: must name at least one tag'],
    [{ allow: [{ accounts: ['a'], roles: ['b'] }] }, 'allow.0.instanceTags: '],
    [{ allow: [{ ...RULE, instanceTags: { Environment: [] } }] }, 'allow.0.instanceTags.Environment: '],
    [{ harmless: ['uptime; id'] }, 'harmless.0: "uptime; id" must be plain words, without any shell syntax'],
    [{ harmless: [''] }, 'harmless.0: "" must be plain words'],
    [{ documents: { macos: 'x' } }, 'documents: Unrecognized key: "macos"'],
    [{ documents: { linux: 'arn:aws:ssm:x' } }, 'documents.linux: must be the name of a document'],
    [{ timeoutSeconds: 0 }, 'timeoutSeconds: '],
    [{ approvalMinutes: 1441 }, 'approvalMinutes: '],
  ])('refuses %j, naming the place', (content, problem) => {
    expect(() => parse(content)).toThrow(`the list of allowed EC2 commands allow.json cannot be used: ${problem}`);
  });
});

describe('tagsMatch', () => {
  const rule = { ...RULE, instanceTags: { Environment: ['staging', 'test'], Team: 'web' } };

  it.each([
    [{ Environment: 'staging', Team: 'web', Other: 'x' }, true],
    [{ Environment: 'test', Team: 'web' }, true],
    [{ Environment: 'staging' }, false],
    [{ Environment: 'Staging', Team: 'web' }, false],
    [{ environment: 'staging', Team: 'web' }, false],
    [{ Environment: 'staging,test', Team: 'web' }, false],
    [{}, false],
  ])('of %j is %s', (tags, matches) => {
    expect(tagsMatch(rule, tags)).toBe(matches);
  });

  it('is not taken in by what every object has', () => {
    expect(tagsMatch({ ...RULE, instanceTags: { constructor: 'x' } }, {})).toBe(false);
  });
});
