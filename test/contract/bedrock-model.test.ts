import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { END, START, StateGraph, StateSchema } from '@langchain/langgraph';
import { z } from 'zod';
import { createBedrockModel } from '../../src/models/bedrock-model.js';
import type { Model, ModelQuestion, ModelReply } from '../../src/models/model.js';
import { createNetwork, type Network } from '../../src/network/network.js';
import type { ModelScript } from '../../src/sandbox/protocol/bedrock-script.js';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';

const Shape = z.object({ city: z.string(), people: z.number().optional() });

let network: Network;
let sandbox: Sandbox | undefined;

beforeEach(() => {
  network = createNetwork({ loopbackOnly: true });
});

afterEach(async () => {
  network.close();
  await sandbox?.close();
});

/** The product's own model against the sandbox's, which plays the script. */
async function scripted(script: ModelScript): Promise<{ readonly sandbox: Sandbox; readonly model: Model }> {
  const started = await startSandbox({ accounts: 2, model: script });
  sandbox = started;
  return {
    sandbox: started,
    model: createBedrockModel({
      modelId: 'us.example.model-1:0',
      region: 'eu-west-1',
      endpoint: started.url,
      fetch: network.fetch,
      hubCredentials: () => Promise.resolve(started.hub),
    }),
  };
}

type Question = ModelQuestion<typeof Shape>;

function ask(model: Model, more: Partial<Question> = {}, signal = new AbortController().signal) {
  return model.ask(
    { name: 'city', shape: Shape, system: 'Be brief.', prompt: 'Where?', maxOutputTokens: 100, ...more },
    { signal },
  );
}

const STREAM = { patienceMillis: 5000 };
const ANSWER = { kind: 'calls' as const, calls: [{ name: 'city', input: { city: 'Łódź', people: 640_000 } }] };

/** Without the ids that the sandbox makes up. */
function withoutIds(reply: ModelReply<unknown>): unknown {
  return { ...reply, calls: reply.calls.map(({ name, arguments: args }) => [name, args]) };
}

