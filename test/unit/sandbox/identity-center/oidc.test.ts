import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.js';
import type { SandboxOptions } from '../../../../src/sandbox/options.js';
import { answerPage } from '../../identity-center/support/browser.js';

let sandbox: Sandbox;
let ahead = 0;

async function start(options: SandboxOptions = {}): Promise<void> {
  ahead = 0;
  sandbox = await startSandbox({ accounts: 1, clock: () => Date.now() + ahead, ...options });
}

beforeEach(() => start());
afterEach(() => sandbox.close());

/** Any reply of the token service, as far as these tests look at it. */
const replyShape = z.object({
  clientId: z.string().optional(),
  clientSecret: z.string().optional(),
  deviceCode: z.string().optional(),
  userCode: z.string().optional(),
  verificationUriComplete: z.string().optional(),
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  expiresIn: z.number().optional(),
  interval: z.number().optional(),
  error: z.string().optional(),
});

type Reply = z.infer<typeof replyShape> & { readonly status: number; readonly errorType: string | null };

async function post(path: string, body: object): Promise<Reply> {
  const response = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return {
    ...replyShape.parse(await response.json()),
    status: response.status,
    errorType: response.headers.get('x-amzn-errortype'),
  };
}

const scopes = ['sso:account:access'];
const startUrl = 'https://central-ops-sandbox.awsapps.com/start';

async function register(more: object = {}) {
  const { clientId = '', clientSecret = '' } = await post('/client/register', {
    clientName: 'test-client',
    clientType: 'public',
    scopes,
    ...more,
  });
  return { clientId, clientSecret };
}

const forBrowsers = {
  grantTypes: ['authorization_code', 'refresh_token'],
  redirectUris: ['http://127.0.0.1/oauth/callback'],
  issuerUrl: startUrl,
};
const deviceGrant = { grantType: 'urn:ietf:params:oauth:grant-type:device_code' };

/** A registered client with a code that waits for a person. */
async function begin(more: object = {}) {
  const client = await register(more);
  const device = await post('/device_authorization', { ...client, startUrl });
  const poll = (): Promise<Reply> => post('/token', { ...client, ...deviceGrant, deviceCode: device.deviceCode });
  return { client, device, poll };
}

describe('the device grant', () => {
  it('waits for a person, then signs them in with a token that can be refreshed', async () => {
    const { device, poll } = await begin();
    ahead += 5000;
    const before = await poll();
    await answerPage(device.verificationUriComplete ?? '');
    const after = await poll();
    const again = await poll();

    expect([device.interval, device.expiresIn, device.userCode]).toEqual([
      5,
      600,
      expect.stringMatching(/^\w{4}-\w{4}$/u),
    ]);
    expect([before.status, before.error, before.errorType]).toEqual([
      400,
      'authorization_pending',
      'AuthorizationPendingException',
    ]);
    expect([after.status, after.expiresIn, typeof after.refreshToken]).toEqual([200, 3600, 'string']);
    expect(again.errorType).toBe('InvalidGrantException');
  });

  it('slows a client down that asks too often, by five more seconds each time', async () => {
    const { poll } = await begin();

    const first = await poll();
    ahead += 5000;
    const second = await poll();
    ahead += 15_000;
    const third = await poll();

    expect([first.errorType, second.errorType, third.errorType]).toEqual([
      'SlowDownException',
      'SlowDownException',
      'AuthorizationPendingException',
    ]);
  });

  it('says that a person denied, and that a code has expired', async () => {
    const denied = await begin();
    await answerPage(denied.device.verificationUriComplete ?? '', { decision: 'deny' });
    const expired = await begin();
    const afterDenial = await denied.poll();
    ahead += 600_000;
    const tooLate = await expired.poll();

    expect([afterDenial.errorType, tooLate.errorType]).toEqual(['AccessDeniedException', 'ExpiredTokenException']);
  });

  it('gives a client without the scope eight hours and no refresh', async () => {
    const { device, poll } = await begin({ scopes: [] });
    await answerPage(device.verificationUriComplete ?? '');

    const { expiresIn, refreshToken } = await poll();

    expect([expiresIn, refreshToken]).toEqual([28_800, undefined]);
  });

  it('is not for clients of the browser flow, wrong secrets or other start URLs', async () => {
    const browser = await register(forBrowsers);
    const client = await register();

    const replies = await Promise.all([
      post('/device_authorization', { ...browser, startUrl }),
      post('/device_authorization', { ...client, clientSecret: 'x', startUrl }),
      post('/device_authorization', { ...client, startUrl: 'https://other.awsapps.com/start' }),
    ]);

    expect(replies.map(({ status, errorType }) => [status, errorType])).toEqual([
      [400, 'UnauthorizedClientException'],
      [401, 'InvalidClientException'],
      [400, 'InvalidRequestException'],
    ]);
  });
});

