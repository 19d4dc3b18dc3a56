import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

import type { AccountReply } from '../../../src/domain/outcome.js';
import { runAccount } from '../../../src/tools/aws-mcp/account-run.js';
import type { ScriptLimits } from '../../../src/tools/aws-mcp/script/render.js';
import { createToolCatalogue } from '../../../src/tools/aws-mcp/tool-catalogue.js';
import type { Scenario, World } from './script-scenarios.js';

/** What a script did: the value of its last expression, and what the stand-in for `call_boto3` saw. */
export interface ScriptRun {
  readonly value: unknown;
  readonly apiCalls: readonly unknown[];
  readonly requests: readonly { readonly call: string; readonly region: string; readonly params: unknown }[];
  /** The most calls that were in flight at once. */
  readonly most: number;
}

/** Runs a rendered script against a world. */
export type ScriptRunner = (code: string, world: World) => Promise<ScriptRun>;

const RunSchema = z.object({
  value: z.unknown(),
  apiCalls: z.array(z.unknown()),
  requests: z.array(z.object({ call: z.string(), region: z.string(), params: z.unknown() })),
  most: z.number(),
});

export const runOnCPython: ScriptRunner = (code, world) => runIn('python3', 'cpython.py', code, world);

export const runOnMicroPython: ScriptRunner = (code, world) => runIn(process.execPath, 'micropython.mjs', code, world);

export function hasCPython(): boolean {
  return spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
}

async function runIn(program: string, harness: string, code: string, world: World): Promise<ScriptRun> {
  const child = spawn(program, [fileURLToPath(new URL(harness, import.meta.url))], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(JSON.stringify({ code, world }));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const parsed = RunSchema.safeParse(out === '' ? undefined : JSON.parse(out));
  if (!parsed.success) throw new Error(`the script did not run: ${errors}${out.slice(0, 2000)}`);
  return parsed.data;
}

export const TEST_LIMITS: ScriptLimits = {
  seconds: 20,
  callSeconds: 10,
  workers: 8,
  backoff: 0.01,
  cellCap: 4096,
  rowsPerScript: 20_000,
};

/** Takes a scenario through the whole adapter, except for the wire. */
export async function runScenario(
  scenario: Scenario,
  runner: ScriptRunner,
): Promise<{ readonly reply: AccountReply; readonly runs: readonly ScriptRun[] }> {
  const runs: ScriptRun[] = [];
  const reply = await runAccount(
    scenario.assignment,
    () => ({
      accountId: scenario.assignment.account.id,
      key: 'test',
      provide: () => Promise.reject(new Error('unused')),
    }),
    { signal: new AbortController().signal, deadline: Date.now() + (scenario.runMillis ?? 60_000) },
    {
      endpoint: new URL('http://127.0.0.1/mcp'),
      catalogue: createToolCatalogue(),
      proveReadOnly: () => undefined,
      clock: Date.now,
      sleep: () => Promise.resolve(),
      limits: { ...TEST_LIMITS, ...scenario.limits },
      pool: {
        close: () => Promise.resolve(),
        use: (_credentials, _limits, use) =>
          use({
            end: () => Promise.resolve(),
            withClient: () => Promise.reject(new Error('no tools are listed here')),
            callTool: async (_name, args) => {
              const run = await runner(String(args['code']), scenario.world);
              runs.push(run);
              const structuredContent = { status: 'success', return_value: run.value, api_calls: run.apiCalls };
              return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
            },
          }),
      },
    },
  );
  return { reply, runs };
}
