import { userInfo } from 'node:os';
import { compose, type Composition } from '../../../compose.js';
import type { Answer } from '../../../domain/answer.js';
import type { Caller } from '../../../domain/caller.js';
import { CentralOpsError } from '../../../domain/errors.js';
import type { RunRequest } from '../../../domain/run.js';
import { exitCodeOfAnswer } from '../exit-code.js';
import { configurationFor, scopeOf, type CommonOptions, type ScopeOptions } from '../options.js';
import { printAnswer } from '../print-answer.js';
import { createProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

/** Composes the product for one verb and takes it down again, whatever happens. */
export async function withComposition<Result>(
  options: CommonOptions,
  terminal: Terminal,
  use: (composition: Composition) => Promise<Result>,
): Promise<Result> {
  const composition = await compose(await configurationFor(options), {
    log: terminal.err,
    auditName: operatingSystemUser().name,
  });
  try {
    return await use(composition);
  } finally {
    await composition.close();
  }
}

/** Runs one request: progress on stderr, the answer on stdout, its exit code. */
export function runAndPrint(request: RunRequest, options: ScopeOptions, terminal: Terminal): Promise<number> {
  return withComposition(options, terminal, async ({ operations, clock }) => {
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
    let answer: Answer | undefined;
    for await (const event of events) {
      progress.show(event);
      if (event.type === 'run-ended') answer = event.answer;
      if (event.type === 'run-failed') throw new CentralOpsError('internal', event.error.message);
    }
    progress.end();
    if (answer === undefined) throw new CentralOpsError('internal', 'the run ended without an answer');
    printAnswer(answer, options.output, terminal);
    return exitCodeOfAnswer(answer);
  });
}

export function operatingSystemUser(): Caller {
  return { kind: 'operating-system-user', name: userInfo().username };
}
