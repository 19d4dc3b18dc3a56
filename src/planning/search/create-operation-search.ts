import type { Catalogue, OperationFacts } from '../catalogue/facts.js';
import { proveReadOnly } from '../read-only-policy.js';
import { candidatesFor } from './candidates.js';
import { buildIndex, type OperationIndex } from './operation-index.js';
import type { OperationMatch, OperationSearch } from './operation-search.js';
import { readQuery, type Query } from './query.js';
import { featuresOf, scoreOf } from './score.js';
import { summaryOf } from './summary.js';
import { loadWording } from './wording/index.js';
import type { ServiceWording } from './wording/wording.js';

/** Characters of a question that are read; what is longer is no question. */
const LONGEST = 2000;

/**
 * Reads the wording and every readable operation of the catalogue, and indexes them: about a second and 100 MB, so it is
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
    readable.map((facts) => ({
      service: facts.service,
      operation: facts.operation,
      // Looked at for the few that share words with a question.
      get needs() {
        return neededBy(facts);
      },
    })),
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
