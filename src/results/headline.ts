import type { Coverage, Table } from '../domain/answer.js';
import type { Show, TableView } from '../domain/plan.js';

/** The first sentence of an answer: "73 running EC2 instances in 10 accounts." Plain text; all numbers from the tables. */
export function headlineOf(show: Show, tables: readonly Table[], coverage: Coverage): string {
  const counted = show.tables.map((view, index) => `${countOf(view, tables[index])} ${view.noun}`);
  return `${listed(counted)} ${where(coverage)}.`;
}

function countOf(view: TableView, table: Table | undefined): number {
  if (table === undefined) return 0;
  if (view.kind === 'rows') return table.total;
  const index = table.columns.indexOf('Count');
  return table.rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0);
}

function where({ accounts: { asked, answered } }: Coverage): string {
  if (answered === asked) return `in ${asked} ${asked === 1 ? 'account' : 'accounts'}`;
  if (answered === 0) return `found, but none of ${asked} ${asked === 1 ? 'account' : 'accounts'} answered completely`;
  return `in what answered: ${answered} of ${asked} accounts completely`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
