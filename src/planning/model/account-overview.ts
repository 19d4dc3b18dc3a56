import type { AccountDescription } from '../../domain/account.js';
import type { AccountOverview } from '../../../prompts/plan.js';
import { accountWords, spokenWords } from './spoken-words.js';

/** Accounts that are told one by one; of a larger registry those that share most words with the question. */
const SHOWN = 40;
const GROUPS = 40;

/** Few words for many accounts: the size of what a model reads does not grow with their number. */
export function accountOverview(accounts: readonly AccountDescription[], said: readonly string[]): AccountOverview {
  const targets = accounts.filter(({ role }) => role !== 'central');
  return { total: accounts.length, groups: groupsOf(targets), shown: shownOf(accounts, said) };
}

function shownOf(accounts: readonly AccountDescription[], said: readonly string[]): readonly AccountDescription[] {
  if (accounts.length <= SHOWN) return accounts;
  const spoken = spokenWords(said);
  return accounts
    .map((account) => ({ account, shared: accountWords(account).filter((word) => spoken.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((left, right) => right.shared - left.shared)
    .slice(0, SHOWN)
    .map(({ account }) => account);
}

/** As selectors, so that what is read can be written. */
function groupsOf(accounts: readonly AccountDescription[]): AccountOverview['groups'] {
  const counts = new Map<string, number>();
  for (const { environment, ou, tags = {} } of accounts) {
    const selectors = [
      ...(environment === undefined ? [] : [`environment:${environment}`]),
      ...(ou === undefined ? [] : [`ou:${ou.split('/').find((part) => part !== '') ?? ou}`]),
      ...Object.entries(tags).map(([key, value]) => `tag:${key}=${value}`),
    ];
    for (const selector of new Set(selectors)) counts.set(selector, (counts.get(selector) ?? 0) + 1);
  }
  return [...counts].toSorted(([, left], [, right]) => right - left).slice(0, GROUPS);
}
