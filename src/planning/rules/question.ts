import type { Amount } from '../../domain/amount.js';
import type { Narrowing } from '../../domain/condition.js';
import type { AccountSelector, Basis, Intent } from '../../domain/intent.js';
import type { Sort } from '../../domain/plan.js';
import type { Catalogue } from '../catalogue/facts.js';
import type { TimeBase } from '../time/resolve.js';
import { amountTable, viewsShown } from './amount-table.js';
import { buildTable, groupColumn, uniqueById, type BuiltTable } from './build-plan.js';
import { effectsOf, listed } from './effects.js';
import type { Topic } from './topic.js';

/** A question as the rules understood it: everything that its plan and its summary are made from. */
export interface Question {
  readonly things: readonly { readonly topic: Topic; readonly narrowings: readonly Narrowing[] }[];
  readonly counts: boolean;
  readonly amount: Amount | undefined;
  /** The word of a grouping other than by account. */
  readonly group: string | undefined;
  /** "Per account" was said. */
  readonly perAccount: boolean;
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
  const { things, group, limit, regions, excludedRegions } = question;
  const everywhere = regions.includes('all');
  const tables: BuiltTable[] = [];
  const notes: string[] = [];
  for (const { topic, narrowings } of things) {
    const narrowed = effectsOf(topic, narrowings, question.time);
    if (narrowed === undefined) return askBack(`I cannot tell all of this of ${topic.noun}.`, topic);
    if (group !== undefined && groupColumn(topic, group) === undefined) {
      return askBack(`I cannot group ${topic.noun} by ${group}.`, topic);
    }
    const table = amountTable(topic, question);
    if ('question' in table) return { kind: 'clarify', ...table };
    const { reads, ...shown } = table;
    const effects = [...narrowed, ...reads];
    const places = { regions: everywhere ? [] : regions, excludedRegions };
    tables.push(buildTable(catalogue, { topic, effects, group, limit, ...shown, ...places }));
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
  question: Question,
  built: { readonly tables: readonly BuiltTable[]; readonly nouns: string; readonly notes: readonly string[] },
  defaultRegions: readonly string[],
): string {
  const { accountsShown, regions } = question;
  const calls = uniqueById(built.tables.flatMap((table) => table.calls));
  const labels = [...new Set(calls.map((call) => `${call.service} ${call.operation}`))];
  const global = calls.every((call) => call.service === 'iam' || call.service === 's3');
  const views = built.tables.map(({ view }) => view);
  return [
    `${viewsShown(question, views, built.nouns)} (${labels.join(', ')})`,
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

function basisOf({ things, counts, amount, group, perAccount, sort, limit, excludedRegions }: Question): Basis {
  return {
    things: things.map(({ topic, narrowings }) => ({
      topic: topic.key,
      narrowings: narrowings.map(({ condition, negated }) => ({ condition, negated })),
    })),
    counts,
    excludedRegions,
    ...(amount === undefined ? {} : { amount }),
    ...(group === undefined ? {} : { group }),
    ...(perAccount ? { perAccount } : {}),
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
