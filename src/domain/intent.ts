import type { Call, Plan } from './plan.js';

/** Which accounts a question is about, before the registry is asked. */
export interface AccountSelector {
  /** Ids, names, environments, `tag:KEY=VALUE`, `ou:NAME`. Empty: every target account. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** An operation by its name in botocore's words. */
export type OperationName = Pick<Call, 'service' | 'operation'>;

/** A way to go on that is offered when a question was not understood to the end. The next question may pick it by number. */
export interface Offer extends OperationName {
  /** "list EBS volumes (ec2 DescribeVolumes)" */
  readonly summary: string;
  /** Asks exactly this. Absent when the operation needs a parameter that the question did not give. */
  readonly plan?: Plan;
}

/** What parseIntent makes of a question. Plain data: it is kept in state and read again by the next question. */
export type Intent =
  | {
      readonly kind: 'query';
      readonly plan: Plan;
      readonly accounts: AccountSelector;
      /** `['all']`, concrete Regions, or empty for each account's own or the configured default. */
      readonly regions: readonly string[];
      /** What was understood: "EC2 DescribeInstances, running only". */
      readonly summary: string;
      readonly planner: string;
      /** The only operations that a further round of this question may use, besides those of the plan. Absent: none. */
      readonly scope?: readonly OperationName[];
    }
  | { readonly kind: 'list-accounts'; readonly accounts: AccountSelector; readonly summary: string }
  | {
      readonly kind: 'clarify';
      readonly question: string;
      /** Questions that can be answered, to be shown as they are. */
      readonly suggestions: readonly string[];
      /** Operations that the question may be about, nearest first; at most three. */
      readonly offers?: readonly Offer[];
    }
  | {
      readonly kind: 'refuse';
      readonly reason: string;
      readonly suggestion?: string;
      /** What it would have called. */
      readonly wouldCall?: OperationName;
    };
