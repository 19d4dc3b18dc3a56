import { clausesOf, includes, isAdverb, MODALS, wordAt, type Clause } from './clauses.js';
import { gerundOrder, wantedDone } from './order-done.js';
import { headOrders, isNameOfThing, isNouny, isObject } from './order-head.js';
import { CHANGING_VERBS, NOUNS_BEHIND, SOMETIMES_VERBS, STATIVE_VERBS } from './order-words.js';
import { words } from './text-lists.js';
import type { Token } from './tokens.js';

/** A word that orders a change, and where it stands. */
export interface Order {
  readonly verb: string;
  readonly at: number;
}

/**
 * Finds what a question orders, anywhere in it: "list the instances and then stop them" is not half answered. A verb that
 * changes something is an order by its place in the sentence. It is none in a question about abilities or causes ("who
 * can delete", "what would stop"), in a relative clause ("rules that allow"), behind "not", and as part of a name
 * ("reboot events", "the last update").
 */
export function findOrders(tokens: readonly Token[]): readonly Order[] {
  const clauses = clausesOf(tokens);
  const orders: Order[] = [];
  for (const clause of clauses) {
    for (let at = clause.from; at < clause.to; at += 1) {
      const verb = orderAt(clause, at);
      if (verb !== undefined) orders.push({ verb, at });
    }
  }
  return orders;
}

function orderAt(clause: Clause, at: number): string | undefined {
  const { tokens } = clause;
  const token = tokens[at];
  if (token === undefined || token.quoted) return undefined;
  const called = calledByName(clause, at, token);
  if (called !== undefined) return called;
  const done = wantedDone(clause, at);
  if (done !== undefined) return done;
  if (token.word === 'rid' && wordAt(tokens, at - 1) === 'get')
    return isOrder(clause, at - 1, 'remove') ? 'remove' : undefined;
  if (token.word === 'do' && doesIt(clause, at)) return doneThing(clause, at);
  const verb = changingVerb(token.word);
  if (verb === undefined) return gerundOrder(clause, at);
  return isOrder(clause, at, verb) ? verb : undefined;
}

/** The base form in a word: "re-start" and "stop/start" order as well as their parts do. */
function changingVerb(text: string): string | undefined {
  if (CHANGING_VERBS.has(text) || SOMETIMES_VERBS.has(text)) return text;
  const parts = text.split(/[/_-]/).filter((part) => part !== '');
  if (parts.length < 2 || !parts.every((part) => CHANGING_VERBS.has(part) || PREFIXES.has(part))) return undefined;
  return parts.find((part) => CHANGING_VERBS.has(part));
}

const PREFIXES = words('re un de force off on down up in out');

/** "Call StopInstances on …", "aws ec2 stop-instances": the API's own name. */
function calledByName(clause: Clause, at: number, token: Token): string | undefined {
  const { tokens, head } = clause;
  const [, camel] = /^(?:[a-z0-9-]+[:.])?([A-Z][a-z]+)[A-Z][A-Za-z]+$/.exec(token.text) ?? [];
  const [, kebab, rest = ''] = /^([a-z]+)-([a-z-]+)$/.exec(token.text) ?? [];
  const typed =
    at === head || (at <= head + 2 && /^(aws|[a-z0-9]{2,8})$/.test(wordAt(tokens, head)) && clause.mood === 'names');
  if (kebab !== undefined && CHANGING_VERBS.has(kebab) && typed && !NOUNS_BEHIND.has(rest)) return kebab;
  const verb = camel?.toLowerCase();
  if (verb === undefined || !CHANGING_VERBS.has(verb) || clause.mood === 'asks') return undefined;
  const before = wordAt(tokens, at - 1);
  const asked = at === head || CALLING.has(before) || (at === head + 1 && at + 1 >= clause.to - 1);
  return asked && !NOUNS_BEHIND.has(wordAt(tokens, at + 1)) ? verb : undefined;
}

const CALLING = words('call run execute invoke perform do issue use');

