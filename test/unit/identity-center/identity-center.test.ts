import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../src/domain/errors.js';
import type { SignedIn } from '../../../src/identity-center/identity-center.js';
import { createWorld, CORP, type World, type WorldOptions } from './support/world.js';
import { answerPage, type Person, signInThrough } from './support/browser.js';

let world: World;

async function start(options: WorldOptions = {}): Promise<void> {
  world = await createWorld(options);
}

afterEach(() => world.close());

const { signal } = new AbortController();

/** sha1("corp"), as sha1sum says. */
const CORP_FILE = 'ee0bfd2552fbd840c02cc48b6e823320543c450f.json';

/** Signs in through the browser; a port is named so that machines without one do it too. */
async function signIn(person: Person = {}, name?: string): Promise<SignedIn> {
  const session = await world.identityCenter.session(signal, name);
  const page = world.nextPage();
  const signedIn = world.identityCenter.signIn(session, { ...world.tell, callbackPort: 0 }, signal);
  const [result] = await Promise.all([signedIn, page.then((url) => signInThrough(url, person))]);
  return result;
}

async function failureOf(work: Promise<unknown>): Promise<CentralOpsError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CentralOpsError) return error;
  throw new Error('did not fail with a CentralOpsError', { cause: error });
}

describe('signing in through the browser', () => {
  it('leaves a token that the AWS CLI reads, and knows who it is', async () => {
    await start();

    const signedIn = await signIn({ user: 'bob' });

    const [notice] = world.notices;
    const asked = notice?.kind === 'open-page' ? new URL(notice.url) : undefined;
    expect(Object.fromEntries(asked?.searchParams ?? [])).toEqual({
      response_type: 'code',
      client_id: expect.any(String),
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/u),
      state: expect.stringMatching(/^[\w-]{43}$/u),
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/u),
      scopes: 'sso:account:access',
    });
    expect([signedIn.user, signedIn.refreshes]).toEqual(['bob', true]);
    expect(await world.tokenFile(CORP_FILE)).toEqual({
      startUrl: 'https://central-ops-sandbox.awsapps.com/start',
      region: 'us-east-1',
      accessToken: expect.any(String),
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u),
      clientId: asked?.searchParams.get('client_id'),
      clientSecret: expect.any(String),
      registrationExpiresAt: expect.stringMatching(/Z$/u),
      refreshToken: expect.any(String),
    });
  });

  it('registers once, and uses fresh secrets each time', async () => {
    await start();

    await signIn();
    await signIn();

    const pages = world.notices.flatMap((notice) => (notice.kind === 'open-page' ? [new URL(notice.url)] : []));
    const values = (name: string) => new Set(pages.map((page) => page.searchParams.get(name))).size;
    expect([values('client_id'), values('state'), values('code_challenge')]).toEqual([1, 2, 2]);
    expect(await readdir(join(world.home, '.aws', 'sso', 'cache'))).toHaveLength(2);
  });

  it('hears that the person denied, and registers anew the next time', async () => {
    await start();

    const error = await failureOf(signIn({ decision: 'deny' }));

    expect([error.code, error.message]).toEqual([
      'sign-in-needed',
      'IAM Identity Center session corp: the sign-in was denied in the browser. Run `central-ops login --sso-session corp`, then ask again.',
    ]);
    expect(await readdir(join(world.home, '.aws', 'sso', 'cache'))).toEqual([]);
  });

  it('does not take an answer with a wrong state, and takes the right one after it', async () => {
    await start();
    const session = await world.identityCenter.session(signal);
    const page = world.nextPage();
    const signedIn = world.identityCenter.signIn(session, { ...world.tell, callbackPort: 0 }, signal);
    const { location = '' } = await answerPage(await page);
    const forged = new URL(location);
    forged.searchParams.set('state', 'x'.repeat(43));

    const refused = await fetch(forged);
    const taken = await fetch(location);

    expect([refused.status, taken.status, (await signedIn).user]).toEqual([400, 200, 'alice']);
  });

  it('says in browser and terminal that a code was not taken', async () => {
    await start();
    const session = await world.identityCenter.session(signal);
    const page = world.nextPage();
    const failed = failureOf(world.identityCenter.signIn(session, { ...world.tell, callbackPort: 0 }, signal));
    const back = new URL((await answerPage(await page)).location ?? '');
    back.searchParams.set('code', 'another-code');

    const shown = await fetch(back);

    expect([shown.status, await shown.text()]).toEqual([502, expect.stringContaining('was not completed')]);
    expect((await failed).message).toContain('the sign-in was not completed (InvalidGrantException)');
  });

  it('ends after ten minutes, and when it is cancelled, and closes its port', async () => {
    await start({ patience: 11 * 60_000 });
    const session = await world.identityCenter.session(signal);

    const late = await failureOf(world.identityCenter.signIn(session, { ...world.tell, callbackPort: 0 }, signal));
    await world.close();
    await start();
    const cancel = new AbortController();
    const page = world.nextPage();
    const cancelled = world.identityCenter
      .signIn(session, { ...world.tell, callbackPort: 0 }, cancel.signal)
      .catch((error: unknown) => error);
    const redirect = new URL(await page).searchParams.get('redirect_uri') ?? '';
    cancel.abort('interrupted');

    expect(late.message).toContain('nobody answered in the browser for 10 minutes');
    expect(await cancelled).toBe('interrupted');
    await expect(fetch(redirect)).rejects.toThrow('fetch failed');
  });

  it('opens the page, unless it is told not to, and says when that fails', async () => {
    const opened: string[] = [];
    await start({
      openBrowser: (url) => {
        opened.push(url);
        return Promise.resolve('xdg-open: ENOENT');
      },
    });
    const session = await world.identityCenter.session(signal);
    const once = async (launchBrowser: boolean): Promise<void> => {
      const page = world.nextPage();
      const signedIn = world.identityCenter.signIn(session, { ...world.tell, callbackPort: 0, launchBrowser }, signal);
      await Promise.all([signedIn, page.then((url) => signInThrough(url))]);
    };

    await once(true);
    await once(false);

    expect(world.notices.map((notice) => [notice.kind, 'opensByItself' in notice && notice.opensByItself])).toEqual([
      ['open-page', true],
      ['browser-not-opened', false],
      ['open-page', false],
    ]);
    expect(opened).toHaveLength(1);
  });

  it('explains a portal that does not begin at all', async () => {
    await start({ config: CORP.replace('central-ops-sandbox', 'someone-else') });

    const { code, message, nextStep } = await failureOf(signIn());

    expect([code, message]).toEqual([
      'configuration',
      'IAM Identity Center session corp did not begin a sign-in (InvalidRequestException): Invalid issuer url',
    ]);
    expect(nextStep).toContain('https://someone-else.awsapps.com/start and its Region us-east-1 belong together');
  });
});

