import type { JsonObject } from '../../domain/json.js';
import { isJsonObject } from '../../domain/json.js';
import { measureHeading } from '../../domain/measure.js';
import { plainText } from '../../domain/plain-text.js';
import type { Call, Filter, Plan, Reference, TableView } from '../../domain/plan.js';
import type { CallWords, ComparisonWords, FilterWords, TableWords } from '../../../prompts/plan-language.js';

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan }
  /** For the model to read. */
  | { readonly ok: false; readonly problem: string };

const NAME_CHARACTERS = 40;
const NOUN_CHARACTERS = 60;

/**
 * A plan as a model writes it, as a plan: names and nouns become plain text, and what nobody would see is refused. Whether it
 * may be run is for `authorizePlan`.
 */
export function readPlan(
  words: { readonly calls: readonly CallWords[]; readonly tables: readonly TableWords[] },
  question: string,
): ReadPlan {
  const filters = words.tables.flatMap((table) => table.filters.flatMap((filter) => [filter, ...(filter.or ?? [])]));
  const senseless = filters.find(({ is, value }) => (value === undefined) !== (is === 'empty' || is === 'present'));
  if (senseless !== undefined) {
    return problem(
      `the filter of ${senseless.column} by ${senseless.is} ${senseless.value === undefined ? 'has no value' : 'takes no value'}.`,
    );
  }
  const nameless = words.tables.find((table) => !/\p{L}/u.test(noun(table)));
  if (nameless !== undefined) return problem(`the table of ${nameless.call} has no noun in plain words.`);
  const idle = words.calls.find((call) => !isUsed(call, words));
  if (idle !== undefined)
    return problem(`no table shows the call "${idle.id}", and no other call reads it: leave it out.`);
  const calls = words.calls.map(callOf);
  const tables = words.tables.map(tableOf);
  const nouns = tables.map((table) => table.noun).join(', ');
  const title = `${nouns.slice(0, 1).toUpperCase()}${nouns.slice(1)}`;
  const whole = plainText(question, 300);
  return { ok: true, plan: { calls, show: { title, ...(whole === '' ? {} : { question: whole }), tables } } };
}

function problem(text: string): ReadPlan {
  return { ok: false, problem: `The plan cannot be used: ${text}` };
}

function isUsed(
  { id }: CallWords,
  { calls, tables }: { readonly calls: readonly CallWords[]; readonly tables: readonly TableWords[] },
): boolean {
  return (
    calls.some((call) => call.forEach?.call === id) ||
    tables.some((table) => table.call === id || table.join?.some((join) => join.call === id) === true)
  );
}

function callOf({ id, service, operation, params, forEach, columns }: CallWords): Call {
  return {
    id,
    service,
    operation,
    params: jsonObject(params),
    ...(forEach === undefined ? {} : { forEach: referenceOf(forEach) }),
    columns: columns.map(({ name, path }) => ({ name: column(name), path })),
  };
}

function referenceOf({ call, path, parameter, batch, carry }: NonNullable<CallWords['forEach']>): Reference {
  return {
    call,
    path,
    parameter,
    ...(batch === undefined ? {} : { batch }),
    ...(carry === undefined || carry.length === 0 ? {} : { carry }),
  };
}

function tableOf(words: TableWords): TableView {
  const { call, join = [], filters, kind, by, limit } = words;
  const measure =
    words.measure === undefined ? undefined : { of: words.measure.of, column: column(words.measure.column) };
  const sort =
    words.sort === undefined ? undefined : { column: column(words.sort.column), descending: words.sort.descending };
  return {
    call,
    ...(join.length === 0 ? {} : { join: join.map((one) => ({ call: one.call, on: column(one.on) })) }),
    filters: filters.map(filterOf),
    kind,
    ...(measure === undefined ? {} : { measure }),
    ...(by === undefined ? {} : { by: column(by) }),
    ...(words.across === true ? { across: true } : {}),
    // A measured table has the measure's own column, and not the one that it was computed of.
    ...(sort === undefined
      ? {}
      : { sort: sort.column === measure?.column ? { ...sort, column: measureHeading(measure) } : sort }),
    ...(limit === undefined ? {} : { limit }),
    noun: noun(words),
  };
}

function filterOf({ or = [], ...first }: FilterWords): Filter {
  return or.length === 0 ? comparisonOf(first) : { any: [first, ...or].map(comparisonOf) };
}

function comparisonOf({ column: name, is, value }: ComparisonWords): Filter {
  if (is === 'empty' || is === 'present') return { column: column(name), is };
  return { column: column(name), is, value: value ?? null };
}

function noun(table: TableWords): string {
  return plainText(table.noun, NOUN_CHARACTERS);
}

function column(name: string): string {
  return plainText(name, NAME_CHARACTERS);
}

/** What came over the wire as JSON is JSON. */
function jsonObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
