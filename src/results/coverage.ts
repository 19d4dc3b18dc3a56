import type { AccountReference } from '../domain/account.js';
import { accountLabel } from '../domain/account.js';
import type { AnswerStatus, Coverage, Failure } from '../domain/answer.js';
import { groupBy } from '../domain/group-by.js';
import type { Outcome, OutcomeKind } from '../domain/outcome.js';
import { countsAsAnswered } from '../domain/outcome.js';

/** How each kind of failure is counted in the coverage line. */
const COUNTED_AS: Readonly<Record<OutcomeKind, string>> = {
  answered: 'answered',
  'not-offered': 'not offered',
  'region-disabled': 'Region disabled',
  denied: 'denied',
  unreachable: 'unreachable',
  throttled: 'throttled',
  'timed-out': 'timed out',
  'over-budget': 'over budget',
  cancelled: 'cancelled',
  refused: 'refused',
  failed: 'failed',
};

/**
 * Says how much of what was asked came back. Every account asked is in it: one without any outcome is counted as
 * `failed`, because an account that vanishes is the worst answer of all.
 */
export function computeCoverage(accounts: readonly AccountReference[], reported: readonly Outcome[]): Coverage {
  const outcomes = [...reported, ...missingOutcomes(accounts, reported)];
  const byAccount = groupBy(outcomes, (outcome) => outcome.accountId);
  const accountsById = new Map(accounts.map((account) => [account.id, account]));
  const failing = outcomes.filter((outcome) => !countsAsAnswered(outcome.kind));
  const incomplete = [...byAccount].filter(([, own]) => own.some((outcome) => !countsAsAnswered(outcome.kind)));
  const regions = [...new Set(outcomes.map((outcome) => outcome.region))].filter((region) => region !== '*').sort();
  const answered = accounts.length - incomplete.length;
  return {
    accounts: { asked: accounts.length, answered },
    regions,
    calls: { asked: outcomes.length, answered: outcomes.length - failing.length },
    line: coverageLine(answered, accounts.length, regions, incomplete, outcomes),
    failures: failing.map((outcome) => failureOf(outcome, accountsById.get(outcome.accountId))),
  };
}

/** `complete` only when nothing was missed and nothing was cut; `failed` when nothing at all came back. */
export function statusOf(outcomes: readonly Outcome[], coverage: Coverage): AnswerStatus {
  const foundRows = outcomes.some((outcome) => outcome.rows > 0);
  if (coverage.calls.asked > 0 && coverage.calls.answered === 0 && !foundRows) {
    return outcomes.every((outcome) => outcome.kind === 'cancelled') && outcomes.length > 0 ? 'cancelled' : 'failed';
  }
  if (outcomes.some((outcome) => outcome.kind === 'cancelled')) return 'cancelled';
  const cut = outcomes.some((outcome) => outcome.truncated);
  return coverage.failures.length > 0 || cut ? 'partial' : 'complete';
}

function missingOutcomes(accounts: readonly AccountReference[], outcomes: readonly Outcome[]): readonly Outcome[] {
  const reported = new Set(outcomes.map((outcome) => outcome.accountId));
  return accounts.filter((account) => !reported.has(account.id)).map((account) => noOutcome(account));
}

/** How an account ends that was asked and has said nothing at all. */
export function noOutcome(account: AccountReference): Outcome {
  return {
    accountId: account.id,
    call: '*',
    label: 'every call',
    region: '*',
    kind: 'failed',
    rows: 0,
    truncated: false,
    code: 'no-outcome',
    message: `${accountLabel(account)} returned no outcome`,
    nextStep: 'This is a defect of this program: please report it with the run id.',
  };
}

function coverageLine(
  answered: number,
  asked: number,
  regions: readonly string[],
  incomplete: readonly (readonly [string, readonly Outcome[]])[],
  outcomes: readonly Outcome[],
): string {
  const kinds = new Map<OutcomeKind, number>();
  for (const [, own] of incomplete) {
    const worst = own.find((outcome) => !countsAsAnswered(outcome.kind));
    if (worst !== undefined) kinds.set(worst.kind, (kinds.get(worst.kind) ?? 0) + 1);
  }
  const named = regions.filter((region) => region !== 'global').length;
  const where = named === 0 ? '' : ` in ${named} ${named === 1 ? 'Region' : 'Regions'}`;
  const parts = [...kinds].map(([kind, count]) => `${count} ${COUNTED_AS[kind]}`);
  const cut = new Set(outcomes.filter((outcome) => outcome.truncated).map((outcome) => outcome.accountId)).size;
  if (cut > 0) parts.push(`${cut} cut short`);
  const tail = parts.length === 0 ? '' : `; ${parts.join(', ')}`;
  return `${answered} of ${asked} ${asked === 1 ? 'account' : 'accounts'}${where}${tail}`;
}

function failureOf(outcome: Outcome, account: AccountReference | undefined): Failure {
  return {
    accountId: outcome.accountId,
    accountName: account?.name ?? '',
    region: outcome.region,
    call: outcome.label,
    outcome: outcome.kind,
    message: outcome.message ?? 'no cause was reported',
    nextStep: outcome.nextStep ?? '',
  };
}
