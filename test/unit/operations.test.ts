import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createMemorySessionLocks } from '../../src/checkpoints/session-locks.js';
import type { Answer } from '../../src/domain/answer.js';
import type { Caller } from '../../src/domain/caller.js';
import type { RunEvent } from '../../src/domain/event.js';
import type { RunRequest } from '../../src/domain/run.js';
import { createOperations, PROMPT_LIMIT_BYTES, type Operations, type StartOptions } from '../../src/operations.js';
import type { AccountTools } from '../../src/tools/account-tools.js';
import { answering, assemble, NOW } from './graphs/support/assembled.js';
import { recordingLogger } from './nodes/support/state.js';
import { outcome, PRODUCTION, STAGING } from './results/support/builders.js';

const ALICE: Caller = { kind: 'operating-system-user', name: 'alice' };
const BOB: Caller = { kind: 'operating-system-user', name: 'bob' };
const ask: RunRequest = { kind: 'ask', prompt: 'How many EC2 instances?' };

interface Prepared {
  readonly operations: Operations;
  readonly start: (request?: RunRequest, options?: Partial<StartOptions>) => AsyncGenerator<RunEvent, void, undefined>;
  readonly takeRows: (runId: string) => number;
  readonly lines: readonly unknown[];
}

function prepare(
  run: AccountTools['run'] = answering(),
  more: { readonly graph?: () => Promise<never> } = {},
): Prepared {
  const { graph, activeRuns, runs } = assemble({ accounts: [PRODUCTION, STAGING], run });
  const { logger, lines } = recordingLogger();
  let ids = 0;
  const operations = createOperations({
    resume: () => {
      throw new Error('not expected');
    },
    graph: more.graph ?? (() => Promise.resolve(graph)),
    activeRuns,
    runs,
    sessions: createMemorySessionLocks(),
    forget: () => Promise.reject(new Error('not expected')),
    clock: () => NOW,
    newId: (prefix) => {
      ids += 1;
      return `${prefix}-0000000${ids}`;
    },
    timeBudgetSeconds: 300,
    logger,
  });
  return {
    operations,
    start: (request = ask, options = {}) => operations.start(request, { caller: ALICE, rowLimit: 1000, ...options }),
    takeRows: (runId) => runs.takeRows(runId).length,
    lines,
  };
}

async function collect(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

async function answerOf(events: AsyncIterable<RunEvent>): Promise<Answer> {
  const last = (await collect(events)).at(-1);
  if (last?.type !== 'run-ended') throw new Error(`the run ended as ${last?.type ?? 'nothing'}`);
  return last.answer;
}

/** A tool that waits until it is told to stop, as ours do. */
function waiting(): {
  readonly run: AccountTools['run'];
  readonly started: Promise<void>;
  readonly ended: () => number;
} {
  const begun = new EventTarget();
  let ended = 0;
  const started = new Promise<void>((resolve) => {
    begun.addEventListener('begun', () => resolve(), { once: true });
  });
  return {
    started,
    ended: () => ended,
    run: async ({ account }, { caller, signal }) => {
      if (account.id === STAGING.id)
        return answering()({ account, regions: ['us-east-1'], plan: PLAN }, { caller, signal, deadline: 0 });
      begun.dispatchEvent(new Event('begun'));
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      });
      // Ending a session takes a moment, too.
      await new Promise((resolve) => setTimeout(resolve, 5));
      ended += 1;
      return {
        outcomes: [outcome(account.id, 'instances', '*', { kind: 'cancelled', message: 'stopped' })],
        rowSets: [],
        apiCalls: 0,
      };
    },
  };
}

const PLAN = { calls: [], show: { title: '', tables: [] }, rowCap: 1 };

