import type { AccountReference } from '../domain/account.js';
import type { ErrorCode } from '../domain/errors.js';
import type { Call, FrozenCall, FrozenPlan, Plan } from '../domain/plan.js';
import type { Budgets } from '../domain/run.js';
import { callLabel } from '../domain/plan.js';
import type { Catalogue, OperationFacts } from './catalogue/facts.js';
import { checkColumns, checkReference, type Checked } from './plan-checks.js';
import { checkParameters } from './parameters.js';
import type { SensitiveRead } from '../domain/sensitive-read.js';
import { proveReadOnly } from './read-only-policy.js';
import { checkShow } from './view-checks.js';

export interface AuthorizeRequest {
  readonly plan: Plan;
  /** `['all']` reads each account's enabled Regions first. */
  readonly regions: readonly string[];
  readonly accounts: readonly AccountReference[];
  readonly catalogue: Catalogue;
  readonly budgets: Pick<Budgets, 'accounts' | 'calls' | 'fanOut' | 'pages' | 'rows'>;
  readonly sensitiveReads?: readonly SensitiveRead[];
}

export type Authorization =
  | { readonly authorized: true; readonly frozen: FrozenPlan; readonly warnings: readonly string[] }
  | {
      readonly authorized: false;
      readonly code: ErrorCode;
      readonly reason: string;
      readonly suggestion?: string;
    };

type Refusal = Extract<Authorization, { authorized: false }>;

/** The id of the call that lists an account's enabled Regions. */
export const ENABLED_REGIONS = 'enabled-regions';

/** More Regions than AWS has; the items' own fan-out budget is not meant for them. */
const REGION_FAN_OUT = 100;

/** Rows of one account that are always taken, however many accounts share the budget. */
const ROWS_PER_ACCOUNT = 10_000;

/** Ids travel into scripts, events and tables. */
const CALL_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The only way to a tool. Proves every call read-only and free of secrets, checks parameters, references, columns,
 * the tables and the budgets, and freezes what was proved: operations, parameters, page and fan-out caps. Pure; the
 * same plan gets the same verdict from every door and in every round.
 */
export function authorizePlan(request: AuthorizeRequest): Authorization {
  const { plan, regions, catalogue } = request;
  const over = checkBudgets(request);
  if (over !== undefined) return over;

  const everywhere = regions.includes('all');
  const calls = new Map<string, FrozenCall>();
  const factsById = new Map<string, OperationFacts>();
  const warnings: string[] = [];
  for (const call of plan.calls) {
    if (!CALL_ID.test(call.id) || call.id === ENABLED_REGIONS || calls.has(call.id)) {
      return refuse(
        'usage',
        `The call id "${call.id.slice(0, 64)}" is reserved, used twice, or not of letters, digits and "-".`,
      );
    }
    const frozen = freezeCall(call, request, factsById, warnings);
    if ('code' in frozen) return frozen;
    calls.set(call.id, frozen.call);
    factsById.set(call.id, frozen.facts);
  }

  const show = checkShow(plan.show, calls);
  if (show !== undefined) return { authorized: false, ...show };
  return {
    authorized: true,
    frozen: {
      calls: everywhere ? overEnabledRegions([...calls.values()], catalogue) : [...calls.values()],
      show: plan.show,
      rowCap: Math.min(
        request.budgets.rows,
        Math.max(ROWS_PER_ACCOUNT, Math.ceil(request.budgets.rows / Math.max(1, request.accounts.length))),
      ),
    },
    warnings: [...new Set(warnings)],
  };
}

function checkBudgets({ plan, accounts, budgets }: AuthorizeRequest): Refusal | undefined {
  if (plan.calls.length === 0) return refuse('usage', 'The plan has no calls.');
  if (plan.calls.length > budgets.calls) {
    return refuse(
      'over-budget',
      `The plan has ${plan.calls.length} calls, and ${budgets.calls} are allowed.`,
      'Ask for less at once, or raise CENTRAL_OPS_BUDGET_CALLS.',
    );
  }
  if (accounts.length > budgets.accounts) {
    return refuse(
      'over-budget',
      `The question is about ${accounts.length} accounts, and ${budgets.accounts} are allowed.`,
      'Name fewer accounts, or raise CENTRAL_OPS_BUDGET_ACCOUNTS.',
    );
  }
  return undefined;
}

