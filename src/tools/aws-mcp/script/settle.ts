import { accountLabel } from '../../../domain/account.js';
import { classifyFailure } from '../../../domain/failure.js';
import type { Verdict } from '../../../domain/failure.js';
import { redact } from '../../../telemetry/redact.js';
import type { Outcome, OutcomeKind, RowSet } from '../../../domain/outcome.js';
import type { Assignment, FrozenCall } from '../../../domain/plan.js';
import { callLabel } from '../../../domain/plan.js';
import { homeRegion } from '../../../domain/region.js';
import { GLOBAL, homeOf, outcomeRegion, REGION_PARAMETER } from './plan-shape.js';
import type { Group, ScriptReply, ScriptRow } from './reply.js';
import type { ScriptUnit } from './specification.js';
import { withoutExternalIds } from './without-external-ids.js';

/** Everything that the scripts of one run said, and how it ended for what they did not get to. */
export interface RunFindings {
  readonly replies: readonly ScriptReply[];
  /** Units without an end, and why there was none. */
  readonly left: readonly ScriptUnit[];
  readonly ending?: Verdict;
}

/** The worst comes first: it names the (Region, call) when its units ended differently. */
const WORST_FIRST: readonly OutcomeKind[] = [
  'failed',
  'denied',
  'refused',
  'unreachable',
  'timed-out',
  'throttled',
  'over-budget',
  'cancelled',
  'region-disabled',
  'not-offered',
  'answered',
];

/** How one (call, Region) went before it becomes an outcome. `verdicts` holds each kind of failure and its number. */
interface Tally {
  rows: number;
  truncated: boolean;
  verdicts: { readonly verdict: Verdict; number: number }[];
}

/**
 * One outcome per (call, Region) that was asked for, none missing: what the scripts found, what was left when the run
 * ended, and for calls that depend on a failed one, that they were not asked and why. Internal calls show only when
 * they failed.
 */
export function settle(assignment: Assignment, findings: RunFindings): readonly Outcome[] {
  const tallies = tally(assignment, findings);
  const settled = new Map<string, readonly Outcome[]>();
  const bySource = (call: FrozenCall, depth: number): readonly Outcome[] => {
    const known = settled.get(call.id);
    if (known !== undefined) return known;
    const source = assignment.plan.calls.find((candidate) => candidate.id === call.forEach?.call);
    const own = outcomesOf(assignment, call, tallies.get(call.id) ?? new Map());
    const complete =
      source === undefined || depth > assignment.plan.calls.length
        ? withAsked(assignment, call, own)
        : withSource(assignment, call, own, source, bySource(source, depth + 1));
    settled.set(call.id, complete);
    return complete;
  };
  return assignment.plan.calls
    .flatMap((call) => bySource(call, 0).map((outcome) => ({ call, outcome })))
    .filter(({ call, outcome }) => !call.internal || outcome.kind !== 'answered')
    .map(({ outcome }) => outcome);
}

/** The rows of all scripts, one set per call that found any. */
export function rowSetsOf(assignment: Assignment, rows: readonly ScriptRow[]): readonly RowSet[] {
  return assignment.plan.calls
    .map((call, c) => ({
      accountId: assignment.account.id,
      call: call.id,
      rows: rows
        .filter((row) => row.c === c)
        .map(({ region, cells }) => ({ region, cells: cells.map(withoutExternalIds) })),
    }))
    .filter((set) => set.rows.length > 0);
}

function tally(assignment: Assignment, findings: RunFindings): Map<string, Map<string, Tally>> {
  const tallies = new Map<string, Map<string, Tally>>();
  const at = (call: FrozenCall, r: string): Tally => {
    const regions = tallies.get(call.id) ?? new Map<string, Tally>();
    tallies.set(call.id, regions);
    const region = outcomeRegion(call, r);
    const entry = regions.get(region) ?? { rows: 0, truncated: false, verdicts: [] };
    regions.set(region, entry);
    return entry;
  };
  for (const group of findings.replies.flatMap((reply) => reply.groups)) {
    const call = assignment.plan.calls[group.c];
    if (call !== undefined) addGroup(at(call, group.r), group, call, assignment);
  }
  for (const unit of findings.left) {
    const call = assignment.plan.calls[unit.c];
    if (call !== undefined && findings.ending !== undefined)
      at(call, unit.r).verdicts.push({ verdict: findings.ending, number: 1 });
  }
  return tallies;
}

function addGroup(entry: Tally, group: Group, call: FrozenCall, assignment: Assignment): void {
  entry.rows += group.n;
  entry.truncated ||= group.cut.length > 0;
  for (const [code, message, number] of group.errors) {
    const verdict = classifyFailure({
      code,
      message: redact(message),
      service: call.service,
      operation: call.operation,
      region: group.r,
      account: accountLabel(assignment.account),
      ...(call.offeredIn === undefined ? {} : { offeredIn: call.offeredIn }),
    });
    entry.verdicts.push({ verdict, number });
  }
}

