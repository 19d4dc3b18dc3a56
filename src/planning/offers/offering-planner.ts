import type { Intent, Offer } from '../../domain/intent.js';
import { NO_MODEL_USAGE } from '../../domain/model-usage.js';
import type { Catalogue } from '../catalogue/facts.js';
import type { Planned, Planner, PlanningContext } from '../planner.js';
import { proveReadOnly } from '../read-only-policy.js';
import { refusalText, type RulesPlanner } from '../rules-planner.js';
import type { MutationSearch } from '../search/mutation-search.js';
import type { OperationMatch, OperationSearch } from '../search/operation-search.js';
import { planFor } from './offer-plan.js';

export interface OfferingPlannerUses {
  readonly rules: RulesPlanner;
  readonly catalogue: Catalogue;
  /** Loaded when first needed. */
  readonly search: () => Promise<OperationSearch>;
  readonly mutations: () => Promise<MutationSearch>;
}

/** More than this is no help. */
const OFFERS = 3;

/**
 * The rules, and next to what they ask back the three operations that the question is most likely about; next to what they
 * refuse, what it would have called. It never plans by a likeness: a person, or a model, picks.
 */
export function createOfferingPlanner(uses: OfferingPlannerUses): Planner {
  return {
    async plan(question, context, { signal }) {
      signal.throwIfAborted();
      const intent = uses.rules.plan(question, context);
      if (intent.kind === 'clarify') return planned(await withOffers(intent, question, context, uses));
      if (intent.kind === 'refuse') return planned(await withWouldCall(intent, question, context, uses));
      return planned(intent);
    },
  };
}

function planned(intent: Intent): Planned {
  return { intent, warnings: [], usage: NO_MODEL_USAGE };
}

type Clarify = Extract<Intent, { kind: 'clarify' }>;

async function withOffers(
  intent: Clarify,
  question: string,
  context: PlanningContext,
  { rules, catalogue, search }: OfferingPlannerUses,
): Promise<Intent> {
  const choices = offersOfChoices(intent, context, rules);
  if (choices !== undefined) return choices;
  const words = rules.subjectOf(question, context);
  if (words === undefined || intent.choices !== undefined || intent.followUpTo !== undefined) return intent;
  const found = (await search()).find(words.text, OFFERS);
  if (found.length === 0) return intent;
  const offers = found.map((match) => offerOf(catalogue, match, words.literals));
  return {
    ...intent,
    question: `${intent.question.replace(/ Did you mean .*$/, '')} The nearest that can be asked:`,
    suggestions: [],
    offers,
  };
}

/** "Clusters": each meaning is a question that the rules understand, so each is offered with its plan. */
function offersOfChoices(intent: Clarify, context: PlanningContext, rules: RulesPlanner): Intent | undefined {
  const { choices } = intent;
  if (choices === undefined) return undefined;
  const offers = choices.flatMap(({ shown, question }): readonly Offer[] => {
    const meant = rules.plan(question, { ...context, conversation: { ...context.conversation, turns: [] } });
    if (meant.kind !== 'query') return [];
    const { plan } = meant;
    const call = plan.calls.find(({ id }) => id === plan.show.tables[0]?.call);
    if (call === undefined) return [];
    return [{ service: call.service, operation: call.operation, summary: shown, plan }];
  });
  const distinct = new Set(offers.map(({ service, operation }) => `${service} ${operation}`));
  if (offers.length !== choices.length || distinct.size !== offers.length) return undefined;
  const { choices: _, ...rest } = intent;
  return { ...rest, offers };
}

function offerOf(catalogue: Catalogue, match: OperationMatch, literals: readonly string[]): Offer {
  const { service, operation, summary } = match;
  const proof = proveReadOnly(catalogue, match);
  const noun = summary.replace(/^[a-z]+ (?:up )?/, '');
  const ready = proof.allowed ? planFor(catalogue, proof.facts, literals, noun) : undefined;
  const note = ready?.note === undefined ? '' : `, ${ready.note}`;
  return {
    service,
    operation,
    summary: `${summary} (${service} ${operation}${note})`,
    ...(ready === undefined ? {} : { plan: ready.plan }),
  };
}

async function withWouldCall(
  intent: Extract<Intent, { kind: 'refuse' }>,
  question: string,
  context: PlanningContext,
  { rules, mutations }: OfferingPlannerUses,
): Promise<Intent> {
  const order = rules.orderIn(question, context);
  if (intent.wouldCall !== undefined || order === undefined) return intent;
  const wouldCall = (await mutations()).find(order.verb, order.words);
  return wouldCall === undefined ? intent : { ...intent, reason: refusalText(order.verb, wouldCall), wouldCall };
}
