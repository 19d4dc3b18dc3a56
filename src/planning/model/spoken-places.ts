import type { AccountDescription } from '../../domain/account.js';
import { createReader } from '../rules/reader.js';
import { tokenize } from '../rules/tokens.js';
import { TOPICS } from '../rules/topics/index.js';

/** Where a question says to look, in so many words. */
export interface SpokenPlaces {
  /** Selectors. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly allAccounts: boolean;
  readonly regions: readonly string[];
  readonly excludedRegions: readonly string[];
  readonly allRegions: boolean;
}

const reader = createReader(TOPICS);

/** The rules' own reading of accounts and Regions: what a model is held against. */
export function spokenPlaces(question: string, accounts: readonly AccountDescription[]): SpokenPlaces {
  const reading = reader.read(tokenize(question), accounts);
  return {
    include: [...reading.include.keys()],
    exclude: [...reading.exclude.keys()],
    allAccounts: reading.allAccounts && !reading.asksAccounts,
    regions: [...reading.regions],
    excludedRegions: [...reading.excludedRegions],
    allRegions: reading.allRegions || reading.asksRegions,
  };
}
