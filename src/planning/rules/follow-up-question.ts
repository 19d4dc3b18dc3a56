import { ordersRows } from '../../domain/amount.js';
import type { Narrowing } from '../../domain/condition.js';
import type { Basis } from '../../domain/intent.js';
import type { Catalogue } from '../catalogue/facts.js';
import type { TimeBase } from '../time/resolve.js';
import { groupColumn } from './build-plan.js';
import { effectsOf, listed, supports } from './effects.js';
import { amountAfter, followedAmount } from './follow-up-amount.js';
import { columnsNamed, columnsOf } from './follow-up-columns.js';
import { narrowedBy } from './follow-up-conditions.js';
import { shownCondition } from './follow-up-plan.js';
import type { FollowUpWords } from './follow-up-words.js';
import type { Places } from './follow-up-places.js';
import { questionIntent, type Question } from './question.js';
import type { Reading } from './reading.js';
import type { Topic } from './topic.js';
import { GROUPS } from './vocabulary.js';

export type ChangedQuestion =
  | { readonly kind: 'changed'; readonly question: Question; readonly changed: readonly string[] }
  | { readonly kind: 'doubt'; readonly question: string; readonly suggestions: readonly string[] }
  /** What is asked for is not in the topics' vocabulary; the plan's own columns may have it. */
  | { readonly kind: 'beyond' };

/**
 * The question before, with what a follow-up changes: what narrows it, how it is counted, grouped, sorted and cut. A new
 * state takes the place of the one before ("only the stopped ones" after "which are running?"); a property comes to it.
 */
export function changedQuestion(
  uses: { readonly catalogue: Catalogue; readonly topics: readonly Topic[] },
  basis: Basis,
  change: {
    readonly words: FollowUpWords;
    readonly reading: Reading;
    readonly places: Places;
    readonly time: TimeBase;
    readonly things?: readonly Topic[];
  },
): ChangedQuestion {
  const { words, reading, places } = change;
  const before = basis.things.map(({ topic, narrowings }) => ({
    topic: uses.topics.find(({ key }) => key === topic),
    narrowings,
  }));
  if (before.some(({ topic }) => topic === undefined)) return { kind: 'beyond' };
  const things = before.flatMap(({ topic, narrowings }) => (topic === undefined ? [] : [{ topic, narrowings }]));
  const narrowed = narrowedThings(
    change.things === undefined ? things : otherThings(change.things, things, reading),
    reading,
    words.adds,
    change.time,
  );
  if (!Array.isArray(narrowed)) return narrowed;

  const topics = narrowed.map(({ topic }) => topic);
  const asked = followedAmount(reading, basis, topics);
  if (asked.kind === 'doubt') return asked;
  const saidGroup = groupOf(words, reading, topics) ?? (asked.kind === 'amount' ? asked.group : undefined);
  if (saidGroup === undefined && words.groupBy !== undefined) return { kind: 'beyond' };
  const grouped = words.groupBy !== undefined || (reading.groups.size > 0 && !reading.lists);
  const lists = words.lists || (reading.lists && words.refers && !reading.counts && !grouped);
  const amount = amountAfter(asked, basis, { lists, counts: reading.counts, sorts: words.sortBy !== undefined });
  const ofRows = amount !== undefined && ordersRows(amount);
  // An order of things is not that of the groups before, unless it was one of each of them.
  const anew = ofRows && (basis.amount === undefined || !ordersRows(basis.amount));
  const group = saidGroup ?? (anew ? undefined : basis.group);
  const perAccount =
    saidGroup === undefined
      ? !anew && basis.perAccount === true
      : saidGroup === 'account' || reading.groups.has('account');
  const counts =
    !ofRows &&
    !lists &&
    (reading.counts || grouped || basis.counts || amount !== undefined || (asked.kind === 'none' && asked.counts));
  const saidLimit = (asked.kind === 'amount' ? asked.limit : undefined) ?? words.limit ?? reading.limit;
  const limit =
    saidLimit ?? (asked.kind === 'amount' && anew ? undefined : basis.limit) ?? (ofRows && grouped ? 1 : undefined);
  const limits = !counts || amount?.descending !== undefined;
  const question: Question = {
    things: narrowed,
    counts,
    amount,
    group: group === 'account' ? undefined : group,
    perAccount,
    sort: undefined,
    limit: limits ? limit : undefined,
    accounts: places.accounts,
    accountsShown: places.accountsShown,
    byDefault: places.byDefault,
    regions: places.regions,
    excludedRegions: reading.excludedRegions.size > 0 ? [...reading.excludedRegions] : basis.excludedRegions,
    time: change.time,
  };
  if ((!limits && saidLimit !== undefined) || (counts && words.sortBy !== undefined)) {
    return { kind: 'doubt', question: 'I can sort and limit a list, not a count.', suggestions: [] };
  }
  const sort = sortOf(uses.catalogue, question, words.sortBy);
  if (sort !== undefined && 'question' in sort) return sort;
  return {
    kind: 'changed',
    question: { ...question, sort: sort ?? (counts || asked.kind === 'amount' ? undefined : basis.sort) },
    changed: [
      ...reading.conditions.map(({ condition }) => shownCondition(condition)),
      ...(counts === basis.counts ? [] : [counts ? 'counted' : 'listed']),
      ...(group === basis.group || group === undefined ? [] : [`by ${group}`]),
      ...(sort === undefined ? [] : [`sorted by ${sort.column}`]),
      ...(saidLimit === undefined ? [] : [`the first ${saidLimit}`]),
      ...(asked.kind === 'amount' ? ['the amount'] : []),
    ],
  };
}

