import { type Agents, createAgents } from './agents.js';
import type { ProxySettings } from './proxy-agent.js';
import { createFetch, type Fetch } from './fetch.js';

export interface NetworkOptions {
  /** True in sandbox mode: every connection that would leave this machine is refused. */
  readonly loopbackOnly: boolean;
  /** PEM texts of the certificates to trust instead of Node's own. */
  readonly certificates?: readonly string[];
  readonly proxy?: ProxySettings;
  /** Connections per host (1024). */
  readonly maxSockets?: number;
  /** Bytes of one reply (64 MiB). */
  readonly maxResponseBytes?: number;
  /** Milliseconds for TCP and TLS together (10 s). */
  readonly connectTimeoutMillis?: number;
}

/** How everything in this process reaches other machines: one pair of pools, and a `fetch` over them. */
export interface Network extends Agents {
  readonly fetch: Fetch;
  /** Ends every connection; requests under way fail as `cancelled`. Safe to call twice. */
  close(): void;
}

/**
 * Opens nothing until the first request. Clients of AWS's SDK take the two agents as their request handler's options
 * (`requestHandler: { httpAgent, httpsAgent }`), so that the loopback guard and the pool limits hold for them too.
 * Proxy and certificates belong here: the agents are the one place that decides how a connection is made.
 */
export function createNetwork(options: NetworkOptions): Network {
  const { loopbackOnly, maxSockets = 1024, certificates, proxy } = options;
  const agents = createAgents({
    loopbackOnly,
    maxSockets,
    ...(certificates === undefined ? {} : { certificates }),
    ...(proxy === undefined ? {} : { proxy }),
  });
  let closed = false;
  return {
    ...agents,
    fetch: createFetch(agents, {
      maxResponseBytes: options.maxResponseBytes ?? 64 * 1024 * 1024,
      connectTimeoutMillis: options.connectTimeoutMillis ?? 10_000,
      isClosed: () => closed,
    }),
    close() {
      closed = true;
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}
