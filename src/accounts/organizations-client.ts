import type * as Organizations from '@aws-sdk/client-organizations';
import { awsClientOptions } from '../aws/client-options.js';
import { type AwsFailure, awsFailure, ERROR_CODES } from '../aws/failure.js';
import { type RetryOptions, withRetries } from '../aws/retry.js';
import type { Partition } from '../domain/account.js';
import type { CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Agents } from '../network/agents.js';
import { sdkIdentity } from '../network/sdk-identity.js';

export interface OrganizationsClientOptions {
  readonly partition: Partition;
  readonly hubCredentials?: CredentialProvider;
  /** Only for another endpoint than AWS's (`AWS_ENDPOINT_URL_ORGANIZATIONS`). */
  readonly endpoint?: string;
  readonly agents: Agents;
  readonly retry: RetryOptions;
  /** Waits for a request's turn. */
  readonly takeTurn: (signal: AbortSignal) => Promise<void>;
}

type Sdk = typeof Organizations;
type OrganizationsClient = Organizations.OrganizationsClient;

/** Sends one request to AWS Organizations as the hub; what is throttled is tried again, everything else explained. */
export type AskOrganizations = <Output>(
  name: string,
  send: (client: OrganizationsClient, sdk: Sdk) => Promise<Output>,
  signal: AbortSignal,
) => Promise<Output>;

/** One endpoint per partition: https://docs.aws.amazon.com/general/latest/gr/ao.html */
const HOME: Readonly<Record<Partition, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1',
};

export function createOrganizationsClient(options: OrganizationsClientOptions): AskOrganizations {
  let opened: Promise<{ readonly client: OrganizationsClient; readonly sdk: Sdk }> | undefined;
  return async (name, send, signal) =>
    withRetries(
      async () => {
        await options.takeTurn(signal);
        try {
          const { client, sdk } = await (opened ??= open(options));
          return await send(client, sdk);
        } catch (error) {
          if (error instanceof CentralOpsError || signal.aborted) throw error;
          throw explained(name, awsFailure(error));
        }
      },
      (error) =>
        error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable'),
      options.retry,
      signal,
    );
}

async function open(options: OrganizationsClientOptions) {
  const sdk = await import('@aws-sdk/client-organizations');
  const { hubCredentials } = options;
  const client = new sdk.OrganizationsClient({
    ...awsClientOptions(options.agents, HOME[options.partition], options.endpoint),
    ...(hubCredentials === undefined ? {} : { credentials: () => sdkIdentity(hubCredentials) }),
  });
  return { client, sdk };
}

function explained(name: string, { kind, code, message, cause }: AwsFailure): CentralOpsError {
  return new CentralOpsError(
    ERROR_CODES[kind],
    `The account list could not be read from AWS Organizations: ${name} ended with ${code} (${message})`,
    { facts: { operation: name, awsCode: code }, nextStep: CURES[kind], cause },
  );
}

const DENIED =
  "Organizations answers the management account and its delegated administrators only: give the hub's identity " +
  'organizations:ListAccounts, ListRoots, ListOrganizationalUnitsForParent, ListAccountsForParent, DescribeOrganization ' +
  'and ListTagsForResource there, or keep the accounts in a file (ACCOUNT_REGISTRY=PATH).';

const CURES: Readonly<Record<AwsFailure['kind'], string>> = {
  denied: DENIED,
  'caller-expired': 'Sign in again, then ask again.',
  'caller-invalid': "Check the hub's AWS credentials and this machine's clock.",
  'caller-missing': "Give this process AWS credentials of the hub's account.",
  'region-disabled': DENIED,
  'request-invalid': DENIED,
  throttled: 'Ask again in a minute.',
  unavailable: 'Check that this machine reaches AWS Organizations (network, proxy), then ask again.',
};
