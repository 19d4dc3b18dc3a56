import { measureHeading } from '../domain/measure.js';
import { CANNOT_TELL, type Filter, type FrozenCall, type Show, type TableView } from '../domain/plan.js';
import { readTraffic } from '../domain/traffic.js';
import { versionAgainst } from '../domain/version.js';
import { LEADING_COLUMNS, usage, type Checked } from './plan-checks.js';

/** Every table shows a call of the plan, and speaks of columns that it has. */
export function checkShow(show: Show, calls: ReadonlyMap<string, FrozenCall>): Checked | undefined {
  if (show.tables.length === 0) return usage('The plan shows no table.');
  for (const view of show.tables) {
    const problem = checkView(view, calls);
    if (problem !== undefined) return usage(`The table of ${view.noun} ${problem}`);
  }
  return undefined;
}

function checkView(view: TableView, calls: ReadonlyMap<string, FrozenCall>): string | undefined {
  const call = calls.get(view.call);
  if (call === undefined) return `shows "${view.call}", which is no call of the plan.`;
  const columns = new Set([...LEADING_COLUMNS, ...columnNames(call)]);
  for (const { call: id, on } of view.join ?? []) {
    const joined = calls.get(id);
    if (joined === undefined) return `joins "${id}", which is no call of the plan.`;
    if (!columns.has(on) || !columnNames(joined).includes(on)) return `joins "${id}" on "${on}", which both must have.`;
    for (const name of columnNames(joined)) columns.add(name);
  }
  const used = [
    ...view.filters.flatMap(filterColumns),
    ...(view.by === undefined ? [] : [view.by]),
    ...(view.measure === undefined ? [] : [view.measure.column]),
    ...(view.sort === undefined || view.kind === 'count' ? [] : [view.sort.column]),
  ];
  const missing = used.find((name) => !columns.has(name));
  if (missing !== undefined) return `has no column "${missing}"; it has ${[...columns].join(', ')}.`;
  const [senseless] = view.filters.flatMap(filterProblems);
  if (senseless !== undefined) return senseless;
  if (view.kind === 'rows' && (view.measure !== undefined || view.across !== undefined)) {
    return 'lists rows, and only of groups something is computed: its kind must be count.';
  }
  if (view.across === true && view.by === undefined) return 'has no column to group by over all accounts.';
  const counted = [
    ...(view.across === true ? [] : ['Account', 'Account ID']),
    ...(view.by === undefined ? [] : [view.by]),
    'Count',
    ...(view.measure === undefined ? [] : [measureHeading(view.measure)]),
  ];
  if (view.kind === 'count' && view.sort !== undefined && !counted.includes(view.sort.column)) {
    return `cannot be sorted by "${view.sort.column}"; a count has ${counted.join(', ')}.`;
  }
  if (view.limit !== undefined && !(Number.isInteger(view.limit) && view.limit > 0)) {
    return `cannot show ${view.limit} rows.`;
  }
  return undefined;
}

function filterColumns(filter: Filter): readonly string[] {
  if ('any' in filter) return filter.any.flatMap(filterColumns);
  return 'other' in filter ? [filter.column, filter.other] : [filter.column];
}

/** Values that a filter could not compare anything with. */
function filterProblems(filter: Filter): readonly string[] {
  if ('any' in filter) return filter.any.flatMap(filterProblems);
  if (!('value' in filter) || !CANNOT_TELL.some((word) => word === filter.is)) return [];
  const value = typeof filter.value === 'object' ? '' : String(filter.value);
  if (filter.is === 'allows' || filter.is === 'not-allows') {
    const example = 'tcp 22 from anywhere", "port 8000-8100 from 10.0.0.0/8" or "all traffic to anywhere';
    return readTraffic(value) === undefined
      ? [`cannot look for "${value}": traffic is written like "${example}".`]
      : [];
  }
  return versionAgainst(value, value) === 'same' ? [] : [`cannot compare with "${value}", which has no number.`];
}

function columnNames(call: FrozenCall): readonly string[] {
  return call.columns.map((column) => column.name);
}
