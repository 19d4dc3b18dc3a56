import type { AmountWords } from './amount-phrases.js';
import type { Order } from './orders.js';
import type { SecretWords } from './secrets.js';
import type { Narrowing } from '../../domain/condition.js';
import type { Doubt } from './doubts.js';
import type { Topic } from './topic.js';

/** A condition where it was found, so that it can be given to the right noun. */
export interface PlacedCondition extends Narrowing {
  /** First word, and the word behind the last. */
  readonly from: number;
  readonly to: number;
}

export interface PlacedTopic {
  readonly topics: readonly Topic[];
  readonly from: number;
  readonly to: number;
  /** The last word of the phrase: "volumes" are several. */
  readonly last?: string;
}

/** Everything that was understood of a question, and everything that was not. */
export interface Reading {
  topics: PlacedTopic[];
  conditions: PlacedCondition[];
  /** Selectors, with how they are called in the summary. */
  include: Map<string, string>;
  exclude: Map<string, string>;
  allAccounts: boolean;
  /** "accounts" is what is asked about. */
  asksAccounts: boolean;
  mentionsAccounts: boolean;
  /** "Which Regions have …": Regions are what is asked about. */
  asksRegions: boolean;
  /** Words that say where to look: accounts and Regions. */
  places: number[];
  /** Every word that says where to look, how many, or how to group: not what for. */
  aside: Set<number>;
  regions: Set<string>;
  excludedRegions: Set<string>;
  allRegions: boolean;
  counts: boolean;
  lists: boolean;
  groups: Set<string>;
  limit: number | undefined;
  /** "Total size", "the 10 largest". */
  amount: AmountWords | undefined;
  /** Words, as written. */
  unknown: string[];
  /** "not" and "except" that have nothing to apply to. */
  dangling: string[];
  /** Phrases that mean several things: the question to ask back and its choices. */
  doubts: Doubt[];
  /** What it orders, and what secrets it asks for: it is refused. */
  orders: readonly Order[];
  secrets: readonly SecretWords[];
  /** Positions of "or". */
  alternatives: number[];
}

export function emptyReading(): Reading {
  return {
    topics: [],
    conditions: [],
    include: new Map(),
    exclude: new Map(),
    allAccounts: false,
    asksAccounts: false,
    mentionsAccounts: false,
    asksRegions: false,
    places: [],
    aside: new Set(),
    regions: new Set(),
    excludedRegions: new Set(),
    allRegions: false,
    counts: false,
    lists: false,
    groups: new Set(),
    limit: undefined,
    amount: undefined,
    unknown: [],
    dangling: [],
    doubts: [],
    orders: [],
    secrets: [],
    alternatives: [],
  };
}