describe('the authorization code grant', () => {
  const verifier = 'v'.repeat(64);
  const redirectUri = 'http://127.0.0.1:49152/oauth/callback';

  function pageOf(clientId: string, changes: Readonly<Record<string, string>> = {}): string {
    return `${sandbox.url}/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      state: 'the-state',
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      scopes: scopes.join(' '),
      ...changes,
    }).toString()}`;
  }

  async function codeFor(clientId: string): Promise<string> {
    const { location } = await answerPage(pageOf(clientId));
    return new URL(location ?? '').searchParams.get('code') ?? '';
  }

  const redeem = (client: object, code: string, changes: object = {}): Promise<Reply> =>
    post('/token', {
      ...client,
      grantType: 'authorization_code',
      code,
      redirectUri,
      codeVerifier: verifier,
      ...changes,
    });

  it('sends the browser back with a code and the state, and gives a token for it once', async () => {
    const client = await register(forBrowsers);
    const { location = '', status } = await answerPage(pageOf(client.clientId));
    const back = new URL(location);
    const code = back.searchParams.get('code') ?? '';

    const first = await redeem(client, code);
    const second = await redeem(client, code);

    expect([status, back.origin, back.pathname, back.searchParams.get('state')]).toEqual([
      302,
      'http://127.0.0.1:49152',
      '/oauth/callback',
      'the-state',
    ]);
    expect([first.expiresIn, second.errorType]).toEqual([3600, 'InvalidGrantException']);
  });

  it('gives nothing for another verifier, redirect or client', async () => {
    const client = await register(forBrowsers);
    const other = await register(forBrowsers);

    const replies = [
      await redeem(client, await codeFor(client.clientId), { codeVerifier: 'w'.repeat(64) }),
      await redeem(client, await codeFor(client.clientId), { redirectUri: 'http://127.0.0.1:1/oauth/callback' }),
      await redeem(other, await codeFor(client.clientId)),
    ];

    expect(replies.map(({ errorType }) => errorType)).toEqual(Array(3).fill('InvalidGrantException'));
  });

  it('sends the browser back with an error when the person denies', async () => {
    const client = await register(forBrowsers);

    const { location } = await answerPage(pageOf(client.clientId), { decision: 'deny' });

    expect(location).toBe('http://127.0.0.1:49152/oauth/callback?error=access_denied&state=the-state');
  });

  it.each([
    ['an unknown client', { client_id: 'x' }],
    ['a redirect to another host', { redirect_uri: 'http://evil.example/oauth/callback' }],
    ['a redirect to another path', { redirect_uri: 'http://127.0.0.1:1/else' }],
    ['no state', { state: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
  ])('shows no form for %s', async (_, changes) => {
    const { clientId } = await register(forBrowsers);

    const response = await fetch(pageOf(clientId, changes));

    expect([response.status, await response.text()]).toEqual([400, expect.not.stringContaining('<form')]);
  });

  it.each([
    ['InvalidRedirectUriException', { redirectUris: ['http://127.0.0.1:8080/oauth/callback'] }],
    ['InvalidRedirectUriException', { redirectUris: ['http://localhost/oauth/callback'] }],
    ['InvalidRequestException', { redirectUris: [] }],
    ['InvalidRequestException', { issuerUrl: 'https://other.awsapps.com/start' }],
    ['UnsupportedGrantTypeException', { grantTypes: ['password'] }],
    ['InvalidClientMetadataException', { clientType: 'confidential' }],
  ])('does not register clients wrongly: %s', async (errorType, changes) => {
    const reply = await post('/client/register', {
      clientName: 'x',
      clientType: 'public',
      scopes,
      ...forBrowsers,
      ...changes,
    });

    expect(reply.errorType).toBe(errorType);
  });
});

const refresh = (client: object, refreshToken = ''): Promise<Reply> =>
  post('/token', { ...client, grantType: 'refresh_token', refreshToken });

describe('the refresh grant', () => {
  it('takes each refresh token once, from its own client, until the sign-in ends', async () => {
    const client = await register();
    const other = await register();
    const signIn = async (): Promise<string> => {
      const device = await post('/device_authorization', { ...client, startUrl });
      await answerPage(device.verificationUriComplete ?? '');
      const { refreshToken } = await post('/token', { ...client, ...deviceGrant, deviceCode: device.deviceCode });
      return refreshToken ?? '';
    };
    const token = await signIn();
    const first = await refresh(client, token);
    const second = await refresh(client, token);
    const foreign = await refresh(other, await signIn());
    ahead += 8 * 3_600_000;
    const late = await refresh(client, first.refreshToken);

    expect([first.expiresIn, second.errorType, foreign.errorType, late.errorType]).toEqual([
      3600,
      'InvalidGrantException',
      'InvalidGrantException',
      'InvalidGrantException',
    ]);
  });
});

describe('faults', () => {
  it.each([
    ['denied', 'AccessDeniedException'],
    ['throttled', 'SlowDownException'],
    ['expired-session', 'ExpiredTokenException'],
    ['error', 'InternalServerException'],
  ] as const)('%s is %s', async (outcome, errorType) => {
    await sandbox.close();
    await start({ faults: [{ account: '*', service: 'sso-oidc', outcome }] });

    expect((await post('/token', {})).errorType).toBe(errorType);
  });
});
