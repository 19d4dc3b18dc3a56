import { createOperationsGraph, type OperationsGraph } from '../../../../graphs/operations.js';
import { ThreadSaver } from '../../../../src/checkpoints/thread-saver.js';
import type { Threads } from '../../../../src/checkpoints/threads.js';
import type { AccountReference } from '../../../../src/domain/account.js';
import type { JsonObject } from '../../../../src/domain/json.js';
import type { Intent } from '../../../../src/domain/intent.js';
import type { Run, RunRequest } from '../../../../src/domain/run.js';
import { createActiveRuns, type ActiveRuns } from '../../../../src/nodes/active-runs.js';
import { createApprove } from '../../../../src/nodes/approve.js';
import { createAuthorize } from '../../../../src/nodes/authorize.js';
import { createChooseAgents } from '../../../../src/nodes/choose-agents.js';
import { createCollectAgents } from '../../../../src/nodes/collect-agents.js';
import { createCollect } from '../../../../src/nodes/collect.js';
import { NO_AGENTS } from '../../../../src/agents/registry/agent-registry.js';
import { createListAgents } from '../../../../src/nodes/list-agents.js';
import { createInvokeAgent } from '../../../../src/nodes/invoke-agent.js';
import { createListAccounts } from '../../../../src/nodes/list-accounts.js';
import { createParseIntent, withoutModel } from '../../../../src/nodes/parse-intent.js';
import { createQueryAccount } from '../../../../src/nodes/query-account.js';
import { createRecall } from '../../../../src/nodes/recall.js';
import { createRemember } from '../../../../src/nodes/remember.js';
import { createResolveAccounts, type ResolveAccountsUses } from '../../../../src/nodes/resolve-accounts.js';
import { createReview } from '../../../../src/nodes/review.js';
import { createSummarize } from '../../../../src/nodes/summarize.js';
import type { PlanningContext } from '../../../../src/planning/planner.js';
import { createMemoryRunStore } from '../../../../src/results/memory-run-store.js';
import type { RunStore } from '../../../../src/results/run-store.js';
import type { AccountTools } from '../../../../src/tools/account-tools.js';
import { queryIntent, recordingLogger } from '../../nodes/support/state.js';
import { frozenCall, frozenPlan, outcome, rowSet, view } from '../../results/support/builders.js';

export const NOW = Date.UTC(2026, 10, 21);

export const PLAN = frozenPlan([frozenCall('instances', ['Instance', 'State'])], [view('instances')]);

const clock = (): number => NOW;

export interface Assembled {
  readonly graph: OperationsGraph;
  readonly activeRuns: ActiveRuns;
  readonly runs: RunStore;
  readonly lines: readonly (readonly [string, JsonObject])[];
}

/** The graph with its real nodes; only what would plan, select and ask accounts is a plain function. */
export function assemble(uses: {
  readonly accounts: readonly AccountReference[];
  readonly run: AccountTools['run'];
  readonly concurrency?: number;
  readonly intent?: (context: PlanningContext) => Intent;
  /** Absent: nothing is remembered, and the last run stays in the state. */
  readonly threads?: Threads;
}): Assembled {
  const activeRuns = createActiveRuns();
  const runs = createMemoryRunStore(clock);
  const { logger, lines } = recordingLogger();
  const selectAccounts: ResolveAccountsUses['selectAccounts'] = ({ include }) =>
    Promise.resolve({ accounts: uses.accounts.filter(({ id }) => include.length === 0 || include.includes(id)) });
  const graph = createOperationsGraph(
    {
      parseIntent: createParseIntent({
        beginRun,
        listAccounts: () => Promise.resolve(uses.accounts),
        // A tick, as reading a registry takes, so that a defect here is a rejection.
        planner: {
          plan: async (_question, context) => {
            await Promise.resolve();
            return withoutModel(uses.intent?.(context) ?? queryIntent({ regions: ['us-east-1', 'eu-west-1'] }));
          },
        },
        defaultRegions: ['us-east-1'],
        timeZone: 'UTC',
        activeRuns,
        planQuery: () => queryIntent(),
        loadRun: (runId, { caller }) => runs.load(runId, caller),
      }),
      resolveAccounts: createResolveAccounts({
        selectAccounts,
        defaultRegions: ['us-east-1'],
      }),
      authorize: createAuthorize({
        authorizePlan: () => ({ authorized: true, frozen: PLAN, warnings: [] }),
        furtherProblem: () => undefined,
        budgets: { accounts: 1, calls: 1, fanOut: 1, pages: 1, rows: 1, seconds: 1, confirmAbove: 5000 },
        activeRuns,
      }),
      queryAccount: createQueryAccount({
        tools: { run: uses.run },
        runs,
        rowBudget: 500_000,
        activeRuns,
        clock,
        logger,
      }),
      collect: createCollect({ runs, clock, logger }),
      review: createReview({
        meter: undefined,
        runs,
        scopeOf: () => [],
        readFurther: () => ({ ok: false, problem: 'no further round is expected' }),
        activeRuns,
        clock,
        logger,
      }),
      listAccounts: createListAccounts(),
      chooseAgents: createChooseAgents({
        enabled: false,
        select: notExpected,
        sessionIdFor: () => 'hub-1',
        requestApproval: notExpected,
        activeRuns,
      }),
      approve: createApprove({ beginRun, decide: notExpected, payloadHash: () => '' }),
      invokeAgent: createInvokeAgent({ findAgent: notExpected, invoke: notExpected, activeRuns, clock, logger }),
      collectAgents: createCollectAgents({ conclude: notExpected, logger }),
      listAgents: createListAgents({ registry: NO_AGENTS, activeRuns }),
      recall: createRecall({ runs, selectAccounts }),
      summarize: createSummarize(clock),
      remember: createRemember({ keepRun: uses.threads === undefined }),
    },
    {
      concurrency: uses.concurrency ?? 500,
      ...(uses.threads === undefined ? {} : { checkpointer: new ThreadSaver(uses.threads) }),
    },
  );
  return { graph, activeRuns, runs, lines };
}

function notExpected(): never {
  throw new Error('agents are not expected');
}

/** What the doors pass as context, or a run of its own for a graph that is asked directly. */
function beginRun(context: unknown): { readonly run: Run; readonly request?: RunRequest } {
  if (isContext(context)) return context;
  return {
    run: {
      runId: 'run-00000001',
      sessionId: 'session-1',
      caller: { kind: 'studio', name: 'studio' },
      startedAt: NOW - 500,
      deadline: NOW + 60_000,
    },
  };
}

function isContext(context: unknown): context is { readonly run: Run; readonly request: RunRequest } {
  return typeof context === 'object' && context !== null && 'run' in context;
}

/** Answers `rows` instances in each Region asked. */
export function answering(rows = 1): AccountTools['run'] {
  return async ({ account, regions }) => {
    await Promise.resolve();
    return {
      outcomes: regions.map((region) => outcome(account.id, 'instances', region, { rows })),
      rowSets: regions.map((region) =>
        rowSet(
          account.id,
          'instances',
          Array.from({ length: rows }, (_, index) => [region, `i-${account.id.slice(-3)}-${index}`, 'running']),
        ),
      ),
      apiCalls: regions.length,
    };
  };
}
