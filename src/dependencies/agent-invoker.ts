import { createAgentInvoker } from '../agents/invoke/invoker.js';
import { callerIdentity } from '../aws/caller-identity.js';
import { awsClientOptions } from '../aws/client-options.js';
import type { Configuration } from '../config.js';
import { createAgentSessions } from '../credentials/agent-sessions.js';
import { createAttribution } from '../credentials/session-attribution.js';
import { isLocalAgent } from '../domain/agent.js';
import type { InvokeAgent } from '../domain/agent-reply.js';
import type { Clock } from '../domain/clock.js';
import type { AccountCredentials, CredentialProvider } from '../domain/credentials.js';
import { unlessAborted } from '../domain/unless-aborted.js';
import type { Hub } from './hub.js';

export interface AgentInvokerParts {
  readonly invokeAgent: InvokeAgent;
  /** Forgets the credentials of agents. */
  close(): void;
}

/** Invokes agents: those of the hub's account with its own identity, the others with a session of their role. Nothing is asked before the first. */
export function agentInvoker(
  configuration: Configuration,
  uses: { readonly hub: Hub; readonly auditName: string; readonly clock: Clock },
): AgentInvokerParts {
  const { hubRegion: region, stsEndpoint: endpoint, externalId, agents } = configuration;
  const { hub, clock } = uses;
  const { network, hubCredentials, retry } = hub;
  const sts: OwnUses = {
    region,
    agents: network,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(hubCredentials === undefined ? {} : { hubCredentials }),
  };
  const sessions = createAgentSessions({
    ...sts,
    retry,
    takeTurn: hub.stsTurn,
    resolveVariable: configuration.variable,
    resolveParameter: hub.readParameter,
    attribution: createAttribution(uses.auditName, configuration.callerInSession),
    clock,
    ...(externalId === undefined ? {} : { externalId }),
  });
  const own = ownIdentity(sts);
  const invokeAgent = createAgentInvoker({
    agents: network,
    ...(agents.agentCoreEndpoint === undefined ? {} : { agentCoreEndpoint: agents.agentCoreEndpoint }),
    ...(agents.bedrockAgentRuntimeEndpoint === undefined
      ? {}
      : { bedrockAgentEndpoint: agents.bedrockAgentRuntimeEndpoint }),
    async identityFor(agent, caller, signal) {
      const hubIdentity = await own(signal);
      return isLocalAgent(agent, hubIdentity.accountId) ? hubIdentity : sessions.forAgent(agent, caller);
    },
    clock,
    retry,
  });
  return { invokeAgent, close: () => sessions.close() };
}

interface OwnUses {
  readonly region: string;
  readonly agents: Hub['network'];
  readonly endpoint?: string;
  readonly hubCredentials?: CredentialProvider;
}

/** The hub's identity, proved once: which agents are its own is decided by the account that STS names. */
function ownIdentity(uses: OwnUses): (signal: AbortSignal) => Promise<AccountCredentials> {
  let known: Promise<AccountCredentials> | undefined;
  const prove = async (): Promise<AccountCredentials> => {
    const provide = uses.hubCredentials ?? (await defaultCredentials(uses));
    const { accountId } = await callerIdentity({ ...uses, credentials: provide }, new AbortController().signal);
    return { accountId, key: `hub|${accountId}`, provide };
  };
  return (signal) => {
    // Without the first asker's signal: others wait for the same answer. A failure is not remembered.
    known ??= prove().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return unlessAborted(known, signal);
  };
}

/** The SDK's own chain, as a provider that is handed over by name: a client of an agent never looks for credentials itself. */
async function defaultCredentials({ agents, region, endpoint }: OwnUses): Promise<CredentialProvider> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  const { credentials } = new STSClient(awsClientOptions(agents, region, endpoint)).config;
  return async ({ forceRefresh = false } = {}) => {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await credentials({ forceRefresh });
    return {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      ...(expiration === undefined ? {} : { expiresAt: expiration.getTime() }),
    };
  };
}
