import type { Account, Partition } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import { distinctNames } from './account-names.js';
import type { AccountSource } from './account-source.js';

export interface IdentityCenterAccountsOptions {
  /** The accounts that the person has a permission set in. All of them, or it throws. */
  readonly listAccounts: (signal: AbortSignal) => Promise<{
    readonly accounts: readonly { readonly id: string; readonly name: string }[];
    readonly partition: Partition;
  }>;
  readonly clock: Clock;
}

/** The accounts of the Identity Center portal: what is assigned to the person, which need not be the whole organization. */
export function createIdentityCenterAccounts({ listAccounts, clock }: IdentityCenterAccountsOptions): AccountSource {
  return {
    origin: 'IAM Identity Center',
    async load(signal) {
      const fetchedAt = clock();
      const { accounts, partition } = await listAccounts(signal);
      const names = distinctNames(accounts);
      return {
        fetchedAt,
        accounts: accounts.map(({ id }): Account => ({ id, name: names.get(id) ?? id, partition, tags: {} })),
      };
    },
  };
}
