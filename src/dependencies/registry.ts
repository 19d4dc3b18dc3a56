import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAccountListFile } from '../accounts/account-list-file.js';
import type { AccountSource } from '../accounts/account-source.js';
import { type AccountListStore, createCachedRegistry, type ReadRegistry } from '../accounts/cached-registry.js';
import { loadRegistry } from '../accounts/load-registry.js';
import { createOrganizationsClient } from '../accounts/organizations-client.js';
import { createOrganizationsSource } from '../accounts/organizations-source.js';
import { createParameterSource } from '../accounts/parameter-source.js';
import type { Registry } from '../accounts/registry.js';
import type { Configuration } from '../config.js';
import type { CredentialChoice } from '../credentials/choose-credentials.js';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import { partitionOfRegion } from '../domain/region.js';
import type { IdentityCenter } from '../identity-center/identity-center.js';
import { createRateLimiter } from '../network/rate-limiter.js';
import { sleep } from '../network/sleep.js';
import type { Hub } from './hub.js';
import { identityCenterAccounts } from './identity-center.js';

/** AWS publishes no rate for Organizations; list operations have been throttled above about ten a second. */
const ORGANIZATIONS_RATE = { perSecond: 8, burst: 8 };

export interface RegistryUses {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly identityCenter: IdentityCenter;
  /** Without a configured registry, the credentials decide where the accounts come from. */
  readonly choice: (signal: AbortSignal) => Promise<CredentialChoice>;
}

/** The registry that configuration names: written by hand, or asked of AWS and kept for a while. Nothing is read before it is called. */
export function registryReader(configuration: Configuration, uses: RegistryUses): ReadRegistry {
  let reader: ReadRegistry | undefined;
  return async (signal, options) => {
    reader ??= readerOf(await registrySource(configuration, uses, signal), configuration, uses);
    return reader(signal, options);
  };
}

function readerOf(written: string, configuration: Configuration, uses: RegistryUses): ReadRegistry {
  const { clock, identityCenter } = uses;
  if (written === 'identity-center') {
    const { source, stillHolds } = identityCenterAccounts(identityCenter, clock);
    const { sessionName, startUrl, region, portalEndpoint } = configuration.identityCenter;
    const key = [sessionName ?? '', startUrl ?? '', region, portalEndpoint ?? ''];
    return createCachedRegistry({ source, clock, stillHolds, ...kept(configuration, [written, ...key]) });
  }
  const source = accountSource(written, configuration, uses.hub, clock);
  if (source === undefined) return writtenRegistry(written);
  const { hubRegion, organizations } = configuration;
  return createCachedRegistry({
    source,
    clock,
    ...kept(configuration, [written, hubRegion, organizations.endpoint ?? '', String(organizations.tags)]),
  });
}

function writtenRegistry(written: string): ReadRegistry {
  let loaded: Promise<Registry> | undefined;
  return (signal) => {
    loaded ??= loadRegistry({
      source: written,
      readFile: (path, readSignal) => readFile(path, { encoding: 'utf8', signal: readSignal }),
      signal,
    });
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };
}

/** A server keeps nothing on its disk unless it is told to. */
function kept({ rows, stateDirectory }: Configuration, key: readonly string[]): { readonly store?: AccountListStore } {
  return rows.kind === 'memory' ? {} : { store: createAccountListFile(join(stateDirectory, 'accounts'), key) };
}

function accountSource(
  written: string,
  { hubRegion, organizations }: Configuration,
  { network, hubCredentials, retry, readParameter }: Hub,
  clock: Clock,
): AccountSource | undefined {
  if (written.startsWith('ssm:')) {
    return createParameterSource({ name: written.slice('ssm:'.length), read: readParameter, clock });
  }
  if (written !== 'organizations') return undefined;
  const partition = partitionOfRegion(hubRegion);
  const limiter = createRateLimiter(ORGANIZATIONS_RATE, clock, sleep);
  const ask = createOrganizationsClient({
    partition,
    agents: network,
    retry,
    takeTurn: (signal) => limiter.take(signal),
    ...(hubCredentials === undefined ? {} : { hubCredentials }),
    ...(organizations.endpoint === undefined ? {} : { endpoint: organizations.endpoint }),
  });
  return createOrganizationsSource({ ask, partition, tags: organizations.tags, clock });
}

async function registrySource(
  { registry }: Configuration,
  { choice }: RegistryUses,
  signal: AbortSignal,
): Promise<string> {
  if (registry !== undefined) return registry.trim();
  if ((await choice(signal)).kind === 'identity-center') return 'identity-center';
  throw new CentralOpsError('configuration', 'there is no account registry: ACCOUNT_REGISTRY is not set', {
    nextStep:
      'Set it to the path of a JSON file such as [{"id": "222222222222", "name": "Production", "environment": "production"}], sign in with `central-ops login`, or try --sandbox.',
  });
}
