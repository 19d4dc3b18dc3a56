import { setMaxListeners } from 'node:events';
import type { Clock } from '../domain/clock.js';
import { CentralOpsError } from '../domain/errors.js';
import { unlessAborted } from '../domain/unless-aborted.js';
import type { AccountSource, LoadedAccounts } from './account-source.js';
import { createRegistry, type Registry } from './registry.js';

/** Where a list is kept between processes; see `createAccountListFile`. */
export interface AccountListStore {
  read(): Promise<LoadedAccounts | undefined>;
  write(list: LoadedAccounts): Promise<void>;
}

export interface CachedRegistryOptions {
  readonly source: AccountSource;
  /** Absent: kept in memory only. */
  readonly store?: AccountListStore;
  readonly clock: Clock;
  /** Whether a list of that age is still the caller's: somebody else may have signed in since. Absent: it is. */
  readonly stillHolds?: (fetchedAt: number) => Promise<boolean>;
}

/** Reads the registry; `refresh` asks the source whatever is kept. */
export type ReadRegistry = (signal: AbortSignal, options?: { readonly refresh?: boolean }) => Promise<Registry>;

/** A new account is in answers a quarter of an hour later, or at once with a refresh. */
const FRESH_MILLIS = 15 * 60_000;
/** A thousand accounts are fifty pages one after the other. */
const LOAD_MILLIS = 5 * 60_000;
/** How long a list may stand in for a source that cannot be reached; every answer then says so. */
const STANDS_IN_MILLIS = 24 * 3_600_000;

/**
 * The accounts of a source that is asked over the network, kept for a while in memory and, for a command line, in a file.
 * Concurrent readers share one request. A source that cannot be reached for a passing reason is replaced by the kept list,
 * with a notice; a refusal is thrown, because it may be meant.
 */
export function createCachedRegistry({ source, store, clock, stillHolds }: CachedRegistryOptions): ReadRegistry {
  let held: LoadedAccounts | undefined;
  let flight: Promise<LoadedAccounts> | undefined;

  async function load(signal: AbortSignal): Promise<LoadedAccounts> {
    const list = await source.load(signal);
    if (list.accounts.length === 0) {
      throw new CentralOpsError('registry-invalid', `${source.origin} has no account that can be asked.`, {
        nextStep: 'Check whose identity this process has, or keep the accounts in a file (ACCOUNT_REGISTRY=PATH).',
      });
    }
    held = list;
    await store?.write(list);
    return list;
  }

  const isWithin = (list: LoadedAccounts, millis: number): boolean => {
    const age = clock() - list.fetchedAt;
    // A list from the future was written under another clock, and says nothing about its age.
    return age >= 0 && age < millis;
  };

  return async (signal, { refresh = false } = {}) => {
    held ??= await store?.read();
    if (held !== undefined && (await stillHolds?.(held.fetchedAt)) === false) held = undefined;
    const kept = held;
    if (!refresh && kept !== undefined && isWithin(kept, FRESH_MILLIS)) return registryOf(kept, source);
    try {
      // Its own time limit, and not the first reader's signal: others wait for the same list.
      flight ??= load(forManyRequests(AbortSignal.timeout(LOAD_MILLIS))).finally(() => {
        flight = undefined;
      });
      return registryOf(await unlessAborted(flight, signal), source);
    } catch (error) {
      if (signal.aborted || refresh || kept === undefined || !isPassing(error) || !isWithin(kept, STANDS_IN_MILLIS))
        throw error;
      const minutes = Math.round((clock() - kept.fetchedAt) / 60_000);
      return registryOf(
        kept,
        source,
        `The accounts are those that ${source.origin} listed ${minutes} minutes ago; it could not be asked now (${error.message}). Newer accounts are missing.`,
      );
    }
  };
}

/** A list may take a request per account, and Node warns on stderr above ten listeners. */
function forManyRequests(signal: AbortSignal): AbortSignal {
  setMaxListeners(0, signal);
  return signal;
}

function registryOf(list: LoadedAccounts, source: AccountSource, notice?: string): Registry {
  return {
    ...createRegistry(list.accounts, source.origin),
    readAt: list.fetchedAt,
    ...(notice === undefined ? {} : { notice }),
  };
}

function isPassing(error: unknown): error is CentralOpsError {
  return (
    error instanceof CentralOpsError &&
    ['throttled', 'unreachable', 'timed-out', 'credentials-unavailable'].includes(error.code)
  );
}
