import type { AgentRegistry } from '../domain/agent-registry.js';
import { agentTable } from '../results/agent-table.js';
import type { ActiveRuns } from './active-runs.js';
import { explained, type Node, runOf } from './node.js';

/** Answers "which agents are there" from the registry, as far as the caller may have them invoked; asks no agent anything. */
export function createListAgents(uses: {
  readonly registry: Pick<AgentRegistry, 'forCaller' | 'origin'>;
  readonly activeRuns: ActiveRuns;
}): Node {
  return explained(async (state, runtime) => {
    const { runId, caller } = runOf(state);
    const signal = uses.activeRuns.find(runId)?.signal ?? runtime.signal ?? new AbortController().signal;
    const { agents, quarantined } = await uses.registry.forCaller(caller, signal);
    const off = agents.filter(({ enabled }) => !enabled).length;
    const left = new Set(quarantined.map(({ row }) => row)).size;
    return {
      headline:
        agents.length === 0
          ? `There is no agent that you may have invoked (${uses.registry.origin}).`
          : `${agents.length} ${agents.length === 1 ? 'agent' : 'agents'}${off === 0 ? '' : `, ${off} of them switched off`}.`,
      tables: agents.length === 0 ? [] : [agentTable(agents)],
      warnings: [
        ...state.warnings,
        ...(left === 0
          ? []
          : [
              `${left} ${left === 1 ? 'row' : 'rows'} of the agent registry cannot be used because of mistakes in ${left === 1 ? 'it' : 'them'}: \`central-ops agents check\` says what to correct.`,
            ]),
      ],
    };
  });
}
