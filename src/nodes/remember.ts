import { z } from 'zod';
import { accountLabel } from '../domain/account.js';
import { withDefaultAccounts, withTurn, type Conversation } from '../domain/conversation.js';
import { requestText } from '../domain/run.js';
import type { Intent } from '../domain/intent.js';
import { runOf, type Node } from './node.js';
import { NOTHING_YET, type Problem, type RunState } from './run-state.js';

/**
 * What the session keeps of the run: the question and what it was understood to mean. Everything else belongs to the
 * run alone and is dropped, so that a session's checkpoints neither grow with its questions nor hold what accounts
 * returned; the rows are in the run store. `keepRun` leaves it to be looked at (LangGraph Studio).
 */
export function createRemember({ keepRun }: { readonly keepRun: boolean }): Node {
  return (state) => Promise.resolve({ ...(keepRun ? {} : NOTHING_YET), conversation: remembered(state) });
}

function remembered(state: RunState): Conversation {
  const { intent, request } = state;
  if (intent === null || request === null) return state.conversation;
  const { runId, startedAt } = runOf(state);
  // Accounts that could not be found are not chosen.
  const chosen = intent.kind === 'use-accounts' && state.problem === null ? intent.accounts : undefined;
  const conversation = chosen === undefined ? state.conversation : withDefaultAccounts(state.conversation, chosen);
  const question = requestText(request);
  return withTurn(conversation, {
    runId,
    at: startedAt,
    question,
    intent: ambiguity(question, state.problem) ?? intent,
  });
}

const ambiguityShape = z.object({
  selector: z.string(),
  choices: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** A name of the registry that several accounts begin with was asked back; the next question may pick one. */
function ambiguity(question: string, problem: Problem | null): Intent | undefined {
  if (problem?.code !== 'ambiguous-account') return undefined;
  const { data } = ambiguityShape.safeParse(problem.facts);
  if (data === undefined || !question.includes(data.selector)) return undefined;
  const choices = data.choices.slice(0, 10).map(({ id, name }) => ({
    shown: accountLabel({ id, name }),
    question: question.replace(data.selector, () => id),
  }));
  return { kind: 'clarify', question: problem.message, suggestions: [], choices };
}
