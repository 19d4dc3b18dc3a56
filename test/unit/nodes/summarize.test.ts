import { HumanMessage } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import { createListAccounts } from '../../../src/nodes/list-accounts.js';
import { shownPlan } from '../../../src/nodes/authorize.js';
import type { Problem, RunState } from '../../../src/nodes/run-state.js';
import { createSummarize } from '../../../src/nodes/summarize.js';
import { computeCoverage } from '../../../src/results/coverage.js';
import { account, frozenCall, frozenPlan, outcome, PRODUCTION, STAGING, view } from '../results/support/builders.js';
import { queryIntent, RUN, state } from './support/state.js';

async function summarize(before: RunState): Promise<Answer | null | undefined> {
  const { answer, messages } = await createSummarize(() => RUN.startedAt + 1500)(
    { ...before, messages: [new HumanMessage('How many?')] },
    {},
  );
  expect(messages?.map((message) => [message.getType(), message.text])).toEqual([['ai', answer?.response]]);
  return answer;
}

const plan = frozenPlan([frozenCall('instances', ['Instance'])], [view('instances')]);
const assignments = [{ account: PRODUCTION, regions: ['us-east-1'] }];
const usage = { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 1500 };

function reported(...outcomes: readonly ReturnType<typeof outcome>[]): RunState {
  const accounts = [PRODUCTION, STAGING];
  return state({
    intent: queryIntent(),
    plan,
    accounts,
    assignments,
    reports: outcomes.map((one) => ({ accountId: one.accountId, outcomes: [one], apiCalls: 2 })),
    coverage: computeCoverage(accounts, outcomes),
    headline: '0 EC2 instances in 2 accounts.',
  });
}

