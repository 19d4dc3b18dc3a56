import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AUDITS } from '../../src/entry/mcp/prompts.js';
import { type CommandLine, createCommandLine } from './support/command-line.js';

const MAIN = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));

/** The answer object, as far as these tests look at it. */
const answerShape = z.object({
  status: z.string(),
  runId: z.string(),
  plan: z.unknown().optional(),
  sessionId: z.string(),
  coverage: z.object({ line: z.string() }).optional(),
  tables: z.array(z.object({ total: z.number(), rows: z.array(z.unknown()) })),
});

describe('central-ops mcp', () => {
  let home: string;
  let client: Client;
  let transport: StdioClientTransport;
  let stderr = '';

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'central-ops-mcp-'));
    transport = new StdioClientTransport({
      command: process.execPath,
      args: [MAIN, 'mcp', '--sandbox'],
      cwd: home,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        CENTRAL_OPS_SANDBOX_ACCOUNTS: '3',
        CENTRAL_OPS_SANDBOX_LATENCY: 'script=100',
      },
      stderr: 'pipe',
    });
    transport.stderr?.on('data', (chunk: unknown) => {
      stderr += String(chunk);
    });
    client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
  });

  afterAll(async () => {
    await client.close();
    await rm(home, { recursive: true, force: true });
  });

  const call = (name: string, given: Record<string, unknown> = {}) => client.callTool({ name, arguments: given });
  const ask = async (question: string, more: Record<string, unknown> = {}) =>
    answerShape.parse((await call('ask_accounts', { question, ...more })).structuredContent);

  it('lists tools with titles, annotations and both schemas', async () => {
    const { tools } = await client.listTools();

    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'ask_accounts',
        'query_accounts',
        'list_accounts',
        'get_rows',
        'aws_sso_login',
        'aws_sso_status',
        'aws_sso_ls_accounts',
        'aws_sso_exec_command',
      ]),
    );
    for (const tool of tools) {
      expect(tool).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        annotations: {
          readOnlyHint: expect.any(Boolean),
          destructiveHint: expect.any(Boolean),
          idempotentHint: expect.any(Boolean),
          openWorldHint: expect.any(Boolean),
        },
        inputSchema: { type: 'object', additionalProperties: false },
        outputSchema: { type: 'object' },
      });
    }
  });

  // The SDK's client checks structured content against the schema that was listed.
  it('answers a question, a follow-up and the rows behind it', async () => {
    const seen: unknown[] = [];
    const first = answerShape.parse(
      (
        await client.callTool({ name: 'ask_accounts', arguments: { question: 'List the EC2 instances' } }, undefined, {
          onprogress: (progress) => seen.push(progress.message),
        })
      ).structuredContent,
    );

    const next = await ask('only the stopped ones', { session: first.sessionId });
    const rows = await call('get_rows', { runId: first.runId, offset: 1, limit: 2 });

    expect([first.status, next.status]).toEqual(['complete', 'complete']);
    expect(first.coverage?.line).toMatch(/^3 of 3 accounts/u);
    expect(next.tables[0]?.total).toBeLessThan(first.tables[0]?.total ?? 0);
    expect(rows.structuredContent).toMatchObject({ offset: 1, nextOffset: 3, table: { rows: { length: 2 } } });
    expect(seen.filter((message) => /\(\d{12}\): \d+ rows$/u.test(String(message)))).toHaveLength(3);
  });

  it('calls one operation everywhere, lists the accounts, and says who is signed in', async () => {
    const [query, accounts, status, portal, login] = await Promise.all([
      call('query_accounts', { service: 'sts', operation: 'GetCallerIdentity' }),
      call('list_accounts'),
      call('aws_sso_status'),
      call('aws_sso_ls_accounts'),
      call('aws_sso_login', { launchBrowser: false }),
    ]);

    expect(query.structuredContent).toMatchObject({ status: 'complete' });
    expect(accounts.structuredContent).toMatchObject({ accounts: { length: 4 } });
    expect(status.structuredContent).toMatchObject({ authenticated: true });
    expect(portal.structuredContent).toMatchObject({ failed: 0, accounts: { length: 4 } });
    expect(login.structuredContent).toMatchObject({ status: 'already-signed-in', user: 'alice' });
  });

  it.each([
    ['query_accounts', { service: 'ec2', operation: 'TerminateInstances' }],
    ['query_accounts', { service: 'ec2', operation: 'DescribeInstances', accounts: ['nowhere'] }],
    ['get_rows', { runId: 'run-00000000' }],
    ['aws_sso_exec_command', { accountId: '123', roleName: 'x', command: 'rm -rf /' }],
    ['list_accounts', { everything: true }],
  ])('%s %j fails as a result that says why', async (name, given) => {
    const { isError, content } = await call(name, given);

    expect(isError).toBe(true);
    expect(content).toEqual([{ type: 'text', text: expect.stringMatching(/\S/u) }]);
  });

  it('understands the questions of its prompts as they are', async () => {
    const questions = AUDITS.flatMap((audit) => audit.questions);

    const answers = await Promise.all(questions.map((question) => ask(`${question}?`)));

    // What the sandbox has no data for is planned, and fails there.
    expect(answers.map(({ plan }, index) => [questions[index], plan === undefined])).toEqual(
      questions.map((question) => [question, false]),
    );
  });

  it('has the accounts and the latest answers as resources', async () => {
    const { resources } = await client.listResources();
    const contents = await Promise.all(resources.slice(0, 2).map(({ uri }) => client.readResource({ uri })));

    expect(resources.length).toBeGreaterThan(1);
    expect(contents.map(({ contents: [one] }) => one)).toEqual(
      resources.slice(0, 2).map(({ uri }) => ({ uri, mimeType: 'application/json', text: expect.any(String) })),
    );
  });

  it('ends a call that is cancelled, and goes on', async () => {
    const cancel = new AbortController();
    const called = client.callTool(
      { name: 'ask_accounts', arguments: { question: 'List the S3 buckets' } },
      undefined,
      {
        signal: cancel.signal,
        onprogress: () => cancel.abort('enough'),
      },
    );

    await expect(called).rejects.toThrow('enough');
    expect((await ask('How many EC2 instances are there?')).status).toBe('complete');
  });

  it('writes nothing to stderr that went well', () => {
    expect(stderr).toBe('');
  });
});

