import type { JsonObject } from '../../domain/json.js';
import type { Column, Pagination } from '../../domain/plan.js';

/** IAM's word for what an action does, exactly as AWS's service authorization data has it; `Unknown` where it has none. */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging, Write' | 'Permissions management, Write' | 'Unknown';

/** The JSON that a parameter takes. Timestamps are ISO 8601 text or epoch seconds; `list` is a list of lists. */
export type ParameterType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'timestamp'
  | 'blob'
  | 'object'
  | 'list'
  | 'string[]'
  | 'integer[]'
  | 'number[]'
  | 'boolean[]'
  | 'timestamp[]'
  | 'object[]';

/** What is known of a value in a request or a reply. */
export interface ShapeFacts {
  readonly type: ParameterType;
  /** The members of the object, or of each object of the list. Absent: free keys, or deeper than the catalogue goes. */
  readonly members?: ReadonlyMap<string, ShapeFacts>;
  /** The only texts it can be, where they are few. */
  readonly values?: readonly string[];
  /** In a request: has to be given. */
  readonly required: boolean;
}

export type ParameterFacts = ShapeFacts;

/** Another operation whose items hold the values of a parameter. */
export interface Supplier {
  readonly parameter: string;
  /** The operation that lists them, and its service: nearly always the parameter's own. */
  readonly service: string;
  readonly by: string;
  /** Where they are in its reply: `clusters[]`. */
  readonly path: string;
  /** Parameters that both operations take and that have to be the same: give `by` values for them first. */
  readonly carry: readonly string[];
  /** Values per call, where the parameter takes a list. */
  readonly batch?: number;
}

/** What is known of one API operation, in botocore's names. */
export interface OperationFacts {
  readonly service: string;
  readonly operation: string;
  /** The IAM action that guards it: `s3:ListAllMyBuckets` for S3 ListBuckets. Empty where the level is `Unknown`. */
  readonly iamAction: string;
  readonly access: AccessLevel;
  /** Its reply is a stream of bytes or events, and no rows: known by name only. */
  readonly streams: boolean;
  /** Empty for operations that are known by name only, to be refused. */
  readonly parameters: ReadonlyMap<string, ParameterFacts>;
  readonly pagination?: Pagination;
  /** The parameter that limits a page; it never limits what is found. */
  readonly pageSize?: string;
  /** Where the items are in the reply. Empty: the reply itself is the one item. */
  readonly items: string;
  /** What an item is: its members when it is an object. Two structures deep; `type` says `object` where it ends. */
  readonly item: ShapeFacts;
  /** Shown when a plan names no columns. Empty for operations that are known by name only. */
  readonly columns: readonly Column[];
  /** Operations that list the values of its required parameters. */
  readonly supplied: readonly Supplier[];
  /** Error codes that mean "it has none". */
  readonly absentCodes: readonly string[];
  /** Path in an item of the Region where the thing really is. */
  readonly regionPath?: string;
  /** Parameters sent unless the plan sets them. */
  readonly defaults: JsonObject;
  /** What a person is told when `defaults` change what is found. */
  readonly defaultsNote?: string;
  /** Paths in an item that hold secrets and are never projected, nor anything above or below them. */
  readonly secretFields: readonly string[];
  /** Asked once per account, in the partition's home Region. */
  readonly global: boolean;
  /** That Region in the commercial partition, when it is another one. */
  readonly homeRegion?: string;
  /** The Regions that have the service, when not all of them do. */
  readonly offeredIn?: readonly string[];
}

export interface ServiceFacts {
  /** botocore's name: `ec2`, `resourcegroupstaggingapi`. */
  readonly service: string;
  /** How people call it: "EC2". */
  readonly label: string;
  /** AWS's full name for it: "Amazon Elastic Compute Cloud". */
  readonly name: string;
  readonly global: boolean;
  readonly offeredIn?: readonly string[];
  /** Names of its operations, those that are always refused included. Reading this loads the service's facts. */
  readonly operations: readonly string[];
}

/** What the planners and the policy know of AWS. Names are exact and case-sensitive. */
export interface Catalogue {
  /** Loads the service's facts (some milliseconds) when it is the first question about that service. */
  find(service: string, operation: string): OperationFacts | undefined;
  service(name: string): ServiceFacts | undefined;
  services(): Iterable<ServiceFacts>;
  /** Every operation of every service: loads all of them. */
  operations(): Iterable<OperationFacts>;
}
