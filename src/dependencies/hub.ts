import { createParameterStore, type ReadParameter } from '../aws/parameter-store.js';
import type { RetryOptions } from '../aws/retry.js';
import type { Configuration } from '../config.js';
import type { Clock } from '../domain/clock.js';
import type { CredentialProvider } from '../domain/credentials.js';
import type { Network } from '../network/network.js';
import { createRateLimiter } from '../network/rate-limiter.js';
import { sleep } from '../network/sleep.js';

/** What a request as the hub itself takes. */
export interface Hub {
  readonly network: Network;
  readonly hubCredentials: CredentialProvider | undefined;
  readonly retry: RetryOptions;
  readonly readParameter: ReadParameter;
  /** Waits for a request's turn at STS. */
  readonly stsTurn: (signal: AbortSignal) => Promise<void>;
}

/**
 * STS takes 600 requests a second of an account in a Region, all of its operations together, and it cannot be raised
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). Others of the hub's account share it.
 */
const STS_RATE = { perSecond: 500, burst: 250 };

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
  const sts = createRateLimiter(STS_RATE, clock, sleep);
  return { network, hubCredentials, retry, readParameter, stsTurn: (signal) => sts.take(signal) };
}
