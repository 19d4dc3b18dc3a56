import type { Partition } from '../../../domain/account.js';
import type { FrozenCall } from '../../../domain/plan.js';
import { homeRegion } from '../../../domain/region.js';

/** The reference parameter that stands for the Region of the call itself (see `Reference` in domain/plan.ts). */
export const REGION_PARAMETER = '@region';

/** How the Region of a global call is named in outcomes and rows. */
export const GLOBAL = 'global';

/** Asked once per account, at home: global services, and the Region list that "all Regions" needs. */
export function asksOnce(call: FrozenCall): boolean {
  return call.forEach === undefined && (call.global || call.internal);
}

/** The Region that answers a call which is asked once. */
export function homeOf(call: FrozenCall, partition: Partition): string {
  return partition === 'aws' ? (call.homeRegion ?? homeRegion(partition)) : homeRegion(partition);
}

/** Rows of calls that only feed others, or that show nothing, stay in the account. */
export function keepsRows(call: FrozenCall): boolean {
  return !call.internal && call.columns.length > 0;
}

/** The Region that an outcome of the call carries. */
export function outcomeRegion(call: FrozenCall, region: string): string {
  return call.global ? GLOBAL : region;
}

/** Loose on purpose: Regions that AWS adds after this was written have to pass. */
export function looksLikeRegion(value: string): boolean {
  return /^[a-z]{2,}(-[a-z0-9]+)+-\d+$/.test(value) && value.length <= 32;
}
