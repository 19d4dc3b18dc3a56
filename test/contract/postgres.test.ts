import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApprovals, type Approvals } from '../../src/approvals/approvals.js';
import { createPostgresApprovalStore } from '../../src/approvals/postgres-approval-store.js';
import { createPostgresSessionLocks } from '../../src/checkpoints/postgres-session-locks.js';
import { createPostgresThreads } from '../../src/checkpoints/postgres-threads.js';
import type { StoredValue, Thread } from '../../src/checkpoints/thread.js';
import type { ThreadLimits, Threads } from '../../src/checkpoints/threads.js';
import type { Caller } from '../../src/domain/caller.js';
import { createIdentifiers } from '../../src/identifiers.js';
import { createDatabase } from '../../src/postgres/database.js';
import { tablesOf } from '../../src/postgres/schema.js';
import { createLogger } from '../../src/telemetry/logger.js';
import { startSandboxRun } from '../integration/support/sandbox-run.js';
import { startPostgres, type PostgresServer } from './support/postgres.js';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 27);

let server: PostgresServer;
let now = START;
const clock = (): number => now;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());
beforeEach(async () => {
  now = START;
  const database = server.connect();
  await database.query(`DELETE FROM ${database.tables.threads}`);
  await database.query(`DELETE FROM ${database.tables.busySessions}`);
});

/** As an instance that starts now has them. */
function threads(limits?: ThreadLimits): Threads {
  return createPostgresThreads(server.connect(), clock, limits);
}

function value(version: number, text = 'x'): StoredValue {
  return { namespace: '', channel: 'conversation', version, value: { json: text } };
}

function adding(added: StoredValue): (thread: Thread) => Thread {
  return (thread) => ({ ...thread, values: [...thread.values, added] });
}