describe('start', () => {
  it('begins with the session, ends with the answer, and stamps every event', async () => {
    const events = await collect(prepare().start());

    expect(events.map(({ type }) => type)).toEqual([
      'run-started',
      'intent-parsed',
      'accounts-resolved',
      'plan-authorized',
      'account-started',
      'account-started',
      'account-ended',
      'account-ended',
      'run-ended',
    ]);
    expect(events[0]).toEqual({
      type: 'run-started',
      sessionId: 'session-00000002',
      runId: 'run-00000001',
      at: '2026-11-21T00:00:00.000Z',
    });
    expect(new Set(events.map(({ runId, at }) => `${runId} ${at}`)).size).toBe(1);
    expect(events.at(-1)).toMatchObject({
      answer: { status: 'complete', sessionId: 'session-00000002', usage: { millis: 0 } },
    });
  });

  it('keeps the session that it is given and gives the run its time', async () => {
    const deadlines: number[] = [];
    const { start } = prepare((assignment, options) => {
      deadlines.push(options.deadline);
      return answering()(assignment, options);
    });

    const answer = await answerOf(start(ask, { sessionId: 'mine' }));
    await answerOf(start(ask, { timeoutSeconds: 1.5 }));

    expect(answer.sessionId).toBe('mine');
    expect(deadlines).toEqual([NOW + 300_000, NOW + 300_000, NOW + 1500, NOW + 1500]);
  });

  it.each<[RunRequest, string]>([
    [{ kind: 'query', service: 'ec2', operation: 'DescribeInstances', params: {} }, 'complete'],
    [{ kind: 'retry', runId: 'run-unknown' }, 'failed'],
  ])('takes a request of kind $kind', async (request, status) => {
    expect((await answerOf(prepare().start(request))).status).toBe(status);
  });

  describe('a session that is answering', () => {
    it('refuses a second question at once, and takes it afterwards', async () => {
      const { run, started } = waiting();
      const { start } = prepare(run);
      const cancel = new AbortController();
      const first = answerOf(start(ask, { sessionId: 's', signal: cancel.signal }));
      await started;

      const second = await collect(start(ask, { sessionId: 's' }));
      cancel.abort();
      await first;
      const third = await answerOf(start(ask, { sessionId: 's', signal: AbortSignal.abort() }));

      const message = 'This session is still answering another question. Wait for it, or ask in a session of its own.';
      expect(second).toEqual([
        {
          type: 'run-ended',
          runId: 'run-00000002',
          at: '2026-11-21T00:00:00.000Z',
          answer: {
            response: message,
            status: 'failed',
            sessionId: 's',
            runId: 'run-00000002',
            tables: [],
            warnings: [],
            error: { code: 'session-busy', message },
            usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 0 },
          },
        },
      ]);
      expect(third.error?.code).not.toBe('session-busy');
    });

    it('is another one for another caller', async () => {
      const { run, started } = waiting();
      const { start } = prepare(run);
      const cancel = new AbortController();
      const first = answerOf(start(ask, { sessionId: 's', signal: cancel.signal }));
      await started;

      const other = await answerOf(start({ ...ask, planOnly: true }, { sessionId: 's', caller: BOB }));
      cancel.abort();
      await first;

      expect(other.status).toBe('complete');
    });
  });

  it('refuses a question that is too long by its bytes, and takes the longest', async () => {
    const { start } = prepare();
    const longest = 'é'.repeat(PROMPT_LIMIT_BYTES / 2);

    const refused = await collect(start({ kind: 'ask', prompt: `${longest}x` }, { sessionId: 's' }));
    const taken = await answerOf(start({ kind: 'ask', prompt: longest }, { sessionId: 's' }));

    expect(refused).toMatchObject([
      {
        type: 'run-ended',
        answer: {
          status: 'refused',
          error: {
            code: 'prompt-too-long',
            message: 'The question has 32769 bytes; at most 32768 are read. Ask something shorter.',
          },
        },
      },
    ]);
    expect(taken.status).toBe('complete');
  });

  describe('cancelled', () => {
    it('by its signal, ends with what has answered', async () => {
      const { run, started } = waiting();
      const { start, takeRows } = prepare(run);
      const cancel = new AbortController();

      const answered = answerOf(start(ask, { signal: cancel.signal }));
      await started;
      cancel.abort();
      const answer = await answered;

      expect(answer).toMatchObject({
        status: 'cancelled',
        coverage: { accounts: { asked: 2, answered: 1 }, line: '1 of 2 accounts in 1 Region; 1 cancelled' },
      });
      expect(answer.tables[0]?.rows).toEqual([['Staging', '333333333333', 'us-east-1', 'i-333-0', 'running']]);
      expect(takeRows('run-00000001')).toBe(0);
    });

    it('before it began, asks with a signal that is already aborted', async () => {
      const { run, ended } = waiting();

      const answer = await answerOf(prepare(run).start(ask, { signal: AbortSignal.abort() }));

      expect([answer.status, ended()]).toEqual(['cancelled', 1]);
    });

    it('by leaving the iteration, waits for its branches and leaves nothing behind', async () => {
      const { run, started, ended } = waiting();
      const { start, takeRows } = prepare(run);

      for await (const event of start(ask, { sessionId: 's' })) {
        if (event.type !== 'account-started' || event.accountId !== PRODUCTION.id) continue;
        await started;
        break;
      }
      const endedWhenLeft = ended();
      const rowsLeft = takeRows('run-00000001');
      const next = await answerOf(start({ ...ask, planOnly: true }, { sessionId: 's' }));

      expect([endedWhenLeft, rowsLeft, next.status]).toEqual([1, 0, 'complete']);
    });

    it('leaves no listener on a signal that outlives it', async () => {
      const { signal } = new AbortController();

      await answerOf(prepare().start(ask, { signal }));

      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });
  });

  it('ends as run-failed on a defect, logs it, and frees the session', async () => {
    const { start, lines } = prepare(answering(), { graph: () => Promise.reject(new TypeError('no graph')) });

    const first = await collect(start(ask, { sessionId: 's' }));
    const second = await collect(start(ask, { sessionId: 's' }));

    expect(first.map(({ type }) => type)).toEqual(['run-started', 'run-failed']);
    expect(first.at(-1)).toEqual({
      type: 'run-failed',
      runId: 'run-00000001',
      at: '2026-11-21T00:00:00.000Z',
      error: { code: 'internal', message: 'no graph' },
    });
    expect(second.at(-1)?.type).toBe('run-failed');
    expect(lines).toEqual([
      ['error run failed', { runId: 'run-00000001', error: 'no graph' }],
      ['error run failed', { runId: 'run-00000002', error: 'no graph' }],
    ]);
  });

  describe('the row limit', () => {
    it.each([
      [3, 3, true],
      [150, 150, true],
      [Number.MAX_SAFE_INTEGER, 600, false],
    ])('of %d gives %d of 600 rows', async (rowLimit, rows, truncated) => {
      const answer = await answerOf(prepare(answering(150)).start(ask, { rowLimit }));

      expect(answer.tables.map((table) => [table.rows.length, table.total, table.truncated])).toEqual([
        [rows, 600, truncated],
      ]);
    });
  });
});

