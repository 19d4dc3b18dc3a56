import type { Measure } from './measure.js';

/**
 * What a question asks for besides which things there are, before it is known which column tells it: a computed number ("total
 * size"), an order ("the largest"), or an order of groups ("which account has the most").
 */
export interface Amount {
  /** Computed of each group. Absent with an order: of rows, or of groups by how many they are. */
  readonly of?: Measure['of'];
  /** The rules' word for the number ("storage"), or `time` for when things came to be. Absent: how many there are. */
  readonly what?: string;
  /** True: the largest or newest first. Absent: in no order. */
  readonly descending?: boolean;
}

/** Whether an amount orders rows, instead of telling a number of groups. */
export function ordersRows({ of, what, descending }: Amount): boolean {
  return descending !== undefined && of === undefined && what !== undefined;
}
