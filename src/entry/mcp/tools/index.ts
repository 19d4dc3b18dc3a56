import type { Composition } from '../../../compose.js';
import type { DefinedTool } from '../tool.js';
import { createAskAccounts } from './ask-accounts.js';
import { createQueryAccounts } from './query-accounts.js';

/** Every tool that a door offers, in the order in which they are listed. */
export function createTools(uses: Pick<Composition, 'operations'>): readonly DefinedTool[] {
  return [createAskAccounts(uses), createQueryAccounts(uses)];
}