describe('central-ops mcp, spoken to badly', () => {
  let commandLine: CommandLine;

  beforeAll(async () => {
    commandLine = await createCommandLine();
  });

  afterAll(() => commandLine.close());

  const run = (input: string) => commandLine.run(['mcp', '--sandbox'], { CENTRAL_OPS_SANDBOX_ACCOUNTS: '1' }, input);

  it('answers what it understands, and ends when its input does', async () => {
    const { code, stdout, stderr } = await run(
      [
        'GET / HTTP/1.1',
        '{"jsonrpc": "2.0", "id": 1, "method": "ping"}',
        '{"jsonrpc": "2.0", "id": 2, "method": "no/such"}',
        '\u0000\u0001',
        '[]',
        'null',
        '{"jsonrpc": "2.0", "id": 3, "method": "tools/call", "params": {"name": "ask_accounts"}}',
        `{"jsonrpc": "2.0", "id": 4, "method": "tools/call", "params": {"name": "query_accounts", "arguments": {"service": "ec2", "operation": "DescribeInstances", "params": {"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}}}}`,
        '{"jsonrpc": "2.0", "id": 5, "method": "tools/call", "params": {"name": "ask_accounts", "arguments": {"question": "List the EC2 instances"}}}',
      ].join('\n') + '\n',
    );

    const replies = stdout
      .trimEnd()
      .split('\n')
      .map((line) => z.looseObject({ id: z.number(), jsonrpc: z.literal('2.0') }).parse(JSON.parse(line)));
    expect(code).toBe(0);
    expect(replies.toSorted((one, other) => one.id - other.id)).toEqual([
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: 2, error: { code: -32_601, message: 'Method not found' } },
      { jsonrpc: '2.0', id: 3, result: expect.objectContaining({ isError: true }) },
      { jsonrpc: '2.0', id: 4, result: expect.objectContaining({ isError: true }) },
      {
        jsonrpc: '2.0',
        id: 5,
        result: expect.objectContaining({ structuredContent: expect.objectContaining({ status: 'complete' }) }),
      },
    ]);
    expect(stderr.trimEnd().split('\n')).toEqual(
      Array.from({ length: 4 }, () => expect.stringContaining('mcp message failed')),
    );
  });

  it('gives up on a message of more than 4 MB', async () => {
    const { code, stdout, stderr } = await run('x'.repeat(5_000_000));

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a message on standard input is larger than 4194304 bytes');
  });
});
