import type { Command } from 'commander';
import { z } from 'zod';
import { isJsonObject } from '../../../domain/json.js';
import { parseJsonText } from '../../../domain/json-text.js';
import type { RunRequest } from '../../../domain/run.js';
import { EXIT } from '../exit-code.js';
import type { Typed } from '../keyboard.js';
import { parseScopeOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import type { Terminal } from '../terminal.js';
import { runInSession, withComposition } from './run.js';

const HELP = `Ask in plain words, and go on from the answer: "and in staging?", "only the stopped ones", "group that by type",
"the second one", "again". Where something could be meant in two ways, answer with the number.

  switch ACCOUNT                    the account (or environment) asked when a question names none
  all accounts again                all of them again
  accounts                          the accounts of the registry
  query SERVICE OPERATION [JSON]    one structured call
  query_all SERVICE OPERATION       the same in all accounts, whichever was switched to
  help, exit                        Ctrl-C cancels a question; twice, it leaves
`;

/** `central-ops chat`: questions and answers as a conversation in one process. */
export const chat: Verb = (program, run) => {
  const command: Command = program
    .command('chat')
    .description('ask questions that go on from each other')
    .option('--session <id>', 'go on with this session, or give a new one this name')
    .option('--timeout <seconds>', 'end each question with what has answered after this many seconds')
    .option('--yes', 'do not ask before a very large question');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const parsed = parseScopeOptions(options);
      return withComposition(parsed, terminal, async (composition) => {
        const session = parsed.session ?? composition.newId('session');
        if (terminal.inIsTerminal)
          terminal.err(`Session ${session}. Ask a question; "help" says more, "exit" leaves.\n`);
        return converse(terminal, (request, signal) =>
          runInSession(composition, request, { ...parsed, session }, { ...terminal, signal }),
        );
      });
    }),
  );
};

/**
 * Reads and asks until there is nothing more to read. Whoever types leaves with 0; a pipe ends with the exit code of its
 * last question.
 */
export async function converse(
  terminal: Pick<Terminal, 'readLine' | 'err' | 'inIsTerminal' | 'onInterrupt' | 'signal'>,
  ask: (request: RunRequest, signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const stopped = new Promise<Typed>((resolve) => {
    terminal.signal.addEventListener('abort', () => resolve({ kind: 'end' }), { once: true });
  });
  let exitCode: number = EXIT.complete;
  let interrupted = false;
  while (!terminal.signal.aborted) {
    const typed = await Promise.race([terminal.readLine('> '), stopped]);
    if (typed.kind === 'interrupted') {
      if (interrupted) return EXIT.cancelled;
      interrupted = true;
      terminal.err('\nCtrl-C again leaves.\n');
      continue;
    }
    interrupted = false;
    if (typed.kind === 'end') break;
    const text = typed.text.trim();
    if (['exit', 'quit', 'bye', ':q'].includes(text.toLowerCase())) break;
    if (text === '') continue;
    if (text === 'help' || text === '?') {
      terminal.err(HELP);
      continue;
    }
    const request = requestOf(text);
    if (typeof request === 'string') {
      terminal.err(`${request}\n`);
      exitCode = EXIT.usage;
      continue;
    }
    exitCode = await interruptible(terminal, (signal) => ask(request, signal));
  }
  if (terminal.signal.aborted) return EXIT.cancelled;
  return terminal.inIsTerminal ? EXIT.complete : exitCode;
}

/** Ctrl-C cancels this question alone; a second one while it is ending leaves at once. */
async function interruptible(
  terminal: Pick<Terminal, 'onInterrupt' | 'signal'>,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const cancel = new AbortController();
  const release = terminal.onInterrupt(() => {
    if (cancel.signal.aborted) return false;
    cancel.abort(new Error('interrupted'));
    return true;
  });
  try {
    return await work(AbortSignal.any([cancel.signal, terminal.signal]));
  } finally {
    release();
  }
}

const queryShape = z.tuple([z.string(), z.string(), z.string().optional()]);

/** What a line asks for: a command of the chat, or a question. A text says why it is neither. */
function requestOf(text: string): RunRequest | string {
  const [, all, rest = ''] = /^query(_all)?\s+(.*)$/s.exec(text) ?? [];
  if (rest === '')
    return { kind: 'ask', prompt: ['accounts', 'list_accounts'].includes(text) ? 'list accounts' : text };
  const parsed = queryShape.safeParse(/^(\S+)\s+(\S+)(?:\s+(\{.*\}))?$/s.exec(rest)?.slice(1));
  const usage =
    'Write: query SERVICE OPERATION, and its parameters as a JSON object: query ec2 DescribeVpcs {"VpcIds": ["vpc-1"]}';
  if (!parsed.success) return usage;
  const [service, operation, json = '{}'] = parsed.data;
  const params = parseJsonText(json);
  if (!params.ok || !isJsonObject(params.value)) return usage;
  // The names of the seed's commands (describe_instances) are those of boto3's methods, which the AWS CLI writes with hyphens.
  const name = operation.replaceAll('_', '-');
  const everywhere = all === undefined ? {} : { accounts: ['all'] };
  return { kind: 'query', service, operation: name, params: params.value, ...everywhere };
}
