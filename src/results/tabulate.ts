import type { AccountReference } from '../domain/account.js';
import type { Table } from '../domain/answer.js';
import { groupBy } from '../domain/group-by.js';
import type { Json } from '../domain/json.js';
import type { Outcome, RowSet } from '../domain/outcome.js';
import { countsAsAnswered } from '../domain/outcome.js';
import type { FrozenCall, FrozenPlan, TableView } from '../domain/plan.js';
import { passes } from './filters.js';

const LEADING_COLUMNS = ['Account', 'Account ID', 'Region'] as const;

export interface Collected {
  readonly plan: FrozenPlan;
  /** In the order of the registry, which is the order of the rows. */
  readonly accounts: readonly AccountReference[];
  readonly outcomes: readonly Outcome[];
  readonly rowSets: readonly RowSet[];
}

/** Computes every table of the plan, whole: cutting is for those who show it. All counting of the product is here. */
export function tabulate(collected: Collected): readonly Table[] {
  const rowsByCall = groupRows(collected);
  return collected.plan.show.tables.map((view) => {
    const rows = viewRows(view, collected, rowsByCall);
    const table = view.kind === 'count' ? countTable(view, rows, collected) : rowTable(view, rows);
    return { title: collected.plan.show.tables.length === 1 ? collected.plan.show.title : view.noun, ...table };
  });
}

interface ViewRow {
  readonly account: AccountReference;
  readonly region: string;
  readonly cells: readonly Json[];
}

interface ViewRows {
  readonly columns: readonly string[];
  readonly rows: readonly ViewRow[];
}

type RowsByCall = ReadonlyMap<string, readonly ViewRow[]>;

function groupRows({ accounts, rowSets }: Collected): RowsByCall {
  const order = new Map(accounts.map((account, index) => [account.id, { account, index }]));
  const sorted = rowSets.toSorted(
    (left, right) => (order.get(left.accountId)?.index ?? 0) - (order.get(right.accountId)?.index ?? 0),
  );
  const byCall = new Map<string, ViewRow[]>();
  for (const rowSet of sorted) {
    const account = order.get(rowSet.accountId)?.account;
    if (account === undefined) continue;
    const rows = byCall.get(rowSet.call) ?? [];
    byCall.set(rowSet.call, rows);
    // Pages of several Regions arrive in any order; a stable sort by Region keeps each Region's own order.
    const inRegions = rowSet.rows.toSorted((left, right) => compareText(left.region, right.region));
    for (const row of inRegions) rows.push({ account, region: row.region, cells: row.cells });
  }
  return byCall;
}

function viewRows(view: TableView, { plan }: Collected, rowsByCall: RowsByCall): ViewRows {
  const own = columnNames(plan, view.call);
  let columns = own;
  let rows = rowsByCall.get(view.call) ?? [];
  for (const join of view.join ?? []) {
    const joined = columnNames(plan, join.call);
    const added = joined.filter((name) => !columns.includes(name));
    const keyIndex = joined.indexOf(join.on);
    const byKey = new Map<string, ViewRow>();
    for (const row of rowsByCall.get(join.call) ?? []) byKey.set(joinKey(row, row.cells[keyIndex] ?? null), row);
    const ownKeyIndex = columns.indexOf(join.on);
    rows = rows.map((row) => {
      const match = byKey.get(joinKey(row, row.cells[ownKeyIndex] ?? null));
      return { ...row, cells: [...row.cells, ...added.map((name) => match?.cells[joined.indexOf(name)] ?? null)] };
    });
    columns = [...columns, ...added];
  }
  const kept = rows.filter((row) => passes(view.filters, (name) => cellOf(row, columns, name)));
  return { columns, rows: kept };
}

/** Values that are equal across Regions would collide, but a join stays inside one account. */
function joinKey(row: ViewRow, value: Json): string {
  return `${row.account.id}|${JSON.stringify(value)}`;
}

