import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/domain/answer.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { NO_MODEL_USAGE, type ModelUsage } from '../../../src/domain/model-usage.js';
import { createMeter } from '../../../src/models/metered-model.js';
import type { Model, ModelQuestion } from '../../../src/models/model.js';
import { createActiveRuns } from '../../../src/nodes/active-runs.js';
import { createNarrate, type Narration } from '../../../src/nodes/narrate.js';
import type { RunState } from '../../../src/nodes/run-state.js';
import { account, coverage } from '../results/support/builders.js';
import { queryIntent, recordingLogger, RUN, state } from './support/state.js';

const UNUSED = NO_MODEL_USAGE;

/** A model that keeps what it is asked and says the same every time. */
function saying(narrative: string): { readonly model: Model; readonly asked: ModelQuestion<z.ZodType>[] } {
  const asked: ModelQuestion<z.ZodType>[] = [];
  return {
    asked,
    model: {
      label: 'a model',
      ask(question) {
        asked.push(question);
        const outcome = question.shape.parse({ narrative });
        return Promise.resolve({ kind: 'answered', outcome, calls: [], inputTokens: 10, outputTokens: 2 });
      },
    },
  };
}

function failing(thrown: Error): Model {
  return { label: 'a model', ask: () => Promise.reject(thrown) };
}

/** A count per account, as the state holds it: at most 100 rows. */
function counted(accounts: number, more: Partial<RunState> = {}): RunState {
  const names = Array.from({ length: accounts }, (_, index) =>
    account(String(100_000_000_000 + index), `Account name ${index}`),
  );
  const rows = names.slice(0, 100).map(({ id, name }) => [name, id, 3]);
  const tables: Table[] = [
    {
      title: 'EC2 instances',
      columns: ['Account', 'Account ID', 'Count'],
      rows,
      total: accounts,
      truncated: accounts > 100,
    },
  ];
  return state({
    intent: queryIntent(),
    accounts: names,
    headline: `${accounts * 3} EC2 instances in ${accounts} accounts.`,
    coverage: coverage({ line: `${accounts} of ${accounts} accounts in 1 Region` }),
    tables,
    ...more,
  });
}

function narrate(
  before: RunState,
  model: Model,
  more: {
    readonly now?: number;
    readonly calls?: number;
    readonly tokens?: number;
    readonly cancelled?: boolean;
    readonly spent?: ModelUsage;
  } = {},
): Promise<Narration> {
  const activeRuns = createActiveRuns();
  activeRuns.begin(RUN.runId, { signal: more.cancelled === true ? AbortSignal.abort() : new AbortController().signal });
  return createNarrate({
    meter: createMeter({
      model,
      budget: { calls: more.calls ?? 6, tokens: more.tokens ?? 60_000 },
      logger: recordingLogger().logger,
    }),
    activeRuns,
    clock: () => more.now ?? RUN.startedAt,
  })({ ...before, modelUsage: more.spent ?? NO_MODEL_USAGE });
}

