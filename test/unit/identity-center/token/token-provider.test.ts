import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { OidcRefusal } from '../../../../src/identity-center/oidc-client.js';
import { createTokenCache, type TokenCache } from '../../../../src/identity-center/token/token-cache.js';
import type { SsoToken } from '../../../../src/identity-center/token/token-file.js';
import { createTokenProvider } from '../../../../src/identity-center/token/token-provider.js';
import { mySso, recordingLogger, refreshable } from '../support/sessions.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 21, 12);

let home = '';
let now = START;
let cache: TokenCache;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'central-ops-token-'));
  now = START;
  cache = createTokenCache({ directory: home, clock: () => now, sleep: () => Promise.resolve() });
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A provider whose token service answers as it is told; an hour's token each time, unless it is. */
function set(
  answer: (refreshToken: string, count: number) => Promise<SsoToken> = (_, count) => Promise.resolve(renewed(count)),
) {
  const asked: string[] = [];
  const logger = recordingLogger();
  const provider = createTokenProvider({
    session: mySso,
    cache,
    clock: () => now,
    logger,
    oidc: {
      refresh: (_session, _registration, refreshToken) => {
        asked.push(refreshToken);
        return answer(refreshToken, asked.length);
      },
    },
  });
  const token = async (rejected?: string): Promise<string> => {
    try {
      return (await provider.token(AbortSignal.timeout(5000), rejected)).accessToken;
    } catch (error) {
      return error instanceof CentralOpsError ? `${error.code}: ${error.message}` : String(error);
    }
  };
  return { provider, token, asked, logger };
}

function renewed(count: number): SsoToken {
  return refreshable(now + 60 * MINUTE, {
    accessToken: `access-${String(count + 1)}`,
    refreshToken: `refresh-${String(count + 1)}`,
  });
}

const refusal = (code: string, kind: 'unavailable' | 'request-invalid'): OidcRefusal =>
  new OidcRefusal({ code, kind, message: 'because', cause: new Error('because') });

const SIGN_IN = 'Run `central-ops login --sso-session my-sso`, then ask again.';

describe('a token', () => {
  it('is read, not refreshed, until a quarter of an hour before its end', async () => {
    await cache.write(mySso, refreshable(START + 60 * MINUTE));
    const { token, asked } = set();

    const early = await token();
    now = START + 45 * MINUTE;
    const atTheLimit = await token();
    now += 1000;
    const after = await token();
    const next = await token();

    expect([early, atTheLimit, after, next]).toEqual(['access-1', 'access-1', 'access-2', 'access-2']);
    expect(asked).toEqual(['refresh-1']);
    expect(await cache.read(mySso)).toEqual({
      kind: 'token',
      token: refreshable(now + 60 * MINUTE, { accessToken: 'access-2', refreshToken: 'refresh-2' }),
    });
  });

  it('of a sign-in next door is seen at once', async () => {
    const { token } = set();

    const before = await token();
    await cache.write(mySso, refreshable(START + 60 * MINUTE, { accessToken: 'from-the-cli' }));

    expect([before, await token()]).toEqual([
      `sign-in-needed: IAM Identity Center session my-sso: nobody is signed in on this machine. ${SIGN_IN}`,
      'from-the-cli',
    ]);
  });

  it('is refreshed once for all who wait, whoever of them leaves', async () => {
    await cache.write(mySso, refreshable(START + 5 * MINUTE));
    const finish = new AbortController();
    const { provider, token, asked } = set(async (_, count) => {
      await once(finish.signal, 'abort');
      return renewed(count);
    });
    const leaving = new AbortController();

    const left = provider.token(leaving.signal).then(
      () => 'a token',
      (error: unknown) => error,
    );
    const others = Promise.all(Array.from({ length: 50 }, () => token()));
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    leaving.abort('enough');
    expect(await left).toBe('enough');
    finish.abort();

    expect(new Set(await others)).toEqual(new Set(['access-2']));
    expect(asked).toEqual(['refresh-1']);
  });

  it('of two processes is refreshed by one, and read by the other', async () => {
    await cache.write(mySso, refreshable(START + 5 * MINUTE));
    const [one, two] = [set(), set()];

    const tokens = await Promise.all([one.token(), two.token(), one.token(), two.token()]);

    expect(new Set(tokens)).toEqual(new Set(['access-2']));
    expect([...one.asked, ...two.asked]).toEqual(['refresh-1']);
  });

  it('that the AWS CLI refreshed meanwhile is taken, when ours comes too late', async () => {
    await cache.write(mySso, refreshable(START + 5 * MINUTE));
    const { token } = set(async () => {
      await cache.write(mySso, refreshable(START + 65 * MINUTE, { accessToken: 'from-the-cli' }));
      throw refusal('InvalidGrantException', 'request-invalid');
    });

    expect(await token()).toBe('from-the-cli');
  });
});