describe('threads in PostgreSQL', () => {
  it('are gone on with by another instance, and deleted for both', async () => {
    const [one, other] = [threads(), threads()];
    await one.update('a', adding(value(1)));
    await other.update('a', adding(value(2)));

    expect(await one.read('a')).toEqual({ threadId: 'a', checkpoints: [], values: [value(1), value(2)] });
    expect(await other.all()).toHaveLength(1);

    await other.delete('a');
    expect(await one.read('a')).toBeUndefined();
  });

  it('lose nothing when several instances change one thread at once, from its first change on', async () => {
    const instances = Array.from({ length: 3 }, () => threads());

    await Promise.all(
      instances.flatMap((own, first) =>
        Array.from({ length: 10 }, (_, index) => own.update('a', adding(value(index * 3 + first)))),
      ),
    );

    const versions = (await threads().read('a'))?.values.map(({ version }) => Number(version)) ?? [];
    expect(versions.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  it('take ids and values with every character', async () => {
    const hostile = ["'; DROP TABLE central_ops_threads; --", '', 'x'.repeat(2000), 'a\0b', '\uD800'];
    for (const threadId of hostile) await threads().update(threadId, adding(value(1, `${threadId}\0`)));

    for (const threadId of hostile) {
      expect((await threads().read(threadId))?.values).toEqual([value(1, `${threadId}\0`)]);
    }
  });

  it('are forgotten after their age, and the least recently used beyond their size', async () => {
    const limits = { bytes: 3000, ageMillis: 30 * DAY };
    await threads(limits).update('old', adding(value(1)));
    now += 31 * DAY;
    expect(await threads(limits).read('old')).toBeUndefined();

    for (const threadId of ['a', 'b', 'c', 'd']) {
      now += 1;
      await threads(limits).update(threadId, adding(value(1, 'x'.repeat(1000))));
    }

    const kept = (await threads(limits).all()).map(({ threadId }) => threadId);
    expect(kept.toSorted()).toEqual(['c', 'd']);
  });

  it('of the sandbox are others', async () => {
    await createPostgresThreads(server.connect(tablesOf('central_ops_sandbox')), clock).update('a', adding(value(1)));

    expect(await threads().read('a')).toBeUndefined();
  });

  it('that something else has written are refused, and stay', async () => {
    await threads().update('a', adding(value(1)));
    await server.run(`UPDATE central_ops_threads SET thread = '{"threadId": 1}'`);

    await expect(threads().read('a')).rejects.toMatchObject({ code: 'checkpoint-unreadable' });
    await expect(threads().update('a', adding(value(2)))).rejects.toMatchObject({ code: 'checkpoint-unreadable' });
    await expect(server.connect().query('SELECT thread FROM central_ops_threads')).resolves.toEqual([
      { thread: '{"threadId": 1}' },
    ]);
  });
});

describe('sessions in PostgreSQL', () => {
  it('belong to one run at a time over all instances, until it lets go or its time is over', async () => {
    const [one, other] = [
      createPostgresSessionLocks(server.connect(), clock),
      createPostgresSessionLocks(server.connect(), clock),
    ];
    const release = await one.tryTake('a', now + 1000);
    expect(await other.tryTake('a', now + 1000)).toBeUndefined();
    expect(await other.tryTake('b', now + 1000)).toBeDefined();

    await release?.();
    const second = await other.tryTake('a', now + 1000);
    expect(second).toBeDefined();

    // The holder died: its time passes.
    now += 1001;
    expect(await one.tryTake('a', now + 1000)).toBeDefined();
    await second?.();
    expect(await other.tryTake('a', now + 1000)).toBeUndefined();
  });
});

function instance(): Approvals {
  const store = createPostgresApprovalStore(server.connect(), clock);
  return createApprovals({ store, clock, newId: createIdentifiers() });
}

describe('approvals in PostgreSQL', () => {
  const anna: Caller = { kind: 'verified', name: 'anna' };
  const request = {
    kind: 'ec2-command',
    caller: anna,
    payload: { command: 'uptime' },
    summary: 'Run "uptime".',
    expiresInMillis: 600_000,
  } as const;

  it('that one instance asked for are decided by one of all, once', async () => {
    const { approvalId } = await instance().request(request);

    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => instance().decide({ approvalId, caller: anna, decision: 'approve' })),
    );

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await instance().conclude(approvalId, { exitCode: 0 });
    expect(await instance().get(approvalId, anna)).toMatchObject({
      payload: { command: 'uptime' },
      decided: { decision: 'approve' },
      outcome: { exitCode: 0 },
    });
  });

  it("are another caller's to nobody, and changed by nobody", async () => {
    const { approvalId } = await instance().request(request);
    const ben: Caller = { kind: 'verified', name: 'ben' };
    await expect(instance().get(approvalId, ben)).rejects.toMatchObject({ code: 'unknown-approval' });

    await server.run("UPDATE central_ops_approvals SET approval = replace(approval, 'uptime', 'reboot')");

    await expect(instance().decide({ approvalId, caller: anna, decision: 'approve' })).rejects.toMatchObject({
      code: 'approval-tampered',
    });
  });

  it('are forgotten after thirty days', async () => {
    const { approvalId } = await instance().request(request);
    now += 30 * DAY;
    await instance().request(request);

    await expect(instance().get(approvalId, anna)).rejects.toMatchObject({ code: 'unknown-approval' });
  });
});

describe('a conversation in PostgreSQL', () => {
  it('is gone on with by an instance that started later', async () => {
    const product = await startSandboxRun({ accounts: 2 }, { CENTRAL_OPS_CHECKPOINTS: server.url });
    const session = { sessionId: 'audit' };
    await product.run({ kind: 'ask', prompt: 'How many EC2 instances are running in each account?' }, session);

    await product.restart();
    const followUp = await product.run({ kind: 'ask', prompt: 'and the stopped ones?' }, session);

    expect(followUp).toMatchObject({ status: 'complete', tables: [{ columns: ['Account', 'Account ID', 'Count'] }] });
    expect(followUp.response).toContain('stopped EC2 instances in 2 accounts');
    await product.close();
  }, 60_000);
});

describe('a database that cannot be used', () => {
  const logger = createLogger({ level: 'error', write: () => undefined, clock: Date.now });

  it('is named without its password, and asked again the next time', async () => {
    const listener = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const database = createDatabase(`postgres://user:hunter2@127.0.0.1:${port}/app`, tablesOf('central_ops'), logger);

    const failure = await database.query('SELECT 1').catch((error: unknown) => error);

    expect(failure).toMatchObject({
      code: 'checkpoint-unavailable',
      message: expect.stringContaining(`PostgreSQL at 127.0.0.1:${port}/app: `),
    });
    expect(JSON.stringify(failure)).not.toContain('hunter2');
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ code: 'checkpoint-unavailable' });
    await database.close();
    listener.close();
  });

  it('is not connected to before it is asked', async () => {
    const database = createDatabase('postgres://user@192.0.2.1/app', tablesOf('central_ops'), logger);

    await expect(database.close()).resolves.toBeUndefined();
  });
});
