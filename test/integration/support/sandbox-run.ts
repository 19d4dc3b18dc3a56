import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../../src/config.js';
import { compose, type Composition } from '../../../src/compose.js';
import type { Answer } from '../../../src/domain/answer.js';
import type { RunEvent } from '../../../src/domain/event.js';
import type { OperationRequest, RunRequest } from '../../../src/domain/run.js';
import type { StartOptions } from '../../../src/operations.js';
import type { SandboxOptions } from '../../../src/sandbox/options.js';
import { startSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';

/**
 * The whole product against a sandbox over real sockets: only endpoints and the hub's identity are given to it, the
 * way an operator would, through variables.
 *
 * Both live by one clock, which every run begins two seconds later: a server that takes three requests a second
 * would otherwise make hundreds of questions wait for their turn.
 */
export interface SandboxRun {
  readonly sandbox: Sandbox;
  readonly composition: Composition;
  /** What was logged. */
  readonly lines: readonly string[];
  ask(prompt: string, options?: Partial<RunRequest>): Promise<Answer>;
  run(request: OperationRequest, options?: Partial<StartOptions>): Promise<Answer>;
  events(request: OperationRequest, options?: Partial<StartOptions>): Promise<readonly RunEvent[]>;
  /** Lets two seconds pass for product and sandbox, so that a quota refills. */
  later(): void;
  /** Ends the product, with all its sessions, and starts another one over the same sandbox. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const BETWEEN_RUNS_MILLIS = 2000;

export async function startSandboxRun(
  options: SandboxOptions = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<SandboxRun> {
  const lines: string[] = [];
  let ahead = 0;
  const clock = (): number => Date.now() + ahead;
  const later = (): void => {
    ahead += BETWEEN_RUNS_MILLIS;
  };
  const sandbox = await startSandbox({ clock, ...options });
  const home = await mkdtemp(join(tmpdir(), 'central-ops-test-'));
  const environment = {
    HOME: home,
    ACCOUNT_REGISTRY: JSON.stringify(sandbox.registry()),
    CENTRAL_OPS_LOG_LEVEL: 'error',
    CENTRAL_OPS_ROWS: 'memory',
    ...sandbox.variables(),
    ...variables,
  };
  const start = async (): Promise<Composition> =>
    compose(
      await loadConfiguration({ door: 'server', environment }),
      { log: (line) => lines.push(line), auditName: 'tests' },
      { clock, hubCredentials: () => Promise.resolve(sandbox.hub) },
    );
  let composition = await start();

  const events = async (request: OperationRequest, more: Partial<StartOptions> = {}): Promise<readonly RunEvent[]> => {
    const seen: RunEvent[] = [];
    later();
    const caller = { kind: 'operating-system-user', name: 'tester' } as const;
    const limit = { caller, rowLimit: Number.MAX_SAFE_INTEGER, ...more };
    for await (const event of composition.operations.start(request, limit)) seen.push(event);
    return seen;
  };
  const run = async (request: OperationRequest, more: Partial<StartOptions> = {}): Promise<Answer> => {
    const last = (await events(request, more)).at(-1);
    if (last?.type !== 'run-ended') throw new Error(`the run did not end with an answer: ${JSON.stringify(last)}`);
    return last.answer;
  };
  return {
    sandbox,
    lines,
    get composition() {
      return composition;
    },
    events,
    run,
    ask: (prompt, more = {}) => run({ ...more, kind: 'ask', prompt }),
    later,
    async restart() {
      await composition.close();
      composition = await start();
    },
    async close() {
      await composition.close();
      await sandbox.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
