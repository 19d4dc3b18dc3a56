import type { Catalogue, OperationFacts } from '../catalogue/facts.js';
import { proveReadOnly } from '../read-only-policy.js';
import { buildIndex, type OperationIndex } from './operation-index.js';
import type { OperationMatch, OperationSearch } from './operation-search.js';
import { readQuery, type Query } from './query.js';
import { featuresOf, scoreOf, type Candidate } from './score.js';
import { summaryOf } from './summary.js';
import { loadWording } from './wording/index.js';
import type { ServiceWording } from './wording/wording.js';

/** So many of those that share a word are looked at closely. */
const CANDIDATES = 400;
/** Characters of a question that are read; what is longer is no question. */
const LONGEST = 2000;
const BOOSTS = { name: 3, phrases: 2, service: 1.5 };

/**
 * Reads the wording and every readable operation of the catalogue, and indexes them: about a second and 40 MB, so it is
 * asked for when a question needs it and not before.
 */
export async function createOperationSearch(uses: {
  readonly catalogue: Catalogue;
  readonly wording?: () => Promise<readonly ServiceWording[]>;
}): Promise<OperationSearch> {
  const { catalogue, wording = loadWording } = uses;
  const readable = [...catalogue.operations()].filter((facts) => proveReadOnly(catalogue, facts).allowed);
  const services = [...catalogue.services()].map(({ service, label }) => ({ service, names: [label] }));
  const index = buildIndex(
    readable.map((facts) => ({ service: facts.service, operation: facts.operation, needs: neededBy(facts) })),
    services,
    await wording(),
  );
  return { find: (question, limit) => ranked(index, readQuery(question.slice(0, LONGEST))).slice(0, limit) };
}

function neededBy({ parameters }: OperationFacts): number {
  return [...parameters.values()].filter(({ required }) => required).length;
}

function ranked(index: OperationIndex, query: Query): readonly OperationMatch[] {
  const candidates = candidatesFor(index, query);
  return featuresOf(index, query, candidates)
    .map((features, position) => ({ features, operation: candidates[position]?.operation }))
    .flatMap(({ features, operation }) => (operation === undefined ? [] : [{ operation, score: scoreOf(features) }]))
    .sort((left, right) => right.score - left.score || left.operation.id - right.operation.id)
    .map(({ operation: { source }, score }) => ({
      service: source.service,
      operation: source.operation,
      score,
      summary: summaryOf(source.operation),
    }));
}

/** Those that share words with the question, by BM25+. A word that no operation has is taken as mistyped. */
export function candidatesFor(index: OperationIndex, query: Query): readonly Candidate[] {
  const boosts = new Map<string, number>();
  for (const { terms, weight } of query.slots) {
    for (const { term, sure } of terms) boosts.set(term, Math.max(boosts.get(term) ?? 0, weight * sure));
  }
  if (boosts.size === 0) return [];
  const found = index.words.search([...boosts.keys()].join(' '), {
    boost: BOOSTS,
    boostTerm: (term) => boosts.get(term) ?? 1,
  });
  const best = found[0]?.score ?? 1;
  return found.slice(0, CANDIDATES).flatMap(({ id, score }) => {
    const operation = index.operations[Number(id)];
    return operation === undefined ? [] : [{ operation, base: score / best }];
  });
}
