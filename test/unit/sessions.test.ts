import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDirectoryThreads, fileOf } from '../../src/checkpoints/directory-threads.js';
import { createMemoryThreads } from '../../src/checkpoints/memory-threads.js';
import {
  createDirectorySessionLocks,
  createMemorySessionLocks,
  type SessionLocks,
} from '../../src/checkpoints/session-locks.js';
import type { Threads } from '../../src/checkpoints/threads.js';
import type { AccountReference } from '../../src/domain/account.js';
import type { Answer } from '../../src/domain/answer.js';
import type { Caller } from '../../src/domain/caller.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { RunEvent } from '../../src/domain/event.js';
import type { OperationRequest, RunRequest } from '../../src/domain/run.js';
import { knownRegions } from '../../src/domain/region.js';
import { sleep } from '../../src/network/sleep.js';
import { createOperations, type Operations } from '../../src/operations.js';
import type { AccountTools } from '../../src/tools/account-tools.js';
import { answering, assemble, NOW } from './graphs/support/assembled.js';
import { queryIntent, recordingLogger } from './nodes/support/state.js';
import { account, outcome, PRODUCTION, rowSet, STAGING } from './results/support/builders.js';

const ALICE: Caller = { kind: 'operating-system-user', name: 'alice' };
const BOB: Caller = { kind: 'operating-system-user', name: 'bob' };

interface Prepared {
  readonly operations: Operations;
  /** What each planning saw of the session. */
  readonly seen: Conversation[];
  readonly ask: (request: OperationRequest, sessionId: string, caller?: Caller) => Promise<RunEvent>;
}

function prepare(
  threads: Threads,
  more: {
    readonly run?: AccountTools['run'];
    readonly accounts?: readonly AccountReference[];
    readonly sessions?: SessionLocks;
    readonly regions?: readonly string[];
  } = {},
): Prepared {
  const seen: Conversation[] = [];
  const { graph, activeRuns, runs } = assemble({
    accounts: more.accounts ?? [PRODUCTION, STAGING],
    run: more.run ?? answering(),
    threads,
    intent: ({ conversation }) => {
      seen.push(conversation);
      return queryIntent({ regions: more.regions ?? ['us-east-1'] });
    },
  });
  let ids = 0;
  const operations = createOperations({
    resume: () => {
      throw new Error('not expected');
    },
    graph: () => Promise.resolve(graph),
    activeRuns,
    runs,
    sessions: more.sessions ?? createMemorySessionLocks(),
    forget: (threadId) => threads.delete(threadId),
    clock: () => NOW,
    newId: (prefix) => {
      ids += 1;
      return `${prefix}-${String(ids).padStart(8, '0')}`;
    },
    timeBudgetSeconds: 300,
    logger: recordingLogger().logger,
  });
  return {
    operations,
    seen,
    async ask(request, sessionId, caller = ALICE) {
      let last: RunEvent | undefined;
      for await (const event of operations.start(request, { caller, sessionId, rowLimit: 1000 })) last = event;
      if (last === undefined) throw new Error('the run had no events');
      return last;
    },
  };
}

function asking(prompt: string): RunRequest {
  return { kind: 'ask', prompt };
}

function answerOf(event: RunEvent): Answer {
  if (event.type !== 'run-ended') throw new Error(`the run ended as ${event.type}`);
  return event.answer;
}

/** As every process makes them for itself. */
function directoryLocks(): SessionLocks {
  return createDirectorySessionLocks(directory, () => NOW);
}

