import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/domain/conversation.js';
import { CentralOpsError } from '../../../src/domain/errors.js';
import type { Intent } from '../../../src/domain/intent.js';
import type { RunRequest } from '../../../src/domain/run.js';
import { createActiveRuns } from '../../../src/nodes/active-runs.js';
import { createParseIntent, withoutModel, type ParseIntentUses } from '../../../src/nodes/parse-intent.js';
import type { RunUpdate } from '../../../src/nodes/run-state.js';
import type { Planner } from '../../../src/planning/planner.js';
import type { RunRecord } from '../../../src/results/run-store.js';
import { PRODUCTION, STAGING } from '../results/support/builders.js';
import { queryIntent, recordingRuntime, RUN, state } from './support/state.js';

interface Parsed {
  readonly update: RunUpdate;
  readonly events: readonly unknown[];
}

async function parse(
  request: RunRequest | undefined,
  uses: Partial<ParseIntentUses>,
  before = state(),
): Promise<Parsed> {
  const node = createParseIntent({
    beginRun: () => ({ run: RUN, ...(request === undefined ? {} : { request }) }),
    listAccounts: () => Promise.resolve([PRODUCTION, STAGING]),
    planner: { plan: () => Promise.reject(new Error('not expected')) },
    defaultRegions: ['us-east-1'],
    timeZone: 'Europe/Berlin',
    activeRuns: createActiveRuns(),
    planQuery: () => {
      throw new Error('not expected');
    },
    loadRun: () => Promise.reject(new Error('not expected')),
    ...uses,
  });
  const { runtime, events } = recordingRuntime({ context: 'what the door passed' });
  return { update: await node(before, runtime), events };
}

const CONVERSATION: Conversation = {
  turns: [{ runId: 'run-00000000', at: 900_000, question: 'and before?', intent: queryIntent() }],
};

function planning(intent: Intent): Planner {
  return { plan: () => Promise.resolve(withoutModel(intent)) };
}

function record(more: Partial<RunRecord>): RunRecord {
  return {
    runId: 'run-00000000',
    caller: 'operating-system-user:alice',
    savedAt: 0,
    intent: queryIntent({ regions: ['eu-west-1'], accounts: { include: ['production'], exclude: ['legacy'] } }),
    tables: [],
    failedAccounts: [STAGING.id],
    ...more,
  };
}

