import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@langchain/langgraph-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_BEHIND = join(ROOT, '.langgraph_api');

const stateShape = z.object({
  answer: z.object({ status: z.string(), response: z.string() }),
  messages: z.array(z.looseObject({ type: z.string() })),
});

/** LangGraph's own development server, as Studio talks to it. */
describe('langgraphjs dev', () => {
  let server: ChildProcess;
  let output = '';
  let client: Client;
  let home: string;
  let ignored: string;
  const wasThere = existsSync(LEFT_BEHIND);

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'central-ops-studio-'));
    ignored = await readFile(join(ROOT, '.gitignore'), 'utf8');
    const port = await freePort();
    server = spawn(
      process.execPath,
      [join(ROOT, 'node_modules/.bin/langgraphjs'), 'dev', '--no-browser', '--no-reload', '--port', String(port)],
      {
        cwd: ROOT,
        env: {
          PATH: process.env['PATH'],
          HOME: home,
          CENTRAL_OPS_SANDBOX: '1',
          CENTRAL_OPS_SANDBOX_ACCOUNTS: '3',
          LANGGRAPH_CLI_NO_ANALYTICS: '1',
          LANGSMITH_TRACING: 'false',
          AWS_EC2_METADATA_DISABLED: 'true',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        // Its workers are children of children; a group of their own can be ended as one.
        detached: true,
      },
    );
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    }
    client = new Client({ apiUrl: `http://127.0.0.1:${port}` });
    await answering(client);
  });
  afterAll(async () => {
    const gone = new Promise((resolve) => server.once('close', resolve));
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    const patience = setTimeout(() => server.pid !== undefined && process.kill(-server.pid, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(patience);
    if (!wasThere) await rm(LEFT_BEHIND, { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  });

  async function answering(studio: Client): Promise<void> {
    const until = Date.now() + 60_000;
    for (;;) {
      const found = await studio.assistants.search({ graphId: 'operations' }).catch(() => []);
      if (found.length > 0) return;
      if (Date.now() > until || server.exitCode !== null) throw new Error(`the server did not start:\n${output}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 250);
      });
    }
  }

  const ask = async (threadId: string | null, question: string): Promise<z.infer<typeof stateShape>> => {
    const input = { messages: [{ role: 'user', content: question }] };
    return stateShape.parse(
      threadId === null
        ? await client.runs.wait(null, 'operations', { input })
        : await client.runs.wait(threadId, 'operations', { input }),
    );
  };

  it('answers a question without a thread', async () => {
    const { answer } = await ask(null, 'How many EC2 instances are running in each account?');

    expect(answer.status).toBe('complete');
    expect(answer.response).toMatch(/^\d+ running EC2 instances in 3 accounts\./u);
  });

  it('answers one question after the other in a thread, from a clean slate', async () => {
    const thread = await client.threads.create();

    const first = await ask(thread.thread_id, 'List EC2 instances');
    const second = await ask(thread.thread_id, 'How many S3 buckets are there?');

    expect(first.answer.response).toMatch(/^\d+ EC2 instances in 3 accounts\./u);
    expect(second.answer.response).toMatch(/^\d+ S3 buckets in 3 accounts\./u);
    expect(second.messages.map(({ type }) => type)).toEqual(['human', 'ai', 'human', 'ai']);
  });

  it('describes the graph and its state to Studio', async () => {
    const [assistant] = await client.assistants.search({ graphId: 'operations' });
    const schemas = await client.assistants.getSchemas(assistant?.assistant_id ?? '');
    const graph = await client.assistants.getGraph(assistant?.assistant_id ?? '');

    expect(schemas).toMatchObject({ graph_id: 'operations' });
    expect(graph.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['parseIntent', 'queryAccount', 'summarize']),
    );
  });

  it('leaves what it ignores as it was', async () => {
    expect(await readFile(join(ROOT, '.gitignore'), 'utf8')).toBe(ignored);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
