import type { BaseMessage } from '@langchain/core/messages';
import type { AccountDescription } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { Conversation } from '../domain/conversation.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Intent } from '../domain/intent.js';
import { NO_MODEL_USAGE } from '../domain/model-usage.js';
import type { Run, RunRequest } from '../domain/run.js';
import type { Planned, Planner } from '../planning/planner.js';
import type { RunRecord } from '../results/run-store.js';
import type { ActiveRuns } from './active-runs.js';
import { emit, explained, type Node } from './node.js';
import { NOTHING_YET } from './run-state.js';

export interface ParseIntentUses {
  /** The run and the request that the door passed as context; a fresh run of its own where no door did (Studio). */
  readonly beginRun: (context: unknown) => { readonly run: Run; readonly request?: RunRequest };
  readonly listAccounts: (caller: Caller, signal: AbortSignal | undefined) => Promise<readonly AccountDescription[]>;
  readonly planner: Planner;
  /** Named in summaries only. */
  readonly defaultRegions: readonly string[];
  /** IANA name of the zone that "today" is meant in. */
  readonly timeZone: string;
  readonly planQuery: (request: Extract<RunRequest, { kind: 'query' }>) => Intent;
  readonly loadRun: (runId: string, run: Run) => Promise<RunRecord>;
  readonly activeRuns: ActiveRuns;
}

/**
 * Turns the question into a typed intent. It reads the question, what the session remembers and the registry's names, and
 * nothing that an account returned.
 */
export function createParseIntent(uses: ParseIntentUses): Node {
  return async (state, runtime) => {
    const { run, request = asked(state.messages) } = uses.beginRun(runtime.context);
    const parse = explained(async () => {
      // The run's own signal, not the graph's: a cancelled run still ends with an answer that says so.
      const signal = uses.activeRuns.find(run.runId)?.signal ?? runtime.signal ?? new AbortController().signal;
      const planned = await orCancelled(
        plannedFor(request, { run, conversation: state.conversation, signal }, uses),
        signal,
      );
      const intent = withOverrides(planned.intent, request);
      if (intent.kind === 'query') {
        emit(runtime, { type: 'intent-parsed', summary: intent.summary, planner: intent.planner });
      } else if ('summary' in intent) {
        emit(runtime, { type: 'intent-parsed', summary: intent.summary, planner: 'rules' });
      }
      return { intent, warnings: planned.warnings, modelUsage: planned.usage };
    });
    return { ...NOTHING_YET, run, request, ...(await parse(state, runtime)) };
  };
}

/** An abort ends the run as cancelled, whatever reason it came with. */
async function orCancelled(planned: Promise<Planned>, signal: AbortSignal): Promise<Planned> {
  try {
    return await planned;
  } catch (error) {
    if (!signal.aborted || error instanceof CentralOpsError) throw error;
    throw new CentralOpsError('cancelled', 'cancelled before any account was asked', { cause: error });
  }
}

interface Asking {
  readonly run: Run;
  readonly conversation: Conversation;
  readonly signal: AbortSignal;
}

async function plannedFor(
  request: RunRequest,
  { run, conversation, signal }: Asking,
  uses: ParseIntentUses,
): Promise<Planned> {
  switch (request.kind) {
    case 'ask': {
      const { planner, defaultRegions, timeZone } = uses;
      const accounts = await uses.listAccounts(run.caller, signal);
      const context = { accounts, defaultRegions, conversation, now: run.startedAt, timeZone };
      return planner.plan(request.prompt, context, { signal, deadline: run.deadline });
    }
    case 'query':
      return withoutModel(
        request.accounts === undefined ? overDefaults(uses.planQuery(request), conversation) : uses.planQuery(request),
      );
    case 'retry':
      return withoutModel(retryOf(request.runId, await uses.loadRun(request.runId, run)));
    case 'invoke-agent': {
      const { agentId, text } = request;
      return withoutModel({
        kind: 'ask-agents',
        asked: { kind: 'named', names: [agentId] },
        text,
        summary: `Ask ${agentId}`,
      });
    }
    default:
      return request satisfies never;
  }
}

/** A structured call names no account; the session's own are asked, and that is said. */
function overDefaults(intent: Intent, { defaultAccounts }: Conversation): Intent {
  if (intent.kind !== 'query' || defaultAccounts === undefined) return intent;
  const { include, exclude } = defaultAccounts;
  const named = [...include, ...exclude.map((selector) => `not ${selector}`)].join(', ');
  return {
    ...intent,
    accounts: defaultAccounts,
    byDefault: true,
    summary: `${intent.summary}; in the accounts chosen for this session (${named})`,
  };
}

/** What was planned without asking a model. */
export function withoutModel(intent: Intent): Planned {
  return { intent, warnings: [], usage: NO_MODEL_USAGE };
}

function retryOf(runId: string, { intent, failedAccounts }: RunRecord): Intent {
  if (intent.kind !== 'query' || failedAccounts.length === 0) {
    return { kind: 'clarify', question: `Run ${runId} has no account that failed.`, suggestions: [] };
  }
  return {
    ...intent,
    accounts: { include: failedAccounts, exclude: [] },
    summary: `${intent.summary} (again, the ${failedAccounts.length} that failed)`,
  };
}

/** Flags and request fields beat what the question says, and whatever the session has chosen. */
function withOverrides(intent: Intent, request: RunRequest): Intent {
  if (intent.kind !== 'query' && intent.kind !== 'list-accounts') return intent;
  const summary = `${intent.summary}${request.kind === 'ask' ? overrideText(request) : ''}`;
  const { exclude } = intent.accounts;
  const byDefault = intent.kind === 'query' && intent.byDefault === true;
  const named =
    request.accounts === undefined
      ? {}
      : { accounts: { include: request.accounts, exclude: byDefault ? [] : exclude } };
  if (intent.kind === 'list-accounts') return { ...intent, ...named, summary };
  const own = byDefault && request.accounts !== undefined ? { byDefault: false } : {};
  return { ...intent, ...named, ...own, regions: request.regions ?? intent.regions, summary };
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
