import { describe, expect, it } from 'vitest';
import type { AccountReference } from '../../../src/domain/account.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import type { Intent } from '../../../src/domain/intent.js';
import { createResolveAccounts, type ResolveAccountsUses } from '../../../src/nodes/resolve-accounts.js';
import type { RunUpdate } from '../../../src/nodes/run-state.js';
import { account, PRODUCTION, STAGING } from '../results/support/builders.js';
import { queryIntent, recordingRuntime, state } from './support/state.js';

async function resolve(
  intent: Intent | null,
  accounts: readonly AccountReference[] | ResolveAccountsUses['selectAccounts'],
  defaultRegions: readonly string[] = ['us-east-1'],
): Promise<{ readonly update: RunUpdate; readonly events: readonly unknown[] }> {
  const selectAccounts = typeof accounts === 'function' ? accounts : () => Promise.resolve({ accounts });
  const { runtime, events } = recordingRuntime();
  return {
    update: await createResolveAccounts({ selectAccounts, defaultRegions })(state({ intent }), runtime),
    events,
  };
}

const CHINA = account('444444444444', 'Beijing', { partition: 'aws-cn' });
const OWN = account('555555555555', 'Own', { regions: ['eu-central-1', 'eu-west-1'] });

describe('resolveAccounts', () => {
  it('passes on what is to be known about the list of accounts', async () => {
    const { update } = await resolve(queryIntent(), () =>
      Promise.resolve({ accounts: [PRODUCTION], notices: ['The accounts are an hour old.'] }),
    );

    expect(update.warnings).toEqual(['The accounts are an hour old.']);
  });

  it('selects by the intent and settles each account’s Regions', async () => {
    let seen: unknown;

    const { update, events } = await resolve(
      queryIntent({ accounts: { include: ['production'], exclude: ['legacy'] } }),
      (selector) => {
        seen = selector;
        return Promise.resolve({ accounts: [PRODUCTION, OWN, CHINA] });
      },
      ['us-east-1', 'us-west-2', 'us-east-1'],
    );

    expect(seen).toEqual({ include: ['production'], exclude: ['legacy'] });
    expect(update).toEqual({
      accounts: [PRODUCTION, OWN, CHINA],
      assignments: [
        { account: PRODUCTION, regions: ['us-east-1', 'us-west-2'] },
        { account: OWN, regions: ['eu-central-1', 'eu-west-1'] },
        // None of the configured Regions is in its partition: its home Region.
        { account: CHINA, regions: ['cn-north-1'] },
      ],
    });
    expect(events).toEqual([
      {
        type: 'accounts-resolved',
        accounts: [
          { id: '222222222222', name: 'Production' },
          { id: '555555555555', name: 'Own' },
          { id: '444444444444', name: 'Beijing' },
        ],
        regions: ['cn-north-1', 'eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2'],
      },
    ]);
  });

  it('lets the Regions asked for beat those of the entry, in each account’s partition', async () => {
    const { update } = await resolve(queryIntent({ regions: ['us-west-2', 'cn-northwest-1'] }), [OWN, CHINA]);

    expect(update.assignments).toEqual([
      { account: OWN, regions: ['us-west-2'] },
      { account: CHINA, regions: ['cn-northwest-1'] },
    ]);
  });

  it('leaves the Regions to the accounts themselves for "all"', async () => {
    const { update, events } = await resolve(queryIntent({ regions: ['all'] }), [PRODUCTION]);

    expect(update.assignments).toEqual([{ account: PRODUCTION, regions: [] }]);
    expect(events).toMatchObject([{ regions: ['all'] }]);
  });

  it('names the nearest Regions for one that does not exist, before any account is selected', async () => {
    const { update } = await resolve(queryIntent({ regions: ['us-east-1', 'eu-wst-1'] }), () =>
      Promise.reject(new Error('not expected')),
    );

    expect(update).toEqual({
      problem: {
        code: 'unknown-region',
        message: 'there is no Region "eu-wst-1"',
        nextStep:
          'The nearest names are eu-west-1, eu-west-2, eu-west-3; "all" asks those that each account has enabled.',
        facts: { regions: ['eu-wst-1'] },
      },
    });
  });

  it('does not make up a near name', async () => {
    const { update } = await resolve(queryIntent({ regions: ['mars'] }), [PRODUCTION]);

    expect(update.problem).toEqual({
      code: 'unknown-region',
      message: 'there is no Region "mars"',
      nextStep: '"all" asks those that each account has enabled.',
      facts: { regions: ['mars'] },
    });
  });

  it('says which account has none of the Regions asked for', async () => {
    const { update } = await resolve(queryIntent({ regions: ['us-east-1'] }), [PRODUCTION, CHINA]);

    expect(update.problem).toEqual({
      code: 'unknown-region',
      message: 'Beijing (444444444444) is in partition aws-cn, which has none of us-east-1',
      nextStep: 'Leave the account out, or name one of cn-north-1, cn-northwest-1.',
    });
  });

  it('passes on what the registry says about a selector', async () => {
    const { update } = await resolve(queryIntent(), () =>
      Promise.reject(new CentralOpsError('ambiguous-account', '"p" could be several', { nextStep: 'Write more.' })),
    );

    expect(update).toEqual({
      problem: { code: 'ambiguous-account', message: '"p" could be several', nextStep: 'Write more.' },
    });
  });

  it('resolves the accounts that are to be listed', async () => {
    const { update } = await resolve(
      { kind: 'list-accounts', accounts: { include: ['staging'], exclude: [] }, summary: '' },
      [STAGING],
    );

    expect(update.accounts).toEqual([STAGING]);
  });

  it('has nothing to do without a question to accounts', async () => {
    const { update, events } = await resolve(null, () => Promise.reject(new Error('not expected')));

    expect([update, events]).toEqual([{}, []]);
  });
});
