import type { Failure } from '../domain/answer.js';
import { groupBy } from '../domain/group-by.js';

/** Failures of one account that have one cause, as a person reads them: once, with the calls and Regions it hit. */
export interface FailureGroup {
  readonly failure: Failure;
  /** " in eu-west-1, us-east-1, ec2 DescribeInstances" */
  readonly where: string;
}

export function groupFailures(failures: readonly Failure[]): readonly FailureGroup[] {
  const groups = groupBy(failures, ({ accountId, outcome, message, nextStep }) =>
    JSON.stringify([accountId, outcome, message, nextStep]),
  );
  return [...groups.values()].flatMap((group) => {
    const [failure] = group;
    if (failure === undefined) return [];
    const regions = [...new Set(group.map(({ region }) => region))].filter((region) => region !== '*');
    const calls = [...new Set(group.map(({ call }) => call))];
    return [{ failure, where: `${regions.length === 0 ? '' : ` in ${regions.join(', ')}`}, ${calls.join(', ')}` }];
  });
}
