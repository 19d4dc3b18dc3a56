import type { Account } from '../domain/account.js';
import { CentralOpsError } from '../domain/errors.js';
import { isJsonObject } from '../domain/json.js';
import { parseJsonText } from '../domain/json-text.js';
import { parseEntry, type Problem } from './registry-entry.js';

/** The accounts that may be asked, in the order they were written. */
export interface Registry {
  accounts(): readonly Account[];
  /** By exact id. */
  find(accountId: string): Account | undefined;
  /** Where it came from, for messages: a path, or "ACCOUNT_REGISTRY". */
  readonly origin: string;
  /** When it was asked, in milliseconds since the Unix epoch; absent for what was written by hand. */
  readonly readAt?: number;
  /** What a reader of answers must know about the list: that it is an old one. */
  readonly notice?: string;
}

/**
 * Checks a whole registry and reports everything that is wrong with it at once, each with its place, what was found
 * and the cure, as one `registry-invalid` error. Takes JSON text, or what it was parsed to: `{"accounts": […]}` or a
 * bare list.
 */
export function parseRegistry(input: unknown, { origin }: { readonly origin: string }): Registry {
  const value = typeof input === 'string' ? parseText(input, origin) : input;
  const { entries, place, problems } = entriesOf(value);
  const accounts: Account[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = parseEntry(entry, `${place}[${index}]`);
    problems.push(...parsed.problems);
    if (parsed.account !== undefined) accounts.push(parsed.account);
  }
  problems.push(...duplicates(entries, place));
  if (problems.length > 0) throw invalid(origin, problems);
  return createRegistry(accounts, origin);
}

/** A registry of accounts that have been checked. */
export function createRegistry(accounts: readonly Account[], origin: string): Registry {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return { accounts: () => accounts, find: (accountId) => byId.get(accountId), origin };
}

function parseText(text: string, origin: string): unknown {
  const parsed = parseJsonText(text);
  if (parsed.ok) return parsed.value;
  const { line, column } = parsed;
  throw new CentralOpsError(
    'registry-invalid',
    `The account registry ${origin} is not JSON: it goes wrong at line ${line}, column ${column}. ` +
      'Correct it there (a missing or extra comma, quote or bracket), then ask again.',
    { facts: { origin, line, column } },
  );
}

function entriesOf(value: unknown): {
  readonly entries: readonly unknown[];
  readonly place: string;
  readonly problems: Problem[];
} {
  if (isList(value)) return { entries: value, place: '', problems: emptyList(value, 'the registry') };
  if (!isJsonObject(value)) {
    return {
      entries: [],
      place: '',
      problems: [{ place: 'the registry', problem: 'is not an object', cure: 'write {"accounts": […]}' }],
    };
  }
  const problems: Problem[] = Object.keys(value)
    .filter((name) => name !== 'accounts')
    .map((name) => ({
      place: name,
      problem: 'is not a field of a registry',
      cure: 'remove it; the list is named "accounts"',
    }));
  const entries: unknown = value['accounts'];
  if (isList(entries))
    return { entries, place: 'accounts', problems: [...problems, ...emptyList(entries, 'accounts')] };
  const problem = entries === undefined ? 'is missing' : 'is not a list';
  problems.push({ place: 'accounts', problem, cure: 'write {"accounts": [{"id": "…", "name": "…"}]}' });
  return { entries: [], place: 'accounts', problems };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function emptyList(entries: readonly unknown[], place: string): Problem[] {
  if (entries.length > 0) return [];
  return [{ place, problem: 'is empty', cure: 'add at least one account: {"id": "…", "name": "…"}' }];
}

/** Looked for in what was written, so that a repeated id shows together with whatever else is wrong. */
function duplicates(entries: readonly unknown[], place: string): readonly Problem[] {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  return entries.flatMap((entry, index) => {
    if (!isJsonObject(entry)) return [];
    const where = `${place}[${index}]`;
    const problems: Problem[] = [];
    const accountId = entry['id'];
    const name = entry['name'];
    if (typeof accountId === 'string') {
      const first = ids.get(accountId);
      if (first === undefined) ids.set(accountId, where);
      else problems.push(repeated(`${where}.id`, accountId, `the id of ${first}`, 'remove one of them'));
    }
    if (typeof name === 'string') {
      const first = names.get(name.toLowerCase());
      if (first === undefined) names.set(name.toLowerCase(), where);
      else
        problems.push(repeated(`${where}.name`, name, `the name of ${first}`, 'give each account a name of its own'));
    }
    return problems;
  });
}

function repeated(place: string, value: string, what: string, cure: string): Problem {
  return { place, problem: `${JSON.stringify(value)} is already ${what}`, cure };
}

/** Lines shown to a person; the facts hold all. */
const SHOWN = 100;

function invalid(origin: string, problems: readonly Problem[]): CentralOpsError {
  const lines = problems
    .slice(0, SHOWN)
    .map(({ place, problem, cure }) => `  ${place} ${problem}: ${cure}${cure.endsWith('?') ? '' : '.'}`);
  if (problems.length > SHOWN) lines.push(`  … and ${problems.length - SHOWN} more.`);
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return new CentralOpsError('registry-invalid', `The account registry ${origin} has ${count}:\n${lines.join('\n')}`, {
    facts: { origin, problems: problems.map((problem) => ({ ...problem })) },
    nextStep: 'Correct the registry, then ask again.',
  });
}
