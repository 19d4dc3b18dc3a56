import type { BedrockAgentCoreClient } from '@aws-sdk/client-bedrock-agentcore';
import type { BedrockAgentRuntimeClient } from '@aws-sdk/client-bedrock-agent-runtime';
import type { AwsCredentials } from '../../domain/credentials.js';
import { CentralOpsError } from '../../domain/errors.js';
import type { Agents } from '../../network/agents.js';
import { sdkIdentity } from '../../network/sdk-identity.js';

export interface ClientUses {
  readonly agents: Agents;
  /** Only for other endpoints than AWS's; absent, the SDK's own variables hold. */
  readonly agentCoreEndpoint?: string;
  readonly bedrockAgentEndpoint?: string;
}

/**
 * Clients of one invocation each: made with the credentials of this agent, and dropped with it. They cost a fraction of a
 * millisecond, and nothing can be mixed up that is never shared. None is ever destroyed: that would end the process's
 * connections, and with them the answers of other agents.
 */
export async function agentCoreClient(
  uses: ClientUses,
  region: string,
  credentials: AwsCredentials,
): Promise<BedrockAgentCoreClient> {
  const [{ BedrockAgentCoreClient: Client }, options] = await Promise.all([
    import('@aws-sdk/client-bedrock-agentcore'),
    optionsFor(uses, region, credentials),
  ]);
  return new Client({ ...options, ...endpoint(uses.agentCoreEndpoint) });
}

export async function bedrockAgentClient(
  uses: ClientUses,
  region: string,
  credentials: AwsCredentials,
): Promise<BedrockAgentRuntimeClient> {
  const [{ BedrockAgentRuntimeClient: Client }, options] = await Promise.all([
    import('@aws-sdk/client-bedrock-agent-runtime'),
    optionsFor(uses, region, credentials),
  ]);
  return new Client({ ...options, ...endpoint(uses.bedrockAgentEndpoint) });
}

async function optionsFor({ agents }: ClientUses, region: string, credentials: AwsCredentials) {
  const { NodeHttpHandler } = await import('@smithy/node-http-handler');
  return {
    region,
    credentials: () => sdkIdentity(() => Promise.resolve(credentials)),
    // Without this a client whose credentials went missing would quietly sign as the hub.
    credentialDefaultProvider: () => noOtherCredentials,
    // A bearer token in the environment must not take the place of the credentials that were proved.
    authSchemePreference: ['aws.auth#sigv4'],
    // The SDK's own repeats would run the agent again after a time-out or a lost connection.
    maxAttempts: 1,
    // Named, so that the SDK does not search configuration files for them at each start.
    retryMode: 'standard',
    defaultsMode: 'standard' as const,
    // HTTP/1.1: over HTTP/2, which Bedrock Agents' client speaks by itself, an answer that is cut off looks whole.
    requestHandler: new NodeHttpHandler({
      httpAgent: agents.httpAgent,
      httpsAgent: agents.httpsAgent,
      connectionTimeout: 5000,
      // It would warn on the console when requests wait for a connection.
      logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    }),
  };
}

function endpoint(url: string | undefined): { readonly endpoint?: string } {
  return url === undefined ? {} : { endpoint: url };
}

function noOtherCredentials(): Promise<never> {
  throw new CentralOpsError(
    'internal',
    'an agent’s client was left without credentials; the hub’s own are never used instead',
  );
}
