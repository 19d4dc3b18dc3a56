import type { AccountReference, Partition } from '../domain/account.js';
import type { AnswerPlan } from '../domain/answer.js';
import { CentralOpsError, withNextStep } from '../domain/errors.js';
import type { Intent } from '../domain/intent.js';
import type { Assignment, FrozenPlan, Plan } from '../domain/plan.js';
import { isOptInRegion, knownRegions } from '../domain/region.js';
import type { Budgets } from '../domain/run.js';
import type { ActiveRuns } from './active-runs.js';
import { furtherRefused, withFurtherRound } from './further-round.js';
import { emit, explained, runOf, type Node, type NodeRuntime } from './node.js';
import type { RunState, RunUpdate } from './run-state.js';

export type Authorization =
  | { readonly authorized: true; readonly frozen: FrozenPlan; readonly warnings: readonly string[] }
  | { readonly authorized: false; readonly code: string; readonly reason: string; readonly suggestion?: string };

export interface AuthorizeUses {
  /** The pure decision; the only way to a frozen plan. */
  readonly authorizePlan: (
    plan: Plan,
    regions: readonly string[],
    accounts: readonly AccountReference[],
  ) => Authorization;
  /** Why a further round is outside of what the question was granted; undefined when it is not. */
  readonly furtherProblem: (
    plan: Plan,
    granted: { readonly intent: Query; readonly callsBefore: number; readonly said: readonly string[] },
  ) => string | undefined;
  readonly budgets: Budgets;
  readonly activeRuns: ActiveRuns;
}

type Query = Extract<Intent, { kind: 'query' }>;

/**
 * Proves the plan read-only and freezes it. What is not clearly allowed ends the run here, before any tool. A further round that
 * a review asked for comes through here as well, and within what the first was granted; when it is not allowed, the answer
 * is what there is already.
 */
export function createAuthorize(uses: AuthorizeUses): Node {
  return explained(async (state, runtime) => {
    const { intent, further, plan: before } = state;
    if (intent?.kind !== 'query') return {};
    if (further !== null && before !== null) return furtherRound(intent, further, before, state, runtime, uses);
    const decision = uses.authorizePlan(intent.plan, intent.regions, state.accounts);
    if (!decision.authorized) {
      return {
        problem: {
          code: decision.code,
          message: decision.reason,
          ...(decision.suggestion === undefined ? {} : { nextStep: decision.suggestion }),
        },
      };
    }
    const plan = decision.frozen;
    if (state.request?.planOnly !== true) {
      const requests = await unconfirmed(plan, state, uses);
      if (requests > 0) throw new CentralOpsError('cancelled', `not started: ${requests} requests were not confirmed`);
    }
    emit(runtime, { type: 'plan-authorized', plan: shownPlan(plan, state.assignments), round: 1 });
    return { plan, asking: plan, round: 1, warnings: [...state.warnings, ...decision.warnings] };
  });
}

async function furtherRound(
  intent: Query,
  further: Plan,
  before: FrozenPlan,
  state: RunState,
  runtime: NodeRuntime,
  uses: AuthorizeUses,
): Promise<RunUpdate> {
  const notMade = (problem: string): RunUpdate => ({
    asking: null,
    further: null,
    warnings: [...state.warnings, furtherRefused(problem)],
  });
  const callsBefore = before.calls.filter((call) => !call.internal).length;
  const outside = uses.furtherProblem(further, { intent, callsBefore, said: wordsSaid(state) });
  if (outside !== undefined) return notMade(outside);
  const decision = uses.authorizePlan(further, intent.regions, state.accounts);
  if (!decision.authorized) return notMade(withNextStep(decision.reason, decision.suggestion));
  const { frozen } = decision;
  const taken = frozen.calls.find(({ id, internal }) => !internal && before.calls.some((call) => call.id === id));
  if (taken !== undefined) return notMade(`the call id "${taken.id}" is used already`);
  const requests = await unconfirmed(frozen, state, uses);
  if (requests > 0) return notMade(`its ${requests} requests were not confirmed`);

  const round = state.round + 1;
  emit(runtime, { type: 'plan-authorized', plan: shownPlan(frozen, state.assignments), round });
  return {
    plan: withFurtherRound(before, frozen),
    asking: frozen,
    further: null,
    round,
    // Both rounds may make the same calls, and be warned of the same.
    warnings: [...new Set([...state.warnings, ...decision.warnings])],
  };
}

/** How many requests a person did not agree to; zero where nobody has to be asked. */
async function unconfirmed(
  plan: FrozenPlan,
  { run, accounts, assignments }: RunState,
  { activeRuns, budgets }: AuthorizeUses,
): Promise<number> {
  const confirm = activeRuns.find(runOf({ run }).runId)?.confirm;
  const requests = requestCount(plan, assignments);
  if (confirm === undefined || requests <= budgets.confirmAbove) return 0;
  return (await confirm({ accounts: accounts.length, requests })) ? 0 : requests;
}

/** The person's own words: of this question, and of those before it. */
function wordsSaid({ request, conversation }: RunState): readonly string[] {
  const asked = request?.kind === 'ask' ? [request.prompt] : [];
  return [...asked, ...conversation.turns.map((turn) => turn.question)];
}

/** Account × Region × call, as far as it is known before anything was asked. */
function requestCount(plan: FrozenPlan, assignments: readonly Pick<Assignment, 'account' | 'regions'>[]): number {
  const calls = plan.calls.filter((call) => !call.internal);
  const regional = calls.filter((call) => !call.global).length;
  const global = calls.length - regional;
  return assignments.reduce((sum, { account, regions }) => {
    const asked = regions.length > 0 ? regions.length : defaultRegions(account.partition).length;
    return sum + regional * asked + global;
  }, 0);
}

/** "All" Regions of an account are at least those that it has from the start. */
function defaultRegions(partition: Partition): readonly string[] {
  return knownRegions(partition).filter((region) => !isOptInRegion(region));
}

/** The frozen plan as answers and events show it: without our internal calls and limits. */
export function shownPlan(plan: FrozenPlan, assignments: readonly Pick<Assignment, 'regions'>[]): AnswerPlan {
  const regions = [...new Set(assignments.flatMap((assignment) => assignment.regions))].sort();
  const internal = new Set(plan.calls.filter((call) => call.internal).map((call) => call.id));
  return {
    calls: plan.calls
      .filter((call) => !call.internal)
      .map(({ id, service, operation, params, forEach, global }) => ({
        id,
        service,
        operation,
        regions: global ? ['global'] : regions.length === 0 ? ['all'] : regions,
        params,
        ...(forEach === undefined || internal.has(forEach.call)
          ? {}
          : { forEach: { call: forEach.call, path: forEach.path } }),
      })),
    show: plan.show,
  };
}
