import type { Agent } from '../../domain/agent.js';
import { agentLabel } from '../../domain/agent.js';
import type { AgentRegistry } from '../../domain/agent-registry.js';
import type { AgentSelection, SelectAgents } from '../../domain/agent-selection.js';
import type { Clock } from '../../domain/clock.js';
import { NO_MODEL_USAGE } from '../../domain/model-usage.js';
import type { MeterModel } from '../../models/model.js';
import { askWhich, noneOf } from './answers.js';
import { chooseByModel, type ModelChoice } from './choose-by-model.js';
import { findByCapability, findByName } from './find-agents.js';
import { isClose, type RankedAgent, rankAgents, spokenOf } from './rank.js';

export interface SelectAgentsUses {
  readonly registry: AgentRegistry;
  /** Absent: no model is configured. */
  readonly meter: MeterModel | undefined;
  readonly clock: Clock;
}

/** Agents that a model is told of at once; about a hundred tokens each. */
const AT_ONCE = 30;
/** Requests for one question: what is not among the first may be among the next. */
const MOST_REQUESTS = 2;

/** See {@link SelectAgents}. */
export function createSelectAgents({ registry, meter, clock }: SelectAgentsUses): SelectAgents {
  return async (asked, text, { caller, signal, deadline, spent }) => {
    const { agents: listed } = await registry.forCaller(caller, signal);
    const rest = { usage: NO_MODEL_USAGE, warnings: [] };
    if (asked.kind === 'named') return { selection: findByName(asked.names, listed, registry.origin), ...rest };
    const enabled = listed.filter((agent) => agent.enabled);
    if (enabled.length === 0) return { selection: nothingEnabled(listed, registry.origin), ...rest };
    if (asked.kind === 'capable') return { selection: findByCapability(asked.capabilities, enabled), ...rest };

    const ranked = rankAgents(text, enabled);
    if (meter === undefined) return { selection: byWords(text, ranked, enabled), ...rest };
    const model = meter(spent);
    const order = [...new Set([...ranked.map(({ agent }) => agent), ...enabled])];
    let choice: ModelChoice = { kind: 'none', reason: '' };
    let told = 0;
    for (let request = 0; request < MOST_REQUESTS && told < order.length && choice.kind === 'none'; request += 1) {
      const some = order.slice(told, told + AT_ONCE);
      told += some.length;
      // The next ones are only looked at when none of these fits.
      // oxlint-disable-next-line no-await-in-loop
      choice = await chooseByModel(model, text, some, { signal, millisLeft: deadline - clock() });
    }
    const { used: usage } = model;
    if (choice.kind === 'failed') {
      const warnings = [
        `The model chose no agent: ${choice.problem.replace(/[.!?]$/u, '')}. They were ranked by words.`,
      ];
      return { selection: byWords(text, ranked, enabled), usage, warnings };
    }
    return { selection: byModel(choice, order, told), usage, warnings: [] };
  };
}

function byModel(
  choice: Exclude<ModelChoice, { kind: 'failed' }>,
  order: readonly Agent[],
  told: number,
): AgentSelection {
  const reason = choice.reason === '' ? '' : `: ${choice.reason}`;
  if (choice.kind === 'none') {
    const among = told < order.length ? ` of the ${told} whose words are nearest, among ${order.length}` : '';
    return noneOf(`None of the agents fits${among}${reason}`, order.slice(0, 3));
  }
  if (choice.kind === 'chosen') {
    return { kind: 'chosen', agents: choice.agents, how: `chosen by the model${reason}` };
  }
  return askWhich(choice.agents.map((agent) => ({ agent, why: choice.reason })));
}

/**
 * Without a model one agent is taken only when the question says in so many words what it is for, and no other is near.
 * Everything else is asked back, best first.
 */
function byWords(question: string, ranked: readonly RankedAgent[], enabled: readonly Agent[]): AgentSelection {
  const [best, second] = ranked;
  if (best === undefined) return noneOf('No agent’s description has a word of this question', enabled.slice(0, 3));
  const spoken = spokenOf(question, best.agent);
  const rivals = ranked.filter(({ agent }) => spokenOf(question, agent) !== undefined);
  if (spoken !== undefined && rivals.length === 1 && !isClose(best, second)) {
    return { kind: 'chosen', agents: [best.agent], how: `“${spoken}” is what ${agentLabel(best.agent)} is for` };
  }
  return askWhich(
    ranked
      .slice(0, 5)
      .map(({ agent, shared }) => ({ agent, why: `it has the words ${shared.slice(0, 6).join(', ')}` })),
  );
}

function nothingEnabled(listed: readonly Agent[], origin: string): AgentSelection {
  return listed.length === 0
    ? {
        kind: 'none',
        reason: `There is no agent that you may have invoked (${origin})`,
        nextStep: 'Set CENTRAL_OPS_AGENT_REGISTRY, or ask who keeps the registry and the access file.',
        nearest: [],
      }
    : noneOf('Every agent of the registry is switched off', listed.slice(0, 3));
}
