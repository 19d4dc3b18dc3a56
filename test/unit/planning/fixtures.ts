import type { AccountReference } from '../../../src/domain/account.js';
import { NO_CONVERSATION } from '../../../src/domain/conversation.js';
import type { Budgets } from '../../../src/domain/run.js';
import type { PlanningContext } from '../../../src/planning/planner.js';

/** A registry like those people have: names that share words, and an id with a leading zero. */
export const ACCOUNTS: readonly AccountReference[] = [
  { id: '000000000001', name: 'Central Operations', environment: 'operations', partition: 'aws' },
  { id: '111111111111', name: 'Payments Production', environment: 'production', partition: 'aws' },
  { id: '222222222222', name: 'Payments Staging', environment: 'staging', partition: 'aws' },
  { id: '333333333333', name: 'Data Platform Production', environment: 'production', partition: 'aws' },
  { id: '044444444444', name: 'Website', environment: 'development', partition: 'aws' },
];

export const CONTEXT: PlanningContext = {
  accounts: ACCOUNTS,
  defaultRegions: ['us-east-1'],
  conversation: NO_CONVERSATION,
  now: Date.UTC(2026, 10, 21, 12),
  timeZone: 'UTC',
};

export const BUDGETS: Pick<Budgets, 'accounts' | 'calls' | 'fanOut' | 'pages' | 'rows'> = {
  accounts: 1000,
  calls: 20,
  fanOut: 500,
  pages: 100,
  rows: 500_000,
};
