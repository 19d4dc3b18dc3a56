import { createOperationsGraph, type OperationsGraph } from '../graphs/operations.js';
import { selectAccounts } from './accounts/select-accounts.js';
import { ThreadSaver } from './checkpoints/thread-saver.js';
import type { Configuration } from './config.js';
import type { Dependencies } from './dependencies.js';
import { accountDescription, accountReference } from './domain/account.js';
import type { ActiveRuns } from './nodes/active-runs.js';
import { agentSessionId } from './agents/invoke/session-id.js';
import { payloadHashOf } from './approvals/approval.js';
import { createApprove, type ApproveUses } from './nodes/approve.js';
import { createAuthorize } from './nodes/authorize.js';
import { createChooseAgents } from './nodes/choose-agents.js';
import { createCollectAgents } from './nodes/collect-agents.js';
import { createInvokeAgent } from './nodes/invoke-agent.js';
import { createCollect } from './nodes/collect.js';
import { createListAccounts } from './nodes/list-accounts.js';
import { createListAgents } from './nodes/list-agents.js';
import { createNarrate } from './nodes/narrate.js';
import { createParseIntent, type ParseIntentUses } from './nodes/parse-intent.js';
import { createQueryAccount } from './nodes/query-account.js';
import { createRecall } from './nodes/recall.js';
import { createRemember } from './nodes/remember.js';
import { createResolveAccounts, type ResolveAccountsUses } from './nodes/resolve-accounts.js';
import { createReview } from './nodes/review.js';
import { createSummarize } from './nodes/summarize.js';
import { authorizePlan } from './planning/authorize.js';
import { furtherProblem, readFurther, scopeSheets } from './planning/model/further-round.js';
import { assemblePlanner } from './planner-assembly.js';
import { tracedNodes } from './traced-nodes.js';
import { planStructuredQuery } from './planning/structured-query.js';

/** How long a person may take to decide. */
const APPROVAL_MILLIS = 30 * 60_000;

/** Makes each node with what it uses and hands them to the graph. */
export function createGraph(uses: {
  readonly configuration: Configuration;
  readonly dependencies: Dependencies;
  readonly activeRuns: ActiveRuns;
  readonly beginRun: ParseIntentUses['beginRun'] & ApproveUses['beginRun'];
  /** False where somebody else keeps the threads: LangGraph Studio. */
  readonly keepsThreads: boolean;
}): OperationsGraph {
  const { configuration, dependencies, activeRuns, beginRun, keepsThreads } = uses;
  const { catalogue, clock, logger, meter, registryFor, runs, telemetry, threads, tools } = dependencies;
  const narrate = meter === undefined ? undefined : createNarrate({ meter, activeRuns, clock });
  const selected: ResolveAccountsUses['selectAccounts'] = async (selector, caller, signal) => {
    const registry = await registryFor(caller, signal);
    const accounts = selectAccounts(registry, selector).map((account) => accountReference(account));
    const ofRegistry = registry.notice === undefined ? [] : [registry.notice];
    return { accounts, notices: [...ofRegistry, ...(await dependencies.notices(signal))] };
  };
  return createOperationsGraph(
    tracedNodes(telemetry, clock, {
      parseIntent: createParseIntent({
        beginRun,
        listAccounts: async (caller, signal) =>
          (await registryFor(caller, signal)).accounts().map((account) => accountDescription(account)),
        planner: assemblePlanner({
          ...dependencies,
          mode: configuration.planner,
          budgets: configuration.budgets,
          sensitiveReads: configuration.sensitiveReads,
        }),
        defaultRegions: configuration.regions,
        timeZone: configuration.timeZone,
        activeRuns,
        planQuery: (request) => planStructuredQuery(catalogue, request, configuration.sensitiveReads),
        loadRun: (runId, { caller }) => runs.load(runId, caller),
      }),
      resolveAccounts: createResolveAccounts({
        selectAccounts: selected,
        defaultRegions: configuration.regions,
      }),
      authorize: createAuthorize({
        authorizePlan: (plan, regions, accounts) =>
          authorizePlan({
            plan,
            regions,
            accounts,
            catalogue,
            budgets: configuration.budgets,
            sensitiveReads: configuration.sensitiveReads,
          }),
        furtherProblem: (plan, granted) =>
          furtherProblem(plan, catalogue, { ...granted, callBudget: configuration.budgets.calls }),
        budgets: configuration.budgets,
        activeRuns,
      }),
      queryAccount: createQueryAccount({
        tools,
        runs,
        rowBudget: configuration.budgets.rows,
        activeRuns,
        clock,
        logger,
      }),
      collect: createCollect({ runs, clock, logger }),
      review: createReview({
        runs,
        activeRuns,
        clock,
        logger,
        scopeOf: (intent) => scopeSheets(catalogue, intent),
        readFurther,
        meter,
      }),
      listAccounts: createListAccounts(),
      listAgents: createListAgents({ registry: dependencies.agentRegistry, activeRuns }),
      chooseAgents: createChooseAgents({
        enabled: configuration.agents.invoke === 'listed',
        select: dependencies.selectAgents,
        sessionIdFor: agentSessionId,
        requestApproval: (request) =>
          dependencies.approvals.request({ kind: 'agent-invocation', expiresInMillis: APPROVAL_MILLIS, ...request }),
        activeRuns,
      }),
      approve: createApprove({
        beginRun,
        decide: (request) => dependencies.approvals.decide(request),
        payloadHash: payloadHashOf,
      }),
      invokeAgent: createInvokeAgent({
        findAgent: async (key, caller, signal) =>
          (await dependencies.agentRegistry.forCaller(caller, signal)).agents.find((agent) => agent.key === key),
        invoke: dependencies.invokeAgent,
        activeRuns,
        clock,
        logger,
      }),
      collectAgents: createCollectAgents({
        conclude: (approvalId, outcome) => dependencies.approvals.conclude(approvalId, outcome),
        logger,
      }),
      recall: createRecall({ runs, selectAccounts: selected }),
      summarize: createSummarize(clock, narrate),
      remember: createRemember({ keepRun: !keepsThreads }),
    }),
    {
      concurrency: configuration.concurrency,
      ...(keepsThreads ? { checkpointer: new ThreadSaver(threads) } : {}),
    },
  );
}
