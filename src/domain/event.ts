import type { Answer, AnswerPlan, PendingApproval } from './answer.js';
import type { OutcomeKind } from './outcome.js';

/** One step of a run, as every door streams it (contracts, "HTTP"). */
export type RunEvent = { readonly runId: string; readonly at: string } & RunEventBody;

export type RunEventBody =
  | { readonly type: 'run-started'; readonly sessionId: string }
  | { readonly type: 'intent-parsed'; readonly summary: string; readonly planner: string }
  | {
      readonly type: 'accounts-resolved';
      readonly accounts: readonly { readonly id: string; readonly name: string }[];
      readonly regions: readonly string[];
    }
  | { readonly type: 'plan-authorized'; readonly plan: AnswerPlan; readonly round: number }
  | { readonly type: 'account-started'; readonly accountId: string; readonly accountName: string }
  | {
      readonly type: 'account-ended';
      readonly accountId: string;
      readonly accountName: string;
      readonly outcomes: readonly {
        readonly call: string;
        readonly region: string;
        readonly outcome: OutcomeKind;
        readonly rows: number;
      }[];
      readonly millis: number;
    }
  | { readonly type: 'text-delta'; readonly text: string; readonly agentId?: string }
  | { readonly type: 'approval-requested'; readonly approval: PendingApproval }
  | { readonly type: 'run-ended'; readonly answer: Answer }
  | { readonly type: 'run-failed'; readonly error: { readonly code: string; readonly message: string } };
