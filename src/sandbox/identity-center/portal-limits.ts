import type { Clock } from '../../domain/clock.js';

/** What the portal saw, for tests and benchmarks. */
export interface PortalStatistics {
  readonly getRoleCredentials: number;
  readonly listAccounts: number;
  readonly listAccountRoles: number;
  readonly logout: number;
  readonly rejected429: number;
  /** Most requests within any second, refused ones included. */
  readonly peakPerSecond: number;
}

export type PortalOperation = 'getRoleCredentials' | 'listAccounts' | 'listAccountRoles' | 'logout';

export interface PortalLimits {
  /** Counts a request and says whether it may pass. */
  admit(operation: PortalOperation): boolean;
  read(): PortalStatistics;
}

export interface PortalLimitOptions {
  /** Requests a second, and at once, for the whole organization; the rest are answered with 429 (20). */
  readonly perSecond: number;
  /** Every so manieth request is answered with 429 all the same. */
  readonly refuseEvery: number | undefined;
}

/** The portal's rate for a whole organization, whoever asks. */
export function createPortalLimits(clock: Clock, { perSecond, refuseEvery }: PortalLimitOptions): PortalLimits {
  const counts = { getRoleCredentials: 0, listAccounts: 0, listAccountRoles: 0, logout: 0 };
  const recent: number[] = [];
  let rejected429 = 0;
  let peakPerSecond = 0;
  let asked = 0;
  let tokens = perSecond;
  let filledAt: number | undefined;

  const takeToken = (now: number): boolean => {
    tokens = Math.min(perSecond, tokens + (Math.max(0, now - (filledAt ?? now)) / 1000) * perSecond);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };

  return {
    admit: (operation) => {
      const now = clock();
      counts[operation] += 1;
      asked += 1;
      recent.push(now);
      while ((recent[0] ?? now) <= now - 1000) recent.shift();
      peakPerSecond = Math.max(peakPerSecond, recent.length);
      const chosen = refuseEvery !== undefined && asked % refuseEvery === 0;
      const admitted = takeToken(now) && !chosen;
      if (!admitted) rejected429 += 1;
      return admitted;
    },
    read: () => ({ ...counts, rejected429, peakPerSecond }),
  };
}
