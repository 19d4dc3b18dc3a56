import type { AccountDescription, AccountReference } from '../../domain/account.js';
import type { Conversation } from '../../domain/conversation.js';
import { CentralOpsError, withNextStep } from '../../domain/errors.js';
import type { AccountSelector } from '../../domain/intent.js';
import { nearest } from '../../domain/nearest.js';
import type { TableView } from '../../domain/plan.js';
import { isKnownRegion, knownRegions } from '../../domain/region.js';
import { spokenPlaces, type SpokenPlaces } from './spoken-places.js';
import { accountWords, spokenWords, wordsOf } from './spoken-words.js';

/** The accounts that a selector means. Throws `unknown-account` and `ambiguous-account`. */
export type SelectAccounts = (
  selector: AccountSelector,
  accounts: readonly AccountDescription[],
) => readonly AccountReference[];

export interface ChosenPlaces {
  readonly accounts: AccountSelector;
  readonly regions: readonly string[];
  readonly tables: readonly TableView[];
}

export interface PlaceContext {
  readonly question: string;
  readonly conversation: Conversation;
  readonly accounts: readonly AccountDescription[];
  readonly select: SelectAccounts;
}

/**
 * What is wrong with the accounts and Regions that a model chose, for the model to read; undefined when nothing is. They
 * must exist; where the question names accounts or Regions they must be those, no more and none forgotten; and where it
 * names none, a choice must be one that the person spoke of, in this question or before. A model that was talked into
 * asking elsewhere gets no further than this.
 */
export function placeProblem(chosen: ChosenPlaces, context: PlaceContext): string | undefined {
  const spoken = spokenPlaces(context.question, context.accounts);
  return accountProblem(chosen.accounts, spoken, context) ?? regionProblem(chosen, spoken, context);
}

type Ids = ReadonlySet<string>;

function accountProblem(chosen: AccountSelector, spoken: SpokenPlaces, context: PlaceContext): string | undefined {
  let ids: Ids;
  let excluded: Ids;
  try {
    ids = idsOf(chosen, context);
    excluded = chosen.exclude.length === 0 ? new Set() : idsOf({ include: chosen.exclude, exclude: [] }, context);
  } catch (error) {
    if (!(error instanceof CentralOpsError)) throw error;
    return withNextStep(error.message, error.nextStep);
  }
  const leftOut = spokenIds(spoken.exclude, context);
  const within = [...ids].filter((id) => leftOut.has(id));
  if (within.length > 0) return `The question leaves out ${named(within, context)}: put that into exclude.`;

  const meant = meantAccounts(spoken, context);
  const unspoken = [...excluded].filter((id) => !leftOut.has(id) && !meant.has(id));
  if (unspoken.length > 0) return `The question does not leave out ${named(unspoken, context)}: do not exclude that.`;

  if (spoken.include.length > 0) return namedProblem(ids, spoken, context);
  const restricts = chosen.include.some((selector) => selector.trim().toLowerCase() !== 'all');
  if (!restricts) return undefined;
  if (spoken.allAccounts) return 'The question says all accounts: leave include empty.';
  const invented = [...ids].filter((id) => !meant.has(id));
  if (invented.length === 0) return undefined;
  return `Nobody spoke of ${named(invented, context)}: leave include empty to ask all accounts, or clarify.`;
}

/** Exactly what was named: a subset only where further words narrow it ("the payments accounts in production"). */
function namedProblem(ids: Ids, spoken: SpokenPlaces, context: PlaceContext): string | undefined {
  const own = spokenIds(spoken.include, context);
  const more = [...ids].filter((id) => !own.has(id));
  if (own.size > 0 && more.length > 0) {
    return `The question names ${spoken.include.join(', ')}. You chose also ${named(more, context)}: choose no others.`;
  }
  const leftOut = spokenIds(spoken.exclude, context);
  const forgotten = spoken.include.find((selector) => {
    const members = [...spokenIds([selector], context)].filter((id) => !leftOut.has(id));
    return members.length > 0 && !members.some((id) => ids.has(id));
  });
  return forgotten === undefined ? undefined : `The question also names ${forgotten}: choose it as well, or clarify.`;
}

