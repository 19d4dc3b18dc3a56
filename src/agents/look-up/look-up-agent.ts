import { awsClientOptions } from '../../aws/client-options.js';
import { awsFailure } from '../../aws/failure.js';
import type { AgentCoreAgent, BedrockAgent } from '../../domain/agent.js';
import type { AgentLookUp, LookUpAgent } from '../../domain/agent-look-up.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Agents } from '../../network/agents.js';
import { sdkIdentity } from '../../network/sdk-identity.js';

export interface LookUpAgentUses {
  readonly agents: Agents;
  /** Only for other endpoints than AWS's (`AWS_ENDPOINT_URL_BEDROCK_AGENT`, `AWS_ENDPOINT_URL_BEDROCK_AGENTCORE_CONTROL`). */
  readonly bedrockAgentEndpoint?: string;
  readonly agentCoreControlEndpoint?: string;
}

type Place = Parameters<LookUpAgent>[1];

/** Asks the control planes of Bedrock Agents and AgentCore. Reads only; a client of its own for each look-up. */
export function createLookUpAgent(uses: LookUpAgentUses): LookUpAgent {
  return (agent, place, signal) =>
    agent.type === 'agentcore' ? runtimeOf(agent, place, uses, signal) : aliasOf(agent, place, uses, signal);
}

async function aliasOf(
  agent: BedrockAgent,
  place: Place,
  uses: LookUpAgentUses,
  signal: AbortSignal,
): Promise<AgentLookUp> {
  const { BedrockAgentClient, GetAgentAliasCommand, GetAgentCommand } = await import('@aws-sdk/client-bedrock-agent');
  const client = new BedrockAgentClient(clientOptions(uses, place, uses.bedrockAgentEndpoint));
  const { agentId, aliasId } = agent;
  return lookedUp(
    async () => {
      const { agentAlias } = await client.send(new GetAgentAliasCommand({ agentId, agentAliasId: aliasId }), {
        abortSignal: signal,
      });
      const status = agentAlias?.agentAliasStatus ?? 'unknown';
      if (status !== 'PREPARED') return { kind: 'not-ready', saw: `the alias ${aliasId} is ${status}, not PREPARED` };
      return agentAlias?.aliasInvocationState === 'REJECT_INVOCATIONS'
        ? { kind: 'not-ready', saw: `the alias ${aliasId} is set to reject invocations` }
        : { kind: 'ready', saw: `the alias ${aliasId} is PREPARED` };
    },
    () => client.send(new GetAgentCommand({ agentId }), { abortSignal: signal }),
    signal,
  );
}

async function runtimeOf(
  agent: AgentCoreAgent,
  place: Place,
  uses: LookUpAgentUses,
  signal: AbortSignal,
): Promise<AgentLookUp> {
  const sdk = await import('@aws-sdk/client-bedrock-agentcore-control');
  const client = new sdk.BedrockAgentCoreControlClient(clientOptions(uses, place, uses.agentCoreControlEndpoint));
  const { agentId: agentRuntimeId, qualifier: endpointName } = agent;
  return lookedUp(
    async () => {
      const { status = 'unknown' } = await client.send(
        new sdk.GetAgentRuntimeEndpointCommand({ agentRuntimeId, endpointName }),
        { abortSignal: signal },
      );
      return status === 'READY'
        ? { kind: 'ready', saw: `the endpoint ${endpointName} is READY` }
        : { kind: 'not-ready', saw: `the endpoint ${endpointName} is ${status}, not READY` };
    },
    () => client.send(new sdk.GetAgentRuntimeCommand({ agentRuntimeId }), { abortSignal: signal }),
    signal,
  );
}

function clientOptions({ agents }: LookUpAgentUses, { region, credentials }: Place, endpoint: string | undefined) {
  return {
    ...awsClientOptions(agents, region, endpoint),
    credentials: () => sdkIdentity(() => Promise.resolve(credentials)),
    // A bearer token in the environment must not take the place of these credentials.
    authSchemePreference: ['aws.auth#sigv4'],
  };
}

/** The alias decides; only where it is missing the agent is asked for by itself. */
async function lookedUp(
  alias: () => Promise<AgentLookUp>,
  agent: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<AgentLookUp> {
  const first = await attempted(alias, signal);
  if (first.kind !== 'missing') return first;
  const second = await attempted(async () => {
    await agent();
    return { kind: 'alias-missing' };
  }, signal);
  if (second.kind === 'missing') return { kind: 'missing', sure: true };
  return second.kind === 'alias-missing' ? second : first;
}

async function attempted(look: () => Promise<AgentLookUp>, signal: AbortSignal): Promise<AgentLookUp> {
  try {
    return await look();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof CentralOpsError) return { kind: 'failed', message: error.message };
    const { kind, code, message } = awsFailure(error);
    if (code === 'ResourceNotFoundException') return { kind: 'missing', sure: false };
    return { kind: kind === 'denied' ? 'denied' : 'failed', message: `${code}: ${message}` };
  }
}
