import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHome, type Home } from '../support/config-home.js';

let home: Home;

beforeEach(async () => {
  home = await createHome();
});

afterEach(() => home.remove());

const FILE = join('.mcp', 'configs.json');
const PORTAL = 'https://example.awsapps.com/start';

const written = (environments: unknown, name = 'aws-sso'): Promise<string> =>
  home.withFile(JSON.stringify({ other: { command: 'x' }, [name]: { environments } }), FILE);

async function loaded(environment: Readonly<Record<string, string>> = {}) {
  const { identityCenter, hubRegion, logLevel } = await home.load({ environment });
  return { startUrl: identityCenter.startUrl, ssoRegion: identityCenter.region, hubRegion, logLevel };
}

describe('~/.mcp/configs.json', () => {
  it.each([['aws-sso'], ['@aashari/mcp-server-aws-sso'], ['mcp-server-aws-sso']])(
    'says where the portal is, under the name %s',
    async (name) => {
      await written({ AWS_SSO_START_URL: PORTAL, AWS_REGION: 'eu-west-1', DEBUG: 'true', PORT: '1' }, name);

      expect(await loaded()).toEqual({
        startUrl: PORTAL,
        ssoRegion: 'eu-west-1',
        hubRegion: 'eu-west-1',
        logLevel: 'debug',
      });
      expect((await home.load()).port).toBe(8080);
    },
  );

  it('takes the short name before the long ones', async () => {
    await home.withFile(
      JSON.stringify({
        'mcp-server-aws-sso': { environments: { AWS_REGION: 'eu-west-3' } },
        'aws-sso': { environments: { AWS_REGION: 'eu-west-1', AWS_SSO_REGION: 'eu-west-2' } },
      }),
      FILE,
    );

    expect(await loaded()).toMatchObject({ hubRegion: 'eu-west-1', ssoRegion: 'eu-west-2' });
  });

  it("is beaten by the environment and by this program's own file", async () => {
    await written({ AWS_SSO_START_URL: PORTAL, AWS_REGION: 'eu-west-1', AWS_SSO_REGION: 'eu-west-2', DEBUG: true });
    await home.withFile(
      '{"AWS_SSO_REGION": "eu-north-1", "CENTRAL_OPS_LOG_LEVEL": "info"}',
      join('.config', 'central-ops', 'config.json'),
    );

    expect(await loaded({ AWS_REGION: 'us-west-2' })).toEqual({
      startUrl: PORTAL,
      ssoRegion: 'eu-north-1',
      hubRegion: 'us-west-2',
      logLevel: 'info',
    });
  });

  it.each([
    ['true', 'debug'],
    ['false', 'warn'],
    ['express:*', 'warn'],
  ])('takes DEBUG=%s of the environment, file or not', async (DEBUG, logLevel) => {
    expect(await loaded({ DEBUG })).toMatchObject({ logLevel });
  });

  it.each([['{}'], ['{"other": 7}'], ['{"aws-sso": {}}'], ['{"__proto__": {"aws-sso": {}}}']])(
    'may have nothing for us: %s',
    async (content) => {
      await home.withFile(content, FILE);

      expect(await loaded()).toEqual({
        startUrl: undefined,
        ssoRegion: 'us-east-1',
        hubRegion: 'us-east-1',
        logLevel: 'warn',
      });
    },
  );

  it.each([
    ['{"aws-sso": {\n "environments": {"AWS_REGION": "eu-west-1",}}}', ' is not JSON: see line 2, column 45'],
    ['[]', ' must hold one JSON object'],
    ['{"aws-sso": "x"}', ': "aws-sso" must be an object'],
    ['{"aws-sso": {"environments": []}}', ': "aws-sso".environments must be an object'],
    ['{"aws-sso": {"environments": {"AWS_REGION": ["x"]}}}', ', "aws-sso".environments.AWS_REGION must be a text'],
  ])('names the place of what is wrong in %s', async (content, message) => {
    const path = await home.withFile(content, FILE);

    const mistake = await home.mistakeOf({});

    expect([mistake.code, mistake.message]).toEqual(['configuration', `${path}${message}`]);
    expect(mistake.nextStep).toContain('Correct the file');
  });

  it('names the place of a value that no setting takes', async () => {
    const path = await written({ AWS_SSO_START_URL: 'http://example.com', AWS_REGION: 'mars-1' });

    const { message } = await home.mistakeOf({});

    expect(message).toContain(
      `AWS_SSO_START_URL is "http://example.com" (${path}, "aws-sso".environments): must be https`,
    );
    expect(message).toContain(`AWS_REGION is "mars-1" (${path}, "aws-sso".environments): there is no Region "mars-1"`);
  });
});
