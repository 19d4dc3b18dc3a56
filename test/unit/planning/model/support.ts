import { createRegistry } from '../../../../src/accounts/registry.js';
import { selectAccounts } from '../../../../src/accounts/select-accounts.js';
import type { AccountDescription } from '../../../../src/domain/account.js';
import { NO_CONVERSATION, type Conversation } from '../../../../src/domain/conversation.js';
import type { Intent } from '../../../../src/domain/intent.js';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import type { SelectAccounts } from '../../../../src/planning/model/check-places.js';
import type { ReadAnswerUses } from '../../../../src/planning/model/read-answer.js';
import type { PlanningContext } from '../../../../src/planning/planner.js';
import type { OperationSearch } from '../../../../src/planning/search/operation-search.js';
import { BUDGETS } from '../fixtures.js';

/** A registry as platform teams keep it: environments, tags and units, one account of the hub itself. */
export const REGISTRY: readonly AccountDescription[] = [
  account('000000000001', 'Central Operations', { environment: 'operations', role: 'central' }),
  account('111111111111', 'Payments Production', {
    environment: 'production',
    tags: { team: 'payments' },
    ou: 'Workloads',
  }),
  account('222222222222', 'Payments Staging', { environment: 'staging', tags: { team: 'payments' }, ou: 'Workloads' }),
  account('333333333333', 'Data Platform Production', {
    environment: 'production',
    tags: { team: 'data' },
    ou: 'Workloads',
  }),
  account('044444444444', 'Website', { environment: 'development', tags: { team: 'web' }, ou: 'Web' }),
];

export function account(id: string, name: string, more: Partial<AccountDescription> = {}): AccountDescription {
  return { id, name, partition: 'aws', ...more };
}

export const select: SelectAccounts = (selector, accounts) =>
  selectAccounts(
    createRegistry(
      accounts.map((one) => ({ tags: {}, ...one })),
      'ACCOUNT_REGISTRY',
    ),
    selector,
  );

export const catalogue = createCatalogue();

export const authorize: ReadAnswerUses['authorize'] = (plan, regions, accounts) =>
  authorizePlan({ plan, regions, accounts, catalogue, budgets: BUDGETS });

export function context(more: Partial<PlanningContext> = {}): PlanningContext {
  return {
    accounts: REGISTRY,
    defaultRegions: ['us-east-1'],
    conversation: NO_CONVERSATION,
    now: Date.UTC(2026, 10, 27, 9, 30),
    timeZone: 'Europe/Berlin',
    ...more,
  };
}

export function conversation(question: string, more: Partial<Extract<Intent, { kind: 'query' }>> = {}): Conversation {
  const intent: Intent = {
    kind: 'query',
    plan: {
      calls: [{ id: 'instances', service: 'ec2', operation: 'DescribeInstances', params: {}, columns: [] }],
      show: { title: 'Instances', tables: [{ call: 'instances', filters: [], kind: 'rows', noun: 'instances' }] },
    },
    accounts: { include: [], exclude: [] },
    regions: [],
    summary: '',
    planner: 'model',
    ...more,
  };
  return { turns: [{ runId: 'run-1', at: 0, question, intent }] };
}

/** Finds what it is told to, whatever the words. */
export function searchFor(...names: readonly string[]): OperationSearch {
  return {
    find: (_words, limit) =>
      names.slice(0, limit).map((name, index) => {
        const [service = '', operation = ''] = name.split(' ');
        return { service, operation, score: 10 - index, summary: `list ${service}` };
      }),
  };
}
