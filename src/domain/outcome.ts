import type { Json } from './json.js';

/** How a (account, Region, call) that was asked for ended. Every one of them ends as exactly one of these. */
export type OutcomeKind =
  | 'answered'
  | 'not-offered'
  | 'region-disabled'
  | 'denied'
  | 'unreachable'
  | 'throttled'
  | 'timed-out'
  | 'over-budget'
  | 'cancelled'
  | 'refused'
  | 'failed';

/** The kinds that do not make an answer partial: there was nothing to miss. */
export function countsAsAnswered(kind: OutcomeKind): boolean {
  return kind === 'answered' || kind === 'not-offered' || kind === 'region-disabled';
}

export interface Outcome {
  readonly accountId: string;
  /** Id of the planned call. */
  readonly call: string;
  /** "ec2 DescribeInstances" */
  readonly label: string;
  /** The Region asked, or `global`; `*` when the branch ended before its Regions were known. */
  readonly region: string;
  readonly kind: OutcomeKind;
  /** Rows found, also when a later page failed. */
  readonly rows: number;
  /** True when a cap cut the list: there are more. */
  readonly truncated: boolean;
  /** AWS's (or our) error code, when the kind is not `answered`. */
  readonly code?: string;
  /** What happened, for an operator; no secrets. */
  readonly message?: string;
  readonly nextStep?: string;
}

/** Rows that one call found in one Region of one account, projected to the planned columns in their order. */
export interface RowSet {
  readonly accountId: string;
  readonly call: string;
  readonly rows: readonly ResourceRow[];
}

export interface ResourceRow {
  readonly region: string;
  readonly cells: readonly Json[];
}

/** What an account's branch brings back. */
export interface AccountReply {
  readonly outcomes: readonly Outcome[];
  readonly rowSets: readonly RowSet[];
  /** AWS API calls that the account made for us, as its tool server counted them. */
  readonly apiCalls: number;
}
