import type { ParameterPlace } from '../../../domain/parameter-place.js';
import type { Json, JsonObject } from '../../../domain/json.js';
import type { ScriptStep } from './path.js';

/**
 * One piece of work for the script: a call in one Region, the values bound to its parameters, and where to go on.
 * Units that a script had no time for come back in this shape and are given to the next one.
 */
export interface ScriptUnit {
  /** Index of the call in the plan. */
  readonly c: number;
  /** The Region that is asked. */
  readonly r: string;
  /** Bound parameters: a reference's value or batch, and what is carried from its source. */
  readonly b: JsonObject;
  /** The page token to go on with, or the list of those that belong together; null for the first page. */
  readonly t: Json;
  /** Pages read so far. */
  readonly p: number;
}

/** The values already taken per call, as keys: counts towards the fan-out cap and keeps repeats from being asked twice. */
export type TakenValues = readonly Readonly<Record<string, number>>[];

/** What one script is told. The template (template.ts) is its only reader. */
export interface ScriptSpecification {
  readonly calls: readonly ScriptCall[];
  readonly units: readonly ScriptUnit[];
  readonly taken: TakenValues;
  /** Seconds after which no new call starts and the rest comes back as pending. */
  readonly seconds: number;
  /** Seconds that one API call may take. */
  readonly callSeconds: number;
  /** Calls in flight at once. */
  readonly workers: number;
  /** First back-off after throttling, in seconds; doubles twice. */
  readonly backoff: number;
  /** Characters of text in one cell. */
  readonly cellCap: number;
  /** Rows kept in all scripts of the account, and those kept already. */
  readonly rowCap: number;
  readonly kept: number;
  /** Rows after which a script hands the rest to the next one, so that replies stay of a readable size. */
  readonly rowsPerScript: number;
}

export interface ScriptCall {
  readonly service: string;
  readonly operation: string;
  readonly params: JsonObject;
  /** Where the bound values go that are no whole parameters, by the names that they are bound under. */
  readonly places: Readonly<Record<string, ParameterPlace>>;
  readonly items: readonly ScriptStep[];
  readonly columns: readonly (readonly ScriptStep[])[];
  readonly regionPath: readonly ScriptStep[];
  readonly global: boolean;
  /** Where it is asked when it is global. */
  readonly home: string;
  readonly keep: boolean;
  readonly tokenIn: string | null;
  readonly tokenOut: readonly ScriptStep[];
  /** Parameters and places of further tokens that belong to the first. */
  readonly alsoTokens: readonly (readonly [string, readonly ScriptStep[]])[];
  /** The flag that says whether there is more; empty where the token says it. */
  readonly moreFlag: readonly ScriptStep[];
  readonly absentCodes: readonly string[];
  readonly pageCap: number;
  readonly feeds: readonly ScriptFeed[];
}

/** A call that reads values from this one's reply. */
export interface ScriptFeed {
  readonly c: number;
  readonly path: readonly ScriptStep[];
  readonly toRegion: boolean;
  readonly parameter: string;
  /** Values per call, or 0 for one value passed as it is. */
  readonly batch: number;
  readonly carry: readonly string[];
  /** Values taken per account. */
  readonly cap: number;
}
