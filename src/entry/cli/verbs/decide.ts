import type { DecisionRequest } from '../../../domain/run.js';
import { parseScopeOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { runAndPrint } from './run.js';

/** `central-ops approve ID`: says yes to what waits for it. */
export const approve: Verb = deciding('approve', 'say yes to what waits for it');

/** `central-ops reject ID`: says no to it. */
export const reject: Verb = deciding('reject', 'say no to what waits for a yes');

function deciding(decision: DecisionRequest['decision'], description: string): Verb {
  return (program, run) => {
    const command = program
      .command(decision)
      .description(description)
      .argument('<approval>', 'the approval id that the answer named');
    withCommonOptions(command).action((approvalId: string, options: unknown) =>
      run((terminal) => runAndPrint({ kind: 'resume', approvalId, decision }, parseScopeOptions(options), terminal)),
    );
  };
}
