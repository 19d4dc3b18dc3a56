import { type Agent, agentLabel } from '../../domain/agent.js';
import type { AgentSelection } from '../../domain/agent-selection.js';
import { nearest } from '../../domain/nearest.js';
import { askWhich, noneOf } from './answers.js';
import { samePhrase } from './rank.js';

/** Agents in parallel; more are a mistake, and are asked about. */
const MOST_AT_ONCE = 5;

/** By key, id or name, each written in any way: `vessel-operations` is `VesselOperations`. */
export function findByName(names: readonly string[], agents: readonly Agent[], origin: string): AgentSelection {
  const chosen: Agent[] = [];
  for (const name of names) {
    const found = named(name, agents);
    const enabled = found.filter((agent) => agent.enabled);
    const [only] = enabled;
    if (only === undefined) return found.length > 0 ? switchedOff(found) : unknown(name, agents, origin);
    if (enabled.length > 1) {
      return askWhich(enabled.map((agent) => ({ agent, why: `it is called ${agent.name}` })));
    }
    chosen.push(only);
  }
  return { kind: 'chosen', agents: [...new Set(chosen)], how: 'named in the question' };
}

/** The most exact way of naming wins: nothing can be called like another's id. */
function named(name: string, agents: readonly Agent[]): readonly Agent[] {
  const wanted = plainName(name);
  for (const is of [
    ({ key }: Agent) => key === name,
    ({ agentId }: Agent) => agentId === name,
    (agent: Agent) => agent.name === name,
    (agent: Agent) => wanted !== '' && plainName(agent.name) === wanted,
    (agent: Agent) => wanted !== '' && plainName(agent.name) === wanted.replace(/(?:agent|assistant)$/u, ''),
    // "The vessel agent": several that begin like this are asked about.
    (agent: Agent) => wanted !== '' && beginnings(agent.name).includes(wanted),
  ]) {
    const found = agents.filter((agent) => is(agent));
    if (found.length > 0) return found;
  }
  return [];
}

/** Whole words that a name begins with: `vessel` of `VesselOperations`, not `invoice` of `Invoices`. */
function beginnings(name: string): readonly string[] {
  const words = name
    .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.map((_, index) => plainName(words.slice(0, index + 1).join('')));
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function unknown(name: string, agents: readonly Agent[], origin: string): AgentSelection {
  const near = nearest(
    name,
    agents.flatMap((agent) => [agent.name, agent.agentId]),
  );
  return noneOf(
    `There is no agent "${name.slice(0, 100)}" (${origin})`,
    agents.filter((agent) => near.includes(agent.name) || near.includes(agent.agentId)).slice(0, 3),
  );
}

function switchedOff(found: readonly Agent[]): AgentSelection {
  return {
    kind: 'none',
    reason: `${found.map(agentLabel).join(', ')} ${found.length === 1 ? 'is' : 'are'} switched off`,
    nextStep: 'Whoever keeps the agent registry sets "enabled": true in the row.',
    nearest: [],
  };
}

/** Every enabled agent that has all of them; too many are asked about. */
export function findByCapability(capabilities: readonly string[], enabled: readonly Agent[]): AgentSelection {
  const found = enabled.filter((agent) =>
    capabilities.every((wanted) => agent.capabilities.some((own) => samePhrase(own, wanted))),
  );
  const shown = capabilities.map((capability) => `"${capability.slice(0, 60)}"`).join(' and ');
  if (found.length === 0) {
    const all = [...new Set(enabled.flatMap((agent) => agent.capabilities))];
    const near = capabilities.flatMap((capability) => nearest(capability, all, 2));
    return noneOf(
      `No agent has the capability ${shown}`,
      enabled.filter((agent) => agent.capabilities.some((own) => near.includes(own))).slice(0, 3),
    );
  }
  if (found.length > MOST_AT_ONCE) return askWhich(found.map((agent) => ({ agent, why: `it has ${shown}` })));
  return {
    kind: 'chosen',
    agents: found,
    how: `${found.length === 1 ? 'it has' : 'they have'} the capability ${shown}`,
  };
}
