import type { Clock } from '../../domain/clock.js';

/**
 * The AWS MCP Server's quotas per signing account: three requests a second with a burst of three, and 27 requests at
 * once. https://docs.aws.amazon.com/agent-toolkit/latest/userguide/aws-mcp-limits.html (the burst is an assumption).
 */
export interface Quotas {
  /** Takes a place, or undefined when there is none. What it returns gives the place back. */
  enter(accountId: string): (() => void) | undefined;
  inFlight(accountId: string): number;
}

const PER_SECOND = 3;
const BURST = 3;
const AT_ONCE = 27;

interface Bucket {
  tokens: number;
  filledAt: number;
  inFlight: number;
}

export function createQuotas(clock: Clock): Quotas {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (accountId: string): Bucket => {
    const known = buckets.get(accountId);
    if (known !== undefined) return known;
    const made = { tokens: BURST, filledAt: clock(), inFlight: 0 };
    buckets.set(accountId, made);
    return made;
  };
  return {
    enter: (accountId) => {
      const bucket = bucketOf(accountId);
      const now = clock();
      bucket.tokens = Math.min(BURST, bucket.tokens + (Math.max(0, now - bucket.filledAt) / 1000) * PER_SECOND);
      bucket.filledAt = now;
      if (bucket.tokens < 1 || bucket.inFlight >= AT_ONCE) return undefined;
      bucket.tokens -= 1;
      bucket.inFlight += 1;
      let left = false;
      return () => {
        if (!left) bucket.inFlight -= 1;
        left = true;
      };
    },
    inFlight: (accountId) => bucketOf(accountId).inFlight,
  };
}
