import type { Coverage, Measured, Table } from '../domain/answer.js';
import { measureHeading } from '../domain/measure.js';
import type { Show, TableView } from '../domain/plan.js';

/** The first sentence of an answer: "73 running EC2 instances in 10 accounts." Plain text; all numbers from the tables. */
export function headlineOf(show: Show, tables: readonly Table[], coverage: Coverage): string {
  const counts = show.tables.map((view, index) => countOf(view, tables[index]));
  const counted = show.tables.map((view, index) => countedText(view, counts[index] ?? 0, tables[index]));
  const { asked, answered } = coverage.accounts;
  const accounts = `${asked} ${asked === 1 ? 'account' : 'accounts'}`;
  if (answered === asked) return `${listed(counted)} in ${accounts}.`;
  // A call that failed on a later page has found something, and is an answer as far as it goes.
  if (coverage.calls.answered === 0 && counts.every((count) => count === 0))
    return `No answer: none of ${accounts} could be asked.`;
  return `${listed(counted)}, as far as it was answered: ${answered} of ${accounts} completely.`;
}

/** The sum of some counts is not that of all. */
function countedText(view: TableView, count: number, table: Table | undefined): string {
  if (table?.measured !== undefined) return measuredText(view, table.measured, table.incomplete !== undefined);
  if (table?.found !== undefined) return `${count} of ${table.found} ${view.noun} (${pickedText(view)})`;
  if (view.kind === 'rows' || table?.truncated !== true) return `${count} ${view.noun}`;
  return `${count} ${view.noun} in the first ${table.rows.length} of ${table.total} counts`;
}

/** "The first 2 by Size GiB descending, of each Account": which rows were picked of those that were found. */
function pickedText({ limit, sort, by }: TableView): string {
  const first = limit === 1 ? 'the first' : `the first ${limit}`;
  const order = sort === undefined ? '' : ` by ${sort.column} ${sort.descending ? 'descending' : 'ascending'}`;
  return `${first}${order}${by === undefined ? '' : `, of each ${by}`}`;
}

/** "Total Size GiB: 17432, of 73 EBS volumes": the number, and of how many it is. */
function measuredText(view: TableView, measured: Measured, incomplete: boolean): string {
  const { value, rows, without } = measured;
  const amount = `${value ?? 'no number'}${incomplete ? ' (incomplete)' : ''}`;
  const of = without === 0 ? `${rows}` : `${rows} of ${rows + without}`;
  return `${measureHeading(measured)}: ${amount}, of ${of} ${view.noun}${without === 0 ? '' : ` (${without} without a number)`}`;
}

function countOf(view: TableView, table: Table | undefined): number {
  if (table === undefined) return 0;
  if (table.measured !== undefined) return table.measured.rows + table.measured.without;
  if (view.kind === 'rows') return table.total;
  const index = table.columns.indexOf('Count');
  return table.rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
