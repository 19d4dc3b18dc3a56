import { Command, CommanderError } from 'commander';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import { redact } from '../../telemetry/redact.js';
import { packageVersion } from '../package-version.js';
import { EXIT, exitCodeOfError } from './exit-code.js';
import type { Terminal } from './terminal.js';
import { accounts } from './verbs/accounts.js';
import { agents } from './verbs/agents.js';
import { ask } from './verbs/ask.js';
import { chat } from './verbs/chat.js';
import { credentials } from './verbs/credentials.js';
import { doctor } from './verbs/doctor.js';
import { execCommand } from './verbs/exec-command.js';
import { ec2ExecCommand } from './verbs/ec2-exec-command.js';
import { init } from './verbs/init.js';
import { login } from './verbs/login.js';
import { logout } from './verbs/logout.js';
import { lsAccounts } from './verbs/ls-accounts.js';
import { mcp } from './verbs/mcp.js';
import { profiles } from './verbs/profiles.js';
import { query } from './verbs/query.js';
import { rows } from './verbs/rows.js';
import { sandbox } from './verbs/sandbox.js';
import { serve } from './verbs/serve.js';
import { status } from './verbs/status.js';
import { tools } from './verbs/tools.js';

/** Runs a verb's work with the terminal and takes its exit code. */
export type RunVerb = (work: (terminal: Terminal) => Promise<number>) => Promise<void>;

/** Adds one verb to the program. */
export type Verb = (program: Command, run: RunVerb) => void;

const VERBS: readonly Verb[] = [
  ask,
  chat,
  query,
  rows,
  accounts,
  agents,
  init,
  login,
  logout,
  status,
  lsAccounts,
  profiles,
  credentials,
  execCommand,
  ec2ExecCommand,
  doctor,
  tools,
  serve,
  mcp,
  sandbox,
];

/** Runs the command line. Resolves to the exit code; never throws, never exits. */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = EXIT.complete;
  const program = createProgram(terminal, async (work) => {
    exitCode = await work(terminal);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.usage;
    terminal.err(`${errorText(error)}\n`);
    return terminal.signal.aborted ? EXIT.cancelled : exitCodeOfError(error);
  }
  return exitCode;
}

function createProgram(terminal: Terminal, run: RunVerb): Command {
  const program = new Command('central-ops')
    .description('One question, every AWS account, one answer you can check.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showSuggestionAfterError()
    .showHelpAfterError('(--help lists what there is)');
  for (const verb of VERBS) verb(program, run);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** What went wrong and what to do, without a stack: for a person, and free of secrets. */
function errorText(error: unknown): string {
  const next = error instanceof CentralOpsError && error.nextStep !== undefined ? `\n  ${error.nextStep}` : '';
  return redact(`central-ops: ${messageOf(error)}${next}`);
}
