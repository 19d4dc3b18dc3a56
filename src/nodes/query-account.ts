import { setMaxListeners } from 'node:events';
import { accountLabel } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import { messageOf } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import type { AccountReply } from '../domain/outcome.js';
import { callLabel, type Assignment } from '../domain/plan.js';
import type { RunStore } from '../results/run-store.js';
import type { AccountTools } from '../tools/account-tools.js';
import type { ActiveRuns } from './active-runs.js';
import { emit, type Node } from './node.js';
import type { BranchInput } from './run-state.js';

export interface QueryAccountUses {
  readonly tools: Pick<AccountTools, 'run'>;
  readonly runs: Pick<RunStore, 'addRows'>;
  /** Rows of one question over all accounts. */
  readonly rowBudget: number;
  readonly activeRuns: ActiveRuns;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Asks one account, with its own identity and session. Whatever happens ends as outcomes: one account never ends the
 * run. Rows go to the run store, so that the state stays small.
 */
export function createQueryAccount(uses: QueryAccountUses): Node<BranchInput> {
  return async ({ assignment, run }, runtime) => {
    // LangGraph hangs a listener of each branch on one signal, and Node warns on stderr above ten.
    if (runtime.signal !== undefined) setMaxListeners(0, runtime.signal);
    const { account } = assignment;
    const startedAt = uses.clock();
    emit(runtime, { type: 'account-started', accountId: account.id, accountName: account.name });
    // The run's own signal, not the graph's: a cancelled run still collects and shows what has answered.
    const signal = uses.activeRuns.find(run.runId)?.signal ?? runtime.signal ?? new AbortController().signal;
    let reply: AccountReply;
    try {
      reply = await uses.tools.run(assignment, { caller: run.caller, signal, deadline: run.deadline });
    } catch (error) {
      uses.logger.error('account branch failed', { accountId: account.id, error: messageOf(error) });
      reply = defectReply(assignment, error);
    }
    if (!uses.runs.addRows(run.runId, reply.rowSets, uses.rowBudget)) reply = overBudget(reply, uses.rowBudget);
    emit(runtime, {
      type: 'account-ended',
      accountId: account.id,
      accountName: account.name,
      outcomes: reply.outcomes.map(({ label, region, kind, rows }) => ({ call: label, region, outcome: kind, rows })),
      millis: uses.clock() - startedAt,
    });
    return { reports: [{ accountId: account.id, outcomes: reply.outcomes, apiCalls: reply.apiCalls }] };
  };
}

/** The rows of an account that came after the budget was used up are not kept, and each call that had some says so. */
function overBudget(reply: AccountReply, rowBudget: number): AccountReply {
  return {
    ...reply,
    rowSets: [],
    outcomes: reply.outcomes.map((outcome) =>
      outcome.rows === 0
        ? outcome
        : {
            ...outcome,
            kind: 'over-budget',
            rows: 0,
            code: 'row-budget',
            message: `its rows (${outcome.rows}) were not kept: the question's budget of ${rowBudget} rows was used up`,
            nextStep: 'Ask fewer accounts or Regions at a time, or raise CENTRAL_OPS_BUDGET_ROWS.',
          },
    ),
  };
}

/** A tool that throws broke its promise; the account is still accounted for, with the cause. */
function defectReply({ account, plan }: Assignment, error: unknown): AccountReply {
  return {
    outcomes: plan.calls
      .filter((call) => !call.internal)
      .map((call) => ({
        accountId: account.id,
        call: call.id,
        label: callLabel(call),
        region: '*',
        kind: 'failed',
        rows: 0,
        truncated: false,
        code: 'internal',
        message: `${accountLabel(account)} was not asked to the end: ${messageOf(error)}`,
        nextStep: 'This is a defect of this program: please report it with the run id.',
      })),
    rowSets: [],
    apiCalls: 0,
  };
}