function doesIt({ tokens, head, mood }: Clause, at: number): boolean {
  if (at === head) return mood === 'says';
  return (
    ['please', 'and', 'then', 'just', 'now', ','].includes(wordAt(tokens, at - 1)) &&
    ['it', 'that', 'so'].includes(wordAt(tokens, at + 1))
  );
}

/** "Do it", "do the reboot". */
function doneThing({ tokens, to }: Clause, at: number): string | undefined {
  if (['it', 'that', 'so', 'this'].includes(wordAt(tokens, at + 1))) {
    const earlier = tokens
      .slice(0, at)
      .some((token) => changingVerb(token.word) !== undefined || /^[A-Z][a-z]+[A-Z]/.test(token.text));
    return earlier || to < tokens.length ? 'do' : undefined;
  }
  for (let next = at + 1; next < Math.min(to, at + 5); next += 1) {
    const verb = changingVerb(wordAt(tokens, next));
    if (verb !== undefined) return verb;
  }
  return undefined;
}

const NOT_TO = words(
  "not don't dont never without cannot can't cant won't doesn't didn't isn't nothing avoid no shouldn't mustn't wouldn't",
);
const JOINS = words('and or then , but plus & so while nor');
const OBJECTS = words('them it those these this they');
const DETERMINERS = words(
  `the a an all any every each my our your his her their its those these this another some both no of in on at for by from with
  within since until before after during per via under over last latest next recent recently previous second most pending failed
  successful scheduled automatic manual current initial final planned is are was were be been being than about between into onto
  as not like`,
);
const RELATIVE = words('that which who whom what whose where when how whether why');
const SUBJECTS = words(
  'i we they he she it someone somebody anyone anybody nobody people everyone everybody users teams admins aws things',
);
const AUXILIARIES = words(
  "can could may might would will should shall must do does did cannot can't doesn't didn't don't",
);

function isOrder(clause: Clause, at: number, verb: string): boolean {
  const { tokens, mood, from } = clause;
  let before = at - 1;
  while (
    before >= from &&
    isAdverb(wordAt(tokens, before)) &&
    !['then', 'please', 'all'].includes(wordAt(tokens, before))
  )
    before -= 1;
  const previous = before < from ? '' : wordAt(tokens, before);
  if (previous === 'not' && wordAt(tokens, before - 1) === 'if') return headOrders(tokens, at, verb, clause);
  if (NOT_TO.has(previous) || (previous === 'to' && NOT_TO.has(wordAt(tokens, before - 1)))) return false;
  if (at <= clause.head || before < from) return headOrders(tokens, at, verb, clause);
  if (previous === 'to') return orderBehindTo(clause, before, at);
  if (previous === 'please') return !isNameOfThing(tokens, at) && headOrders(tokens, at, verb, clause);
  if (['someone', 'somebody'].includes(previous) && MODALS.has(wordAt(tokens, before - 1)))
    return !STATIVE_VERBS.has(verb);
  if (previous === 'you') return youOrders(clause, before) && !isNameOfThing(tokens, at);
  if (LEADS.has(previous) && before <= clause.head + 1) return mood !== 'asks' && !isNameOfThing(tokens, at);
  if (['me', 'us'].includes(previous)) return ['let', 'help'].includes(wordAt(tokens, before - 1));
  if (previous === 'that' && wordAt(tokens, before - 1) === 'after') return headOrders(tokens, at, verb, clause);
  if (['should', 'must'].includes(previous) && mood === 'says') return true;
  if (previous === 'may' && wordAt(tokens, before - 1) === 'you') return true;
  if (
    MODALS.has(previous) &&
    wordAt(tokens, before - 1) === 'you' &&
    ['if', 'chance', 'hoping', 'hope', 'wish'].includes(wordAt(tokens, before - 2))
  )
    return true;
  if (JOINS.has(previous)) return joinedOrders(clause, before, at, verb);
  if (RELATIVE.has(previous) || DETERMINERS.has(previous) || AUXILIARIES.has(previous) || SUBJECTS.has(previous))
    return false;
  return looseOrder(clause, at, verb, previous);
}

