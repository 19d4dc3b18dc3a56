import type { Agents } from '../network/agents.js';

/**
 * What every SDK client of ours shares: the process's connection pools, one try per call (the retries are ours), and
 * time limits. Such a client is never destroyed, because that would end the shared pools; it holds nothing else open.
 */
export function awsClientOptions(agents: Agents, region: string, endpoint: string | undefined) {
  return {
    region,
    maxAttempts: 1,
    // Named, so that the SDK does not search configuration files for them at each start.
    retryMode: 'standard',
    defaultsMode: 'standard',
    requestHandler: {
      httpAgent: agents.httpAgent,
      httpsAgent: agents.httpsAgent,
      connectionTimeout: 5000,
      requestTimeout: 15_000,
      throwOnRequestTimeout: true,
      // It would warn on the console when requests queue for a connection, which a wide fan-out intends.
      logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    },
    ...(endpoint === undefined ? {} : { endpoint }),
  } as const;
}
