import { accountLabel } from '../domain/account.js';
import { groupBy } from '../domain/group-by.js';
import { countsAsAnswered, type Outcome } from '../domain/outcome.js';
import type { FrozenPlan, TableView } from '../domain/plan.js';
import type { Collected } from './view-rows.js';

export interface AccountNote {
  readonly text: string;
  /** True when a call that the view shows answered nowhere in the account, so that a zero would be made up. */
  readonly silent: boolean;
}

/** What is missing from each account's number, so that a count never passes for the whole when it is not. */
export function accountNotes(
  view: TableView,
  { accounts, outcomes, plan }: Collected,
): ReadonlyMap<string, AccountNote> {
  const feeding = feedingCalls(view, plan);
  const shown = [view.call, ...(view.join ?? []).map((join) => join.call)];
  const relevant = groupBy(
    outcomes.filter((outcome) => feeding.has(outcome.call)),
    (outcome) => outcome.accountId,
  );
  const notes = new Map<string, AccountNote>();
  for (const { id } of accounts) {
    const own = relevant.get(id) ?? [];
    const failed = own.filter((outcome) => !countsAsAnswered(outcome.kind));
    const silent = shown.some((call) => !own.some((one) => one.call === call && countsAsAnswered(one.kind)));
    if (failed.length > 0) {
      const kinds = [...new Set(failed.map((outcome) => outcome.kind))].join(', ');
      notes.set(id, { text: failed.length === own.length ? kinds : `${kinds}${namedRegions(failed)}`, silent });
    } else if (silent) {
      notes.set(id, { text: 'no outcome', silent });
    } else if (own.some((outcome) => outcome.truncated)) {
      // Of what is cut off nobody knows whether it would make an amount larger.
      const lead = view.measure === undefined ? 'at least' : 'incomplete';
      notes.set(id, { text: `${lead}: the list was cut`, silent });
    }
  }
  return notes;
}

function namedRegions(outcomes: readonly Outcome[]): string {
  const regions = [...new Set(outcomes.map((outcome) => outcome.region))].filter(
    (region) => region !== 'global' && region !== '*',
  );
  return regions.length === 0 ? '' : ` in ${regions.join(', ')}`;
}

/** The view's own call, its joins, and everything that those are asked "for each" of. */
function feedingCalls(view: TableView, plan: FrozenPlan): ReadonlySet<string> {
  const byId = new Map(plan.calls.map((call) => [call.id, call]));
  const feeding = new Set<string>();
  const visit = (id: string): void => {
    if (feeding.has(id)) return;
    feeding.add(id);
    const source = byId.get(id)?.forEach?.call;
    if (source !== undefined) visit(source);
  };
  visit(view.call);
  for (const join of view.join ?? []) visit(join.call);
  return feeding;
}

/** Accounts named one by one; the coverage line counts all of them. */
const NAMED = 10;

/** The accounts of which something is missing, and what: "Staging (333333333333): denied in eu-west-1". */
export function incompleteText(view: TableView, collected: Collected): string | undefined {
  const notes = accountNotes(view, collected);
  const named = collected.accounts.flatMap((account) => {
    const note = notes.get(account.id);
    return note === undefined
      ? []
      : [`${accountLabel(account)}: ${note.text.replace(/^(?:at least|incomplete): /, '')}`];
  });
  if (named.length === 0) return undefined;
  const more = named.length > NAMED ? [`${named.length - NAMED} more accounts`] : [];
  return [...named.slice(0, NAMED), ...more].join('; ');
}
