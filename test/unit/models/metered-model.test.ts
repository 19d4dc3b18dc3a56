import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CentralOpsError } from '../../../src/domain/errors.js';
import { NO_MODEL_USAGE } from '../../../src/domain/model-usage.js';
import { createMeter } from '../../../src/models/metered-model.js';
import type { Model } from '../../../src/models/model.js';
import { recordingLogger } from '../nodes/support/state.js';
import { scriptedModel } from './support/scripted-model.js';

const QUESTION = { name: 'x', shape: z.object({}), system: 'Be brief.', maxOutputTokens: 100 };
const limits = { signal: new AbortController().signal, millis: 1000 };
const answered = { answer: {} };

describe('a metered model', () => {
  it('counts what was asked, and over several questions of one run', async () => {
    const { meter } = scriptedModel([answered, answered]);
    const model = meter({ modelCalls: 1, inputTokens: 50, outputTokens: 5 });

    await model.ask(QUESTION, () => 'Go.', limits);
    await model.ask(QUESTION, () => 'Go.', limits);

    // What the run had spent before is the run's, not this meter's.
    expect([model.used, model.callsLeft]).toEqual([{ modelCalls: 2, inputTokens: 200, outputTokens: 20 }, 3]);
  });

  it('asks no more often than the budget allows, whoever spent it', async () => {
    const { meter, asked } = scriptedModel([answered], { calls: 3 });
    const model = meter({ modelCalls: 2, inputTokens: 0, outputTokens: 0 });

    await model.ask(QUESTION, () => 'Go.', limits);

    expect(await model.ask(QUESTION, () => 'Go.', limits)).toEqual({
      kind: 'failed',
      problem: 'CENTRAL_OPS_BUDGET_MODEL_CALLS (3) does not allow it',
    });
    expect(asked).toHaveLength(1);
  });

  it('gives a prompt the room that tokens, texts, schema, tools and earlier words leave', async () => {
    const rooms: number[] = [];
    const build = (room: number): string => {
      rooms.push(room);
      return 'Go.';
    };
    const { meter } = scriptedModel([answered, answered, answered], { tokens: 10_000 });
    const model = meter(NO_MODEL_USAGE);
    const tools = [{ name: 't', description: 'd'.repeat(200), inputSchema: {} }];
    const exchanges = [{ calls: [], told: ['w'.repeat(300)] }];

    await model.ask(QUESTION, build, limits);
    await model.ask({ ...QUESTION, tools }, build, limits);
    await model.ask({ ...QUESTION, exchanges }, build, limits);

    const [plain = 0, withTools = 0, withWords = 0] = rooms;
    expect(plain).toBeLessThan(10_000 - 100);
    // Each question has cost 110 tokens.
    expect(plain - withTools).toBeGreaterThan(310);
    expect(withTools - withWords).toBeGreaterThan(150);
  });

  it.each<[string, () => string | undefined]>([
    ['nothing useful fits', () => undefined],
    ['it is longer than it may be', () => 'é'.repeat(10_000)],
  ])('asks nothing when of the prompt %s', async (_case, build) => {
    const { meter, asked } = scriptedModel([answered], { tokens: 5000 });

    expect(await meter(NO_MODEL_USAGE).ask(QUESTION, build, limits)).toEqual({
      kind: 'failed',
      problem: 'CENTRAL_OPS_BUDGET_MODEL_TOKENS (5000) does not allow it',
    });
    expect(asked).toEqual([]);
  });

  it('counts a request that failed, and says why', async () => {
    const { meter } = scriptedModel([{ fails: new CentralOpsError('throttled', 'Too fast.', { nextStep: 'Wait.' }) }]);
    const model = meter(NO_MODEL_USAGE);

    expect(await model.ask(QUESTION, () => 'Go.', limits)).toEqual({ kind: 'failed', problem: 'Too fast. Wait.' });
    expect(model.used).toEqual({ modelCalls: 1, inputTokens: 0, outputTokens: 0 });
  });

  it('gives up after its time, and rejects with the reason of whoever cancels', async () => {
    const silent: Model = {
      label: 'a model',
      ask: (_question, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    };
    const meter = createMeter({
      model: silent,
      budget: { calls: 6, tokens: 60_000 },
      logger: recordingLogger().logger,
    });
    const cancel = new AbortController();
    const reason = new Error('Ctrl-C');

    const late = await meter(NO_MODEL_USAGE).ask(QUESTION, () => 'Go.', { ...limits, millis: 50 });
    const asked = meter(NO_MODEL_USAGE).ask(QUESTION, () => 'Go.', { signal: cancel.signal, millis: 10_000 });
    cancel.abort(reason);

    expect(late).toEqual({ kind: 'failed', problem: 'a model did not answer within 0.1 s' });
    await expect(asked).rejects.toBe(reason);
  });
});
