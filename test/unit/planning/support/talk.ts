import {
  NO_CONVERSATION,
  withDefaultAccounts,
  withTurn,
  type Conversation,
} from '../../../../src/domain/conversation.js';
import type { Intent } from '../../../../src/domain/intent.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../../src/planning/rules-planner.js';
import { CONTEXT } from '../fixtures.js';

const planner = createRulesPlanner({ catalogue: createCatalogue() });

export interface Talk {
  readonly conversation: Conversation;
  readonly last: Intent;
}

/** A session: each question is planned with what the ones before left, and remembered as the graph does. */
export function talk(questions: readonly string[], before: Conversation = NO_CONVERSATION): Talk {
  let conversation = before;
  let last: Intent = { kind: 'refuse', reason: 'nothing was asked' };
  for (const [index, question] of questions.entries()) {
    last = planner.plan(question, { ...CONTEXT, conversation });
    if (last.kind === 'use-accounts') conversation = withDefaultAccounts(conversation, last.accounts);
    const runId = `run-${conversation.turns.length + index + 1}`;
    conversation = withTurn(conversation, { runId, at: index, question, intent: last });
  }
  return { conversation, last };
}

/** An intent in one line: what is shown, how, where; or what is asked back. */
export function line(intent: Intent): string {
  switch (intent.kind) {
    case 'query': {
      const tables = intent.plan.show.tables.map((view) =>
        [
          `${view.kind} ${view.noun}`,
          ...(view.by === undefined ? [] : [`by ${view.by}`]),
          ...(view.sort === undefined ? [] : [`sorted by ${view.sort.column}${view.sort.descending ? ' down' : ''}`]),
          ...(view.limit === undefined ? [] : [`limit ${view.limit}`]),
        ].join(' '),
      );
      const { include, exclude } = intent.accounts;
      return [
        tables.join(' + '),
        ...(include.length === 0 ? [] : [`in ${include.join(' ')}`]),
        ...(exclude.length === 0 ? [] : [`not ${exclude.join(' ')}`]),
        ...(intent.byDefault === true ? ['by default'] : []),
        ...(intent.regions.length === 0 ? [] : [`at ${intent.regions.join(' ')}`]),
      ].join(' | ');
    }
    case 'list-accounts':
      return `accounts ${intent.accounts.include.join(' ')}`.trim();
    case 'list-agents':
      return 'agents';
    case 'ask-agents': {
      const { asked, text } = intent;
      const whom =
        asked.kind === 'named'
          ? asked.names.join(' + ')
          : asked.kind === 'capable'
            ? `for ${asked.capabilities.join(' + ')}`
            : 'who fits';
      return `agents ${whom}: ${text}`;
    }
    case 'use-accounts':
      return `use ${intent.accounts.include.join(' ') || 'all'}${intent.accounts.exclude.map((one) => ` not ${one}`).join('')}`;
    case 'recall':
      return intent.what.kind === 'row'
        ? `row ${intent.what.row} of table ${intent.what.table} of ${intent.runId}`
        : `failures ${intent.what.accounts.include.join(' ')} of ${intent.runId}`;
    case 'clarify':
      return `? ${intent.question}`;
    case 'refuse':
      return `no: ${intent.reason}`;
    default:
      return intent satisfies never;
  }
}