function rowTable(view: TableView, { columns, rows }: ViewRows): Omit<Table, 'title'> {
  const sorted = sortRows(view, rows, columns);
  const limited = view.limit === undefined ? sorted : sorted.slice(0, view.limit);
  return {
    columns: [...LEADING_COLUMNS, ...columns],
    rows: limited.map((row) => [row.account.name, row.account.id, row.region, ...row.cells]),
    total: rows.length,
    truncated: limited.length < rows.length,
  };
}

function countTable(view: TableView, { columns, rows }: ViewRows, collected: Collected): Omit<Table, 'title'> {
  const notes = accountNotes(view, collected);
  const withNote = notes.size > 0;
  const grouped = groupBy(rows, (row) => row.account.id);
  const body = collected.accounts.flatMap((account) => {
    const own = grouped.get(account.id) ?? [];
    const note = notes.get(account.id);
    const tail = withNote ? [note?.text ?? ''] : [];
    if (view.by === undefined) {
      // Zero means "asked, and there is none"; an account that never answered has no number.
      return [[account.name, account.id, note?.silent === true ? null : own.length, ...tail]];
    }
    const counts = new Map<string, number>();
    if (view.by === 'Region') for (const region of answeredRegions(account, view, collected)) counts.set(region, 0);
    for (const row of own) {
      const key = displayValue(cellOf(row, columns, view.by));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (counts.size === 0) return [[account.name, account.id, null, note?.silent === true ? null : 0, ...tail]];
    return [...counts]
      .toSorted(([left], [right]) => compareText(left, right))
      .map(([value, count]) => [account.name, account.id, value, count, ...tail]);
  });
  const by = view.by === undefined ? [] : [view.by];
  return {
    columns: ['Account', 'Account ID', ...by, 'Count', ...(withNote ? ['Note'] : [])],
    rows: body,
    total: body.length,
    truncated: false,
  };
}

interface AccountNote {
  readonly text: string;
  /** True when nothing of the account answered, so that there is no number to show. */
  readonly silent: boolean;
}

/** What is missing from each account's number, so that a count never passes for the whole when it is not. */
function accountNotes(view: TableView, { outcomes, plan }: Collected): ReadonlyMap<string, AccountNote> {
  const calls = feedingCalls(view, plan);
  const relevant = outcomes.filter((outcome) => calls.has(outcome.call));
  const notes = new Map<string, AccountNote>();
  for (const [accountId, own] of groupBy(relevant, (outcome) => outcome.accountId)) {
    const failed = own.filter((outcome) => !countsAsAnswered(outcome.kind));
    const cut = own.some((outcome) => outcome.truncated);
    if (failed.length === 0 && !cut) continue;
    const kinds = [...new Set(failed.map((outcome) => outcome.kind))].join(', ');
    const where = failed.length === own.length ? '' : ` in ${[...new Set(failed.map((o) => o.region))].join(', ')}`;
    notes.set(accountId, {
      text: failed.length === 0 ? 'at least: the list was cut' : `${kinds}${where}`,
      silent: failed.length === own.length,
    });
  }
  return notes;
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

function answeredRegions(account: AccountReference, view: TableView, { outcomes }: Collected): readonly string[] {
  return outcomes
    .filter(
      (outcome) =>
        outcome.accountId === account.id &&
        outcome.call === view.call &&
        outcome.region !== '*' &&
        outcome.kind === 'answered',
    )
    .map((outcome) => outcome.region);
}

function sortRows(view: TableView, rows: readonly ViewRow[], columns: readonly string[]): readonly ViewRow[] {
  const { sort } = view;
  if (sort === undefined) return rows;
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = cellOf(left, columns, sort.column);
    const b = cellOf(right, columns, sort.column);
    if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
    return direction * compareText(displayValue(a), displayValue(b));
  });
}

function cellOf(row: ViewRow, columns: readonly string[], name: string): Json {
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

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A cell as one piece of text: lists joined, nothing for null. */
export function displayValue(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((element: Json) => displayValue(element)).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
