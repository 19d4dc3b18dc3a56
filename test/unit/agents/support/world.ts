import { createAgentInvoker, type AgentInvokerUses } from '../../../../src/agents/invoke/invoker.js';
import { createAgentSessions } from '../../../../src/credentials/agent-sessions.js';
import type { Agent } from '../../../../src/domain/agent.js';
import type { AgentRequest, AgentReply } from '../../../../src/domain/agent-reply.js';
import type { AccountCredentials } from '../../../../src/domain/credentials.js';
import { createNetwork, type Network } from '../../../../src/network/network.js';
import type { SandboxOptions } from '../../../../src/sandbox/options.js';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/sandbox.js';
import { agentCoreAgent, bedrockAgent } from './agents.js';

export interface AgentWorld {
  readonly sandbox: Sandbox;
  readonly vessels: Agent;
  readonly crew: Agent;
  readonly invoices: Agent;
  readonly cargo: Agent;
  /** Of the hub's own account. */
  readonly handbook: Agent;
  readonly hubAccountId: string;
  readonly network: Network;
  readonly waits: number[];
  invoke(agent: Agent, changes?: Partial<AgentRequest>): Promise<AgentReply>;
  identityOf(agent: Agent): AccountCredentials;
  invokerWith(changes: Partial<AgentInvokerUses>): (request: AgentRequest) => Promise<AgentReply>;
  close(): Promise<void>;
}

/** The sandbox's agents, and an invoker that reaches them as the product's does. Waits between tries are written down, not waited. */
export async function agentWorld(options: SandboxOptions = {}): Promise<AgentWorld> {
  const sandbox = await startSandbox({ accounts: 3, ...options });
  const network = createNetwork({ loopbackOnly: true });
  const [hub, first, second] = sandbox.registry().accounts.map(({ id }) => id);
  if (hub === undefined || first === undefined || second === undefined) throw new Error('the sandbox is too small');
  const waits: number[] = [];
  const retry = {
    random: () => 1,
    sleep: (millis: number) => {
      waits.push(millis);
      return Promise.resolve();
    },
  };
  const hubCredentials = () => Promise.resolve(sandbox.hub);
  const sessions = createAgentSessions({
    hubCredentials,
    region: 'us-east-1',
    endpoint: sandbox.url,
    agents: network,
    externalId: sandbox.externalId,
    resolveVariable: () => undefined,
    resolveParameter: () => Promise.reject(new Error('not here')),
    attribution: (caller) => ({ sessionName: `central-ops-${caller?.name ?? 'hub'}` }),
    takeTurn: () => Promise.resolve(),
    retry,
    clock: Date.now,
  });
  const invokerWith = (changes: Partial<AgentInvokerUses>) =>
    createAgentInvoker({
      agents: network,
      agentCoreEndpoint: sandbox.url,
      bedrockAgentEndpoint: sandbox.url,
      identityFor: (agent, caller) =>
        Promise.resolve(
          agent.accountId === undefined
            ? { accountId: hub, key: 'hub', provide: hubCredentials }
            : sessions.forAgent(agent, caller),
        ),
      clock: Date.now,
      retry,
      ...changes,
    });
  const invoke = invokerWith({});
  const { accountId: _, ...handbook } = agentCoreAgent({ name: 'Handbook', agentId: 'handbook-Zx9CvBn345', key: 'h' });
  return {
    sandbox,
    network,
    hubAccountId: hub,
    waits,
    vessels: bedrockAgent({ accountId: first }),
    crew: agentCoreAgent({ name: 'CrewSchedule', accountId: first, agentId: 'crew_schedule-Qw7ErTy890' }),
    invoices: agentCoreAgent({ accountId: second }),
    cargo: bedrockAgent({ name: 'CargoTracking', accountId: second, agentId: 'CARGO12345', aliasId: 'LIVEALIAS1' }),
    handbook,
    invoke: (agent, changes) => invoke(requestFor(agent, changes)),
    identityOf: (agent) => sessions.forAgent(agent, requestFor(agent).caller),
    invokerWith,
    async close() {
      sessions.close();
      network.close();
      await sandbox.close();
    },
  };
}

export function requestFor(agent: Agent, changes: Partial<AgentRequest> = {}): AgentRequest {
  return {
    agent,
    text: 'What vessels do we have?',
    sessionId: 'hub-0123456789012345678901234567890123456789',
    caller: { kind: 'operating-system-user', name: 'alice' },
    signal: new AbortController().signal,
    deadline: Date.now() + 60_000,
    ...changes,
  };
}