describe('narrate', () => {
  it('hands on what the model says about computed things', async () => {
    const { model, asked } = saying('Account name 0 has 3.');

    expect(await narrate(counted(2), model)).toEqual({
      text: 'Account name 0 has 3.',
      usage: { modelCalls: 1, inputTokens: 10, outputTokens: 2 },
    });
    expect(asked[0]?.prompt).toContain('Question: "How many EC2 instances?"');
  });

  it('asks about what was understood where nobody wrote a question', async () => {
    const { model, asked } = saying('Fine.');

    await narrate(counted(2, { request: { kind: 'retry', runId: 'run-00000000' } }), model);

    expect(asked[0]?.prompt).toContain('Question: "EC2 instances"');
  });

  it('asks about the whole question where the plan knows it', async () => {
    const { model, asked } = saying('Fine.');
    const { plan } = queryIntent();
    const show = { ...plan.show, question: 'How many EC2 instances run in staging?' };

    await narrate(counted(2, { intent: queryIntent({ plan: { ...plan, show } }) }), model);

    expect(asked[0]?.prompt).toContain('Question: "How many EC2 instances run in staging?"');
  });

  it('lets an account be named whose name holds a number', async () => {
    expect(await narrate(counted(2), saying('Account name 1 leads.').model)).toMatchObject({
      text: 'Account name 1 leads.',
    });
  });

  it('asks hardly more for 1,000 accounts than for 100, and for 10', async () => {
    const { model, asked } = saying('Fine.');
    for (const accounts of [10, 100, 1000]) await narrate(counted(accounts), model);

    const sizes = asked.map(({ system, prompt }) => Buffer.byteLength(system + prompt));
    const [ten = 0, hundred = 0, thousand = 0] = sizes;

    // A token is at least a byte: this is a bound, about four times what is used.
    expect(thousand).toBeLessThan(6000);
    expect(thousand - hundred).toBeLessThan(20);
    expect(thousand - ten).toBeLessThan(1200);
  });

  it.each<[string, RunState]>([
    ['there are no rows', counted(2, { tables: [] })],
    ['every table is empty', counted(0)],
    ['nothing was asked', counted(2, { coverage: null })],
    [
      'the accounts were listed',
      counted(2, { intent: { kind: 'list-accounts', accounts: { include: [], exclude: [] }, summary: '' } }),
    ],
  ])('asks nothing when %s', async (_case, before) => {
    const { model, asked } = saying('Fine.');

    expect([await narrate(before, model), asked]).toEqual([{ usage: UNUSED }, []]);
  });

  it('asks nothing in a run that was cancelled', async () => {
    const { model, asked } = saying('Fine.');

    expect([await narrate(counted(2), model, { cancelled: true }), asked]).toEqual([{ usage: UNUSED }, []]);
  });

  it.each([
    [{ calls: 0 }, 'CENTRAL_OPS_BUDGET_MODEL_CALLS (0) does not allow it.'],
    [{ tokens: 2500 }, 'CENTRAL_OPS_BUDGET_MODEL_TOKENS (2500) does not allow it.'],
    [
      { spent: { modelCalls: 6, inputTokens: 0, outputTokens: 0 } },
      'CENTRAL_OPS_BUDGET_MODEL_CALLS (6) does not allow it.',
    ],
    [
      { spent: { modelCalls: 1, inputTokens: 57_500, outputTokens: 200 } },
      'CENTRAL_OPS_BUDGET_MODEL_TOKENS (60000) does not allow it.',
    ],
    [{ now: RUN.deadline }, 'the time of the run is used up.'],
  ])('says that it asked nothing with %j', async (limits, reason) => {
    const { model, asked } = saying('Fine.');

    expect([await narrate(counted(2), model, limits), asked]).toEqual([
      { usage: UNUSED, warning: `The model’s narrative was left out: ${reason}` },
      [],
    ]);
  });

  it('keeps its request within the tokens of the budget', async () => {
    const { model, asked } = saying('Fine.');

    await narrate(counted(1000), model, { tokens: 4000 });

    const sizes = asked.map(
      ({ system, prompt, maxOutputTokens }) => Buffer.byteLength(system + prompt) + maxOutputTokens,
    );
    expect(sizes).toHaveLength(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3500);
    expect(asked[0]?.prompt).toContain('"rows":1000');
  });

  it.each<[Error, string]>([
    [new CentralOpsError('throttled', 'Too fast.', { nextStep: 'Wait.' }), 'Too fast. Wait.'],
    [new TypeError('undefined is not a function'), 'asking the model failed.'],
  ])('says that the model failed with %s', async (error, reason) => {
    expect(await narrate(counted(2), failing(error))).toEqual({
      usage: { ...UNUSED, modelCalls: 1 },
      warning: `The model’s narrative was left out: ${reason}`,
    });
  });
});
