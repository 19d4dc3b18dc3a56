import { type Agent, agentLabel } from '../domain/agent.js';
import { groupBy } from '../domain/group-by.js';
import type { CheckResult } from './check.js';

export interface AgentComparison {
  readonly overlaps: readonly {
    readonly left: Agent;
    readonly right: Agent;
    /** 0 to 1. */
    readonly similarity: number;
    readonly words: readonly string[];
  }[];
  readonly ties: readonly { readonly agent: Agent; readonly question: string; readonly rivals: readonly Agent[] }[];
}

/** Each kind of warning is said so many times; the rest is counted. */
const SHOWN = 10;

/** What is right by itself, and makes choosing an agent harder: names and purposes that several have. */
export function registryWarnings(
  agents: readonly Agent[],
  compare: (agents: readonly Agent[]) => AgentComparison,
): readonly CheckResult[] {
  const enabled = agents.filter((agent) => agent.enabled);
  const { overlaps, ties } = compare(enabled);
  const warnings = [
    ...limited(
      [...groupBy(enabled, ({ name }) => name.toLowerCase())].filter(([, same]) => same.length > 1),
      'names that several agents have',
      ([, same]): CheckResult => ({
        check: 'agent-overlap',
        status: 'warn',
        saw: `several are called the same: ${same.map(agentLabel).join(', ')}`,
        fix: 'Give each a name of its own: whoever asks by name is asked back.',
      }),
    ),
    ...limited(overlaps, 'pairs of agents that overlap', ({ left, right, similarity, words }): CheckResult => ({
      check: 'agent-overlap',
      status: 'warn',
      saw: `${left.name} and ${right.name} say much the same of themselves (${Math.round(similarity * 100)} % alike); a question with ${words.join(', ')} could be for either`,
      fix: 'Say in their descriptions and example_queries what only this one is for.',
    })),
    ...limited(ties, 'example questions that tie', ({ agent, question, rivals }): CheckResult => ({
      check: 'agent-overlap',
      status: 'warn',
      saw: `the example "${question}" of ${agent.name} is by its words as near to ${rivals.map(({ name }) => name).join(', ')}`,
      fix: 'Give it words that only this agent has.',
    })),
  ];
  return warnings.length > 0 || enabled.length < 2
    ? warnings
    : [{ check: 'agent-overlap', status: 'pass', saw: `no two of the ${enabled.length} say the same of themselves` }];
}

function limited<Item>(
  items: readonly Item[],
  what: string,
  shown: (item: Item) => CheckResult,
): readonly CheckResult[] {
  const results = items.slice(0, SHOWN).map(shown);
  const more = items.length - results.length;
  return more > 0 ? [...results, { check: 'agent-overlap', status: 'warn', saw: `and ${more} more ${what}` }] : results;
}
