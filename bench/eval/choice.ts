import { CentralOpsError } from '../../src/domain/errors.js';
import type { AccountSelector, Intent, OperationName } from '../../src/domain/intent.js';
import { callLabel, type Plan } from '../../src/domain/plan.js';

/** What a planner made of a question, as far as it is scored. */
export interface Choice {
  /**
   * `asked-back` also where the planner named accounts that the registry does not know: the product asks then. `other`: taken
   * for something that asks no account, such as a command to the session. `failed`: the planner threw.
   */
  readonly kind: 'planned' | 'asked-back' | 'refused' | 'other' | 'failed';
  /**
   * The operations whose rows a reader would see first: of a plan, the call of the first table and those joined to it (a list
   * of buckets with the encryption of each is both); of a question back, the first offer.
   */
  readonly first: readonly OperationName[];
  /** The operations that a reader could go on with: every table's and joined call of a plan, or the offers, three at most. */
  readonly offered: readonly OperationName[];
  /** What would be called, or may be by a further round. */
  readonly reachable: readonly OperationName[];
  /** The plan that would run, or run when the first offer is taken. */
  readonly plan: Plan | undefined;
  /** Ids, sorted; absent where no account was chosen. */
  readonly accounts?: readonly string[];
  /** As the intent says them, sorted: `all`, names, or none for the default. */
  readonly regions?: readonly string[];
  /** In words, for the list of failures. */
  readonly shown: string;
}

const NOTHING = { first: [], offered: [], reachable: [], plan: undefined } as const;

/** Reads an intent. `accountsOf` turns the selector into ids as the product would, and throws what it would throw. */
export function choiceOf(intent: Intent, accountsOf: (selector: AccountSelector) => readonly string[]): Choice {
  switch (intent.kind) {
    case 'query':
      return planned(intent, accountsOf);
    case 'clarify': {
      const offered = (intent.offers ?? []).slice(0, 3);
      return {
        kind: 'asked-back',
        first: offered.slice(0, 1),
        offered,
        reachable: [...(intent.offers ?? []), ...(intent.offers ?? []).flatMap(({ plan }) => plan?.calls ?? [])],
        plan: offered[0]?.plan,
        shown: `asked back "${intent.question}"${offered.length === 0 ? '' : `, offering ${named(offered)}`}`,
      };
    }
    case 'refuse':
      return { ...NOTHING, kind: 'refused', shown: `refused: "${intent.reason}"` };
    case 'list-accounts':
      return { ...NOTHING, kind: 'other', shown: 'listed the accounts of the registry' };
    case 'list-agents':
    case 'ask-agents':
      return { ...NOTHING, kind: 'other', shown: `took it for something about agents (${intent.kind})` };
    case 'use-accounts':
    case 'recall':
      return { ...NOTHING, kind: 'other', shown: `took it for something about the session (${intent.kind})` };
    default:
      return intent satisfies never;
  }
}

/** A planner that threw. */
export function failedChoice(error: unknown): Choice {
  return { ...NOTHING, kind: 'failed', shown: `failed: ${error instanceof Error ? error.message : String(error)}` };
}

function planned(
  intent: Extract<Intent, { kind: 'query' }>,
  accountsOf: (selector: AccountSelector) => readonly string[],
): Choice {
  const { plan, regions, scope = [] } = intent;
  const tables = plan.show.tables.map(({ call, join = [] }) => callsOf(plan, [call, ...join.map((one) => one.call)]));
  const chosen = { first: tables[0] ?? [], offered: tables.flat(), reachable: [...plan.calls, ...scope], plan };
  const shown = `planned ${named(plan.calls)}`;
  try {
    const accounts = [...accountsOf(intent.accounts)].sort();
    return { ...chosen, kind: 'planned', accounts, regions: [...regions].sort(), shown };
  } catch (error) {
    if (!(error instanceof CentralOpsError)) throw error;
    return { ...chosen, kind: 'asked-back', shown: `${shown}, then asked back "${error.message}"` };
  }
}

function callsOf(plan: Plan, ids: readonly string[]): readonly OperationName[] {
  return plan.calls.filter(({ id }) => ids.includes(id));
}

function named(operations: readonly OperationName[]): string {
  return [...new Set(operations.map((operation) => callLabel(operation)))].join(', ');
}
