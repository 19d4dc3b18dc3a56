import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CentralOpsError } from '../../domain/errors.js';
import type { FromInterpreter, ToInterpreter } from './messages.js';
import { readScriptResult, scriptFailure, type ScriptResult } from './script-result.js';
import { wrapScript } from './wrap-script.js';

/** Runs Python scripts, many at once, in one process of their own. */
export interface ScriptRunner {
  /**
   * Runs a script; `answer` serves its calls, text in and text out. Every way a script can end is a result, also a
   * crash of its process. When `signal` aborts, the script is stopped and its result does not matter.
   */
  run(code: string, answer: (text: string) => Promise<string>, signal: AbortSignal): Promise<ScriptResult>;
  /** Ends the process. Running scripts end as errors. */
  close(): Promise<void>;
}

interface Running {
  readonly answer: (text: string) => Promise<string>;
  readonly end: (result: ScriptResult) => void;
}

const SCRIPT_HAS_ENDED = JSON.stringify({ error: { type: 'BotoCoreError', text: 'the script has ended' } });

interface Interpreter {
  readonly process: ChildProcess;
  /** Resolves when it takes scripts. What is sent before waits there. */
  readonly ready: Promise<void>;
}

/** How long a script that was told to stop may take to do so before its process is killed. */
const GRACE_MS = 1000;

/** Texts kept wrapped: one question reaches many accounts as the same text. */
const WRAPPED_KEPT = 8;

function rememberingLast(kept: number, work: (text: string) => string): (text: string) => string {
  const results = new Map<string, string>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    if (results.size >= kept) results.clear();
    const result = work(text);
    results.set(text, result);
    return result;
  };
}

/** Starts the process at once, so that it is ready by the time the first script comes. Throws when it is not built. */
export function createScriptRunner(options: { readonly timeoutMs: number }): ScriptRunner {
  const program = interpreterProgram();
  const running = new Map<number, Running>();
  const wrap = rememberingLast(WRAPPED_KEPT, wrapScript);
  let lastRun = 0;
  let closed = false;
  let child: Interpreter | undefined = startProcess();

  function startProcess(): Interpreter {
    const started = fork(program, [], {
      // Nothing of this process's environment; no code made from text; no flags of ours (a test runner has some).
      env: {},
      execArgv: ['--disallow-code-generation-from-strings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const ready = new Promise<void>((resolve) => {
      started.on('message', (message: FromInterpreter) => {
        if (message.kind === 'ready') resolve();
        else receive(started, message);
      });
    });
    const ended = (reason: string): void => {
      if (child?.process !== started) return;
      child = undefined;
      for (const script of running.values()) script.end(scriptFailure('InterpreterError', reason));
    };
    started.once('exit', () => ended('the process that runs scripts ended; run the script again'));
    started.once('error', () => ended('the process that runs scripts could not be started'));
    return { process: started, ready };
  }

  function receive(from: ChildProcess, message: Exclude<FromInterpreter, { kind: 'ready' }>): void {
    const script = running.get(message.run);
    if (message.kind === 'done') {
      script?.end(readScriptResult(message.text));
    } else {
      // A call that its script did not wait for is answered too: nothing may stay open over there.
      const answered = script === undefined ? Promise.resolve(SCRIPT_HAS_ENDED) : script.answer(message.text);
      void answered.then((text) => send(from, { kind: 'reply', call: message.call, text }));
    }
  }

  return {
    run: (code, answer, signal) =>
      new Promise((resolve) => {
        if (closed || signal.aborted) {
          resolve(scriptFailure('InterpreterError', 'the sandbox is closed'));
          return;
        }
        lastRun += 1;
        const run = lastRun;
        child ??= startProcess();
        const { process, ready } = child;
        let limit: NodeJS.Timeout | undefined;
        let grace: NodeJS.Timeout | undefined;
        let ended = false;

        const end = (result: ScriptResult): void => {
          running.delete(run);
          clearTimeout(limit);
          clearTimeout(grace);
          signal.removeEventListener('abort', stop);
          ended = true;
          resolve(result);
        };
        const stop = (): void => {
          send(process, { kind: 'cancel', run });
          // A script that never waits cannot hear this: only killing its process stops it.
          grace = setTimeout(() => kill(process), GRACE_MS);
        };
        const expire = (): void => {
          const seconds = String(options.timeoutMs / 1000);
          stop();
          const reason = scriptFailure(
            'TimeoutError',
            `the script ran for more than ${seconds} seconds and was stopped`,
          );
          running.set(run, { answer, end: () => !ended && end(reason) });
        };
        // The limit is the script's own: the time in which its process starts does not count.
        const startLimit = async (): Promise<void> => {
          await ready;
          if (!ended) limit = setTimeout(expire, options.timeoutMs);
        };
        void startLimit();
        signal.addEventListener('abort', stop, { once: true });
        running.set(run, { answer, end });
        send(process, { kind: 'run', run, code: wrap(code) });
      }),
    close: async () => {
      closed = true;
      const process = child?.process;
      child = undefined;
      for (const script of running.values()) script.end(scriptFailure('InterpreterError', 'the sandbox was closed'));
      if (process === undefined || process.exitCode !== null || process.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => {
        process.once('exit', () => resolve());
        process.once('error', () => resolve());
      });
      kill(process);
      await gone;
    },
  };
}

function send(to: ChildProcess | undefined, message: ToInterpreter): void {
  // A process that has gone takes its scripts with it; its `exit` reports them.
  if (to?.connected === true) to.send(message, () => undefined);
}

function kill(child: ChildProcess | undefined): void {
  child?.kill('SIGKILL');
}

/** The built program: a process of its own cannot be started from TypeScript. */
function interpreterProgram(): string {
  const path = createRequire(import.meta.url).resolve('#interpreter-process');
  if (existsSync(path)) return path;
  throw new CentralOpsError('internal', 'The sandbox has no interpreter yet: build it with "npm run build".', {
    facts: { path: 'dist/bundle/interpreter-process.js' },
  });
}
