import type { Account } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { AwsCredentials } from '../domain/credentials.js';

/**
 * Where an account's short-lived credentials come from: AssumeRole, or IAM Identity Center. A source fetches anew each
 * time it is asked, and returns only what it has proved to belong to the account asked for; keeping and refreshing
 * is the {@link createCachedProvider}'s part.
 */
export interface CredentialSource {
  /** Throws a `CentralOpsError`, or the signal's reason. */
  fetch(request: {
    readonly account: Account;
    /** Whom the session is opened for. Absent: the process itself. */
    readonly caller?: Caller;
    readonly signal: AbortSignal;
  }): Promise<AwsCredentials>;
  /**
   * Everything that makes an identity another one: partition, account, role, Region, external id (hashed), session
   * policy, session name, source identity and session tags. Two accounts never share a key.
   */
  keyOf(account: Account, caller?: Caller): string;
  /** "role arn:aws:iam::222222222222:role/CentralOpsTargetRole": what is used, for people. */
  describe(account: Account): string;
}
