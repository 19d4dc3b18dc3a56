import type { Amount } from './amount.js';
import type { AgentsAsked } from './agent-selection.js';
import type { Narrowing } from './condition.js';
import type { Call, Plan, Sort } from './plan.js';

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

/** One of the things that a word of the question may mean, and the whole question with that put in its place. */
export interface Choice {
  readonly shown: string;
  readonly question: string;
}

/**
 * What the rules read in a question, so that the next one can change a part of it and the plan be built anew. Absent in
 * plans that came from elsewhere: of those only places, filters, grouping, order and limit can be changed.
 */
export interface Basis {
  /** Each kind of thing asked about, by the key of its topic, and what narrows it. */
  readonly things: readonly { readonly topic: string; readonly narrowings: readonly Narrowing[] }[];
  readonly counts: boolean;
  readonly amount?: Amount;
  /** The word of a grouping other than by account: `type`. */
  readonly group?: string;
  /** "Per account" was said. */
  readonly perAccount?: true;
  readonly sort?: Sort;
  readonly limit?: number;
  readonly excludedRegions: readonly string[];
}

/** What of an earlier run is to be shown again. Read back from the run store by run id, for the same caller only. */
export type Recalled =
  | {
      readonly kind: 'row';
      /** From 1, in the order of the answer's tables. */
      readonly table: number;
      /** From 1; from the end where negative: -1 is the last. */
      readonly row: number;
    }
  /** What did not answer, and why: of the accounts named, or of all. */
  | { readonly kind: 'failures'; readonly accounts: AccountSelector };

/** What parseIntent makes of a question. Plain data: it is kept in state and read again by the next question. */
export type Intent =
  | {
      readonly kind: 'query';
      readonly plan: Plan;
      readonly accounts: AccountSelector;
      /** True: the question named no account, so these are the session's own. */
      readonly byDefault?: boolean;
      /** `['all']`, concrete Regions, or empty for each account's own or the configured default. */
      readonly regions: readonly string[];
      /** What was understood: "EC2 DescribeInstances, running only". */
      readonly summary: string;
      readonly planner: string;
      /** The only operations that a further round of this question may use, besides those of the plan. Absent: none. */
      readonly scope?: readonly OperationName[];
      readonly basis?: Basis;
    }
  | { readonly kind: 'list-accounts'; readonly accounts: AccountSelector; readonly summary: string }
  /** From now on questions of this session that name no account ask these; nothing named: all of them again. */
  | { readonly kind: 'use-accounts'; readonly accounts: AccountSelector; readonly summary: string }
  /** The agents that may be invoked, enabled or not. */
  | { readonly kind: 'list-agents'; readonly summary: string }
  /** Hands `text` to agents. Not a read: what is still to be approved is decided behind it, never here. */
  | {
      readonly kind: 'ask-agents';
      readonly asked: AgentsAsked;
      /** Exactly what is to be sent. */
      readonly text: string;
      readonly summary: string;
    }
  | { readonly kind: 'recall'; readonly runId: string; readonly what: Recalled; readonly summary: string }
  | {
      readonly kind: 'clarify';
      readonly question: string;
      /** Questions that can be answered, to be shown as they are. */
      readonly suggestions: readonly string[];
      /** What a word of the question may mean. The next question may pick one by its number or by its name. */
      readonly choices?: readonly Choice[];
      /** Operations that the question may be about, nearest first; at most three. */
      readonly offers?: readonly Offer[];
      /** Run id of the earlier question that this one was taken to go on from. */
      readonly followUpTo?: string;
    }
  | {
      readonly kind: 'refuse';
      readonly reason: string;
      readonly suggestion?: string;
      /** What it would have called. */
      readonly wouldCall?: OperationName;
    };

/** One of the ways to go on that a clarification shows, numbered from 1 in this order. */
export type Option = { readonly shown: string } & ({ readonly question: string } | { readonly offer: Offer });

export function optionsOf({
  choices = [],
  offers = [],
  suggestions,
}: Extract<Intent, { kind: 'clarify' }>): readonly Option[] {
  const chosen = new Set(choices.map(({ shown }) => shown));
  return [
    ...choices,
    ...offers.map((offer) => ({ shown: offer.summary, offer })),
    ...suggestions.filter((text) => !chosen.has(text)).map((text) => ({ shown: text, question: text })),
  ];
}
