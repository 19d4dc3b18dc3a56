import { describe, expect, it } from 'vitest';
import { chooseSession, listSessions, type SessionChoice } from '../../../src/identity-center/choose-session.js';
import { awsConfig } from './support/aws-files.js';

const session = (name: string, url = `https://${name}.awsapps.com/start`) =>
  `[sso-session ${name}]\nsso_start_url = ${url}\nsso_region = us-east-1\n`;
const legacy = (name: string, url: string) => `[profile ${name}]\nsso_start_url = ${url}\nsso_region = us-east-1\n`;

const nothing: SessionChoice = { sessionName: undefined, startUrl: undefined, region: 'eu-west-1' };

/** The name or start URL of what is chosen, or the message of why nothing is. */
async function chosen(config: string, choice: Partial<SessionChoice> = {}): Promise<string> {
  const read = await awsConfig({ config });
  try {
    const { name, startUrl, region } = chooseSession(read, { ...nothing, ...choice });
    return name ?? `${startUrl} in ${region}`;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('chooseSession', () => {
  it.each<[string, string, Partial<SessionChoice>, string]>([
    ['the only one', session('corp'), {}, 'corp'],
    ['the named one', session('a') + session('b'), { sessionName: 'b' }, 'b'],
    [
      'none of several',
      session('a') + session('b'),
      {},
      'There are 2 IAM Identity Center sessions, and none is chosen: [sso-session a], [sso-session b] (/home/alice/.aws/config).',
    ],
    ['none of none', '', {}, 'No IAM Identity Center session is configured in /home/alice/.aws/config.'],
    [
      'a start URL alone, in its Region',
      '',
      { startUrl: 'https://x.awsapps.com/start' },
      'https://x.awsapps.com/start in eu-west-1',
    ],
    ['the session of a start URL', session('a') + session('b'), { startUrl: 'https://b.awsapps.com/start' }, 'b'],
    [
      'none of two sessions of one start URL',
      session('a', 'https://x/start') + session('b', 'https://x/start'),
      { startUrl: 'https://x/start' },
      'There are 2 IAM Identity Center sessions, and none is chosen: [sso-session a], [sso-session b] (/home/alice/.aws/config).',
    ],
    ['a named one before a start URL', session('a'), { sessionName: 'a', startUrl: 'https://x/start' }, 'a'],
    [
      'no start URL that is none',
      '',
      { startUrl: 'http://x/start' },
      'AWS_SSO_START_URL is "http://x/start": it must be an https address.',
    ],
    [
      'the portal of older profiles',
      legacy('p', 'https://old/start') + legacy('q', 'https://old/start'),
      {},
      'https://old/start in us-east-1',
    ],
    [
      'none of the portals of older profiles',
      legacy('p', 'https://old/start') + legacy('q', 'https://other/start'),
      {},
      'There are 2 IAM Identity Center sessions, and none is chosen: https://old/start, https://other/start (/home/alice/.aws/config).',
    ],
    ['a session before older profiles', session('corp') + legacy('p', 'https://old/start'), {}, 'corp'],
  ])('takes %s', async (_, config, choice, expected) => {
    expect(await chosen(config, choice)).toBe(expected);
  });
});

describe('listSessions', () => {
  it('lists every portal, and what cannot be used beside what can', async () => {
    const config = await awsConfig({
      config:
        session('a') +
        '[sso-session broken]\nsso_region = us-east-1\n' +
        legacy('same', 'https://a.awsapps.com/start') +
        legacy('old', 'https://old/start') +
        legacy('again', 'https://old/start'),
    });

    const listed = listSessions(config, { ...nothing, startUrl: 'https://env/start' });

    expect(
      listed.map((one) =>
        one.kind === 'session' ? [one.session.name, one.session.startUrl] : [one.name, one.problem.message],
      ),
    ).toEqual([
      ['a', 'https://a.awsapps.com/start'],
      ['broken', '/home/alice/.aws/config: [sso-session broken] has no sso_start_url.'],
      [undefined, 'https://env/start'],
      [undefined, 'https://old/start'],
    ]);
  });
});
