import { showsBehindGive, wordAt, type Clause } from './clauses.js';
import { NAMES_OF_THINGS, NOUNS_BEHIND } from './order-words.js';
import { words } from './text-lists.js';
import type { Token } from './tokens.js';

/** Whether a verb at the head of a clause orders, and does not begin the name of a thing: "restore jobs that failed". */
export function headOrders(tokens: readonly Token[], at: number, verb: string, clause: Clause): boolean {
  const next = wordAt(tokens, at + 1);
  if (isNameOfThing(tokens, at)) return false;
  if ((verb === 'stop' || verb === 'start') && clause.to === at + 1 && clause.from === 0) return true;
  if (at + 1 >= clause.to)
    return !isNouny(verb) && !ADJECTIVES.has(verb) && (at === clause.from || clause.from > 0 || !NOUNS_ALONE.has(verb));
  if (REPORTING.has(verb) && near(tokens, at + 1, clause, 3, REPORTS)) return false;
  if (verb === 'give') return !showsBehindGive(tokens, at);
  if (verb === 'order') return ['a', 'an', 'the', 'me', 'us', 'new'].includes(next);
  if (verb === 'use' || verb === 'process') return false;
  const particle = PARTICLES.has(next) && PHRASAL.has(verb);
  if (particle)
    return !(
      NOUNS_BEHIND.has(wordAt(tokens, at + 2)) &&
      (at + 3 >= clause.to || ['of', 'for', 'in', 'on'].includes(wordAt(tokens, at + 3)))
    );
  if (isObject(tokens, at + 1)) return true;
  if (ADJECTIVES.has(verb))
    return verb === 'open' && (next === 'port' || next === 'ports') && isLiteral(tokens, at + 2);
  if (verb === 'block' && next === 'public') return ['on', 'for', 'to', 'in'].includes(wordAt(tokens, at + 3));
  if (verb === 'set' && near(tokens, at + 1, clause, 5, NUMBERS)) return true;
  if (COMPOUNDING.has(verb) && COMPOUNDED.has(next)) return false;
  if (verb === 'set' && (near(tokens, at + 1, clause, 6, ON_OR_OFF) || next === 'up')) return true;
  if (NOUNY.has(verb))
    return near(tokens, at + 1, clause, 9, GOALS) || (isLiteral(tokens, at + 2) && !PREPOSITIONS.has(next));
  if (
    BOTH.has(verb) &&
    (TIMES.has(next) ||
      (['and', 'or', ','].includes(next) && at + 2 < clause.to) ||
      TIMES.has(wordAt(tokens, clause.to - 1)))
  )
    return false;
  if (BOTH.has(verb) && (PREPOSITIONS.has(next) || COMPOUNDED_ALSO.has(next)))
    return near(tokens, at + 1, clause, 9, GOALS) && !PREPOSITIONS.has(next);
  if (next === 'to' && GOING.has(verb)) return true;
  if (PREPOSITIONS.has(next)) return false;
  if (!SETS_SETTINGS.has(verb) && (NOTIONS.has(next) || near(tokens, at + 1, clause, 6, SETTINGS))) return false;
  if (onlyVerbsBehind(tokens, at + 1, clause)) return false;
  return true;
}

export function isNameOfThing(tokens: readonly Token[], at: number): boolean {
  return NAMES_OF_THINGS.has(`${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}`);
}

/** What only the object of an order looks like: "the", "all", "them", a number, an id, a quoted name. */
export function isObject(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return OBJECT_WORDS.has(token.word) || isLiteral(tokens, at);
}

/** A name, a number or an id. */
function isLiteral(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return token.quoted || (/\d|[=/_]|[a-z]-[a-z]|^[a-z]+:/.test(token.word) && !NOT_IDS.test(token.word));
}

const NOT_IDS =
  /^(snap-|ami-|ssm-|route53|s3|ec2|ipv[46]|x-ray|read-only|multi-az|cross-|non-|self-|auto-|long-|point-in)/;

const OBJECT_WORDS = words(
  `the a an all any every each my our your his her their its those these this that them it everything everyone me him us both another
  some unused old idle stale orphaned new one two three four five ten several more`,
);

/** Verbs that are nouns as often: in front of a bare noun they begin its name, unless something says that it is done to it. */
const NOUNY = words(
  `log email bounce ssh page label test build post mark link cut cycle process store point pin route transfer issue trigger mount
  message schedule lock request block merge push pull join load access lift double power assume generate raise save`,
);
/** Verbs that stand in front of the noun that they are done to ("stop instances") and also name things ("stop reason"). */
const BOTH = words(
  `patch tag backup snapshot share export import copy restore launch run release scale fix deploy boot trash clean host change update
  upgrade start stop set exec approve`,
);
const NOUNS_ALONE = words('change update access mount request');
const ADJECTIVES = words('open empty clear secure clean separate direct free idle secure');
/** Behind a bare noun these say that something is done to it: "tag instances with", "share snapshots with". */
const GOALS = words('with to into as from please now immediately tonight today again again asap');
const PREPOSITIONS = words('of on in at for by from to with without is are was available pending');
const COMPOUNDING = words(
  'allow deny put write send publish restart reboot failover mute exec switch grant block retry invoke upgrade terminate rotate drain',
);
const TIMES = words('time times date dates status history protection');
const COMPOUNDED_ALSO = words(
  'coverage destinations destination agents versions version software executions versions findings editor size sizes types type',
);
const COMPOUNDED = words(
  'priority group groups required count counts policy policies rate rates version versions operation operations capacity request requests rule rules list lists statement statements session sessions token tokens role roles metric metrics permission permissions path paths readiness',
);
const NUMBERS = words('0 1 2 3 4 5 6 7 8 9 10');
const ON_OR_OFF = words('on off');
const GOING = words('failover switch migrate move upgrade downgrade rollback revert restore convert');
const PARTICLES = words('up down off on out back in over away');
const PHRASAL = words(
  'turn switch power shut scale spin roll clean tear take bring kick back lock open close set free put pull cut bump opt fire tidy move log sign boot wind tighten clear fail start ramp swap run',
);
const REPORTING = words('run generate make create do write build start');
const REPORTS = words(
  'report reports check checks query search list inventory audit summary overview count table comparison',
);
const NOTIONS = words(
  `reason reasons timeout timeouts behavior behaviour schedule schedules insights targets status history events failures failure
  time times date dates window windows limits hours settings setting metrics statistics stats activity activities hooks permission
  permissions notifications errors duration queue`,
);
const SETTINGS = words('setting settings flag option options attribute');
const SETS_SETTINGS = words(
  'change modify update set configure edit adjust enable disable delete remove add create apply reset tweak alter put save overwrite',
);

/** "Start and stop" of times, "launch and terminate" of events: nothing is done to anything. */
function onlyVerbsBehind(tokens: readonly Token[], from: number, clause: Clause): boolean {
  return clause.from > 0 && ['and', 'or', ','].includes(wordAt(tokens, from)) && from + 2 >= clause.to;
}

function near(
  tokens: readonly Token[],
  from: number,
  { to }: Clause,
  reach: number,
  wanted: ReadonlySet<string>,
): boolean {
  for (let at = from; at < Math.min(to, from + reach); at += 1) if (wanted.has(wordAt(tokens, at))) return true;
  return false;
}

/** Whether the verb is a noun as often. */
export function isNouny(verb: string): boolean {
  return NOUNY.has(verb) || BOTH.has(verb);
}
