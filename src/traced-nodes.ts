import type { Clock } from './domain/clock.js';
import type { Outcome } from './domain/outcome.js';
import type { Telemetry } from './domain/telemetry.js';
import type { OperationsNodes } from '../graphs/operations.js';
import type { Node } from './nodes/node.js';
import type { AgentBranchInput, BranchInput, RunUpdate } from './nodes/run-state.js';

/** Every node of the graph as a step of the trace. */
export function tracedNodes(telemetry: Telemetry, clock: Clock, nodes: OperationsNodes): OperationsNodes {
  return {
    ...nodes,
    parseIntent: traced(telemetry, 'parseIntent', nodes.parseIntent),
    resolveAccounts: traced(telemetry, 'resolveAccounts', nodes.resolveAccounts),
    authorize: traced(telemetry, 'authorize', nodes.authorize),
    queryAccount: tracedAccount(telemetry, clock, nodes.queryAccount),
    collect: traced(telemetry, 'collect', nodes.collect),
    review: traced(telemetry, 'review', nodes.review),
    listAccounts: traced(telemetry, 'listAccounts', nodes.listAccounts),
    listAgents: traced(telemetry, 'listAgents', nodes.listAgents),
    // `approve` pauses by throwing, which is no failure.
    chooseAgents: traced(telemetry, 'chooseAgents', nodes.chooseAgents),
    invokeAgent: tracedAgent(telemetry, nodes.invokeAgent),
    collectAgents: traced(telemetry, 'collectAgents', nodes.collectAgents),
    recall: traced(telemetry, 'recall', nodes.recall),
    summarize: traced(telemetry, 'summarize', nodes.summarize),
    remember: traced(telemetry, 'remember', nodes.remember),
  };
}

/** A node whose every run is a step of the trace. */
function traced<Input>(telemetry: Telemetry, name: string, node: Node<Input>): Node<Input> {
  return (input, runtime) =>
    telemetry.step(name, {}, async (step) => {
      const update = await node(input, runtime);
      if (update.problem !== undefined && update.problem !== null) step.failed(update.problem.code);
      return update;
    });
}

/** The branch of an account: a step with one part per call, which says how the call ended in all its Regions. */
function tracedAccount(telemetry: Telemetry, clock: Clock, node: Node<BranchInput>): Node<BranchInput> {
  return (input, runtime) => {
    const { account } = input.assignment;
    return telemetry.step('queryAccount', { 'cloud.account.id': account.id }, async (step) => {
      const startedAt = clock();
      const update = await node(input, runtime);
      for (const [label, outcomes] of byCall(update)) {
        const worst = outcomes.find(({ kind }) => !FINE.has(kind)) ?? outcomes[0];
        const [service = '', operation = ''] = label.split(' ');
        const facts = { 'rpc.service': service, 'rpc.method': operation, outcome: worst?.kind ?? 'answered' };
        telemetry.callEnded(facts);
        step.part(
          label,
          {
            ...facts,
            'cloud.account.id': account.id,
            'central_ops.regions': outcomes.length,
            'central_ops.rows': outcomes.reduce((sum, { rows }) => sum + rows, 0),
          },
          startedAt,
          !FINE.has(facts.outcome),
        );
      }
      return update;
    });
  };
}

const FINE = new Set<string>(['answered', 'not-offered', 'region-disabled']);

function byCall({ reports }: RunUpdate): ReadonlyMap<string, readonly Outcome[]> {
  const calls = new Map<string, Outcome[]>();
  for (const outcome of Array.isArray(reports) ? reports.flatMap((report) => report.outcomes) : []) {
    const known = calls.get(outcome.label) ?? [];
    known.push(outcome);
    calls.set(outcome.label, known);
  }
  return calls;
}

/** The branch of an agent: by its account, and without a word of what was said. */
function tracedAgent(telemetry: Telemetry, node: Node<AgentBranchInput>): Node<AgentBranchInput> {
  return (input, runtime) => {
    const { agentId, accountId } = input.invocation.agent;
    const facts = {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.id': agentId,
      ...(accountId === undefined ? {} : { 'cloud.account.id': accountId }),
    };
    return telemetry.step('invokeAgent', facts, () => node(input, runtime));
  };
}
