import type { Json, JsonObject } from '../../domain/json.js';
import type { GlobalResources, RegionalResources, SandboxAccount } from '../organization/model.js';
import type { Page, PageRequest } from './paging.js';

/** What an operation's handler knows: one validated call of one account in one Region. */
export interface CallContext {
  readonly account: SandboxAccount;
  readonly region: string;
  readonly operation: string;
  readonly params: Parameters;
  readonly regional: RegionalResources;
  readonly global: GlobalResources;
  /** The ARN and user id of whoever calls. */
  readonly caller: { readonly arn: string; readonly userId: string };
  page<T>(items: readonly T[], request: PageRequest): Page<T>;
}

/** Request members by type. Their types have been checked, so a wrong one reads as absent. */
export interface Parameters {
  text(name: string): string | undefined;
  texts(name: string): readonly string[] | undefined;
  whole(name: string): number | undefined;
  flag(name: string): boolean;
  list(name: string): readonly Json[];
  /** Whatever it is. */
  value(name: string): Json | undefined;
}

export interface Operation {
  readonly answer: (context: CallContext) => JsonObject;
  /** The IAM action, where its name is not the operation's. Null: anybody may call it. */
  readonly action?: string | null;
  /** True for what would change something: it is counted, and changes nothing. */
  readonly mutates?: true;
}

export interface Service {
  /** botocore's name. */
  readonly name: string;
  /** The client's class name, which Python's AttributeError shows. */
  readonly className: string;
  /** What its IAM actions begin with. */
  readonly actionPrefix: string;
  /** The first label of its endpoint. */
  readonly endpointPrefix: string;
  /** The wire protocol decides on the words for refusals. */
  readonly protocol: 'ec2' | 'query' | 'rest-xml' | 'json';
  /** Answered from one place, whatever the Region. */
  readonly global?: true;
  /** Absent: offered everywhere. */
  readonly offeredIn?: ReadonlySet<string>;
  readonly operations: Readonly<Record<string, Operation>>;
}

export function readParameters(params: JsonObject): Parameters {
  return {
    text: (name) => {
      const value = params[name];
      return typeof value === 'string' ? value : undefined;
    },
    texts: (name) => {
      const value = params[name];
      return isList(value) ? value.filter((item) => typeof item === 'string') : undefined;
    },
    whole: (name) => {
      const value = params[name];
      return typeof value === 'number' ? value : undefined;
    },
    flag: (name) => params[name] === true,
    value: (name) => params[name],
    list: (name) => {
      const value = params[name];
      return isList(value) ? value : [];
    },
  };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** `[{Key, Value}]`, the way most services write tags. */
export function tagList(tags: Readonly<Record<string, string>>): readonly JsonObject[] {
  return Object.entries(tags).map(([key, value]) => ({ Key: key, Value: value }));
}
