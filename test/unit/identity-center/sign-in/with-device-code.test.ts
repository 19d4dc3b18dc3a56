import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { type OidcClient, OidcRefusal } from '../../../../src/identity-center/oidc-client.js';
import type { SignInNotice } from '../../../../src/identity-center/sign-in/notices.js';
import { signInWithDeviceCode } from '../../../../src/identity-center/sign-in/with-device-code.js';
import { createRegistrationCache } from '../../../../src/identity-center/token/registration-cache.js';
import { mySso, refreshable } from '../support/sessions.js';

const START = Date.UTC(2026, 10, 21, 12);

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-device-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function refusal(code: string, kind: 'request-invalid' | 'unavailable' = 'request-invalid'): OidcRefusal {
  return new OidcRefusal({ code, kind, message: `${code} happened`, cause: new Error(code) });
}

/** `token`, the name of a refusal, or what the network says. */
type Answer = string | Error;

const unused = () => Promise.reject(new Error('not asked for'));

/** Signs in against a token service that answers so, one answer a poll; time passes by waiting alone. */
async function signIn(
  answers: readonly Answer[],
  changes: { readonly lifetime?: number; readonly startDevice?: OidcClient['startDevice'] } = {},
) {
  let now = START;
  const waits: number[] = [];
  const notices: SignInNotice[] = [];
  const registered: string[] = [];
  const left = [...answers];
  const registrations = createRegistrationCache({ directory, clock: () => now });
  const oidc: OidcClient = {
    registerForBrowser: unused,
    authorizationPage: () => new URL('https://unused.example'),
    redeemCode: unused,
    refresh: unused,
    registerForDevice: () => {
      registered.push(`client-${String(registered.length + 1)}`);
      return Promise.resolve({
        clientId: registered.at(-1) ?? '',
        clientSecret: 's',
        expiresAt: START + 90 * 86_400_000,
      });
    },
    startDevice:
      changes.startDevice ??
      (() =>
        Promise.resolve({
          deviceCode: 'the-device-code',
          userCode: 'ABCD-EFGH',
          verificationUri: 'https://device.example/',
          verificationUriComplete: 'https://device.example/?user_code=ABCD-EFGH',
          expiresAt: START + (changes.lifetime ?? 600) * 1000,
          interval: 5,
        })),
    redeemDevice: () => {
      const answer = left.shift() ?? 'AuthorizationPendingException';
      if (answer === 'token') return Promise.resolve(refreshable(now + 3_600_000));
      return Promise.reject(typeof answer === 'string' ? refusal(answer) : answer);
    },
  };
  const result = signInWithDeviceCode(
    {
      session: mySso,
      oidc,
      registrations,
      openBrowser: undefined,
      clock: () => now,
      sleep: (millis) => {
        waits.push(millis / 1000);
        now += millis;
        return Promise.resolve();
      },
      tell: (notice) => notices.push(notice),
    },
    AbortSignal.timeout(5000),
  );
  const outcome = await result.then(
    (token) => token.accessToken,
    (error: unknown) => (error instanceof CentralOpsError ? `${error.code}: ${error.message}` : String(error)),
  );
  return { outcome, waits, notices, registered };
}

const SIGN_IN = 'Run `central-ops login --sso-session my-sso`, then ask again.';

describe('signInWithDeviceCode', () => {
  it('shows the code, and polls at the interval until it is approved', async () => {
    const { outcome, waits, notices } = await signIn([
      'AuthorizationPendingException',
      'AuthorizationPendingException',
      'token',
    ]);

    expect([outcome, waits]).toEqual(['access-1', [5, 5, 5]]);
    expect(notices).toEqual([
      {
        kind: 'enter-code',
        url: 'https://device.example/',
        urlWithCode: 'https://device.example/?user_code=ABCD-EFGH',
        userCode: 'ABCD-EFGH',
        expiresAt: START + 600_000,
        opensByItself: false,
      },
    ]);
  });

  it('waits five seconds longer for ever after each slow_down', async () => {
    const { waits } = await signIn([
      'SlowDownException',
      'AuthorizationPendingException',
      'SlowDownException',
      'AuthorizationPendingException',
      'token',
    ]);

    expect(waits).toEqual([5, 10, 10, 15, 15]);
  });

  it('waits twice as long while the service cannot be reached, a minute at most, and says so', async () => {
    const gone = new CentralOpsError('unreachable', 'nothing listens there');
    const { outcome, waits, notices } = await signIn([
      gone,
      refusal('TimeoutError', 'unavailable'),
      gone,
      gone,
      gone,
      'token',
    ]);

    expect([outcome, waits]).toEqual(['access-1', [5, 10, 20, 40, 60, 60]]);
    expect(notices.slice(1, 3)).toEqual([
      { kind: 'unreachable', reason: 'nothing listens there' },
      { kind: 'unreachable', reason: 'TimeoutError happened' },
    ]);
  });

  it.each<[string, readonly Answer[], string]>([
    ['denies', ['AccessDeniedException'], 'the sign-in was denied in the browser'],
    ['lets the code expire', ['ExpiredTokenException'], 'the code ABCD-EFGH was not approved before it expired'],
    ['never answers', [], 'the code ABCD-EFGH was not approved before it expired'],
    [
      'cannot be served',
      ['InvalidGrantException'],
      'the sign-in was not completed (InvalidGrantException): InvalidGrantException happened',
    ],
  ])('needs another sign-in when the person %s', async (_, answers, why) => {
    const { outcome } = await signIn(answers, { lifetime: 30 });

    expect(outcome).toBe(`sign-in-needed: IAM Identity Center session my-sso: ${why}. ${SIGN_IN}`);
  });

  it('keeps its registration for the next time, and gets a new one when the service forgot it', async () => {
    await signIn(['token']);
    const second = await signIn(['token']);
    const known: string[] = [];
    const third = await signIn(['token'], {
      startDevice: (_session, { clientId }) => {
        known.push(clientId);
        if (known.length === 1) return Promise.reject(refusal('InvalidClientException'));
        return Promise.resolve({
          deviceCode: 'd',
          userCode: 'ABCD-EFGH',
          verificationUri: 'https://device.example/',
          verificationUriComplete: 'https://device.example/',
          expiresAt: START + 600_000,
          interval: 5,
        });
      },
    });

    expect([second.registered, third.registered, third.outcome]).toEqual([[], ['client-1'], 'access-1']);
  });
});
