import type { Agent } from '../../domain/agent.js';
import type { AgentProblem } from '../../domain/agent-reply.js';
import type { AwsCredentials } from '../../domain/credentials.js';

/** What one of AWS's services takes and gives; which of them an agent is invoked through is its type. */
export interface AgentService<Kind extends Agent> {
  /**
   * Sends the question. Throws what the SDK throws before an answer has begun; from then on whatever happens is the
   * answer's.
   */
  open(invocation: Invocation<Kind>): Promise<OpenAnswer>;
}

export interface Invocation<Kind extends Agent = Agent> {
  readonly agent: Kind;
  /** The account that the agent lives in. */
  readonly accountId: string;
  readonly credentials: AwsCredentials;
  readonly text: string;
  readonly sessionId: string;
  readonly signal: AbortSignal;
  /** Takes words as they arrive. */
  readonly onText: (text: string) => void;
  /** Called for each piece of the answer. */
  readonly heard: () => void;
}

/** An answer that has begun. */
export interface OpenAnswer {
  /** Reads it to its end. Throws when it is cut off; what arrived until then is `textSoFar`. */
  read(): Promise<Heard>;
  readonly textSoFar: string;
  /** Frees the connection, whatever is still under way. Safe to call at any time. */
  release(): void;
}

export interface Heard {
  readonly text: string;
  /** Absent: the answer is whole. */
  readonly problem?: AgentProblem;
  readonly notes: readonly string[];
}

/** The problem of an answer that ended well, and is not whole. */
export function unfinished(who: string, why: string): AgentProblem {
  return {
    outcome: 'incomplete',
    code: 'incomplete',
    message: `the answer of ${who} is not whole: ${why}`,
    nextStep: 'What is shown is what arrived; it was not asked again.',
  };
}

export function tooLong(who: string, most: number): AgentProblem {
  return {
    outcome: 'incomplete',
    code: 'too-long',
    message: `the answer of ${who} is longer than ${most} characters; the rest was not read`,
    nextStep: 'Ask it for something shorter.',
  };
}
