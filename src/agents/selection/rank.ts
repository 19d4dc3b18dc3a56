import MiniSearch from 'minisearch';
import type { Agent } from '../../domain/agent.js';
import { isEmptyWord, stem, termsOf } from './terms.js';

export interface RankedAgent {
  readonly agent: Agent;
  /** BM25: comparable within one ranking only. */
  readonly score: number;
  /** The words of the question that its row has, as they were asked. */
  readonly shared: readonly string[];
}

const FIELDS = ['name', 'capabilities', 'domains', 'examples', 'description'] as const;

/** What an owner lists says more than what a description happens to mention. */
const BOOST = { name: 3, capabilities: 2, domains: 1.5, examples: 2, description: 1 };

/**
 * The agents that share a word with the question, best first. Good enough to rank and to make a list shorter: with the
 * handful of example questions that rows have, the first is the right one in about four of ten
 * (docs/decisions/0018), so nothing is invoked because of it alone.
 */
export function rankAgents(question: string, agents: readonly Agent[]): readonly RankedAgent[] {
  const index = new MiniSearch({
    fields: [...FIELDS],
    tokenize: (text) => [...termsOf(text).keys()],
    // Cut into stems already.
    processTerm: (term) => term,
  });
  index.addAll(
    agents.map(({ name, capabilities, domains, exampleQueries, description }, id) => ({
      id,
      name,
      capabilities: capabilities.join(' '),
      domains: domains.join(' '),
      examples: exampleQueries.join(' '),
      description,
    })),
  );
  const asked = termsOf(question);
  return index.search(question, { boost: BOOST }).flatMap(({ id, score, queryTerms }): RankedAgent[] => {
    const agent = agents[Number(id)];
    const shared = queryTerms.map((term) => asked.get(term) ?? term);
    return agent === undefined ? [] : [{ agent, score, shared }];
  });
}

/** A score that the best one does not clearly stand out from. */
export function isClose(best: RankedAgent, other: RankedAgent | undefined): boolean {
  return other !== undefined && other.score >= best.score * 0.6;
}

/** The name or capability of an agent whose every word the question has; seed 2's "Emergency procedures". */
export function spokenOf(question: string, { name, capabilities, domains }: Agent): string | undefined {
  const asked = termsOf(question);
  return [name, ...capabilities, ...domains].find((phrase) => {
    const terms = [...termsOf(phrase).keys()];
    return terms.length > 0 && terms.every((term) => asked.has(term));
  });
}

/** Whether two phrases are the same words: "vessel-info" and "Vessel Info". */
export function samePhrase(left: string, right: string): boolean {
  return plainPhrase(left) === plainPhrase(right);
}

function plainPhrase(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !isEmptyWord(word))
    .map(stem)
    .join(' ');
}
