import type { Caller } from './caller.js';

/** Short-lived keys of one identity. Never in state, logs, errors or the environment. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt?: number;
  /** The account that AWS said the keys belong to. Whoever signs for another account with them is stopped. */
  readonly accountId?: string;
}

/**
 * Hands out the credentials of exactly one account, fetching or refreshing them when needed. `forceRefresh` is for
 * the one retry after AWS called them expired.
 */
export type CredentialProvider = (options?: {
  readonly forceRefresh?: boolean;
  readonly signal?: AbortSignal;
}) => Promise<AwsCredentials>;

/** One account's identity: where its credentials come from and the key under which anything of it is cached. */
export interface AccountCredentials {
  readonly accountId: string;
  /** Partition, account, role, Region, external id (hashed), session policy, the caller where it travels along: everything that makes it another identity. */
  readonly key: string;
  readonly provide: CredentialProvider;
}

export interface CredentialBroker {
  /**
   * The identity for an account of the registry. Where the caller travels in the session, each caller has one of its
   * own; without a caller it is the process's. Touches no network; throws `unknown-account`.
   */
  forAccount(accountId: string, caller?: Caller): AccountCredentials;
}
