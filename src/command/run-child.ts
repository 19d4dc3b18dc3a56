import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { CentralOpsError } from '../domain/errors.js';

export interface ChildResult {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly ended: 'by-itself' | 'timed-out' | 'cancelled' | 'too-much-output';
}

export interface ChildOptions {
  readonly program: string;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly timeoutMillis: number;
  /** Bytes of stdout and stderr together, beyond which it is stopped. */
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

/** How long a process that was asked to end may take. */
const GRACE_MILLIS = 2_000;

/**
 * Runs a program without a shell, with its standard input closed and in a process group of its own, which is ended as a whole:
 * asked first, killed two seconds later. Throws `configuration` when it cannot be started.
 */
export function runChild(options: ChildOptions): Promise<ChildResult> {
  const { program, argv, environment, directory, timeoutMillis, mostBytes, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...argv], {
      cwd: directory,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      shell: false,
    });
    let ended: ChildResult['ended'] = 'by-itself';
    let bytes = 0;
    let exited = false;
    const stop = (why: ChildResult['ended']): void => {
      if (ended !== 'by-itself' || exited) return;
      ended = why;
      void endGroup(child.pid, () => exited);
    };
    const collect = (chunks: Buffer[]) => (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) stop('too-much-output');
      else chunks.push(chunk);
    };
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', collect(stdout));
    child.stderr.on('data', collect(stderr));
    const cancel = (): void => stop('cancelled');
    const timer = setTimeout(() => stop('timed-out'), timeoutMillis);
    const settle = (): void => {
      exited = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    };
    child.once('error', (error) => {
      settle();
      reject(notStarted(program, error));
    });
    child.once('close', (code) => {
      settle();
      resolve({
        exitCode: code ?? undefined,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
        ended,
      });
    });
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
  });
}

async function endGroup(pid: number | undefined, hasExited: () => boolean): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  await wait(GRACE_MILLIS, undefined, { ref: false });
  if (!hasExited()) signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number | undefined, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

function notStarted(program: string, cause: Error): CentralOpsError {
  return new CentralOpsError('configuration', `The AWS CLI ${program} could not be started: ${cause.message}`, {
    nextStep: 'Run it by hand, or set CENTRAL_OPS_AWS_CLI to another one.',
    cause,
  });
}
