import type { Clock } from '../domain/clock.js';
import { messageOf } from '../domain/errors.js';
import type { Intent } from '../domain/intent.js';
import type { Logger } from '../domain/logger.js';
import { addModelUsage } from '../domain/model-usage.js';
import type { Plan } from '../domain/plan.js';
import type { MeterModel } from '../models/model.js';
import { REVIEW_SYSTEM, ReviewOutcome, reviewPrompt, type ReviewWords } from '../../prompts/review.js';
import type { OperationSheet } from '../../prompts/plan.js';
import type { RunStore } from '../results/run-store.js';
import type { ActiveRuns } from './active-runs.js';
import { furtherRefused, sentence } from './further-round.js';
import { runOf, type Node } from './node.js';
import type { RunState, RunUpdate } from './run-state.js';

type Query = Extract<Intent, { kind: 'query' }>;

export interface ReviewUses {
  /** Absent: no model, and so no further rounds. */
  readonly meter: MeterModel | undefined;
  readonly runs: Pick<RunStore, 'takeRows'>;
  /** What may still be asked, as the model is told of it. */
  readonly scopeOf: (intent: Query) => readonly OperationSheet[];
  /** The plan of a further round in the plan's own shapes, or what is wrong with it. */
  readonly readFurther: (
    words: ReviewWords,
    round: number,
  ) => { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problem: string };
  readonly activeRuns: ActiveRuns;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Rounds besides the first. */
const FURTHER_ROUNDS = 2;
const REQUEST_MILLIS = 45_000;
const PATIENCE_MILLIS = 20_000;
/** With less time left, another round would bring no answer. */
const WORTH_IT_MILLIS = 15_000;
/** One request stays for the narrative. */
const CALLS_NEEDED = 2;

const ASKED = {
  name: 'review',
  shape: ReviewOutcome,
  system: REVIEW_SYSTEM,
  maxOutputTokens: 2000,
  patienceMillis: PATIENCE_MILLIS,
} as const;

/**
 * Lets the model that planned a question see what came back, and ask for more: at most twice, over the same accounts and Regions,
 * and only what was shortlisted before anything was read. Whatever goes wrong here leaves the answer as it is.
 */
export function createReview(uses: ReviewUses): Node {
  return async (state) => {
    const update = await reviewed(state, uses);
    // The rows of all rounds are kept until the last has been collected.
    if (update.further === undefined || update.further === null) uses.runs.takeRows(runOf(state).runId);
    return { further: null, ...update };
  };
}

async function reviewed(state: RunState, uses: ReviewUses): Promise<RunUpdate> {
  const { intent, coverage, problem } = state;
  const { meter } = uses;
  if (meter === undefined || intent?.kind !== 'query' || coverage === null || problem !== null) return {};
  const scope = intent.scope === undefined || state.round > FURTHER_ROUNDS ? [] : uses.scopeOf(intent);
  const run = runOf(state);
  const signal = uses.activeRuns.find(run.runId)?.signal ?? new AbortController().signal;
  const millis = Math.min(REQUEST_MILLIS, run.deadline - uses.clock() - WORTH_IT_MILLIS);
  const model = meter(state.modelUsage);
  const nothingAnswered = coverage.calls.answered === 0;
  if (scope.length === 0 || nothingAnswered || signal.aborted || millis <= 0 || model.callsLeft < CALLS_NEEDED)
    return {};

  const data = {
    question: intent.plan.show.question ?? intent.summary,
    plan: intent.plan,
    coverageLine: coverage.line,
    tables: state.tables,
    operations: scope,
  };
  try {
    const reply = await model.ask(ASKED, (room) => reviewPrompt(data, room), { signal, millis });
    const modelUsage = addModelUsage(state.modelUsage, model.used);
    if (reply.kind === 'asks') return { modelUsage };
    if (reply.kind !== 'answered') return { modelUsage, warnings: [...state.warnings, notReviewed(reply.problem)] };
    if (reply.outcome.decision === 'done' || reply.outcome.calls.length === 0) return { modelUsage };
    const read = uses.readFurther(reply.outcome, state.round + 1);
    if (!read.ok) return { modelUsage, warnings: [...state.warnings, furtherRefused(read.problem)] };
    return { modelUsage, further: read.plan };
  } catch (error) {
    // An answer that is complete without it is not lost by a defect here.
    if (!signal.aborted) uses.logger.error('review failed', { runId: run.runId, error: messageOf(error) });
    return { modelUsage: addModelUsage(state.modelUsage, model.used) };
  }
}

function notReviewed(problem: string): string {
  return `The model did not review the answer: ${sentence(problem)}`;
}
