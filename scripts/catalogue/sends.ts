import { OWN_ACCOUNT } from '../../src/domain/plan.js';
import type { ServiceModel } from './botocore.js';
import { pagesOf } from './pagination.js';

/** Parameters that name the very account that is asked: `-` is Glacier's own word for it. */
const OWN_ACCOUNT_PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  budgets: { AccountId: OWN_ACCOUNT },
  glacier: { accountId: '-' },
  quicksight: { AwsAccountId: OWN_ACCOUNT },
  s3control: { AccountId: OWN_ACCOUNT },
};

/** A page that has to have a size gets this one, unless the model allows less. */
const PAGE = 100;

/** Values of required parameters that are the same for everybody: the account itself, and how large a page is. */
export function sentBy(model: ServiceModel, operation: string): Readonly<Record<string, string | number>> {
  const { members = {}, required = [] } = model.shapes[model.operations[operation]?.input?.shape ?? ''] ?? {};
  const { size } = pagesOf(model, operation) ?? {};
  const own = Object.entries(OWN_ACCOUNT_PARAMETERS[model.service] ?? {}).filter(([name]) => required.includes(name));
  if (size === undefined || !required.includes(size)) return Object.fromEntries(own);
  const { max = PAGE, type } = model.shapes[members[size]?.shape ?? ''] ?? {};
  return type === 'integer' ? { ...Object.fromEntries(own), [size]: Math.min(max, PAGE) } : Object.fromEntries(own);
}
