import type { JsonObject } from '../../domain/json.js';
import type { Column, Pagination } from '../../domain/plan.js';

/** IAM's word for what an action does, exactly as AWS's service authorization data has it. */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging, Write' | 'Permissions management, Write';

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

export interface ParameterFacts {
  readonly type: ParameterType;
  readonly required: boolean;
}

/** What is known of one API operation, in botocore's names. */
export interface OperationFacts {
  readonly service: string;
  readonly operation: string;
  /** The IAM action that guards it: `s3:ListAllMyBuckets` for S3 ListBuckets. */
  readonly iamAction: string;
  readonly access: AccessLevel;
  /** Empty for operations that are known by name only, to be refused. */
  readonly parameters: ReadonlyMap<string, ParameterFacts>;
  readonly pagination?: Pagination;
  /** The parameter that limits a page; it never limits what is found. */
  readonly pageSize?: string;
  /** Where the items are in the reply. Empty: the reply itself is the one item. */
  readonly items: string;
  /** Shown when a plan names no columns. */
  readonly columns: readonly Column[];
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
  /** The Regions that have the service, when not all of them do. */
  readonly offeredIn?: readonly string[];
}

export interface ServiceFacts {
  /** botocore's name: `ec2`, `resourcegroupstaggingapi`. */
  readonly service: string;
  /** How people call it: "EC2". */
  readonly label: string;
  readonly global: boolean;
  readonly offeredIn?: readonly string[];
  /** Words of questions that the service can answer. */
  readonly searchWords: readonly string[];
  /** Names of its operations, those that are always refused included. */
  readonly operations: readonly string[];
}

/** What the planners and the policy know of AWS. Names are exact and case-sensitive. */
export interface Catalogue {
  find(service: string, operation: string): OperationFacts | undefined;
  service(name: string): ServiceFacts | undefined;
  services(): Iterable<ServiceFacts>;
  operations(): Iterable<OperationFacts>;
}
