import { phraseBook, phraseList } from './phrases.js';
import { lines, words } from './text-lists.js';
import type { Token } from './tokens.js';

/** What a follow-up says besides the words that every question may have. The words themselves are taken out. */
export interface FollowUpWords {
  /** The rest, to be read like any question. */
  readonly tokens: readonly Token[];
  /** "And …", "what about …", "same for …": it goes on from the question before. */
  readonly goesOn: boolean;
  /** "Those", "them", "the stopped ones": it may speak of what was found. */
  readonly refers: boolean;
  /** It can speak of nothing else: also where it names a kind of thing itself ("how many of those instances"). */
  readonly refersBack: boolean;
  /** "… as well": in addition to the places before. */
  readonly adds: boolean;
  /** The words behind "group by" and "sort by", as written. */
  readonly groupBy: string | undefined;
  readonly sortBy: { readonly words: string; readonly descending: boolean } | undefined;
  readonly limit: number | undefined;
  /** "List them": rows instead of a count. */
  readonly lists: boolean;
}

const LEADS = phraseList(
  lines(`
    and
    but
    so
    ok
    okay
    now
    and now
    then
    what about
    how about
    and what about
    and how about
    what of
    and for
    now for
    same
    the same
    same thing
    the same thing
    same question
    the same question
    same again
    the same again
    do the same
    and the same
    again
    and again
    once more
  `),
);

const REFERRING = words('those these them they only just it that which ones one');
const REFERRING_BACK = words('those these them');
const ADDING = phraseList(['too', 'also', 'as well', 'additionally', 'in addition']);
const IDLE = words('please the a an all of results result list table answer output rows row instead');

const GROUPING = phraseList(lines('group\ngrouped\nsplit\nbreak\nbroken\naggregate\nbucket'));
const SORTING = phraseList(lines('sort\nsorted\norder\nordered\nrank\nranked'));
const DESCENDING = phraseBook([
  ['descending', true],
  ['desc', true],
  ['reversed', true],
  ['in reverse', true],
  ['in descending order', true],
  ['largest first', true],
  ['biggest first', true],
  ['highest first', true],
  ['newest first', true],
  ['latest first', true],
  ['ascending', false],
  ['asc', false],
  ['in ascending order', false],
  ['smallest first', false],
  ['lowest first', false],
  ['oldest first', false],
]);
const TOP = phraseList(['top', 'only the top', 'the top', 'just the top']);
const LISTING = phraseList(lines('list them\nshow them\nlist those\nshow those\nlist it\nshow me them\nname them'));

/** Takes the words of a follow-up apart. */
export function followUpWords(all: readonly Token[]): FollowUpWords {
  const rest: Token[] = [];
  let goesOn = false;
  let refers = false;
  let refersBack = ['only', 'just'].includes(all[0]?.word ?? '');
  let adds = false;
  let lists = false;
  let groupBy: string | undefined;
  let sortBy: FollowUpWords['sortBy'];
  let limit: number | undefined;
  let at = leadLength(all);
  goesOn = at > 0;
  while (at < all.length) {
    const token = all[at];
    if (token === undefined) break;
    const grouping = GROUPING.match(all, at);
    const by = grouping === undefined ? undefined : columnBehind(all, at + grouping.length);
    const sorting = SORTING.match(all, at);
    const order = sorting === undefined ? undefined : columnBehind(all, at + sorting.length);
    const top = TOP.match(all, at);
    const number = top === undefined ? undefined : wholeNumber(all[at + top.length]);
    const adding = ADDING.match(all, at);
    const listing = LISTING.match(all, at);
    if (by !== undefined) {
      groupBy = by.words;
      at = by.to;
    } else if (order !== undefined) {
      sortBy = { words: order.words, descending: order.descending };
      at = order.to;
    } else if (top !== undefined && number !== undefined) {
      limit = number;
      at += top.length + 1;
    } else if (listing !== undefined) {
      lists = true;
      refers = true;
      at += listing.length;
    } else if (adding !== undefined) {
      adds = true;
      at += adding.length;
    } else {
      refers ||= !token.quoted && REFERRING.has(token.word);
      refersBack ||= !token.quoted && REFERRING_BACK.has(token.word);
      rest.push(token);
      at += 1;
    }
  }
  return { tokens: rest, goesOn, refers, refersBack, adds, groupBy, sortBy, limit, lists };
}

function leadLength(tokens: readonly Token[]): number {
  let at = 0;
  for (;;) {
    const found = LEADS.match(tokens, at);
    const comma = at > 0 && tokens[at]?.word === ',';
    if (found === undefined && !comma) return at;
    at += found?.length ?? 1;
  }
}

/** "them by launch time, newest first": the words behind "by", up to the order or a comma. */
function columnBehind(
  tokens: readonly Token[],
  from: number,
): { readonly words: string; readonly descending: boolean; readonly to: number } | undefined {
  let at = from;
  while (isIdle(tokens[at]) || ['down', 'up', 'out', 'into'].includes(tokens[at]?.word ?? '')) at += 1;
  if (tokens[at]?.word !== 'by' && tokens[at]?.word !== 'per') return undefined;
  at += 1;
  const named: string[] = [];
  let descending = false;
  while (at < tokens.length && tokens[at]?.word !== ',') {
    const direction = DESCENDING.match(tokens, at);
    if (direction !== undefined) {
      descending = direction.value;
      at += direction.length;
      break;
    }
    const token = tokens[at];
    if (token !== undefined && !(IDLE.has(token.word) && named.length === 0)) named.push(token.text);
    at += 1;
  }
  while (tokens[at]?.word === ',') {
    const direction = DESCENDING.match(tokens, at + 1);
    if (direction === undefined) break;
    descending = direction.value;
    at += 1 + direction.length;
  }
  return named.length === 0 ? undefined : { words: named.join(' '), descending, to: at };
}

function isIdle(token: Token | undefined): boolean {
  return token !== undefined && !token.quoted && (IDLE.has(token.word) || REFERRING.has(token.word));
}

function wholeNumber(token: Token | undefined): number | undefined {
  return token !== undefined && /^[1-9]\d{0,5}$/.test(token.word) ? Number(token.word) : undefined;
}
