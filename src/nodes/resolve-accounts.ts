import type { AccountReference, Partition } from '../domain/account.js';
import type { Caller } from '../domain/caller.js';
import type { AccountSelector } from '../domain/intent.js';
import { CentralOpsError } from '../domain/errors.js';
import { nearest } from '../domain/nearest.js';
import { homeRegion, isKnownRegion, knownRegions, partitionOfRegion } from '../domain/region.js';
import { emit, explained, runOf, type Node } from './node.js';

export interface ResolveAccountsUses {
  readonly selectAccounts: (
    selector: AccountSelector,
    caller: Caller,
    signal: AbortSignal | undefined,
  ) => Promise<{
    readonly accounts: readonly AccountReference[];
    /** What a reader must know about the list that they were chosen from, and about how they are opened. */
    readonly notices?: readonly string[];
  }>;
  /** Asked when neither question, flag nor registry entry says. */
  readonly defaultRegions: readonly string[];
}

/** Turns selectors into registry entries and settles which Regions each is asked in. */
export function createResolveAccounts(uses: ResolveAccountsUses): Node {
  return explained(async (state, runtime) => {
    const { intent } = state;
    if (intent === null || !('accounts' in intent)) return {};
    const regions = intent.kind === 'query' ? intent.regions : [];
    const everywhere = regions.includes('all');
    if (!everywhere) checkRegions(regions);
    const { accounts, notices = [] } = await uses.selectAccounts(intent.accounts, runOf(state).caller, runtime.signal);
    const assignments = accounts.map((account) => ({
      account,
      regions: everywhere ? [] : regionsOf(account, regions, uses.defaultRegions),
    }));
    emit(runtime, {
      type: 'accounts-resolved',
      accounts: accounts.map(({ id, name }) => ({ id, name })),
      regions: everywhere ? ['all'] : [...new Set(assignments.flatMap((assignment) => assignment.regions))].sort(),
    });
    return { accounts, assignments, ...(notices.length === 0 ? {} : { warnings: [...state.warnings, ...notices] }) };
  });
}

/** What was asked for beats the entry's own Regions, which beat the configured ones; only those of its partition. */
function regionsOf(
  account: AccountReference,
  asked: readonly string[],
  defaults: readonly string[],
): readonly string[] {
  if (asked.length > 0) {
    const own = inPartition(asked, account.partition);
    if (own.length > 0) return own;
    throw new CentralOpsError(
      'unknown-region',
      `${account.name} (${account.id}) is in partition ${account.partition}, which has none of ${asked.join(', ')}`,
      { nextStep: `Leave the account out, or name one of ${knownRegions(account.partition).join(', ')}.` },
    );
  }
  const configured = inPartition(account.regions ?? defaults, account.partition);
  return configured.length > 0 ? configured : [homeRegion(account.partition)];
}

function inPartition(regions: readonly string[], partition: Partition): readonly string[] {
  return [...new Set(regions)].filter((region) => partitionOfRegion(region) === partition);
}

function checkRegions(regions: readonly string[]): void {
  const unknown = regions.filter((region) => !isKnownRegion(region));
  const [first] = unknown;
  if (first === undefined) return;
  throw new CentralOpsError('unknown-region', `there is no Region "${unknown.join('", "')}"`, {
    facts: { regions: unknown },
    nextStep: `${nearestText(nearest(first, knownRegions(), 3))}"all" asks those that each account has enabled.`,
  });
}

function nearestText(names: readonly string[]): string {
  return names.length === 0 ? '' : `The nearest names are ${names.join(', ')}; `;
}
