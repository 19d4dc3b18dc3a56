import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program; `input` goes to its standard input and into no log. Resolves with 127 when there is no such program. */
export type RunCommand = (
  program: string,
  args: readonly string[],
  options?: { readonly input?: string; readonly say?: (line: string) => void },
) => Promise<CommandResult>;

export function createRunCommand(signal: AbortSignal): RunCommand {
  return (program, args, { input, say } = {}) =>
    new Promise((resolve) => {
      const child = spawn(program, [...args], { stdio: ['pipe', 'pipe', 'pipe'], signal });
      const chunks: Buffer[] = [];
      const take = (chunk: Buffer): void => {
        chunks.push(chunk);
        if (say !== undefined) for (const line of chunk.toString('utf8').split(/[\r\n]+/)) if (line !== '') say(line);
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      // A program that ends before it has read everything says why itself.
      child.stdin.on('error', () => undefined);
      child.on('error', (error) => resolve({ code: 127, output: error.message }));
      child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
      child.stdin.end(input ?? '');
    });
}
