import type { IndexedOperation, IndexedService, OperationIndex } from './operation-index.js';
import { priorOf } from './priors.js';
import type { Query, Slot } from './query.js';

/**
 * What speaks for an operation, each part between 0 and 1 unless said otherwise, and how much it counts. The weights were
 * fitted on questions over 200 services (softmax over the candidates, checked on folds left out); they are few on purpose.
 */
export const WEIGHTS = {
  /** The closest of the phrases that people use for it. */
  phrase: 1.5,
  /** The same, for what the question is about without what narrows it. */
  subjectPhrase: 1,
  /** How much of its name is in the question. */
  namePrecision: 0.1,
  /** The last word of its name is what is asked for. */
  subjectHead: 0.5,
  /** Neighbours in the question that are neighbours in its name or in a phrase. */
  pairs: 0.5,
  /** Its service is named; up to 1.5. */
  service: 1.2,
  /** How much of the question it explains. */
  covered: 1.5,
  /** Its service is a common one. */
  prior: 1.1,
  /** Somebody wrote down what people say for it. */
  spoken: 1.9,
  describes: -0.3,
  /** Parameters that nobody gives: up to 2. */
  needs: -0.35,
  /** Words of its name that the question does not have: a number. */
  extra: -0.3,
  /** BM25+ over all words, as a share of the best. */
  base: 1.5,
} as const;

export type Feature = keyof typeof WEIGHTS;
export type Features = Readonly<Record<Feature, number>>;

export interface Candidate {
  readonly operation: IndexedOperation;
  readonly base: number;
}

export function scoreOf(features: Features, weights: Readonly<Record<Feature, number>> = WEIGHTS): number {
  let score = 0;
  for (const name of FEATURES) score += features[name] * weights[name];
  return score;
}

const FEATURES: readonly Feature[] = [
  'phrase',
  'subjectPhrase',
  'namePrecision',
  'subjectHead',
  'pairs',
  'service',
  'covered',
  'prior',
  'spoken',
  'describes',
  'needs',
  'extra',
  'base',
];

interface WeightedSlot extends Slot {
  readonly rarity: number;
}

interface Weighted {
  readonly slots: readonly WeightedSlot[];
  readonly norm: number;
}

interface Evidence {
  readonly score: number;
  readonly terms: ReadonlySet<string>;
}

/** How well each candidate fits a question. */
export function featuresOf(index: OperationIndex, query: Query, candidates: readonly Candidate[]): readonly Features[] {
  const whole = weighted(index, query.slots);
  const subject = weighted(
    index,
    query.slots.filter((slot) => slot.subject),
  );
  const total = sum(whole.slots.map((slot) => slot.rarity));
  const pairs = neighbours(whole.slots);
  const services = new Map<IndexedService, Evidence>();

  return candidates.map(({ operation, base }): Features => {
    const { name, phrases, source, service, terms } = operation;
    const named = services.get(service) ?? serviceEvidence(index, whole.slots, service);
    services.set(service, named);
    const inName = new Set<string>();
    let covered = 0;
    for (const slot of whole.slots) {
      const hit = slot.terms.find(({ term }) => terms.has(term));
      if (hit !== undefined && name.includes(hit.term)) inName.add(hit.term);
      const byService = named.terms.has(slot.terms[0]?.term ?? '') ? 1 : 0;
      covered += slot.rarity * (hit?.sure ?? byService);
    }
    const nameTotal = sum(name.map((term) => index.rarity(term)));
    const explained = name.filter((term) => inName.has(term) || named.terms.has(term));
    const head = name.at(-1) ?? '';
    return {
      phrase: highest(phrases.map((phrase) => cosine(index, whole, phrase))),
      subjectPhrase: highest(phrases.map((phrase) => cosine(index, subject, phrase))),
      namePrecision: nameTotal === 0 ? 0 : sum(explained.map((term) => index.rarity(term))) / nameTotal,
      subjectHead: subject.slots.some((slot) => slot.terms.some(({ term }) => term === head)) ? 1 : 0,
      pairs: pairs.length === 0 ? 0 : highest([name, ...phrases].map((own) => adjacent(pairs, own))) / pairs.length,
      service: named.score,
      covered: total === 0 ? 0 : covered / total,
      prior: priorOf(source.service),
      spoken: phrases.length > 0 ? 1 : 0,
      describes: operation.verb === 'describ' ? 1 : 0,
      needs: Math.min(2, Math.max(0, source.needs - query.literals)),
      extra: Math.max(0, name.length - inName.size),
      base,
    };
  });
}

function weighted(index: OperationIndex, slots: readonly Slot[]): Weighted {
  const own = slots.map((slot) => ({ ...slot, rarity: slot.weight * index.rarity(slot.terms[0]?.term ?? '') }));
  return { slots: own, norm: Math.sqrt(sum(own.map((slot) => slot.rarity ** 2))) };
}

function cosine(index: OperationIndex, { slots, norm }: Weighted, terms: readonly string[]): number {
  const own = Math.sqrt(sum(terms.map((term) => index.rarity(term) ** 2)));
  if (own === 0 || norm === 0) return 0;
  let dot = 0;
  for (const slot of slots) {
    const hit = slot.terms.find(({ term }) => terms.includes(term));
    if (hit !== undefined) dot += slot.rarity * hit.sure * index.rarity(hit.term);
  }
  return dot / (norm * own);
}

type Pair = readonly [left: string, right: string];

function neighbours(slots: readonly WeightedSlot[]): readonly Pair[] {
  return slots.flatMap((slot, position): Pair[] => {
    const next = slots[position + 1];
    const left = slot.terms[0]?.term;
    const right = next?.at === slot.at + 1 ? next.terms[0]?.term : undefined;
    return left === undefined || right === undefined ? [] : [[left, right]];
  });
}

function adjacent(pairs: readonly Pair[], terms: readonly string[]): number {
  return pairs.filter(([left, right]) => terms[terms.indexOf(left) + 1] === right && terms.includes(left)).length;
}

/** The service is named when one of its names is in the question, whole. */
function serviceEvidence(index: OperationIndex, slots: readonly WeightedSlot[], service: IndexedService): Evidence {
  let best: Evidence = { score: 0, terms: new Set() };
  for (const alias of service.aliases) {
    const found = alias.map((term) => {
      const slot = slots.find((candidate) => candidate.terms.some((own) => own.term === term));
      const sure = slot?.terms.find((own) => own.term === term)?.sure;
      return slot === undefined || sure === undefined ? undefined : sure * slot.weight * index.serviceRarity(term);
    });
    const score = found.includes(undefined) ? 0 : sum(found.map((value) => value ?? 0));
    if (score > best.score) best = { score, terms: new Set(alias) };
  }
  return { ...best, score: Math.min(1.5, best.score) };
}

function highest(values: readonly number[]): number {
  return values.reduce((left, right) => Math.max(left, right), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
