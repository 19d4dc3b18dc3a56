import type { Agent } from '../../domain/agent.js';
import { isClose, rankAgents } from './rank.js';
import { termsOf } from './terms.js';

/** Two agents that say nearly the same of themselves. */
export interface Overlap {
  readonly left: Agent;
  readonly right: Agent;
  /** Cosine of what both say, the rarer words counting more: 0 nothing in common, 1 the same. */
  readonly similarity: number;
  /** Words of a question that would speak for both, rarest first. */
  readonly words: readonly string[];
}

/** An example question that is as near to another agent as to the one whose row has it. */
export interface Tie {
  readonly agent: Agent;
  readonly question: string;
  readonly rivals: readonly Agent[];
}

/** agent-squad calls 0.3 high for descriptions alone; here capabilities, domains and examples count as well. */
const HIGH = 0.3;
const WORDS = 8;
/** A thousand agents are half a million pairs; the check is for a person who reads it. */
const MOST_COMPARED = 300;

/** Pairs that a question could hardly tell apart, most alike first. */
export function overlapsOf(agents: readonly Agent[]): readonly Overlap[] {
  const compared = agents.slice(0, MOST_COMPARED);
  const texts = compared.map((agent) => ({ agent, terms: termsOf(textOf(agent)) }));
  const owners = new Map<string, number>();
  for (const { terms } of texts) for (const term of terms.keys()) owners.set(term, (owners.get(term) ?? 0) + 1);
  const weight = (term: string): number => Math.log(1 + texts.length / (owners.get(term) ?? 1)) ** 2;
  const length = (terms: Iterable<string>): number =>
    Math.sqrt([...terms].reduce((sum, term) => sum + weight(term), 0));

  return texts
    .flatMap((left, index) =>
      texts.slice(index + 1).map((right): Overlap => {
        const shared = [...left.terms.keys()].filter((term) => right.terms.has(term));
        const common = shared.reduce((sum, term) => sum + weight(term), 0);
        const both = length(left.terms.keys()) * length(right.terms.keys());
        return {
          left: left.agent,
          right: right.agent,
          similarity: both === 0 ? 0 : common / both,
          words: shared
            .toSorted((one, other) => weight(other) - weight(one))
            .slice(0, WORDS)
            .map((term) => left.terms.get(term) ?? term),
        };
      }),
    )
    .filter(({ similarity }) => similarity >= HIGH)
    .toSorted((one, other) => other.similarity - one.similarity);
}

/** Example questions that words alone would bring to another agent, or to nobody in particular. */
export function tiesOf(agents: readonly Agent[]): readonly Tie[] {
  const compared = agents.slice(0, MOST_COMPARED);
  return compared.flatMap((agent) =>
    agent.exampleQueries.flatMap((question): Tie[] => {
      const ranked = rankAgents(question, compared);
      const own = ranked.find((one) => one.agent === agent);
      if (own === undefined) return [];
      const rivals = ranked.filter((one) => one.agent !== agent && isClose(own, one)).map((one) => one.agent);
      return rivals.length === 0 ? [] : [{ agent, question, rivals }];
    }),
  );
}

function textOf({ description, capabilities, domains, exampleQueries }: Agent): string {
  return [description, ...capabilities, ...domains, ...exampleQueries].join('\n');
}
