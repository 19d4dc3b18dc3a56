import type { Account } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { AwsCredentials } from '../domain/credentials.js';
import { type AssumeRoleUses, checkPartition, createAssumeRole } from './assume-role.js';
import { externalIdOf, type ResolveParameter, type ResolveVariable } from './external-id.js';
import type { SessionAttribution } from './session-attribution.js';

export interface CommandCredentialsUses extends AssumeRoleUses {
  /** Presented where the registry has no other: a value, `env:NAME` or `ssm:NAME`. */
  readonly externalId?: string;
  readonly resolveVariable: ResolveVariable;
  readonly resolveParameter: ResolveParameter;
  readonly attribution: (caller: Caller | undefined) => SessionAttribution;
}

/** Which role, for whom, and cut down to what. */
export interface CommandCredentialsRequest {
  readonly account: Account;
  /** The role that was asked for, whatever the registry names for reading. */
  readonly roleName: string;
  readonly caller: Caller;
  /** The whole of what the session may do: it is the session policy, and no managed one stands beside it. */
  readonly policy: string;
  readonly signal: AbortSignal;
}

/** As long as the longest command may take. */
const SESSION_SECONDS = 3600;

/**
 * Credentials for one command on one instance. They are fetched for it and kept by nobody: what reads accounts never gets them, and
 * they are never those of a reader.
 */
export function createCommandCredentials(
  uses: CommandCredentialsUses,
): (request: CommandCredentialsRequest) => Promise<AwsCredentials> {
  const assumeRole = createAssumeRole(uses);
  return async ({ account, roleName, caller, policy, signal }) => {
    checkPartition(account, uses.region);
    const resolve = { variable: uses.resolveVariable, parameter: uses.resolveParameter };
    const externalId = await externalIdOf(account, uses.externalId, resolve, signal);
    const { sessionName, sourceIdentity, tags } = uses.attribution(caller);
    const input = {
      RoleArn: `arn:${account.partition}:iam::${account.id}:role/${roleName}`,
      RoleSessionName: sessionName,
      DurationSeconds: SESSION_SECONDS,
      Policy: policy,
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
      ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
      ...(tags === undefined ? {} : { Tags: [...tags] }),
    };
    return assumeRole(account, input, signal);
  };
}
