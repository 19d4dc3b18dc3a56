import type { AccountReference } from '../domain/account.js';
import { groupBy } from '../domain/group-by.js';
import type { Json } from '../domain/json.js';
import type { Outcome, RowSet } from '../domain/outcome.js';
import { countsAsAnswered } from '../domain/outcome.js';
import type { FrozenCall, FrozenPlan, TableView } from '../domain/plan.js';
import { compareText } from './display-value.js';
import { judge } from './filters.js';

export interface Collected {
  readonly plan: FrozenPlan;
  /** In the order of the registry, which is the order of the rows. */
  readonly accounts: readonly AccountReference[];
  readonly outcomes: readonly Outcome[];
  readonly rowSets: readonly RowSet[];
}

/** A row of a table before it is sorted, cut or counted: one resource. */
export interface ViewRow {
  readonly account: AccountReference;
  readonly region: string;
  readonly cells: readonly Json[];
  /** Columns of a joined call that failed for this row: shown empty, but not known to be empty. */
  readonly unknown: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

export interface ViewRows {
  readonly columns: readonly string[];
  readonly rows: readonly ViewRow[];
  /** Rows of which a filter cannot tell whether they belong to these. */
  readonly untold: readonly (ViewRow & { readonly why: string })[];
}

type RowsByCall = ReadonlyMap<string, readonly ViewRow[]>;

/** The rows of every call, in the order of the registry and of the Regions. */
export function groupRows({ accounts, rowSets }: Collected): RowsByCall {
  const byAccount = groupBy(rowSets, (rowSet) => rowSet.accountId);
  const byCall = new Map<string, ViewRow[]>();
  for (const account of accounts) {
    for (const [call, own] of groupBy(byAccount.get(account.id) ?? [], (rowSet) => rowSet.call)) {
      const rows = byCall.get(call) ?? [];
      byCall.set(call, rows);
      // Pages of several Regions arrive in any order; a stable sort by Region keeps each Region's own order.
      const inRegions = own
        .flatMap((rowSet) => rowSet.rows)
        .toSorted((left, right) => compareText(left.region, right.region));
      for (const { region, cells } of inRegions) rows.push({ account, region, cells, unknown: NOTHING });
    }
  }
  return byCall;
}

/** The rows that a table shows: joined, and without those that a filter leaves out. */
export function viewRows(view: TableView, collected: Collected, rowsByCall: RowsByCall): ViewRows {
  const { plan } = collected;
  const own = columnNames(plan, view.call);
  let columns = own;
  let rows = rowsByCall.get(view.call) ?? [];
  for (const join of view.join ?? []) {
    const joined = columnNames(plan, join.call);
    const added = joined.filter((name) => !columns.includes(name));
    const keyIndex = joined.indexOf(join.on);
    // Two Regions may have a cluster of the same name; only a global call's rows say nothing of the other's Region.
    const inRegion = !isGlobal(plan, view.call) && !isGlobal(plan, join.call);
    const byKey = new Map<string, ViewRow>();
    for (const row of rowsByCall.get(join.call) ?? []) {
      byKey.set(joinKey(row, row.cells[keyIndex] ?? null, inRegion), row);
    }
    const ownKeyIndex = columns.indexOf(join.on);
    const incomplete = incompleteAccounts(join.call, collected);
    rows = rows.map((row) => {
      const match = byKey.get(joinKey(row, row.cells[ownKeyIndex] ?? null, inRegion));
      return {
        ...row,
        cells: [...row.cells, ...added.map((name) => match?.cells[joined.indexOf(name)] ?? null)],
        unknown:
          match === undefined && incomplete.has(row.account.id) ? new Set([...row.unknown, ...added]) : row.unknown,
      };
    });
    columns = [...columns, ...added];
  }
  const judged = rows.map((row) => ({
    row,
    told: judge(view.filters, (name) => (row.unknown.has(name) ? undefined : cellOf(row, columns, name))),
  }));
  return {
    columns,
    rows: judged.filter(({ told }) => told === true).map(({ row }) => row),
    untold: judged.flatMap(({ row, told }) => (typeof told === 'object' ? [{ ...row, why: told.why }] : [])),
  };
}

/** A join stays inside one account and, between regional calls, inside one Region. */
function joinKey(row: ViewRow, value: Json, inRegion: boolean): string {
  return `${row.account.id}|${inRegion ? row.region : ''}|${JSON.stringify(value)}`;
}

/** Accounts in which a call failed or was cut somewhere, so that a missing row of it means nothing. */
function incompleteAccounts(callId: string, { outcomes }: Collected): ReadonlySet<string> {
  return new Set(
    outcomes
      .filter((outcome) => outcome.call === callId && (outcome.truncated || !countsAsAnswered(outcome.kind)))
      .map((outcome) => outcome.accountId),
  );
}

function isGlobal(plan: FrozenPlan, callId: string): boolean {
  return plan.calls.find((candidate) => candidate.id === callId)?.global === true;
}

/** The cell of a column; null where the row has none. */
export function cellOf(row: ViewRow, columns: readonly string[], name: string): Json {
  if (name === 'Region') return row.region;
  if (name === 'Account') return row.account.name;
  if (name === 'Account ID') return row.account.id;
  const index = columns.indexOf(name);
  return index === -1 ? null : (row.cells[index] ?? null);
}

function columnNames(plan: FrozenPlan, callId: string): readonly string[] {
  const call: FrozenCall | undefined = plan.calls.find((candidate) => candidate.id === callId);
  return call?.columns.map((column) => column.name) ?? [];
}
