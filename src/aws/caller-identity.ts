import type { CredentialProvider } from '../domain/credentials.js';
import { CentralOpsError } from '../domain/errors.js';
import type { Agents } from '../network/agents.js';
import { sdkIdentity } from '../network/sdk-identity.js';
import { awsClientOptions } from './client-options.js';
import { awsFailure, ERROR_CODES } from './failure.js';

export interface CallerIdentityOptions {
  readonly region: string;
  /** Absent: the SDK's default chain finds the identity. */
  readonly credentials?: CredentialProvider;
  readonly endpoint?: string;
  readonly agents: Agents;
}

/** Whose credentials they are, as STS says. Nobody can be forbidden to ask. Throws what the SDK throws. */
export async function identityBehind(
  { region, credentials, endpoint, agents }: CallerIdentityOptions,
  signal: AbortSignal,
): Promise<{ readonly arn: string; readonly accountId: string }> {
  // The client takes longer to load than everything else of a server together.
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({
    ...awsClientOptions(agents, region, endpoint),
    ...(credentials === undefined ? {} : { credentials: () => sdkIdentity(credentials) }),
  });
  const { Arn = '', Account = '' } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
  return { arn: Arn, accountId: Account };
}

/** Whom AWS takes this process for. Needs no permission; asked once, without repeating. Throws a `CentralOpsError`. */
export async function callerIdentity(
  options: CallerIdentityOptions,
  signal: AbortSignal,
): Promise<{ readonly arn: string; readonly accountId: string }> {
  const { region } = options;
  try {
    return await identityBehind(options, signal);
  } catch (error) {
    if (error instanceof CentralOpsError || signal.aborted) throw error;
    const { kind, code, message, cause } = awsFailure(error);
    throw new CentralOpsError(
      ERROR_CODES[kind],
      `STS in ${region} did not say who this process is: ${code} (${message})`,
      {
        facts: { region, awsCode: code },
        nextStep:
          'Give this process AWS credentials of the hub account: a profile with AWS_PROFILE, a task or instance role.',
        cause,
      },
    );
  }
}
