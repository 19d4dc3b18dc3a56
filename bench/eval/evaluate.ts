import { selectAccounts } from '../../src/accounts/select-accounts.js';
import type { Registry } from '../../src/accounts/registry.js';
import { accountDescription } from '../../src/domain/account.js';
import { NO_CONVERSATION } from '../../src/domain/conversation.js';
import type { AccountSelector } from '../../src/domain/intent.js';
import { addModelUsage, NO_MODEL_USAGE, type ModelUsage } from '../../src/domain/model-usage.js';
import type { Planned, Planner, PlanningContext } from '../../src/planning/planner.js';
import type { OperationSearch } from '../../src/planning/search/operation-search.js';
import { choiceOf, failedChoice, type Choice } from './choice.js';
import type { EvaluationCase } from './data-set.js';
import { expectedAccounts } from './expected-accounts.js';
import { judge, type Verdict } from './score.js';

/** What is evaluated, and on which accounts. */
export interface Evaluated {
  readonly planner: Planner;
  /** Absent: the search is not scored. */
  readonly search?: OperationSearch;
  readonly registry: Registry;
}

export interface Evaluation {
  readonly verdicts: readonly Verdict[];
  readonly usage: ModelUsage;
  /** What the planner noted besides its plans, and how often: a model that could not be asked leaves questions to the rules. */
  readonly warnings: ReadonlyMap<string, number>;
}

/** The time at which every question is asked, so that "last month" is the same month in every run. */
const ASKED_AT = Date.UTC(2026, 8, 30, 12);

/**
 * Asks every question once, one after the other, each as the first of its conversation. A planner that throws is a failure of
 * that question and does not end the evaluation; an abort does.
 */
export async function evaluate(
  questions: readonly EvaluationCase[],
  { planner, search, registry }: Evaluated,
  options: { readonly signal: AbortSignal; readonly onVerdict?: (done: number) => void },
): Promise<Evaluation> {
  const accounts = registry.accounts();
  const context: PlanningContext = {
    accounts: accounts.map((account) => accountDescription(account)),
    defaultRegions: ['us-east-1'],
    conversation: NO_CONVERSATION,
    now: ASKED_AT,
    timeZone: 'UTC',
  };
  const accountsOf = (selector: AccountSelector) => selectAccounts(registry, selector).map(({ id }) => id);
  const verdicts: Verdict[] = [];
  const warnings = new Map<string, number>();
  let usage = NO_MODEL_USAGE;
  for (const question of questions) {
    const planned = await attempt(
      () => planner.plan(question.question, context, { signal: options.signal, deadline: Number.MAX_SAFE_INTEGER }),
      options.signal,
    );
    let choice: Choice;
    if ('error' in planned) choice = failedChoice(planned.error);
    else {
      choice = choiceOf(planned.intent, accountsOf);
      usage = addModelUsage(usage, planned.usage);
      for (const warning of planned.warnings) warnings.set(warning, (warnings.get(warning) ?? 0) + 1);
    }
    verdicts.push(
      judge(question, {
        choice,
        expectedAccounts: expectedAccounts(question.expect === 'answer' ? question.accounts : undefined, accounts),
        ...(search === undefined ? {} : { found: search.find(question.question, 10) }),
      }),
    );
    options.onVerdict?.(verdicts.length);
  }
  return { verdicts, usage, warnings };
}

async function attempt(
  plan: () => Promise<Planned>,
  signal: AbortSignal,
): Promise<Planned | { readonly error: unknown }> {
  try {
    return await plan();
  } catch (error) {
    signal.throwIfAborted();
    return { error };
  }
}
