import type { Intent } from '../../domain/intent.js';
import type { PlanningContext } from '../planner.js';
import { doubtIntent } from './doubts.js';
import { selectorOf, shownSelector } from './follow-up-places.js';
import { phraseList } from './phrases.js';
import type { QuestionReader } from './reader.js';
import { lines } from './text-lists.js';
import { tokenize, type Token } from './tokens.js';

const SWITCHING = phraseList(
  lines(`
    switch
    switch to
    switch over to
    switch back to
    switch account
    switch account to
    switch accounts to
    switch to account
    switch to accounts
    switch to the account
    switch_account
    change to
    change account to
    use
    use account
    use accounts
    use only
    use the account
    work in
    work with
    back to
    go back to
    set default account to
    set the default account to
  `),
);
const AFTERWARDS = phraseList(
  lines(`
    from now on
    for now
    from here on
    by default
    as default
    as the default
    for this session
    again
    please
    now
    instead
  `),
);
const EVERYBODY = phraseList(
  lines('all accounts\nall the accounts\nall of them\nall\nevery account\neveryone\neverything'),
);
const AGAIN = new Set(
  lines(`
    again
    again please
    refresh
    repeat
    repeat that
    rerun
    re-run
    rerun it
    rerun that
    run again
    run it again
    run that again
    ask again
    ask that again
    do it again
    do that again
    once more
    one more time
    same again
    the same again
    try again
    try that again
    reload
    update
  `),
);

/**
 * What is said to the session itself: "switch to production", "all accounts again", and "again", which asks the same once
 * more. Only whole questions count: "switch the instances off" is an order to somebody else, and is refused elsewhere.
 */
export function sessionCommand(
  reader: QuestionReader,
  question: string,
  tokens: readonly Token[],
  context: PlanningContext,
): Intent | 'again' | undefined {
  const said = tokens
    .filter(({ word }) => word !== ',' && word !== 'please')
    .map(({ word }) => word)
    .join(' ');
  if (AGAIN.has(said)) return 'again';
  const from = tokens[0]?.word === 'please' ? 1 : 0;
  const everybody = EVERYBODY.match(tokens, from);
  if (everybody !== undefined && said.endsWith(' again') && from + everybody.length === tokens.length - 1) {
    return everybodyAgain(context);
  }
  const switching = SWITCHING.match(tokens, from);
  return switching === undefined
    ? undefined
    : switched(reader, question, tokens.slice(from + switching.length), context);
}

function switched(
  reader: QuestionReader,
  question: string,
  behind: readonly Token[],
  context: PlanningContext,
): Intent | undefined {
  const named = withoutTail(behind);
  if (named.length === 0) return undefined;
  if (EVERYBODY.match(named, 0)?.length === named.length) return everybodyAgain(context);
  // Behind "in" a name is read as one, whatever else its words mean.
  const reading = reader.read([...tokenize('in'), ...named], context.accounts);
  const only =
    reading.include.size + reading.exclude.size > 0 &&
    reading.unknown.length + reading.dangling.length + reading.orders.length + reading.secrets.length === 0 &&
    reading.topics.length + reading.conditions.length + reading.groups.size === 0 &&
    reading.regions.size + reading.excludedRegions.size === 0 &&
    !reading.allRegions &&
    !reading.counts &&
    reading.limit === undefined;
  if (!only) return undefined;
  const [doubt] = reading.doubts;
  if (doubt !== undefined) return doubtIntent(question, doubt);
  const accounts = selectorOf(reading);
  const shown = shownSelector(accounts, context.accounts);
  return { kind: 'use-accounts', accounts, summary: `From now on, questions that name no account are asked ${shown}` };
}

function everybodyAgain({ accounts }: PlanningContext): Intent {
  const everybody = { include: [], exclude: [] };
  const shown = shownSelector(everybody, accounts);
  return {
    kind: 'use-accounts',
    accounts: everybody,
    summary: `From now on, questions that name no account are asked ${shown} again`,
  };
}

function withoutTail(tokens: readonly Token[]): readonly Token[] {
  for (let at = 1; at < tokens.length; at += 1) {
    let end = at;
    for (;;) {
      const tail = AFTERWARDS.match(tokens, end);
      if (tail === undefined) break;
      end += tail.length;
    }
    if (end === tokens.length) return tokens.slice(0, at);
  }
  return tokens;
}
