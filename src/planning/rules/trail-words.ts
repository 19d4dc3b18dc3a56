import { wordAt, type Matched } from '../time/moment-words.js';
import { phraseList } from './phrases.js';
import type { Token } from './tokens.js';

/** What a question wants of CloudTrail's event history; the thing and the places are said by the words around it. */
export type TrailWish =
  /** "Who stopped …": by the verb's base form. */
  | { readonly kind: 'did'; readonly verb: string }
  /** "Who changed …", "changes to …": whatever is not a read. */
  | { readonly kind: 'changes' }
  /** "What happened to …". */
  | { readonly kind: 'anything' }
  /** "What did alice do", "console logins by alice". */
  | { readonly kind: 'user'; readonly user: string; readonly event?: string }
  /** By CloudTrail's own name of it: "who called DeleteBucket". */
  | { readonly kind: 'event'; readonly event: string };

const DONE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    stopped: 'stop',
    started: 'start',
    terminated: 'terminate',
    killed: 'terminate',
    rebooted: 'reboot',
    restarted: 'reboot',
    launched: 'create',
    created: 'create',
    made: 'create',
    deleted: 'delete',
    removed: 'delete',
    attached: 'attach',
    detached: 'detach',
  }),
);
const CHANGED = new Set(['changed', 'modified', 'edited', 'updated', 'touched', 'altered', 'reconfigured']);

const ANYTHING = phraseList([
  'what happened to',
  'what happened with',
  'what has happened to',
  'what was done to',
  'what was done with',
  'what has been done to',
  'event history of',
  'cloudtrail events of',
  'cloudtrail events for',
]);
const CHANGES = phraseList(['what changed on', 'what changed in', 'changes to', 'changes made to']);
const EVERYTHING = phraseList(['cloudtrail events', 'cloudtrail event history', 'cloudtrail history']);
const SIGN_INS = phraseList([
  'console logins',
  'console sign-ins',
  'console signins',
  'console sign ins',
  'who logged in to the console',
  'who logged into the console',
  'who logged in',
  'who logged on',
  'who signed in to the console',
  'who signed in',
]);
const BY_USER = phraseList(
  ['events', 'cloudtrail events', 'api calls', 'actions', 'activity', 'changes'].flatMap((noun) =>
    ['by user', 'by the user', 'of user', 'of the user', 'made by'].map((of) => `${noun} ${of}`),
  ),
);
const EVENT_NOUN = phraseList(['events', 'event', 'cloudtrail events', 'api calls']);
const NAMED_EVENTS = phraseList(
  ['cloudtrail events', 'lookup cloudtrail events', 'events in cloudtrail'].flatMap((noun) =>
    ['named', 'called', 'of type', 'with name', 'with event name', 'with the name', 'with the event name'].map(
      (named) => `${noun} ${named}`,
    ),
  ),
);
const EVENT_NAME = /^[A-Z][a-z]+(?:[A-Z][A-Za-z]*)+(?:20\d{6}(?:v\d)?)?$/;

/** The wish that begins at a word. */
export function trailWishAt(tokens: readonly Token[], at: number): Matched<TrailWish> | undefined {
  const event = eventAt(tokens, at) ?? phraseAt(SIGN_INS.match(tokens, at), { kind: 'event', event: 'ConsoleLogin' });
  return (
    whoAt(tokens, at) ??
    (event === undefined ? undefined : withUser(tokens, at, event)) ??
    userAt(tokens, at) ??
    phraseAt(ANYTHING.match(tokens, at), { kind: 'anything' }) ??
    phraseAt(CHANGES.match(tokens, at), { kind: 'changes' }) ??
    phraseAt(EVERYTHING.match(tokens, at), { kind: 'changes' })
  );
}

/** "… by alice", "… of the user alice", "… of root"; "of" alone may lead to an account. */
function withUser(tokens: readonly Token[], at: number, event: Matched<TrailWish>): Matched<TrailWish> {
  const behind = at + event.length;
  const lead = wordAt(tokens, behind);
  const article = wordAt(tokens, behind + 1) === 'the' ? 1 : 0;
  const noun = wordAt(tokens, behind + 1 + article) === 'user' ? 1 : 0;
  const user = tokens[behind + 1 + article + noun];
  const said = lead === 'by' || (['of', 'from'].includes(lead) && (noun === 1 || user?.word === 'root'));
  if (!said || user === undefined || event.value.kind !== 'event') return event;
  const rooted = user.word === 'root' && wordAt(tokens, behind + 2 + article + noun) === 'user' ? 1 : 0;
  const { length, value } = event;
  return {
    length: length + 2 + article + noun + rooted,
    value: { kind: 'user', user: user.text, event: value.event },
  };
}

function phraseAt(found: { readonly length: number } | undefined, value: TrailWish): Matched<TrailWish> | undefined {
  return found === undefined ? undefined : { length: found.length, value };
}

/** "Who stopped", "who has deleted", "who called DeleteBucket". */
function whoAt(tokens: readonly Token[], at: number): Matched<TrailWish> | undefined {
  if (wordAt(tokens, at) !== 'who') return undefined;
  const verbAt = ['has', 'have', 'had'].includes(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const verb = wordAt(tokens, verbAt);
  const length = verbAt + 1 - at;
  if (CHANGED.has(verb)) return { length, value: { kind: 'changes' } };
  const did = DONE.get(verb);
  if (did !== undefined) return { length, value: { kind: 'did', verb: did } };
  const event = tokens[verbAt + 1]?.text ?? '';
  const called = ['called', 'did', 'made', 'used', 'invoked'].includes(verb) && EVENT_NAME.test(event);
  return called ? { length: length + 1, value: { kind: 'event', event } } : undefined;
}

/** "StopLogging events", "CloudTrail events named ConsoleLogin". */
function eventAt(tokens: readonly Token[], at: number): Matched<TrailWish> | undefined {
  const lead = NAMED_EVENTS.match(tokens, at)?.length ?? 0;
  const event = tokens[at + lead]?.text ?? '';
  if (!EVENT_NAME.test(event)) return undefined;
  if (lead > 0) return { length: lead + 1, value: { kind: 'event', event } };
  const noun = EVENT_NOUN.match(tokens, at + 1);
  return noun === undefined ? undefined : { length: 1 + noun.length, value: { kind: 'event', event } };
}

/** "What did alice do", "what has alice done", "API calls by user alice". */
function userAt(tokens: readonly Token[], at: number): Matched<TrailWish> | undefined {
  const by = BY_USER.match(tokens, at);
  if (by !== undefined) {
    const user = tokens[at + by.length];
    return user === undefined ? undefined : { length: by.length + 1, value: { kind: 'user', user: user.text } };
  }
  if (wordAt(tokens, at) !== 'what') return undefined;
  const done = { did: 'do', has: 'done' }[wordAt(tokens, at + 1)];
  const article = wordAt(tokens, at + 2) === 'the' ? 1 : 0;
  const nameAt = at + 2 + article + (wordAt(tokens, at + 2 + article) === 'user' ? 1 : 0);
  const user = tokens[nameAt];
  if (done === undefined || user === undefined || wordAt(tokens, nameAt + 1) !== done) return undefined;
  if (!user.quoted && NOBODY.has(user.word)) return undefined;
  // "What did the team do" names nobody.
  if (article === 1 && nameAt === at + 3) return undefined;
  return { length: nameAt + 2 - at, value: { kind: 'user', user: user.text } };
}

/** Words that stand for somebody who would have to be named. */
const NOBODY = new Set('he she they it we you i this that who somebody someone anybody everybody'.split(' '));