/** Accounts that share a word with what the person said; with earlier turns where this question names none. */
function meantAccounts(spoken: SpokenPlaces, context: PlaceContext): Ids {
  const namesSome = spoken.include.length + spoken.exclude.length > 0;
  const { turns, defaultAccounts } = context.conversation;
  const earlier = namesSome ? [] : turns;
  const words = spokenWords([context.question, ...earlier.map((turn) => turn.question)]);
  const selectors = earlier.flatMap(({ intent }) => ('accounts' in intent ? intent.accounts.include : []));
  const chosenBefore = spokenIds([...selectors, ...(namesSome ? [] : (defaultAccounts?.include ?? []))], context);
  return new Set(
    context.accounts
      .filter((account) => chosenBefore.has(account.id) || accountWords(account).some((word) => words.has(word)))
      .map(({ id }) => id),
  );
}

/** What selectors mean that people wrote: one that means nothing is not the model's mistake. */
function spokenIds(selectors: readonly string[], context: PlaceContext): Ids {
  return new Set(
    selectors.flatMap((selector) => {
      try {
        return [...idsOf({ include: [selector], exclude: [] }, context)];
      } catch {
        return [];
      }
    }),
  );
}

function idsOf(selector: AccountSelector, { select, accounts }: PlaceContext): Ids {
  return new Set(select(selector, accounts).map(({ id }) => id));
}

function named(ids: readonly string[], { accounts }: PlaceContext): string {
  const names = accounts.filter(({ id }) => ids.includes(id)).map(({ id, name }) => `${name} (${id})`);
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${names.slice(0, 3).join(', ')}${more}`;
}

/** How people speak of parts of the world, by the beginnings of the Regions there. */
const WORLD: readonly (readonly [beginning: string, words: string])[] = [
  ['eu-', 'europe european eu emea'],
  ['us-', 'us usa america american states'],
  ['ap-', 'asia asian pacific apac'],
  ['ca-', 'canada canadian'],
  ['sa-', 'brazil south latam'],
  ['mx-', 'mexico latam'],
  ['af-', 'africa african'],
  ['me-', 'middle mena gulf'],
  ['il-', 'israel middle'],
  ['cn-', 'china chinese'],
];
const EVERYWHERE: ReadonlySet<string> = new Set(
  'region regions everywhere anywhere global globally worldwide'.split(' '),
);

function regionProblem(
  { regions, tables }: ChosenPlaces,
  spoken: SpokenPlaces,
  { question, conversation }: PlaceContext,
): string | undefined {
  const everywhere = regions.includes('all');
  if (everywhere && regions.length > 1) return 'Regions are either ["all"] or codes.';
  const unknown = regions.find((region) => region !== 'all' && !isKnownRegion(region));
  if (unknown !== undefined) {
    const near = nearest(unknown, knownRegions());
    return `There is no Region "${unknown}".${near.length === 0 ? '' : ` The nearest names are ${near.join(', ')}.`}`;
  }
  const open = regions.length === 0 || everywhere;
  const leftOut = spoken.excludedRegions.find(
    (region) => regions.includes(region) || (open && !tables.every((table) => filtersOut(table, region))),
  );
  if (leftOut !== undefined) {
    return `The question leaves out the Region ${leftOut}: filter every table by Region not-equal ${leftOut}.`;
  }
  if (spoken.regions.length > 0) {
    const same = !everywhere && spoken.regions.every((region) => regions.includes(region));
    const more = regions.find((region) => !spoken.regions.includes(region));
    return same && more === undefined
      ? undefined
      : `The question names ${spoken.regions.join(', ')}: ask exactly these Regions.`;
  }
  if (spoken.allRegions) return everywhere ? undefined : 'The question asks about all Regions: set regions to ["all"].';
  const words = new Set(wordsOf(question));
  const earlier = conversation.turns.flatMap(({ intent }) => (intent.kind === 'query' ? intent.regions : []));
  const meant = (region: string): boolean =>
    earlier.includes(region) ||
    (region === 'all' && [...EVERYWHERE].some((word) => words.has(word))) ||
    WORLD.some(([start, names]) => region.startsWith(start) && names.split(' ').some((name) => words.has(name)));
  const invented = regions.find((region) => !meant(region));
  return invented === undefined
    ? undefined
    : `The question names no Region: leave regions empty instead of asking ${invented}.`;
}

function filtersOut({ filters }: TableView, region: string): boolean {
  return filters.some(
    (filter) =>
      'column' in filter && filter.column === 'Region' && filter.is === 'not-equal' && filter.value === region,
  );
}
