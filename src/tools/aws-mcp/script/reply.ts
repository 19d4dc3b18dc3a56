import { z } from 'zod';

import type { Json } from '../../../domain/json.js';
import { isJsonObject } from '../../../domain/json.js';
import type { Assignment, FrozenCall } from '../../../domain/plan.js';
import { callLabel } from '../../../domain/plan.js';
import { homeRegion, partitionOfRegion } from '../../../domain/region.js';
import type { ApiCall } from './envelope.js';
import { firstIssue, invalid } from './envelope.js';
import { GLOBAL, homeOf, keepsRows, looksLikeRegion, REGION_PARAMETER } from './plan-shape.js';
import type { ScriptProgress } from './render.js';
import type { ScriptUnit, TakenValues } from './specification.js';

/** How the units of one call in one Region ended, as the script counted them. */
export interface Group {
  readonly c: number;
  readonly r: string;
  /** Units that came to their end, and items they found. */
  readonly ok: number;
  readonly n: number;
  readonly fail: number;
  /** Caps that cut something: `pages`, `rows`, `fan-out`. */
  readonly cut: readonly string[];
  /** Code, message and number of each kind of failure; five kinds at most. */
  readonly errors: readonly (readonly [string, string, number])[];
}

export interface ScriptRow {
  readonly c: number;
  readonly region: string;
  readonly cells: readonly Json[];
}

/** A reply that passed every check. */
export interface ScriptReply {
  readonly groups: readonly Group[];
  readonly rows: readonly ScriptRow[];
  readonly next: ScriptProgress;
}

const JsonSchema = z.custom<Json>(isJson);
const count = z.number().int().nonnegative();
const GroupSchema = z.object({
  c: count,
  r: z.string(),
  ok: count,
  n: count,
  fail: count,
  cut: z.array(z.string()),
  errors: z.array(z.tuple([z.string(), z.string(), count])),
});
const UnitSchema = z.object({ c: count, r: z.string(), b: z.record(z.string(), JsonSchema), t: JsonSchema, p: count });
const ReplySchema = z.object({
  v: z.literal(1),
  groups: z.array(GroupSchema),
  // Checked row by row below: a schema for each of many thousand rows would cost more than all the rest.
  rows: z.array(z.unknown()),
  tries: z.array(z.tuple([count, count])),
  kept: count,
  pending: z.array(UnitSchema),
  taken: z.array(z.record(z.string(), z.number())),
});

/** Attempts per page: the first and three after throttling. */
const ATTEMPTS = 4;

/**
 * Believes a script's reply only when it can be nothing but the answer to what was asked: its form, its Regions, the
 * width of its rows, its caps, every planned unit accounted for, and an `api_calls` list that fits. What comes back as
 * pending will be parameters of the next script, so it may bind nothing that the plan does not bind. Throws
 * `tool-reply-invalid`.
 */
export function readScriptReply(
  returnValue: unknown,
  apiCalls: readonly ApiCall[],
  assignment: Assignment,
  before: ScriptProgress,
): ScriptReply {
  const parsed = ReplySchema.safeParse(returnValue);
  if (!parsed.success) throw invalid(`its form is wrong (${firstIssue(parsed.error)})`);
  const reply = parsed.data;
  const { calls, rowCap } = assignment.plan;
  const allowed = allowedRegions(assignment);
  for (const group of reply.groups) {
    if (!allowed(group.c, group.r))
      throw invalid(`it answers for a call or Region that was not asked (${group.r.slice(0, 40)})`);
  }
  for (const unit of reply.pending) checkUnit(unit, calls, allowed);
  checkTaken(reply.taken, calls);
  const rows = reply.rows.map((row) => readRow(row, calls, allowed));
  if (reply.kept !== before.kept + rows.length || reply.kept > Math.max(rowCap, before.kept)) {
    throw invalid('its rows are not as many as it says, or more than were allowed');
  }
  checkComplete(before.units, reply.groups, reply.pending);
  checkApiCalls(apiCalls, reply.tries, assignment);
  return {
    groups: reply.groups,
    rows,
    next: { units: reply.pending, taken: reply.pending.length > 0 ? reply.taken : before.taken, kept: reply.kept },
  };
}

type RegionCheck = (c: number, region: string) => boolean;

/** The Regions asked and the home Region; for calls that take their Regions from the Region list, those of the partition. */
function allowedRegions(assignment: Assignment): RegionCheck {
  const { account, plan, regions } = assignment;
  const homes = plan.calls.map((call) => homeOf(call, account.partition));
  const asked = new Set([...regions, homeRegion(account.partition), ...homes]);
  return (c, region) => {
    const call = plan.calls[c];
    if (call === undefined) return false;
    if (asked.has(region)) return true;
    return (
      followsRegionList(call, plan.calls) && looksLikeRegion(region) && partitionOfRegion(region) === account.partition
    );
  };
}

function followsRegionList(call: FrozenCall, calls: readonly FrozenCall[]): boolean {
  let current: FrozenCall | undefined = call;
  for (let depth = 0; current?.forEach !== undefined && depth <= calls.length; depth += 1) {
    if (current.forEach.parameter === REGION_PARAMETER) return true;
    const source: string = current.forEach.call;
    current = calls.find((candidate) => candidate.id === source);
  }
  return false;
}

