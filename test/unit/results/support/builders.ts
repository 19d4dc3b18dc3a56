import type { AccountReference } from '../../../../src/domain/account.js';
import type { Answer, Coverage, Failure } from '../../../../src/domain/answer.js';
import type { Json } from '../../../../src/domain/json.js';
import type { Outcome, RowSet } from '../../../../src/domain/outcome.js';
import type { FrozenCall, FrozenPlan, TableView } from '../../../../src/domain/plan.js';

/** Small, complete values of the domain: each test names only what it is about. */

export const PRODUCTION: AccountReference = account('222222222222', 'Production');
export const STAGING: AccountReference = account('333333333333', 'Staging');
export const SANDBOX: AccountReference = account('011111111111', 'Sandbox');

export function account(id: string, name: string, more: Partial<AccountReference> = {}): AccountReference {
  return { id, name, partition: 'aws', ...more };
}

/** `columns` are headings; nothing here evaluates their paths. */
export function frozenCall(id: string, columns: readonly string[], more: Partial<FrozenCall> = {}): FrozenCall {
  return {
    id,
    service: 'ec2',
    operation: 'DescribeInstances',
    params: {},
    items: 'Items[]',
    columns: columns.map((name) => ({ name, path: name })),
    absentCodes: [],
    global: false,
    pageCap: 100,
    fanOutCap: 500,
    internal: false,
    ...more,
  };
}

export function view(call: string, more: Partial<TableView> = {}): TableView {
  return { call, filters: [], kind: 'rows', noun: 'EC2 instances', ...more };
}

export function frozenPlan(
  calls: readonly FrozenCall[],
  tables: readonly TableView[],
  title = 'EC2 instances',
): FrozenPlan {
  return { calls, show: { title, tables }, rowCap: 10_000 };
}

export function outcome(accountId: string, call: string, region: string, more: Partial<Outcome> = {}): Outcome {
  return {
    accountId,
    call,
    label: 'ec2 DescribeInstances',
    region,
    kind: 'answered',
    rows: 0,
    truncated: false,
    ...more,
  };
}

/** `rows`: the Region, then the cells. */
export function rowSet(
  accountId: string,
  call: string,
  rows: readonly (readonly [region: string, ...cells: Json[]])[],
): RowSet {
  return { accountId, call, rows: rows.map(([region, ...cells]) => ({ region, cells })) };
}

export function coverage(more: Partial<Coverage> = {}): Coverage {
  return {
    accounts: { asked: 2, answered: 2 },
    regions: ['us-east-1'],
    calls: { asked: 2, answered: 2 },
    line: '2 of 2 accounts in 1 Region',
    failures: [],
    ...more,
  };
}

export function failure(more: Partial<Failure> = {}): Failure {
  return {
    accountId: '222222222222',
    accountName: 'Production',
    region: 'us-east-1',
    call: 'ec2 DescribeInstances',
    outcome: 'denied',
    message: 'AccessDenied: no',
    nextStep: 'Allow it.',
    ...more,
  };
}

export function answer(more: Partial<Answer> = {}): Answer {
  return {
    response: '2 EC2 instances in 2 accounts.',
    status: 'complete',
    sessionId: 'session-1',
    runId: 'run-0001',
    tables: [],
    warnings: [],
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, apiCalls: 4, millis: 1234 },
    ...more,
  };
}
