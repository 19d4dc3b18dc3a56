import type { JsonObject } from '../../domain/json.js';
import type { Call, Column, Filter, Sort, TableView } from '../../domain/plan.js';
import type { Measure } from '../../domain/measure.js';
import type { Catalogue } from '../catalogue/facts.js';
import { equal, notEqual, type Effect, type Topic } from './topic.js';

export interface TableRequest {
  readonly topic: Topic;
  readonly effects: readonly Effect[];
  readonly counts: boolean;
  readonly measure: Measure | undefined;
  /** The word of a grouping other than by account. */
  readonly group: string | undefined;
  /** The groups are those of the whole organization. */
  readonly across: boolean;
  /** With a list that is cut: the column whose values are cut one by one. */
  readonly each: string | undefined;
  readonly sort: Sort | undefined;
  readonly limit: number | undefined;
  readonly regions: readonly string[];
  readonly excludedRegions: readonly string[];
}

export interface BuiltTable {
  readonly calls: readonly Call[];
  readonly view: TableView;
}

/** The calls and the table of one noun. `group` must be one that the topic has. */
export function buildTable(catalogue: Catalogue, request: TableRequest): BuiltTable {
  const { topic, effects } = request;
  const extra = unique(effects.flatMap((effect) => effect.columns ?? []));
  const calls = [
    ...topic.calls.map((call) => (call.id === topic.main ? narrowed(catalogue, call, effects, extra) : call)),
    ...uniqueById(effects.flatMap((effect) => effect.calls ?? [])),
  ];
  const join = uniqueJoins(effects.flatMap((effect) => effect.join ?? []));
  const column = groupColumn(topic, request.group);
  return {
    calls,
    view: {
      call: topic.main,
      ...(join.length === 0 ? {} : { join }),
      filters: [...effects.flatMap((effect) => effect.filters ?? []), ...regionFilters(request)],
      kind: request.counts ? 'count' : 'rows',
      ...(request.measure === undefined ? {} : { measure: request.measure }),
      ...byOf(request, column),
      ...sortOf(request, column),
      ...(request.limit === undefined ? {} : { limit: request.limit }),
      noun: nounOf(topic, effects),
    },
  };
}

function byOf({ counts, across, each }: TableRequest, group: string | undefined): Pick<TableView, 'by' | 'across'> {
  if (!counts) return each === undefined ? {} : { by: each };
  if (group === undefined) return {};
  return across ? { by: group, across } : { by: group };
}

/** A list is sorted as it was asked, else by what it is grouped by. */
function sortOf({ counts, sort }: TableRequest, group: string | undefined): Pick<TableView, 'sort'> {
  if (sort !== undefined) return { sort };
  if (counts) return {};
  return group === undefined ? {} : { sort: { column: group, descending: false } };
}

/** The column of a grouping; undefined without one, or when the topic has none of that name. */
export function groupColumn(topic: Topic, group: string | undefined): string | undefined {
  if (group === undefined) return undefined;
  if (group === 'region') return 'Region';
  return Object.hasOwn(topic.groups, group) ? topic.groups[group] : undefined;
}

/** "running EC2 instances with tag team=payments" */
export function nounOf(topic: Topic, effects: readonly Effect[]): string {
  const before = effects.flatMap((effect) => effect.before ?? []);
  const after = effects.flatMap((effect) => effect.after ?? []);
  // "resources with tag team=payments" says it once.
  const noun = after.some((text) => text.startsWith('with tag')) ? topic.noun.replace(/^tagged /, '') : topic.noun;
  return [...before, noun, ...after].join(' ');
}

function narrowed(catalogue: Catalogue, call: Call, effects: readonly Effect[], extra: readonly Column[]): Call {
  const filters = effects.flatMap((effect) => effect.serverFilters ?? []);
  const params: JsonObject = {
    ...call.params,
    ...mergedParams(effects),
    ...(filters.length === 0 ? {} : { Filters: filters.map(({ Name, Values }) => ({ Name, Values: [...Values] })) }),
  };
  const defaults = catalogue.find(call.service, call.operation)?.columns ?? [];
  const columns =
    extra.length === 0
      ? call.columns
      : withoutTwins([...(call.columns.length === 0 ? defaults : call.columns), ...extra]);
  return { ...call, params, columns };
}

/** Lists of two effects are put together: two tags are two `TagFilters`. */
function mergedParams(effects: readonly Effect[]): JsonObject {
  const merged: Record<string, JsonObject[string]> = {};
  for (const [name, value] of effects.flatMap((effect) => Object.entries(effect.params ?? {}))) {
    const known = merged[name];
    const isList = Array.isArray(known) && Array.isArray(value);
    merged[name] = isList && JSON.stringify(known) !== JSON.stringify(value) ? [...known, ...value] : value;
  }
  return merged;
}

/** Global things that know their Region are asked once and narrowed here. */
function regionFilters({ topic, regions, excludedRegions }: TableRequest): readonly Filter[] {
  if (topic.regions === 'none') return [];
  const only =
    topic.regions === 'filtered' && regions.length > 0
      ? [{ any: regions.map((region) => equal('Region', region)) }]
      : [];
  return [...only, ...excludedRegions.map((region) => notEqual('Region', region))];
}

/** A property may ask for what is shown anyway. */
function withoutTwins(columns: readonly Column[]): readonly Column[] {
  return columns.filter(
    ({ name, path }, index) => columns.findIndex((other) => other.name === name && other.path === path) === index,
  );
}

function unique(columns: readonly Column[]): readonly Column[] {
  return columns.filter((column, index) => columns.findIndex((other) => other.name === column.name) === index);
}

export function uniqueById(calls: readonly Call[]): readonly Call[] {
  return calls.filter((call, index) => calls.findIndex((other) => other.id === call.id) === index);
}

function uniqueJoins(joins: NonNullable<TableView['join']>): NonNullable<TableView['join']> {
  return joins.filter((join, index) => joins.findIndex((other) => other.call === join.call) === index);
}
