import { parseScopeOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { runAndPrint } from './run.js';

/** `central-ops forget SESSION`: deletes what a session of this user remembers. */
export const forget: Verb = (program, run) => {
  const command = program
    .command('forget')
    .description('delete what a session remembers')
    .argument('<session>', 'the session id');
  withCommonOptions(command).action((session: string, options: Readonly<Record<string, unknown>>) =>
    run((terminal) => runAndPrint({ kind: 'forget' }, parseScopeOptions({ ...options, session }), terminal)),
  );
};
