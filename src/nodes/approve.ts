import { interrupt } from '@langchain/langgraph';
import { z } from 'zod';
import { agentLabel } from '../domain/agent.js';
import { invocationsPayload, type RunApproval } from '../domain/agent-run.js';
import type { Caller } from '../domain/caller.js';
import { CentralOpsError } from '../domain/errors.js';
import type { JsonObject } from '../domain/json.js';
import type { Run } from '../domain/run.js';
import { shownApproval } from './choose-agents.js';
import { explained, runOf, type Node } from './node.js';
import type { RunState } from './run-state.js';

/** A decision that a door has taken from the caller and used up already. */
export interface TakenDecision {
  readonly approvalId: string;
  readonly payloadHash: string;
  readonly decision: 'approve' | 'reject';
}

export interface ApproveUses {
  /** The run as the door that resumes it began it anew, and the decision that it took; none where no door did (Studio). */
  readonly beginRun: (context: unknown) => { readonly run: Run; readonly decided?: TakenDecision };
  /** Takes a decision for one caller of all that try. Throws when it was taken before, has expired, or is for something else. */
  readonly decide: (request: {
    readonly approvalId: string;
    readonly caller: Caller;
    readonly decision: 'approve' | 'reject';
    readonly expectedHash: string;
  }) => Promise<unknown>;
  readonly payloadHash: (payload: JsonObject) => string;
}

const Answered = z.union([
  z.object({ decision: z.enum(['approve', 'reject']) }),
  z.enum(['approve', 'reject']).transform((decision) => ({ decision })),
]);

/**
 * Waits for a person's yes, before anything is sent: the graph stops here, and begins this node again from its top when it
 * goes on. So nothing is done before the pause, and the decision is used up behind it.
 */
export function createApprove(uses: ApproveUses): Node {
  return async (state, runtime) => {
    const { approval } = state;
    if (approval === null) return {};
    const answered: unknown = interrupt({ ...shownApproval(approval), usage: state.modelUsage });
    const { run: fresh, decided } = uses.beginRun(runtime.context);
    const settle = explained(async () => {
      const run = runOf(state);
      const payloadHash = uses.payloadHash(invocationsPayload(state.invocations));
      if (payloadHash !== approval.payloadHash) throw tampered(approval);
      const decision = decided?.decision ?? decisionIn(answered);
      if (decided === undefined) {
        const { approvalId } = approval;
        await uses.decide({ approvalId, caller: run.caller, decision, expectedHash: payloadHash });
      } else if (decided.approvalId !== approval.approvalId || decided.payloadHash !== payloadHash) {
        throw tampered(approval);
      }
      if (decision === 'reject') throw rejected(state);
      // Waiting for a person took none of the run's time.
      const { startedAt, deadline } = fresh;
      return { run: { ...run, startedAt, deadline }, approval: { ...approval, given: true } };
    });
    return settle(state, runtime);
  };
}

function decisionIn(answered: unknown): 'approve' | 'reject' {
  const parsed = Answered.safeParse(answered);
  if (parsed.success) return parsed.data.decision;
  throw new CentralOpsError('usage', 'the run was resumed without a decision. Nothing was sent', {
    nextStep: 'Ask again, and resume it with {"decision": "approve"} or {"decision": "reject"}.',
  });
}

function rejected({ invocations }: RunState): CentralOpsError {
  const whom = invocations.map(({ agent }) => agentLabel(agent)).join(', ');
  return new CentralOpsError('refused', `Rejected: nothing was sent to ${whom}.`);
}

function tampered({ approvalId }: RunApproval): CentralOpsError {
  return new CentralOpsError(
    'approval-tampered',
    `approval ${approvalId} is not for what would be sent now. Nothing was sent`,
    { facts: { approvalId }, nextStep: 'Ask again.' },
  );
}
