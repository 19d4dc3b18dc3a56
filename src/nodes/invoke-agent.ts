import { type Agent, type AgentReference, agentLabel } from '../domain/agent.js';
import { type AgentProblem, type AgentReply, type InvokeAgent, outcomeOf } from '../domain/agent-reply.js';
import { type Caller, callerKey } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError, messageOf } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import type { ActiveRuns } from './active-runs.js';
import { emit, type Node } from './node.js';
import type { AgentBranchInput } from './run-state.js';

export interface InvokeAgentUses {
  /** The row as it is now, as far as the caller may have it invoked. */
  readonly findAgent: (key: string, caller: Caller, signal: AbortSignal) => Promise<Agent | undefined>;
  readonly invoke: InvokeAgent;
  readonly activeRuns: ActiveRuns;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Hands the text to one agent, once. Its row is looked up again: whoever switched it off meanwhile, or asked for a yes, is
 * heeded. Whatever happens ends as a reply, and leaves a line for the audit, without a word of what was said.
 */
export function createInvokeAgent(uses: InvokeAgentUses): Node<AgentBranchInput> {
  return async ({ invocation, approved, run }, runtime) => {
    const { agent: reference, text, sessionId } = invocation;
    const startedAt = uses.clock();
    // The run's own signal, not the graph's: a cancelled run still shows what was said.
    const signal = uses.activeRuns.find(run.runId)?.signal ?? runtime.signal ?? new AbortController().signal;
    const notSent = (problem: AgentProblem): AgentReply => ({
      agent: reference,
      accountId: reference.accountId ?? '',
      text: '',
      complete: false,
      problem,
      notes: [],
      millis: uses.clock() - startedAt,
    });
    const invoked = async (): Promise<AgentReply> => {
      const agent = await uses.findAgent(reference.key, run.caller, signal);
      const refusal = refusalOf(agent, reference, approved);
      if (agent === undefined || refusal !== undefined) return notSent(refusal ?? gone(reference));
      return uses.invoke({
        agent,
        text,
        sessionId,
        caller: run.caller,
        signal,
        deadline: run.deadline,
        onText: (words) => emit(runtime, { type: 'text-delta', text: words, agentId: agent.agentId }),
      });
    };
    const reply = await invoked().catch((error: unknown) => notSent(unexpected(error)));
    uses.logger.warn('agent invoked', {
      runId: run.runId,
      caller: callerKey(run.caller),
      agentKey: reference.key,
      accountId: reply.accountId,
      agentSession: sessionId,
      approved,
      outcome: outcomeOf(reply),
      ...(reply.problem === undefined ? {} : { code: reply.problem.code }),
      millis: reply.millis,
    });
    return { agentReplies: [reply] };
  };
}

function refusalOf(agent: Agent | undefined, reference: AgentReference, approved: boolean): AgentProblem | undefined {
  if (agent === undefined) return gone(reference);
  if (!agent.enabled)
    return refused(`${agentLabel(reference)} was switched off`, 'Enable its row in the agent registry.');
  return agent.approval === 'always' && !approved
    ? refused(`${agentLabel(reference)} must be approved first`, 'Ask again, and approve it.')
    : undefined;
}

function gone(reference: AgentReference): AgentProblem {
  return refused(
    `${agentLabel(reference)} is not in the agent registry any more`,
    'See what there is: central-ops agents list.',
  );
}

function refused(message: string, nextStep: string): AgentProblem {
  return { outcome: 'refused', code: 'refused', message: `${message}; nothing was sent`, nextStep };
}

function unexpected(error: unknown): AgentProblem {
  if (error instanceof CentralOpsError) {
    return { outcome: 'failed', code: error.code, message: error.message, nextStep: error.nextStep ?? 'Ask again.' };
  }
  return {
    outcome: 'failed',
    code: 'internal',
    message: messageOf(error),
    nextStep: 'This is a defect of this program: please report it with the run id.',
  };
}