describe('parseIntent', () => {
  it('plans the question with the names of the registry, over a clean slate', async () => {
    const seen: unknown[] = [];

    const { update, events } = await parse(
      { kind: 'ask', prompt: 'how many?' },
      {
        planner: {
          plan: (question, context) => {
            seen.push(question, context);
            return Promise.resolve({
              intent: queryIntent(),
              warnings: ['The model was not asked.'],
              usage: { modelCalls: 1, inputTokens: 20, outputTokens: 3 },
            });
          },
        },
      },
      state({
        conversation: CONVERSATION,
        headline: 'of the question before',
        problem: { code: 'x', message: 'of the question before' },
        warnings: ['of the question before'],
      }),
    );

    expect(seen).toEqual([
      'how many?',
      {
        accounts: [PRODUCTION, STAGING],
        defaultRegions: ['us-east-1'],
        conversation: CONVERSATION,
        now: RUN.startedAt,
        timeZone: 'Europe/Berlin',
      },
    ]);
    expect(update).toEqual({
      run: RUN,
      request: { kind: 'ask', prompt: 'how many?' },
      reports: 'reset',
      invocations: [],
      approval: null,
      agentReplies: 'reset',
      headline: '',
      intent: queryIntent(),
      accounts: [],
      assignments: [],
      plan: null,
      asking: null,
      round: 0,
      further: null,
      tables: [],
      coverage: null,
      problem: null,
      warnings: ['The model was not asked.'],
      modelUsage: { modelCalls: 1, inputTokens: 20, outputTokens: 3 },
      answer: null,
    });
    expect(events).toEqual([{ type: 'intent-parsed', summary: 'EC2 instances', planner: 'rules' }]);
  });

  it('hands beginRun the context of the door', async () => {
    let seen: unknown;

    await parse(undefined, {
      beginRun: (context) => {
        seen = context;
        return { run: RUN, request: { kind: 'ask', prompt: 'x' } };
      },
      planner: planning(queryIntent()),
    });

    expect(seen).toBe('what the door passed');
  });

  it('takes the last thing a person said where no door made a request', async () => {
    let asked: string | undefined;

    const { update } = await parse(
      undefined,
      {
        planner: {
          plan: (question) => {
            asked = question;
            return Promise.resolve(withoutModel(queryIntent()));
          },
        },
      },
      state({
        request: null,
        messages: [new HumanMessage('first'), new AIMessage('answer'), new HumanMessage('second'), new AIMessage('x')],
      }),
    );

    expect([asked, update.request]).toEqual(['second', { kind: 'ask', prompt: 'second' }]);
  });

  it('asks an empty question where nobody said anything', async () => {
    const { update } = await parse(undefined, { planner: planning(queryIntent()) });

    expect(update.request).toEqual({ kind: 'ask', prompt: '' });
  });

  it('lets flags beat the question, but not its exceptions', async () => {
    const { update } = await parse(
      { kind: 'ask', prompt: 'x', accounts: ['sandbox'], regions: ['all'] },
      {
        planner: planning(
          queryIntent({ accounts: { include: ['production'], exclude: ['legacy'] }, regions: ['us-east-1'] }),
        ),
      },
    );

    expect(update.intent).toEqual(
      queryIntent({
        accounts: { include: ['sandbox'], exclude: ['legacy'] },
        regions: ['all'],
        summary: 'EC2 instances; but as said beside the question: accounts sandbox; Regions all',
      }),
    );
  });

  it('lets flags beat the accounts of the session wholly', async () => {
    const { update } = await parse(
      { kind: 'ask', prompt: 'x', accounts: ['sandbox'] },
      {
        planner: planning(queryIntent({ accounts: { include: ['production'], exclude: ['legacy'] }, byDefault: true })),
      },
    );

    expect(update.intent).toMatchObject({ accounts: { include: ['sandbox'], exclude: [] }, byDefault: false });
  });

  it('lets the accounts flag choose the accounts that are listed', async () => {
    const listing: Intent = { kind: 'list-accounts', accounts: { include: [], exclude: [] }, summary: 'the accounts' };

    const { update, events } = await parse(
      { kind: 'ask', prompt: 'list accounts', accounts: ['production'] },
      { planner: planning(listing) },
    );

    const summary = 'the accounts; but as said beside the question: accounts production';
    expect(update.intent).toEqual({ ...listing, accounts: { include: ['production'], exclude: [] }, summary });
    expect(events).toEqual([{ type: 'intent-parsed', summary, planner: 'rules' }]);
  });

  it.each<Intent>([
    { kind: 'clarify', question: 'Which ones?', suggestions: ['List S3 buckets'] },
    { kind: 'refuse', reason: 'That writes.' },
  ])('passes on $kind without saying that something was understood', async (intent) => {
    const { update, events } = await parse(
      { kind: 'ask', prompt: 'x', accounts: ['production'], regions: ['all'] },
      { planner: planning(intent) },
    );

    expect([update.intent, events]).toEqual([intent, []]);
  });

  it('plans a structured call without asking for the registry', async () => {
    const request = { kind: 'query', service: 'ec2', operation: 'DescribeVpcs', params: { MaxResults: 5 } } as const;
    let seen: unknown;

    const { update } = await parse(request, {
      listAccounts: () => Promise.reject(new Error('not expected')),
      planQuery: (given) => {
        seen = given;
        return queryIntent();
      },
    });

    expect([seen, update.intent]).toEqual([request, queryIntent()]);
  });

  it('asks a structured call in the accounts of the session, unless told otherwise', async () => {
    const request = { kind: 'query', service: 'ec2', operation: 'DescribeVpcs', params: {} } as const;
    const before = state({ conversation: { turns: [], defaultAccounts: { include: ['production'], exclude: ['x'] } } });

    const { update: byDefault } = await parse(request, { planQuery: () => queryIntent() }, before);
    const { update: told } = await parse(
      { ...request, accounts: ['staging'] },
      { planQuery: () => queryIntent() },
      before,
    );

    expect(byDefault.intent).toEqual(
      queryIntent({
        accounts: { include: ['production'], exclude: ['x'] },
        byDefault: true,
        summary: 'EC2 instances; in the accounts chosen for this session (production, not x)',
      }),
    );
    expect(told.intent).toEqual(
      queryIntent({
        accounts: { include: ['staging'], exclude: [] },
        summary: 'EC2 instances',
      }),
    );
  });

  describe('a retry', () => {
    it('asks the same of the accounts that failed', async () => {
      const seen: unknown[] = [];

      const { update } = await parse(
        { kind: 'retry', runId: 'run-00000000' },
        {
          loadRun: (runId, run) => {
            seen.push(runId, run);
            return Promise.resolve(record({}));
          },
        },
      );

      expect(seen).toEqual(['run-00000000', RUN]);
      expect(update.intent).toEqual(
        queryIntent({
          regions: ['eu-west-1'],
          accounts: { include: [STAGING.id], exclude: [] },
          summary: 'EC2 instances (again, the 1 that failed)',
        }),
      );
    });

    it.each<[string, Partial<RunRecord>]>([
      ['every account answered', { failedAccounts: [] }],
      [
        'the run asked no account',
        { intent: { kind: 'list-accounts', accounts: { include: [], exclude: [] }, summary: '' } },
      ],
    ])('has nothing to do when %s', async (_, more) => {
      const { update } = await parse(
        { kind: 'retry', runId: 'run-00000000' },
        { loadRun: () => Promise.resolve(record(more)) },
      );

      expect(update.intent).toEqual({
        kind: 'clarify',
        question: 'Run run-00000000 has no account that failed.',
        suggestions: [],
      });
    });
  });

  it('ends a run whose cause is known with an explanation, and keeps its id', async () => {
    const { update } = await parse(
      { kind: 'ask', prompt: 'x' },
      {
        listAccounts: () =>
          Promise.reject(new CentralOpsError('registry-invalid', 'the registry is empty', { nextStep: 'Fill it.' })),
      },
    );

    expect(update).toMatchObject({
      run: RUN,
      intent: null,
      problem: { code: 'registry-invalid', message: 'the registry is empty', nextStep: 'Fill it.' },
    });
  });

  it('ends as cancelled when the planner gives up on the run’s signal', async () => {
    const activeRuns = createActiveRuns();
    const signal = AbortSignal.abort(new Error('interrupted'));
    activeRuns.begin(RUN.runId, { signal });

    const { update } = await parse(
      { kind: 'ask', prompt: 'x' },
      { activeRuns, planner: { plan: (_question, _context, options) => Promise.reject(options.signal.reason) } },
    );

    expect(update).toMatchObject({
      intent: null,
      problem: { code: 'cancelled', message: 'cancelled before any account was asked' },
    });
  });

  it('lets a defect through', async () => {
    await expect(parse({ kind: 'ask', prompt: 'x' }, {})).rejects.toThrow('not expected');
  });
});
