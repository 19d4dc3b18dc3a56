import { createLookUpAgent } from '../agents/look-up/look-up-agent.js';
import { overlapsOf, tiesOf } from '../agents/selection/overlap.js';
import type { CallerIdentityOptions } from '../aws/caller-identity.js';
import type { Configuration } from '../config.js';
import { sessionPolicyFor } from '../credentials/agent-sessions.js';
import { createAssumeRole } from '../credentials/assume-role.js';
import { externalIdOf } from '../credentials/external-id.js';
import { createAttribution } from '../credentials/session-attribution.js';
import { type AgentDoctor, type AgentDoctorUses, createAgentDoctor } from '../doctor/agent-doctor.js';
import { type Agent, agentRoleArn } from '../domain/agent.js';
import { lookUpPermission } from '../domain/agent-look-up.js';
import type { AgentRegistry } from '../domain/agent-registry.js';
import { type InvokeAgent, outcomeOf } from '../domain/agent-reply.js';
import { type Caller, callerKey } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import type { Hub } from './hub.js';

export interface AgentDoctorParts {
  readonly configuration: Configuration;
  readonly hub: Hub;
  readonly auditName: string;
  readonly registry: AgentRegistry;
  readonly invoke: InvokeAgent | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The least that STS gives. */
const SESSION_SECONDS = 900;

/** The checks of agents, with clients of their own: nothing of what invokes is warm afterwards. */
export async function assembleAgentDoctor(parts: AgentDoctorParts): Promise<AgentDoctor> {
  const { configuration, hub, registry, clock } = parts;
  const caller: Caller = { kind: 'operating-system-user', name: parts.auditName };
  const { callerIdentity } = await import('../aws/caller-identity.js');
  const sts: CallerIdentityOptions = {
    region: configuration.hubRegion,
    agents: hub.network,
    ...(hub.hubCredentials === undefined ? {} : { credentials: hub.hubCredentials }),
    ...(configuration.stsEndpoint === undefined ? {} : { endpoint: configuration.stsEndpoint }),
  };
  const { bedrockAgentEndpoint, agentCoreControlEndpoint } = configuration.agents;
  return createAgentDoctor({
    // What the access file keeps from the person at this machine cannot be checked either.
    agents: (signal) => registry.forCaller(caller, signal),
    caller,
    origin: registry.origin,
    hubIdentity: (signal) => callerIdentity(sts, signal),
    hubRegion: configuration.hubRegion,
    hubCredentials: () => hubCredentials(parts),
    openRole: roleOpener(parts),
    hasConfiguredExternalId: configuration.externalId !== undefined,
    identityOf: (credentials, signal) =>
      callerIdentity({ ...sts, credentials: () => Promise.resolve(credentials) }, signal),
    lookUp: createLookUpAgent({
      agents: hub.network,
      ...(bedrockAgentEndpoint === undefined ? {} : { bedrockAgentEndpoint }),
      ...(agentCoreControlEndpoint === undefined ? {} : { agentCoreControlEndpoint }),
    }),
    invoke: parts.invoke === undefined ? undefined : audited(parts.invoke, parts.logger),
    compare: (agents) => ({ overlaps: overlapsOf(agents), ties: tiesOf(agents) }),
    clock,
  });
}

/** An invocation of a check leaves the same line as every other, without a word of what was said. */
function audited(invoke: InvokeAgent, logger: Logger): InvokeAgent {
  return async (request) => {
    const reply = await invoke(request);
    logger.warn('agent invoked', {
      caller: callerKey(request.caller),
      agentKey: request.agent.key,
      accountId: reply.accountId,
      agentSession: request.sessionId,
      check: true,
      outcome: outcomeOf(reply),
      ...(reply.problem === undefined ? {} : { code: reply.problem.code }),
      millis: reply.millis,
    });
    return reply;
  };
}

async function hubCredentials({ hub, configuration }: AgentDoctorParts) {
  if (hub.hubCredentials !== undefined) return hub.hubCredentials();
  const [{ STSClient }, { awsClientOptions }] = await Promise.all([
    import('@aws-sdk/client-sts'),
    import('../aws/client-options.js'),
  ]);
  // The SDK's own chain, as its clients find it.
  const { credentials } = new STSClient(awsClientOptions(hub.network, configuration.hubRegion, undefined)).config;
  const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

/** Opens an agent's role for one purpose, with one of the external ids that there are. Each time anew: nothing is cached. */
function roleOpener({ configuration, hub, auditName }: AgentDoctorParts): AgentDoctorUses['openRole'] {
  const { externalId: configured, variable, hubRegion, stsEndpoint, callerInSession } = configuration;
  const assumeRole = createAssumeRole({
    region: hubRegion,
    agents: hub.network,
    // A doctor reports what is throttled; it does not wait it out.
    retry: { ...hub.retry, attempts: 2 },
    takeTurn: hub.stsTurn,
    ...(hub.hubCredentials === undefined ? {} : { hubCredentials: hub.hubCredentials }),
    ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
  });
  const attribution = createAttribution(auditName, callerInSession);
  return async (agent, { purpose, externalId }, signal) => {
    const roleArn = agentRoleArn(agent);
    if (roleArn === undefined || agent.accountId === undefined) {
      throw new CentralOpsError('internal', `${agent.name} names no account, so there is no role to open for it`);
    }
    const account = { id: agent.accountId, name: `the account of ${agent.name}`, partition: agent.partition };
    const own = externalId === 'effective' && agent.externalId !== undefined ? { externalId: agent.externalId } : {};
    const presented =
      externalId === 'none'
        ? undefined
        : await externalIdOf({ ...account, ...own }, configured, { variable, parameter: hub.readParameter }, signal);
    // As an invocation would: what travels along must be allowed too.
    const { sessionName, sourceIdentity, tags } = attribution({ kind: 'operating-system-user', name: auditName });
    return assumeRole(
      account,
      {
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        DurationSeconds: SESSION_SECONDS,
        Policy: purpose === 'invoke' ? sessionPolicyFor(agent, account.id) : lookUpPolicy(agent, account.id),
        ...(presented === undefined ? {} : { ExternalId: presented }),
        ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
        ...(tags === undefined ? {} : { Tags: [...tags] }),
      },
      signal,
    );
  };
}

/** In every Region, because an agent that is not found may only be in another one. */
function lookUpPolicy(agent: Agent, accountId: string): string {
  const { actions, resources } = lookUpPermission(agent, accountId, '*');
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: [...actions], Resource: [...resources] }],
  });
}
