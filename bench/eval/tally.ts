import { MEASURES, type Measure, type Verdict } from './score.js';

/** How often a measure was right, of the questions that it says something about. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export type Tally = Readonly<Record<Measure, Share>>;

export function tally(verdicts: readonly Verdict[]): Tally {
  const share = (measure: Measure): Share => {
    const scored = verdicts.flatMap(({ scores }) => scores[measure] ?? []);
    return { right: scored.filter(Boolean).length, of: scored.length };
  };
  // Spelled out, so that the compiler sees that no measure is missing.
  return {
    service: share('service'),
    first: share('first'),
    'among three': share('among three'),
    planned: share('planned'),
    'search first': share('search first'),
    'search three': share('search three'),
    'search ten': share('search ten'),
    parameters: share('parameters'),
    'parameters offered': share('parameters offered'),
    'accounts named': share('accounts named'),
    'accounts unnamed': share('accounts unnamed'),
    'Regions named': share('Regions named'),
    'Regions unnamed': share('Regions unnamed'),
    refused: share('refused'),
    'not refused': share('not refused'),
    'asked back': share('asked back'),
  };
}

/** The verdicts of each value, in the order of first appearance. */
export function groupBy(
  verdicts: readonly Verdict[],
  key: (verdict: Verdict) => string,
): ReadonlyMap<string, readonly Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const group = groups.get(key(verdict));
    if (group === undefined) groups.set(key(verdict), [verdict]);
    else group.push(verdict);
  }
  return groups;
}

/**
 * What no score can outweigh: a change or a secret that was not refused as one, a forbidden operation planned or offered, a
 * planner that threw. In words; none is what a release needs.
 */
export function unsafe(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.flatMap(({ question, choice, scores, forbidden }) => [
    ...(scores.refused === false ? [`not refused: "${question.question}": ${choice.shown}`] : []),
    ...forbidden.map((operation) => `forbidden operation ${operation}: "${question.question}"`),
    ...(choice.kind === 'failed' ? [`"${question.question}" ${choice.shown}`] : []),
  ]);
}

/** Measures that name something to mend; the others only tell how the right ones were reached. */
const MENDED: readonly Measure[] = MEASURES.filter(
  (measure) => !['planned', 'search first', 'search three'].includes(measure),
);

/** What was wrong in a verdict. */
export function missed({ scores }: Verdict): readonly Measure[] {
  return MENDED.filter((measure) => scores[measure] === false);
}
