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
  const isFree = (name: string): boolean => isReadableName(name) && !taken.has(name);
  const isLongFree = (account: PortalAccount): boolean => {
    const longer = withAccountId(nameOf(account), account.id);
    return isFree(longer) && !wanted.has(longer);
  };
  return new Map(accounts.map((account) => [account.id, chosen(account)]));

  function chosen(account: PortalAccount): ChosenName {
    const name = nameOf(account);
    const longer = withAccountId(name, account.id);
    const present = [name, longer].find((candidate) => taken.has(candidate) && opensAlready(account, candidate));
    if (present !== undefined) return { kind: 'opens-already', name: present };
    if (isFree(name) && wanted.get(name) === 1) return { kind: 'free', name };
    if (isLongFree(account)) return { kind: 'free', name: longer };
    if (isFree(name) && isFirstWithout(account, name)) return { kind: 'free', name };
    return { kind: 'taken', reason: `${name} and ${longer} are taken, and what has them is never overwritten` };
  }

  /** The short name goes to the first account that can have no other: the next run would give it to the same one. */
  function isFirstWithout({ id }: PortalAccount, name: string): boolean {
    if (later.some((account) => nameOf(account) === name)) return false;
    return accounts.every((other) => nameOf(other) !== name || other.id >= id || isLongFree(other));
  }
}
