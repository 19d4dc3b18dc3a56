import { describe, expect, it } from 'vitest';
import { createActiveRuns, type ActiveRun } from '../../../src/nodes/active-runs.js';
import { createAuthorize, shownPlan, type Authorization } from '../../../src/nodes/authorize.js';
import type { RunState, RunUpdate } from '../../../src/nodes/run-state.js';
import { account, frozenCall, frozenPlan, PRODUCTION, STAGING, view } from '../results/support/builders.js';
import { queryIntent, recordingRuntime, RUN, state } from './support/state.js';

const regionsCall = frozenCall('enabled-regions', [], { internal: true, global: true, operation: 'DescribeRegions' });
const instances = frozenCall('instances', ['Instance'], {
  forEach: { call: 'enabled-regions', path: 'Regions[].RegionName', parameter: '@region' },
});
const volumes = frozenCall('volumes', ['Volume'], {
  params: { Filters: [{ Name: 'x', Values: ['y'] }] },
  forEach: { call: 'instances', path: 'Reservations[]', parameter: 'x' },
});
const users = frozenCall('users', ['User'], { service: 'iam', operation: 'ListUsers', global: true });
const plan = frozenPlan([regionsCall, instances, volumes, users], [view('instances')]);

const asking = state({
  intent: queryIntent({ regions: ['us-east-1'] }),
  accounts: [PRODUCTION, STAGING],
  assignments: [
    { account: PRODUCTION, regions: ['us-east-1', 'eu-west-1'] },
    { account: STAGING, regions: ['us-east-1'] },
  ],
  warnings: ['from before'],
});

async function authorize(
  before: RunState,
  decision: Authorization = { authorized: true, frozen: plan, warnings: ['caution'] },
  options: {
    readonly confirmAbove?: number;
    readonly confirm?: ActiveRun['confirm'];
    readonly furtherProblem?: string;
  } = {},
): Promise<{ readonly update: RunUpdate; readonly events: readonly unknown[]; readonly seen: readonly unknown[] }> {
  const activeRuns = createActiveRuns();
  const { confirm } = options;
  activeRuns.begin(RUN.runId, { signal: new AbortController().signal, ...(confirm === undefined ? {} : { confirm }) });
  const seen: unknown[] = [];
  const node = createAuthorize({
    authorizePlan: (...given) => {
      seen.push(given);
      return decision;
    },
    furtherProblem: (...given) => {
      seen.push(given);
      return options.furtherProblem;
    },
    budgets: {
      accounts: 1000,
      calls: 20,
      fanOut: 500,
      pages: 100,
      rows: 1000,
      seconds: 300,
      confirmAbove: options.confirmAbove ?? 5000,
    },
    activeRuns,
  });
  const { runtime, events } = recordingRuntime();
  return { update: await node(before, runtime), events, seen };
}

describe('authorize', () => {
  it('puts the frozen plan into the state, shows it, and adds what the decision warns of', async () => {
    const { update, events, seen } = await authorize(asking);

    expect(seen).toEqual([[queryIntent().plan, ['us-east-1'], [PRODUCTION, STAGING]]]);
    expect(update).toEqual({ plan, asking: plan, round: 1, warnings: ['from before', 'caution'] });
    expect(events).toEqual([{ type: 'plan-authorized', plan: shownPlan(plan, asking.assignments), round: 1 }]);
  });

  it('ends the run at a plan that is not allowed, before anything is shown as authorised', async () => {
    const { update, events } = await authorize(asking, {
      authorized: false,
      code: 'refused',
      reason: 'ec2 TerminateInstances writes',
      suggestion: 'Ask for what there is.',
    });

    expect([update, events]).toEqual([
      {
        problem: { code: 'refused', message: 'ec2 TerminateInstances writes', nextStep: 'Ask for what there is.' },
      },
      [],
    ]);
  });

  it('has no next step to show where the decision names none', async () => {
    const { update } = await authorize(asking, { authorized: false, code: 'usage', reason: 'no' });

    expect(update).toEqual({ problem: { code: 'usage', message: 'no' } });
  });

  it('asks a person above the limit: two regional calls in three account-Regions, one global in two accounts', async () => {
    const sizes: unknown[] = [];

    const { update } = await authorize(asking, undefined, {
      confirmAbove: 7,
      confirm: (size) => {
        sizes.push(size);
        return Promise.resolve(true);
      },
    });

    expect([sizes, update.plan]).toEqual([[{ accounts: 2, requests: 8 }], plan]);
  });

  it('counts "all" Regions as at least those that each account has from the start', async () => {
    const sizes: unknown[] = [];

    await authorize(
      {
        ...asking,
        assignments: [
          { account: account('444444444444', 'Beijing', { partition: 'aws-cn' }), regions: [] },
          { account: STAGING, regions: [] },
        ],
      },
      undefined,
      {
        confirmAbove: 1,
        confirm: (size) => {
          sizes.push(size);
          return Promise.resolve(true);
        },
      },
    );

    // Two regional calls in 2 and 17 Regions, and one global call in each account.
    expect(sizes).toEqual([{ accounts: 2, requests: 2 * 2 + 1 + 2 * 17 + 1 }]);
  });

  it('cancels what was not confirmed', async () => {
    const { update, events } = await authorize(asking, undefined, {
      confirmAbove: 7,
      confirm: () => Promise.resolve(false),
    });

    expect([update, events]).toEqual([
      { problem: { code: 'cancelled', message: 'not started: 8 requests were not confirmed' } },
      [],
    ]);
  });

  it.each<[string, Partial<RunState>, number, boolean]>([
    ['at the limit', {}, 8, true],
    ['for a plan that is only shown', { request: { kind: 'ask', prompt: 'x', planOnly: true } }, 1, true],
    ['where nobody can be asked', {}, 1, false],
  ])('asks nobody %s', async (_, more, confirmAbove, present) => {
    const { update } = await authorize({ ...asking, ...more }, undefined, {
      confirmAbove,
      ...(present ? { confirm: () => Promise.reject(new Error('not expected')) } : {}),
    });

    expect(update.plan).toEqual(plan);
  });

  it('has nothing to do without a query', async () => {
    const { update, seen } = await authorize(state({ intent: null }));

    expect([update, seen]).toEqual([{}, []]);
  });
});

