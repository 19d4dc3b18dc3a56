import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../src/domain/conversation.js';
import { createRemember } from '../../../src/nodes/remember.js';
import { NOTHING_YET } from '../../../src/nodes/run-state.js';
import { PRODUCTION } from '../results/support/builders.js';
import { queryIntent, RUN, state } from './support/state.js';

const EARLIER: Turn = { runId: 'run-00000000', at: 1, question: 'List S3 buckets', intent: queryIntent() };

const TURN: Turn = {
  runId: RUN.runId,
  at: RUN.startedAt,
  question: 'How many EC2 instances?',
  intent: queryIntent({ regions: ['eu-west-1'] }),
};

const answered = state({
  conversation: { turns: [EARLIER] },
  intent: TURN.intent,
  accounts: [PRODUCTION],
  headline: '3 EC2 instances in 1 account.',
  tables: [{ title: 'EC2 instances', columns: ['Instance'], rows: [['i-1']], total: 1, truncated: false }],
});

describe('remember', () => {
  it('keeps the question and what it was understood to mean, and nothing else of the run', async () => {
    const update = await createRemember({ keepRun: false })(answered, {});

    expect(update).toEqual({ ...NOTHING_YET, conversation: { turns: [EARLIER, TURN] } });
  });

  it('leaves the run to be looked at where that is wanted', async () => {
    const update = await createRemember({ keepRun: true })(answered, {});

    expect(update).toEqual({ conversation: { turns: [EARLIER, TURN] } });
  });

  it.each([
    [{ include: ['production'], exclude: [] }, null, { defaultAccounts: { include: ['production'], exclude: [] } }],
    [{ include: [], exclude: [] }, null, {}],
    [
      { include: ['nowhere'], exclude: [] },
      { code: 'unknown-account', message: 'there is none' },
      { defaultAccounts: { include: ['staging'], exclude: [] } },
    ],
  ])('takes the accounts %o, with the problem %o, for the session’s own: %o', async (accounts, problem, expected) => {
    const intent = { kind: 'use-accounts', accounts, summary: 'x' } as const;
    const conversation = { turns: [], defaultAccounts: { include: ['staging'], exclude: [] } };

    const update = await createRemember({ keepRun: true })({ ...answered, conversation, intent, problem }, {});

    expect(update.conversation).toEqual({ turns: [{ ...TURN, intent }], ...expected });
  });

  it('remembers an ambiguous name as a question with choices', async () => {
    const problem = {
      code: 'ambiguous-account',
      message: '"Pay" is the beginning of 2 account names.',
      facts: {
        selector: 'Pay',
        choices: [
          { id: '222222222222', name: 'Payments A' },
          { id: '333333333333', name: 'Payments B' },
        ],
      },
    };
    const request = { kind: 'ask', prompt: 'List buckets in account Pay' } as const;

    const { conversation } = await createRemember({ keepRun: true })({ ...answered, request, problem }, {});

    expect(conversation?.turns.at(-1)?.intent).toEqual({
      kind: 'clarify',
      question: '"Pay" is the beginning of 2 account names.',
      suggestions: [],
      choices: [
        { shown: 'Payments A (222222222222)', question: 'List buckets in account 222222222222' },
        { shown: 'Payments B (333333333333)', question: 'List buckets in account 333333333333' },
      ],
    });
  });

  it('remembers nothing of what was not understood', async () => {
    const { conversation } = await createRemember({ keepRun: true })({ ...answered, intent: null }, {});

    expect(conversation).toEqual({ turns: [EARLIER] });
  });
});
