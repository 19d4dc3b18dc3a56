import { readFileSync, writeFileSync } from 'node:fs';
import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';
import { actionMatcher } from './policies/action-pattern.js';
import { deniedActions } from './policies/denied-actions.js';
import { withDenyBlocks } from './policies/deny-blocks.js';
import { iamLevels } from './policies/iam-levels.js';
import { notAllowedPage, shareOf } from './policies/not-allowed.js';
import { readOnlyAccess } from './policies/read-only-access.js';

/**
 * `npm run refresh-policies`: writes the denied actions into the templates and the list of what the role does not allow.
 * A test fails when either is stale.
 */
async function main(): Promise<void> {
  const catalogue = createCatalogue();
  const managed = readOnlyAccess();
  const denied = deniedActions({ catalogue, levels: await iamLevels(), managed });
  for (const path of ['infrastructure/member-account-role.yaml', 'infrastructure/permission-set.yaml']) {
    writeFileSync(path, withDenyBlocks(readFileSync(path, 'utf8'), denied));
  }
  const isDenied = actionMatcher(Object.values(denied.groups).flat());
  const share = shareOf(catalogue, (action) => managed(action) && !isDenied(action));
  writeFileSync('infrastructure/policies/not-allowed.md', notAllowedPage(share));
  for (const [group, actions] of Object.entries(denied.groups)) console.log(`${group}: ${actions.length} denied`);
  console.log(`denied by resource alone: ${denied.shared.join(', ')}`);
  console.log(`${share.allowed} of ${share.asked} operations are allowed.`);
}

await main();