describe.each([
  ['Converse', {}, false],
  ['ConverseStream', STREAM, true],
] as const)('a model over %s', (_api, how, streamed) => {
  it('answers with the arguments of the one tool that it was given', async () => {
    const { model, sandbox: aws } = await scripted([{ ...ANSWER, text: 'Well.', inputTokens: 70, outputTokens: 9 }]);

    expect(withoutIds(await ask(model, how))).toEqual({
      kind: 'answered',
      outcome: { city: 'Łódź', people: 640_000 },
      calls: [['city', { city: 'Łódź', people: 640_000 }]],
      inputTokens: 70,
      outputTokens: 9,
    });
    expect(aws.modelRequests()).toMatchObject([
      {
        modelId: 'us.example.model-1:0',
        streamed,
        body: {
          system: [{ text: 'Be brief.' }],
          messages: [{ role: 'user', content: [{ text: 'Where?' }] }],
          inferenceConfig: { maxTokens: 100 },
          toolConfig: { tools: [{ toolSpec: { name: 'city' } }], toolChoice: { tool: { name: 'city' } } },
        },
      },
    ]);
  });

  it('may call a tool first, and is told what it found in its own exchange', async () => {
    const { model, sandbox: aws } = await scripted([
      { kind: 'calls', calls: [{ name: 'look_up', input: { word: 'city' } }] },
      ANSWER,
    ]);
    const tools = [
      { name: 'look_up', description: 'Looks up.', inputSchema: { type: 'object', properties: { word: {} } } },
    ];

    const first = await ask(model, { ...how, tools });
    const exchanges = [{ calls: first.calls, told: ['a large town'] }];
    const second = await ask(model, { ...how, tools, exchanges });

    const [id] = first.calls.map((call) => call.id);
    expect([first.kind, second.kind]).toEqual(['asks', 'answered']);
    expect(aws.modelRequests().map(({ body }) => body['toolConfig'])).toEqual([
      expect.objectContaining({ toolChoice: { any: {} } }),
      expect.objectContaining({ toolChoice: { any: {} } }),
    ]);
    expect(aws.modelRequests()[1]?.body['messages']).toEqual([
      { role: 'user', content: [{ text: 'Where?' }] },
      { role: 'assistant', content: [{ toolUse: { toolUseId: id, name: 'look_up', input: { word: 'city' } } }] },
      { role: 'user', content: [{ toolResult: { toolUseId: id, content: [{ text: 'a large town' }] } }] },
    ]);
  });

  it.each<[string, ModelScript, string]>([
    ['refuses', [{ kind: 'stopped', reason: 'refusal', text: 'No.' }], 'the model refused'],
    ['is stopped by a guardrail', [{ kind: 'stopped', reason: 'guardrail_intervened' }], 'a guardrail stopped it'],
    ['is filtered', [{ kind: 'stopped', reason: 'content_filtered' }], 'its content filter stopped it'],
  ])('is at its end when it %s', async (_case, script, problem) => {
    const { model } = await scripted(script);

    expect(await ask(model, how)).toMatchObject({ kind: 'stopped', problem });
  });

  it.each<[string, ModelScript, string]>([
    ['only talks', [{ kind: 'text', text: 'Hm.' }], 'it did not have the form that was asked for'],
    [
      'runs out of tokens behind something that would do',
      [{ kind: 'stopped', reason: 'max_tokens', call: { name: 'city', input: { city: 'Rome' } } }],
      'it was longer than allowed',
    ],
  ])('is unusable when it %s', async (_case, script, problem) => {
    const { model } = await scripted(script);

    expect(await ask(model, how)).toMatchObject({ kind: 'unusable', problem });
  });

  it('is unusable when its arguments have another shape, and says where', async () => {
    const { model } = await scripted([{ kind: 'calls', calls: [{ name: 'city', input: { city: 5 } }] }]);

    expect(await ask(model, how)).toMatchObject({
      kind: 'unusable',
      problem: 'it did not have the form that was asked for',
      details: 'city: Invalid input: expected string, received number',
    });
  });

  it.each(['{"city": "Rome", "peo', 'Rome', '["Rome"]', '"Rome"'])(
    'is unusable when its arguments are the text %s',
    async (malformed) => {
      const { model } = await scripted([{ kind: 'calls', calls: [{ name: 'city', input: {}, malformed }] }]);

      expect(await ask(model, how)).toMatchObject({ kind: 'unusable', calls: [] });
    },
  );

  it.each([
    [429, 'ThrottlingException', 'throttled'],
    [500, 'InternalServerException', 'unreachable'],
    [503, 'ServiceUnavailableException', 'unreachable'],
    [403, 'AccessDeniedException', 'credentials-denied'],
  ])('that answers %i %s fails as that, once', async (status, type, code) => {
    const { model, sandbox: aws } = await scripted([{ kind: 'error', status, type, message: 'not now' }]);

    await expect(ask(model, how)).rejects.toMatchObject({ code, message: expect.stringContaining(type) });
    expect(aws.modelRequests()).toHaveLength(1);
  });

  it('is given up when the signal says so, in the middle of its answer', async () => {
    const { model, sandbox: aws } = await scripted([{ ...ANSWER, ending: 'stalled' }]);
    const cancel = new AbortController();
    const reason = new Error('Ctrl-C');

    const asked = ask(model, how, cancel.signal);
    await expect.poll(() => aws.modelRequests().length).toBe(1);
    setTimeout(() => cancel.abort(reason), 50);

    await expect(asked).rejects.toBe(reason);
  });

  it('fails, and is not half believed, when the connection is lost in the middle', async () => {
    const { model } = await scripted([{ ...ANSWER, ending: 'cut' }]);

    await expect(ask(model, how)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('never reaches those who watch the graph’s messages', async () => {
    const { model } = await scripted([{ kind: 'calls', text: 'Secretly,', calls: ANSWER.calls }]);
    const graph = new StateGraph(new StateSchema({ kind: z.string().default('') }))
      .addNode('tell', async () => ({ kind: (await ask(model, how)).kind }))
      .addEdge(START, 'tell')
      .addEdge('tell', END)
      .compile();

    const seen: unknown[] = [];
    for await (const chunk of await graph.stream({}, { streamMode: ['messages', 'updates'] })) seen.push(chunk);

    expect(seen).toEqual([['updates', { tell: { kind: 'answered' } }]]);
  });
});

describe('a model over ConverseStream', () => {
  it('is given up when nothing comes for a while', async () => {
    const { model } = await scripted([{ ...ANSWER, ending: 'stalled' }]);

    await expect(ask(model, { patienceMillis: 200 })).rejects.toMatchObject({
      code: 'timed-out',
      nextStep: 'Ask again, or choose a faster model.',
    });
  });

  it.each([
    ['ThrottlingException', 'throttled'],
    ['ModelStreamErrorException', 'unreachable'],
  ])('that fails with %s once it has begun fails as that', async (type, code) => {
    const { model } = await scripted([{ kind: 'error', status: 429, type, message: 'not now', midway: true }]);

    await expect(ask(model, STREAM)).rejects.toMatchObject({ code, message: expect.stringContaining('not now') });
  });
});

describe('the sandbox’s model', () => {
  it('believes nobody whose signature it cannot compute again', async () => {
    const { sandbox: aws } = await scripted([ANSWER]);
    const forged = createBedrockModel({
      modelId: 'm',
      region: 'eu-west-1',
      endpoint: aws.url,
      fetch: network.fetch,
      hubCredentials: () => Promise.resolve({ ...aws.hub, secretAccessKey: 'guessed' }),
    });

    await expect(ask(forged)).rejects.toMatchObject({ code: 'credentials-missing' });
    expect(aws.modelRequests()).toEqual([]);
  });

  it.each<[string, ModelScript | undefined, string]>([
    ['has no script', undefined, 'The sandbox has no script for a model.'],
    ['has played its script', [], 'The script of the sandbox has no further turn.'],
  ])('says so when it %s', async (_case, script, message) => {
    const started = await startSandbox({ accounts: 2, ...(script === undefined ? {} : { model: script }) });
    sandbox = started;
    const model = createBedrockModel({
      modelId: 'm',
      region: 'us-east-1',
      endpoint: started.url,
      fetch: network.fetch,
      hubCredentials: () => Promise.resolve(started.hub),
    });

    await expect(ask(model)).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });
});
