import { parseRegistry, type Registry } from '../../src/accounts/registry.js';
import { loadConfiguration } from '../../src/config.js';
import { createDependencies, type DependencyOverrides } from '../../src/dependencies.js';
import { readConfiguredFiles } from '../../src/dependencies/configured-files.js';
import { assemblePlanner } from '../../src/planner-assembly.js';
import { generateOrganization } from '../../src/sandbox/organization/organization.js';
import { organizationRegistry } from '../../src/sandbox/organization/truth.js';
import type { Evaluated } from './evaluate.js';

export type PlannerKind = 'rules' | 'model';

/** The rules are the same for everybody: nobody's settings take part. */
const NO_SETTINGS = { XDG_CONFIG_HOME: '/nowhere' };

/**
 * The planner that the product would build, and its search. The model is the one that `CENTRAL_OPS_MODEL` names, asked with
 * the credentials that the product would use. Throws `configuration` when a model is wanted and none is named.
 */
export async function openPlanner(
  kind: PlannerKind,
  environment: Readonly<Record<string, string | undefined>>,
  overrides: DependencyOverrides = {},
): Promise<Evaluated & { close(): Promise<void> }> {
  const configuration = await loadConfiguration({
    door: 'command-line',
    flags: { CENTRAL_OPS_PLANNER: kind, CENTRAL_OPS_ROWS: 'memory', CENTRAL_OPS_CHECKPOINTS: 'memory' },
    environment: kind === 'rules' ? NO_SETTINGS : environment,
  });
  const files = await readConfiguredFiles(configuration);
  const uses = { ...files, log: () => undefined, auditName: 'evaluation' };
  const dependencies = createDependencies(configuration, uses, overrides);
  return {
    planner: assemblePlanner({ ...dependencies, mode: configuration.planner, budgets: configuration.budgets }),
    search: await dependencies.search(),
    registry: sandboxRegistry(),
    close: () => dependencies.close(),
  };
}

/** The accounts that the questions speak of: those of the sandbox as it starts without options. */
export function sandboxRegistry(): Registry {
  return parseRegistry(organizationRegistry(generateOrganization({ seed: 1, accounts: 10 })), {
    origin: 'the sandbox',
  });
}
