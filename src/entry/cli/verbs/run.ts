import { userInfo } from 'node:os';
import { compose, type Composition } from '../../../compose.js';
import type { Caller } from '../../../domain/caller.js';
import type { RunRequest } from '../../../domain/run.js';
import { redact } from '../../../telemetry/redact.js';
import { EXIT, exitCodeOfAnswer } from '../exit-code.js';
import { configurationFor, scopeOf, type CommonOptions, type ScopeOptions } from '../options.js';
import { printAnswer } from '../print-answer.js';
import { createProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

/** Composes the product for one verb and takes it down again, whatever happens. */
export async function withComposition<Result>(
  options: CommonOptions,
  terminal: Terminal,
  use: (composition: Composition) => Promise<Result>,
  started: { readonly allowMutations?: boolean } = {},
): Promise<Result> {
  const composition = await compose(await configurationFor(options), {
    log: terminal.err,
    auditName: operatingSystemUser().name,
    ...started,
  });
  try {
    return await use(composition);
  } finally {
    await composition.close();
  }
}

/** Runs one request: progress on stderr, the answer on stdout, its exit code. */
export function runAndPrint(request: RunRequest, options: ScopeOptions, terminal: Terminal): Promise<number> {
  return withComposition(options, terminal, (composition) => runInSession(composition, request, options, terminal));
}

/** The same in a product that stays composed: one question of a conversation. */
export async function runInSession(
  { operations, clock }: Composition,
  request: RunRequest,
  options: ScopeOptions,
  terminal: Terminal,
): Promise<number> {
  const progress = createProgress(terminal, clock);
  const { confirm } = terminal;
  const askFirst = options.yes !== true && confirm !== undefined;
  const events = operations.start(
    { ...request, ...scopeOf(options) },
    {
      caller: operatingSystemUser(),
      signal: terminal.signal,
      // Tables are printed whole, or cut when printed; the service does not cut them first.
      rowLimit: Number.MAX_SAFE_INTEGER,
      ...(options.session === undefined ? {} : { sessionId: options.session }),
      ...(options.timeout === undefined ? {} : { timeoutSeconds: options.timeout }),
      ...(askFirst
        ? { confirm: ({ accounts, requests }) => confirm(`Ask ${accounts} accounts, ${requests} requests?`) }
        : {}),
    },
  );
  let exitCode: number = EXIT.failed;
  for await (const event of events) {
    progress.show(event);
    if (event.type !== 'run-ended' && event.type !== 'run-failed') continue;
    progress.end();
    if (event.type === 'run-ended') {
      printAnswer(event.answer, options.output, terminal);
      exitCode = exitCodeOfAnswer(event.answer);
    } else {
      terminal.err(`${redact(`central-ops: ${event.error.message}`)}\n`);
      exitCode = exitCodeOfAnswer({ status: 'failed', error: event.error });
    }
  }
  return exitCode;
}

export function operatingSystemUser(): Caller {
  return { kind: 'operating-system-user', name: userInfo().username };
}
