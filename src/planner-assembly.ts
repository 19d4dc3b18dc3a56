import { createRegistry } from './accounts/registry.js';
import { selectAccounts } from './accounts/select-accounts.js';
import { accountReference } from './domain/account.js';
import type { Clock } from './domain/clock.js';
import type { Logger } from './domain/logger.js';
import type { Budgets } from './domain/run.js';
import type { SensitiveRead } from './domain/sensitive-read.js';
import type { MeterModel } from './models/model.js';
import { authorizePlan } from './planning/authorize.js';
import type { Catalogue } from './planning/catalogue/facts.js';
import { createChoosePlanner, type PlannerMode } from './planning/choose-planner.js';
import type { Knowledge } from './planning/knowledge/knowledge.js';
import { createModelPlanner, type ModelPlannerUses } from './planning/model-planner.js';
import { createOfferingPlanner } from './planning/offers/offering-planner.js';
import type { Planner } from './planning/planner.js';
import { createRulesPlanner } from './planning/rules-planner.js';
import type { MutationSearch } from './planning/search/mutation-search.js';
import type { OperationSearch } from './planning/search/operation-search.js';

/** Puts the planner together: rules, and a model where one is configured. The evaluation scores the same one. */
export function assemblePlanner(uses: {
  readonly mode: PlannerMode;
  readonly catalogue: Catalogue;
  readonly search: () => Promise<OperationSearch>;
  readonly mutations: () => Promise<MutationSearch>;
  readonly knowledge: Knowledge;
  readonly meter: MeterModel | undefined;
  readonly budgets: Budgets;
  readonly sensitiveReads?: readonly SensitiveRead[];
  readonly clock: Clock;
  readonly logger: Logger;
}): Planner {
  const { mode, catalogue, meter, budgets, sensitiveReads = [] } = uses;
  const rules = createOfferingPlanner({ ...uses, rules: createRulesPlanner({ catalogue }) });
  if (meter === undefined) return createChoosePlanner({ mode, rules });
  const authorize: ModelPlannerUses['authorize'] = (plan, regions, accounts) =>
    authorizePlan({ plan, regions, accounts, catalogue, budgets, sensitiveReads });
  const model = createModelPlanner({ ...uses, meter, select, authorize, otherwise: rules });
  return createChoosePlanner({ mode, rules, model });
}

/** For a model, the accounts that the caller may see are the whole registry. */
const select: ModelPlannerUses['select'] = (selector, accounts) => {
  const registry = createRegistry(
    accounts.map((account) => ({ tags: {}, ...account })),
    'that this caller may ask',
  );
  return selectAccounts(registry, selector).map((account) => accountReference(account));
};
