import { HumanMessage } from '@langchain/core/messages';
import { describe, expect, it, vi } from 'vitest';
import { PRODUCTION, SANDBOX, STAGING, account, outcome } from '../results/support/builders.js';
import { answering, assemble, PLAN, type Assembled } from './support/assembled.js';

const question = { messages: [new HumanMessage('How many EC2 instances?')] };

async function streamed({ graph }: Assembled): Promise<{ events: unknown[]; last: Readonly<Record<string, unknown>> }> {
  const events: unknown[] = [];
  let last: Readonly<Record<string, unknown>> = {};
  for await (const [mode, chunk] of await graph.stream(question, { streamMode: ['custom', 'values'] })) {
    if (mode === 'values') last = chunk;
    else events.push(chunk);
  }
  return { events, last };
}

describe('the operations graph', () => {
  it('answers one question over three accounts', async () => {
    const { graph } = assemble({ accounts: [PRODUCTION, STAGING, SANDBOX], run: answering() });

    const { answer, messages } = await graph.invoke(question);

    const shown = [PRODUCTION, STAGING, SANDBOX].flatMap(({ id, name }) =>
      ['eu-west-1', 'us-east-1'].map((region) => [name, id, region, `i-${id.slice(-3)}-0`, 'running']),
    );
    expect(answer).toEqual({
      response: [
        '6 EC2 instances in 3 accounts.',
        '',
        '| Account | Account ID | Region | Instance | State |',
        '| --- | --- | --- | --- | --- |',
        '| Production | 222222222222 | eu-west-1 | i-222-0 | running |',
        '| Production | 222222222222 | us-east-1 | i-222-0 | running |',
        '| Staging | 333333333333 | eu-west-1 | i-333-0 | running |',
        '| Staging | 333333333333 | us-east-1 | i-333-0 | running |',
        '| Sandbox | 011111111111 | eu-west-1 | i-111-0 | running |',
        '| Sandbox | 011111111111 | us-east-1 | i-111-0 | running |',
        '',
        '**Coverage:** 3 of 3 accounts in 2 Regions.',
      ].join('\n'),
      status: 'complete',
      sessionId: 'session-1',
      runId: 'run-00000001',
      plan: {
        calls: [
          {
            id: 'instances',
            service: 'ec2',
            operation: 'DescribeInstances',
            regions: ['eu-west-1', 'us-east-1'],
            params: {},
          },
        ],
        show: PLAN.show,
      },
      coverage: {
        accounts: { asked: 3, answered: 3 },
        regions: ['eu-west-1', 'us-east-1'],
        calls: { asked: 6, answered: 6 },
        line: '3 of 3 accounts in 2 Regions',
        failures: [],
      },
      tables: [
        {
          title: 'EC2 instances',
          columns: ['Account', 'Account ID', 'Region', 'Instance', 'State'],
          rows: shown,
          total: 6,
          truncated: false,
        },
      ],
      warnings: [],
      usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 6, millis: 500 },
    });
    expect(messages.map((message) => message.getType())).toEqual(['human', 'ai']);
  });

  it('streams its steps in order, the accounts’ between plan and end', async () => {
    const { events } = await streamed(assemble({ accounts: [PRODUCTION, STAGING], run: answering() }));

    const types = events.map((event) =>
      typeof event === 'object' && event !== null && 'type' in event ? event.type : event,
    );
    expect(types.slice(0, 3)).toEqual(['intent-parsed', 'accounts-resolved', 'plan-authorized']);
    expect(types.slice(3).map(String).toSorted()).toEqual([
      'account-ended',
      'account-ended',
      'account-started',
      'account-started',
    ]);
    expect(events).toContainEqual({
      type: 'account-ended',
      accountId: STAGING.id,
      accountName: 'Staging',
      outcomes: [
        { call: 'ec2 DescribeInstances', region: 'us-east-1', outcome: 'answered', rows: 1 },
        { call: 'ec2 DescribeInstances', region: 'eu-west-1', outcome: 'answered', rows: 1 },
      ],
      millis: 0,
    });
  });

  it('goes on when the tool of one account breaks its promise', async () => {
    const working = answering();
    const { graph } = assemble({
      accounts: [PRODUCTION, STAGING, SANDBOX],
      run: (assignment, options) =>
        assignment.account.id === STAGING.id
          ? Promise.reject(new TypeError('x is not a function'))
          : working(assignment, options),
    });

    const { answer } = await graph.invoke(question);

    expect(answer).toMatchObject({
      status: 'partial',
      coverage: {
        accounts: { asked: 3, answered: 2 },
        line: '2 of 3 accounts in 2 Regions; 1 failed',
        failures: [
          {
            accountId: STAGING.id,
            region: '*',
            call: 'ec2 DescribeInstances',
            outcome: 'failed',
            message: 'Staging (333333333333) was not asked to the end: x is not a function',
          },
        ],
      },
    });
    expect(answer?.tables[0]?.total).toBe(4);
  });

  it('prints nothing and warns of nothing, however many accounts there are', async () => {
    const stdout = vi.spyOn(process.stdout, 'write');
    const warnings: string[] = [];
    const onWarning = ({ message }: Error): number => warnings.push(message);
    process.on('warning', onWarning);
    const accounts = Array.from({ length: 40 }, (_, index) => account(String(100_000_000_000 + index), `A ${index}`));

    await assemble({ accounts, run: answering() }).graph.invoke(question);
    await new Promise((resolve) => setImmediate(resolve));
    const printed = stdout.mock.calls.length;
    stdout.mockRestore();
    process.off('warning', onWarning);

    expect([printed, warnings]).toEqual([0, []]);
  });

  it('asks 200 accounts, never more than 50 at once, and keeps their rows out of the state', async () => {
    let now = 0;
    let most = 0;
    const working = answering(3);
    const accounts = Array.from({ length: 200 }, (_, index) =>
      account(String(100_000_000_000 + index), `Account ${index}`),
    );
    const assembled = assemble({
      accounts,
      concurrency: 50,
      run: async (assignment, options) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now -= 1;
        return working(assignment, options);
      },
    });

    const { last } = await streamed(assembled);

    expect(most).toBeGreaterThan(25);
    expect(most).toBeLessThanOrEqual(50);
    expect(last).toMatchObject({
      answer: { status: 'complete', coverage: { line: '200 of 200 accounts in 2 Regions' } },
      tables: [{ total: 1200, truncated: true }],
    });
    // 100 of 1200 rows, once in the tables and once in the answer.
    const cells = JSON.stringify({ ...last, messages: [] }).match(/"i-\d{3}-\d"/gu) ?? [];
    expect(cells.length).toBe(200);
  });

  it('shows a plan and asks no account', async () => {
    const { graph } = assemble({
      accounts: [PRODUCTION],
      run: () => Promise.reject(new Error('not expected')),
    });

    const { answer } = await graph.invoke(question, {
      context: {
        run: {
          runId: 'run-00000002',
          sessionId: 's',
          caller: { kind: 'studio', name: 'x' },
          startedAt: 0,
          deadline: 1,
        },
        request: { kind: 'ask', prompt: 'x', planOnly: true },
      },
    });

    expect(answer).toMatchObject({ status: 'complete', response: 'Planned, not run: EC2 instances.', tables: [] });
    expect(answer).not.toHaveProperty('coverage');
  });

  it('lists accounts without asking any', async () => {
    const { graph } = assemble({
      accounts: [PRODUCTION, STAGING],
      run: () => Promise.reject(new Error('not expected')),
      intent: () => ({ kind: 'list-accounts', accounts: { include: [], exclude: [] }, summary: 'the accounts' }),
    });

    const { answer } = await graph.invoke(question);

    expect(answer).toMatchObject({ status: 'complete', tables: [{ title: 'Accounts', total: 2 }] });
  });

  it.each([
    ['needs-clarification', { kind: 'clarify', question: 'Which?', suggestions: [] }],
    ['refused', { kind: 'refuse', reason: 'It writes.' }],
  ] as const)('ends as %s before any account is resolved', async (status, intent) => {
    const assembled = assemble({
      accounts: [PRODUCTION],
      run: () => Promise.reject(new Error('not expected')),
      intent: () => intent,
    });

    const { events, last } = await streamed(assembled);

    expect([events, last['answer']]).toMatchObject([[], { status, tables: [] }]);
  });

  it('starts a second question of a conversation from a clean slate', async () => {
    const replies = [outcome(PRODUCTION.id, 'instances', 'us-east-1', { kind: 'denied' })];
    const assembled = assemble({
      accounts: [PRODUCTION],
      run: (assignment, options) => {
        const [denied] = replies.splice(0, 1);
        return denied === undefined
          ? answering()(assignment, options)
          : Promise.resolve({ outcomes: [denied], rowSets: [], apiCalls: 1 });
      },
    });
    const first = await assembled.graph.invoke(question);

    const second = await assembled.graph.invoke({ messages: [...first.messages, new HumanMessage('again')] });

    expect([first.answer?.status, second.answer?.status, second.answer?.usage.apiCalls]).toEqual([
      'failed',
      'complete',
      2,
    ]);
  });

  it('repeats nothing and prints nothing when a node has a defect', async () => {
    const stdout = vi.spyOn(process.stdout, 'write');
    let times = 0;
    const { graph } = assemble({
      accounts: [PRODUCTION],
      run: answering(),
      intent: () => {
        times += 1;
        throw new TypeError('a defect');
      },
    });

    await expect(graph.invoke(question)).rejects.toThrow('a defect');

    const printed = stdout.mock.calls.length;
    stdout.mockRestore();
    expect([times, printed]).toEqual([1, 0]);
  });
});
