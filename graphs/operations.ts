import { END, Send, START, StateGraph, type BaseCheckpointSaver } from '@langchain/langgraph';
import type { Node } from '../src/nodes/node.js';
import type { AgentBranchInput, BranchInput, RunState } from '../src/nodes/run-state.js';
import { OperationsInput, OperationsOutput, OperationsState } from './state.js';

/** The nodes of the graph, made by their factories with what they use. */
export interface OperationsNodes {
  readonly parseIntent: Node;
  readonly resolveAccounts: Node;
  readonly authorize: Node;
  readonly queryAccount: Node<BranchInput>;
  readonly collect: Node;
  readonly review: Node;
  readonly listAccounts: Node;
  readonly listAgents: Node;
  readonly chooseAgents: Node;
  readonly approve: Node;
  readonly invokeAgent: Node<AgentBranchInput>;
  readonly collectAgents: Node;
  readonly recall: Node;
  readonly summarize: Node;
  readonly remember: Node;
}

export interface GraphOptions {
  /** Accounts at once. */
  readonly concurrency: number;
  /** Keeps what the session remembers. Absent: whoever runs the graph supplies its own (LangGraph Studio). */
  readonly checkpointer?: BaseCheckpointSaver;
}

/**
 * One question over many accounts, as a state machine: names and edges only.
 *
 * Nodes handle their own failures, so nothing is retried here: the library's default would repeat an AccessDenied and
 * announce it on stdout, which belongs to the answer.
 */
export function createOperationsGraph(nodes: OperationsNodes, options: GraphOptions) {
  return (
    new StateGraph(OperationsState, { input: OperationsInput, output: OperationsOutput })
      .setNodeDefaults({ retryPolicy: { maxAttempts: 1, logWarning: false } })
      .addNode('parseIntent', nodes.parseIntent)
      .addNode('resolveAccounts', nodes.resolveAccounts)
      .addNode('authorize', nodes.authorize)
      .addNode('queryAccount', nodes.queryAccount)
      .addNode('collect', nodes.collect)
      .addNode('review', nodes.review)
      .addNode('listAccounts', nodes.listAccounts)
      .addNode('listAgents', nodes.listAgents)
      .addNode('chooseAgents', nodes.chooseAgents)
      .addNode('approve', nodes.approve)
      .addNode('invokeAgent', nodes.invokeAgent)
      .addNode('collectAgents', nodes.collectAgents)
      .addNode('recall', nodes.recall)
      .addNode('summarize', nodes.summarize)
      .addNode('remember', nodes.remember)
      .addEdge(START, 'parseIntent')
      .addConditionalEdges('parseIntent', afterParsing, [
        'resolveAccounts',
        'listAgents',
        'chooseAgents',
        'recall',
        'summarize',
      ])
      .addConditionalEdges('resolveAccounts', afterResolving, ['authorize', 'listAccounts', 'summarize'])
      .addConditionalEdges('authorize', toAccounts, ['queryAccount', 'summarize'])
      .addEdge('queryAccount', 'collect')
      .addEdge('collect', 'review')
      .addConditionalEdges('review', afterReview, ['authorize', 'summarize'])
      .addEdge('listAccounts', 'summarize')
      .addEdge('listAgents', 'summarize')
      .addConditionalEdges('chooseAgents', afterChoosing, ['approve', 'invokeAgent', 'summarize'])
      .addConditionalEdges('approve', toAgents, ['invokeAgent', 'summarize'])
      .addEdge('invokeAgent', 'collectAgents')
      .addEdge('collectAgents', 'summarize')
      .addEdge('recall', 'summarize')
      .addEdge('summarize', 'remember')
      .addEdge('remember', END)
      .compile({
        name: 'operations',
        description: 'Answers one question over many AWS accounts, read-only.',
        ...(options.checkpointer === undefined ? {} : { checkpointer: options.checkpointer }),
      })
      // Unbounded fan-out costs the square of the number of branches.
      .withConfig({ maxConcurrency: options.concurrency })
  );
}

export type OperationsGraph = ReturnType<typeof createOperationsGraph>;

function afterParsing({
  problem,
  intent,
}: RunState): 'resolveAccounts' | 'listAgents' | 'chooseAgents' | 'recall' | 'summarize' {
  if (problem !== null) return 'summarize';
  switch (intent?.kind) {
    case 'query':
    case 'list-accounts':
    case 'use-accounts':
      return 'resolveAccounts';
    case 'list-agents':
      return 'listAgents';
    case 'ask-agents':
      return 'chooseAgents';
    case 'recall':
      return 'recall';
    default:
      return 'summarize';
  }
}

function afterResolving({ problem, intent }: RunState): 'authorize' | 'listAccounts' | 'summarize' {
  if (problem !== null) return 'summarize';
  return intent?.kind === 'query' ? 'authorize' : 'listAccounts';
}

/** One branch per account; each is sent its assignment, never a copy of the state. */
function toAccounts({ problem, asking: plan, run, request, assignments }: RunState): 'summarize' | Send[] {
  if (problem !== null || plan === null || run === null || request?.planOnly === true) return 'summarize';
  return assignments.map(
    ({ account, regions }) =>
      new Send('queryAccount', { assignment: { account, regions, plan }, run } satisfies BranchInput),
  );
}

/** A person's yes comes before any agent is sent anything. */
function afterChoosing(state: RunState): 'approve' | 'summarize' | Send[] {
  return state.approval !== null && state.problem === null ? 'approve' : toAgents(state);
}

/** One branch per agent, each sent what it needs and no copy of the state. */
function toAgents({ problem, intent, run, request, invocations, approval }: RunState): 'summarize' | Send[] {
  const asks = problem === null && intent?.kind === 'ask-agents' && request?.planOnly !== true;
  if (!asks || run === null || invocations.length === 0) return 'summarize';
  const approved = approval?.given === true;
  if (approval !== null && !approved) return 'summarize';
  return invocations.map(
    (invocation) => new Send('invokeAgent', { invocation, approved, run } satisfies AgentBranchInput),
  );
}

/** Another round over the same accounts, or the answer. */
function afterReview({ problem, further }: RunState): 'authorize' | 'summarize' {
  return problem === null && further !== null ? 'authorize' : 'summarize';
}
