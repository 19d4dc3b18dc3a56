import type { AccountReference } from '../domain/account.js';
import type { Table } from '../domain/answer.js';
import { groupBy } from '../domain/group-by.js';
import type { Json } from '../domain/json.js';
import type { Outcome, RowSet } from '../domain/outcome.js';
import { countsAsAnswered } from '../domain/outcome.js';
import type { FrozenCall, FrozenPlan, Sort, TableView } from '../domain/plan.js';
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
  /** Columns of a joined call that failed for this row: shown empty, but not known to be empty. */
  readonly unknown: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

interface ViewRows {
  readonly columns: readonly string[];
  readonly rows: readonly ViewRow[];
}

type RowsByCall = ReadonlyMap<string, readonly ViewRow[]>;

function groupRows({ accounts, rowSets }: Collected): RowsByCall {
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

function viewRows(view: TableView, collected: Collected, rowsByCall: RowsByCall): ViewRows {
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
  const kept = rows.filter((row) =>
    passes(view.filters, (name) => (row.unknown.has(name) ? undefined : cellOf(row, columns, name))),
  );
  return { columns, rows: kept };
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
      return [[account.name, account.id, note?.silent === true && own.length === 0 ? null : own.length, ...tail]];
    }
    const counts = new Map<string, number>();
    if (view.by === 'Region') for (const region of answeredRegions(account, view, collected)) counts.set(region, 0);
    // Rows of a global call know their own Regions; "global" is for those that do not.
    if (own.length > 0 && counts.get('global') === 0) counts.delete('global');
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
  const headings = ['Account', 'Account ID', ...by, 'Count', ...(withNote ? ['Note'] : [])];
  const sorted = sortCounts(view, body, headings);
  const limited = view.limit === undefined ? sorted : sorted.slice(0, view.limit);
  return { columns: headings, rows: limited, total: body.length, truncated: limited.length < body.length };
}

/** What could not be counted stands behind what could, whichever way the counts are sorted. */
function sortCounts(
  { sort }: TableView,
  rows: readonly (readonly Json[])[],
  headings: readonly string[],
): readonly (readonly Json[])[] {
  const index = sort === undefined ? -1 : headings.indexOf(sort.column);
  if (sort === undefined || index < 0) return rows;
  const known = rows.filter((row) => (row[index] ?? null) !== null);
  const unknown = rows.filter((row) => (row[index] ?? null) === null);
  return [
    ...known.toSorted((left, right) => compareCells(left[index] ?? null, right[index] ?? null, sort)),
    ...unknown,
  ];
}

interface AccountNote {
  readonly text: string;
  /** True when a call that the view shows answered nowhere in the account, so that a zero would be made up. */
  readonly silent: boolean;
}

/** What is missing from each account's number, so that a count never passes for the whole when it is not. */
function accountNotes(view: TableView, { accounts, outcomes, plan }: Collected): ReadonlyMap<string, AccountNote> {
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
      notes.set(id, { text: 'at least: the list was cut', silent });
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
  return rows.toSorted((left, right) =>
    compareCells(cellOf(left, columns, sort.column), cellOf(right, columns, sort.column), sort),
  );
}

/** Numbers by size, everything else by its text. */
function compareCells(left: Json, right: Json, { descending }: Sort): number {
  const direction = descending ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return direction * (left - right);
  return direction * compareText(displayValue(left), displayValue(right));
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
