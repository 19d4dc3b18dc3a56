import { CentralOpsError } from '../../../../domain/errors.js';
import { parseScopeOptions, withCommonOptions } from '../../options.js';
import type { Verb } from '../../program.js';
import { runAndPrint } from '../run.js';

/** `central-ops agents invoke ID "<text>"`: hands a text to one agent. */
export const agentsInvoke: Verb = (program, run) => {
  const command = program
    .command('invoke')
    .description('hand a text to one agent (off unless CENTRAL_OPS_INVOKE_AGENTS is listed)')
    .argument('<agent>', 'its id, name or key')
    .argument('<text...>', 'exactly what it is sent')
    .option('--session <id>', 'go on with this conversation')
    .option('--timeout <seconds>', 'give up after this long');
  withCommonOptions(command).action((agentId: string, words: string[], options: unknown) =>
    run((terminal) => {
      const text = words.join(' ').trim();
      if (text === '')
        throw new CentralOpsError('usage', 'there is nothing to send', { nextStep: 'Write it in quotation marks.' });
      return runAndPrint({ kind: 'invoke-agent', agentId, text }, parseScopeOptions(options), terminal);
    }),
  );
};
