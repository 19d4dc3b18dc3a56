import type { Account } from '../../src/domain/account.js';
import type { AnswerCase } from './data-set.js';

/**
 * The ids of the accounts that a question of the data set is about, sorted. Written apart from the product's own reading of
 * selectors, so that a mistake there is found. An account with the role `central` is meant only by its own name or id.
 * Throws for what means no account: the data set is wrong then.
 */
export function expectedAccounts(said: AnswerCase['accounts'], accounts: readonly Account[]): readonly string[] {
  const targets = accounts.filter(({ role }) => role !== 'central');
  const written = said === undefined || said === 'all' ? [] : said;
  const excluded = new Set(
    written.filter((one) => one.startsWith('!')).flatMap((one) => meant(one.slice(1), accounts, targets)),
  );
  const included = written.filter((one) => !one.startsWith('!'));
  const base = included.length === 0 ? targets : included.flatMap((one) => meant(one, accounts, targets));
  return [...new Set(base.filter((account) => !excluded.has(account)).map(({ id }) => id))].sort();
}

function meant(written: string, accounts: readonly Account[], targets: readonly Account[]): readonly Account[] {
  const [, kind, value = ''] = /^(environment|ou|tag):(.+)$/.exec(written) ?? [];
  const found =
    kind === undefined
      ? accounts.filter(({ id, name }) => id === written || name === written)
      : targets.filter((account) => isIn(account, kind, value));
  if (found.length === 0) throw new Error(`the registry has no account "${written}"`);
  return found;
}

function isIn(account: Account, kind: string, value: string): boolean {
  if (kind === 'environment') return account.environment === value;
  if (kind === 'ou') return account.ou === value;
  const [key = '', ...rest] = value.split('=');
  return account.tags[key] === rest.join('=');
}