describe('summarize', () => {
  it('adds no message where nobody asked in messages', async () => {
    const update = await createSummarize(() => RUN.startedAt)(state({ intent: { kind: 'refuse', reason: 'No.' } }), {});

    expect(Object.keys(update)).toEqual(['answer']);
  });

  it('writes the whole answer object', async () => {
    const before = reported(
      outcome(PRODUCTION.id, 'instances', 'us-east-1'),
      outcome(STAGING.id, 'instances', 'us-east-1'),
    );
    const tables = [{ title: 'EC2', columns: ['A'], rows: [['x']], total: 1, truncated: false }];

    expect(await summarize({ ...before, tables, warnings: ['careful'] })).toEqual({
      response:
        '0 EC2 instances in 2 accounts.\n\n| A |\n| --- |\n| x |\n\n**Coverage:** 2 of 2 accounts in 1 Region.\n\n> careful',
      status: 'complete',
      sessionId: 'session-1',
      runId: 'run-00000001',
      plan: shownPlan(plan, assignments),
      coverage: before.coverage,
      tables,
      warnings: ['careful'],
      usage: { ...usage, apiCalls: 4 },
    });
  });

  it.each<[Problem, Answer['status'], string]>([
    [{ code: 'refused', message: 'It writes' }, 'refused', 'It writes'],
    [{ code: 'over-budget', message: 'Too much.', nextStep: 'Ask less.' }, 'refused', 'Too much. Ask less.'],
    [{ code: 'ambiguous-account', message: 'Which', nextStep: 'Say.' }, 'needs-clarification', 'Which. Say.'],
    [{ code: 'cancelled', message: 'stopped' }, 'cancelled', 'stopped'],
    [{ code: 'unknown-account', message: 'a\n  b', nextStep: 'Look.' }, 'failed', 'a\n  b\nLook.'],
  ])('explains the problem %j as %s', async (problem, status, response) => {
    expect(await summarize(state({ problem, intent: queryIntent() }))).toEqual({
      response,
      status,
      sessionId: 'session-1',
      runId: 'run-00000001',
      tables: [],
      warnings: [],
      error: { code: problem.code, message: response },
      usage,
    });
  });

  it('asks back with examples', async () => {
    const answer = await summarize(
      state({ intent: { kind: 'clarify', question: 'What of them?', suggestions: ['List A', 'List B'] } }),
    );

    expect([answer?.status, answer?.response]).toEqual([
      'needs-clarification',
      'What of them?\n\nYou could ask:\n\n1. List A\n2. List B',
    ]);
  });

  it.each([
    [undefined, 'That writes.'],
    ['List them', 'That writes.\n\nYou could ask:\n\n- List them'],
  ])('refuses, with the suggestion %s', async (suggestion, response) => {
    const answer = await summarize(
      state({
        intent: { kind: 'refuse', reason: 'That writes.', ...(suggestion === undefined ? {} : { suggestion }) },
      }),
    );

    expect([answer?.status, answer?.response]).toEqual(['refused', response]);
  });

  it('shows a plan that was not run', async () => {
    const answer = await summarize(state({ intent: queryIntent(), plan, assignments }));

    expect(answer).toMatchObject({
      status: 'complete',
      response: 'Planned, not run: EC2 instances.',
      plan: shownPlan(plan, assignments),
    });
    expect(answer).not.toHaveProperty('coverage');
  });

  it('gives the cause that most accounts share when none answered', async () => {
    const cause = { kind: 'denied', code: 'credentials-denied', message: 'no role', nextStep: 'Make it.' } as const;

    const answer = await summarize(
      reported(
        outcome(PRODUCTION.id, 'instances', '*', { kind: 'timed-out', code: 'timed-out', message: 'slow' }),
        outcome(STAGING.id, 'instances', 'us-east-1', cause),
        outcome(STAGING.id, 'instances', 'eu-west-1', cause),
      ),
    );

    expect([answer?.status, answer?.error]).toEqual([
      'failed',
      { code: 'credentials-denied', message: 'no role. Make it.' },
    ]);
  });

  it('has no error when some answered', async () => {
    const answer = await summarize(
      reported(
        outcome(PRODUCTION.id, 'instances', 'us-east-1'),
        outcome(STAGING.id, 'instances', 'us-east-1', { kind: 'denied' }),
      ),
    );

    expect(answer?.status).toBe('partial');
    expect(answer).not.toHaveProperty('error');
  });

  it.each([
    [
      { include: ['production'], exclude: [] },
      'From now on, questions of this session that name no account ask 1 account:',
    ],
    [
      { include: [], exclude: [] },
      'From now on, questions of this session that name no account ask all accounts again (1 account).',
    ],
  ])('says that %o are the accounts of the session', async (accounts, response) => {
    const intent = { kind: 'use-accounts', accounts, summary: 'x' } as const;

    expect(await summarize(state({ intent, accounts: [PRODUCTION] }))).toMatchObject({ status: 'complete', response });
  });

  it('shows what was recalled under its own headline', async () => {
    const intent = {
      kind: 'recall',
      runId: 'run-00000000',
      what: { kind: 'row', table: 1, row: 2 },
      summary: 'x',
    } as const;

    expect(await summarize(state({ intent, headline: 'Row 2 of 3.' }))).toMatchObject({
      status: 'complete',
      response: 'Row 2 of 3.',
    });
  });

  it('lists accounts as a table and a number', async () => {
    const accounts = [
      PRODUCTION,
      account('555555555555', 'Own', { environment: 'dev', regions: ['eu-west-1', 'us-east-1'] }),
    ];
    const before = state({
      intent: { kind: 'list-accounts', accounts: { include: [], exclude: [] }, summary: '' },
      accounts,
    });
    const { tables = [] } = await createListAccounts()(before, {});

    const answer = await summarize({ ...before, tables });

    expect(answer?.response.split('\n\n')[0]).toBe('2 accounts.');
    expect([answer?.status, answer?.tables]).toEqual([
      'complete',
      [
        {
          title: 'Accounts',
          columns: ['Account', 'Account ID', 'Environment', 'Regions'],
          rows: [
            ['Production', '222222222222', '', ''],
            ['Own', '555555555555', 'dev', 'eu-west-1, us-east-1'],
          ],
          total: 2,
          truncated: false,
        },
      ],
    ]);
  });

  it('calls its absence of a run the wiring mistake that it is', () => {
    expect(() => createSummarize(() => 0)(state({ run: null }), {})).toThrow('before parseIntent began the run');
  });
});
