/**
 * Credentials of a member account by `sts:AssumeRole` from the hub. One STS client serves all accounts, in the hub's
 * Region: the global endpoint would give longer tokens and one place to fail.
 */
import { createHash } from 'node:crypto';
import type { AssumeRoleCommandInput, AssumeRoleCommandOutput, STSClient } from '@aws-sdk/client-sts';
import { awsClientOptions } from '../aws/client-options.js';
import { awsFailure } from '../aws/failure.js';
import { type RetryOptions, withRetries } from '../aws/retry.js';
import { type Account, accountLabel } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { AwsCredentials, CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { partitionOfRegion } from '../domain/region.js';
import type { Agents } from '../network/agents.js';
import { sdkIdentity } from '../network/sdk-identity.js';
import { type AssumeRoleAttempt, assumeRoleError } from './assume-role-errors.js';
import type { CredentialSource } from './credential-source.js';
import { externalIdOf, type ResolveParameter, type ResolveVariable } from './external-id.js';
import type { SessionAttribution } from './session-attribution.js';
import { managedPolicyArn } from './session-policy.js';

export interface AssumeRoleSourceOptions {
  /** The hub's own identity. Absent: the SDK's default chain finds it. Used to call STS and for nothing else. */
  readonly hubCredentials?: CredentialProvider;
  /** The Region whose STS is asked. */
  readonly region: string;
  /** Only for another STS than AWS's; absent, the SDK's own variables (`AWS_ENDPOINT_URL_STS`) hold. */
  readonly endpoint?: string;
  readonly agents: Agents;
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
  readonly retry: RetryOptions;
  /** Waits for a request's turn at STS, each try anew: a thousand accounts must not come at once. */
  readonly takeTurn: (signal: AbortSignal) => Promise<void>;
}

export function createAssumeRoleSource(options: AssumeRoleSourceOptions): CredentialSource {
  const policyDigest = digest(`${options.sessionPolicyArn}\n${options.inlineDeny}`);
  let opened: Promise<Sts> | undefined;

  async function requestFor(
    account: Account,
    caller: Caller | undefined,
    signal: AbortSignal,
  ): Promise<AssumeRoleCommandInput> {
    if (account.partition !== partitionOfRegion(options.region)) {
      throw new CentralOpsError(
        'configuration',
        `${accountLabel(account)} is in the partition ${account.partition}, which the STS of ${options.region} cannot ` +
          'reach. Run a hub in that partition (AWS_REGION) for its accounts.',
        { facts: { accountId: account.id, partition: account.partition, region: options.region } },
      );
    }
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
      const input = await requestFor(account, caller, signal);
      const attempt: AssumeRoleAttempt = {
        account,
        roleArn: roleArn(account, options.roleName),
        region: options.region,
      };
      const secrets = input.ExternalId === undefined ? [] : [input.ExternalId];
      const output = await withRetries(
        async () => {
          await options.takeTurn(signal);
          try {
            const sts = await (opened ??= openSts(options));
            return await sts.assumeRole(input, signal);
          } catch (error) {
            // The loopback guard, and a hub provider of ours, have said all there is to say.
            if (error instanceof CentralOpsError || signal.aborted) throw error;
            throw assumeRoleError(attempt, awsFailure(error, secrets));
          }
        },
        (error) =>
          error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable'),
        options.retry,
        signal,
      );
      return provenCredentials(output, attempt);
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

/** STS says whose credentials it gave; anything but the account and role asked for is never handed on. */
function provenCredentials(output: AssumeRoleCommandOutput, attempt: AssumeRoleAttempt): AwsCredentials {
  const arn = output.AssumedRoleUser?.Arn ?? '';
  // arn:aws:sts::222222222222:assumed-role/CentralOpsTargetRole/central-ops-alice, without the role's path
  const [, partition, service, , accountId, resource = ''] = arn.split(':');
  const [kind, roleName] = resource.split('/');
  const asked = attempt.roleArn.split('/').at(-1);
  const matches =
    service === 'sts' &&
    kind === 'assumed-role' &&
    partition === attempt.account.partition &&
    accountId === attempt.account.id &&
    roleName === asked;
  if (!matches) {
    throw new CentralOpsError(
      'identity-mismatch',
      `STS was asked for ${attempt.roleArn} and answered with the identity ${arn === '' ? '(none)' : arn}. ` +
        `Nothing was asked of ${accountLabel(attempt.account)}. Check which endpoint answers for STS.`,
      { facts: { accountId: attempt.account.id, asked: attempt.roleArn, answered: arn } },
    );
  }
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = output.Credentials ?? {};
  if (
    AccessKeyId === undefined ||
    SecretAccessKey === undefined ||
    SessionToken === undefined ||
    Expiration === undefined
  ) {
    throw new CentralOpsError('credentials-unavailable', `STS answered without credentials for ${attempt.roleArn}.`, {
      facts: { accountId: attempt.account.id },
    });
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiresAt: Expiration.getTime(),
    accountId,
  };
}

interface Sts {
  assumeRole(input: AssumeRoleCommandInput, signal: AbortSignal): Promise<AssumeRoleCommandOutput>;
}

/** Loaded on first use: the SDK costs more start-up time than most commands take. */
async function openSts(options: AssumeRoleSourceOptions): Promise<Sts> {
  const { AssumeRoleCommand, STSClient: Client } = await import('@aws-sdk/client-sts');
  const { hubCredentials } = options;
  const client: STSClient = new Client({
    ...awsClientOptions(options.agents, options.region, options.endpoint),
    ...(hubCredentials === undefined ? {} : { credentials: () => sdkIdentity(hubCredentials) }),
  });
  return { assumeRole: (input, signal) => client.send(new AssumeRoleCommand(input), { abortSignal: signal }) };
}

/** A reference that does not resolve is reported when credentials are fetched; here it only has to differ. */
function externalIdKey(account: Account, options: AssumeRoleSourceOptions): string {
  const written = account.externalId ?? options.externalId;
  if (written === undefined) return '';
  const resolved = written.startsWith('env:') ? options.resolveVariable(written.slice('env:'.length)) : undefined;
  return digest(resolved ?? written);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
