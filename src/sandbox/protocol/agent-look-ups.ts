import type { AgentHall } from '../agents/agent-hall.js';
import type { SpokeAgent } from '../agents/spoke-agents.js';
import type { FaultTable } from '../faults.js';
import type { SignedRequest } from '../identity/signature.js';
import { notAuthorized, refusalFor, refused, SIGNATURE_REFUSALS } from './agent-refusals.js';
import type { AgentDoorOptions } from './agentcore.js';
import { type HttpReply, jsonReply } from './http-reply.js';

export interface AgentLookUpsOptions extends AgentDoorOptions {
  readonly hall: AgentHall;
  readonly faults: FaultTable;
}

/** GetAgent, GetAgentAlias, GetAgentRuntime and GetAgentRuntimeEndpoint. */
const ALIAS = /^\/agents\/([^/]+)\/(?:agentaliases\/([^/]+)\/)?$/u;
const ENDPOINT = /^\/runtimes\/([^/]+)\/(?:runtime-endpoints\/([^/]+)\/)?$/u;

/** Whether a request looks up an agent. */
export function isAgentLookUp(method: string, path: string): boolean {
  return method === 'GET' && (ALIAS.test(path) || ENDPOINT.test(path));
}

/**
 * The control planes, as far as they say whether an agent is there and takes invocations.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_GetAgentAlias.html,
 * https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetAgentRuntimeEndpoint.html
 */
export function createAgentLookUps({
  hall,
  faults,
  verify,
  log,
}: AgentLookUpsOptions): (request: SignedRequest) => HttpReply {
  return (request) => {
    const path = new URL(request.target, 'http://sandbox').pathname;
    const kind = ALIAS.test(path) ? 'bedrock-agent' : 'agentcore';
    const [, agentId = '', alias] = (kind === 'bedrock-agent' ? ALIAS : ENDPOINT).exec(path) ?? [];
    const service = kind === 'bedrock-agent' ? 'bedrock' : 'bedrock-agentcore';
    const verdict = verify(service, request);
    if (verdict.kind === 'invalid') {
      log('a control plane refused a signature', { problem: verdict.problem });
      return refused(403, SIGNATURE_REFUSALS[verdict.problem], verdict.message);
    }
    const { region } = verdict;
    const { principal } = verdict.credentials;
    const { accountId } = principal;
    const { action, resource } = permissionFor(kind, { region, accountId, agentId, alias });
    const why = principal.refusal(action, resource);
    if (why !== undefined) {
      return refused(403, 'AccessDeniedException', notAuthorized(principal.arn, action, resource, why));
    }
    const controlPlane = kind === 'bedrock-agent' ? 'bedrock-agent' : 'bedrock-agentcore-control';
    const refusal = refusalFor(faults.anyAt(accountId, controlPlane, region), principal.arn, action, resource);
    if (refusal !== undefined) return refusal;
    const found = hall.agents.find(
      (agent) =>
        agent.kind === kind &&
        agent.accountId === accountId &&
        agent.region === region &&
        agent.agentId === agentId &&
        (alias === undefined || agent.alias === alias),
    );
    if (found === undefined) {
      return refused(
        404,
        'ResourceNotFoundException',
        `Failed to retrieve resource because it doesn't exist. Retry the request with a different resource identifier.`,
      );
    }
    return jsonReply(200, alias === undefined ? shownAgent(found) : shownAlias(found));
  };
}

function permissionFor(
  kind: SpokeAgent['kind'],
  place: {
    readonly region: string;
    readonly accountId: string;
    readonly agentId: string;
    readonly alias: string | undefined;
  },
): { readonly action: string; readonly resource: string } {
  const { region, accountId, agentId, alias } = place;
  if (kind === 'bedrock-agent') {
    const own = `arn:aws:bedrock:${region}:${accountId}`;
    return alias === undefined
      ? { action: 'bedrock:GetAgent', resource: `${own}:agent/${agentId}` }
      : { action: 'bedrock:GetAgentAlias', resource: `${own}:agent-alias/${agentId}/${alias}` };
  }
  const runtime = `arn:aws:bedrock-agentcore:${region}:${accountId}:runtime/${agentId}`;
  return alias === undefined
    ? { action: 'bedrock-agentcore:GetAgentRuntime', resource: runtime }
    : { action: 'bedrock-agentcore:GetAgentRuntimeEndpoint', resource: `${runtime}/runtime-endpoint/${alias}` };
}

const MADE_AT = '2026-01-15T09:00:00Z';

function shownAlias({ kind, agentId, alias, accountId, region, status }: SpokeAgent): object {
  if (kind === 'bedrock-agent') {
    return {
      agentAlias: {
        agentId,
        agentAliasId: alias,
        agentAliasName: 'live',
        agentAliasArn: `arn:aws:bedrock:${region}:${accountId}:agent-alias/${agentId}/${alias}`,
        agentAliasStatus: status ?? 'PREPARED',
        routingConfiguration: [{ agentVersion: '1' }],
        createdAt: MADE_AT,
        updatedAt: MADE_AT,
      },
    };
  }
  const runtime = `arn:aws:bedrock-agentcore:${region}:${accountId}:runtime/${agentId}`;
  return {
    agentRuntimeArn: runtime,
    agentRuntimeEndpointArn: `${runtime}/runtime-endpoint/${alias}`,
    id: alias,
    name: alias,
    liveVersion: '1',
    status: status ?? 'READY',
    createdAt: MADE_AT,
    lastUpdatedAt: MADE_AT,
  };
}

function shownAgent({ kind, agentId, name, accountId, region }: SpokeAgent): object {
  if (kind === 'bedrock-agent') {
    return {
      agent: {
        agentId,
        agentName: name,
        agentArn: `arn:aws:bedrock:${region}:${accountId}:agent/${agentId}`,
        agentStatus: 'PREPARED',
        agentVersion: 'DRAFT',
        agentResourceRoleArn: `arn:aws:iam::${accountId}:role/AgentExecution`,
        idleSessionTTLInSeconds: 600,
        createdAt: MADE_AT,
        updatedAt: MADE_AT,
      },
    };
  }
  return {
    agentRuntimeArn: `arn:aws:bedrock-agentcore:${region}:${accountId}:runtime/${agentId}`,
    agentRuntimeId: agentId,
    agentRuntimeName: agentId.split('-')[0],
    agentRuntimeVersion: '1',
    status: 'READY',
    roleArn: `arn:aws:iam::${accountId}:role/AgentExecution`,
    createdAt: MADE_AT,
    lastUpdatedAt: MADE_AT,
  };
}
