import { userInfo } from 'node:os';
import { compose, type Composition } from '../../../compose.js';
import type { Caller } from '../../../domain/caller.js';
import type { RunEvent } from '../../../domain/event.js';
import type { OperationRequest } from '../../../domain/run.js';
import { inertBlock } from '../../../results/inert.js';
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
export function runAndPrint(request: OperationRequest, options: ScopeOptions, terminal: Terminal): Promise<number> {
  return withComposition(options, terminal, (composition) => runInSession(composition, request, options, terminal));
}

/** The same in a product that stays composed: one question of a conversation. */
export async function runInSession(
  composition: Composition,
  request: OperationRequest,
  options: ScopeOptions,
  terminal: Terminal,
): Promise<number> {
  const last = await lastEventOf(composition, request, options, terminal);
  if (last === undefined) return EXIT.failed;
  if (last.type === 'run-failed') {
    terminal.err(`${redact(`central-ops: ${last.error.message}`)}\n`);
    return exitCodeOfAnswer({ status: 'failed', error: last.error });
  }
  const { approval } = last.answer;
  // `--yes` is about the size of a question: what goes to an agent is read first.
  if (approval !== undefined && terminal.confirm !== undefined) {
    const { approvalId, summary } = approval;
    terminal.err(`${inertBlock(summary)}\n\n`);
    const decision = (await terminal.confirm('Send it?')) ? 'approve' : 'reject';
    return runInSession(composition, { kind: 'resume', approvalId, decision }, options, terminal);
  }
  printAnswer(last.answer, options.output, terminal);
  return exitCodeOfAnswer(last.answer);
}

/** Shows progress until the run has ended. */
async function lastEventOf(
  { operations, clock }: Composition,
  request: OperationRequest,
  options: ScopeOptions,
  terminal: Terminal,
): Promise<Extract<RunEvent, { type: 'run-ended' | 'run-failed' }> | undefined> {
  const progress = createProgress(terminal, clock);
  const { confirm } = terminal;
  const askFirst = options.yes !== true && confirm !== undefined;
  const events = operations.start(request.kind === 'resume' ? request : { ...request, ...scopeOf(options) }, {
    caller: operatingSystemUser(),
    signal: terminal.signal,
    // Tables are printed whole, or cut when printed; the service does not cut them first.
    rowLimit: Number.MAX_SAFE_INTEGER,
    ...(options.session === undefined ? {} : { sessionId: options.session }),
    ...(options.timeout === undefined ? {} : { timeoutSeconds: options.timeout }),
    ...(askFirst
      ? { confirm: ({ accounts, requests }) => confirm(`Ask ${accounts} accounts, ${requests} requests?`) }
      : {}),
  });
  let last: Extract<RunEvent, { type: 'run-ended' | 'run-failed' }> | undefined;
  for await (const event of events) {
    progress.show(event);
    if (event.type !== 'run-ended' && event.type !== 'run-failed') continue;
    progress.end();
    last = event;
  }
  return last;
}

export function operatingSystemUser(): Caller {
  return { kind: 'operating-system-user', name: userInfo().username };
}
