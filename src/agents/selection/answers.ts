import { type Agent, agentLabel } from '../../domain/agent.js';
import type { AgentCandidate, AgentSelection } from '../../domain/agent-selection.js';

/** Asks back, best first. */
export function askWhich(candidates: readonly AgentCandidate[]): AgentSelection {
  return {
    kind: 'ambiguous',
    question:
      candidates.length === 1
        ? `Did you mean the agent ${candidates.map(({ agent }) => agentLabel(agent)).join('')}?`
        : 'Which agent did you mean?',
    candidates,
  };
}

export function noneOf(reason: string, nearest: readonly Agent[]): AgentSelection {
  return {
    kind: 'none',
    reason,
    nextStep: 'Name the agent, or see what there is with `central-ops agents list`.',
    nearest,
  };
}
