import type { AccountReference } from '../domain/account.js';
import type { Table } from '../domain/answer.js';
import { groupBy } from '../domain/group-by.js';
import type { Json } from '../domain/json.js';
import { measureHeading } from '../domain/measure.js';
import type { TableView } from '../domain/plan.js';
import { accountNotes, type AccountNote } from './account-notes.js';
import { compareText, displayValue } from './display-value.js';
import { measureCells } from './measure-rows.js';
import { firstRows, orderRows } from './order-rows.js';
import { cellOf, type Collected, type ViewRow, type ViewRows } from './view-rows.js';

/** A line of the table: whose it is, and the rows of the group; undefined where nobody could say whether there are any. */
interface Group {
  readonly account?: AccountReference;
  readonly value?: string | null;
  readonly rows: readonly ViewRow[] | undefined;
  readonly note?: string;
}

/** One line per group: how many rows it has and, with a measure, what their numbers amount to. */
export function groupTable(view: TableView, viewRows: ViewRows, collected: Collected): Omit<Table, 'title'> {
  const notes = accountNotes(view, collected);
  const groups =
    view.across === true ? groupsOfAll(view, viewRows, collected) : groupsOfEach(view, viewRows, collected, notes);
  const measured = (rows: readonly ViewRow[]) =>
    view.measure === undefined
      ? undefined
      : measureCells(
          view.measure,
          rows.map((row) => cellOf(row, viewRows.columns, view.measure?.column ?? '')),
        );
  const lines = groups.map(({ account, value, rows, note }) => {
    const amount = rows === undefined ? undefined : measured(rows);
    const without = amount === undefined || amount.without === 0 ? [] : [`${amount.without} without a number`];
    return {
      cells: [
        ...(account === undefined ? [] : [account.name, account.id]),
        ...(value === undefined ? [] : [value]),
        rows?.length ?? null,
        ...(view.measure === undefined ? [] : [amount?.value ?? null]),
      ],
      note: [...(note === undefined ? [] : [note]), ...without].join('; '),
    };
  });
  const headings = [
    ...(view.across === true ? [] : ['Account', 'Account ID']),
    ...(view.by === undefined ? [] : [view.by]),
    'Count',
    ...(view.measure === undefined ? [] : [measureHeading(view.measure)]),
  ];
  const withNote = lines.some(({ note }) => note !== '');
  const body = lines.map(({ cells, note }): readonly Json[] => (withNote ? [...cells, note] : cells));
  const cellAt = (row: readonly Json[]): Json => row[headings.indexOf(view.sort?.column ?? '')] ?? null;
  const sorted = view.sort === undefined ? body : orderRows(body, cellAt, view.sort);
  const shown = firstRows(sorted, view, cellAt);
  const whole = measured(viewRows.rows);
  return {
    columns: withNote ? [...headings, 'Note'] : headings,
    rows: shown,
    total: body.length,
    truncated: shown.length < body.length,
    ...(whole === undefined ? {} : { measured: whole }),
  };
}

/** The groups of every account, one by one, so that one that did not answer is seen. */
function groupsOfEach(
  view: TableView,
  { columns, rows }: ViewRows,
  collected: Collected,
  notes: ReadonlyMap<string, AccountNote>,
): readonly Group[] {
  const byAccount = groupBy(rows, (row) => row.account.id);
  return collected.accounts.flatMap((account): readonly Group[] => {
    const own = byAccount.get(account.id) ?? [];
    const note = notes.get(account.id);
    const shared = { account, ...(note === undefined ? {} : { note: note.text }) };
    // Zero means "asked, and there is none"; an account that never answered has no number.
    const known = note?.silent === true && own.length === 0 ? undefined : own;
    if (view.by === undefined) return [{ ...shared, rows: known }];
    const groups = groupsBy(view.by, { columns, rows: own }, answeredRegions([account], view, collected));
    if (groups.size === 0) return [{ ...shared, value: null, rows: known }];
    return [...groups].map(([value, inGroup]) => ({ ...shared, value, rows: inGroup }));
  });
}

/** The groups over all accounts; which accounts may be missing in any of them is said of the table. */
function groupsOfAll(view: TableView, viewRows: ViewRows, collected: Collected): readonly Group[] {
  if (view.by === undefined) return [{ rows: viewRows.rows }];
  const regions = answeredRegions(collected.accounts, view, collected);
  return [...groupsBy(view.by, viewRows, regions)].map(([value, rows]) => ({ value, rows }));
}

function groupsBy(
  by: string,
  { columns, rows }: Pick<ViewRows, 'columns' | 'rows'>,
  regions: readonly string[],
): ReadonlyMap<string, readonly ViewRow[]> {
  const groups = new Map<string, readonly ViewRow[]>(by === 'Region' ? regions.map((region) => [region, []]) : []);
  // Rows of a global call know their own Regions; "global" is for those that do not.
  if (rows.length > 0) groups.delete('global');
  for (const [value, own] of groupBy(rows, (row) => displayValue(cellOf(row, columns, by)))) groups.set(value, own);
  return new Map([...groups].toSorted(([left], [right]) => compareText(left, right)));
}

function answeredRegions(
  accounts: readonly AccountReference[],
  view: TableView,
  { outcomes }: Collected,
): readonly string[] {
  const ids = new Set(accounts.map(({ id }) => id));
  return outcomes
    .filter(
      (outcome) =>
        ids.has(outcome.accountId) &&
        outcome.call === view.call &&
        outcome.region !== '*' &&
        outcome.kind === 'answered',
    )
    .map((outcome) => outcome.region);
}
