import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { z } from 'zod';
import { type CommandLine, createCommandLine } from '../integration/support/command-line.js';

/**
 * The protocol's own test suite and its Inspector against our server. Both want a newer Node than the one that this package supports
 * at least; npm has it as a package, so that `npx` alone runs them. Without a registry they are reported as skipped.
 */
const NODE = 'node@22.23.3';
const CONFORMANCE = '@modelcontextprotocol/conformance@0.1.16';
const INSPECTOR = '@modelcontextprotocol/inspector@2.12.0';
const MAIN = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));
const NOT_APPLICABLE = fileURLToPath(new URL('mcp-conformance/not-applicable.yml', import.meta.url));
const MINUTES = 60_000;

let directory: string;
let commandLine: CommandLine;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'central-ops-mcp-clients-'));
  commandLine = await createCommandLine();
});

afterAll(async () => {
  await commandLine.close();
  await rm(directory, { recursive: true, force: true });
});

interface Ran {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of a package with the newer Node. */
async function npx(packageName: string, command: readonly string[]): Promise<Ran> {
  const child = spawn('npx', ['-y', '-p', NODE, '-p', packageName, '--', ...command], {
    cwd: directory,
    env: { ...process.env, CENTRAL_OPS_SANDBOX_ACCOUNTS: '2' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const [code]: unknown[] = await once(child, 'close');
  return { code, out, err };
}

async function needs({ skip }: TestContext, packageName: string): Promise<void> {
  const { code, out, err } = await npx(packageName, ['node', '--version']);
  skip(code !== 0 || !out.includes('v22.'), `${packageName} and ${NODE} cannot be had here: ${err.slice(-300)}`);
}

describe('the conformance suite of MCP', () => {
  it(
    'passes against our HTTP server, apart from what is about its own fixtures',
    async (context) => {
      await needs(context, CONFORMANCE);
      const server = commandLine.start(['mcp', '--http', '--port', '0', '--sandbox'], {
        CENTRAL_OPS_SANDBOX_ACCOUNTS: '2',
      });
      const [, port = ''] = await server.until(/"message":"listening".*"port":(\d+)/u);

      const { code, out } = await npx(CONFORMANCE, [
        'conformance',
        'server',
        '--url',
        `http://localhost:${port}/mcp`,
        '--suite',
        'all',
        '--expected-failures',
        NOT_APPLICABLE,
      ]);
      server.child.kill('SIGTERM');

      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('✓ dns-rebinding-protection: 2 passed') });
      expect((await server.ended).code).toBe(0);
    },
    5 * MINUTES,
  );
});

describe('the MCP Inspector', () => {
  const CALLS: Readonly<Record<string, readonly string[]>> = {
    ask_accounts: ['question=How many EC2 instances are running in each account?'],
    query_accounts: ['service=sts', 'operation=GetCallerIdentity'],
    list_accounts: [],
    get_rows: ['runId=run-00000000'],
    aws_sso_login: ['launchBrowser=false'],
    aws_sso_status: [],
    aws_sso_ls_accounts: [],
    aws_sso_exec_command: [
      'accountId=111111111111',
      'roleName=CentralOpsReadOnly',
      'command=aws sts get-caller-identity',
    ],
  };

  it(
    'lists every tool without an error in its schemas, and calls them',
    async (context) => {
      await needs(context, INSPECTOR);

      const listed = await inspect('--method', 'tools/list', '--strict');
      const names = [...listed.out.matchAll(/^ {6}"name": "(\w+)"/gmu)].map(([, name = '']) => name);
      const results: unknown[] = [];
      for (const [name, given] of Object.entries(CALLS)) {
        const { out } = await inspect(
          '--method',
          'tools/call',
          '--tool-name',
          name,
          ...given.flatMap((one) => ['--tool-arg', one]),
        );
        const { content } = z.looseObject({ content: z.array(z.unknown()) }).parse(JSON.parse(out));
        results.push([name, content]);
      }

      expect(listed.code).toBe(0);
      expect(names).toEqual(expect.arrayContaining(Object.keys(CALLS)));
      expect(results).toEqual(
        Object.keys(CALLS).map((name) => [name, [{ type: 'text', text: expect.stringMatching(/\S/u) }]]),
      );
    },
    10 * MINUTES,
  );
});

function inspect(...parameters: readonly string[]): ReturnType<typeof npx> {
  return npx(INSPECTOR, ['mcp-inspector', '--cli', process.execPath, MAIN, 'mcp', '--sandbox', ...parameters]);
}
