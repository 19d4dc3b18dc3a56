import { type Agent, agentRoleArn, invokePermission } from '../domain/agent.js';
import type { Caller } from '../domain/caller.js';
import type { Clock } from '../domain/clock.js';
import type { AccountCredentials, AwsCredentials } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { type AssumeRoleUses, checkPartition, createAssumeRole } from './assume-role.js';
import { type CachedProvider, createCachedProvider } from './cached-provider.js';
import { externalIdOf, type ResolveParameter, type ResolveVariable } from './external-id.js';
import type { SessionAttribution } from './session-attribution.js';
import { digest } from './digest.js';

/** The identities that agents of other accounts are invoked with. */
export interface AgentSessions {
  /** Touches no network. Throws `internal` for an agent that names no account: that one is the hub's own. */
  forAgent(agent: Agent, caller?: Caller): AccountCredentials;
  /** Forgets all credentials; what is being fetched is aborted. */
  close(): void;
}

export interface AgentSessionsUses extends AssumeRoleUses {
  /** Presented where a row has no external id of its own: a value, `env:NAME` or `ssm:NAME`. */
  readonly externalId?: string;
  readonly resolveVariable: ResolveVariable;
  readonly resolveParameter: ResolveParameter;
  readonly attribution: (caller: Caller | undefined) => SessionAttribution;
  readonly clock: Clock;
}

/** The least that STS gives. An invocation is signed once, when it begins, however long the agent then talks. */
const SESSION_SECONDS = 900;
/** Agents times the callers that travel along. */
const MOST_IDENTITIES = 1000;

/**
 * One session per agent, each cut down by its session policy to this one agent: whatever the role may do besides, and
 * whichever client were mixed up with another, nothing else can be invoked with it.
 */
export function createAgentSessions(uses: AgentSessionsUses): AgentSessions {
  const assumeRole = createAssumeRole(uses);
  const identities = new Map<string, { readonly identity: AccountCredentials; readonly provider: CachedProvider }>();

  function open(
    agent: Agent,
    place: { readonly accountId: string; readonly roleArn: string },
    caller?: Caller,
  ): AccountCredentials {
    const { accountId, roleArn } = place;
    const policy = sessionPolicyFor(agent, accountId);
    const key = keyOf(agent, roleArn, policy, uses, caller);
    const known = identities.get(key);
    if (known !== undefined) return known.identity;
    const account = { id: accountId, name: `the account of ${agent.name}`, partition: agent.partition };
    const fetch = async (signal: AbortSignal): Promise<AwsCredentials> => {
      checkPartition(account, uses.region);
      const externalId = await externalIdOf(
        { ...account, ...(agent.externalId === undefined ? {} : { externalId: agent.externalId }) },
        uses.externalId,
        { variable: uses.resolveVariable, parameter: uses.resolveParameter },
        signal,
      );
      const { sessionName, sourceIdentity, tags } = uses.attribution(caller);
      const input = {
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        DurationSeconds: SESSION_SECONDS,
        Policy: policy,
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
        ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
        ...(tags === undefined ? {} : { Tags: [...tags] }),
      };
      return assumeRole(account, input, signal);
    };
    const provider = createCachedProvider({
      fetch,
      clock: uses.clock,
      description: `role ${roleArn} for ${agent.name}`,
    });
    const identity = { accountId, key, provide: provider.provide };
    identities.set(key, { identity, provider });
    const [oldest] = identities.keys();
    // Forgotten, not cleared: whoever is still using it may finish.
    if (identities.size > MOST_IDENTITIES && oldest !== undefined) identities.delete(oldest);
    return identity;
  }

  return {
    forAgent(agent, caller) {
      const roleArn = agentRoleArn(agent);
      if (agent.accountId === undefined || roleArn === undefined) {
        throw new CentralOpsError('internal', `${agent.name} names no account, so there is no role to assume for it`);
      }
      return open(agent, { accountId: agent.accountId, roleArn }, caller);
    },
    close() {
      for (const { provider } of identities.values()) provider.clear();
      identities.clear();
    },
  };
}

/** Allows this agent and nothing else; far below the 2,048 characters that STS takes. */
export function sessionPolicyFor(agent: Agent, hubAccountId: string): string {
  const { action, resources } = invokePermission(agent, hubAccountId);
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: [...resources] }],
  });
}

/** Everything that makes an identity another one; what is secret is hashed. */
function keyOf(
  agent: Agent,
  roleArn: string,
  policy: string,
  uses: AgentSessionsUses,
  caller: Caller | undefined,
): string {
  const written = agent.externalId ?? uses.externalId ?? '';
  const externalId = written.startsWith('env:') ? (uses.resolveVariable(written.slice('env:'.length)) ?? '') : written;
  return [
    agent.partition,
    agent.accountId,
    roleArn,
    uses.region,
    digest(`${written}\n${externalId}`),
    digest(policy),
    JSON.stringify(uses.attribution(caller)),
  ].join('|');
}
