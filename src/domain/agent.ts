import type { Partition } from './account.js';

/** What every agent has, whatever runs it. */
interface CommonAgent {
  /** `accountId#region#agentId#alias`, `hub` in place of an account that is not named: what a caller's choice, an approval and the table's key mean. */
  readonly key: string;
  readonly agentId: string;
  readonly name: string;
  /** Written by whoever keeps the registry: data, never an instruction to a model. */
  readonly description: string;
  /** Absent: the hub's own account. Twelve digits. */
  readonly accountId?: string;
  readonly partition: Partition;
  readonly region: string;
  /** The role in the agent's account that may invoke it. A name, with its path where it has one; the ARN is made here. */
  readonly roleName: string;
  /** The row's own: a value, `env:NAME` or `ssm:NAME`. Absent: the configured one. Never in state, answers, prompts, logs or errors. */
  readonly externalId?: string;
  /** How its requests are authorised. Agents that want an OAuth token are refused when the registry is read. */
  readonly auth: 'sigv4';
  /** `always`: each invocation is approved by a person first. */
  readonly approval: 'always' | 'never';
  /** Invocations at once. */
  readonly maxConcurrency: number;
  readonly timeoutSeconds: number;
  readonly enabled: boolean;
  readonly capabilities: readonly string[];
  readonly domains: readonly string[];
  readonly exampleQueries: readonly string[];
}

/** A runtime of Amazon Bedrock AgentCore. */
export interface AgentCoreAgent extends CommonAgent {
  readonly type: 'agentcore';
  /** The runtime's id: `invoices-AbCdEf1234`. */
  readonly agentId: string;
  /** The endpoint's name. */
  readonly qualifier: string;
  /** What the container expects: a JSON body, and JSON or server-sent events back. */
  readonly protocol: 'http';
}

/** An agent of Amazon Bedrock Agents, "Classic" since 2026-07. */
export interface BedrockAgent extends CommonAgent {
  readonly type: 'bedrock-agent';
  /** Ten letters and digits. */
  readonly agentId: string;
  /** Ten letters and digits; `TSTALIASID` is the draft. */
  readonly aliasId: string;
}

/** One checked row of the agent registry. Held by the registry, selection and invokers; see {@link AgentReference}. */
export type Agent = AgentCoreAgent | BedrockAgent;

/** What state, events and approvals carry of an agent. Nothing in it is secret, and nothing in it decides whose identity is used. */
export interface AgentReference {
  readonly key: string;
  readonly agentId: string;
  readonly name: string;
  readonly accountId?: string;
  readonly region: string;
}

export function agentReference({ key, agentId, name, accountId, region }: AgentReference): AgentReference {
  return { key, agentId, name, region, ...(accountId === undefined ? {} : { accountId }) };
}

/** "VesselOperations (PEGHWIVI5Y in 152864141302, us-east-1)": how an agent is named to people. */
export function agentLabel({ name, agentId, accountId, region }: AgentReference): string {
  return `${name} (${agentId} in ${accountId ?? 'the hub’s account'}, ${region})`;
}

export function agentKey(parts: {
  readonly accountId?: string | undefined;
  readonly region: string;
  readonly agentId: string;
  /** The alias of a Bedrock agent, the qualifier of a runtime. */
  readonly alias: string;
}): string {
  return [parts.accountId ?? 'hub', parts.region, parts.agentId, parts.alias].join('#');
}

/** Whether the hub invokes it with its own identity: its account is the hub's, or none is named. */
export function isLocalAgent({ accountId }: Pick<Agent, 'accountId'>, hubAccountId: string): boolean {
  return accountId === undefined || accountId === hubAccountId;
}

/**
 * The role to assume, made of checked parts alone: no row can name an ARN. Undefined for an agent that names no account.
 * One in the hub's own account is invoked without it, see {@link isLocalAgent}.
 */
export function agentRoleArn({
  accountId,
  partition,
  roleName,
}: Pick<Agent, 'accountId' | 'partition' | 'roleName'>): string | undefined {
  return accountId === undefined ? undefined : `arn:${partition}:iam::${accountId}:role/${roleName}`;
}

/** What `InvokeAgentRuntime` takes. `hubAccountId` stands in for an account that is not named. */
export function runtimeArn({ accountId, partition, region, agentId }: AgentCoreAgent, hubAccountId: string): string {
  return `arn:${partition}:bedrock-agentcore:${region}:${accountId ?? hubAccountId}:runtime/${agentId}`;
}

/**
 * The action that invokes the agent, and every ARN it must be allowed on. AgentCore asks for the runtime and for its
 * endpoint (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html); of a Bedrock agent
 * it is the alias, not the agent.
 */
export function invokePermission(
  agent: Agent,
  hubAccountId: string,
): { readonly action: string; readonly resources: readonly string[] } {
  if (agent.type === 'agentcore') {
    const runtime = runtimeArn(agent, hubAccountId);
    return {
      action: 'bedrock-agentcore:InvokeAgentRuntime',
      resources: [runtime, `${runtime}/runtime-endpoint/${agent.qualifier}`],
    };
  }
  const { partition, region, accountId, agentId, aliasId } = agent;
  return {
    action: 'bedrock:InvokeAgent',
    resources: [`arn:${partition}:bedrock:${region}:${accountId ?? hubAccountId}:agent-alias/${agentId}/${aliasId}`],
  };
}