const LEADS = words("let let's lets go ahead gonna kindly proceed just");

/** Without a joining word: "list the idle ones stop them", "in all accounts turn on encryption". */
function looseOrder(clause: Clause, at: number, verb: string, previous: string): boolean {
  const { tokens, mood, head, to } = clause;
  const next = wordAt(tokens, at + 1);
  if (['them', 'it'].includes(next)) return !STATIVE_VERBS.has(verb) && (mood !== 'asks' || !previous.endsWith('s'));
  const begin = Math.max(
    head,
    tokens.findLastIndex((token, index) => index < at && index > head && JOINS.has(token.word)) + 1,
  );
  const placed = PLACES.has(wordAt(tokens, begin)) && at + 1 < to;
  if (
    !placed ||
    (NOUNS_BEHIND.has(next) && endsName(clause, at + 2)) ||
    isNameOfThing(tokens, at) ||
    (isNouny(verb) && NOT_CLOSED.has(previous))
  )
    return false;
  if (verb === 'set') return includes(tokens, at, to, 'to');
  if (
    isNouny(verb) &&
    [1, 2, 3].some((step) => at + step < to && wordAt(tokens, at + step).endsWith('s')) &&
    headOrders(tokens, at, verb, clause)
  )
    return true;
  return (
    isObject(tokens, at + 1) ||
    (!isNouny(verb) && !STATIVE_VERBS.has(verb) && next !== 'of') ||
    ['on', 'off', 'up', 'down'].includes(next)
  );
}

const PLACES = words('in on for across within from at once if when');
const NOT_CLOSED = words('auto minor major public private last object');

/** "Could you stop" and "you should stop" order; "what can you change" asks. */
function youOrders({ tokens, mood, from }: Clause, before: number): boolean {
  const modal = wordAt(tokens, before - 1);
  const asksAnew = MODALS.has(modal) && (before - 1 <= from || JOINS.has(wordAt(tokens, before - 2)));
  if (asksAnew) return true;
  if (mood === 'asks') return false;
  return MODALS.has(modal) || mood === 'says' || before === from;
}

/** Words in front of "to" that make what follows an ability, a purpose or a plan. */
const NO_ORDER_TO = words(
  `allowed able permitted possible safe ok okay scheduled configured set used meant supposed due permission permissions rights right
  access way ways cost costs take takes attempt attempts attempted attempting failed failing fails tried ability who what which
  where when whether how authorized authorised entitled eligible required likely unable impossible easy hard difficult wants
  privilege privileges requests request capability responsible about needs long planned designed expected tries waiting recommendation
  recommendations plans policy policies rules role roles functions schedules volumes something anything nothing`,
);

/** "I want to delete" orders; "roles that are allowed to delete", "which keys do we need to rotate" do not. */
function orderBehindTo({ tokens, mood, from, head }: Clause, to: number, at: number): boolean {
  const lead = wordAt(tokens, to - 1);
  if (lead === 'possible' && wordAt(tokens, head) === 'would') return true;
  if (lead === 'able' && MODALS.has(wordAt(tokens, head)) && wordAt(tokens, head + 1) === 'you') return true;
  if (['you', 'us', 'me', 'someone'].includes(lead)) return mood !== 'asks' || wordAt(tokens, to - 2) === 'want';
  if (WANTING.has(lead)) return mood !== 'asks' && speaks(tokens, from, to);
  if (mood === 'asks') return false;
  if (REMINDING.has(lead)) return wordAt(tokens, head) !== 'how';
  if (NO_ORDER_TO.has(lead)) return false;
  return mood === 'says' || ['them', 'it'].includes(wordAt(tokens, at + 1));
}

const WANTING = words('want need like love have going trying wish plan planning decided');
const REMINDING = words('sure forget remember proceed ahead ought time order free');

function speaks(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }) => /^(i|we)('.*)?$/.test(word));
}

