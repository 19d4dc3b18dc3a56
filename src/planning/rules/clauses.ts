import { words } from './text-lists.js';
import type { Token } from './tokens.js';
import { CHANGING_VERBS, SOMETIMES_VERBS } from './order-words.js';

/**
 * What a clause is for: it asks something, it wants to see something, it names something ("volumes to delete"), or it says
 * what is to be done.
 */
export type Mood = 'asks' | 'shows' | 'names' | 'says';

/** A part of a question between full stops, colons, dashes and the like. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** The first word that is more than courtesy. */
  readonly head: number;
  readonly mood: Mood;
}

export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const starts = tokens.flatMap((token, index) => (index === 0 || token.begins ? [index] : []));
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? tokens.length;
    let head = from;
    while (head < to - 1 && isCourtesy(wordAt(tokens, head))) head += 1;
    return { tokens, from, to, head, mood: moodOf(tokens, from, head, to) };
  });
}

/** The word at a place; nothing outside the question and for what is quoted: that is a name. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.quoted ? '' : token.word;
}

const COURTESY = words(
  `hi hello hey dear please kindly ok okay so well and then also but now just , thanks thank team folks quick question
  sorry oncall here btw fyi or again first finally afterwards next pretty yes no alright right hmm actually as-is`,
);

export function isCourtesy(word: string): boolean {
  return COURTESY.has(word) || isAdverb(word);
}

export function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !CHANGING_VERBS.has(word));
}

const ADVERBS = words('just also now then please kindly again really even first all only');

const ASKED = words('you someone somebody u');
const ASKING = words(
  `what which who whom whose where when why how is are was were am does did has have had any anyone anybody anything should
  shall may might must whether isn't aren't don't doesn't didn't hasn't haven't wasn't weren't what's who's where's are-there`,
);
export const MODALS = words('can could will would');
const SHOWING = words(
  `list show display print get find tell see view describe enumerate fetch summarize summarise count check look search lookup
  report compare inspect audit verify confirm review explain identify determine analyze analyse examine read retrieve return
  output give know`,
);
const SOFTENING = words(
  'please kindly just also then now perhaps maybe possibly be so kind and go ahead help me us start to able',
);
const STARTS_SAYING = words(
  `the a an this that these those it he she they its his her their my our you someone somebody everything let let's lets go try do
  mind feel consider stop don't dont never ignore pretend instead ensure begin`,
);
const STARTS_PLACE = words('in on at for from across within after before once if when whenever as until during');

function moodOf(tokens: readonly Token[], from: number, head: number, to: number): Mood {
  const first = wordAt(tokens, head);
  const second = wordAt(tokens, head + 1);
  const polite = tokens.slice(from, head).some((token) => token.word === 'please');
  if (MODALS.has(first)) return ASKED.has(second) ? requested(tokens, head + 2) : 'asks';
  if (first === 'do') return doesSomething(tokens, head + 1, to) ? 'says' : 'asks';
  if (first === 'have' && polite && !includes(tokens, head, to, 'been')) return 'says';
  if (first === 'when' && !['do', 'does', 'did', 'is', 'was', 'will', 'are', 'were', 'has', 'have'].includes(second))
    return 'says';
  if (first === "don't" || first === 'dont')
    return ['we', 'i', 'they', 'the', 'our', 'any'].includes(second) ? 'asks' : 'says';
  if (ASKING.has(first)) return 'asks';
  if (first === 'give') return showsBehindGive(tokens, head) ? 'shows' : 'says';
  if (first === 'get' && second === 'rid') return 'says';
  if (SHOWING.has(first)) return 'shows';
  if (first === 'let' && (second === 'me' || second === 'us')) return requested(tokens, head + 2);
  if (['i', 'we', "i'd", "we'd", "i'm", "we're", "i'll"].includes(first)) return wanted(tokens, head, to);
  if (STARTS_SAYING.has(first) || STARTS_PLACE.has(first)) return 'says';
  return CHANGING_VERBS.has(first) || SOMETIMES_VERBS.has(first) ? 'says' : 'names';
}

/** "Do it", "do the reboot"; not "do the functions write". */
function doesSomething(tokens: readonly Token[], from: number, to: number): boolean {
  const next = wordAt(tokens, from);
  if (['not', 'it', 'that', 'this', 'so'].includes(next)) return true;
  if (!['the', 'a', 'an'].includes(next)) return false;
  return (
    CHANGING_VERBS.has(wordAt(tokens, from + 1)) &&
    (to <= from + 2 || ['of', 'on', 'for', 'in', 'now', 'and'].includes(wordAt(tokens, from + 2)))
  );
}

/** Behind "could you": what is asked for. */
function requested(tokens: readonly Token[], from: number): Mood {
  let at = from;
  while (at < tokens.length && SOFTENING.has(wordAt(tokens, at))) at += 1;
  const next = wordAt(tokens, at);
  if (next === 'give') return showsBehindGive(tokens, at) ? 'shows' : 'says';
  return SHOWING.has(next) ? 'shows' : 'says';
}

/** "I want to know", "we need a list": what is wanted is to be shown. */
function wanted(tokens: readonly Token[], from: number, to: number): Mood {
  for (let at = from; at < Math.min(to, from + 7); at += 1) {
    const next = wordAt(tokens, at);
    if (['know', 'wonder', 'wondering', 'curious', 'understand', 'learn'].includes(next)) return 'asks';
    if (SHOWING.has(next) && next !== 'give') return 'shows';
  }
  return 'says';
}

/** "Give me a list" shows; "give alice access" and "give me access" change. */
export function showsBehindGive(tokens: readonly Token[], at: number): boolean {
  const whom = wordAt(tokens, at + 1);
  return ['me', 'us'].includes(whom) && !GIVEN.has(wordAt(tokens, at + 2));
}

const GIVEN = words('access admin permission permissions rights full root');

export function includes(tokens: readonly Token[], from: number, until: number, wantedWord: string): boolean {
  for (let at = from; at < until; at += 1) if (wordAt(tokens, at) === wantedWord) return true;
  return false;
}