describe('signing in with a code', () => {
  it('is what happens where there is no browser, and says why', async () => {
    await start({ whyNoBrowser: 'this is an SSH session (SSH_TTY is set)' });
    const session = await world.identityCenter.session(signal);
    const page = world.nextPage();

    const [{ user }] = await Promise.all([
      world.identityCenter.signIn(session, world.tell, signal),
      page.then((url) => answerPage(url, { user: 'carol' })),
    ]);

    expect([user, world.notices.map(({ kind }) => kind), world.notices[0]]).toEqual([
      'carol',
      ['without-browser', 'enter-code'],
      { kind: 'without-browser', reason: 'this is an SSH session (SSH_TTY is set)' },
    ]);
  });

  it('is what happens when it is asked for', async () => {
    await start();
    const session = await world.identityCenter.session(signal);
    const page = world.nextPage();

    await Promise.all([
      world.identityCenter.signIn(session, { ...world.tell, useDeviceCode: true, launchBrowser: false }, signal),
      page.then((url) => answerPage(url)),
    ]);

    expect(world.notices.map(({ kind }) => kind)).toEqual(['enter-code']);
    expect(await world.tokenFile(CORP_FILE)).toMatchObject({ refreshToken: expect.any(String) });
  });

  it.each([
    ['denied', 'the sign-in was denied in the browser'],
    ['expired-session', 'was not approved before it expired'],
    ['throttled', 'was not approved before it expired'],
  ] as const)('ends clearly when the token service answers %s', async (outcome, why) => {
    await start({ sandbox: { faults: [{ account: '*', service: 'sso-oidc', outcome }] } });
    const session = await world.identityCenter.session(signal);

    const error = await failureOf(world.identityCenter.signIn(session, { ...world.tell, useDeviceCode: true }, signal));

    expect([error.code, error.message]).toEqual(['sign-in-needed', expect.stringContaining(why)]);
  });
});

