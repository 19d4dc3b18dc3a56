import type { AccountSelector, Intent } from './intent.js';

/** One earlier question of a session and what it was understood to mean. Nothing that an account returned is in it. */
export interface Turn {
  readonly runId: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  /** The person's own words, capped. */
  readonly question: string;
  readonly intent: Intent;
}

/** What a session remembers between questions: the person's words and typed intents, never answers. */
export interface Conversation {
  /** Oldest first, and only the newest few. */
  readonly turns: readonly Turn[];
  /** Accounts asked when a question names none: "switch to production". */
  readonly defaultAccounts?: AccountSelector;
}

export const NO_CONVERSATION: Conversation = { turns: [] };

/** People refer to what they asked a moment ago. */
const MOST_TURNS = 20;
const MOST_QUESTION_CHARACTERS = 2000;
/** Of the JSON of all turns, so that a checkpoint stays small whatever was asked. */
const MOST_CHARACTERS = 64 * 1024;

/** The conversation with one more turn, the oldest dropped for it. A turn that is too large by itself is left out. */
export function withTurn(conversation: Conversation, turn: Turn): Conversation {
  const added = { ...turn, question: turn.question.slice(0, MOST_QUESTION_CHARACTERS) };
  const kept: Turn[] = [];
  let characters = 0;
  for (const candidate of [...conversation.turns, added].slice(-MOST_TURNS).toReversed()) {
    const size = JSON.stringify(candidate).length;
    if (characters + size > MOST_CHARACTERS) {
      // What is older than a turn that was forgotten would be taken for what came right before.
      if (candidate !== added) break;
      return { ...conversation, turns: [] };
    }
    characters += size;
    kept.unshift(candidate);
  }
  return { ...conversation, turns: kept };
}

/** The conversation from which on questions that name no account ask these; nothing named: all of them again. */
export function withDefaultAccounts({ turns }: Conversation, accounts: AccountSelector): Conversation {
  return accounts.include.length + accounts.exclude.length === 0 ? { turns } : { turns, defaultAccounts: accounts };
}
