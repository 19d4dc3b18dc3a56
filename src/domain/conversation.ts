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
