import type { Conversation, Turn } from '../../domain/conversation.js';
import type { Intent } from '../../domain/intent.js';

export type Query = Extract<Intent, { kind: 'query' }>;

export type FollowUp =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** Another question is meant, to be planned in its place; `note` says so in its summary. */
  | { readonly kind: 'question'; readonly question: string; readonly note: string };

/** The question that a follow-up goes on from. */
export interface Subject {
  readonly turn: Turn;
  readonly intent: Query | Extract<Intent, { kind: 'list-accounts' }>;
}

/**
 * The newest question that was understood. A question that was asked back or refused was about something else, and what
 * comes behind it may be, too; unless it was itself a follow-up that was not understood.
 */
export function subjectOf({ turns }: Conversation): Subject | undefined {
  let wanted: string | undefined;
  for (const turn of turns.toReversed()) {
    const { intent } = turn;
    if (wanted !== undefined && turn.runId !== wanted) continue;
    if (intent.kind === 'list-accounts') return { turn, intent };
    if (intent.kind === 'query')
      return { turn: { ...turn, question: intent.plan.show.question ?? turn.question }, intent };
    if (intent.kind === 'recall') wanted = intent.runId;
    else if (intent.kind === 'clarify' && intent.followUpTo !== undefined) wanted = intent.followUpTo;
    else if (intent.kind !== 'use-accounts') return undefined;
  }
  return undefined;
}

/** An earlier question as summaries name it. */
export function quoted(question: string): string {
  return `"${question.length > 80 ? `${question.slice(0, 79)}…` : question}"`;
}
