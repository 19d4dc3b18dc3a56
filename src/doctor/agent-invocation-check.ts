import { randomUUID } from 'node:crypto';
import { type Agent, invokePermission } from '../domain/agent.js';
import type { InvokeAgent } from '../domain/agent-reply.js';
import type { Caller } from '../domain/caller.js';
import type { CheckResult } from './check.js';
import { allowStatement } from './fixes.js';

/** A question that the agent is really asked. Without `invoke` no agent is invoked by this deployment. */
export interface AskedInvocation {
  readonly invoke: InvokeAgent | undefined;
  readonly text: string;
  /** Who asked for it. */
  readonly caller: Caller;
  /** Milliseconds since the Unix epoch. */
  readonly deadline: number;
}

/**
 * Whether the role may really invoke the agent, which nothing but an invocation shows. That is not a read, so it happens only
 * when it was asked for; otherwise the statement that is needed is shown.
 */
export async function checkInvocation(
  agent: Agent,
  accountId: string,
  invocation: AskedInvocation | undefined,
  signal: AbortSignal,
): Promise<CheckResult> {
  const check = 'agent-invocation';
  const { action, resources } = invokePermission(agent, accountId);
  const needed = allowStatement([action], resources);
  if (invocation === undefined) {
    return { check, status: 'skip', saw: 'nothing was sent to it (--invoke does)', fix: `It takes: ${needed}` };
  }
  if (invocation.invoke === undefined) {
    return {
      check,
      status: 'skip',
      saw: 'nothing was sent to it: no agent is invoked here',
      fix: 'Set CENTRAL_OPS_INVOKE_AGENTS to listed.',
    };
  }
  if (!agent.enabled) return { check, status: 'skip', saw: 'nothing was sent to it: it is switched off' };
  const { text, complete, problem } = await invocation.invoke({
    agent,
    text: invocation.text,
    // A conversation of its own, in nobody's name; AgentCore takes 33 characters or more.
    sessionId: `central-ops-doctor-${randomUUID()}`,
    caller: invocation.caller,
    signal,
    deadline: invocation.deadline,
  });
  signal.throwIfAborted();
  if (complete) return { check, status: 'pass', saw: `it answered with ${text.length} characters` };
  const own = problem?.code === 'spoke-failed' ? 'the spoke’s own failure: ' : '';
  const permission = problem?.code === 'endpoint-permission' || problem?.code === 'AccessDenied';
  return {
    check,
    status: 'fail',
    saw: `${own}${problem?.message ?? 'its answer was not complete'}`,
    fix: `${problem?.nextStep ?? ''}${permission ? `\nIt takes: ${needed}` : ''}`,
  };
}
