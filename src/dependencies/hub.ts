import { createParameterStore, type ReadParameter } from '../aws/parameter-store.js';
import type { RetryOptions } from '../aws/retry.js';
import type { Configuration } from '../config.js';
import type { Clock } from '../domain/clock.js';
import type { CredentialProvider } from '../domain/credentials.js';
import type { Network } from '../network/network.js';
import { sleep } from '../network/sleep.js';

/** What a request as the hub itself takes. */
export interface Hub {
  readonly network: Network;
  readonly hubCredentials: CredentialProvider | undefined;
  readonly retry: RetryOptions;
  readonly readParameter: ReadParameter;
}

export function hubAccess(
  { hubRegion, ssmEndpoint }: Configuration,
  network: Network,
  clock: Clock,
  hubCredentials: CredentialProvider | undefined,
): Hub {
  const retry = { sleep, random: Math.random };
  const readParameter = createParameterStore({
    region: hubRegion,
    agents: network,
    retry,
    clock,
    ...(hubCredentials === undefined ? {} : { hubCredentials }),
    ...(ssmEndpoint === undefined ? {} : { endpoint: ssmEndpoint }),
  });
  return { network, hubCredentials, retry, readParameter };
}
