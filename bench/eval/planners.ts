import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../src/planning/rules-planner.js';
import { withoutModel } from '../../src/nodes/parse-intent.js';
import { parseRegistry, type Registry } from '../../src/accounts/registry.js';
import { generateOrganization } from '../../src/sandbox/organization/organization.js';
import { organizationRegistry } from '../../src/sandbox/organization/truth.js';
import type { Planner } from '../../src/planning/planner.js';

/** The rules as the product builds them. */
export function rulesPlanner(): Planner {
  const rules = createRulesPlanner({ catalogue: createCatalogue() });
  return { plan: (question, context) => Promise.resolve(withoutModel(rules.plan(question, context))) };
}

/** The accounts that the questions speak of: those of the sandbox as it starts without options. */
export function sandboxRegistry(): Registry {
  return parseRegistry(organizationRegistry(generateOrganization({ seed: 1, accounts: 10 })), {
    origin: 'the sandbox',
  });
}
