import type { Account } from '../domain/account.js';

/** The accounts that some place knows, and when it was asked. */
export interface LoadedAccounts {
  readonly accounts: readonly Account[];
  /** Milliseconds since the Unix epoch. What is shown as the age of the list. */
  readonly fetchedAt: number;
}

/**
 * A place that knows the accounts by itself: the Identity Center portal, AWS Organizations, a parameter. It asks anew each
 * time and returns everything or throws a `CentralOpsError`: half a list would quietly leave accounts out of every answer.
 */
export interface AccountSource {
  /** What the list came from, for people: "IAM Identity Center session corp". */
  readonly origin: string;
  load(signal: AbortSignal): Promise<LoadedAccounts>;
}
