import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../../src/domain/errors.js';
import type { RunEvent } from '../../../../../src/domain/event.js';
import { serveThread } from '../../../../../src/entry/http/worker/serve-thread.js';
import {
  createThreadedOperations,
  type ThreadedOperations,
} from '../../../../../src/entry/http/worker/threaded-operations.js';
import type { Operations, StartOptions } from '../../../../../src/operations.js';
import { answer } from '../../../results/support/builders.js';
import { ENDED, event, playing, STARTED } from '../support/serve.js';

const QUESTION = { kind: 'ask', prompt: 'how many?' } as const;
const ANYBODY: StartOptions = { caller: { kind: 'anonymous', name: 's' }, sessionId: 's', rowLimit: 5 };

let close: (() => void) | undefined;
afterEach(() => close?.());

const unexpected = (): never => {
  throw new Error('not expected');
};

/** Both ends over a real channel, which copies messages as one between threads does. */
function connected(operations: Partial<Operations>): ThreadedOperations {
  const { port1, port2 } = new MessageChannel();
  close = () => port1.close();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin
  const threaded = createThreadedOperations({ postMessage: (message) => port1.postMessage(message) });
  port1.on('message', (message) => threaded.receive(message));
  serveThread(
    port2,
    { start: unexpected, rows: unexpected, ...operations },
    {
      setLogLevel: () => undefined,
      close: () => Promise.resolve(),
    },
  );
  return threaded;
}

async function all(events: AsyncIterable<RunEvent>): Promise<readonly RunEvent[]> {
  const seen: RunEvent[] = [];
  for await (const one of events) seen.push(one);
  return seen;
}

describe('operations of another thread', () => {
  it('yield the same events, and are asked the same', async () => {
    const asked: unknown[] = [];
    const { operations } = connected({
      start: (...given) => {
        asked.push(given);
        return playing(STARTED, ENDED);
      },
    });

    const events = await all(operations.start(QUESTION, ANYBODY));

    expect([events, asked]).toEqual([[STARTED, ENDED], [[QUESTION, { ...ANYBODY, signal: expect.any(AbortSignal) }]]]);
  });

  it('make an event only when it is asked for', async () => {
    let made = 0;
    const { operations } = connected({
      async *start() {
        for (;;) {
          made += 1;
          await Promise.resolve();
          yield STARTED;
        }
      },
    });
    const events = operations.start(QUESTION, ANYBODY);

    await events.next();
    await events.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const madeByThen = made;
    await events.return();

    expect(madeByThen).toBe(2);
  });

  it('are cancelled with the reason of the signal', async () => {
    const { operations } = connected({
      async *start(_, { signal }) {
        yield STARTED;
        if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
        const reason: unknown = signal?.reason;
        yield event({ type: 'run-failed', error: { code: 'cancelled', message: String(reason) } });
      },
    });
    const cancel = new AbortController();
    const events = operations.start(QUESTION, { ...ANYBODY, signal: cancel.signal });
    await events.next();

    const last = events.next();
    cancel.abort(new CentralOpsError('cancelled', 'the client disconnected'));

    expect((await last).value).toEqual(
      event({ type: 'run-failed', error: { code: 'cancelled', message: 'CentralOpsError: the client disconnected' } }),
    );
    expect((await events.next()).done).toBe(true);
  });

  it('end over there, before they have ended here, when their reader leaves', async () => {
    const seen: string[] = [];
    const { operations } = connected({
      async *start(_, { signal }) {
        try {
          yield STARTED;
        } finally {
          await Promise.resolve();
          seen.push(signal?.aborted === true ? 'cancelled' : 'not cancelled');
        }
      },
    });

    for await (const one of operations.start(QUESTION, ANYBODY)) {
      expect(one).toEqual(STARTED);
      break;
    }

    expect(seen).toEqual(['cancelled']);
  });

  it('carry errors of ours with what they say, and others with their message', async () => {
    const refusal = new CentralOpsError('unknown-run', 'no rows', { nextStep: 'Ask again.', facts: { runId: 'r' } });
    const { operations } = connected({
      rows: (query) => Promise.reject(query.runId === 'ours' ? refusal : new TypeError('a defect')),
      async *start() {
        yield STARTED;
        await Promise.resolve();
        throw refusal;
      },
    });
    const rows = (runId: string): Promise<unknown> =>
      operations.rows({ runId, table: 1, offset: 0, limit: 1 }, ANYBODY.caller);

    await expect(rows('ours')).rejects.toEqual(refusal);
    await expect(rows('other')).rejects.toEqual(new Error('a defect'));
    await expect(all(operations.start(QUESTION, ANYBODY))).rejects.toEqual(refusal);
  });

  it('give a page of rows', async () => {
    const table = { title: 'T', columns: ['A'], rows: [['a']], total: 9, truncated: true };
    const { operations } = connected({ rows: () => Promise.resolve(table) });

    expect(await operations.rows({ runId: 'r', table: 1, offset: 0, limit: 1 }, ANYBODY.caller)).toEqual(table);
  });

  it('cut an answer to what a door sends before it is copied', async () => {
    const rows = Array.from({ length: 50_000 }, () => ['x'.repeat(200)]);
    const tables = [{ title: 'T', columns: ['A'], rows, total: 50_000, truncated: false }];
    const { operations } = connected({
      start: () => playing(event({ type: 'run-ended', answer: answer({ tables }) })),
    });

    const [ended] = await all(operations.start(QUESTION, ANYBODY));

    expect(Buffer.byteLength(JSON.stringify(ended))).toBeLessThan(4.1 * 1024 * 1024);
    expect(ended).toMatchObject({ answer: { tables: [{ total: 50_000, truncated: true }] } });
  });

  it('fail when the thread is gone, those under way and those to come', async () => {
    const gone = new CentralOpsError('internal', 'the thread that answers questions has ended');
    const threaded = connected({
      async *start(_, { signal }) {
        yield STARTED;
        if (signal !== undefined) await once(signal, 'abort');
      },
    });
    const { operations } = threaded;
    const events = operations.start(QUESTION, ANYBODY);
    await events.next();
    const next = events.next();

    threaded.fail(gone);

    await expect(next).rejects.toBe(gone);
    await expect(all(operations.start(QUESTION, ANYBODY))).rejects.toBe(gone);
  });
});
