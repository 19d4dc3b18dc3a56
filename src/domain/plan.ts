import type { AccountReference } from './account.js';
import type { Json, JsonObject } from './json.js';
import type { Measure } from './measure.js';

/**
 * "For each value that another call found, ask this." The values at `path` of the source call's reply become the
 * parameter `parameter` of this call, one call per value, or `batch` values at a time where the parameter is a list.
 */
export interface Reference {
  /** Id of the call whose reply is read. */
  readonly call: string;
  /** Where the values are in that reply: `clusters[]`, `Buckets[].Name`. */
  readonly path: string;
  /**
   * The parameter of this call that takes them, or a place in one: `Dimensions[0].Value`. `@region` stands for the Region of
   * the call itself.
   */
  readonly parameter: string;
  /** Values per call, for a list parameter. Absent: one value per call, passed as it is. */
  readonly batch?: number;
  /** Parameters of the source call to repeat here (ECS wants the cluster next to the services). */
  readonly carry?: readonly string[];
}

/**
 * A value to show of each item: its heading, and where it is. Paths are dotted names; `[]` walks a list and collects
 * (`SecurityGroups[].GroupId`); `Tags[Key=Name].Value` takes the value of the first element whose `Key` is `Name`;
 * an empty path is the item itself; `@NAME` is a parameter that the call was made with (`@cluster`), or a place in one
 * (`@Dimensions[0].Value`).
 */
export interface Column {
  readonly name: string;
  readonly path: string;
}

/** As the value of a parameter: the id of the account that is asked (S3 Control wants it in every call). */
export const OWN_ACCOUNT = '@account';

/** A call as planned, in botocore's names. */
export interface Call {
  readonly id: string;
  readonly service: string;
  readonly operation: string;
  /** A value {@link OWN_ACCOUNT} is replaced in each account. */
  readonly params: JsonObject;
  /** Absent: a call of its own in every Region asked. Present: it asks in the Region in which its source was found. */
  readonly forEach?: Reference;
  /** What to show of each item. Empty: the catalogue's default columns for the operation. */
  readonly columns: readonly Column[];
}

/**
 * What is not always decided by a cell. By the numbers of a version, as far as the value has them (`14`, `nodejs20`): older, newer,
 * the same. By rules of a firewall: whether they let traffic through (`tcp 22 from anywhere`, see `traffic.ts`). Rows of which
 * it cannot be told are no rows of the table, and are reported.
 */
export type CannotTell = (typeof CANNOT_TELL)[number];

export const CANNOT_TELL = [
  'older',
  'not-older',
  'newer',
  'not-newer',
  'same-version',
  'other-version',
  'allows',
  'not-allows',
] as const;

/** How a cell may stand to a value. */
export const COMPARISONS = [
  'equal',
  'not-equal',
  'contains',
  'not-contains',
  'above',
  'below',
  ...CANNOT_TELL,
] as const;

export type Filter =
  | {
      readonly column: string;
      readonly is: (typeof COMPARISONS)[number];
      readonly value: Json;
    }
  | { readonly column: string; readonly is: 'empty' | 'present' }
  /** By another column of the same row: fewer running than desired. */
  | { readonly column: string; readonly is: 'below-column' | 'reaches-column'; readonly other: string }
  | { readonly any: readonly Filter[] };

/** How the collected rows become the tables of the answer. */
export interface Show {
  readonly title: string;
  /** The question that the tables must answer, whole: "and in staging?" is "How many EC2 instances run in staging?". */
  readonly question?: string;
  /** Calls whose rows are shown, one table each; calls not named here only feed others. */
  readonly tables: readonly TableView[];
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

export interface TableView {
  /** The call whose rows these are. */
  readonly call: string;
  /** Further calls whose columns are added to each row where `on` (a column of both) has the same value. */
  readonly join?: readonly { readonly call: string; readonly on: string }[];
  /** All must hold. */
  readonly filters: readonly Filter[];
  /** `rows`: one row per resource. `count`: one per group, an account (and a value of `by`): how many, zeros included. */
  readonly kind: 'rows' | 'count';
  /** With `count`: computed of each group, and of all rows together, next to how many they are. */
  readonly measure?: Measure;
  /** With `count`: a further grouping, such as `Region`, `State` or `Type`. With `rows`: `limit` is so many of each value. */
  readonly by?: string;
  /** With `count` and `by`: the groups are those of `by` alone, over all accounts. */
  readonly across?: true;
  /**
   * By a column of the table; a count's own are `Account`, `Account ID`, `Count`, what `by` names and its measure's heading. Numbers
   * before times before text; what has no value is last either way.
   */
  readonly sort?: Sort;
  /** The first so many rows of the table; how many there are is still said. With 1 and a sort: all that share the first place. */
  readonly limit?: number;
  /** The noun of one row: "EC2 instances". */
  readonly noun: string;
}

export interface Plan {
  readonly calls: readonly Call[];
  readonly show: Show;
}

/** How an operation hands out its pages, by botocore's paginator names. */
export interface Pagination {
  /** The request member that takes the token. */
  readonly input: string;
  /** The reply member that carries the next token; the last element of what was listed where that is the token. */
  readonly output: string;
  /** Further tokens that belong to the first (Route 53: name, type and set identifier of the next record). */
  readonly also?: readonly { readonly input: string; readonly output: string }[];
  /** The flag of the reply that says whether there is more: without it a token alone does. */
  readonly flag?: string;
}

/** A call that the policy has proved and frozen. Only {@link FrozenPlan}s reach a tool. */
export interface FrozenCall {
  readonly id: string;
  readonly service: string;
  readonly operation: string;
  readonly params: JsonObject;
  readonly forEach?: Reference;
  /** Where the items are in the reply: `Reservations[].Instances[]`. Empty: the reply itself is the one item. */
  readonly items: string;
  readonly columns: readonly Column[];
  readonly pagination?: Pagination;
  /** Error codes that mean "it has none", and so are an answer with an empty item (`NoSuchBucketPolicy`). */
  readonly absentCodes: readonly string[];
  /** Path in an item of the Region to show instead of the asked one (buckets know theirs). */
  readonly regionPath?: string;
  /** True: asked once, in the partition's home Region; its rows show `global` where they know no Region. */
  readonly global: boolean;
  /** Where a global call is asked in the commercial partition, when that is not its home (Global Accelerator). */
  readonly homeRegion?: string;
  /** The Regions that offer the service, when not all do: tells `not-offered` from `unreachable`. */
  readonly offeredIn?: readonly string[];
  /** Pages per Region (or per value of a reference) before the list is cut, which is reported. */
  readonly pageCap: number;
  /** Values taken of a reference per account before the rest is cut, which is reported. */
  readonly fanOutCap: number;
  /** True for the Region list that `all` needs: it feeds other calls and is not counted as one that was asked for. */
  readonly internal: boolean;
}

export interface FrozenPlan {
  readonly calls: readonly FrozenCall[];
  readonly show: Show;
  /** Rows kept per account before the rest is cut, which is reported. */
  readonly rowCap: number;
}

/** What one branch of the fan-out is sent: small, and free of secrets. */
export interface Assignment {
  readonly account: AccountReference;
  /** Regions that regional calls without a reference ask. Empty when the plan reads the enabled ones first (`all`). */
  readonly regions: readonly string[];
  readonly plan: FrozenPlan;
}

/** "ec2 DescribeInstances": how a call is named to people, in events and in failures. */
export function callLabel(call: Pick<Call, 'service' | 'operation'>): string {
  return `${call.service} ${call.operation}`;
}