function freezeCall(
  call: Call,
  { catalogue, budgets, sensitiveReads }: AuthorizeRequest,
  sources: ReadonlyMap<string, OperationFacts>,
  warnings: string[],
): { readonly call: FrozenCall; readonly facts: OperationFacts } | Refusal {
  const label = callLabel(call);
  const proof = proveReadOnly(catalogue, call, sensitiveReads === undefined ? {} : { sensitiveReads });
  if (!proof.allowed) return refuse('refused', proof.reason, proof.suggestion);
  const { facts } = proof;

  const reference = call.forEach === undefined ? undefined : checkReference(call.forEach, facts, sources);
  if (reference !== undefined) return refuseCall(label, reference);
  const bound = call.forEach === undefined ? [] : [call.forEach.parameter, ...(call.forEach.carry ?? [])];
  const defaults = Object.entries(facts.defaults).filter(([name]) => !bound.includes(name));
  const params = { ...Object.fromEntries(defaults), ...call.params };
  const problem = checkParameters(facts, params, bound);
  if (problem !== undefined) return refuseCall(label, problem);
  const columns = call.columns.length === 0 ? facts.columns : call.columns;
  const column = checkColumns(columns, facts);
  if (column !== undefined) return refuseCall(label, column);

  warnings.push(...parameterWarnings(call, facts));
  return {
    facts,
    call: {
      id: call.id,
      service: call.service,
      operation: call.operation,
      params,
      items: facts.items,
      columns,
      absentCodes: facts.absentCodes,
      global: facts.global,
      pageCap: budgets.pages,
      fanOutCap: budgets.fanOut,
      internal: false,
      ...(call.forEach === undefined ? {} : { forEach: call.forEach }),
      ...(facts.pagination === undefined ? {} : { pagination: facts.pagination }),
      ...(facts.regionPath === undefined ? {} : { regionPath: facts.regionPath }),
      ...(facts.homeRegion === undefined ? {} : { homeRegion: facts.homeRegion }),
      ...(facts.offeredIn === undefined ? {} : { offeredIn: facts.offeredIn }),
    },
  };
}

function parameterWarnings(call: Call, facts: OperationFacts): readonly string[] {
  const warnings: string[] = [];
  const defaulted = Object.keys(facts.defaults).some((name) => !Object.hasOwn(call.params, name));
  if (defaulted && facts.defaultsNote !== undefined) warnings.push(`${callLabel(call)}: ${facts.defaultsNote}`);
  if (facts.pagination !== undefined && facts.pageSize !== undefined && Object.hasOwn(call.params, facts.pageSize)) {
    warnings.push(`${callLabel(call)}: ${facts.pageSize} sets the size of a page; all pages are read all the same.`);
  }
  return warnings;
}

/** Puts the list of enabled Regions before the plan, and asks each regional call that has no source "for each" of them. */
function overEnabledRegions(calls: readonly FrozenCall[], catalogue: Catalogue): readonly FrozenCall[] {
  const facts = catalogue.find('ec2', 'DescribeRegions');
  if (facts === undefined || !calls.some(isRegionalRoot)) return calls;
  const enabledRegions: FrozenCall = {
    id: ENABLED_REGIONS,
    service: 'ec2',
    operation: 'DescribeRegions',
    // Without AllRegions it lists the Regions that are enabled for the account.
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
    params: {},
    items: facts.items,
    columns: [{ name: 'Region name', path: 'RegionName' }],
    absentCodes: [],
    global: true,
    pageCap: 1,
    fanOutCap: REGION_FAN_OUT,
    internal: true,
  };
  return [
    enabledRegions,
    ...calls.map((call) =>
      isRegionalRoot(call)
        ? {
            ...call,
            forEach: { call: ENABLED_REGIONS, path: 'Regions[].RegionName', parameter: '@region' },
            fanOutCap: REGION_FAN_OUT,
          }
        : call,
    ),
  ];
}

function refuseCall(label: string, { code, reason, suggestion }: Checked): Refusal {
  return refuse(code, `${label}: ${reason}`, suggestion);
}

function refuse(code: ErrorCode, reason: string, suggestion?: string): Refusal {
  return { authorized: false, code, reason, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** A call that would be made once per asked Region. */
function isRegionalRoot(call: FrozenCall): boolean {
  return call.forEach === undefined && !call.global;
}
