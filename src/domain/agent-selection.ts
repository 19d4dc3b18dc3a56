import type { Agent } from './agent.js';
import type { Caller } from './caller.js';
import type { ModelUsage } from './model-usage.js';

/** Which agents a question is for. */
export type AgentsAsked =
  /** By name, agent id or key; each must be found. */
  | { readonly kind: 'named'; readonly names: readonly string[] }
  /** Every enabled agent that has all of these capabilities. */
  | { readonly kind: 'capable'; readonly capabilities: readonly string[] }
  /** Whichever fits what is asked. */
  | { readonly kind: 'question' };

export interface AgentCandidate {
  readonly agent: Agent;
  /** Why it is offered: the words of the question that its row has, or the model's one-line reason. */
  readonly why: string;
}

export type AgentSelection =
  /** `how` for people: "named in the question", "chosen by the model: …". */
  | { readonly kind: 'chosen'; readonly agents: readonly Agent[]; readonly how: string }
  /** Somebody has to say which: best first. `question` asks. */
  | { readonly kind: 'ambiguous'; readonly question: string; readonly candidates: readonly AgentCandidate[] }
  /** No agent, and why; what might have been meant, best first. */
  | { readonly kind: 'none'; readonly reason: string; readonly nextStep: string; readonly nearest: readonly Agent[] };

/**
 * Chooses among the enabled agents that the caller may have invoked. Decides nothing about approvals and sends nothing to
 * any agent. Never throws for what a person wrote; throws what the registry throws.
 */
export type SelectAgents = (
  asked: AgentsAsked,
  /** What is to be sent: the question. */
  text: string,
  options: {
    readonly caller: Caller;
    readonly signal: AbortSignal;
    /** Milliseconds since the Unix epoch; no model is waited for beyond it. */
    readonly deadline: number;
    /** What the run has asked of a model so far. */
    readonly spent: ModelUsage;
  },
) => Promise<{
  readonly selection: AgentSelection;
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
}>;