describe('authorize, in a further round', () => {
  const further = {
    calls: [{ id: 'round2-keys', service: 'iam', operation: 'ListAccessKeys', params: {}, columns: [] }],
    show: { title: 'Access keys', tables: [view('round2-keys', { noun: 'access keys' })] },
  };
  const frozen = frozenPlan(
    [regionsCall, frozenCall('round2-keys', ['Key'])],
    [view('round2-keys', { noun: 'access keys' })],
    'Access keys',
  );
  const reviewed: RunState = {
    ...asking,
    request: { kind: 'ask', prompt: 'who has keys?' },
    conversation: { turns: [{ runId: 'run-0', at: 0, question: 'who is there?', intent: queryIntent() }] },
    plan,
    round: 1,
    further,
  };
  const allowed: Authorization = { authorized: true, frozen, warnings: ['from before', 'of this round'] };

  it('goes by the same decision, within what was granted, and adds to what was asked before', async () => {
    const { update, events, seen } = await authorize(reviewed, allowed);

    const granted = { intent: reviewed.intent, callsBefore: 3, said: ['who has keys?', 'who is there?'] };
    expect(seen).toEqual([
      [further, granted],
      [further, ['us-east-1'], [PRODUCTION, STAGING]],
    ]);
    expect(update).toEqual({
      plan: {
        ...plan,
        calls: [...plan.calls, frozenCall('round2-keys', ['Key'])],
        show: { ...plan.show, tables: [...plan.show.tables, ...frozen.show.tables] },
      },
      asking: frozen,
      further: null,
      round: 2,
      warnings: ['from before', 'of this round'],
    });
    expect(events).toEqual([{ type: 'plan-authorized', plan: shownPlan(frozen, asking.assignments), round: 2 }]);
  });

  it.each<[string, Parameters<typeof authorize>[1], Parameters<typeof authorize>[2], string]>([
    [
      'is outside of what was granted',
      allowed,
      { furtherProblem: 'iam ListAccessKeys is not among them' },
      'iam ListAccessKeys is not among them.',
    ],
    [
      'is not allowed',
      { authorized: false, code: 'refused', reason: 'It writes.', suggestion: 'Ask less.' },
      {},
      'It writes. Ask less.',
    ],
    [
      'has an id that is taken',
      { authorized: true, frozen: frozenPlan([frozenCall('users', [])], []), warnings: [] },
      {},
      'the call id "users" is used already.',
    ],
    [
      'is too large for the person who is asked',
      allowed,
      { confirmAbove: 1, confirm: () => Promise.resolve(false) },
      'its 3 requests were not confirmed.',
    ],
  ])('leaves the answer as it is when the plan %s', async (_case, decision, options, reason) => {
    const { update, events } = await authorize(reviewed, decision, options);

    expect(update).toEqual({
      asking: null,
      further: null,
      warnings: ['from before', `The model asked for a further round that was not made: ${reason}`],
    });
    expect(events).toEqual([]);
  });
});

describe('shownPlan', () => {
  it('leaves out our own calls and limits', () => {
    expect(shownPlan(plan, asking.assignments)).toEqual({
      calls: [
        {
          id: 'instances',
          service: 'ec2',
          operation: 'DescribeInstances',
          regions: ['eu-west-1', 'us-east-1'],
          params: {},
        },
        {
          id: 'volumes',
          service: 'ec2',
          operation: 'DescribeInstances',
          regions: ['eu-west-1', 'us-east-1'],
          params: { Filters: [{ Name: 'x', Values: ['y'] }] },
          forEach: { call: 'instances', path: 'Reservations[]' },
        },
        { id: 'users', service: 'iam', operation: 'ListUsers', regions: ['global'], params: {} },
      ],
      show: plan.show,
    });
  });

  it('shows "all" where each account names its own Regions', () => {
    const [first] = shownPlan(plan, [{ regions: [] }]).calls;

    expect(first?.regions).toEqual(['all']);
  });
});
