import type * as DynamoDb from '@aws-sdk/client-dynamodb';
import { awsClientOptions } from '../../aws/client-options.js';
import { type AwsFailure, awsFailure, ERROR_CODES } from '../../aws/failure.js';
import { type RetryOptions, withRetries } from '../../aws/retry.js';
import type { CredentialProvider } from '../../domain/credentials.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Agents } from '../../network/agents.js';
import { sdkIdentity } from '../../network/sdk-identity.js';

export interface TableClientOptions {
  readonly table: string;
  /** The hub's own: the table is beside it. */
  readonly region: string;
  readonly hubCredentials?: CredentialProvider;
  /** Only for another endpoint than AWS's (`AWS_ENDPOINT_URL_DYNAMODB`). */
  readonly endpoint?: string;
  readonly agents: Agents;
  readonly retry: RetryOptions;
}

type Sdk = typeof DynamoDb;

/** Sends one request about the table as the hub; what is throttled is tried again, everything else explained. */
export type AskTable = <Output>(
  operation: string,
  send: (client: DynamoDb.DynamoDBClient, sdk: Sdk) => Promise<Output>,
  signal: AbortSignal,
) => Promise<Output>;

export function createTableClient(options: TableClientOptions): AskTable {
  let opened: Promise<{ readonly client: DynamoDb.DynamoDBClient; readonly sdk: Sdk }> | undefined;
  return (operation, send, signal) =>
    withRetries(
      async () => {
        try {
          const { client, sdk } = await (opened ??= open(options));
          return await send(client, sdk);
        } catch (error) {
          if (error instanceof CentralOpsError || signal.aborted || isRefusedCondition(error)) throw error;
          throw explained(operation, options, awsFailure(error));
        }
      },
      (error) =>
        error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable'),
      options.retry,
      signal,
    );
}

/** A conditional write that met another state than the one it was made for: for its writer to explain. */
export function isRefusedCondition(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

async function open(options: TableClientOptions) {
  const sdk = await import('@aws-sdk/client-dynamodb');
  const { hubCredentials } = options;
  const client = new sdk.DynamoDBClient({
    ...awsClientOptions(options.agents, options.region, options.endpoint),
    ...(hubCredentials === undefined ? {} : { credentials: () => sdkIdentity(hubCredentials) }),
  });
  return { client, sdk };
}

function explained(operation: string, options: TableClientOptions, failure: AwsFailure): CentralOpsError {
  const { table, region } = options;
  const { kind, code, message, cause } = failure;
  const missing = code === 'ResourceNotFoundException';
  return new CentralOpsError(
    missing ? 'configuration' : THROTTLED.has(code) ? 'throttled' : ERROR_CODES[kind],
    missing
      ? `There is no DynamoDB table ${table} in ${region}, where the agent registry should be.`
      : `The agent registry, the DynamoDB table ${table} in ${region}, was asked for ${operation}: ${code} (${message})`,
    {
      facts: { table, region, operation, awsCode: code },
      nextStep: missing
        ? `Check the name and the Region (AWS_REGION), or make the table: ${CREATE.replace('TABLE', table).replace('REGION', region)}`
        : kind === 'denied'
          ? `Give the hub's identity: ${JSON.stringify({
              Effect: 'Allow',
              Action: `dynamodb:${operation}`,
              Resource: `arn:aws:dynamodb:${region}:*:table/${table}`,
            })}`
          : CURES[kind],
      cause,
    },
  );
}

const CREATE =
  'aws dynamodb create-table --table-name TABLE --region REGION --billing-mode PAY_PER_REQUEST ' +
  '--attribute-definitions AttributeName=agent_key,AttributeType=S --key-schema AttributeName=agent_key,KeyType=HASH';

/** Codes of DynamoDB's own. */
const THROTTLED: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'TransactionInProgressException',
]);

const CURES: Readonly<Record<Exclude<AwsFailure['kind'], 'denied'>, string>> = {
  'caller-expired': 'Sign in again, then ask again.',
  'caller-invalid': "Check the hub's AWS credentials and this machine's clock.",
  'caller-missing': "Give this process AWS credentials of the hub's account.",
  'region-disabled': 'Set AWS_REGION to the Region of the table.',
  'request-invalid': 'Check the table’s key: its partition key is the string agent_key, and it has no sort key.',
  throttled: 'Ask again in a minute.',
  unavailable: 'Check that this machine reaches DynamoDB (network, proxy, AWS_ENDPOINT_URL_DYNAMODB), then ask again.',
};
