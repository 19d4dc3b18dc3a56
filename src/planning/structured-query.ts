import type { Intent } from '../domain/intent.js';
import type { Json, JsonObject } from '../domain/json.js';
import { nearest } from '../domain/nearest.js';
import { measureHeading } from '../domain/measure.js';
import type { Column, Filter, TableView } from '../domain/plan.js';
import type { QueryFilter, QueryView } from '../domain/query-view.js';
import type { SensitiveRead } from '../domain/sensitive-read.js';
import type { Catalogue, ServiceFacts } from './catalogue/facts.js';
import { LEADING_COLUMNS } from './plan-checks.js';
import { proveReadOnly } from './read-only-policy.js';

export interface StructuredQuery {
  /** botocore's service name, any letter case. */
  readonly service: string;
  /** `DescribeInstances`, or the AWS CLI's `describe-instances`. */
  readonly operation: string;
  readonly params: JsonObject;
  readonly view?: QueryView;
}

/**
 * The intent of `query SERVICE OPERATION`: one call with the catalogue's columns. The CLI's spelling is accepted where
 * it is exactly that of one operation; any other near miss is asked back. What is not read-only is refused here
 * already, with the same words that `authorizePlan` would use.
 */
export function planStructuredQuery(
  catalogue: Catalogue,
  query: StructuredQuery,
  sensitiveReads: readonly SensitiveRead[] = [],
): Intent {
  const service = catalogue.service(query.service) ?? catalogue.service(query.service.toLowerCase());
  if (service === undefined) {
    const proof = proveReadOnly(catalogue, query);
    if (proof.allowed) return { kind: 'refuse', reason: 'This service is not in the catalogue.' };
    const near = query.service.trim() === '' ? [] : nearest(query.service, serviceNames(catalogue));
    if (near.length === 0) return refusal(proof);
    return { kind: 'clarify', question: proof.reason, suggestions: near };
  }

  const operation = canonical(service, query.operation);
  if (operation === undefined) {
    const proof = proveReadOnly(catalogue, { service: service.service, operation: query.operation });
    if (proof.allowed) return { kind: 'refuse', reason: 'This operation is not in the catalogue.' };
    const near = nearest(query.operation.replaceAll('-', ''), service.operations, 10).filter(
      (name) => proveReadOnly(catalogue, { service: service.service, operation: name }).allowed,
    );
    if (near.length === 0) return refusal(proof);
    return {
      kind: 'clarify',
      question: proof.reason,
      suggestions: near.slice(0, 3).map((name) => `${service.service} ${name}`),
    };
  }

  const proof = proveReadOnly(catalogue, { service: service.service, operation }, { sensitiveReads });
  if (!proof.allowed) return refusal(proof);
  const label = `${service.service} ${operation}`;
  const { columns, view, summary } = tableOf(query.view ?? {}, proof.facts.columns);
  return {
    kind: 'query',
    plan: {
      calls: [{ id: 'query', service: service.service, operation, params: query.params, columns }],
      show: { title: label, tables: [{ call: 'query', noun: `${label} items`, ...view }] },
    },
    accounts: { include: [], exclude: [] },
    regions: [],
    summary: [
      Object.keys(query.params).length === 0 ? label : `${label} with ${Object.keys(query.params).join(', ')}`,
      ...summary,
    ].join('; '),
    planner: 'structured',
  };
}

/** The table of a structured query. A column that is no heading is taken for a path in an item, and shown as one more column. */
function tableOf(
  { where = [], measure, by, sort, limit }: QueryView,
  defaults: readonly Column[],
): {
  readonly columns: readonly Column[];
  readonly view: Pick<TableView, 'filters' | 'kind' | 'measure' | 'by' | 'across' | 'sort' | 'limit'>;
  readonly summary: readonly string[];
} {
  const amount = measure === undefined || measure.of === 'count' ? undefined : measure;
  const own = [...LEADING_COLUMNS, ...(measure === undefined ? [] : ['Count'])];
  const used = [...where.map((filter) => filter.column), by, amount?.column, sort?.column].flatMap(
    (name) => name ?? [],
  );
  const paths = [...new Set(used)].filter(
    (name) => !own.includes(name) && !defaults.some((column) => column.name === name),
  );
  const order =
    sort !== undefined && sort.column === amount?.column ? { ...sort, column: measureHeading(amount) } : sort;
  const perAccount = by === undefined || by === 'Account' || by === 'Account ID';
  return {
    columns: paths.length === 0 ? [] : [...defaults, ...paths.map((path) => ({ name: path, path }))],
    view: {
      filters: where.flatMap(inBothForms),
      kind: measure === undefined ? 'rows' : 'count',
      ...(amount === undefined ? {} : { measure: amount }),
      ...(by === undefined || (measure !== undefined && perAccount) ? {} : { by }),
      ...(measure === undefined || perAccount ? {} : { across: true }),
      ...(order === undefined ? {} : { sort: order }),
      ...(limit === undefined ? {} : { limit }),
    },
    summary: [
      ...where.map((filter) =>
        [filter.column, filter.is, 'value' in filter ? displayed(filter.value) : ''].join(' ').trim(),
      ),
      ...(measure === undefined
        ? []
        : [`${amount === undefined ? 'Count' : measureHeading(amount)} per ${by ?? 'account'}`]),
      ...(sort === undefined ? [] : [`sorted by ${sort.column}${sort.descending ? ', descending' : ''}`]),
      ...(limit === undefined
        ? []
        : [`the first ${limit}${measure === undefined && by !== undefined ? ` of each ${by}` : ''}`]),
    ],
  };
}

/** A flag can only write text: `22` and `true` are meant as they stand in the cell, too. */
function inBothForms(filter: QueryFilter): readonly Filter[] {
  if (
    !('value' in filter) ||
    typeof filter.value !== 'string' ||
    !/^(?:true|false|-?\d{1,15}(?:\.\d{1,9})?)$/.test(filter.value)
  )
    return [filter];
  const plain = {
    ...filter,
    value: filter.value === 'true' ? true : filter.value === 'false' ? false : Number(filter.value),
  };
  if (filter.is === 'equal') return [{ any: [filter, plain] }];
  return filter.is === 'not-equal' ? [filter, plain] : [filter];
}

function displayed(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The operation that a word spells: as botocore does, or exactly as the AWS CLI does. */
function canonical(service: ServiceFacts, written: string): string | undefined {
  if (service.operations.includes(written)) return written;
  const spelled = service.operations.filter((operation) => commandName(operation) === written);
  return spelled.length === 1 ? spelled[0] : undefined;
}

/** `DescribeDBInstances` to `describe-db-instances`, as botocore's `xform_name` does it. */
export function commandName(operation: string): string {
  return operation
    .replace(/([a-z0-9])([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function serviceNames(catalogue: Catalogue): readonly string[] {
  return [...catalogue.services()].map((entry) => entry.service);
}

function refusal({ reason, suggestion }: { readonly reason: string; readonly suggestion?: string }): Intent {
  return { kind: 'refuse', reason, ...(suggestion === undefined ? {} : { suggestion }) };
}
