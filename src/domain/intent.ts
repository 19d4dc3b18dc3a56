import type { Plan } from './plan.js';

/** Which accounts a question is about, before the registry is asked. */
export interface AccountSelector {
  /** Ids, names, environments, `tag:KEY=VALUE`, `ou:NAME`. Empty: every target account. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
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
    }
  | { readonly kind: 'list-accounts'; readonly accounts: AccountSelector; readonly summary: string }
  | { readonly kind: 'clarify'; readonly question: string; readonly suggestions: readonly string[] }
  | { readonly kind: 'refuse'; readonly reason: string; readonly suggestion?: string };
