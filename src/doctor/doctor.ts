import { setMaxListeners } from 'node:events';
import type { Account } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import type { Fetch } from '../network/fetch.js';
import { type AccountCheckUses, checkAccount } from './account-checks.js';
import type { CheckResult } from './check.js';
import { inParallel } from './in-parallel.js';
import { checkReachAndClock, failed, type HubIdentity } from './hub-checks.js';

export interface DoctorUses extends Omit<AccountCheckUses, 'hub' | 'deadline' | 'kind'> {
  /** What is configured, in a line, and whatever is at odds in it. */
  readonly configuration: { readonly summary: string; readonly problems: readonly string[] };
  /** How accounts are signed in to, and why so; rejects when nothing can be chosen. */
  readonly credentials: (
    signal: AbortSignal,
  ) => Promise<{ readonly kind: 'iam' | 'identity-center'; readonly reason: string }>;
  /** Whose identity this process has at AWS. */
  readonly hubIdentity: (signal: AbortSignal) => Promise<HubIdentity>;
  readonly accounts: (
    signal: AbortSignal,
  ) => Promise<{ readonly origin: string; readonly accounts: readonly Account[] }>;
  readonly stsUrl: URL;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Accounts at once. */
  readonly concurrency: number;
}

/** Seconds that the reads of one account may take. */
const READS_MILLIS = 60_000;

export interface Doctor {
  /**
   * Runs the checklist and yields results as they are known: the hub's in order, then each account's, in parallel. `accountId`
   * checks one account alone, `central` or not. Never throws for what a check finds; an abort rejects.
   */
  run(options: {
    readonly accountId?: string;
    readonly signal: AbortSignal;
  }): AsyncGenerator<readonly CheckResult[], void, undefined>;
}

export function createDoctor(uses: DoctorUses): Doctor {
  return {
    async *run({ accountId, signal }) {
      setMaxListeners(0, signal);
      yield [configurationCheck(uses)];
      const chosen = await outcomeOf(() => uses.credentials(signal), signal);
      const identity =
        chosen.ok && chosen.value.kind === 'iam' ? await outcomeOf(() => uses.hubIdentity(signal), signal) : undefined;
      const signIn = signInCheck(chosen, identity);
      yield [signIn];

      const listed = await outcomeOf(() => uses.accounts(signal), signal);
      const registry = registryCheck(listed, accountId);
      yield [registry.result];
      yield await checkReachAndClock({ ...uses, signal });

      if (!chosen.ok || signIn.status === 'fail' || registry.accounts.length === 0) return;
      const { kind } = chosen.value;
      const hub = identity?.ok === true ? identity.value : undefined;
      for await (const results of inParallel(registry.accounts, uses.concurrency, (account) =>
        checkAccount(account, { ...uses, kind, hub, deadline: uses.clock() + READS_MILLIS }, signal).catch(
          (error: unknown) => {
            signal.throwIfAborted();
            // A defect in one account's checks must not hide the others.
            return [
              { ...failed('assume-role', error, 'This is a defect of this program: please report it.'), account },
            ];
          },
        ),
      )) {
        yield results;
      }
    },
  };
}

type Attempt<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown };

async function outcomeOf<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, error };
  }
}

function configurationCheck({ configuration }: DoctorUses): CheckResult {
  const { summary, problems } = configuration;
  return problems.length === 0
    ? { check: 'configuration', status: 'pass', saw: summary }
    : {
        check: 'configuration',
        status: 'warn',
        saw: `${summary}; ${problems.join('; ')}`,
        fix: 'Change the settings that are named.',
      };
}

function signInCheck(
  chosen: Attempt<{ readonly kind: string; readonly reason: string }>,
  identity: Attempt<HubIdentity> | undefined,
): CheckResult {
  const check = 'sign-in';
  if (!chosen.ok) return failed(check, chosen.error, 'Run `central-ops login`.');
  if (identity === undefined) return { check, status: 'pass', saw: chosen.value.reason };
  if (identity.ok)
    return { check, status: 'pass', saw: `${chosen.value.reason}; AWS knows this process as ${identity.value.arn}` };
  return failed(
    check,
    identity.error,
    'Give this process AWS credentials of the hub (AWS_PROFILE, a task or instance role).',
  );
}

function registryCheck(
  listed: Attempt<{ readonly origin: string; readonly accounts: readonly Account[] }>,
  accountId: string | undefined,
): { readonly result: CheckResult; readonly accounts: readonly Account[] } {
  const check = 'registry';
  if (!listed.ok) return { result: failed(check, listed.error, 'Set ACCOUNT_REGISTRY.'), accounts: [] };
  const { origin, accounts } = listed.value;
  if (accountId !== undefined) {
    const account = accounts.find(({ id }) => id === accountId);
    if (account !== undefined)
      return { result: { check, status: 'pass', saw: `${account.name} is listed (${origin})` }, accounts: [account] };
    return {
      result: {
        check,
        status: 'fail',
        saw: `${accountId} is not one of the ${accounts.length} accounts there are (${origin})`,
        fix: 'Add it to the registry, or choose one that `central-ops accounts` lists.',
      },
      accounts: [],
    };
  }
  const targets = accounts.filter(({ role }) => role !== 'central');
  const central = accounts.length - targets.length;
  return {
    result: {
      check,
      status: targets.length === 0 ? 'fail' : 'pass',
      saw: `${targets.length} accounts${central === 0 ? '' : ` and ${central} asked by name only`} (${origin})`,
      ...(targets.length === 0 ? { fix: 'Add the accounts that are to be asked.' } : {}),
    },
    accounts: targets,
  };
}
