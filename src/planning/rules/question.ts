import type { Narrowing } from '../../domain/condition.js';
import type { AccountSelector, Basis, Intent } from '../../domain/intent.js';
import type { Sort } from '../../domain/plan.js';
import type { Catalogue } from '../catalogue/facts.js';
import type { TimeBase } from '../time/resolve.js';
import { buildTable, groupColumn, uniqueById, type BuiltTable } from './build-plan.js';
import { effectsOf, listed } from './effects.js';
import type { Topic } from './topic.js';

/** A question as the rules understood it: everything that its plan and its summary are made from. */
export interface Question {
  readonly things: readonly { readonly topic: Topic; readonly narrowings: readonly Narrowing[] }[];
  readonly counts: boolean;
  /** The word of a grouping other than by account. */
  readonly group: string | undefined;
  readonly sort: Sort | undefined;
  readonly limit: number | undefined;
  readonly accounts: AccountSelector;
  /** "in all accounts except Payments Staging (222222222222)" */
  readonly accountsShown: string;
  /** True: the accounts are the session's own, because the question names none. */
  readonly byDefault: boolean;
  /** `['all']`, names, or empty for each account's own. */
  readonly regions: readonly string[];
  readonly excludedRegions: readonly string[];
  /** What "older than 90 days" counts back from. */
  readonly time: TimeBase;
}

/** The plan of a question, with its summary and what a follow-up needs; asked back where a thing has no such property. */
export function questionIntent(catalogue: Catalogue, question: Question, defaultRegions: readonly string[]): Intent {
  const { things, counts, group, sort, limit, regions, excludedRegions } = question;
  const everywhere = regions.includes('all');
  const tables: BuiltTable[] = [];
  const notes: string[] = [];
  for (const { topic, narrowings } of things) {
    const effects = effectsOf(topic, narrowings, question.time);
    if (effects === undefined) return askBack(`I cannot tell all of this of ${topic.noun}.`, topic);
    if (group !== undefined && groupColumn(topic, group) === undefined) {
      return askBack(`I cannot group ${topic.noun} by ${group}.`, topic);
    }
    const places = { regions: everywhere ? [] : regions, excludedRegions };
    tables.push(buildTable(catalogue, { topic, effects, counts, group, sort, limit, ...places }));
    notes.push(...effects.flatMap((effect) => effect.note ?? []), ...regionNotes(topic, question));
    const unsaid = topic.states?.unsaid;
    if (unsaid !== undefined && !narrowings.some(({ condition }) => condition.kind === 'state')) notes.push(unsaid);
  }
  const calls = uniqueById(tables.flatMap((table) => table.calls));
  const nouns = listed(tables.map((table) => table.view.noun));
  return {
    kind: 'query',
    plan: {
      calls,
      show: { title: nouns.slice(0, 1).toUpperCase() + nouns.slice(1), tables: tables.map((table) => table.view) },
    },
    accounts: question.accounts,
    ...(question.byDefault ? { byDefault: true } : {}),
    regions,
    summary: summaryOf(question, { tables, nouns, notes: [...new Set(notes)] }, defaultRegions),
    planner: 'rules',
    basis: basisOf(question),
  };
}

function summaryOf(
  { counts, group, sort, limit, accountsShown, regions }: Question,
  built: { readonly tables: readonly BuiltTable[]; readonly nouns: string; readonly notes: readonly string[] },
  defaultRegions: readonly string[],
): string {
  const calls = uniqueById(built.tables.flatMap((table) => table.calls));
  const labels = [...new Set(calls.map((call) => `${call.service} ${call.operation}`))];
  const groups = group === undefined ? [] : [group];
  const per = counts ? ` per ${listed(['account', ...groups])}` : groups.map((word) => `, by ${word}`).join('');
  const order = sort === undefined ? '' : `, sorted by ${sort.column}${sort.descending ? ', the largest first' : ''}`;
  const cut = limit === undefined ? '' : `, the first ${limit}`;
  const global = calls.every((call) => call.service === 'iam' || call.service === 's3');
  return [
    `${counts ? 'Count' : 'List'} ${built.nouns}${per}${order}${cut} (${labels.join(', ')})`,
    accountsShown,
    ...(global ? [] : [regionsShown(regions, defaultRegions)]),
    ...built.notes,
  ].join('; ');
}

/** "in eu-west-1", as summaries say it. */
export function regionsShown(regions: readonly string[], defaultRegions: readonly string[]): string {
  if (regions.includes('all')) return 'in all enabled Regions';
  return regions.length > 0 ? `in ${listed(regions)}` : `in each account's own Regions, else ${listed(defaultRegions)}`;
}

function basisOf({ things, counts, group, sort, limit, excludedRegions }: Question): Basis {
  return {
    things: things.map(({ topic, narrowings }) => ({
      topic: topic.key,
      narrowings: narrowings.map(({ condition, negated }) => ({ condition, negated })),
    })),
    counts,
    excludedRegions,
    ...(group === undefined ? {} : { group }),
    ...(sort === undefined ? {} : { sort }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function regionNotes(topic: Topic, { regions, excludedRegions }: Question): readonly string[] {
  if (topic.regions !== 'none') return excludedRegions.length === 0 ? [] : [`without ${listed(excludedRegions)}`];
  const named = (regions.length > 0 && !regions.includes('all')) || excludedRegions.length > 0;
  return named ? [`${topic.noun} belong to no Region, so that naming one changes nothing`] : [];
}

function askBack(question: string, topic: Topic): Intent {
  return { kind: 'clarify', question, suggestions: [topic.example] };
}
