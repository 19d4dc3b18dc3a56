import type { AccountReference, Partition } from '../domain/account.js';
import type { AnswerPlan } from '../domain/answer.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Assignment, FrozenPlan, Plan } from '../domain/plan.js';
import { isOptInRegion, knownRegions } from '../domain/region.js';
import type { Budgets } from '../domain/run.js';
import type { ActiveRuns } from './active-runs.js';
import { emit, explained, runOf, type Node } from './node.js';

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
  readonly budgets: Budgets;
  readonly activeRuns: ActiveRuns;
}

/** Proves the plan read-only and freezes it. What is not clearly allowed ends the run here, before any tool. */
export function createAuthorize(uses: AuthorizeUses): Node {
  return explained(async (state, runtime) => {
    const { intent } = state;
    if (intent?.kind !== 'query') return {};
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
      const confirm = uses.activeRuns.find(runOf(state).runId)?.confirm;
      const requests = requestCount(plan, state.assignments);
      if (confirm !== undefined && requests > uses.budgets.confirmAbove) {
        const goOn = await confirm({ accounts: state.accounts.length, requests });
        if (!goOn) throw new CentralOpsError('cancelled', `not started: ${requests} requests were not confirmed`);
      }
    }
    emit(runtime, { type: 'plan-authorized', plan: shownPlan(plan, state.assignments), round: 1 });
    return { plan, warnings: [...state.warnings, ...decision.warnings] };
  });
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