/** Threads that note how much each change wrote. */
function measured(threads: Threads): { readonly threads: Threads; readonly written: number[] } {
  const written: number[] = [];
  return {
    written,
    threads: {
      ...threads,
      update: (threadId, change) =>
        threads.update(threadId, (before) => {
          const thread = change(before);
          written.push(Buffer.byteLength(JSON.stringify(thread)));
          return thread;
        }),
    },
  };
}

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-sessions-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a session', () => {
  it('goes on in another process with the person’s words and typed intents', async () => {
    const first = prepare(createDirectoryThreads(directory, { clock: Date.now, sleep }));
    await first.ask(asking('How many EC2 instances?'), 's');
    await first.ask({ kind: 'query', service: 'ec2', operation: 'DescribeVpcs', params: {} }, 's');

    const second = prepare(createDirectoryThreads(directory, { clock: Date.now, sleep }));
    await second.ask(asking('and in staging?'), 's');

    expect(second.seen).toEqual([
      {
        turns: [
          {
            runId: 'run-00000001',
            at: NOW,
            question: 'How many EC2 instances?',
            intent: queryIntent({ regions: ['us-east-1'] }),
          },
          { runId: 'run-00000002', at: NOW, question: 'ec2 DescribeVpcs', intent: queryIntent() },
        ],
      },
    ]);
  });

  it('is another one for another caller, another id, and a name that could pass for both', async () => {
    const { ask, seen } = prepare(createMemoryThreads(() => NOW));
    await ask(asking('a'), 'b c', ALICE);
    await ask(asking('a'), 'b c', BOB);
    await ask(asking('a'), 'c', { kind: 'operating-system-user', name: 'alice b' });
    await ask(asking('a'), 'b c', { kind: 'verified', name: 'alice' });
    await ask(asking('a'), 'b c', ALICE);

    expect(seen.map(({ turns }) => turns.length)).toEqual([0, 0, 0, 0, 1]);
  });

  it('is forgotten when its caller says so, and nobody else’s with it', async () => {
    const { ask, seen } = prepare(createMemoryThreads(() => NOW));
    await ask(asking('a'), 's', ALICE);
    await ask(asking('a'), 's', BOB);

    const forgotten = answerOf(await ask({ kind: 'forget' }, 's', ALICE));
    await ask(asking('b'), 's', ALICE);
    await ask(asking('b'), 's', BOB);

    expect(forgotten).toMatchObject({ status: 'complete', response: 'The session s is forgotten.' });
    expect(forgotten).not.toHaveProperty('error');
    expect(seen.map(({ turns }) => turns.length)).toEqual([0, 0, 0, 1]);
  });

  it('is busy for other processes, too, while one is answering in it', async () => {
    const threads = createMemoryThreads(() => NOW);
    const other = prepare(threads, { sessions: directoryLocks() });
    const codes: (string | undefined)[] = [];
    const one = prepare(threads, {
      accounts: [PRODUCTION],
      sessions: directoryLocks(),
      run: async (assignment, options) => {
        if (codes.length === 0) codes.push(answerOf(await other.ask(asking('x'), 's')).error?.code);
        return answering()(assignment, options);
      },
    });

    await one.ask(asking('x'), 's');
    codes.push(answerOf(await other.ask(asking('x'), 's')).error?.code);

    expect(codes).toEqual(['session-busy', undefined]);
  });

  it('answers, with a warning, when it cannot be remembered', async () => {
    const broken: Threads = {
      ...createMemoryThreads(() => NOW),
      update: () => Promise.reject(new Error('no space left on device')),
    };

    const answer = answerOf(await prepare(broken).ask(asking('x'), 's'));

    expect([answer.status, answer.warnings]).toEqual([
      'complete',
      ['The session will not remember this question (no space left on device).'],
    ]);
  });

  it('says what is wrong with what it remembers, before anything is asked', async () => {
    const threads = createDirectoryThreads(directory, { clock: Date.now, sleep });
    await prepare(threads).ask(asking('x'), 's');
    const [thread] = await threads.all();
    const path = fileOf(directory, thread?.threadId ?? '');
    await writeFile(path, '{');

    const event = await prepare(threads, { run: () => Promise.reject(new Error('not expected')) }).ask(
      asking('x'),
      's',
    );

    expect(event).toMatchObject({
      type: 'run-failed',
      error: {
        code: 'checkpoint-unreadable',
        message: `the conversation kept in ${path} cannot be read. Move the file away, and the session begins anew; or ask in another session.`,
      },
    });
  });

  it('does not grow with its questions', async () => {
    const { threads, written } = measured(createMemoryThreads(() => NOW));
    const { ask, seen } = prepare(threads);
    for (let turn = 0; turn < 50; turn += 1) await ask(asking(`question number ${turn}`), 's');

    expect(seen.map(({ turns }) => turns.length)).toEqual(Array.from({ length: 50 }, (_, turn) => Math.min(turn, 20)));
    expect(written.length).toBe(50);
    const growth = (written[49] ?? 0) - (written[24] ?? 0);
    expect(Math.abs(growth)).toBeLessThan(200);
  });

  describe('of 100 accounts × 17 Regions × 100 rows', () => {
    const regions = knownRegions('aws').slice(0, 17);
    const accounts = Array.from({ length: 100 }, (_, index) =>
      account(String(100_000_000_000 + index), `Account ${index}`),
    );
    const long = 'AccessDenied: User is not authorized to perform this operation because no policy allows it. '.repeat(
      6,
    );

    it.each<[string, AccountTools['run'], readonly unknown[]]>([
      [
        'that answered',
        ({ account: { id } }) =>
          Promise.resolve({
            outcomes: regions.map((region) => outcome(id, 'instances', region, { rows: 100 })),
            rowSets: regions.map((region) =>
              rowSet(
                id,
                'instances',
                Array.from({ length: 100 }, (_, row) => [region, `i-${id}-${row}`, 'running']),
              ),
            ),
            apiCalls: regions.length,
          }),
        ['complete', 170_000, 1],
      ],
      [
        'that were denied',
        ({ account: { id } }) =>
          Promise.resolve({
            outcomes: regions.map((region) =>
              outcome(id, 'instances', region, { kind: 'denied', code: 'AccessDenied', message: long, nextStep: long }),
            ),
            rowSets: [],
            apiCalls: regions.length,
          }),
        ['failed', 0, 0],
      ],
    ])('%s writes at most 1 MB per question, and nothing that an account returned', async (_, run, expected) => {
      const store = createMemoryThreads(() => NOW);
      const { threads, written } = measured(store);
      const { ask, operations } = prepare(threads, { run, accounts, regions });

      const answers = [answerOf(await ask(asking('x'), 's')), answerOf(await ask(asking('x'), 's'))];

      expect(Math.max(...written)).toBeLessThan(1_000_000);
      expect(JSON.stringify(await store.all())).not.toMatch(/i-1000|AccessDenied/u);
      const [table] = answers.map(({ tables }) => tables[0]);
      const last = { runId: answers[1]?.runId ?? '', table: 1, offset: (table?.total ?? 1) - 1, limit: 10 };
      const rows = await operations.rows(last, ALICE);
      expect([answers[1]?.status, table?.total, rows.rows.length]).toEqual(expected);
    });
  });
});
