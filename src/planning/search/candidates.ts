import type { OperationIndex } from './operation-index.js';
import type { Query } from './query.js';
import type { Candidate } from './score.js';

/** So many of those that share a word with the question are looked at closely. */
const CANDIDATES = 400;
const BOOSTS = { name: 3, phrases: 2, service: 1.5 };

/** Those that share words with the question, by BM25+. */
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
