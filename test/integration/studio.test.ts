import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { Command, MemorySaver } from '@langchain/langgraph';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const configurationShape = z.object({
  graphs: z.record(z.string(), z.object({ path: z.string().regex(/^\.\/.+:\w+$/u), description: z.string() })),
});

/** What Studio's server needs of a graph. */
interface Graph {
  invoke(input: unknown, options?: unknown): Promise<unknown>;
  stream(input: unknown, options?: unknown): Promise<AsyncIterable<unknown>>;
}

describe('the graph that langgraph.json names', () => {
  let operations: Graph;

  beforeAll(async () => {
    vi.stubEnv('CENTRAL_OPS_SANDBOX', '1');
    vi.stubEnv('CENTRAL_OPS_SANDBOX_ACCOUNTS', '3');
    const { graphs } = configurationShape.parse(JSON.parse(await readFile(join(ROOT, 'langgraph.json'), 'utf8')));
    const [path = '', name = ''] = graphs['operations']?.path.split(':') ?? [];
    const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(ROOT, path)).href);
    const factory = loaded[name];
    if (typeof factory !== 'function') throw new Error(`${path} has no function ${name}`);
    const made: unknown = await factory();
    if (!isGraph(made)) throw new Error(`${name} makes no graph`);
    operations = made;
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  it('answers a conversation', async () => {
    const state = await operations.invoke({ messages: [new HumanMessage('How many EC2 instances are running?')] });

    const { messages, answer } = stateShape.parse(state);
    expect(messages.at(-1)).toBeInstanceOf(AIMessage);
    expect(answer.status).toBe('complete');
    expect(answer.response).toMatch(/^\d+ running EC2 instances in 3 accounts\./u);
  });

  it('shows its nodes as they run, one branch per account', async () => {
    const steps: string[] = [];
    const stream = await operations.stream(
      { messages: [{ role: 'user', content: 'List S3 buckets' }] },
      { streamMode: 'updates' },
    );
    for await (const step of stream) steps.push(...Object.keys(z.record(z.string(), z.unknown()).parse(step)));

    expect(steps).toEqual([
      'parseIntent',
      'resolveAccounts',
      'authorize',
      'queryAccount',
      'queryAccount',
      'queryAccount',
      'collect',
      'review',
      'summarize',
      'remember',
    ]);
  });

  it('does not let a client say who it is or what is asked', async () => {
    const state = await operations.invoke(
      { messages: [{ role: 'user', content: 'List accounts' }] },
      {
        context: {
          run: { caller: { kind: 'verified', name: 'root' } },
          request: { kind: 'query', service: 'ec2', operation: 'TerminateInstances', params: {} },
        },
      },
    );

    expect(stateShape.parse(state).answer).toMatchObject({
      status: 'complete',
      response: expect.stringMatching(/^3 /u),
    });
  });

  it('waits for a yes before an agent is sent anything, and takes it once', async () => {
    // Studio's server gives the graph its own.
    Reflect.set(operations, 'checkpointer', new MemorySaver());
    const thread = { configurable: { thread_id: 'approval' } };
    const asked = { messages: [{ role: 'user', content: 'ask agent Invoices: Which are overdue?' }] };

    const waiting = z.looseObject({ __interrupt__: interrupts }).parse(await operations.invoke(asked, thread));
    const done = await operations.invoke(new Command({ resume: { decision: 'approve' } }), thread);

    expect(waiting['__interrupt__'][0]?.value.summary).toContain('Which are overdue?');
    expect(stateShape.parse(done).answer).toMatchObject({
      status: 'complete',
      response: expect.stringContaining('Two invoices are overdue'),
    });
  });
});

const interrupts = z.array(z.object({ value: z.object({ approvalId: z.string(), summary: z.string() }) }));

const stateShape = z.object({
  messages: z.array(z.unknown()),
  answer: z.object({ status: z.string(), response: z.string() }),
});

function isGraph(value: unknown): value is Graph {
  return typeof value === 'object' && value !== null && 'invoke' in value && 'stream' in value;
}
