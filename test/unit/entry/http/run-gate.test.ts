import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import type { RunEvent } from '../../../../src/domain/event.js';
import { createRunGate, type RunGate } from '../../../../src/entry/http/run-gate.js';
import type { Operations, StartOptions } from '../../../../src/operations.js';
import { ENDED } from './support/serve.js';

const QUESTION = { kind: 'ask', prompt: 'how many?' } as const;
const ANYBODY: StartOptions = { caller: { kind: 'anonymous', name: 's' }, sessionId: 's', rowLimit: 1 };

/** A gate in front of runs that end when they are cancelled. */
function gateOf(limit: number): RunGate {
  const operations: Operations = {
    async *start(_request, { signal }) {
      if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
      yield ENDED;
    },
    rows: () => Promise.reject(new Error('not expected')),
  };
  return createRunGate(operations, { limit, clock: () => 0, newId: (prefix) => `${prefix}-new` });
}

async function all(events: AsyncIterable<RunEvent>): Promise<readonly RunEvent[]> {
  const seen: RunEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

function refused(code: string, message: string): unknown {
  return {
    type: 'run-ended',
    runId: 'run-new',
    at: '1970-01-01T00:00:00.000Z',
    answer: {
      response: message,
      status: 'failed',
      sessionId: 's',
      runId: 'run-new',
      tables: [],
      warnings: [],
      error: { code, message },
      usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 0, millis: 0 },
    },
  };
}

const OVERLOADED = refused(
  'overloaded',
  'This server is answering 1 questions, which is as many as it takes at once (CENTRAL_OPS_CONCURRENT_RUNS). Ask again in a few seconds.',
);

describe('a run gate', () => {
  it('tells one run too many so at once, and takes the next when one has ended', async () => {
    const gate = gateOf(1);
    const cancel = new AbortController();
    const first = all(gate.operations.start(QUESTION, { ...ANYBODY, signal: cancel.signal }));

    const second = await all(gate.operations.start(QUESTION, ANYBODY));
    cancel.abort();
    await first;
    const aborted = AbortSignal.abort();
    const third = await all(gate.operations.start(QUESTION, { ...ANYBODY, signal: aborted }));

    expect([second, third]).toEqual([[OVERLOADED], [ENDED]]);
  });

  it('gives the place of a run back whose reader leaves early', async () => {
    const gate = createRunGate(
      {
        async *start() {
          yield ENDED;
          await Promise.resolve();
          yield ENDED;
        },
        rows: () => Promise.reject(new Error('not expected')),
      },
      { limit: 1, clock: () => 0, newId: (prefix) => prefix },
    );

    for await (const event of gate.operations.start(QUESTION, ANYBODY)) {
      expect(event).toEqual(ENDED);
      break;
    }

    expect(await all(gate.operations.start(QUESTION, ANYBODY))).toEqual([ENDED, ENDED]);
  });

  it('takes none when it is closed, and lets those inside go on until they are cancelled', async () => {
    const gate = gateOf(9);
    const reason = new CentralOpsError('cancelled', 'the server is shutting down');
    const first = all(gate.operations.start(QUESTION, ANYBODY));

    gate.close();
    const late = await all(gate.operations.start(QUESTION, ANYBODY));
    gate.cancel(reason);

    expect([late, await first, gate.closed]).toEqual([
      [refused('shutting-down', 'This server is shutting down. Ask again; another one will answer.')],
      [ENDED],
      true,
    ]);
  });
});
