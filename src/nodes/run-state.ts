import type { BaseMessage } from '@langchain/core/messages';
import type { AccountReference } from '../domain/account.js';
import type { AgentReply } from '../domain/agent-reply.js';
import type { Invocation, RunApproval } from '../domain/agent-run.js';
import type { Answer, Coverage, Table } from '../domain/answer.js';
import type { Conversation } from '../domain/conversation.js';
import type { Intent } from '../domain/intent.js';
import type { JsonObject } from '../domain/json.js';
import { NO_MODEL_USAGE, type ModelUsage } from '../domain/model-usage.js';
import type { Outcome } from '../domain/outcome.js';
import type { Assignment, FrozenPlan, Plan } from '../domain/plan.js';
import type { Run, RunRequest } from '../domain/run.js';

/** What one account's branch leaves in the state: how each call ended. Its rows are in the run store. */
export interface AccountReport {
  readonly accountId: string;
  readonly outcomes: readonly Outcome[];
  readonly apiCalls: number;
}

/** Why a run ends without an answer to its question. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly nextStep?: string;
  /** What the error tells machines; never a secret. */
  readonly facts?: JsonObject;
}

/** The graph's state: plain data without secrets; it is shown in Studio and may be checkpointed. */
export interface RunState {
  readonly messages: readonly BaseMessage[];
  readonly request: RunRequest | null;
  readonly run: Run | null;
  /** What the session remembers of the questions before this one. */
  readonly conversation: Conversation;
  readonly intent: Intent | null;
  readonly accounts: readonly AccountReference[];
  readonly assignments: readonly Pick<Assignment, 'account' | 'regions'>[];
  /** Authorised, of all rounds together. */
  readonly plan: FrozenPlan | null;
  /** What the accounts are asked in this round; null: nothing more. */
  readonly asking: FrozenPlan | null;
  /** Rounds that have been authorised. */
  readonly round: number;
  /** What a review wants asked in another round, until that is authorised. */
  readonly further: Plan | null;
  readonly reports: readonly AccountReport[];
  /** What is sent to agents of other accounts. */
  readonly invocations: readonly Invocation[];
  /** The yes that the invocations need; null where none is needed. */
  readonly approval: RunApproval | null;
  readonly agentReplies: readonly AgentReply[];
  /** Capped; the whole tables are in the run store. */
  readonly tables: readonly Table[];
  /** The first sentence of the answer, computed over the whole tables. */
  readonly headline: string;
  readonly coverage: Coverage | null;
  readonly problem: Problem | null;
  readonly warnings: readonly string[];
  /** What the run has asked of a model so far. */
  readonly modelUsage: ModelUsage;
  readonly answer: Answer | null;
}

/** What a node returns. Branches add to what they share; `reset` empties it when the next question of a thread begins. */
export type RunUpdate = Partial<Omit<RunState, 'reports' | 'agentReplies'>> & {
  readonly reports?: readonly AccountReport[] | 'reset';
  readonly agentReplies?: readonly AgentReply[] | 'reset';
};

/** What belongs to one run, before it begins and when it has been answered. */
export const NOTHING_YET = {
  request: null,
  intent: null,
  accounts: [],
  assignments: [],
  plan: null,
  asking: null,
  round: 0,
  further: null,
  reports: 'reset',
  invocations: [],
  approval: null,
  agentReplies: 'reset',
  tables: [],
  headline: '',
  coverage: null,
  problem: null,
  warnings: [],
  modelUsage: NO_MODEL_USAGE,
  answer: null,
} as const satisfies RunUpdate;

/** What the branch of one account is sent. */
export interface BranchInput {
  readonly assignment: Assignment;
  readonly run: Run;
}

/** What the branch of one agent is sent. */
export interface AgentBranchInput {
  readonly invocation: Invocation;
  /** Whether a person has said yes to exactly this. */
  readonly approved: boolean;
  readonly run: Run;
}
