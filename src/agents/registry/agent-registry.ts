import type { Agent } from '../../domain/agent.js';
import type { AgentList, AgentRegistry } from '../../domain/agent-registry.js';
import type { Caller } from '../../domain/caller.js';
import type { RowDefaults } from './agent-row.js';
import type { AgentSource } from './agent-source.js';
import { parseAgents } from './parse-agents.js';

export interface AgentRegistryOptions {
  readonly source: AgentSource;
  readonly defaults: RowDefaults;
  /** The access file's word; without one everybody may. */
  readonly mayInvoke: (agentId: string, caller: Caller) => boolean;
}

/** The rows of a file or a table as agents, and as one caller sees them. */
export function createAgentRegistry({ source, defaults, mayInvoke }: AgentRegistryOptions): AgentRegistry {
  const load = async (signal: AbortSignal): Promise<AgentList> => parseAgents(await source.rows(signal), defaults);
  /** A key names one alias in one Region; an id all of them. */
  const isOpenTo = ({ agentId, key }: Agent, caller: Caller): boolean =>
    mayInvoke(agentId, caller) || mayInvoke(key, caller);
  return {
    origin: source.origin,
    load,
    async forCaller(caller, signal) {
      const list = await load(signal);
      const agents = list.agents.filter((agent) => isOpenTo(agent, caller));
      // Rows that could not be read belong to nobody that the access file knows: who may have all of them sees them.
      return { agents, quarantined: agents.length === list.agents.length ? list.quarantined : [] };
    },
  };
}

/** Without a configured registry there are no agents. */
export const NO_AGENTS: AgentRegistry = {
  origin: 'no agent registry: CENTRAL_OPS_AGENT_REGISTRY is not set',
  load: () => Promise.resolve({ agents: [], quarantined: [] }),
  forCaller: () => Promise.resolve({ agents: [], quarantined: [] }),
};
