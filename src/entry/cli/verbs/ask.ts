import type { Command } from 'commander';
import { CentralOpsError } from '../../../domain/errors.js';
import type { RunRequest } from '../../../domain/run.js';
import { parseScopeOptions, withScopeOptions } from '../options.js';
import type { Verb } from '../program.js';
import { runAndPrint } from './run.js';

/** `central-ops ask "<question>"` */
export const ask: Verb = (program, run) => {
  const command: Command = program
    .command('ask')
    .description('ask every account one question')
    .argument('[question...]', 'the question, in plain words')
    .option('--retry-failed <run>', 'ask the accounts that failed in that run again');
  withScopeOptions(command).action((words: string[], options: unknown) =>
    run(async (terminal) => {
      const parsed = parseScopeOptions(options);
      return runAndPrint(requestFor(words.join(' ').trim(), parsed.retryFailed), parsed, terminal);
    }),
  );
};

function requestFor(prompt: string, retryFailed: string | undefined): RunRequest {
  if (retryFailed !== undefined) return { kind: 'retry', runId: retryFailed };
  if (prompt !== '') return { kind: 'ask', prompt };
  throw new CentralOpsError('usage', 'there is no question', {
    nextStep: 'Write it in quotation marks: central-ops ask "How many EC2 instances are running in each account?"',
  });
}
