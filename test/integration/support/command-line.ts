import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/bundle/main.js', import.meta.url));

/** How a process of the command line ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** Resolves when stdout and stderr together match; rejects when the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Ended>;
}

/** The real command line, as somebody has it who just installed it: an own home and no variable of this machine. */
export interface CommandLine {
  readonly home: string;
  /** `input` is all that its standard input holds. */
  start(parameters: readonly string[], variables?: Readonly<Record<string, string>>, input?: string): Started;
  run(parameters: readonly string[], variables?: Readonly<Record<string, string>>, input?: string): Promise<Ended>;
  /** The text of everything that is kept in the home directory. */
  kept(): Promise<string>;
  close(): Promise<void>;
}

export async function createCommandLine(): Promise<CommandLine> {
  const home = await mkdtemp(join(tmpdir(), 'central-ops-home-'));
  const living = new Set<ChildProcess>();

  const start: CommandLine['start'] = (parameters, variables = {}, input = '') => {
    const child = spawn(process.execPath, [MAIN, ...parameters], {
      cwd: home,
      // Without the last one, a machine without credentials would ask the metadata service of EC2.
      env: { PATH: process.env['PATH'], HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...variables },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => undefined).end(input);
    living.add(child);
    let stdout = '';
    let stderr = '';
    const watchers = new Set<() => void>();
    const note = (): void => {
      for (const look of watchers) look();
    };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      note();
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      note();
    });
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        living.delete(child);
        resolve({ code, stdout, stderr });
      });
    });
    const until = (pattern: RegExp): Promise<RegExpExecArray> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(`${stdout}\n${stderr}`);
          if (found === null) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        void ended.then(
          () => reject(new Error(`ended without ${pattern.source}:\n${stdout}\n${stderr}`)),
          (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
        );
        look();
      });
    return { child, until, ended };
  };

  return {
    home,
    start,
    run: (parameters, variables, input) => start(parameters, variables, input).ended,
    async kept() {
      const files = await readdir(home, { recursive: true, withFileTypes: true });
      const texts = files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
      return (await Promise.all(texts)).join('\n');
    },
    async close() {
      for (const child of living) child.kill('SIGKILL');
      await rm(home, { recursive: true, force: true });
    },
  };
}