function outcomesOf(assignment: Assignment, call: FrozenCall, regions: ReadonlyMap<string, Tally>): readonly Outcome[] {
  return [...regions].map(([region, entry]) => {
    const answered = outcomeOf(assignment, call, region, { rows: entry.rows, truncated: entry.truncated });
    const worst = WORST_FIRST.map((kind) => entry.verdicts.find(({ verdict }) => verdict.kind === kind)).find(
      (found) => found !== undefined,
    );
    if (worst === undefined) return answered;
    const more = entry.verdicts.reduce((sum, { number }) => sum + number, 0) - 1;
    const { verdict } = worst;
    return {
      ...answered,
      kind: verdict.kind,
      code: verdict.code,
      message: more > 0 ? `${verdict.message} (and ${more} more)` : verdict.message,
      nextStep: verdict.nextStep,
    };
  });
}

/** A root call answers for each Region asked; a Region the scripts never mentioned is a failure, not a silence. */
function withAsked(assignment: Assignment, call: FrozenCall, own: readonly Outcome[]): readonly Outcome[] {
  const asked = call.global
    ? [GLOBAL]
    : call.internal
      ? [homeRegion(assignment.account.partition)]
      : [...new Set(assignment.regions)];
  const missing = asked.filter((region) => !own.some((one) => one.region === region));
  if (asked.length === 0 && own.length === 0)
    return [
      failed(
        assignment,
        call,
        '*',
        `${callLabel(call)} of ${accountLabel(assignment.account)} was planned without a Region.`,
      ),
    ];
  return [
    ...own,
    ...missing.map((region) =>
      failed(
        assignment,
        call,
        region,
        `${callLabel(call)} in ${region} of ${accountLabel(assignment.account)} has no result.`,
      ),
    ),
  ];
}

/** A dependent call answers wherever its source was asked: with its own result, with none to ask for, or with the source's failure. */
function withSource(
  assignment: Assignment,
  call: FrozenCall,
  own: readonly Outcome[],
  source: FrozenCall,
  sourceOutcomes: readonly Outcome[],
): readonly Outcome[] {
  const overRegions = call.forEach?.parameter === REGION_PARAMETER;
  const cut = sourceOutcomes.some((one) => one.truncated);
  const found = own.map((one) => (cut ? { ...one, truncated: true } : one));
  const missing: Outcome[] = [];
  for (const from of sourceOutcomes) {
    const region = overRegions && from.kind !== 'answered' ? '*' : regionBelow(assignment, call, source, from.region);
    if (overRegions && from.kind === 'answered' && found.length > 0) continue;
    if (!overRegions && found.some((one) => one.region === region)) continue;
    if (from.kind !== 'answered') {
      missing.push(notAsked(assignment, call, region, from));
    } else if (overRegions && source.internal) {
      missing.push(
        failed(
          assignment,
          call,
          '*',
          `${callLabel(call)} of ${accountLabel(assignment.account)} was not asked: the list of enabled Regions was empty.`,
        ),
      );
    } else {
      missing.push(outcomeOf(assignment, call, region, { rows: 0, truncated: from.truncated }));
    }
  }
  return [...found, ...missing];
}

function regionBelow(assignment: Assignment, call: FrozenCall, source: FrozenCall, sourceRegion: string): string {
  if (call.global) return sourceRegion === '*' ? '*' : GLOBAL;
  return sourceRegion === GLOBAL ? homeOf(source, assignment.account.partition) : sourceRegion;
}

const NOT_ASKED = 'not asked: ';

function notAsked(assignment: Assignment, call: FrozenCall, region: string, source: Outcome): Outcome {
  return {
    ...outcomeOf(assignment, call, region, { rows: 0, truncated: false }),
    kind: source.kind,
    // Along a chain of calls the first cause is told once.
    message: `${NOT_ASKED}${(source.message ?? `${source.label} ended as ${source.kind}`).replace(NOT_ASKED, '')}`,
    ...(source.code === undefined ? {} : { code: source.code }),
    ...(source.nextStep === undefined ? {} : { nextStep: source.nextStep }),
  };
}

function failed(assignment: Assignment, call: FrozenCall, region: string, message: string): Outcome {
  return {
    ...outcomeOf(assignment, call, region, { rows: 0, truncated: false }),
    kind: 'failed',
    code: 'no-result',
    message,
    nextStep: 'Ask again; if it repeats, report it with the run id.',
  };
}

function outcomeOf(
  assignment: Assignment,
  call: FrozenCall,
  region: string,
  found: { readonly rows: number; readonly truncated: boolean },
): Outcome {
  return {
    accountId: assignment.account.id,
    call: call.id,
    label: callLabel(call),
    region,
    kind: 'answered',
    ...found,
  };
}
