import type { Condition, Narrowing } from '../../domain/condition.js';
import type { Filter, Plan, TableView } from '../../domain/plan.js';
import type { Catalogue } from '../catalogue/facts.js';
import { columnsNamed, columnsOf } from './follow-up-columns.js';
import { contains, equal, notEqual } from './topic.js';

/** Changes of a plan that need no knowledge of what the plan is about. Columns are as a person wrote them. */
export interface PlanChanges {
  readonly narrowings: readonly Narrowing[];
  readonly counts: boolean | undefined;
  readonly groupBy: string | undefined;
  readonly sortBy: { readonly words: string; readonly descending: boolean } | undefined;
  readonly limit: number | undefined;
}

export type ChangedPlan =
  | { readonly kind: 'changed'; readonly plan: Plan; readonly notes: readonly string[] }
  | { readonly kind: 'doubt'; readonly question: string };

/**
 * A plan with its tables filtered, grouped, sorted or cut by the columns that they have. What could be several columns, or
 * none, is asked back.
 */
export function changedPlan(catalogue: Catalogue, plan: Plan, changes: PlanChanges): ChangedPlan {
  const tables: TableView[] = [];
  const notes = new Set<string>();
  for (const view of plan.show.tables) {
    const changed = changedView(view, columnsOf(catalogue, plan, view), changes);
    if (typeof changed === 'string') return { kind: 'doubt', question: changed };
    tables.push(changed.view);
    for (const note of changed.notes) notes.add(note);
  }
  return { kind: 'changed', plan: { ...plan, show: { ...plan.show, tables } }, notes: [...notes] };
}

interface ChangedView {
  readonly view: TableView;
  readonly notes: readonly string[];
}

function changedView(view: TableView, columns: readonly string[], changes: PlanChanges): ChangedView | string {
  const notes: string[] = [];
  const filters: Filter[] = [];
  for (const narrowing of changes.narrowings) {
    const filter = filterFor(narrowing, columns);
    if (typeof filter === 'string') return filter;
    filters.push(filter.filter);
    notes.push(filter.note);
  }
  const group = changes.groupBy === undefined ? undefined : columnFor(changes.groupBy, columns, 'group by');
  if (group !== undefined && typeof group !== 'string') return group.doubt;
  const sort = changes.sortBy === undefined ? undefined : columnFor(changes.sortBy.words, columns, 'sort by');
  if (sort !== undefined && typeof sort !== 'string') return sort.doubt;
  const counts = changes.counts ?? (group === undefined ? view.kind === 'count' : true);
  const { by, sort: sorted, limit: cut, ...rest } = view;
  const limit = changes.limit ?? cut;
  const order = sort === undefined ? sorted : { column: sort, descending: changes.sortBy?.descending === true };
  if (counts && (changes.limit !== undefined || sort !== undefined)) return 'I can sort and limit a list, not a count.';
  if (group !== undefined) notes.push(`counted by ${group}`);
  if (changes.limit !== undefined) notes.push(`the first ${changes.limit}`);
  if (sort !== undefined)
    notes.push(`sorted by ${sort}${changes.sortBy?.descending === true ? ', the largest first' : ''}`);
  const byColumn = group ?? by;
  return {
    notes,
    view: {
      ...rest,
      kind: counts ? 'count' : 'rows',
      filters: [...view.filters, ...filters],
      noun: [view.noun, ...(filters.length === 0 ? [] : [`(${notes.slice(0, filters.length).join(', ')})`])].join(' '),
      ...(counts && byColumn !== undefined && !isAccount(byColumn) ? { by: byColumn } : {}),
      ...(!counts && order !== undefined ? { sort: order } : {}),
      ...(!counts && limit !== undefined ? { limit } : {}),
    },
  };
}

/** Counts are per account anyway. */
function isAccount(column: string): boolean {
  return column === 'Account' || column === 'Account ID';
}

function columnFor(words: string, columns: readonly string[], verb: string): string | { readonly doubt: string } {
  const found = columnsNamed(columns, words);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const doubt =
    found.length === 0
      ? `There is no column "${words.slice(0, 60)}" to ${verb}; there are ${columns.join(', ')}.`
      : `"${words.slice(0, 60)}" could be ${found.join(' or ')}. Which should I ${verb}?`;
  return { doubt };
}

/** Where a condition's value would stand, by its kind. Tags and ids stand in columns that a plan would have to ask for first. */
const COLUMNS_OF: Readonly<Partial<Record<Condition['kind'], readonly string[]>>> = {
  state: ['State', 'Status'],
  engine: ['Engine'],
  runtime: ['Runtime'],
  type: ['Type', 'Instance type', 'Class'],
  name: ['Name'],
};

function filterFor(
  { condition, negated }: Narrowing,
  columns: readonly string[],
): { readonly filter: Filter; readonly note: string } | string {
  const shown = shownCondition(condition);
  // A yes/no column is called like the property: Encrypted, Public.
  const names =
    condition.kind === 'trait' ? [condition.trait.replaceAll('-', ' ')] : (COLUMNS_OF[condition.kind] ?? []);
  const wanted = columns.filter((column) => names.some((name) => name.toLowerCase() === column.toLowerCase()));
  const [column] = wanted;
  if (column === undefined || wanted.length > 1) {
    return `I cannot tell "${shown}" of these: there are ${columns.join(', ')}. Say which of them must be what.`;
  }
  return { filter: filterOn(column, condition, negated), note: `${column} ${negated ? 'not ' : ''}${shown}` };
}

function filterOn(column: string, condition: Condition, negated: boolean): Filter {
  if (condition.kind === 'trait') return negated ? notEqual(column, true) : equal(column, true);
  const value = shownCondition(condition);
  if (condition.kind === 'engine' || (condition.kind === 'name' && condition.contains)) {
    return negated ? { column, is: 'not-contains', value } : contains(column, value);
  }
  return negated ? notEqual(column, value) : equal(column, value);
}

export function shownCondition(condition: Condition): string {
  if ('shown' in condition) return condition.shown;
  if (condition.kind === 'tag')
    return condition.value === undefined ? condition.key : `${condition.key}=${condition.value}`;
  return condition.value;
}
