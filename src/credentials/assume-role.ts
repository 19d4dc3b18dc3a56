import type { AssumeRoleCommandInput, AssumeRoleCommandOutput, STSClient } from '@aws-sdk/client-sts';
import { awsClientOptions } from '../aws/client-options.js';
import { awsFailure } from '../aws/failure.js';
import { type RetryOptions, withRetries } from '../aws/retry.js';
import { type Account, accountLabel } from '../domain/account.js';
import type { AwsCredentials, CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { partitionOfRegion } from '../domain/region.js';
import type { Agents } from '../network/agents.js';
import { sdkIdentity } from '../network/sdk-identity.js';
import { type AssumeRoleAttempt, assumeRoleError } from './assume-role-errors.js';

export interface AssumeRoleUses {
  /** The hub's own identity. Absent: the SDK's default chain finds it. Used to call STS and for nothing else. */
  readonly hubCredentials?: CredentialProvider;
  /** The Region whose STS is asked. */
  readonly region: string;
  /** Only for another STS than AWS's; absent, the SDK's own variables (`AWS_ENDPOINT_URL_STS`) hold. */
  readonly endpoint?: string;
  readonly agents: Agents;
  readonly retry: RetryOptions;
  /** Waits for a request's turn at STS, each try anew: a thousand accounts must not come at once. */
  readonly takeTurn: (signal: AbortSignal) => Promise<void>;
}

/** An account that a role is assumed in: `name` is how messages call it. */
export type AssumedIn = Pick<Account, 'id' | 'name' | 'partition'>;

/** Assumes a role and proves that the answer is of the account and role asked for. Throws a `CentralOpsError`, or the signal's reason. */
export type AssumeRole = (
  account: AssumedIn,
  input: AssumeRoleCommandInput & { readonly RoleArn: string },
  signal: AbortSignal,
) => Promise<AwsCredentials>;

export function createAssumeRole(uses: AssumeRoleUses): AssumeRole {
  let opened: Promise<Sts> | undefined;
  return async (account, input, signal) => {
    const attempt: AssumeRoleAttempt = { account, roleArn: input.RoleArn, region: uses.region };
    const secrets = input.ExternalId === undefined ? [] : [input.ExternalId];
    const output = await withRetries(
      async () => {
        await uses.takeTurn(signal);
        try {
          const sts = await (opened ??= openSts(uses));
          return await sts.assumeRole(input, signal);
        } catch (error) {
          // The loopback guard, and a hub provider of ours, have said all there is to say.
          if (error instanceof CentralOpsError || signal.aborted) throw error;
          throw assumeRoleError(attempt, awsFailure(error, secrets));
        }
      },
      (error) =>
        error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable'),
      uses.retry,
      signal,
    );
    return provenCredentials(output, attempt);
  };
}

/** STS of one partition opens no account of another. Throws `configuration`. */
export function checkPartition(account: AssumedIn, region: string): void {
  if (account.partition === partitionOfRegion(region)) return;
  throw new CentralOpsError(
    'configuration',
    `${accountLabel(account)} is in the partition ${account.partition}, which the STS of ${region} cannot ` +
      'reach. Run a hub in that partition (AWS_REGION) for its accounts.',
    { facts: { accountId: account.id, partition: account.partition, region } },
  );
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
async function openSts(uses: AssumeRoleUses): Promise<Sts> {
  const { AssumeRoleCommand, STSClient: Client } = await import('@aws-sdk/client-sts');
  const { hubCredentials } = uses;
  const client: STSClient = new Client({
    ...awsClientOptions(uses.agents, uses.region, uses.endpoint),
    ...(hubCredentials === undefined ? {} : { credentials: () => sdkIdentity(hubCredentials) }),
  });
  return { assumeRole: (input, signal) => client.send(new AssumeRoleCommand(input), { abortSignal: signal }) };
}
