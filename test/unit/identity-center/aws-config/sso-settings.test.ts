import { describe, expect, it } from 'vitest';
import {
  legacyProfiles,
  legacySession,
  profileConflicts,
  profileNamed,
  sessionNamed,
} from '../../../../src/identity-center/aws-config/sso-settings.js';
import { readAwsConfig } from '../../../../src/identity-center/aws-config/read-aws-config.js';
import { awsConfig } from '../support/aws-files.js';

const CONFIG = `
[sso-session corp]
sso_start_url = https://d-123.awsapps.com/start
sso_region = eu-central-1
sso_registration_scopes = sso:account:access, other:scope

[profile corp-production]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = ReadOnly
region = eu-west-1

[profile "old style"]
sso_start_url = https://old.awsapps.com/start#/
sso_region = us-east-1
sso_account_id = 210987654321
sso_role_name = Auditor

[profile keys]
region = us-east-1
`;

const corp = {
  name: 'corp',
  startUrl: 'https://d-123.awsapps.com/start',
  region: 'eu-central-1',
  scopes: ['sso:account:access', 'other:scope'],
};
const old = {
  name: undefined,
  startUrl: 'https://old.awsapps.com/start#/',
  region: 'us-east-1',
  scopes: ['sso:account:access'],
};

describe('sessions and profiles', () => {
  it('are read in both styles', async () => {
    const config = await awsConfig({ config: CONFIG });

    expect(sessionNamed(config, 'corp')).toEqual(corp);
    expect(profileNamed(config, 'corp-production')).toEqual({
      name: 'corp-production',
      session: corp,
      accountId: '123456789012',
      roleName: 'ReadOnly',
    });
    expect(profileNamed(config, 'old style')).toEqual({
      name: 'old style',
      session: old,
      accountId: '210987654321',
      roleName: 'Auditor',
    });
    expect([profileNamed(config, 'keys'), profileNamed(config, 'none')]).toEqual([undefined, undefined]);
    expect(legacyProfiles(config).map(([name, section]) => [name, legacySession(section)])).toEqual([
      ['old style', old],
    ]);
  });

  it('come from the credentials file too, whose values win', async () => {
    const config = await awsConfig({
      config: CONFIG,
      credentials:
        '[corp-production]\nsso_role_name = Other\n[only-here]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = R\n',
    });

    expect([profileNamed(config, 'corp-production')?.roleName, profileNamed(config, 'only-here')]).toEqual([
      'Other',
      { name: 'only-here', session: corp, accountId: '123456789012', roleName: 'R' },
    ]);
  });

  it('need no file', async () => {
    const { sessions, profiles } = await awsConfig({});

    expect([sessions.size, profiles.size]).toEqual([0, 0]);
  });
});

describe('what is wrong', () => {
  const FILE = '/home/alice/.aws/config';

  it.each([
    ['a session that is not there', '', `There is no [sso-session corp] in ${FILE}; it has none.`],
    [
      'a session of another name',
      '[sso-session dev]\nsso_region = us-east-1',
      `There is no [sso-session corp] in ${FILE}; it has dev.`,
    ],
    [
      'a session without a start URL',
      '[sso-session corp]\nsso_region = us-east-1',
      `${FILE}: [sso-session corp] has no sso_start_url.`,
    ],
    [
      'a session with an empty Region',
      '[sso-session corp]\nsso_start_url = https://a.awsapps.com/start\nsso_region =',
      `${FILE}: [sso-session corp] has no sso_region.`,
    ],
    [
      'a comment behind a value',
      '[sso-session corp]\nsso_start_url = https://a.awsapps.com/start\nsso_region = us-east-1 # home',
      `${FILE}, line 3: in [sso-session corp] the value "us-east-1 # home" must be a Region such as us-east-1. A comment needs a line of its own.`,
    ],
    [
      'a Region that would be another host',
      '[sso-session corp]\nsso_start_url = https://a.awsapps.com/start\nsso_region = x.example.com/',
      `${FILE}, line 3: in [sso-session corp] the value "x.example.com/" must be a Region such as us-east-1.`,
    ],
    [
      'a start URL that is not https',
      '[sso-session corp]\nsso_start_url = http://a.awsapps.com/start\nsso_region = us-east-1',
      `${FILE}, line 2: in [sso-session corp] the value "http://a.awsapps.com/start" must be an https address.`,
    ],
  ])('names file, section and key: %s', async (_, text, message) => {
    const config = await awsConfig({ config: text });

    expect(() => sessionNamed(config, 'corp')).toThrow(expect.objectContaining({ code: 'configuration', message }));
  });

  it('is a profile that says something else than its session', async () => {
    const config = await awsConfig({
      config: `${CONFIG}
[profile same]
sso_session = corp
sso_region = eu-central-1
sso_account_id = 123456789012
sso_role_name = R
[profile differs]
sso_session = corp
sso_region = us-east-1
sso_account_id = 123456789012
sso_role_name = R
`,
    });
    const message = `${FILE}: sso_region is "us-east-1" in [profile differs] (line 29), and "eu-central-1" in the [sso-session corp] that it uses (line 4).`;

    expect(profileNamed(config, 'same')?.session).toEqual(corp);
    expect(() => profileNamed(config, 'differs')).toThrow(
      expect.objectContaining({
        code: 'configuration',
        message,
        facts: { file: FILE, section: 'profile differs', key: 'sso_region' },
      }),
    );
    expect(profileConflicts(config, 'corp')).toEqual([message]);
  });

  it('is a profile whose session is missing, or whose account is none', async () => {
    const config = await awsConfig({
      config:
        '[profile a]\nsso_session = gone\nsso_account_id = 123456789012\nsso_role_name = R\n[profile b]\nsso_account_id = 12\nsso_role_name = R',
    });

    expect(() => profileNamed(config, 'a')).toThrow('names a session that /home/alice/.aws/config does not have');
    expect(() => profileNamed(config, 'b')).toThrow('must be the 12 digits of an account');
  });

  it('is a file that the AWS CLI would refuse', async () => {
    await expect(awsConfig({ config: `${CONFIG}[sso-session corp]\n` })).rejects.toMatchObject({
      code: 'configuration',
      message: `${FILE}, line 21: [sso-session corp] is there twice.`,
    });
  });

  it('is a file that may not be read, or is not text', async () => {
    const read = (readFile: () => Promise<Uint8Array>) =>
      readAwsConfig({ configFile: FILE, credentialsFile: FILE, readFile }, AbortSignal.timeout(5000));

    await expect(read(() => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })))).rejects.toMatchObject({
      message: `The AWS configuration file ${FILE} cannot be read (EACCES).`,
    });
    await expect(read(() => Promise.resolve(Uint8Array.of(0xff, 0xfe)))).rejects.toMatchObject({
      message: `The AWS configuration file ${FILE} is not UTF-8 text.`,
    });
  });
});