describe('a refresh that fails', () => {
  it('for a passing reason leaves the old token until its real end, and is tried once a minute', async () => {
    await cache.write(mySso, refreshable(START + 15 * MINUTE - 1000));
    const { token, asked, logger } = set(() => Promise.reject(refusal('ECONNREFUSED', 'unavailable')));

    const first = await token();
    now += 59_000;
    const second = await token();
    const tries = asked.length;
    now += 1000;
    const third = await token();
    now = START + 15 * MINUTE - 1001;
    const last = await token();
    now += 1;
    const ended = await token();

    expect([first, second, third, last]).toEqual(Array(4).fill('access-1'));
    expect([tries, asked.length]).toEqual([1, 4]);
    expect(ended).toBe(
      'credentials-unavailable: The sign-in of IAM Identity Center session my-sso could not be refreshed (ECONNREFUSED): because',
    );
    expect(logger.lines[0]).toContain('token not refreshed {"session":"session my-sso"');
  });

  it('for good is not tried again with the same refresh token, and ends in a sign-in', async () => {
    await cache.write(mySso, refreshable(START + 10 * MINUTE));
    const { token, asked } = set(() => Promise.reject(refusal('InvalidGrantException', 'request-invalid')));

    const first = await token();
    now += 5 * MINUTE;
    const second = await token();
    now += 5 * MINUTE;
    const ended = await token();
    await cache.write(mySso, refreshable(now + 60 * MINUTE, { accessToken: 'after-login' }));

    expect([first, second, await token()]).toEqual(['access-1', 'access-1', 'after-login']);
    expect(asked).toEqual(['refresh-1']);
    expect(ended).toBe(`sign-in-needed: IAM Identity Center session my-sso: its token has expired. ${SIGN_IN}`);
  });

  it('is explained when the token has already expired', async () => {
    await cache.write(mySso, refreshable(START - 1));
    const { token } = set(() => Promise.reject(refusal('InvalidGrantException', 'request-invalid')));

    expect(await token()).toBe(
      `sign-in-needed: IAM Identity Center session my-sso: its sign-in has ended (InvalidGrantException). ${SIGN_IN}`,
    );
  });
});

describe('a token that cannot be refreshed', () => {
  it.each([
    ['no refresh token', { refreshToken: undefined }],
    ['no registration', { registration: undefined }],
    ['an expired registration', { registration: { clientId: 'c', clientSecret: 's', expiresAt: START } }],
  ])('(%s) is used until its end, then a sign-in is needed', async (_, changes) => {
    const whole = { ...refreshable(START + MINUTE), ...changes };
    const written = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
    await cache.write(mySso, { accessToken: whole.accessToken, expiresAt: whole.expiresAt, ...written });
    const { token, asked } = set();

    now = START + MINUTE - 1;
    const before = await token();
    now += 1;

    expect([before, await token()]).toEqual([
      'access-1',
      `sign-in-needed: IAM Identity Center session my-sso: its token has expired. ${SIGN_IN}`,
    ]);
    expect(asked).toEqual([]);
  });

  it('or is of another portal is not used', async () => {
    await cache.write({ ...mySso, startUrl: 'https://other.awsapps.com/start' }, refreshable(START + 60 * MINUTE));

    expect(await set().token()).toContain('its cached token is for another portal, https://other.awsapps.com/start.');
  });
});

describe('a token that AWS turns down', () => {
  it('is refreshed at once, however fresh it looks', async () => {
    await cache.write(mySso, refreshable(START + 60 * MINUTE));
    const { token, asked } = set();

    expect([await token('access-1'), await token('access-1')]).toEqual(['access-2', 'access-2']);
    expect(asked).toEqual(['refresh-1']);
  });

  it('and cannot be refreshed needs a sign-in', async () => {
    await cache.write(mySso, { accessToken: 'access-1', expiresAt: START + 60 * MINUTE });

    expect(await set().token('access-1')).toContain('its sign-in has ended. Run `central-ops login');
  });
});

describe('a clock that is wrong', () => {
  // The token lives one true hour from START. This machine's clock is off by so many minutes.
  it.each([-10, 10])(
    'by %i minutes all the time changes nothing: it was wrong when the end was written, too',
    async (minutes) => {
      now = START + minutes * MINUTE;
      await cache.write(mySso, refreshable(now + 60 * MINUTE));
      now += 40 * MINUTE;

      expect(await set().token()).toBe('access-1');
    },
  );

  it('and is set ten minutes forward refreshes ten minutes early', async () => {
    await cache.write(mySso, refreshable(START + 60 * MINUTE));
    now = START + (36 + 10) * MINUTE;

    expect(await set().token()).toBe('access-2');
  });

  it('and is set ten minutes back is found out by AWS, and refreshed then', async () => {
    await cache.write(mySso, refreshable(START + 60 * MINUTE));
    now = START + (61 - 10) * MINUTE;
    const { token } = set();

    // What follows from the clock is wrong; that AWS turns the token down is what tells.
    expect(await token('access-1')).toBe('access-2');
  });

  it('does not try for ever when it is set back after a failed refresh', async () => {
    await cache.write(mySso, refreshable(START + 10 * MINUTE));
    const { token, asked } = set(() => Promise.reject(refusal('ECONNREFUSED', 'unavailable')));

    await token();
    now -= 4 * MINUTE;
    for (let index = 0; index < 10; index += 1) await token();

    expect(asked.length).toBeLessThan(3);
  });
});
