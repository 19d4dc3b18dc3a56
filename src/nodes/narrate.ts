import type { Clock } from '../domain/clock.js';
import { CentralOpsError, messageOf, withNextStep } from '../domain/errors.js';
import type { Logger } from '../domain/logger.js';
import { NO_MODEL_USAGE, type ModelUsage } from '../domain/model-usage.js';
import type { Model } from '../models/model.js';
import { NARRATIVE_SYSTEM, NarrativeOutcome, narrativePrompt } from '../../prompts/narrative.js';
import { checkNarrative } from '../results/check-narrative.js';
import type { ActiveRuns } from './active-runs.js';
import { runOf } from './node.js';
import type { RunState } from './run-state.js';

/** A narrative, or a warning that says why there is none; both absent when there was nothing to tell. */
export interface Narration {
  readonly text?: string;
  readonly warning?: string;
  readonly usage: ModelUsage;
}

export type Narrate = (state: RunState) => Promise<Narration>;

export interface NarrateUses {
  readonly model: Model;
  /** Of one run. */
  readonly budget: { readonly calls: number; readonly tokens: number };
  readonly activeRuns: ActiveRuns;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The reader has waited for the accounts already. */
const TIME_LIMIT_MILLIS = 20_000;
const OUTPUT_TOKENS = 500;
/** What a request costs besides our own texts: the schema, and what the model's maker puts around a tool. */
const REQUEST_TOKENS = 1000;
/** More rows do not make a better paragraph. */
const PROMPT_BYTES = 16_000;
const UNUSED = NO_MODEL_USAGE;

/** Asks the model once for a few sentences about what was computed. Whatever goes wrong is a warning, never an error. */
export function createNarrate(uses: NarrateUses): Narrate {
  return async (state) => {
    const { coverage, intent } = state;
    // The headline of an answer without rows has said everything.
    if (intent?.kind !== 'query' || coverage === null || state.tables.every(({ total }) => total === 0)) {
      return { usage: UNUSED };
    }
    const run = runOf(state);
    const cancelled = uses.activeRuns.find(run.runId)?.signal;
    if (isAborted(cancelled)) return { usage: UNUSED };
    const millis = Math.min(TIME_LIMIT_MILLIS, run.deadline - uses.clock());
    if (millis <= 0) return { usage: UNUSED, warning: leftOut('the time of the run is used up') };
    if (uses.budget.calls < 1) return { usage: UNUSED, warning: leftOut(overBudget('CALLS', uses.budget.calls)) };
    const prompt = narrativePrompt(
      {
        question: state.request?.kind === 'ask' ? state.request.prompt : intent.summary,
        headline: state.headline,
        coverageLine: coverage.line,
        tables: state.tables,
      },
      Math.min(PROMPT_BYTES, uses.budget.tokens - OUTPUT_TOKENS - REQUEST_TOKENS - NARRATIVE_SYSTEM.length),
    );
    if (prompt === undefined) {
      return { usage: UNUSED, warning: leftOut(overBudget('TOKENS', uses.budget.tokens)) };
    }

    const limit = AbortSignal.timeout(millis);
    try {
      const { inputTokens, outputTokens, ...reply } = await uses.model.ask(
        {
          name: 'narrative',
          shape: NarrativeOutcome,
          system: NARRATIVE_SYSTEM,
          prompt,
          maxOutputTokens: OUTPUT_TOKENS,
        },
        { signal: cancelled === undefined ? limit : AbortSignal.any([cancelled, limit]) },
      );
      const usage = { modelCalls: 1, inputTokens, outputTokens };
      if (reply.kind === 'unusable') return { usage, warning: leftOut(reply.problem) };
      const verdict = checkNarrative(reply.outcome.narrative, {
        headline: state.headline,
        coverage,
        tables: state.tables,
        names: state.accounts.map(({ name }) => name),
      });
      return verdict.ok ? { usage, text: verdict.text } : { usage, warning: leftOut(verdict.reason) };
    } catch (error) {
      const usage = { ...UNUSED, modelCalls: 1 };
      if (isAborted(cancelled)) return { usage };
      if (limit.aborted) {
        const seconds = (millis / 1000).toFixed(1);
        return { usage, warning: leftOut(`${uses.model.label} did not answer within ${seconds} s`) };
      }
      uses.logger.warn('model did not answer', { runId: run.runId, error: messageOf(error) });
      const explained = error instanceof CentralOpsError;
      return {
        usage,
        warning: leftOut(explained ? withNextStep(error.message, error.nextStep) : 'asking the model failed'),
      };
    }
  };
}

/** Asked anew each time: the compiler takes a property's first value for its last. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function leftOut(reason: string): string {
  return `The model’s narrative was left out: ${reason}${/[.!?]$/u.test(reason) ? '' : '.'}`;
}

function overBudget(name: 'CALLS' | 'TOKENS', value: number): string {
  return `CENTRAL_OPS_BUDGET_MODEL_${name} (${value}) does not allow it`;
}
