import type { Agent } from './agent.js';
import type { AwsCredentials } from './credentials.js';

/** What the control plane knows of an agent, asked in one Region with the credentials of one account. */
export type AgentLookUp =
  /** It takes invocations. */
  | { readonly kind: 'ready'; readonly saw: string }
  /** It is there, and takes none now: an alias that is not prepared, an endpoint that is still made. */
  | { readonly kind: 'not-ready'; readonly saw: string }
  /** The agent is there, and this alias or endpoint of it is not. */
  | { readonly kind: 'alias-missing' }
  /** Not there, as AWS says; with `sure` the agent itself was looked up as well. */
  | { readonly kind: 'missing'; readonly sure: boolean }
  /** These credentials may not look. */
  | { readonly kind: 'denied'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Looks an agent up without invoking it. Rejects with the signal's reason when that is aborted, and with nothing else. */
export type LookUpAgent = (
  agent: Agent,
  place: { readonly accountId: string; readonly region: string; readonly credentials: AwsCredentials },
  signal: AbortSignal,
) => Promise<AgentLookUp>;

/**
 * What {@link LookUpAgent} asks for, in one statement: the lookups that an agent's role should allow besides invoking
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html).
 */
export function lookUpPermission(
  agent: Agent,
  accountId: string,
  region: string = agent.region,
): { readonly actions: readonly string[]; readonly resources: readonly string[] } {
  const { partition, agentId } = agent;
  if (agent.type === 'agentcore') {
    const runtime = `arn:${partition}:bedrock-agentcore:${region}:${accountId}:runtime/${agentId}`;
    return {
      actions: ['bedrock-agentcore:GetAgentRuntime', 'bedrock-agentcore:GetAgentRuntimeEndpoint'],
      resources: [runtime, `${runtime}/runtime-endpoint/${agent.qualifier}`],
    };
  }
  const own = `arn:${partition}:bedrock:${region}:${accountId}`;
  return {
    actions: ['bedrock:GetAgent', 'bedrock:GetAgentAlias'],
    resources: [`${own}:agent/${agentId}`, `${own}:agent-alias/${agentId}/${agent.aliasId}`],
  };
}
