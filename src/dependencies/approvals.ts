import { join } from 'node:path';
import type { ApprovalStore } from '../approvals/approval-store.js';
import { type Approvals, createApprovals } from '../approvals/approvals.js';
import { createDirectoryApprovalStore } from '../approvals/directory-approval-store.js';
import { createMemoryApprovalStore } from '../approvals/memory-approval-store.js';
import type { Configuration } from '../config.js';
import type { Clock } from '../domain/clock.js';

/** Approvals are kept where sessions are: what outlives the process there, outlives it here. */
export function approvalsOf(configuration: Configuration, clock: Clock, newId: (prefix: string) => string): Approvals {
  return createApprovals({ store: storeOf(configuration, clock), clock, newId });
}

function storeOf({ checkpoints, sandbox }: Configuration, clock: Clock): ApprovalStore {
  if (checkpoints.kind === 'memory') return createMemoryApprovalStore(clock);
  // An approval given in the sandbox must open nothing outside of it.
  const directory = sandbox === undefined ? checkpoints.path : join(checkpoints.path, 'sandbox');
  return createDirectoryApprovalStore(join(directory, 'approvals'), clock);
}