type Thing = Question['things'][number];

/** "What about volumes?": the same of something else. What narrowed it before goes along where nothing else is said. */
function otherThings(topics: readonly Topic[], before: readonly Thing[], reading: Reading): readonly Thing[] {
  const narrowings = reading.conditions.length > 0 ? [] : before.flatMap((thing) => thing.narrowings);
  return topics.map((topic) => ({ topic, narrowings }));
}

type Doubt = Extract<ChangedQuestion, { kind: 'doubt' | 'beyond' }>;

function narrowedThings(things: readonly Thing[], reading: Reading, adds: boolean, time: TimeBase): Thing[] | Doubt {
  const added: readonly Narrowing[] = reading.conditions.map(({ condition, negated }) => ({ condition, negated }));
  const merged = things.map(({ topic, narrowings }) => ({
    topic,
    narrowings: narrowedBy(narrowings, added, adds),
  }));
  for (const { topic, narrowings } of merged) {
    const missing = narrowings.find((narrowing) => !supports(topic, narrowing));
    if (missing === undefined && effectsOf(topic, narrowings, time) !== undefined) continue;
    if (missing === undefined || added.some(({ condition }) => condition.kind === missing.condition.kind))
      return { kind: 'beyond' };
    const shown = shownCondition(missing.condition);
    return {
      kind: 'doubt',
      question: `"${shown}" was asked before, and cannot be told of ${topic.noun}. Ask for them with what you want of them.`,
      suggestions: [topic.example],
    };
  }
  return merged;
}

/** The word of a grouping that every topic has; undefined when there is none. */
function groupOf(words: FollowUpWords, reading: Reading, topics: readonly Topic[]): string | undefined {
  const said = words.groupBy?.toLowerCase();
  const word = said === undefined ? [...reading.groups][0] : Object.hasOwn(GROUPS, said) ? GROUPS[said] : undefined;
  if (word === undefined || word === 'account') return word;
  return topics.every((topic) => groupColumn(topic, word) !== undefined) ? word : undefined;
}

function sortOf(
  catalogue: Catalogue,
  question: Question,
  sortBy: FollowUpWords['sortBy'],
): Question['sort'] | (Doubt & { readonly question: string }) {
  if (sortBy === undefined) return undefined;
  const built = questionIntent(catalogue, question, []);
  const [view] = built.kind === 'query' ? built.plan.show.tables : [];
  const [thing] = question.things;
  if (built.kind !== 'query' || view === undefined || thing === undefined) return undefined;
  if (built.plan.show.tables.length > 1) {
    return {
      kind: 'doubt',
      question: `There are several tables: of ${listed(question.things.map(({ topic }) => topic.noun))}. Ask for one of them.`,
      suggestions: [],
    };
  }
  const { topic } = thing;
  const said = sortBy.words.toLowerCase();
  const known = said === 'name' ? topic.name : Object.hasOwn(topic.groups, said) ? topic.groups[said] : undefined;
  const columns = columnsOf(catalogue, built.plan, view);
  const found = known === undefined ? columnsNamed(columns, sortBy.words) : [known];
  const [column] = found;
  if (column !== undefined && found.length === 1) return { column, descending: sortBy.descending };
  return {
    kind: 'doubt',
    question:
      found.length === 0
        ? `There is no column "${sortBy.words.slice(0, 60)}" to sort by; there are ${columns.join(', ')}.`
        : `"${sortBy.words.slice(0, 60)}" could be ${found.join(' or ')}. Which should I sort by?`,
    suggestions: [],
  };
}
