import type { Plan, TableView } from '../../domain/plan.js';
import type { Catalogue } from '../catalogue/facts.js';
import { normal } from './account-words.js';

/** The columns that a table of a plan has, as `tabulate` makes them. */
export function columnsOf(catalogue: Catalogue, plan: Plan, view: TableView): readonly string[] {
  const own = [view.call, ...(view.join ?? []).map(({ call }) => call)].flatMap((id) => {
    const call = plan.calls.find((candidate) => candidate.id === id);
    if (call === undefined) return [];
    const columns =
      call.columns.length > 0 ? call.columns : (catalogue.find(call.service, call.operation)?.columns ?? []);
    return columns.map(({ name }) => name);
  });
  return ['Account', 'Account ID', 'Region', ...new Set(own)];
}

/** The columns that words may mean: the one of that name, else those that have the words in their names. */
export function columnsNamed(columns: readonly string[], words: string): readonly string[] {
  const wanted = normal(words);
  if (wanted === '') return [];
  const exact = columns.filter((name) => normal(name) === wanted);
  if (exact.length > 0) return exact;
  const forms = SAID_FOR[wanted] ?? [wanted];
  return columns.filter((name) => forms.some((form) => ` ${normal(name)} `.includes(` ${form} `)));
}

/** Words of people to words of headings. */
const SAID_FOR: Readonly<Record<string, readonly string[]>> = {
  'launch time': ['launch', 'launched', 'launch time'],
  age: ['created', 'launched', 'creation date'],
  date: ['created', 'launched', 'date', 'time', 'modified'],
  time: ['time', 'created', 'launched', 'modified'],
  'creation date': ['created', 'creation date'],
  'creation time': ['created', 'creation time'],
  status: ['status', 'state'],
  state: ['state', 'status'],
  size: ['size', 'gib', 'mb', 'bytes'],
  class: ['class', 'type'],
  az: ['zone', 'az'],
};
