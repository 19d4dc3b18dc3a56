import { describe, expect, it } from 'vitest';
import { readSsoToken } from '../../../src/credentials/sso-token-cache.js';

const expiresAt = '2026-11-21T14:00:00Z';
const expiry = Date.UTC(2026, 10, 21, 14, 0, 0);
// sha1("my-sso"), as the AWS CLI names the file.
const path = '/home/alice/.aws/sso/cache/0ad374308c5a4e22f723adf10145eafad7c4031c.json';

function read(
  files: Readonly<Record<string, string>>,
  changes: { readonly now?: number; readonly startUrl?: string } = {},
) {
  return readSsoToken(
    {
      directory: '/home/alice/.aws/sso/cache',
      ...(changes.startUrl === undefined ? { sessionName: 'my-sso' } : { startUrl: changes.startUrl }),
      clock: () => changes.now ?? expiry - 3_600_000,
      readFile: (name) => {
        const text = files[name];
        return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(text);
      },
    },
    AbortSignal.timeout(5000),
  );
}

const signIn = 'Run `aws sso login --sso-session my-sso`, then ask again.';

describe('readSsoToken', () => {
  it('finds the token of a session where the AWS CLI keeps it', async () => {
    const text = JSON.stringify({ startUrl: 'https://x', region: 'eu-west-1', accessToken: 'the-token', expiresAt });

    expect(await read({ [path]: text })).toBe('the-token');
  });

  it('finds the token of a start URL, with the older form of time', async () => {
    const startUrl = 'https://d-123.awsapps.com/start';
    // sha1 of the URL exactly as written
    const legacy = '/home/alice/.aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json';
    const text = JSON.stringify({ accessToken: 'the-token', expiresAt: '2026-11-21T14:00:00UTC' });

    expect(await read({ [legacy]: text }, { startUrl: 'admin' })).toBe('the-token');
    await expect(read({ [legacy]: text }, { startUrl })).rejects.toMatchObject({
      code: 'sign-in-needed',
      message: `IAM Identity Center at ${startUrl}: there is no token of it on this machine. Run \`aws sso login\`, then ask again.`,
    });
  });

  it.each([
    ['there is no token of it on this machine', {}, expiry - 3_600_000],
    ['its token has expired', { [path]: JSON.stringify({ accessToken: 'the-token', expiresAt }) }, expiry - 60_000],
    ['its token has expired', { [path]: JSON.stringify({ accessToken: 'the-token', expiresAt: 'soon' }) }, 0],
    ['its cached token cannot be read', { [path]: '{"accessToken": "the-tok' }, 0],
    ['its cached token cannot be read', { [path]: '{"expiresAt": "2026-11-21T14:00:00Z"}' }, 0],
  ])('asks for a sign-in when %s', async (why, files, now) => {
    await expect(read(files, { now })).rejects.toMatchObject({
      code: 'sign-in-needed',
      message: `IAM Identity Center session my-sso: ${why}. ${signIn}`,
    });
  });
});
