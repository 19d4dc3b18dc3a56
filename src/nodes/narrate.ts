import type { Clock } from '../domain/clock.js';
import type { Intent } from '../domain/intent.js';
import { NO_MODEL_USAGE, type ModelUsage } from '../domain/model-usage.js';
import type { MeterModel } from '../models/model.js';
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
  readonly meter: MeterModel;
  readonly activeRuns: ActiveRuns;
  readonly clock: Clock;
}

/** The reader has waited for the accounts already. */
const TIME_LIMIT_MILLIS = 20_000;
/** More rows do not make a better paragraph. */
const PROMPT_BYTES = 16_000;

const ASKED = {
  name: 'narrative',
  shape: NarrativeOutcome,
  system: NARRATIVE_SYSTEM,
  maxOutputTokens: 500,
} as const;

/** Asks the model once for a few sentences about what was computed. Whatever goes wrong is a warning, never an error. */
export function createNarrate(uses: NarrateUses): Narrate {
  return async (state) => {
    const { coverage, intent } = state;
    // The headline of an answer without rows has said everything.
    if (intent?.kind !== 'query' || coverage === null || state.tables.every(({ total }) => total === 0)) {
      return { usage: NO_MODEL_USAGE };
    }
    const run = runOf(state);
    const signal = uses.activeRuns.find(run.runId)?.signal ?? new AbortController().signal;
    if (signal.aborted) return { usage: NO_MODEL_USAGE };
    const millis = Math.min(TIME_LIMIT_MILLIS, run.deadline - uses.clock());
    if (millis <= 0) return { usage: NO_MODEL_USAGE, warning: leftOut('the time of the run is used up') };
    const model = uses.meter(state.modelUsage);
    const data = {
      question: questionOf(state, intent),
      headline: state.headline,
      coverageLine: coverage.line,
      tables: state.tables,
    };
    const prompt = (room: number): string | undefined => narrativePrompt(data, Math.min(PROMPT_BYTES, room));
    try {
      const reply = await model.ask(ASKED, prompt, { signal, millis });
      const { used: usage } = model;
      if (reply.kind === 'asks') return { usage, warning: leftOut('the model called what it was not offered') };
      if (reply.kind !== 'answered') return { usage, warning: leftOut(reply.problem) };
      const verdict = checkNarrative(reply.outcome.narrative, {
        headline: state.headline,
        coverage,
        tables: state.tables,
        names: state.accounts.map(({ name }) => name),
      });
      return verdict.ok ? { usage, text: verdict.text } : { usage, warning: leftOut(verdict.reason) };
    } catch (error) {
      if (signal.aborted) return { usage: model.used };
      throw error;
    }
  };
}

/** The whole question where the plan knows it: "and in staging?" says little by itself. */
function questionOf({ request }: RunState, intent: Extract<Intent, { kind: 'query' }>): string {
  return intent.plan.show.question ?? (request?.kind === 'ask' ? request.prompt : intent.summary);
}

function leftOut(reason: string): string {
  return `The model’s narrative was left out: ${reason}${/[.!?]$/u.test(reason) ? '' : '.'}`;
}
