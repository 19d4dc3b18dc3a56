import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CommandLine, createCommandLine } from './support/command-line.js';

let commandLine: CommandLine;

beforeAll(async () => {
  commandLine = await createCommandLine();
});

afterAll(() => commandLine.close());

async function connect(port: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
  return client;
}

describe('central-ops mcp --http', () => {
  it('answers clients apart from each other, and ends cleanly when it is told to', async () => {
    const server = commandLine.start(['mcp', '--http', '--port', '0', '--sandbox'], {
      CENTRAL_OPS_SANDBOX_ACCOUNTS: '2',
    });
    const [, port = ''] = await server.until(/"message":"listening".*"port":(\d+)/u);
    const [one, other] = await Promise.all([connect(port), connect(port)]);
    const question = { name: 'ask_accounts', arguments: { question: 'List the EC2 instances' } };

    const answers = await Promise.all([one, other].map((client) => client.callTool(question)));
    const { runId, status } = z
      .looseObject({ runId: z.string(), status: z.string() })
      .parse(answers[0]?.structuredContent);
    const rows = { name: 'get_rows', arguments: { runId, limit: 1 } };
    const [own, foreign] = await Promise.all([one.callTool(rows), other.callTool(rows)]);
    const { resources } = await one.listResources();
    await Promise.all([one.close(), other.close()]);
    server.child.kill('SIGTERM');

    expect(status).toBe('complete');
    expect(own.structuredContent).toMatchObject({ runId, table: { rows: { length: 1 } } });
    expect(foreign).toMatchObject({ isError: true });
    expect(resources.map(({ uri }) => uri)).toEqual(['central-ops://accounts', `central-ops://runs/${runId}`]);
    expect(await server.ended).toMatchObject({ code: 0, stdout: '' });
  });

  it.each([
    [['--http', '--host', '0.0.0.0'], 'CENTRAL_OPS_MCP_TOKEN is not set'],
    [['--http', '--allow-mutations'], '--allow-mutations is not for --http'],
    [['--port', '8000'], '--port and --host are for --http'],
  ])('does not start with %j', async (flags, why) => {
    const { code, stdout, stderr } = await commandLine.run(['mcp', ...flags, '--sandbox']);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
  });
});
