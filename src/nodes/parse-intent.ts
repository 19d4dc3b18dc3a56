import type { BaseMessage } from '@langchain/core/messages';
import type { AccountReference } from '../domain/account.js';
import type { Intent } from '../domain/intent.js';
import type { Run, RunRequest } from '../domain/run.js';
import type { RunRecord } from '../results/run-store.js';
import { emit, explained, type Node } from './node.js';
import type { RunUpdate } from './run-state.js';

export interface ParseIntentUses {
  /** The run and the request that the door passed as context; a fresh run of its own where no door did (Studio). */
  readonly beginRun: (context: unknown) => { readonly run: Run; readonly request?: RunRequest };
  readonly listAccounts: (signal: AbortSignal | undefined) => Promise<readonly AccountReference[]>;
  readonly planQuestion: (question: string, accounts: readonly AccountReference[]) => Promise<Intent>;
  readonly planQuery: (request: Extract<RunRequest, { kind: 'query' }>) => Intent;
  readonly loadRun: (runId: string, run: Run) => Promise<RunRecord>;
}

/**
 * Turns the question into a typed intent. It reads the question and the registry's names, and nothing that an account
 * returned.
 */
export function createParseIntent(uses: ParseIntentUses): Node {
  return async (state, runtime) => {
    const { run, request = asked(state.messages) } = uses.beginRun(runtime.context);
    // A second question in one Studio thread starts from a clean slate.
    const fresh: RunUpdate = {
      run,
      request,
      reports: 'reset',
      headline: '',
      intent: null,
      accounts: [],
      assignments: [],
      plan: null,
      tables: [],
      coverage: null,
      problem: null,
      warnings: [],
      answer: null,
    };
    const parse = explained(async () => {
      const intent = withOverrides(await intentFor(request, run, uses, runtime.signal), request);
      if (intent.kind === 'query') {
        emit(runtime, { type: 'intent-parsed', summary: intent.summary, planner: intent.planner });
      } else if (intent.kind === 'list-accounts') {
        emit(runtime, { type: 'intent-parsed', summary: intent.summary, planner: 'rules' });
      }
      return { intent };
    });
    return { ...fresh, ...(await parse(state, runtime)) };
  };
}

async function intentFor(
  request: RunRequest,
  run: Run,
  uses: ParseIntentUses,
  signal: AbortSignal | undefined,
): Promise<Intent> {
  switch (request.kind) {
    case 'ask':
      return uses.planQuestion(request.prompt, await uses.listAccounts(signal));
    case 'query':
      return uses.planQuery(request);
    case 'retry': {
      const record = await uses.loadRun(request.runId, run);
      const { intent } = record;
      if (intent.kind !== 'query' || record.failedAccounts.length === 0) {
        return { kind: 'clarify', question: `Run ${request.runId} has no account that failed.`, suggestions: [] };
      }
      return {
        ...intent,
        accounts: { include: record.failedAccounts, exclude: [] },
        summary: `${intent.summary} (again, the ${record.failedAccounts.length} that failed)`,
      };
    }
    default:
      return request satisfies never;
  }
}

/** Flags and request fields beat what the question says. */
function withOverrides(intent: Intent, request: RunRequest): Intent {
  if (intent.kind !== 'query' && intent.kind !== 'list-accounts') return intent;
  const accounts =
    request.accounts === undefined ? intent.accounts : { include: request.accounts, exclude: intent.accounts.exclude };
  const summary = `${intent.summary}${request.kind === 'ask' ? overrideText(request) : ''}`;
  if (intent.kind === 'list-accounts') return { ...intent, accounts, summary };
  return { ...intent, accounts, regions: request.regions ?? intent.regions, summary };
}

/** The planner's summary speaks of the question alone; what beats it has to be said too. */
function overrideText({ accounts, regions }: RunRequest): string {
  const parts = [
    ...(accounts === undefined ? [] : [`accounts ${accounts.join(', ')}`]),
    ...(regions === undefined ? [] : [`Regions ${regions.join(', ')}`]),
  ];
  return parts.length === 0 ? '' : `; but as said beside the question: ${parts.join('; ')}`;
}

function asked(messages: readonly BaseMessage[]): RunRequest {
  return { kind: 'ask', prompt: messages.findLast((message) => message.getType() === 'human')?.text ?? '' };
}