function checkUnit(unit: ScriptUnit, calls: readonly FrozenCall[], allowed: RegionCheck): void {
  const call = calls[unit.c];
  if (call === undefined || !allowed(unit.c, unit.r))
    throw invalid('it wants to go on with a call or Region that was not asked');
  const bindable = new Set(call.forEach === undefined ? [] : [call.forEach.parameter, ...(call.forEach.carry ?? [])]);
  if (!Object.keys(unit.b).every((name) => bindable.has(name) && name !== REGION_PARAMETER)) {
    throw invalid(`it wants to go on with other parameters of ${callLabel(call)} than were planned`);
  }
  if ((unit.t !== null && call.pagination === undefined) || unit.p > call.pageCap) {
    throw invalid(`it wants more pages of ${callLabel(call)} than were planned`);
  }
}

function checkTaken(taken: TakenValues, calls: readonly FrozenCall[]): void {
  for (const [c, values] of taken.entries()) {
    const cap = calls[c]?.fanOutCap;
    if (cap === undefined || Object.keys(values).length > cap) throw invalid('it took more values than were allowed');
  }
}

function readRow(row: unknown, calls: readonly FrozenCall[], allowed: RegionCheck): ScriptRow {
  if (!Array.isArray(row)) throw invalid('a row is not a list');
  const [c, region, ...cells]: readonly unknown[] = row;
  const call = typeof c === 'number' ? calls[c] : undefined;
  if (typeof c !== 'number' || call === undefined || !keepsRows(call))
    throw invalid('a row belongs to no call that was asked');
  if (typeof region !== 'string' || !(region === GLOBAL ? call.global : rowRegionAllowed(call, c, region, allowed))) {
    throw invalid(`a row of ${callLabel(call)} names a Region that was not asked`);
  }
  if (cells.length !== call.columns.length)
    throw invalid(`a row of ${callLabel(call)} has ${cells.length} cells instead of ${call.columns.length}`);
  if (!cells.every(isJson)) throw invalid(`a row of ${callLabel(call)} holds something that is not data`);
  return { c, region, cells };
}

function rowRegionAllowed(call: FrozenCall, c: number, region: string, allowed: RegionCheck): boolean {
  return call.regionPath === undefined ? allowed(c, region) : looksLikeRegion(region) || allowed(c, region);
}

/** Each unit that was given must have ended or be pending; none may just be gone. */
function checkComplete(given: readonly ScriptUnit[], groups: readonly Group[], pending: readonly ScriptUnit[]): void {
  const left = new Map<string, number>();
  const add = (c: number, r: string, number: number): void => {
    left.set(`${c} ${r}`, (left.get(`${c} ${r}`) ?? 0) + number);
  };
  for (const unit of given) add(unit.c, unit.r, 1);
  for (const group of groups) add(group.c, group.r, -(group.ok + group.fail));
  for (const unit of pending) add(unit.c, unit.r, -1);
  for (const [key, number] of left) {
    if (number > 0) throw invalid(`${number} planned calls have no result (${key.split(' ')[1] ?? ''})`);
  }
}

/**
 * The server's own count of API calls: only operations of the plan, no more than the caps allow, none failed that the
 * script does not know of, and none answered that the server did not make.
 */
function checkApiCalls(
  apiCalls: readonly ApiCall[],
  tries: readonly (readonly [number, number])[],
  assignment: Assignment,
): void {
  const { calls } = assignment.plan;
  if (tries.length !== calls.length) throw invalid('it counts other calls than were planned');
  const planned = new Map<
    string,
    { made: number; failed: number; answered: number; unanswered: number; cap: number }
  >();
  for (const [index, call] of calls.entries()) {
    const label = callLabel(call);
    const entry = planned.get(label) ?? { made: 0, failed: 0, answered: 0, unanswered: 0, cap: 0 };
    const [attempts, answered] = tries[index] ?? [0, 0];
    if (answered > attempts) throw invalid(`it counts more answers than calls of ${label}`);
    entry.answered += answered;
    entry.unanswered += attempts - answered;
    const units = call.forEach === undefined ? Math.max(1, assignment.regions.length) : call.fanOutCap;
    entry.cap += units * call.pageCap * ATTEMPTS;
    planned.set(label, entry);
  }
  for (const call of apiCalls) {
    const entry = planned.get(callLabel(call));
    if (entry === undefined)
      throw invalid(`the server made a call that was not planned (${callLabel(call).slice(0, 100)})`);
    entry.made += 1;
    if (call.failed) entry.failed += 1;
  }
  for (const [label, entry] of planned) {
    if (entry.made > entry.cap)
      throw invalid(`the server made ${entry.made} calls of ${label}, more than were allowed`);
    if (entry.failed > entry.unanswered)
      throw invalid(`the server reports a failed call of ${label} that the script does not`);
    if (entry.answered > 0 && entry.made === 0)
      throw invalid(`the server reports no call of ${label}, but the script has answers`);
  }
}

/** JSON came in, so only depth and type need a look; NaN and the like cannot arrive. */
function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return true;
  if (Array.isArray(value)) return value.every(isJson);
  return isJsonObject(value) && Object.values(value).every(isJson);
}
