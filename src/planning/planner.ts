import type { AccountDescription } from '../domain/account.js';
import type { Conversation } from '../domain/conversation.js';
import type { Intent } from '../domain/intent.js';
import type { ModelUsage } from '../domain/model-usage.js';

/** What a planner may know besides the question: names, earlier words and intents, and the time. */
export interface PlanningContext {
  /** The registry's names, ids, environments, tags and organizational units. */
  readonly accounts: readonly AccountDescription[];
  /** Asked when neither question nor registry says; named in the summary only. */
  readonly defaultRegions: readonly string[];
  readonly conversation: Conversation;
  /** Milliseconds since the Unix epoch: what "the last 3 hours" counts back from. */
  readonly now: number;
  /** IANA name of the zone that "today" and "since Monday" are meant in: `Europe/Berlin`. */
  readonly timeZone: string;
}

export interface Planned {
  readonly intent: Intent;
  /** Notes for the reader, such as a model that could not be asked. */
  readonly warnings: readonly string[];
  readonly usage: ModelUsage;
}

export interface PlanningOptions {
  readonly signal: AbortSignal;
  /** Milliseconds since the Unix epoch; nothing is waited for beyond it. */
  readonly deadline: number;
}

/** Turns a question into a typed intent: by rules, by a model, or by whichever of them fits. */
export interface Planner {
  /** Never throws for what a person wrote: that is asked back or refused. An abort rejects with the signal's reason. */
  plan(question: string, context: PlanningContext, options: PlanningOptions): Promise<Planned>;
}
