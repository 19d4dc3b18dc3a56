import { parameterPlace } from '../../../domain/parameter-place.js';
import type { Json, JsonObject } from '../../../domain/json.js';
import { CentralOpsError } from '../../../domain/errors.js';
import { OWN_ACCOUNT, type Assignment, type FrozenCall } from '../../../domain/plan.js';
import { asksOnce, homeOf, keepsRows, REGION_PARAMETER } from './plan-shape.js';
import { scriptPath } from './path.js';
import type { ScriptCall, ScriptFeed, ScriptSpecification, ScriptUnit, TakenValues } from './specification.js';
import { SCRIPT_TEMPLATE, SPECIFICATION_MARK } from './template.js';

/** Limits of one script. Seconds and counts; see {@link ScriptSpecification} for each. */
export interface ScriptLimits {
  readonly seconds: number;
  readonly callSeconds: number;
  readonly workers: number;
  readonly backoff: number;
  readonly cellCap: number;
  readonly rowsPerScript: number;
}

/** Where a run stands between two scripts. */
export interface ScriptProgress {
  readonly units: readonly ScriptUnit[];
  readonly taken: TakenValues;
  /** Rows kept so far. */
  readonly kept: number;
}

/** Throws when a call is not proven to be a harmless read. The policy itself is handed in. */
export type ProveReadOnly = (call: FrozenCall) => void;

/** The beginning of a run: every call that needs no other call's result, in each Region it is to be asked in. */
export function firstProgress(assignment: Assignment): ScriptProgress {
  const { partition } = assignment.account;
  const units = assignment.plan.calls.flatMap((call, c) => {
    if (call.forEach !== undefined) return [];
    const regions = asksOnce(call) ? [homeOf(call, partition)] : [...new Set(assignment.regions)];
    return regions.map((r): ScriptUnit => ({ c, r, b: {}, t: null, p: 0 }));
  });
  return { units, taken: assignment.plan.calls.map(() => ({})), kept: 0 };
}

/**
 * Writes the script for the units of `progress`. Each call is proven read-only once more right here, whatever came
 * before: what is not proven throws and nothing is rendered.
 */
export function renderScript(
  assignment: Assignment,
  progress: ScriptProgress,
  limits: ScriptLimits,
  proveReadOnly: ProveReadOnly,
): string {
  for (const call of assignment.plan.calls) proveReadOnly(call);
  const specification: ScriptSpecification = {
    calls: assignment.plan.calls.map((call, index) => scriptCall(assignment, call, index)),
    units: progress.units,
    taken: progress.taken,
    kept: progress.kept,
    rowCap: assignment.plan.rowCap,
    ...limits,
  };
  // A function as the replacement: "$&" in somebody's parameter must stay what it is.
  return leanTemplate().replace(SPECIFICATION_MARK, () => pythonLiteral(JSON.stringify(wellFormed(specification))));
}

let lean: string | undefined;

/**
 * The template without comments and with one space per level: a quarter less to hash, send and parse for every account.
 * Made once; it holds nothing of any account.
 */
function leanTemplate(): string {
  lean ??= SCRIPT_TEMPLATE.replace(/^ *#.*\n/gm, '').replace(/^( {4})+/gm, (spaces) => ' '.repeat(spaces.length / 4));
  return lean;
}

function scriptCall(assignment: Assignment, call: FrozenCall, index: number): ScriptCall {
  return {
    service: call.service,
    operation: call.operation,
    params: ownParameters(call.params, assignment.account.id),
    places: placesOf(call),
    items: scriptPath(call.items),
    columns: call.columns.map((column) => scriptPath(column.path)),
    regionPath: scriptPath(call.regionPath ?? ''),
    global: call.global,
    home: homeOf(call, assignment.account.partition),
    keep: keepsRows(call),
    tokenIn: call.pagination?.input ?? null,
    tokenOut: scriptPath(call.pagination?.output ?? ''),
    alsoTokens: (call.pagination?.also ?? []).map(({ input, output }) => [input, scriptPath(output)]),
    moreFlag: scriptPath(call.pagination?.flag ?? ''),
    absentCodes: call.absentCodes,
    pageCap: call.pageCap,
    feeds: assignment.plan.calls.flatMap((target, c) => feedOf(target, c, call.id, index)),
  };
}

/** A value that goes into a parameter, rather than being it. */
function placesOf({ forEach }: FrozenCall): ScriptCall['places'] {
  const place = forEach === undefined ? undefined : parameterPlace(forEach.parameter);
  return forEach === undefined || place === undefined || place.length === 1 ? {} : { [forEach.parameter]: place };
}

/** A plan is the same for all accounts; what it says of "this account" becomes one here. */
function ownParameters(params: JsonObject, accountId: string): JsonObject {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === OWN_ACCOUNT ? accountId : value]),
  );
}

function feedOf(target: FrozenCall, c: number, sourceId: string, sourceIndex: number): readonly ScriptFeed[] {
  const reference = target.forEach;
  if (reference === undefined || reference.call !== sourceId) return [];
  if (c === sourceIndex) {
    throw new CentralOpsError('refused', `The call ${target.id} refers to itself; a plan cannot go in circles.`, {
      facts: { call: target.id },
    });
  }
  return [
    {
      c,
      path: scriptPath(reference.path),
      toRegion: reference.parameter === REGION_PARAMETER,
      parameter: reference.parameter,
      batch: reference.batch ?? 0,
      carry: reference.carry ?? [],
      cap: target.fanOutCap,
    },
  ];
}

/**
 * A Python string literal of a JSON text. JSON has already escaped the C0 controls; the three further characters that
 * some tools take for line ends are escaped as well. Everything else stays raw UTF-8, because MicroPython's JSON reader
 * garbles surrogate-pair escapes.
 */
function pythonLiteral(json: string): string {
  const oneLine = json.replace(/[\u0085\u2028\u2029]/g, (character) => escapeCharacter(character));
  return `"${oneLine.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

type Plain = Json | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** Half a surrogate pair has no UTF-8 form and would make the request's bytes differ from what was signed. */
function wellFormed(value: unknown): Plain {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD');
  if (Array.isArray(value)) return value.map((element) => wellFormed(element));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name.replace(/\p{Surrogate}/gu, '\uFFFD'), wellFormed(member)]),
    );
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
