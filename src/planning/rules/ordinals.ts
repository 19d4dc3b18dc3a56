import { phraseList } from './phrases.js';
import { lines, words } from './text-lists.js';
import type { Token } from './tokens.js';

const NAMES: readonly string[] = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');
const CARDINALS: readonly string[] = 'one two three four five six seven eight nine ten'.split(' ');

const LEADS = phraseList(
  lines(`
    show
    show me
    give me
    tell me about
    tell me more about
    more about
    more on
    details of
    details on
    details about
    the details of
    describe
    what is
    what's
    let me see
    i want to see
    i mean
    i meant
    take
    pick
    choose
    i choose
    i pick
    number
    no
    option
    row
    entry
    item
    result
    please
    yes
    ,
    the
    and
    now
  `),
);
const NOUNS = words(', one row entry item option result choice suggestion please line');

/** What a follow-up points at: a place in a list, and what the list is of ("the second bucket"). */
export interface Pointed {
  /** From 1; -1 is the last. */
  readonly position: number;
  /** The words behind it that are no word for "one". */
  readonly noun: readonly Token[];
}

/** "The second one", "number 2", "#2", "show me the last bucket": undefined unless that is all that is said. */
export function pointedAt(tokens: readonly Token[]): Pointed | undefined {
  let at = 0;
  for (;;) {
    const lead = LEADS.match(tokens, at);
    if (lead === undefined) break;
    at += lead.length;
  }
  const token = tokens[at];
  const position = token === undefined || token.quoted ? undefined : positionOf(token.word, tokens[at - 1]?.word);
  if (position === undefined) return undefined;
  const behind = tokens.slice(at + 1);
  // "The first 5" is a number of things, and no place.
  if (behind.some(({ word }) => /^\d+$/.test(word))) return undefined;
  return { position, noun: behind.filter(({ word, quoted }) => quoted || !NOUNS.has(word)) };
}

function positionOf(word: string, before: string | undefined): number | undefined {
  if (word === 'last') return -1;
  const named = NAMES.indexOf(word);
  if (named >= 0) return named + 1;
  const [, digits] = /^#?([1-9]\d{0,5})(?:st|nd|rd|th)?$/.exec(word) ?? [];
  if (digits !== undefined) return Number(digits);
  const counted = CARDINALS.indexOf(word);
  return counted >= 0 && ['number', 'option', 'row', 'entry', 'no'].includes(before ?? '') ? counted + 1 : undefined;
}
