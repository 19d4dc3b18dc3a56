/** Names for profiles that are new, where names may be taken. */
import type { PortalAccount } from '../portal.js';
import { isReadableName, withAccountId } from './profile-name.js';

export type ChosenName =
  | { readonly kind: 'free'; readonly name: string }
  /** Somebody else's profile of that name opens the same account with the same role. */
  | { readonly kind: 'opens-already'; readonly name: string }
  | { readonly kind: 'taken'; readonly reason: string };

export interface NameQuestion {
  /** Accounts that need a name. */
  readonly accounts: readonly PortalAccount[];
  /** Accounts that may need one next time, because they could not be asked: what they would be called is not given away. */
  readonly later: readonly PortalAccount[];
  readonly nameOf: (account: PortalAccount) => string;
  /** Names that are there already. */
  readonly taken: ReadonlySet<string>;
  readonly opensAlready: (account: PortalAccount, name: string) => boolean;
}

/**
 * By account id. Accounts that appear together under one name all get their id appended, whatever their order; one that appears
 * later gets it alone, because a name that somebody uses does not change.
 */
export function chooseNames(question: NameQuestion): ReadonlyMap<string, ChosenName> {
  const { accounts, later, nameOf, taken, opensAlready } = question;
  const wanted = new Map<string, number>();
  for (const account of [...accounts, ...later]) {
    const name = nameOf(account);
    wanted.set(name, (wanted.get(name) ?? 0) + 1);
  }
  return new Map(accounts.map((account) => [account.id, chosen(account)]));

  function chosen(account: PortalAccount): ChosenName {
    const name = nameOf(account);
    const longer = withAccountId(name, account.id);
    const present = [name, longer].find((candidate) => taken.has(candidate) && opensAlready(account, candidate));
    if (present !== undefined) return { kind: 'opens-already', name: present };
    if (isReadableName(name) && !taken.has(name) && wanted.get(name) === 1) return { kind: 'free', name };
    if (!taken.has(longer) && !wanted.has(longer)) return { kind: 'free', name: longer };
    return { kind: 'taken', reason: `${name} and ${longer} are taken, and what has them is never overwritten` };
  }
}
