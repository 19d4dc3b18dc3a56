import { type Agent, agentLabel, agentReference } from '../domain/agent.js';
import { type Invocation, invocationsPayload, type RunApproval } from '../domain/agent-run.js';
import type { AgentSelection, SelectAgents } from '../domain/agent-selection.js';
import type { Caller } from '../domain/caller.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Intent } from '../domain/intent.js';
import type { JsonObject } from '../domain/json.js';
import { addModelUsage } from '../domain/model-usage.js';
import type { Run } from '../domain/run.js';
import { inertBlock } from '../results/inert.js';
import type { ActiveRuns } from './active-runs.js';
import { emit, explained, runOf, type Node } from './node.js';

export interface ChooseAgentsUses {
  /** False: no agent is invoked here, whatever its row says. */
  readonly enabled: boolean;
  readonly select: SelectAgents;
  readonly sessionIdFor: (of: {
    readonly caller: Caller;
    readonly sessionId: string;
    readonly accountId: string | undefined;
    readonly agentKey: string;
  }) => string;
  /** Writes down what waits for a yes. */
  readonly requestApproval: (request: {
    readonly caller: Caller;
    readonly payload: JsonObject;
    readonly summary: string;
    readonly runId: string;
    readonly sessionId: string;
  }) => Promise<{ readonly approvalId: string; readonly payloadHash: string; readonly expiresAt: number }>;
  readonly activeRuns: ActiveRuns;
}

type AskAgents = Extract<Intent, { kind: 'ask-agents' }>;

/**
 * Settles which agents are sent exactly what, and whether a person has to say yes first. Sends nothing: where a yes is
 * needed, it is asked for in a node of its own behind this one, so that it is requested once.
 */
export function createChooseAgents(uses: ChooseAgentsUses): Node {
  return explained(async (state, runtime) => {
    const { intent } = state;
    if (intent?.kind !== 'ask-agents') return {};
    if (!uses.enabled) throw switchedOff();
    if (state.request?.readsOnly === true) throw onlyReads();
    const run = runOf(state);
    const signal = uses.activeRuns.find(run.runId)?.signal ?? runtime.signal ?? new AbortController().signal;
    const { caller, deadline } = run;
    const asked = await uses.select(intent.asked, intent.text, { caller, signal, deadline, spent: state.modelUsage });
    const { selection } = asked;
    const told = {
      modelUsage: addModelUsage(state.modelUsage, asked.usage),
      warnings: [...state.warnings, ...asked.warnings],
    };
    if (selection.kind === 'none') {
      throw new CentralOpsError('unknown-agent', selection.reason, { nextStep: selection.nextStep });
    }
    if (selection.kind === 'ambiguous') return { ...told, intent: askedBack(selection, intent) };

    const { agents } = selection;
    const invocations = agents.map((agent) => invocationOf(agent, intent.text, run, uses));
    const waits = state.request?.planOnly !== true && agents.some(({ approval }) => approval === 'always');
    const approval = waits ? await requested(invocations, run, uses) : null;
    if (approval !== null) emit(runtime, { type: 'approval-requested', approval: shownApproval(approval) });
    return { ...told, invocations, approval };
  });
}

/** What doors show of an approval. */
export function shownApproval({ approvalId, summary, expiresAt }: RunApproval) {
  return { approvalId, summary, expiresAt };
}

function invocationOf(agent: Agent, text: string, { caller, sessionId }: Run, uses: ChooseAgentsUses): Invocation {
  const { key: agentKey, accountId } = agent;
  return {
    agent: agentReference(agent),
    text,
    sessionId: uses.sessionIdFor({ caller, sessionId, accountId, agentKey }),
  };
}

async function requested(invocations: readonly Invocation[], run: Run, uses: ChooseAgentsUses): Promise<RunApproval> {
  const { caller, runId, sessionId } = run;
  const summary = summaryOf(invocations);
  const payload = invocationsPayload(invocations);
  const { approvalId, payloadHash, expiresAt } = await uses.requestApproval({
    caller,
    payload,
    summary,
    runId,
    sessionId,
  });
  return { approvalId, summary, payloadHash, expiresAt: new Date(expiresAt).toISOString(), given: false };
}

/** The text as a block of code: shown exactly, and with nothing in it that acts. */
function summaryOf(invocations: readonly Invocation[]): string {
  const whom = invocations.map(({ agent }) => `- ${inertBlock(agentLabel(agent)).replaceAll('\n', ' ')}`);
  const text = inertBlock(invocations[0]?.text ?? '').split('\n');
  return [
    invocations.length === 1 ? 'Send to this agent:' : `Send to these ${invocations.length} agents:`,
    '',
    ...whom,
    '',
    'exactly this:',
    '',
    ...text.map((line) => `    ${line}`),
    '',
    'An agent may do more than read.',
  ].join('\n');
}

function askedBack(
  { question, candidates }: Extract<AgentSelection, { kind: 'ambiguous' }>,
  { text }: AskAgents,
): Intent {
  return {
    kind: 'clarify',
    question,
    suggestions: [],
    choices: candidates.map(({ agent, why }) => ({
      shown: `${agentLabel(agent)}: ${why}`,
      question: `ask agent ${agent.key}: ${text}`,
    })),
  };
}

/** Assistants call such a door without asking the person. */
function onlyReads(): CentralOpsError {
  return new CentralOpsError('refused', 'Only reads are made here, and an agent may do more. Nothing was sent.', {
    nextStep: 'Invoke it by what is made for that: the tool invoke_agent, with its id.',
  });
}

function switchedOff(): CentralOpsError {
  return new CentralOpsError('refused', 'Invoking agents is switched off here. Nothing was sent.', {
    nextStep: 'Whoever runs this deployment sets CENTRAL_OPS_INVOKE_AGENTS to listed.',
  });
}
