import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../bundle/main.js', import.meta.url));
const COMPILED = fileURLToPath(new URL('../../src/entry/cli/main.js', import.meta.url));
/** AWS's distribution of OpenTelemetry, as it is loaded before the program. */
export const DISTRIBUTION = fileURLToPath(new URL('../../bundle/aws-distribution.js', import.meta.url));
const ENVIRONMENT = { PATH: process.env['PATH'], NODE_ENV: 'production' };

/** A bare Express program: what a machine can do at best, at the same moment. Ends when its port is not given. */
const BARE = `
import express from 'express';
const app = express();
app.get('/ping', (_request, response) => response.json({ status: 'Healthy' }));
const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => console.error('"port":' + server.address().port));
`;

/** A collector that takes everything and keeps nothing. */
const SINK = `
import { createServer } from 'node:http';
const server = createServer((request, response) => request.resume().once('end', () => response.end()));
server.listen(0, '127.0.0.1', () => console.error('"port":' + server.address().port));
`;

export interface Started {
  readonly process: ChildProcess;
  /** What it has said so far, on both outputs. */
  readonly text: string;
}

/** Starts a program and waits until it has said what is expected. */
export async function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  expected: RegExp,
): Promise<Started> {
  const child = spawn(process.execPath, args, {
    env: { ...ENVIRONMENT, ...environment },
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      if (expected.test(text)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', () => reject(new Error(`a program ended: ${text}`)));
  });
  return { process: child, text };
}

export const bareArguments = ['--input-type=module', '-e', BARE];
export const sinkArguments = ['--input-type=module', '-e', SINK];
export const serveArguments = [MAIN, 'serve'];
export const compiledArguments = [COMPILED, 'serve'];
export const sandboxArguments = (accounts: number): readonly string[] => [
  MAIN,
  'sandbox',
  '--accounts',
  String(accounts),
  '--latency',
  'sts=80,session=100,script=600',
];

/** The port that a program has said it listens on. */
export function portOf({ text }: Started): number {
  return Number(/"port":(\d+)/.exec(text)?.[1]);
}

export async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