/** Behind "and", "then" or a comma: an order of its own, unless it goes on with what was none. */
function joinedOrders(clause: Clause, join: number, at: number, verb: string): boolean {
  const { tokens, mood, from, to } = clause;
  const next = wordAt(tokens, at + 1);
  const pronoun = OBJECTS.has(next);
  let left = join - 1;
  while (left >= from && (JOINS.has(wordAt(tokens, left)) || isAdverb(wordAt(tokens, left)))) left -= 1;
  if (left < from) return headOrders(tokens, at, verb, clause);
  const leftVerb = tokens[left]?.quoted === true ? undefined : changingVerb(wordAt(tokens, left));
  const leftIsNoun =
    DETERMINERS.has(wordAt(tokens, left - 1)) ||
    (wordAt(tokens, left + 1) === ',' && leftVerb !== undefined && isNouny(leftVerb));
  // "Start and stop instances": as the first, so the second; "start and stop times" is a noun.
  if (leftVerb !== undefined && !leftIsNoun && left < join) {
    if (NOUNS_BEHIND.has(next) && mood !== 'says') return false;
    return (
      isOrder(clause, left, leftVerb) || (pronoun && !NO_ORDER_TO.has(wordAt(tokens, left - 2)) && mood !== 'asks')
    );
  }
  if (isNameOfThing(tokens, at)) return false;
  if (left === clause.head && mood === 'shows' && !STATIVE_VERBS.has(verb)) return !NOUNS_BEHIND.has(next);
  const then = wordAt(tokens, join) === 'then' || wordAt(tokens, at - 1) === 'then';
  if (pronoun || then) return !(abilityBefore(clause, join) && leftVerb !== undefined);
  if (NOUNS_BEHIND.has(next) && mood !== 'says' && endsName(clause, at + 2)) return false;
  if (at + 1 >= to) return CHANGING_VERBS.has(verb) && !isNouny(verb) && (mood === 'says' || mood === 'shows');
  if (abilityBefore(clause, join)) return false;
  if (SOMETIMES_VERBS.has(verb) || STATIVE_VERBS.has(verb) || isNouny(verb)) {
    // "Which buckets replicate and block public access", "images, tag policies and log groups".
    if (mood === 'asks' && STATIVE_VERBS.has(verb)) return false;
    if (mood === 'shows' && UNDOUBTED.has(verb) && !['', 'of', 'in', 'for', ',', 'and', 'or'].includes(next))
      return true;
    return isObject(tokens, at + 1) || PARTICLES.has(next) || (mood === 'says' && headOrders(tokens, at, verb, clause));
  }
  return !['', 'of', 'in', 'for', ',', 'and', 'or'].includes(next);
}

/** Whether a name made of a verb and a noun ends here: "the stop events of", and not "stop log groups". */
function endsName({ tokens, to }: Clause, at: number): boolean {
  return (
    at >= to || JOINS.has(wordAt(tokens, at)) || DETERMINERS.has(wordAt(tokens, at)) || RELATIVE.has(wordAt(tokens, at))
  );
}

const UNDOUBTED = words('update change start stop upgrade restore launch patch deploy scale approve');
const PARTICLES = words('up down off on out back');

/** "Who can create users and delete buckets": the ability reaches over the "and". */
function abilityBefore({ tokens, from }: Clause, join: number): boolean {
  for (let at = from; at < join; at += 1) {
    const current = wordAt(tokens, at);
    const behind = changingVerb(wordAt(tokens, at + 1)) !== undefined;
    if (
      ['can', 'could', 'may', 'might', 'cannot', "can't"].includes(current) &&
      (behind || ['we', 'i'].includes(wordAt(tokens, at + 1)))
    )
      return true;
    if (current === 'to' && NO_ORDER_TO.has(wordAt(tokens, at - 1)) && behind) return true;
    if (RELATIVE.has(current) && at > from && STATIVE_VERBS.has(wordAt(tokens, at + 1))) return true;
  }
  return false;
}
