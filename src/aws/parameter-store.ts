import type { SSMClient } from '@aws-sdk/client-ssm';
import type { Clock } from '../domain/clock.js';
import type { CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import { unlessAborted } from '../domain/unless-aborted.js';
import type { Agents } from '../network/agents.js';
import { sdkIdentity } from '../network/sdk-identity.js';
import { awsClientOptions } from './client-options.js';
import { type AwsFailure, awsFailure, ERROR_CODES } from './failure.js';
import { type RetryOptions, withRetries } from './retry.js';

export interface ParameterStoreOptions {
  readonly region: string;
  readonly hubCredentials?: CredentialProvider;
  /** Only for another endpoint than AWS's (`AWS_ENDPOINT_URL_SSM`). */
  readonly endpoint?: string;
  readonly agents: Agents;
  readonly retry: RetryOptions;
  readonly clock: Clock;
}

/**
 * Reads one parameter of the hub's own account from Systems Manager, decrypted: where `ssm:NAME` stands in the
 * configuration. The value is never part of an error. Throws a `CentralOpsError` that names the parameter and `usedFor`.
 */
export type ReadParameter = (name: string, usedFor: string, signal: AbortSignal) => Promise<string>;

export function createParameterStore(options: ParameterStoreOptions): ReadParameter {
  let opened: Promise<(name: string, signal: AbortSignal) => Promise<string | undefined>> | undefined;
  const kept = new Map<string, { readonly at: number; readonly value: Promise<string> }>();

  const ask: ReadParameter = (name, usedFor, signal) =>
    withRetries(
      async () => {
        try {
          const read = await (opened ??= open(options));
          const value = await read(name, signal);
          if (value !== undefined && value !== '') return value;
        } catch (error) {
          if (error instanceof CentralOpsError || signal.aborted) throw error;
          throw explained(name, usedFor, options.region, awsFailure(error));
        }
        throw new CentralOpsError(
          'configuration',
          `The parameter ${name} in ${options.region}, ${usedFor}, is empty.`,
          {
            facts: { parameter: name },
          },
        );
      },
      (error) =>
        error instanceof CentralOpsError && (error.code === 'throttled' || error.code === 'credentials-unavailable'),
      options.retry,
      signal,
    );

  return (name, usedFor, signal) => {
    const known = kept.get(name);
    if (known !== undefined && options.clock() - known.at < KEPT_MILLIS) return unlessAborted(known.value, signal);
    const value = ask(name, usedFor, AbortSignal.timeout(ASKING_MILLIS));
    kept.set(name, { at: options.clock(), value });
    value.catch(() => kept.delete(name));
    return unlessAborted(value, signal);
  };
}

/** A thousand accounts with one external id are one request. */
const KEPT_MILLIS = 5 * 60_000;
const ASKING_MILLIS = 60_000;

async function open(options: ParameterStoreOptions) {
  const { GetParameterCommand, SSMClient: Client } = await import('@aws-sdk/client-ssm');
  const { hubCredentials } = options;
  const client: SSMClient = new Client({
    ...awsClientOptions(options.agents, options.region, options.endpoint),
    ...(hubCredentials === undefined ? {} : { credentials: () => sdkIdentity(hubCredentials) }),
  });
  return async (name: string, signal: AbortSignal) => {
    const command = new GetParameterCommand({ Name: name, WithDecryption: true });
    const { Parameter } = await client.send(command, { abortSignal: signal });
    return Parameter?.Value;
  };
}

function explained(name: string, usedFor: string, region: string, failure: AwsFailure): CentralOpsError {
  const { kind, code, message, cause } = failure;
  const missing = code === 'ParameterNotFound';
  return new CentralOpsError(
    missing ? 'configuration' : ERROR_CODES[kind],
    missing
      ? `There is no parameter ${name} in ${region}, ${usedFor}.`
      : `The parameter ${name} in ${region}, ${usedFor}, could not be read: ${code} (${message})`,
    {
      facts: { parameter: name, region, awsCode: code },
      nextStep:
        "Check its name and Region, and that the hub's identity has ssm:GetParameter on it (and kms:Decrypt on its key).",
      cause,
    },
  );
}
