import type { Answer } from '../../domain/answer.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { RunEvent } from '../../domain/event.js';
import { countsAsAnswered } from '../../domain/outcome.js';
import type { OperationRequest } from '../../domain/run.js';
import type { Operations } from '../../operations.js';
import { inertLine } from '../../results/inert.js';
import { signInHint } from './error-text.js';
import type { ToolContext, ToolResult } from './tool.js';

/** Rows of each table in a tool's result; an assistant reads all of it, and the others with `get_rows`. */
export const ANSWER_ROWS = 200;

/** Statuses that a client shows as a failed call. Partial answers and questions asked back are answers. */
const FAILED: readonly Answer['status'][] = ['failed', 'refused', 'cancelled'];

/** Runs a request for a tool: progress for each account, then the answer object. */
export async function runToAnswer(
  operations: Pick<Operations, 'start'>,
  request: OperationRequest,
  sessionId: string | undefined,
  { caller, signal, progress }: ToolContext,
): Promise<ToolResult<Answer>> {
  const report = createReport();
  const events = operations.start(request, {
    caller,
    signal,
    rowLimit: ANSWER_ROWS,
    ...(sessionId === undefined ? {} : { sessionId }),
  });
  let answer: Answer | undefined;
  for await (const event of events) {
    const step = report(event);
    if (step !== undefined) progress(step);
    if (event.type === 'run-failed') throw new RunFailed(event.error);
    if (event.type === 'run-ended') answer = event.answer;
  }
  if (answer === undefined) throw new CentralOpsError('internal', 'the run ended without an answer');
  return { text: textOf(answer), structured: answer, isError: FAILED.includes(answer.status) };
}

/** A run that broke without an answer; its message says what to do. */
class RunFailed extends CentralOpsError {
  constructor({ code, message }: { readonly code: string; readonly message: string }) {
    super(code === 'sign-in-needed' ? code : 'internal', message);
  }
}

/** Counts accounts that have ended against those that were resolved; a further round asks them again. */
function createReport(): (event: RunEvent) => Parameters<ToolContext['progress']>[0] | undefined {
  let done = 0;
  let total = 0;
  let round = 0;
  return (event) => {
    switch (event.type) {
      case 'intent-parsed':
        return { done, message: `Understood: ${inertLine(event.summary)}` };
      case 'accounts-resolved':
        round = event.accounts.length;
        return undefined;
      case 'plan-authorized':
        total += round;
        return undefined;
      case 'account-started':
        return { done, total, message: `Asking ${inertLine(event.accountName)} (${event.accountId})` };
      case 'account-ended': {
        done += 1;
        const rows = event.outcomes.reduce((sum, outcome) => sum + outcome.rows, 0);
        const failed = event.outcomes.filter(({ outcome }) => !countsAsAnswered(outcome)).map(({ outcome }) => outcome);
        const how = failed.length === 0 ? `${rows} rows` : `${[...new Set(failed)].join(', ')}; ${rows} rows`;
        const message = `${inertLine(event.accountName)} (${event.accountId}): ${how}`;
        return { done, total, message, ...(failed.length === 0 ? {} : { isProblem: true }) };
      }
      default:
        return undefined;
    }
  };
}

function textOf(answer: Answer): string {
  const notes: string[] = [];
  if (answer.error?.code === 'sign-in-needed') notes.push(signInHint(answer.error.facts));
  for (const [index, table] of answer.tables.entries()) {
    if (!table.truncated) continue;
    notes.push(
      `The structured content holds ${table.rows.length} of ${table.total} rows; \`get_rows\` with runId ${answer.runId} and table ${index + 1} reads the others.`,
    );
  }
  return [answer.response, ...notes].join('\n\n');
}
