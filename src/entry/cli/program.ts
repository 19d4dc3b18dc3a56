import { Command, CommanderError } from 'commander';
import { CentralOpsError, messageOf } from '../../domain/errors.js';
import { redact } from '../../telemetry/redact.js';
import { packageVersion } from '../package-version.js';
import { EXIT, exitCodeOfError } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** Runs a verb's work with the terminal and takes its exit code. */
export type RunVerb = (work: (terminal: Terminal) => Promise<number>) => Promise<void>;

/** Adds one verb to the program. */
export type Verb = (program: Command, run: RunVerb) => void;

/** In the order of the help. Each is loaded when it is asked for: most of the program's start is code that it does not use. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  ask: async () => (await import('./verbs/ask.js')).ask,
  chat: async () => (await import('./verbs/chat.js')).chat,
  query: async () => (await import('./verbs/query.js')).query,
  forget: async () => (await import('./verbs/forget.js')).forget,
  rows: async () => (await import('./verbs/rows.js')).rows,
  accounts: async () => (await import('./verbs/accounts.js')).accounts,
  agents: async () => (await import('./verbs/agents.js')).agents,
  approve: async () => (await import('./verbs/decide.js')).approve,
  reject: async () => (await import('./verbs/decide.js')).reject,
  init: async () => (await import('./verbs/init.js')).init,
  login: async () => (await import('./verbs/login.js')).login,
  logout: async () => (await import('./verbs/logout.js')).logout,
  status: async () => (await import('./verbs/status.js')).status,
  'ls-accounts': async () => (await import('./verbs/ls-accounts.js')).lsAccounts,
  profiles: async () => (await import('./verbs/profiles.js')).profiles,
  credentials: async () => (await import('./verbs/credentials.js')).credentials,
  console: async () => (await import('./verbs/console.js')).consoleVerb,
  'exec-command': async () => (await import('./verbs/exec-command.js')).execCommand,
  'ec2-exec-command': async () => (await import('./verbs/ec2-exec-command.js')).ec2ExecCommand,
  doctor: async () => (await import('./verbs/doctor.js')).doctor,
  tools: async () => (await import('./verbs/tools.js')).tools,
  serve: async () => (await import('./verbs/serve.js')).serve,
  mcp: async () => (await import('./verbs/mcp.js')).mcp,
  agent: async () => (await import('./verbs/agent.js')).agent,
  'agent-context': async () => (await import('./verbs/agent-context.js')).agentContext,
  sandbox: async () => (await import('./verbs/sandbox.js')).sandbox,
  completion: async () => (await import('./verbs/completion.js')).completion,
};

/** Runs the command line. Resolves to the exit code; never throws, never exits. */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = EXIT.complete;
  try {
    const program = createProgram(terminal);
    for (const verb of await verbsFor(argv)) {
      verb(program, async (work) => {
        exitCode = await work(terminal);
      });
    }
    for (const command of program.commands) command.copyInheritedSettings(program);
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.complete : EXIT.usage;
    terminal.err(`${errorText(error)}\n`);
    return terminal.signal.aborted ? EXIT.cancelled : exitCodeOfError(error);
  }
  return exitCode;
}

/** The verb that is called, or all of them where help is, and where they are completed. */
function verbsFor([name = '']: readonly string[]): Promise<readonly Verb[]> {
  const called = Object.hasOwn(VERBS, name) && name !== 'completion' ? VERBS[name] : undefined;
  return called === undefined
    ? Promise.all(Object.values(VERBS).map((load) => load()))
    : called().then((verb) => [verb]);
}

function createProgram(terminal: Terminal): Command {
  return new Command('central-ops')
    .description('One question, every AWS account, one answer you can check.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showSuggestionAfterError()
    .showHelpAfterError('(--help lists what there is)');
}

/** What went wrong and what to do, without a stack: for a person, and free of secrets. */
function errorText(error: unknown): string {
  const next = error instanceof CentralOpsError && error.nextStep !== undefined ? `\n  ${error.nextStep}` : '';
  return redact(`central-ops: ${messageOf(error)}${next}`);
}
