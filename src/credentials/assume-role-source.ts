/**
 * Credentials of a member account by `sts:AssumeRole` from the hub. One STS client serves all accounts, in the hub's
 * Region: the global endpoint would give longer tokens and one place to fail.
 */
import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import type { Account } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import { type AssumeRoleUses, checkPartition, createAssumeRole } from './assume-role.js';
import type { CredentialSource } from './credential-source.js';
import { externalIdOf, type ResolveParameter, type ResolveVariable } from './external-id.js';
import type { SessionAttribution } from './session-attribution.js';
import { managedPolicyArn } from './session-policy.js';
import { digest } from './digest.js';

export interface AssumeRoleSourceOptions extends AssumeRoleUses {
  readonly roleName: string;
  /** A value, `env:NAME` or `ssm:NAME`; a registry entry may override it. */
  readonly externalId?: string;
  readonly resolveVariable: ResolveVariable;
  readonly resolveParameter: ResolveParameter;
  /** What CloudTrail shows of who asked; see `createAttribution`. */
  readonly attribution: (caller: Caller | undefined) => SessionAttribution;
  readonly sessionPolicyArn: string;
  /** See `sessionDenyPolicy`. */
  readonly inlineDeny: string;
  /** Seconds (3600: the most that a hub which is itself a role may ask for). */
  readonly durationSeconds?: number;
}

export function createAssumeRoleSource(options: AssumeRoleSourceOptions): CredentialSource {
  const policyDigest = digest(`${options.sessionPolicyArn}\n${options.inlineDeny}`);
  const assumeRole = createAssumeRole(options);

  async function requestFor(
    account: Account,
    caller: Caller | undefined,
    signal: AbortSignal,
  ): Promise<AssumeRoleCommandInput & { readonly RoleArn: string }> {
    checkPartition(account, options.region);
    const { sessionName, sourceIdentity, tags } = options.attribution(caller);
    const resolve = { variable: options.resolveVariable, parameter: options.resolveParameter };
    const externalId = await externalIdOf(account, options.externalId, resolve, signal);
    return {
      RoleArn: roleArn(account, options.roleName),
      RoleSessionName: sessionName,
      DurationSeconds: options.durationSeconds ?? 3600,
      PolicyArns: [{ arn: managedPolicyArn(options.sessionPolicyArn, account.partition) }],
      Policy: options.inlineDeny,
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
      ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
      ...(tags === undefined ? {} : { Tags: [...tags] }),
    };
  }

  return {
    async fetch({ account, caller, signal }) {
      return assumeRole(account, await requestFor(account, caller, signal), signal);
    },

    keyOf: (account, caller) =>
      [
        account.partition,
        account.id,
        account.roleName ?? options.roleName,
        options.region,
        externalIdKey(account, options),
        policyDigest,
        JSON.stringify(options.attribution(caller)),
      ].join('|'),

    describe: (account) => `role ${roleArn(account, options.roleName)}`,
  };
}

/** The ARN comes from the registry's id and a configured name alone: nothing a question says can become part of it. */
function roleArn(account: Account, configuredRoleName: string): string {
  return `arn:${account.partition}:iam::${account.id}:role/${account.roleName ?? configuredRoleName}`;
}

/** A reference that does not resolve is reported when credentials are fetched; here it only has to differ. */
function externalIdKey(account: Account, options: AssumeRoleSourceOptions): string {
  const written = account.externalId ?? options.externalId;
  if (written === undefined) return '';
  const resolved = written.startsWith('env:') ? options.resolveVariable(written.slice('env:'.length)) : undefined;
  return digest(resolved ?? written);
}
