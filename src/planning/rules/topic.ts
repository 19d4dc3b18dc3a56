import type { Condition, TimeEvent } from '../../domain/condition.js';
import type { Json, JsonObject } from '../../domain/json.js';
import type { Call, Column, Filter, TableView } from '../../domain/plan.js';

export type { Condition };

/** What a condition does to a plan. */
export interface Effect {
  /** All must hold. */
  readonly filters?: readonly Filter[];
  /** Entries for EC2's `Filters`, or whole parameters of the shown call. */
  readonly serverFilters?: readonly { readonly Name: string; readonly Values: readonly string[] }[];
  readonly params?: JsonObject;
  readonly columns?: readonly Column[];
  readonly calls?: readonly Call[];
  readonly join?: NonNullable<TableView['join']>;
  /** "running", in front of the noun. */
  readonly before?: string;
  /** "with a public IP address", behind it. */
  readonly after?: string;
  /** What a reader should know about how the words were taken. */
  readonly note?: string;
}

/** What a yes/no property means for a topic, both ways. */
export interface Trait {
  readonly yes?: Effect;
  readonly no?: Effect;
}

/** The column that holds when something happened, with the calls and columns that bring it. */
export interface TimeColumn extends Pick<Effect, 'columns' | 'calls' | 'join' | 'note'> {
  readonly column: string;
}

/** A column that holds a number, and what the number counts; without a unit it is a plain number. */
export interface NumberColumn extends Pick<Effect, 'columns' | 'calls' | 'join' | 'note'> {
  readonly column: string;
  readonly unit?: 'B' | 'MiB' | 'GiB' | 'seconds' | 'days';
  /** A bare "larger than 1 GB" means another number. */
  readonly onlyByName?: true;
}

/** What the things of a topic have versions of. */
export interface VersionFamily {
  /** "PostgreSQL" */
  readonly shown: string;
  /** Which things have such versions, where their version does not say so itself. */
  readonly filters?: readonly Filter[];
  /** A number as the column writes it, where it does so with a name: `nodejs20`. Undefined for one that it has not. */
  readonly written?: (version: string) => string | undefined;
  readonly note?: string;
}

/** A column that holds a version, and what it may be one of, by the rules' words. */
export interface VersionColumn extends Pick<Effect, 'columns' | 'calls' | 'join' | 'note'> {
  readonly column: string;
  readonly families: Readonly<Record<string, VersionFamily>>;
  /** What "below 1.30" is a version of. Absent: a question must name it. */
  readonly unnamed?: string;
}

/** Something that questions are about: how it is called, which calls find it, and what its words mean. */
export interface Topic {
  readonly key: string;
  /** "EC2 instances" */
  readonly noun: string;
  /** Lower-case phrases that mean it. */
  readonly phrases: readonly string[];
  /** Phrases that narrow as well: "Aurora clusters". */
  readonly implied?: Readonly<Record<string, Condition>>;
  /** In order; the call `main` is shown. Without columns: the catalogue's. */
  readonly calls: readonly Call[];
  readonly main: string;
  /** `filtered`: global, but each row knows its Region. `none`: global, a Region means nothing. */
  readonly regions: 'regional' | 'filtered' | 'none';
  /** A question about it that is understood. */
  readonly example: string;
  /** Words of "by …" to columns. */
  readonly groups: Readonly<Record<string, string>>;
  readonly states?: {
    readonly column: string;
    /** The words of a question to the values of the column. */
    readonly values: Readonly<Record<string, Json>>;
    /** The name of the EC2 filter that does it on the server. */
    readonly serverFilter?: string;
    readonly note?: Readonly<Record<string, string>>;
    /** Shown behind the noun: "alarms in alarm". */
    readonly behind?: true;
    /** What a reader should know when no state is asked for. */
    readonly unsaid?: string;
  };
  readonly traits?: Readonly<Record<string, Trait>>;
  /** "Older than 90 days", "expiring this month". */
  readonly times?: Readonly<Partial<Record<TimeEvent, TimeColumn>>>;
  /** What can be compared with a number, by the names of {@link NumberColumn}s: "memory", "storage". */
  readonly numbers?: Readonly<Record<string, NumberColumn>>;
  /** Why its size cannot be told, where people expect that it can. */
  readonly sizeless?: string;
  readonly versions?: VersionColumn;
  /** The columns that hold the rules for what comes in and what goes out, as EC2 returns them. */
  readonly rules?: Readonly<Record<'in' | 'out', Column>>;
  /** The columns that hold these. */
  readonly name?: string;
  readonly engine?: string;
  readonly runtime?: string;
  readonly type?: { readonly column: string; readonly serverFilter?: string };
  readonly tag?: (key: string, value: string | undefined, present: boolean) => Effect | undefined;
  /** EC2 filters by the prefix of an id: `vpc` to `vpc-id`. */
  readonly ids?: Readonly<Record<string, string>>;
}

