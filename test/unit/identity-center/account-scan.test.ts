import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { scanAccounts } from '../../../src/identity-center/account-scan.js';
import { mySso } from './support/sessions.js';
import { createWorld, type World } from './support/world.js';
import { signInThrough } from './support/browser.js';

const account = (id: string) => ({ id, name: `Account ${id}`, email: `${id}@example.com` });

/** A portal with three accounts, of which the second answers as it is told. */
function portalWhere(second: () => Promise<readonly string[]>) {
  return {
    listAccounts: () => Promise.resolve(['1', '2', '3'].map(account)),
    listAccountRoles: (_session: unknown, id: string) => (id === '2' ? second() : Promise.resolve(['ReadOnly'])),
  };
}

describe('scanAccounts', () => {
  it('reports an account that could not be asked, never as one without permission sets', async () => {
    const broken = new CentralOpsError('throttled', 'kept turning requests down', { nextStep: 'Ask again.' });
    const progress: string[] = [];

    const scan = await scanAccounts(
      portalWhere(() => Promise.reject(broken)),
      mySso,
      AbortSignal.timeout(5000),
      (done, total) => progress.push(`${String(done)}/${String(total)}`),
    );

    expect(scan).toEqual({
      accounts: [
        { ...account('1'), kind: 'listed', roles: ['ReadOnly'] },
        { ...account('2'), kind: 'failed', code: 'throttled', message: 'kept turning requests down. Ask again.' },
        { ...account('3'), kind: 'listed', roles: ['ReadOnly'] },
      ],
      failed: 1,
    });
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
  });

  it('ends as a whole when the sign-in has ended', async () => {
    const ended = new CentralOpsError('sign-in-needed', 'Run central-ops login.');

    await expect(
      scanAccounts(
        portalWhere(() => Promise.reject(ended)),
        mySso,
        AbortSignal.timeout(5000),
      ),
    ).rejects.toBe(ended);
  });

  it('shows what has answered when it is interrupted', async () => {
    const cancel = new AbortController();

    const { accounts } = await scanAccounts(
      portalWhere(() => {
        cancel.abort('interrupted');
        return Promise.reject(new Error('aborted'));
      }),
      mySso,
      cancel.signal,
    );

    expect(accounts.map((one) => (one.kind === 'failed' ? one.code : one.roles))).toEqual([
      ['ReadOnly'],
      'cancelled',
      ['ReadOnly'],
    ]);
  });
});

describe('seven hundred accounts', () => {
  let world: World;
  afterEach(() => world.close());

  it('are all listed, by turns, although every ninth request is turned down', async () => {
    world = await createWorld({ sandbox: { accounts: 699, identityCenter: { refuseEvery: 9 } } });
    const { signal } = new AbortController();
    const session = await world.identityCenter.session(signal);
    const page = world.nextPage();
    await Promise.all([
      world.identityCenter.signIn(session, { ...world.tell, callbackPort: 0 }, signal),
      page.then((url) => signInThrough(url)),
    ]);
    const startedAt = world.now();

    const { accounts, failed } = await world.identityCenter.scan(session, signal);

    const seconds = (world.now() - startedAt) / 1000;
    const { rejected429 } = world.sandbox.identityCenter.statistics();
    expect([
      accounts.length,
      failed,
      accounts.filter((one) => one.kind === 'listed' && one.roles.length > 0).length,
    ]).toEqual([700, 0, 700]);
    expect(rejected429).toBeGreaterThan(70);
    // Time passes by waiting alone, so that it counts what the turns cost: at least the floor of twenty a second.
    expect(seconds).toBeGreaterThan(700 / 20);
  }, 120_000);
});
