import type { AccountSelector, Intent } from '../../domain/intent.js';
import type { PlanningContext } from '../planner.js';
import { selectorOf, shownSelector } from './follow-up-places.js';
import { quoted, type Subject } from './follow-up-subject.js';
import type { QuestionReader } from './reader.js';
import { words } from './text-lists.js';
import { tokenize, type Token } from './tokens.js';

const ASKING = words('why what which who');
const FAILING = words(
  'answer answered answering respond responded fail failed failing failure failures missing denied incomplete partial unreachable refused work',
);
const AROUND = words(
  "did does do has have had was is were are be it the a an any of account accounts call calls all not didn't doesn't wasn't isn't never no for with timed out from could couldn't",
);

/** "Why did Payments Staging not answer?", "what failed?": the accounts that are named, of what is asked for. */
export function askedFailures(
  reader: QuestionReader,
  tokens: readonly Token[],
  context: PlanningContext,
): AccountSelector | undefined {
  const said = tokens.filter(({ word }) => word !== ',' && word !== 'and');
  if (!ASKING.has(said[0]?.word ?? '') || !said.some(({ word, quoted: whole }) => !whole && FAILING.has(word)))
    return undefined;
  const left = said.slice(1).filter(({ word, quoted: whole }) => whole || !(FAILING.has(word) || AROUND.has(word)));
  if (left.length === 0) return { include: [], exclude: [] };
  const reading = reader.read([...tokenize('in'), ...left], context.accounts);
  const others =
    reading.topics.length +
    reading.conditions.length +
    reading.unknown.length +
    reading.doubts.length +
    reading.groups.size;
  return others === 0 && reading.include.size > 0 ? selectorOf(reading) : undefined;
}

export function failuresIntent(accounts: AccountSelector, { turn }: Subject, context: PlanningContext): Intent {
  const named = accounts.include.length === 0 ? '' : ` ${shownSelector(accounts, context.accounts)}`;
  return {
    kind: 'recall',
    runId: turn.runId,
    what: { kind: 'failures', accounts },
    summary: `What did not answer ${quoted(turn.question)}${named}, and why`,
  };
}
