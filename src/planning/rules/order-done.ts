import { includes, isAdverb, wordAt, type Clause } from './clauses.js';
import { isObject } from './order-head.js';
import { CHANGING_VERBS, PARTICIPLES } from './order-words.js';
import { words } from './text-lists.js';

/** "Start deleting", "would you mind removing", "how about stopping": the gerund is what is to be done. */
export function gerundOrder({ tokens, from, mood }: Clause, at: number): string | undefined {
  const own = wordAt(tokens, at);
  if (!own.endsWith('ing') || at === from) return undefined;
  const verb = gerundVerb(own);
  if (verb === undefined) return undefined;
  const lead = wordAt(tokens, at - 1);
  if (lead === 'mind' || ((lead === 'start' || lead === 'begin') && mood === 'says')) return verb;
  if (lead === 'about' && wordAt(tokens, at - 2) === 'how') return verb;
  // "Describe it after resizing it": it is to be done first.
  const object = isObject(tokens, at + 1);
  if ((lead === 'after' || lead === 'by' || lead === 'before') && mood !== 'asks' && object) return verb;
  return undefined;
}

function gerundVerb(text: string): string | undefined {
  const base = text.slice(0, -3);
  return [base, `${base}e`, base.replace(/(.)\1$/, '$1')].find((candidate) => CHANGING_VERBS.has(candidate));
}

/** "I want the old ones deleted", "these should be stopped", "make sure it gets rotated". */
export function wantedDone(clause: Clause, at: number): string | undefined {
  const { tokens, from, to, head, mood } = clause;
  const own = wordAt(tokens, at);
  if (!PARTICIPLES.has(own)) return undefined;
  const first = wordAt(tokens, head);
  const gets = first === 'get' && isObject(tokens, head + 1) && at > head + 2;
  if (mood !== 'says' && mood !== 'names' && !gets) return undefined;
  let passive = at - 1;
  while (passive > from && isAdverb(wordAt(tokens, passive))) passive -= 1;
  const before = wordAt(tokens, passive);
  if (relativeBefore(clause, at)) return undefined;
  if (['be', 'get', 'gets'].includes(before) && passive > head) {
    const lead = wordAt(tokens, passive - 1);
    if (mood === 'names') {
      const due =
        ['should', 'must'].includes(lead) ||
        (lead === 'to' && ['has', 'have', 'needs', 'need'].includes(wordAt(tokens, passive - 2)));
      return due && !includes(tokens, from, at, 'that') ? own : undefined;
    }
    return before === 'gets' || ['should', 'must', 'to', 'can', 'shall', 'will'].includes(lead) ? own : undefined;
  }
  if (wordAt(tokens, at - 1) === 'you' && wordAt(tokens, at - 2) === 'if' && mood === 'says') return own;
  if (mood === 'names') return undefined;
  const ensures = (first === 'make' && includes(tokens, from, at, 'sure')) || first === 'ensure';
  if (ensures && ['is', 'are', 'stays', 'becomes'].includes(before)) return own;
  const ends = at + 1 >= to || (gets ? SOON : ENDING).has(wordAt(tokens, at + 1));
  if (!ends || ['is', 'are', 'was', 'were', 'that', 'been', 'has', 'have', 'had'].includes(before)) return undefined;
  const causes =
    gets ||
    first === 'have' ||
    ['want', 'need', "i'd", "we'd", 'like'].some((verb) => includes(tokens, from, at, verb));
  return causes ? own : undefined;
}

const SOON = words('now please asap immediately today tonight tomorrow by');
const ENDING = words(
  'now please asap immediately today tonight tomorrow by before for within in right at everywhere , and too',
);

function relativeBefore({ tokens, from }: Clause, at: number): boolean {
  return ['which', 'who', 'whether', 'list', 'why', 'when', 'know', 'see', 'if', 'report', 'overview'].some((word) =>
    includes(tokens, from, at, word),
  );
}
