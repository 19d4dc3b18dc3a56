import { describe, expect, it } from 'vitest';
import { parseTokenFile, tokenFileName, tokenFileText } from '../../../../src/identity-center/token/token-file.js';
import { mySso } from '../support/sessions.js';

/** As AWS CLI 2.36 writes it. */
const CLI_FILE =
  '{"startUrl": "https://d-123.awsapps.com/start", "region": "us-east-1", "accessToken": "the-token", "expiresAt": ' +
  '"2026-11-21T14:01:45Z", "clientId": "client", "clientSecret": "secret", "registrationExpiresAt": ' +
  '"2027-02-19T06:01:45Z", "refreshToken": "refresh"}';

const token = {
  accessToken: 'the-token',
  expiresAt: Date.UTC(2026, 10, 21, 14, 1, 45),
  startUrl: 'https://d-123.awsapps.com/start',
  registration: { clientId: 'client', clientSecret: 'secret', expiresAt: Date.UTC(2027, 1, 19, 6, 1, 45) },
  refreshToken: 'refresh',
};

describe('the file of a token', () => {
  it('is named as the AWS CLI names it, by session or by start URL exactly as written', () => {
    expect(tokenFileName(mySso)).toBe('0ad374308c5a4e22f723adf10145eafad7c4031c.json');
    // sha1("https://d-123.awsapps.com/start#/"), by sha1sum
    expect(tokenFileName({ name: undefined, startUrl: 'https://d-123.awsapps.com/start#/' })).toBe(
      '22aee9f1cec7d96c603b3c9f93bd880739ca5769.json',
    );
  });

  it('reads what the AWS CLI wrote, and writes what it reads', () => {
    expect(parseTokenFile(CLI_FILE)).toEqual(token);
    expect(JSON.parse(tokenFileText(mySso, token))).toEqual(JSON.parse(CLI_FILE));
  });

  it('says nothing of what a sign-in does not have', () => {
    const { accessToken, expiresAt } = token;

    expect(JSON.parse(tokenFileText(mySso, { accessToken, expiresAt: expiresAt + 999 }))).toEqual({
      startUrl: 'https://d-123.awsapps.com/start',
      region: 'us-east-1',
      accessToken: 'the-token',
      expiresAt: '2026-11-21T14:01:45Z',
    });
  });

  it.each([
    ['2026-11-21T14:01:45UTC', Date.UTC(2026, 10, 21, 14, 1, 45)],
    ['2026-11-21T14:01:45.250Z', Date.UTC(2026, 10, 21, 14, 1, 45, 250)],
    ['2026-11-21T16:01:45+02:00', Date.UTC(2026, 10, 21, 14, 1, 45)],
    // In the hour that Berlin's clocks show twice: the file says UTC, so there is one.
    ['2026-10-25T00:30:00Z', Date.UTC(2026, 9, 25, 0, 30, 0)],
    ['2026-10-25T01:30:00Z', Date.UTC(2026, 9, 25, 1, 30, 0)],
  ])('knows the time %s', (expiresAt, millis) => {
    expect(parseTokenFile(JSON.stringify({ accessToken: 'a', expiresAt }))).toEqual({
      accessToken: 'a',
      expiresAt: millis,
    });
  });

  it.each([
    '',
    '{"accessToken": "the-tok',
    '[]',
    'null',
    '{"expiresAt": "2026-11-21T14:01:45Z"}',
    '{"accessToken": "", "expiresAt": "2026-11-21T14:01:45Z"}',
    '{"accessToken": "a", "expiresAt": "soon"}',
    '{"accessToken": "a", "expiresAt": "2026-11-21T14:01:45"}',
    '{"accessToken": "a", "expiresAt": "2026-13-41T14:01:45Z"}',
  ])('is none when it is %j', (text) => {
    expect(parseTokenFile(text)).toBeUndefined();
  });

  it('cannot be refreshed without a whole registration', () => {
    const text = CLI_FILE.replace('"clientSecret": "secret", ', '');

    expect(parseTokenFile(text)).toEqual({
      accessToken: token.accessToken,
      expiresAt: token.expiresAt,
      startUrl: token.startUrl,
      refreshToken: 'refresh',
    });
  });
});