describe('rows', () => {
  it.each([
    [0, 2, ['i-222-0', 'i-222-1'], true],
    [599, 10, ['i-333-149'], true],
    [600, 10, [], true],
  ])('pages from %d on', async (offset, limit, expected, truncated) => {
    const table = await (await finished()).rows({ runId: 'run-00000001', table: 1, offset, limit }, ALICE);

    expect([table.rows.map((row) => row[3]), table.total, table.truncated]).toEqual([expected, 600, truncated]);
  });

  it('is whole when all of it fits', async () => {
    const table = await (await finished()).rows({ runId: 'run-00000001', table: 1, offset: 0, limit: 600 }, ALICE);

    expect([table.rows.length, table.truncated]).toEqual([600, false]);
  });

  it.each([
    ['another caller’s run', 'run-00000001', 1, BOB, 'unknown-run'],
    ['an unknown run', 'run-00000009', 1, ALICE, 'unknown-run'],
    ['a table too many', 'run-00000001', 2, ALICE, 'usage'],
  ] as const)('are not there for %s', async (_, runId, table, caller, code) => {
    const operations = await finished();

    await expect(operations.rows({ runId, table, offset: 0, limit: 1 }, caller)).rejects.toMatchObject({ code });
  });
});

async function finished(): Promise<Operations> {
  const { operations, start } = prepare(answering(150));
  await answerOf(start());
  return operations;
}