/** A call with the catalogue's default columns. */
export function call(id: string, service: string, operation: string, more: Partial<Call> = {}): Call {
  return { id, service, operation, params: {}, columns: [], ...more };
}

export function equal(column: string, value: Json): Filter {
  return { column, is: 'equal', value };
}

export function notEqual(column: string, value: Json): Filter {
  return { column, is: 'not-equal', value };
}

export function contains(column: string, value: Json): Filter {
  return { column, is: 'contains', value };
}

export function present(column: string): Filter {
  return { column, is: 'present' };
}

export function empty(column: string): Filter {
  return { column, is: 'empty' };
}

/** A trait that is one true/false column. */
export function flag(column: string, before: string, beforeNot: string): Required<Trait> {
  return {
    yes: { filters: [equal(column, true)], before },
    no: { filters: [notEqual(column, true)], before: beforeNot },
  };
}

/** A column of when a thing came to be: its age, and "created since Monday". */
export function createdAt(column: string, more: Omit<TimeColumn, 'column'> = {}): NonNullable<Topic['times']> {
  return { age: { column, ...more }, created: { column, ...more } };
}

/** Tags that come in a list next to the item: `Tags[Key=team].Value`. */
export function listedTags(
  list: string,
  members: readonly [key: string, value: string] = ['Key', 'Value'],
  onServer = false,
): NonNullable<Topic['tag']> {
  const [keyMember, valueMember] = members;
  return (key, value, isPresent) => {
    // The path language has no escape for these.
    if (/[\]\r\n]/.test(key)) return undefined;
    const column = `Tag ${key}`;
    const after = tagText(key, value, isPresent);
    // Its key and not its value shows that a tag is there: a value may be empty.
    const columns = [
      { name: column, path: `${list}[${keyMember}=${key}].${value === undefined ? keyMember : valueMember}` },
    ];
    if (!isPresent) {
      return { columns, after, filters: [value === undefined ? empty(column) : notEqual(column, value)] };
    }
    // EC2 filters match case-sensitively and take * and ? as wildcards; only a plain value is sent.
    if (onServer && !/[*?\\]/.test(`${key}${value ?? ''}`)) {
      const filter = value === undefined ? { Name: 'tag-key', Values: [key] } : { Name: `tag:${key}`, Values: [value] };
      return { columns, after, serverFilters: [filter] };
    }
    return { columns, after, filters: [value === undefined ? present(column) : equal(column, value)] };
  };
}

/** Tags that come as an object: `cluster.tags.team`. Only keys that a path can hold. */
export function mappedTags(
  map: string,
  more: Pick<Effect, 'calls' | 'join'> & {
    readonly columnOf?: (column: { name: string; path: string }) => Effect;
  } = {},
): NonNullable<Topic['tag']> {
  return (key, value, isPresent) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key)) return undefined;
    const name = `Tag ${key}`;
    const filter =
      value === undefined
        ? { yes: present(name), no: empty(name) }
        : { yes: equal(name, value), no: notEqual(name, value) };
    const column = { name, path: `${map}.${key}` };
    const placed = more.columnOf?.(column) ?? { columns: [column] };
    return { ...placed, after: tagText(key, value, isPresent), filters: [isPresent ? filter.yes : filter.no] };
  };
}

export function tagText(key: string, value: string | undefined, isPresent: boolean): string {
  return `${isPresent ? 'with' : 'without'} tag ${value === undefined ? key : `${key}=${value}`}`;
}

/** A tag key as part of a call's id: distinct keys stay distinct. */
export function idOf(key: string): string {
  return key.replace(/[^a-z0-9]/g, (character) => `-${character.charCodeAt(0).toString(16)}`).slice(0, 40);
}
