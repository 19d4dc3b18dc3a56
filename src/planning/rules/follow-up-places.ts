import type { AccountDescription } from '../../domain/account.js';
import type { Conversation } from '../../domain/conversation.js';
import type { AccountSelector } from '../../domain/intent.js';
import { listed } from './effects.js';
import type { Reading } from './reading.js';

/** Where a question looks, with how its summary says it. */
export interface Places {
  readonly accounts: AccountSelector;
  readonly accountsShown: string;
  /** True: the session's own accounts, because the question names none. */
  readonly byDefault: boolean;
  /** `['all']`, names, or empty for each account's own. */
  readonly regions: readonly string[];
}

/** What is known of the place of the question before. */
export interface PlacesBefore {
  readonly accounts: AccountSelector;
  readonly byDefault?: boolean;
  readonly regions?: readonly string[];
}

const EVERYWHERE: AccountSelector = { include: [], exclude: [] };

/** The accounts of a question of its own: those it names, else those of the session, else all. */
export function ownAccounts(
  reading: Reading,
  { defaultAccounts }: Conversation,
  known: readonly AccountDescription[],
): Omit<Places, 'regions'> {
  const named = selectorOf(reading);
  const chosen = reading.include.size === 0 && !reading.allAccounts ? defaultAccounts : undefined;
  if (chosen === undefined) return { accounts: named, accountsShown: shownSelector(named, known), byDefault: false };
  const accounts = { include: chosen.include, exclude: [...new Set([...chosen.exclude, ...named.exclude])] };
  const shown = `${shownSelector(accounts, known)}, chosen for this session`;
  return { accounts, accountsShown: shown, byDefault: named.exclude.length === 0 };
}

/**
 * The places of a follow-up: what it names takes the place of what was asked before, or comes to it ("… as well"); what it
 * does not name stays. An exception alone ("except staging") narrows the accounts before.
 */
export function placesAfter(
  before: PlacesBefore,
  reading: Reading,
  adds: boolean,
  context: { readonly conversation: Conversation; readonly accounts: readonly AccountDescription[] },
): Places {
  const accounts = accountsAfter(before, reading, adds, context.conversation);
  const byDefault =
    !namesAccounts(reading) && before.byDefault === true && context.conversation.defaultAccounts !== undefined;
  return {
    accounts,
    accountsShown: `${shownSelector(accounts, context.accounts)}${byDefault ? ', chosen for this session' : ''}`,
    byDefault,
    regions: regionsAfter(before.regions ?? [], reading, adds),
  };
}

export function namesAccounts(reading: Reading): boolean {
  return reading.include.size + reading.exclude.size > 0 || reading.allAccounts;
}

export function namesRegions(reading: Reading): boolean {
  return reading.regions.size + reading.excludedRegions.size > 0 || reading.allRegions;
}

function accountsAfter(
  before: PlacesBefore,
  reading: Reading,
  adds: boolean,
  { defaultAccounts }: Conversation,
): AccountSelector {
  if (!namesAccounts(reading)) return before.byDefault === true ? (defaultAccounts ?? EVERYWHERE) : before.accounts;
  const named = selectorOf(reading);
  const { include, exclude } = before.accounts;
  if (reading.include.size === 0 && !reading.allAccounts) return { include, exclude: union(exclude, named.exclude) };
  if (!adds) return named;
  // Whoever asks everybody has asked the one that comes to it.
  const all = include.length === 0 || reading.allAccounts;
  const stillOut = exclude.filter((selector) => !named.include.includes(selector));
  return { include: all ? [] : union(include, named.include), exclude: union(stillOut, named.exclude) };
}

function regionsAfter(before: readonly string[], reading: Reading, adds: boolean): readonly string[] {
  if (reading.allRegions || (adds && reading.regions.size > 0 && before.includes('all'))) return ['all'];
  if (reading.regions.size === 0) return before;
  return adds ? union(before, [...reading.regions]) : [...reading.regions];
}

function union(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...new Set([...left, ...right])];
}

export function selectorOf(reading: Reading): AccountSelector {
  return { include: [...reading.include.keys()], exclude: [...reading.exclude.keys()] };
}

/** "in Payments Production (111111111111) and the environment staging", as summaries say it. */
export function shownSelector({ include, exclude }: AccountSelector, known: readonly AccountDescription[]): string {
  const shown = (selectors: readonly string[]): string =>
    listed(selectors.map((selector) => shownOne(selector, known)));
  const included = include.length === 0 ? 'all accounts' : shown(include);
  return exclude.length === 0 ? `in ${included}` : `in ${included} except ${shown(exclude)}`;
}

function shownOne(selector: string, known: readonly AccountDescription[]): string {
  const account = known.find(({ id }) => id === selector);
  if (account !== undefined) return `${account.name} (${account.id})`;
  const [, kind, value = ''] = /^(environment|env|tag|ou):(.*)$/s.exec(selector) ?? [];
  if (kind === 'tag') return `the accounts tagged ${value}`;
  if (kind === 'ou') return `the OU ${value}`;
  const environment = kind === undefined ? selector : value;
  return known.some((one) => one.environment?.toLowerCase() === environment.toLowerCase())
    ? `the environment ${environment}`
    : `"${selector}"`;
}
