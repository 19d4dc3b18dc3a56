import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Our own program, as it was built. */
export const MAIN = fileURLToPath(new URL('../../../dist/bundle/main.js', import.meta.url));

/** A server that was started here, and what it says. */
export interface OwnServer {
  readonly process: ChildProcess;
  readonly url: string;
  /** Of its line "listening". */
  readonly host: string;
  readonly startMillis: number;
  readonly log: () => string;
}

/** Programs that a test starts: each ends with {@link Programs.stop}, whatever happened. */
export interface Programs {
  /** The variables that lead to a sandbox in a process of its own. */
  sandbox(flags?: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** A server as in a container, on a free port. `args` are Node's, the program's file first. */
  serve(environment: Readonly<Record<string, string>>, args?: readonly string[]): Promise<OwnServer>;
  stop(): Promise<void>;
}

export async function programs(): Promise<Programs> {
  const home = await mkdtemp(join(tmpdir(), 'central-ops-contract-'));
  const children: ChildProcess[] = [];
  const start = (args: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess => {
    const child = spawn(process.execPath, args, {
      cwd: home,
      env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  };
  return {
    async sandbox(flags = []) {
      const child = start([MAIN, 'sandbox', ...flags], {});
      const variables: Record<string, string> = {};
      if (child.stdout === null) throw new Error('the sandbox has no output');
      for await (const line of createInterface({ input: child.stdout })) {
        const [, name, value] = /^export (\w+)='(.*)'$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) variables[name] = value;
        if (name === 'ACCOUNT_REGISTRY') return variables;
      }
      throw new Error('the sandbox did not start');
    },
    async serve(environment, args = [MAIN, 'serve']) {
      const startedAt = performance.now();
      const inContainer = { DOCKER_CONTAINER: '1', CENTRAL_OPS_LOG_LEVEL: 'info', PORT: '0', NODE_ENV: 'production' };
      const child = start(args, { ...inContainer, ...environment });
      let log = '';
      const listening = await new Promise<{ readonly host: string; readonly port: string }>((resolve, reject) => {
        child.stderr?.on('data', (chunk: Buffer) => {
          log += chunk.toString('utf8');
          const [, host, port] = /"host":"([^"]+)","port":(\d+)/.exec(log) ?? [];
          if (host !== undefined && port !== undefined) resolve({ host, port });
        });
        child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${log}`)));
      });
      return {
        process: child,
        host: listening.host,
        url: `http://127.0.0.1:${listening.port}`,
        startMillis: performance.now() - startedAt,
        log: () => log,
      };
    },
    async stop() {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}