describe('status', () => {
  it('shows every session, whose it is and until when', async () => {
    await start({
      config: `${CORP}${CORP.replace('corp', 'other')}[sso-session broken]\nsso_region = us-east-1\n`,
    });
    const before = world.now();
    const { expiresAt } = await signIn({ user: 'bob' }, 'corp');

    const status = await world.identityCenter.status(signal);

    expect(status).toEqual([
      {
        session: 'corp',
        startUrl: 'https://central-ops-sandbox.awsapps.com/start',
        region: 'us-east-1',
        state: 'signed-in',
        user: 'bob',
        signedInAt: expect.any(Number),
        expiresAt: Math.floor(expiresAt / 1000) * 1000,
        refreshes: true,
        problem: null,
        used: false,
      },
      {
        session: 'other',
        startUrl: 'https://central-ops-sandbox.awsapps.com/start',
        region: 'us-east-1',
        state: 'signed-out',
        user: null,
        signedInAt: null,
        expiresAt: null,
        refreshes: false,
        problem:
          'IAM Identity Center session other: nobody is signed in on this machine. Run `central-ops login --sso-session other`, then ask again.',
        used: false,
      },
      {
        session: 'broken',
        startUrl: null,
        region: null,
        state: 'unusable',
        user: null,
        signedInAt: null,
        expiresAt: null,
        refreshes: false,
        problem: expect.stringContaining('[sso-session broken] has no sso_start_url.'),
        used: false,
      },
    ]);
    expect((status[0]?.signedInAt ?? 0) - before).toBeGreaterThanOrEqual(0);
  });

  it('renews on the way, keeps who and when, and ends with the sign-in', async () => {
    await start();
    await signIn({ user: 'bob' });
    const [first] = await world.identityCenter.status(signal);
    world.later(70 * 60_000);
    const [renewed] = await world.identityCenter.status(signal);
    world.later(8 * 3_600_000);
    const [ended] = await world.identityCenter.status(signal);

    expect([renewed?.state, renewed?.user, renewed?.signedInAt]).toEqual(['signed-in', 'bob', first?.signedInAt]);
    expect((renewed?.expiresAt ?? 0) - (first?.expiresAt ?? 0)).toBeGreaterThan(60 * 60_000);
    expect([ended?.state, ended?.problem]).toEqual([
      'signed-out',
      expect.stringContaining('its sign-in has ended (InvalidGrantException)'),
    ]);
  });

  it('asks AWS who it is where another program signed in', async () => {
    await start();
    const { accessToken, expiresIn } = world.sandbox.identityCenter.signIn('dave');
    await mkdir(join(world.home, '.aws', 'sso', 'cache'), { recursive: true });
    const expiresAt = `${new Date(world.now() + expiresIn * 1000).toISOString().slice(0, 19)}Z`;
    await writeFile(join(world.home, '.aws', 'sso', 'cache', CORP_FILE), JSON.stringify({ accessToken, expiresAt }));

    const [first] = await world.identityCenter.status(signal);
    const asked = world.sandbox.identityCenter.statistics().getRoleCredentials;
    const [second] = await world.identityCenter.status(signal);

    const dave = { user: 'dave', signedInAt: null, refreshes: false };
    expect([first, second]).toMatchObject([dave, dave]);
    expect(world.sandbox.identityCenter.statistics().getRoleCredentials).toBe(asked);
  });

  it('says what to do where there is no session at all', async () => {
    await start({ config: '' });

    expect((await failureOf(world.identityCenter.status(signal))).message).toContain(
      'No IAM Identity Center session is configured',
    );
  });
});

