import type { Intent } from '../domain/intent.js';
import type { Planner } from './planner.js';

/** `auto`: rules where they understand the whole question, else the model, else what the rules ask back. */
export type PlannerMode = 'auto' | 'rules' | 'model';

/**
 * Decided by the rules in every mode: what they refuse (a change, a secret) no model is asked to allow, and the session's own
 * commands ("switch to production", "show me the second one") need none. What is said to be for agents is for them.
 */
const FINAL: ReadonlySet<Intent['kind']> = new Set(['refuse', 'use-accounts', 'recall', 'list-agents', 'ask-agents']);

/** Which planner takes a question. The rules always look first. */
export function createChoosePlanner(uses: {
  readonly mode: PlannerMode;
  readonly rules: Planner;
  /** Absent: no model is configured. */
  readonly model?: Planner;
}): Planner {
  const { mode, rules, model } = uses;
  return {
    async plan(question, context, options) {
      const planned = await rules.plan(question, context, options);
      const { kind } = planned.intent;
      const done = mode === 'rules' || FINAL.has(kind) || (mode === 'auto' && kind !== 'clarify');
      return done || model === undefined ? planned : model.plan(question, context, options);
    },
  };
}
