#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { quietSdkWarning } from '../../config.js';
import { EXIT } from './exit-code.js';
import { runProgram } from './program.js';

const DEFAULT_LINES = 24;

/** Ctrl-C once ends cleanly with what has answered; twice, at once. */
function interruptible(): AbortSignal {
  const cancel = new AbortController();
  const onSignal = (): void => {
    if (cancel.signal.aborted) process.exit(EXIT.cancelled);
    cancel.abort(new Error('interrupted'));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return cancel.signal;
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
process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  lines: process.stderr.rows ?? DEFAULT_LINES,
  signal: interruptible(),
  confirm: somebodyIsThere ? confirm : undefined,
  ask: somebodyIsThere ? ask : undefined,
});