describe('signing out', () => {
  it('ends one sign-in here and at AWS, and leaves the others', async () => {
    const profile = '[profile p]\nsso_session = corp\nsso_account_id = 111111111111\nsso_role_name = ReadOnly\n';
    await start({ config: `${CORP}${CORP.replace('corp', 'other')}${profile}` });
    await signIn({}, 'corp');
    await signIn({}, 'other');
    const session = await world.identityCenter.session(signal, 'corp');
    const old: unknown = await world.tokenFile(CORP_FILE);
    const roles = join(world.home, '.aws', 'cli', 'cache');
    await mkdir(roles, { recursive: true });
    // The AWS CLI's name for this role of this session, by its own rule (sha1 of compact JSON).
    const own = `${createHash('sha1').update('{"accountId":"111111111111","roleName":"ReadOnly","sessionName":"corp"}').digest('hex')}.json`;
    await writeFile(join(roles, own), '{}');
    await writeFile(join(roles, 'another.json'), '{}');

    const signedOut = await world.identityCenter.signOut(session, signal);

    expect(signedOut).toEqual({ wasSignedIn: true, notEnded: undefined });
    expect((await world.identityCenter.status(signal)).map(({ session: name, state }) => [name, state])).toEqual([
      ['corp', 'signed-out'],
      ['other', 'signed-in'],
    ]);
    expect(await readdir(roles)).toEqual(['another.json']);
    expect(await readdir(join(world.home, '.aws', 'sso', 'cache'))).not.toContain(CORP_FILE);
    // What somebody copied before is worth nothing any more.
    await writeFile(join(world.home, '.aws', 'sso', 'cache', CORP_FILE), JSON.stringify(old));
    expect((await failureOf(world.identityCenter.portal.listAccounts(session, signal))).code).toBe('sign-in-needed');
    expect(await world.identityCenter.signOut(session, signal)).toEqual({ wasSignedIn: true, notEnded: undefined });
  });

  it('forgets the token even if AWS does not answer, and says so', async () => {
    await start();
    await signIn();
    const session = await world.identityCenter.session(signal);
    await world.sandbox.close();

    const signedOut = await world.identityCenter.signOut(session, signal);

    expect(signedOut).toEqual({ wasSignedIn: true, notEnded: expect.stringContaining('ECONNREFUSED') });
    expect(await world.identityCenter.signOut(session, signal)).toEqual({ wasSignedIn: false, notEnded: undefined });
  });
});

describe('the portal', () => {
  it('is asked page by page, in turn', async () => {
    await start({ sandbox: { accounts: 250 } });
    await signIn();
    const session = await world.identityCenter.session(signal);

    const accounts = await world.identityCenter.portal.listAccounts(session, signal);

    expect(accounts.map(({ id }) => id)).toEqual(world.sandbox.registry().accounts.map(({ id }) => id));
    expect(world.sandbox.identityCenter.statistics().listAccounts).toBe(3 + 1);
  });

  it('refreshes a sign-in that AWS turned down, once, and asks again', async () => {
    await start();
    await signIn();
    const session = await world.identityCenter.session(signal);
    // Damaged on the way: the refresh token still works.
    const file = join(world.home, '.aws', 'sso', 'cache', CORP_FILE);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"accessToken":"[^"]+"/u, '"accessToken":"damaged"'));

    const accounts = await world.identityCenter.portal.listAccounts(session, signal);

    expect(accounts).toHaveLength(3);
    expect(await world.tokenFile(CORP_FILE)).toMatchObject({ accessToken: expect.not.stringContaining('damaged') });
  });

  it.each([
    ['expired-session', 'sign-in-needed', 'its sign-in has ended (UnauthorizedException)'],
    ['throttled', 'throttled', 'kept turning requests down (TooManyRequestsException) for the list of accounts'],
    ['unreachable', 'credentials-unavailable', 'could not be asked for the list of accounts'],
    ['error', 'credentials-unavailable', 'could not be asked for the list of accounts (InternalServerException)'],
    ['denied', 'credentials-denied', 'refused the list of accounts (ForbiddenException): No access'],
  ] as const)('explains %s', async (outcome, code, text) => {
    await start({ sandbox: { faults: [{ account: '*', service: 'sso', outcome }] } });
    await signIn();
    const session = await world.identityCenter.session(signal);

    const error = await failureOf(world.identityCenter.portal.listAccounts(session, signal));

    expect([error.code, error.message]).toEqual([code, expect.stringContaining(text)]);
  });
});
