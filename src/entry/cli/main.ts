#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { quietSdkWarning } from '../../config.js';
import { EXIT } from './exit-code.js';
import { createKeyboard } from './keyboard.js';
import { runProgram } from './program.js';
import { takeStandardStreams } from './protocol-streams.js';
import type { Terminal } from './terminal.js';

const DEFAULT_LINES = 24;

/** Ctrl-C once ends cleanly with what has answered; twice, at once. A verb may take the first one over. */
function interruptible(): Pick<Terminal, 'signal' | 'onInterrupt'> {
  const cancel = new AbortController();
  let handler: (() => boolean) | undefined;
  const stop = (): void => {
    if (cancel.signal.aborted) process.exit(EXIT.cancelled);
    cancel.abort(new Error('interrupted'));
  };
  process.on('SIGINT', () => {
    if (handler === undefined) stop();
    else if (!handler()) process.exit(EXIT.cancelled);
  });
  process.on('SIGTERM', stop);
  return {
    signal: cancel.signal,
    onInterrupt(next) {
      handler = next;
      return () => {
        handler = undefined;
      };
    },
  };
}

async function confirm(question: string): Promise<boolean> {
  return /^y(es)?$/i.test(await ask(`${question} [y/N] `));
}

async function ask(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await prompt.question(question)).trim();
  } finally {
    prompt.close();
  }
}

const somebodyIsThere = process.stdin.isTTY && process.stderr.isTTY;

quietSdkWarning();
const keyboard = createKeyboard(process.stdin, process.stderr);
process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  lines: process.stderr.rows ?? DEFAULT_LINES,
  ...interruptible(),
  confirm: somebodyIsThere ? confirm : undefined,
  ask: somebodyIsThere ? ask : undefined,
  inIsTerminal: process.stdin.isTTY,
  readLine: (prompt) => keyboard.readLine(prompt),
  protocol: () => takeStandardStreams(process),
});
keyboard.close();
