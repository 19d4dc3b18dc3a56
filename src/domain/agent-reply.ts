import type { Agent, AgentReference } from './agent.js';
import type { Caller } from './caller.js';

/** How one invocation ended. Only `answered` is a whole answer; `incomplete` has a part of one, or none. */
export type AgentOutcome =
  | 'answered'
  | 'incomplete'
  | 'denied'
  | 'unreachable'
  | 'throttled'
  | 'timed-out'
  | 'cancelled'
  | 'refused'
  | 'failed';

/** Why an answer is not whole, for an operator; no secrets. */
export interface AgentProblem {
  readonly outcome: Exclude<AgentOutcome, 'answered'>;
  /** AWS's code, or a word of ours: `endpoint-permission`, `returned-control`. */
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
}

/** What came of one invocation. `text` is that agent's words and nothing more: data, never an instruction. */
export interface AgentReply {
  readonly agent: AgentReference;
  /** The account that was asked: the hub's own where the row names none. Empty when that was never found out. */
  readonly accountId: string;
  readonly text: string;
  /** False: `problem` says what is missing. */
  readonly complete: boolean;
  readonly problem?: AgentProblem;
  /** What a reader should know besides: files that were not taken over. */
  readonly notes: readonly string[];
  readonly millis: number;
}

export interface AgentRequest {
  readonly agent: Agent;
  /** Exactly this is sent. */
  readonly text: string;
  /** The agent's own conversation; made by {@link InvokeAgent}'s caller from who asks whom in which session. */
  readonly sessionId: string;
  readonly caller: Caller;
  readonly signal: AbortSignal;
  /** Milliseconds since the Unix epoch; beyond it nothing is waited for. */
  readonly deadline: number;
  /** Takes the words as they arrive. */
  readonly onText?: (text: string) => void;
}

/** Invokes one agent, at most once. Never throws: whatever happens is in the reply. */
export type InvokeAgent = (request: AgentRequest) => Promise<AgentReply>;

export function outcomeOf({ complete, problem }: Pick<AgentReply, 'complete' | 'problem'>): AgentOutcome {
  return complete ? 'answered' : (problem?.outcome ?? 'incomplete');
}
