import type { AccountReference } from '../../domain/account.js';
import { withNextStep } from '../../domain/errors.js';
import type { AccountSelector, Intent, OperationName } from '../../domain/intent.js';
import { plainText } from '../../domain/plain-text.js';
import { callLabel, type Call, type Plan } from '../../domain/plan.js';
import type { PlanWords } from '../../../prompts/plan.js';
import type { Authorization } from '../authorize.js';
import type { Catalogue } from '../catalogue/facts.js';
import type { PlanningContext } from '../planner.js';
import { pathProblem } from './check-paths.js';
import { placeProblem, type SelectAccounts } from './check-places.js';
import { readPlan } from './read-plan.js';
import { spokenPlaces } from './spoken-places.js';

export type ReadAnswer =
  | { readonly ok: true; readonly intent: Intent }
  /** For the model to read. */
  | { readonly ok: false; readonly problem: string };

export interface ReadAnswerUses {
  readonly catalogue: Catalogue;
  readonly select: SelectAccounts;
  /** The same decision that the graph takes later, tried now so that a mistake can still be mended. */
  readonly authorize: (plan: Plan, regions: readonly string[], accounts: readonly AccountReference[]) => Authorization;
}

const SENTENCE = 300;
const SUGGESTIONS = 3;

/**
 * Makes an intent of what a model answered, or says what is wrong with it. Nothing that it chose is taken on trust:
 * selectors and Regions must exist and be meant, and the plan must pass the policy.
 */
export function readAnswer(
  words: PlanWords,
  question: { readonly text: string; readonly context: PlanningContext; readonly offered: readonly OperationName[] },
  uses: ReadAnswerUses,
): ReadAnswer {
  const suggestions = words.suggestions
    .slice(0, SUGGESTIONS)
    .map((text) => plainText(text, SENTENCE))
    .filter((text) => text !== '');
  switch (words.decision) {
    case 'clarify': {
      const ask = plainText(words.ask, SENTENCE);
      if (ask === '') return { ok: false, problem: 'The decision is clarify, and "ask" is empty.' };
      return { ok: true, intent: { kind: 'clarify', question: ask, suggestions } };
    }
    case 'refuse':
      return { ok: true, intent: refusal(words, suggestions) };
    case 'list-accounts':
    case 'plan':
      return readPlaces(words, question, uses);
    default:
      return words.decision satisfies never;
  }
}

function refusal({ reason, wouldCall }: PlanWords, [suggestion]: readonly string[]): Intent {
  const why = plainText(reason, SENTENCE);
  const would = wouldCall === undefined ? '' : ` It would have called ${plainText(callLabel(wouldCall), 80)}.`;
  return {
    kind: 'refuse',
    reason: `Accounts are only ever read, and secrets never.${why === '' ? '' : ` ${why}`}${would} Nothing was asked.`,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(wouldCall === undefined ? {} : { wouldCall }),
  };
}

function readPlaces(
  words: PlanWords,
  { text, context, offered }: Parameters<typeof readAnswer>[1],
  uses: ReadAnswerUses,
): ReadAnswer {
  const { accounts, conversation } = context;
  const byDefault = takesDefault(words.accounts, text, context);
  const chosen = byDefault ?? words.accounts;
  const listing = words.decision === 'list-accounts';
  const read = listing ? undefined : readPlan(words, words.question);
  if (read?.ok === false) return read;
  const tables = read?.plan.show.tables ?? [];
  const regions = listing ? [] : words.regions;
  const misplaced = placeProblem(
    { accounts: chosen, regions, tables },
    { question: text, conversation, accounts, select: uses.select },
  );
  if (misplaced !== undefined) return { ok: false, problem: misplaced };
  const understood = plainText(words.summary, SENTENCE);
  const where = accountsShown(chosen);
  if (read === undefined) {
    return {
      ok: true,
      intent: { kind: 'list-accounts', accounts: chosen, summary: `${understood || 'List the accounts'}; ${where}` },
    };
  }
  const { plan } = read;
  const decision = uses.authorize(plan, regions, uses.select(chosen, accounts));
  const misread = decision.authorized ? pathProblem(plan, uses.catalogue) : undefined;
  if (misread !== undefined) return { ok: false, problem: misread };
  if (!decision.authorized) return { ok: false, problem: withNextStep(decision.reason, decision.suggestion) };
  const labels = [...new Set(plan.calls.map(callLabel))].join(', ');
  return {
    ok: true,
    intent: {
      kind: 'query',
      plan,
      accounts: chosen,
      ...(byDefault === undefined ? {} : { byDefault: true }),
      regions,
      // What was chosen is said by code: a summary could say something else.
      summary: `${understood || plan.show.title} (${labels}); ${where}; ${regionsShown(regions, context)}`,
      planner: 'model',
      scope: scopeOf(plan.calls, offered),
    },
  };
}

/** The session's choice, where neither question nor model says anything else. */
function takesDefault(
  chosen: AccountSelector,
  text: string,
  { accounts, conversation }: PlanningContext,
): AccountSelector | undefined {
  if (chosen.include.length + chosen.exclude.length > 0 || spokenPlaces(text, accounts).allAccounts) return undefined;
  return conversation.defaultAccounts;
}

function scopeOf(calls: readonly Call[], offered: readonly OperationName[]): readonly OperationName[] {
  const names = [...calls, ...offered].map(({ service, operation }) => ({ service, operation }));
  return [...new Map(names.map((name) => [callLabel(name), name])).values()];
}

function accountsShown({ include, exclude }: AccountSelector): string {
  const all = include.length === 0 ? 'in all accounts' : `in ${listed(include)}`;
  return exclude.length === 0 ? all : `${all} except ${listed(exclude)}`;
}

function regionsShown(regions: readonly string[], { defaultRegions }: PlanningContext): string {
  if (regions.includes('all')) return 'in all enabled Regions';
  return regions.length > 0 ? `in ${listed(regions)}` : `in each account's own Regions, else ${listed(defaultRegions)}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
