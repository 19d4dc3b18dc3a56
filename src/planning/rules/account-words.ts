import type { Account } from '../../domain/account.js';
import type { Token } from './tokens.js';

/** What the rules may know of an account: its names, nothing else. */
export type KnownAccount = Pick<Account, 'id' | 'name'> & Partial<Pick<Account, 'environment'>>;

export type AccountWords =
  | { readonly kind: 'account'; readonly accounts: readonly KnownAccount[]; readonly length: number }
  | { readonly kind: 'environment'; readonly environment: string; readonly excluded: boolean; readonly length: number }
  /** Words that are part of one or several names, and all of none. */
  | { readonly kind: 'partial'; readonly accounts: readonly KnownAccount[]; readonly length: number };

/** Reads account names and environments in the words of a question. */
export interface AccountBook {
  /** Full names and environments that begin here, longest first. */
  exact(tokens: readonly Token[], at: number): readonly AccountWords[];
  /** Parts of names that begin here; only to be used where an account is expected. */
  partial(tokens: readonly Token[], at: number): AccountWords | undefined;
  /** An environment as a selector: told apart from an account of the same name. */
  selectorOf(environment: string): string;
  /** The accounts of an environment. */
  membersOf(environment: string): readonly KnownAccount[];
}

/** Environments have short forms that everybody writes. */
const SHORT_FORMS: readonly (readonly string[])[] = [
  ['production', 'prod', 'prd'],
  ['development', 'develop', 'devel', 'dev'],
  ['staging', 'stage', 'stg'],
  ['testing', 'test', 'tst'],
  ['sandbox', 'sbx'],
  ['operations', 'ops'],
  ['preproduction', 'pre production', 'preprod', 'pre prod'],
  ['nonproduction', 'non production', 'nonprod', 'non prod'],
];

const NON_PRODUCTION = new Set(['nonproduction', 'non production', 'nonprod', 'non prod']);

export function accountBook(accounts: readonly KnownAccount[]): AccountBook {
  const byName = groupByKey(accounts, (account) => normal(account.name));
  const byLongName = groupByKey(accounts, (account) => longForm(normal(account.name)));
  const byEnvironment = groupByKey(accounts, (account) =>
    account.environment === undefined ? '' : normal(account.environment),
  );
  const environments = new Map<string, string>();
  for (const [key, members] of byEnvironment) {
    const [written] = members.flatMap((account) => account.environment ?? []);
    if (written !== undefined) environments.set(key, written);
  }
  const longest = Math.max(1, ...[...byName.keys(), ...environments.keys()].map((name) => name.split(' ').length));

  /** The environment of the registry that a phrase means, by its own name or by a short form of it. */
  const environmentOf = (phrase: string): string | undefined => {
    const own = environments.get(phrase);
    if (own !== undefined) return own;
    const forms = SHORT_FORMS.find((group) => group.includes(phrase)) ?? [];
    return forms.map((form) => environments.get(form)).find((found) => found !== undefined);
  };

  return {
    exact(tokens, at) {
      const found: AccountWords[] = [];
      for (let length = Math.min(longest, tokens.length - at); length >= 1; length -= 1) {
        const phrase = phraseAt(tokens, at, length);
        if (phrase === undefined) continue;
        // "Payments prod" is one account, and not an account beside an environment.
        const named = byName.get(phrase) ?? (length > 1 ? byLongName.get(longForm(phrase)) : undefined);
        if (named !== undefined) found.push({ kind: 'account', accounts: named, length });
        const environment = environmentOf(phrase);
        if (environment !== undefined) found.push({ kind: 'environment', environment, excluded: false, length });
        const production = environmentOf('production');
        if (environment === undefined && production !== undefined && NON_PRODUCTION.has(phrase)) {
          found.push({ kind: 'environment', environment: production, excluded: true, length });
        }
      }
      return found;
    },
    partial(tokens, at) {
      for (let length = Math.min(longest, tokens.length - at); length >= 1; length -= 1) {
        const phrase = phraseAt(tokens, at, length);
        if (phrase === undefined || phrase.length < 3) continue;
        const having = accounts.filter((account) => ` ${normal(account.name)} `.includes(` ${phrase} `));
        if (having.length > 0) return { kind: 'partial', accounts: having, length };
      }
      return undefined;
    },
    selectorOf: (environment) => (byName.has(normal(environment)) ? `environment:${environment}` : environment),
    membersOf: (environment) => byEnvironment.get(normal(environment)) ?? [],
  };
}

/** A name with the short forms in it written out: "payments prod" to "payments production". */
function longForm(name: string): string {
  return name
    .split(' ')
    .map((word) => SHORT_FORMS.find((group) => group.includes(word))?.[0] ?? word)
    .join(' ');
}

/** The words of `length` tokens as names are compared; undefined across a comma. */
function phraseAt(tokens: readonly Token[], at: number, length: number): string | undefined {
  const words = tokens.slice(at, at + length);
  if (words.some((token) => token.word === ',' || (token.quoted && length > 1))) return undefined;
  const phrase = normal(words.map((token) => token.word).join(' '));
  return phrase === '' ? undefined : phrase;
}

/** Lower case, everything but letters and digits a space: "Payments-Production" is "payments production". */
export function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function groupByKey<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === '') continue;
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}
