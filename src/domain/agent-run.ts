import type { AgentReference } from './agent.js';
import type { JsonObject } from './json.js';

/** One invocation of a run, decided and not yet made. Plain data, for the state. */
export interface Invocation {
  readonly agent: AgentReference;
  /** Exactly this is sent. */
  readonly text: string;
  /** The agent's own conversation with this caller in this session. */
  readonly sessionId: string;
}

/** What the run waits for, or waited for: a person's yes to its invocations. */
export interface RunApproval {
  readonly approvalId: string;
  /** Everything that is decided about, in words. */
  readonly summary: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Of {@link invocationsPayload}: what the yes is bound to. */
  readonly payloadHash: string;
  /** True once a person has said yes. */
  readonly given: boolean;
}

/** What an approval of invocations is for: which agents, where, and the words that are sent. */
export function invocationsPayload(invocations: readonly Invocation[]): JsonObject {
  return {
    invocations: invocations.map(({ agent, text, sessionId }) => ({ agent: { ...agent }, text, sessionId })),
  };
}
