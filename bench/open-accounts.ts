import { setMaxListeners } from 'node:events';
import { loadConfiguration, quietSdkWarning } from '../src/config.js';
import { createAssumeRoleSource } from '../src/credentials/assume-role-source.js';
import { createCredentialBroker } from '../src/credentials/credential-broker.js';
import { sessionDenyPolicy } from '../src/credentials/session-policy.js';
import { hubAccess } from '../src/dependencies/hub.js';
import { createNetwork } from '../src/network/network.js';
import { NO_LATENCY } from '../src/sandbox/options.js';
import { startSandbox } from '../src/sandbox/sandbox.js';

/**
 * What opening accounts cold costs at STS, next to what its quota allows at best. The product's own source and broker ask a
 * sandbox in this process for the credentials of N accounts, all at once, three callers for each; what is left over is the
 * limiter, the SDK and the sandbox.
 */
const SIZES = [10, 100, 1000];
const CALLERS = 3;
/** Requests a second of an account in a Region: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const FLOOR_PER_SECOND = 600;
const LATENCY_MILLIS = 80;

async function measure(accounts: number): Promise<string> {
  const sandbox = await startSandbox({ accounts, latency: { ...NO_LATENCY, sts: LATENCY_MILLIS } });
  const registry = new Map(
    sandbox.registry().accounts.map((entry) => [entry.id, { ...entry, partition: 'aws' as const }]),
  );
  const configuration = await loadConfiguration({ door: 'server', environment: sandbox.variables() });
  const network = createNetwork({ loopbackOnly: true });
  const hub = hubAccess(configuration, network, Date.now, () => Promise.resolve(sandbox.hub));
  const broker = createCredentialBroker({
    find: (id) => registry.get(id),
    clock: Date.now,
    source: createAssumeRoleSource({
      region: 'us-east-1',
      endpoint: sandbox.stsUrl,
      agents: network,
      roleName: configuration.roleName,
      externalId: sandbox.externalId,
      resolveVariable: configuration.variable,
      resolveParameter: hub.readParameter,
      takeTurn: hub.stsTurn,
      attribution: () => ({ sessionName: 'bench' }),
      sessionPolicyArn: configuration.sessionPolicyArn,
      inlineDeny: sessionDenyPolicy(),
      retry: hub.retry,
      hubCredentials: () => Promise.resolve(sandbox.hub),
    }),
  });
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const memoryBefore = process.memoryUsage.rss();
  const startedAt = performance.now();
  const opened = await Promise.all(
    [...registry.keys()].flatMap((id) =>
      Array.from({ length: CALLERS }, async () => (await broker.forAccount(id).provide({ signal })).accountId === id),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const { assumeRole } = sandbox.statistics().totals;
  const memory = (process.memoryUsage.rss() - memoryBefore) / 2 ** 20;
  broker.close();
  network.close();
  await sandbox.close();
  const floor = Math.max(LATENCY_MILLIS / 1000, registry.size / FLOOR_PER_SECOND);
  return [
    String(registry.size).padStart(8),
    String(opened.filter(Boolean).length / CALLERS).padStart(6),
    String(assumeRole).padStart(8),
    seconds.toFixed(2).padStart(7),
    (seconds / floor).toFixed(2).padStart(15),
    memory.toFixed(0).padStart(7),
  ].join(' | ');
}

quietSdkWarning();
console.log(
  `Node ${process.version}; the floor is ${FLOOR_PER_SECOND} requests a second, and ${LATENCY_MILLIS} ms for one`,
);
console.log('accounts | opened | requests | seconds | seconds ÷ floor | MB more');
for (const size of SIZES) console.log(await measure(size));
