import type { AgentProblem } from './agent-reply.js';
import type { Call, Show } from './plan.js';
import type { Json, JsonObject } from './json.js';
import type { Measure } from './measure.js';
import type { OutcomeKind } from './outcome.js';

export type AnswerStatus =
  | 'complete'
  | 'partial'
  | 'needs-clarification'
  | 'needs-approval'
  | 'refused'
  | 'failed'
  | 'cancelled';

export interface Failure {
  readonly accountId: string;
  readonly accountName: string;
  readonly region: string;
  readonly call: string;
  readonly outcome: OutcomeKind;
  readonly message: string;
  readonly nextStep: string;
}

export interface Coverage {
  readonly accounts: { readonly asked: number; readonly answered: number };
  readonly regions: readonly string[];
  readonly calls: { readonly asked: number; readonly answered: number };
  /** "9 of 10 accounts in 2 Regions; 1 denied" */
  readonly line: string;
  readonly failures: readonly Failure[];
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Json[])[];
  /** Rows there are; more than `rows.length` when `truncated`. */
  readonly total: number;
  readonly truncated: boolean;
  /** Rows that were found, where the table is of the first of them, or of each group, alone: `total` are those. */
  readonly found?: number;
  /** What was computed over all groups, where the question asked for an amount. */
  readonly measured?: Measured;
  /** Accounts that an amount or an order may be wrong about, and why; absent when there is none. */
  readonly incomplete?: string;
}

/** A measure of rows. Null where no row has a number; digits as text where a JSON number would lose some. */
export interface Measured extends Measure {
  readonly value: number | string | null;
  /** Rows whose value is in it. */
  readonly rows: number;
  /** Rows that have no number in the column, and so are not in it. */
  readonly without: number;
}

export interface AnswerPlan {
  readonly calls: readonly (Pick<Call, 'id' | 'service' | 'operation' | 'params'> & {
    readonly regions: readonly string[];
    readonly forEach?: { readonly call: string; readonly path: string };
  })[];
  readonly show: Show;
}

export interface Usage {
  readonly modelCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly apiCalls: number;
  readonly millis: number;
}

/** What one agent said. Its words are data, whatever they say. */
export interface AgentAnswer {
  readonly agentId: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly text: string;
  /** False: `problem` says why. */
  readonly complete: boolean;
  readonly problem?: AgentProblem;
}

/** An operation that a question may be about; the nearest is first. */
export interface Suggestion {
  readonly service: string;
  readonly operation: string;
  readonly summary: string;
}

/** A command on an EC2 instance, and what came of it. */
export interface CommandOutcome {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly region: string;
  readonly instanceId: string;
  readonly instanceName: string | null;
  readonly document: string;
  readonly command: string;
  readonly commandId: string;
  /** Systems Manager's: `Success`, `Failed`, `TimedOut`, `Cancelled`; the last one seen when it did not end. */
  readonly status: string;
  readonly statusDetails: string;
  /** Null when the command has none: it did not end, or did not begin. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly stdoutTruncated: boolean;
  readonly stderrTruncated: boolean;
}

/** What waits for a person's yes. */
export interface PendingApproval {
  readonly approvalId: string;
  readonly summary: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** The answer object of every door (contracts, "The answer object"). */
export interface Answer {
  /** Markdown. */
  readonly response: string;
  readonly status: AnswerStatus;
  readonly sessionId: string;
  readonly runId: string;
  readonly plan?: AnswerPlan;
  readonly coverage?: Coverage;
  readonly tables: readonly Table[];
  /** What other agents said, each by itself, in the order in which they were asked. */
  readonly agents?: readonly AgentAnswer[];
  /** What a question that was asked back may be about. The next question may pick one by its number. */
  readonly suggestions?: readonly Suggestion[];
  /** With the status `needs-approval`. */
  readonly approval?: PendingApproval;
  readonly command?: CommandOutcome;
  readonly warnings: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly facts?: JsonObject };
  readonly usage: Usage;
}
