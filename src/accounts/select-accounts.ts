import { type Account, accountLabel } from '../domain/account.js';
import { CentralOpsError } from '../domain/errors.js';
import type { AccountSelector } from '../domain/intent.js';
import { nearest } from '../domain/nearest.js';
import type { Registry } from './registry.js';

/**
 * The accounts that a selector means, in the registry's order, each once.
 *
 * A selector is an id; a name or environment (a word that is both means all of them); the beginning of exactly one
 * name; `tag:KEY=VALUE` or `tag:KEY`; `ou:NAME` (what lies beneath it included); `environment:NAME`; `all`. Case
 * does not matter. An account with the role `central` is a target only when its id or name is what was written.
 *
 * Throws `unknown-account` for a selector that means nothing, or when nothing is left; `ambiguous-account` for the
 * beginning of several names. Nothing is ever guessed: what is not in the registry cannot be asked.
 */
export function selectAccounts(registry: Registry, selector: AccountSelector): readonly Account[] {
  const accounts = registry.accounts();
  const include = selector.include.length === 0 ? ['all'] : selector.include;
  const wanted = new Set(include.flatMap((written) => meaning(written, accounts, registry.origin).filter(isTargetOf)));
  const unwanted = new Set(
    selector.exclude.flatMap((written) => meaning(written, accounts, registry.origin).map(({ account }) => account)),
  );
  const candidates = new Set([...wanted].map(({ account }) => account));
  const selected = accounts.filter((account) => candidates.has(account) && !unwanted.has(account));
  if (selected.length === 0) throw nothingLeft(registry, selector, candidates.size);
  return selected;
}

/** Every account that the selectors mean, `central` ones included: who may be asked, not who is asked. */
export function membersOf(registry: Registry, selectors: readonly string[]): readonly Account[] {
  return selectors.flatMap((written) =>
    meaning(written, registry.accounts(), registry.origin).map(({ account }) => account),
  );
}

interface Match {
  readonly account: Account;
  /** Its own id or name was written, not a group that it is in. */
  readonly named: boolean;
}

function isTargetOf({ account, named }: Match): boolean {
  return named || account.role !== 'central';
}

function meaning(written: string, accounts: readonly Account[], origin: string): readonly Match[] {
  const word = written.trim().toLowerCase();
  if (word === 'all') return accounts.map((account) => ({ account, named: false }));
  const group = groupTest(word);
  const matches =
    group === undefined
      ? byWord(word, accounts, written)
      : accounts.filter(group).map((account) => ({ account, named: false }));
  if (matches.length === 0) throw unknown(written, accounts, origin);
  return matches;
}

/** What a selector with a prefix asks of an account; undefined for a plain word. */
function groupTest(word: string): ((account: Account) => boolean) | undefined {
  const [, kind, rest = ''] = /^(tag|ou|environment|env):(.*)$/s.exec(word) ?? [];
  if (kind === undefined) return undefined;
  const value = rest.trim();
  if (kind === 'tag') return hasTag(value);
  if (kind === 'ou') {
    const path = `/${value.replaceAll(/^\/+|\/+$/g, '')}/`;
    return (account) => path !== '//' && `/${account.ou?.toLowerCase() ?? ''}/`.includes(path);
  }
  return (account) => account.environment?.toLowerCase() === value;
}

function hasTag(value: string): (account: Account) => boolean {
  const [, key = value, wanted] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  return (account) =>
    Object.entries(account.tags).some(
      ([name, content]) => name.toLowerCase() === key && (wanted === undefined || content.toLowerCase() === wanted),
    );
}

function byWord(word: string, accounts: readonly Account[], written: string): readonly Match[] {
  const exact = accounts.flatMap((account): readonly Match[] => {
    if (account.id === word || account.name.toLowerCase() === word) return [{ account, named: true }];
    return account.environment?.toLowerCase() === word ? [{ account, named: false }] : [];
  });
  if (exact.length > 0 || word === '') return exact;
  const beginning = accounts.filter((account) => account.name.toLowerCase().startsWith(word));
  if (beginning.length > 1) throw ambiguous(written, beginning);
  return beginning.map((account) => ({ account, named: true }));
}

function ambiguous(written: string, choices: readonly Account[]): CentralOpsError {
  const shown = choices.slice(0, 10).map(accountLabel);
  if (choices.length > shown.length) shown.push(`and ${choices.length - shown.length} more`);
  return new CentralOpsError(
    'ambiguous-account',
    `"${written}" is the beginning of ${choices.length} account names: ${shown.join(', ')}. Write one of them in full, or its id.`,
    { facts: { selector: written, choices: choices.map(({ id, name }) => ({ id, name })) } },
  );
}

function unknown(written: string, accounts: readonly Account[], origin: string): CentralOpsError {
  const suggestions = nearest(written, candidatesFor(written, accounts));
  const suggestion =
    suggestions.length === 0
      ? '`central-ops accounts` lists those there are.'
      : `Did you mean ${suggestions.map((name) => `"${name}"`).join(' or ')}?`;
  return new CentralOpsError(
    'unknown-account',
    `No account of the registry ${origin} is, or is in, "${written}". ${suggestion}`,
    { facts: { selector: written, suggestions } },
  );
}

function candidatesFor(written: string, accounts: readonly Account[]): readonly string[] {
  if (/^\s*tag:/i.test(written)) {
    return accounts.flatMap(({ tags }) =>
      Object.entries(tags).map(([key, value]) => (written.includes('=') ? `tag:${key}=${value}` : `tag:${key}`)),
    );
  }
  if (/^\s*ou:/i.test(written)) return accounts.flatMap(({ ou }) => (ou === undefined ? [] : [`ou:${ou}`]));
  const prefix = /^\s*(?:environment|env):/i.test(written) ? 'environment:' : '';
  return accounts.flatMap(({ id, name, environment }) => [
    ...(prefix === '' ? [id, name] : []),
    ...(environment === undefined ? [] : [`${prefix}${environment}`]),
  ]);
}

function nothingLeft(registry: Registry, { include, exclude }: AccountSelector, matched: number): CentralOpsError {
  const facts = { include, exclude };
  if (matched > 0) {
    const wanted = include.length === 0 ? 'All target accounts' : `What ${quoted(include)} selects`;
    return new CentralOpsError(
      'unknown-account',
      `No account is left: ${wanted} (${matched}) ${matched === 1 ? 'is' : 'are'} excluded by ${quoted(exclude)}. Exclude less.`,
      { facts },
    );
  }
  return new CentralOpsError(
    'unknown-account',
    `${include.length === 0 ? `The registry ${registry.origin}` : quoted(include)} holds only accounts with the role ` +
      '"central", which are asked only by their name or id. Name one, or add target accounts to the registry.',
    { facts },
  );
}

function quoted(selectors: readonly string[]): string {
  return selectors.map((selector) => `"${selector}"`).join(', ');
}
