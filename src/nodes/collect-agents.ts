import { outcomeOf } from '../domain/agent-reply.js';
import { messageOf } from '../domain/errors.js';
import type { JsonObject } from '../domain/json.js';
import type { Logger } from '../domain/logger.js';
import { agentAnswers, agentsHeadline } from '../results/render-agents.js';
import { runOf, type Node } from './node.js';

export interface CollectAgentsUses {
  /** Adds to an approval what came of it. */
  readonly conclude: (approvalId: string, outcome: JsonObject) => Promise<void>;
  readonly logger: Logger;
}

/** Waits for every agent's branch, and closes the approval that they had. */
export function createCollectAgents(uses: CollectAgentsUses): Node {
  return async (state) => {
    const { invocations, agentReplies, approval, warnings } = state;
    if (approval !== null) {
      const agents = agentReplies.map((reply) => ({ agentKey: reply.agent.key, outcome: outcomeOf(reply) }));
      try {
        await uses.conclude(approval.approvalId, { agents });
      } catch (error) {
        const { runId } = runOf(state);
        uses.logger.error('outcome of an approval not kept', {
          runId,
          approvalId: approval.approvalId,
          error: messageOf(error),
        });
      }
    }
    const notes = agentReplies.flatMap(({ agent, notes: own }) => own.map((note) => `${agent.name}: ${note}`));
    return { headline: agentsHeadline(agentAnswers(invocations, agentReplies)), warnings: [...warnings, ...notes] };
  };
}
