import type { Table } from '../domain/answer.js';
import { groupBy } from '../domain/group-by.js';
import type { TableView } from '../domain/plan.js';
import { incompleteText } from './account-notes.js';
import { groupTable } from './group-table.js';
import { firstRows, orderRows } from './order-rows.js';
import { shownRules } from './telling.js';
import { cellOf, groupRows, viewRows, type Collected, type ViewRow, type ViewRows } from './view-rows.js';

const LEADING_COLUMNS = ['Account', 'Account ID', 'Region'] as const;

/** Computes every table of the plan, whole: cutting is for those who show it. All counting of the product is here. */
export function tabulate(collected: Collected): readonly Table[] {
  const rowsByCall = groupRows(collected);
  return collected.plan.show.tables.map((view) => {
    const rows = viewRows(view, collected, rowsByCall);
    const table = view.kind === 'count' ? groupTable(view, rows, collected) : rowTable(view, rows);
    const incomplete = compares(view) ? incompleteText(view, collected) : undefined;
    return {
      title: collected.plan.show.tables.length === 1 ? collected.plan.show.title : view.noun,
      ...table,
      ...(incomplete === undefined ? {} : { incomplete }),
    };
  });
}

/** Whether what one account holds may change what is said of another: an amount of all, or who is first. */
function compares({ kind, measure, across, sort, limit }: TableView): boolean {
  return measure !== undefined || across === true || (sort !== undefined && (kind === 'count' || limit !== undefined));
}

function rowTable(view: TableView, { columns, rows }: ViewRows): Omit<Table, 'title'> {
  const { sort, limit, by } = view;
  const sortedBy = (row: ViewRow) => cellOf(row, columns, sort?.column ?? '');
  const sorted = sort === undefined ? rows : orderRows(rows, sortedBy, sort);
  const groups = by === undefined || limit === undefined ? [sorted] : groupsBy(by, sorted, columns);
  const first = groups.flatMap((own) => firstRows(own, view, sortedBy));
  // How many these are is not what was asked for: they share a place, or each group has its own.
  const picked = limit !== undefined && (by !== undefined || (limit === 1 && sort !== undefined));
  const shown = columns.map((column) => shownRules(view.filters, column));
  const cellsOf = ({ cells }: ViewRow) =>
    shown.every((show) => show === undefined) ? cells : cells.map((cell, index) => shown[index]?.(cell) ?? cell);
  return {
    columns: [...LEADING_COLUMNS, ...columns],
    rows: first.map((row) => [row.account.name, row.account.id, row.region, ...cellsOf(row)]),
    total: picked ? first.length : rows.length,
    truncated: !picked && first.length < rows.length,
    ...(picked ? { found: rows.length } : {}),
  };
}

/** Two accounts may have one name: they are told apart by their ids. */
function groupsBy(by: string, rows: readonly ViewRow[], columns: readonly string[]): readonly (readonly ViewRow[])[] {
  const name = by === 'Account' ? 'Account ID' : by;
  return [...groupBy(rows, (row) => JSON.stringify(cellOf(row, columns, name))).values()];
}
