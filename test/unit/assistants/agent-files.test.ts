import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agentFiles, READ_ONLY_TOOLS, type Target } from '../../../src/assistants/agent-files.js';

const HOME = { directory: '/home/alice', local: false, program: ['/usr/bin/node', "/opt/it's here/main.js"] };
const PROJECT = { directory: '/home/anna/project', local: true, program: ['central-ops'] };

const contextCommand = `/usr/bin/node '/opt/it'\\''s here/main.js' agent-context --compact`;
const server = { command: '/usr/bin/node', args: ["/opt/it's here/main.js", 'mcp'] };

function file(target: Target, ending: string, place = HOME): { readonly path: string; readonly text: string } {
  const found = agentFiles(target, place).find(({ path }) => path.endsWith(ending));
  if (found === undefined) throw new Error(`no ${ending}`);
  return found;
}

/** The keys that Amazon Q CLI accepts, and what of them we use: it refuses a file with any other. */
const qAgent = z.strictObject({
  name: z.string(),
  description: z.string(),
  prompt: z.string(),
  mcpServers: z.record(z.string(), z.strictObject({ command: z.string(), args: z.array(z.string()) })),
  tools: z.array(z.string()),
  allowedTools: z.array(z.string()),
  hooks: z.strictObject({
    agentSpawn: z.array(
      z.strictObject({ command: z.string(), timeout_ms: z.number().int(), max_output_size: z.number().int() }),
    ),
  }),
});

describe('the agent of Amazon Q CLI and of Kiro CLI 2', () => {
  it.each([
    ['q', '/.aws/amazonq/cli-agents/central-ops.json', 'central-ops'],
    ['kiro', '/.kiro/agents/central-ops-v2.json', 'central-ops-v2'],
  ] as const)('has the keys that %s accepts, our server, and tools that only read', (target, path, name) => {
    const { path: at, text } = file(target, '.json');
    const json: unknown = JSON.parse(target === 'q' ? text : file(target, '-v2.json').text);
    const agent = qAgent.parse(json);

    expect(target === 'q' ? at : file(target, '-v2.json').path).toBe(`/home/alice${path}`);
    expect(agent).toMatchObject({
      name,
      mcpServers: { 'central-ops': server },
      tools: ['@central-ops'],
      allowedTools: READ_ONLY_TOOLS.map((tool) => `@central-ops/${tool}`),
      hooks: { agentSpawn: [{ command: contextCommand, timeout_ms: 10_000, max_output_size: 10_240 }] },
    });
  });

  it('has only properties of the schema that Amazon Q CLI publishes', async () => {
    const schema = z
      .object({ properties: z.record(z.string(), z.unknown()), additionalProperties: z.literal(false) })
      .parse(
        JSON.parse(await readFile(new URL('../../fixtures/amazon-q-agent-properties.json', import.meta.url), 'utf8')),
      );

    const agent = z.record(z.string(), z.unknown()).parse(JSON.parse(file('q', '.json').text));

    expect(Object.keys(agent).filter((key) => !Object.hasOwn(schema.properties, key))).toEqual([]);
  });
});

describe('the agent of Kiro CLI 3', () => {
  it('is a Markdown profile with its settings as YAML, and permissions for tools that only read', () => {
    const { path, text } = file('kiro', '.md');
    const [, header = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/u.exec(text) ?? [];
    // Each value is JSON, which is YAML on one line.
    const entries = header.split('\n').map((line): [string, unknown] => {
      const [key = '', ...rest] = line.split(': ');
      return [key, JSON.parse(rest.join(': '))];
    });

    expect(path).toBe('/home/alice/.kiro/agents/central-ops.md');
    expect(Object.fromEntries(entries)).toEqual({
      description: expect.any(String),
      tools: ['@central-ops'],
      mcpServers: { 'central-ops': server },
      permissions: [
        { capability: 'mcp', effect: 'allow', match: READ_ONLY_TOOLS.map((tool) => `central-ops/${tool}`) },
      ],
    });
    expect(body).toContain('Always pass on the coverage line');
  });

  it('has a hook in a file of its own', () => {
    const { path, text } = file('kiro', '/hooks/central-ops.json');

    expect(path).toBe('/home/alice/.kiro/hooks/central-ops.json');
    expect(JSON.parse(text)).toEqual({
      version: 'v1',
      hooks: [
        {
          name: 'central-ops-profiles',
          trigger: 'SessionStart',
          action: { type: 'command', command: contextCommand },
          timeout: 10,
          enabled: true,
        },
      ],
    });
  });
});

it('has no path of one machine in the files of a project', () => {
  const files = [...agentFiles('q', PROJECT), ...agentFiles('kiro', PROJECT)];

  expect(files.map(({ path }) => path)).toEqual([
    '/home/anna/project/.amazonq/cli-agents/central-ops.json',
    '/home/anna/project/.kiro/agents/central-ops.md',
    '/home/anna/project/.kiro/hooks/central-ops.json',
    '/home/anna/project/.kiro/agents/central-ops-v2.json',
  ]);
  expect(files.filter(({ text }) => /\/(?:usr|opt|home|work)\//u.test(text))).toEqual([]);
});
