import { setMaxListeners } from 'node:events';
import type { Agent } from '../domain/agent.js';
import type { AgentList } from '../domain/agent-registry.js';
import type { InvokeAgent } from '../domain/agent-reply.js';
import type { Caller } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { nearest } from '../domain/nearest.js';
import { type AgentCheckUses, checkAgent } from './agent-checks.js';
import type { CheckResult } from './check.js';
import { failed, type HubIdentity } from './hub-checks.js';
import { type AgentComparison, registryWarnings } from './agent-registry-checks.js';
import { inParallel } from './in-parallel.js';

export interface AgentDoctorUses extends Omit<AgentCheckUses, 'hub' | 'otherRegions' | 'invocation'> {
  readonly agents: (signal: AbortSignal) => Promise<AgentList>;
  /** Of the registry, for people. */
  readonly origin: string;
  readonly hubIdentity: (signal: AbortSignal) => Promise<HubIdentity>;
  readonly hubRegion: string;
  readonly invoke: InvokeAgent | undefined;
  /** The person at this machine. */
  readonly caller: Caller;
  /** Which agents a question could hardly tell apart. */
  readonly compare: (agents: readonly Agent[]) => AgentComparison;
  readonly clock: Clock;
}

export interface AgentDoctor {
  /** What can be said of the registry without asking AWS about any agent. */
  registry(signal: AbortSignal): AsyncGenerator<readonly CheckResult[], void, undefined>;
  /**
   * Checks one agent (by id, key or name) or every one of the registry, and yields results as they are known. Sends nothing
   * to any agent without `invokeWith`. Never throws for what a check finds; an abort rejects.
   */
  run(options: {
    readonly agent?: string;
    /** Sent to each agent that passed the checks before: not a read. */
    readonly invokeWith?: string;
    readonly signal: AbortSignal;
  }): AsyncGenerator<readonly CheckResult[], void, undefined>;
}

const AT_ONCE = 10;
const INVOCATION_MILLIS = 120_000;
/** Regions besides its own that an agent is looked for in. */
const MOST_REGIONS = 6;

export function createAgentDoctor(uses: AgentDoctorUses): AgentDoctor {
  return {
    async *registry(signal) {
      let list: AgentList;
      try {
        list = await uses.agents(signal);
      } catch (error) {
        signal.throwIfAborted();
        yield [failed('agent-row', error, 'Correct CENTRAL_OPS_AGENT_REGISTRY.')];
        return;
      }
      const faults = quarantined(list, undefined, 0);
      if (faults.length > 0) yield faults;
      if (list.agents.length > 0) {
        yield [
          { check: 'agent-row', status: 'pass', saw: `${list.agents.length} rows are in order (${uses.origin})` },
          ...registryWarnings(list.agents, uses.compare),
        ];
      } else if (faults.length === 0) yield [notThere(list, undefined, uses.origin)];
    },
    async *run({ agent: wanted, invokeWith, signal }) {
      setMaxListeners(0, signal);
      let list: AgentList;
      try {
        list = await uses.agents(signal);
      } catch (error) {
        signal.throwIfAborted();
        yield [failed('agent-row', error, 'Correct CENTRAL_OPS_AGENT_REGISTRY.')];
        return;
      }
      const chosen = wanted === undefined ? list.agents : list.agents.filter((agent) => isCalled(agent, wanted));
      const faults = quarantined(list, wanted, chosen.length);
      if (faults.length > 0) yield faults;
      if (chosen.length === 0 && faults.length === 0) yield [notThere(list, wanted, uses.origin)];
      if (chosen.length === 0) return;

      let hub: HubIdentity;
      try {
        hub = await uses.hubIdentity(signal);
        yield [{ check: 'sign-in', status: 'pass', saw: `AWS knows this process as ${hub.arn}` }];
      } catch (error) {
        signal.throwIfAborted();
        yield [failed('sign-in', error, 'Give this process AWS credentials of the hub (AWS_PROFILE, a role).')];
        return;
      }
      const otherRegions = [...new Set([uses.hubRegion, ...list.agents.map(({ region }) => region)])].slice(
        0,
        MOST_REGIONS,
      );
      const { invoke } = uses;
      yield* inParallel(chosen, AT_ONCE, (agent) =>
        checkAgent(
          agent,
          {
            ...uses,
            hub,
            otherRegions,
            ...(invokeWith === undefined
              ? {}
              : {
                  invocation: {
                    invoke,
                    text: invokeWith,
                    caller: uses.caller,
                    deadline: uses.clock() + INVOCATION_MILLIS,
                  },
                }),
          },
          signal,
        ).catch((error: unknown): readonly CheckResult[] => {
          signal.throwIfAborted();
          // A defect in one agent's checks must not hide the others.
          const { agentId: id, name, key } = agent;
          const result = failed('agent-row', error, 'This is a defect of this program: please report it.');
          return [{ ...result, agent: { id, name, key } }];
        }),
      );
    },
  };
}

function isCalled({ key, agentId, name }: Agent, wanted: string): boolean {
  return key === wanted || agentId === wanted || name.toLowerCase() === wanted.toLowerCase();
}

/** Rows that are left out, each fault a failed check; of one agent only those that seem to be it. */
function quarantined(list: AgentList, wanted: string | undefined, found: number): readonly CheckResult[] {
  return list.quarantined
    .filter(({ row, value }) => wanted === undefined || (found === 0 && `${row} ${value}`.includes(wanted)))
    .map(({ row, field, value, problem, suggestion }) => ({
      check: 'agent-row',
      status: 'fail',
      saw: `${row} is left out: ${field === '' ? 'the row' : field}${value === '' ? '' : ` ${value}`} ${problem}`,
      fix: `${suggestion}.`,
    }));
}

function notThere(list: AgentList, wanted: string | undefined, origin: string): CheckResult {
  const check = 'agent-row';
  if (wanted === undefined) {
    return {
      check,
      status: 'skip',
      saw: `there is no agent (${origin})`,
      fix: 'Set CENTRAL_OPS_AGENT_REGISTRY to a file, or to dynamodb: and the name of a table.',
    };
  }
  const near = nearest(
    wanted,
    list.agents.flatMap(({ agentId, name }) => [agentId, name]),
  );
  return {
    check,
    status: 'fail',
    saw: `${wanted.slice(0, 100)} is not one of the ${list.agents.length} agents there are (${origin})`,
    fix: near.length === 0 ? 'Choose one that `central-ops agents list` shows.' : `The nearest: ${near.join(', ')}.`,
  };
}
