import type { TimeEvent } from '../../domain/condition.js';
import type { TimeExpression } from '../../domain/time-expression.js';
import { amountAt, type Matched } from '../time/moment-words.js';
import { timeAt } from '../time/time-words.js';
import type { ConditionMatch } from './condition-words.js';
import { phraseBook } from './phrases.js';
import type { Token } from './tokens.js';

interface Lead {
  readonly event: TimeEvent;
  readonly negated?: boolean;
  /** "Expired": only what is over counts. */
  readonly over?: true;
}

const LEADS = phraseBook<Lead>([
  ...leads(
    { event: 'created' },
    'created; were created; was created; been created; launched; were launched; started; taken; issued',
  ),
  ...leads(
    { event: 'expires' },
    'expiring; expire; expires; will expire; due to expire; going to expire; that will expire',
  ),
  ...leads({ event: 'expires', over: true }, 'expired; have expired; has expired; already expired; are expired'),
  ...leads({ event: 'rotated' }, 'rotated; been rotated; last rotated; were rotated'),
  ...leads({ event: 'used' }, 'used; been used; last used; were used; accessed; been accessed; last accessed'),
  ...leads({ event: 'used', negated: true }, 'unused'),
  ...leads({ event: 'signed-in' }, 'logged in; signed in; last logged in; last signed in; logged in to the console'),
]);

function leads(lead: Lead, phrases: string): readonly (readonly [string, Lead])[] {
  return phrases.split('; ').map((phrase) => [phrase, lead] as const);
}

/** What "expired", alone, is: over by now. */
const UNTIL_NOW: TimeExpression = { kind: 'before', to: { kind: 'ago', amount: 0, unit: 'minute' } };

/** "Older than 90 days", "expiring within 30 days", "expired", "not used for 90 days" (without its "not"). */
export function timeConditionAt(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  const lead = LEADS.match(tokens, at);
  if (lead === undefined) return ageAt(tokens, at);
  const { event, negated = false, over = false } = lead.value;
  const behind = at + lead.length;
  const time = timeAt(tokens, behind) ?? stretchAt(tokens, at, behind, lead.value);
  if (over) {
    const recent = time?.value.kind === 'last' ? time : undefined;
    return matched(tokens, at, lead.length + (recent?.length ?? 0), event, recent?.value ?? UNTIL_NOW, false);
  }
  // What will be is only said of an end.
  if (time === undefined || (time.value.kind === 'next' && event !== 'expires')) return undefined;
  return matched(tokens, at, lead.length + time.length, event, time.value, negated);
}

/** An age says itself that it is one: "older", "90 days old". */
function ageAt(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  const time = timeAt(tokens, at);
  if (time === undefined) return undefined;
  const taken = tokens.slice(at, at + time.length).map(({ word }) => word);
  const aged = taken.some((word) => ['older', 'newer', 'younger'].includes(word)) || taken.at(-1) === 'old';
  return aged ? matched(tokens, at, time.length, 'age', time.value, false) : undefined;
}

/** "Not used for 90 days", "not rotated in over a year": the last 90 days. "Expiring in 30 days": within them. */
function stretchAt(
  tokens: readonly Token[],
  start: number,
  at: number,
  { event, negated = false }: Lead,
): Matched<TimeExpression> | undefined {
  if (!['for', 'in'].includes(tokens[at]?.word ?? '')) return undefined;
  const [first, second] = [tokens[at + 1]?.word, tokens[at + 2]?.word];
  const more =
    first === 'over' ? 1 : (first === 'more' && second === 'than') || (first === 'at' && second === 'least') ? 2 : 0;
  const amount = amountAt(tokens, at + 1 + more);
  if (amount === undefined) return undefined;
  const length = 1 + more + amount.length;
  if (event === 'expires') {
    return tokens[at]?.word === 'in' && more === 0 ? { length, value: { kind: 'within', ...amount.value } } : undefined;
  }
  // "Used for 90 days" says something else.
  const denied = negated || tokens.slice(Math.max(0, start - 2), start).some(({ word }) => DENYING.test(word));
  return denied && event !== 'created' ? { length, value: { kind: 'last', ...amount.value } } : undefined;
}

const DENYING = /^(?:not|never|no|.+n't|havent|hasnt|arent|isnt)$/;

function matched(
  tokens: readonly Token[],
  at: number,
  length: number,
  event: TimeEvent,
  expression: TimeExpression,
  negated: boolean,
): ConditionMatch {
  const shown = tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');
  return { length, condition: { kind: 'time', event, expression, shown }, negated };
}
