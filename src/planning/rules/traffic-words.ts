import { addressRange } from '../../domain/address-range.js';
import { readService, type TrafficService } from '../../domain/traffic.js';
import type { ConditionMatch } from './condition-words.js';
import { phraseBook, phraseList } from './phrases.js';
import { lines, words } from './text-lists.js';
import type { Token } from './tokens.js';
import { NAMED_SERVICES } from './traffic-services.js';

/** What rules of firewalls do. */
const VERBS = phraseList(
  lines(`
    allow
    allows
    allowing
    permit
    permits
    permitting
    accept
    accepts
    accepting
    expose
    exposes
    exposing
    let
    lets
    letting
    let in
    lets in
    open
    opens
    opening
    opened
    wide open
    exposed
    reachable
    accessible
  `),
);
const DIRECTIONS = phraseBook([
  ...['inbound', 'incoming', 'ingress'].map((word) => [word, 'in'] as const),
  ...['outbound', 'outgoing', 'egress'].map((word) => [word, 'out'] as const),
]);
const SERVICES = phraseBook(NAMED_SERVICES);
const EVERYBODY = phraseBook(
  lines(`
    anywhere
    any source
    any ip
    any ips
    any ip address
    any address
    all ips
    all ip addresses
    the internet
    internet
    the public internet
    public internet
    the whole internet
    the entire internet
    the open internet
    the world
    world
    the whole world
    the entire world
    everyone
    everybody
    everywhere
    anyone
    anybody
    the public
    public
    the outside
    the outside world
  `).map((phrase) => [phrase, 'anywhere'] as const),
);
const OVER_IPV6 = phraseList(['over ipv6', 'on ipv6', 'via ipv6', 'by ipv6', 'ipv6']);
const FILLERS = words(
  'traffic access connections connection rule rules a an the that which is are with on over via through for of some to from by be directly and or , network ip security group groups in into',
);
const JOINS = new Set(['and', 'or', ',', '/']);

/** Nouns whose rules these are: behind "databases", "open to the internet" says something else. */
const FIREWALLS = new Set(
  'security sg sgs nacl nacls acl acls firewall firewalls rule rules inbound outbound ingress egress'.split(' '),
);
/** Databases are named by the same words, so that these need a firewall in the question. */
const ENGINES = words(
  'mysql mariadb postgres postgresql sqlserver sql oracle redis memcached elasticsearch kafka redshift',
);

/** What load balancers and distributions allow, too. */
const WEB = new Set(['http', 'https']);

/** What was found of "allow inbound SSH from anywhere" on the way through it. */
interface Found {
  end: number;
  verb: boolean;
  port: boolean;
  direction: 'in' | 'out' | undefined;
  readonly services: TrafficService[];
  readonly peers: string[];
}

/**
 * "Allow SSH from anywhere", "port 3389 open to 0.0.0.0/0", "allow inbound 8080 from 10.0.0.0/8", in any order. Without a service
 * or a direction it is being public, as things that are no firewalls are as well.
 */
export function trafficAt(tokens: readonly Token[], at: number): ConditionMatch | undefined {
  const found: Found = { end: at, verb: false, port: false, direction: undefined, services: [], peers: [] };
  let next = at;
  while (next < tokens.length) {
    const length = takenAt(tokens, next, found) ?? (next > at && isFiller(tokens, next) ? 0 : undefined);
    if (length === undefined) break;
    if (length > 0) found.end = next + length;
    next += Math.max(length, 1);
  }
  const { verb, port, direction, services, peers } = found;
  const [peer, ...others] = new Set(peers);
  const firewall = tokens.some(({ word }) => FIREWALLS.has(word));
  // "And RDP?", "and from 10.0.0.0/8?", after a question about rules.
  const whole = at === 0 && found.end === tokens.length;
  const named = services.length > 0 && (verb || port || peers.length > 0 || whole);
  const told = named || ((verb || direction !== undefined || whole) && peers.length > 0);
  if (!told || others.length > 0) return undefined;
  if (!firewall && tokens.slice(at, found.end).some(({ word }) => ENGINES.has(word))) return undefined;
  if (
    !firewall &&
    !port &&
    !whole &&
    peers.length === 0 &&
    tokens.slice(at, found.end).some(({ word }) => WEB.has(word))
  )
    return undefined;
  const length = found.end - at;
  const shown = tokens
    .slice(at, found.end)
    .map(({ text }) => text)
    .join(' ');
  if (services.length === 0 && direction === undefined && peer === 'anywhere' && verb) {
    return { length, condition: { kind: 'trait', trait: 'public', shown }, negated: false };
  }
  const traffic = {
    direction: direction ?? 'in',
    services: services.length === 0 ? [{ kind: 'any' as const }] : services,
    peer: peer ?? 'any',
  } as const;
  return { length, condition: { kind: 'traffic', traffic, shown }, negated: false };
}

/** The words that begin here and say something; what they say is noted. */
function takenAt(tokens: readonly Token[], at: number, found: Found): number | undefined {
  const peer = peerAt(tokens, at, found.verb);
  if (peer !== undefined) {
    found.peers.push(peer.value);
    return peer.length;
  }
  const services = servicesAt(tokens, at, found);
  if (services !== undefined) {
    found.services.push(...services.value);
    return services.length;
  }
  const direction = DIRECTIONS.match(tokens, at);
  if (direction !== undefined) {
    found.direction = direction.value;
    return direction.length;
  }
  const verb = VERBS.match(tokens, at);
  if (verb !== undefined) found.verb = true;
  return verb?.length;
}

function isFiller(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && !token.quoted && !token.begins && FILLERS.has(token.word);
}

interface Matched<Value> {
  readonly length: number;
  readonly value: Value;
}

/** Who is let in: "from anywhere", "to the internet", "from 10.0.0.0/8". Both of 0.0.0.0/0 and ::/0 are anywhere. */
function peerAt(tokens: readonly Token[], at: number, isObject: boolean): Matched<string> | undefined {
  const lead = ['from', 'to', 'by', 'for'].includes(wordAt(tokens, at)) ? 1 : 0;
  // "Let the whole Internet in", "allow anybody on port 22".
  if (lead === 0 && !(isObject && /^(?:the|any(?:one|body)|every(?:one|body))$/.test(wordAt(tokens, at))))
    return undefined;
  const everybody = EVERYBODY.match(tokens, at + lead);
  if (everybody !== undefined) {
    const behind = at + lead + everybody.length;
    const ipv6 = OVER_IPV6.match(tokens, behind);
    const value = ipv6 === undefined ? everybody.value : '::/0';
    return { length: behind + (ipv6?.length ?? 0) - at, value };
  }
  const range = rangeAt(tokens, at + lead);
  if (range === undefined) return undefined;
  const joined = JOINS.has(wordAt(tokens, at + lead + 1)) ? rangeAt(tokens, at + lead + 2) : undefined;
  if (range === '0.0.0.0/0') return { length: lead + (joined === '::/0' ? 3 : 1), value: 'anywhere' };
  if (range === '::/0' && joined === '0.0.0.0/0') return { length: lead + 3, value: 'anywhere' };
  return { length: lead + 1, value: range };
}

function rangeAt(tokens: readonly Token[], at: number): string | undefined {
  const word = wordAt(tokens, at);
  return /[.:]/.test(word) && addressRange(word) !== undefined ? word : undefined;
}

/** "SSH", "port 22", "ports 80 and 443", "tcp/22", "tcp port 8000-8100", "SSH or RDP", and a plain number behind a verb. */
function servicesAt(
  tokens: readonly Token[],
  at: number,
  found: Found,
): Matched<readonly TrafficService[]> | undefined {
  const first = serviceAt(tokens, at, found);
  if (first === undefined) return undefined;
  const services = [first.value];
  let length = first.length;
  for (;;) {
    const joined = JOINS.has(wordAt(tokens, at + length)) ? at + length + 1 : undefined;
    const behind = joined === undefined ? undefined : JOINS.has(wordAt(tokens, joined)) ? joined + 1 : joined;
    const more = behind === undefined ? undefined : serviceAt(tokens, behind, { ...found, verb: true });
    if (behind === undefined || more === undefined) return { length, value: services };
    services.push(more.value);
    length = behind + more.length - at;
  }
}

const PROTOCOLS = new Set(['tcp', 'udp']);
const PORTS = /^\d{1,5}(?:-\d{1,5})?$/;
const GLUED = /^(?:(tcp|udp)[/:](\d{1,5}(?:-\d{1,5})?)|(\d{1,5}(?:-\d{1,5})?)[/:](tcp|udp))$/;

function serviceAt(tokens: readonly Token[], at: number, found: Found): Matched<TrafficService> | undefined {
  const named = SERVICES.match(tokens, at);
  if (named !== undefined) return named;
  const [, before, ports, portsFirst, behind] = GLUED.exec(wordAt(tokens, at)) ?? [];
  const glued = readService(`${before ?? behind ?? ''} ${ports ?? portsFirst ?? ''}`);
  if (glued !== undefined) return { length: 1, value: glued };
  let next = at;
  const protocol = PROTOCOLS.has(wordAt(tokens, next)) ? wordAt(tokens, next) : undefined;
  if (protocol !== undefined) next += 1;
  const called = ['port', 'ports'].includes(wordAt(tokens, next));
  if (called) next += 1;
  const afterNamed = called ? SERVICES.match(tokens, next) : undefined;
  if (afterNamed !== undefined) return { length: next + afterNamed.length - at, value: afterNamed.value };
  const number = wordAt(tokens, next);
  // "Allow 22 from anywhere": without "port" a number needs a verb or a direction before it, or "open" behind it.
  const expected =
    called ||
    protocol !== undefined ||
    found.verb ||
    found.direction !== undefined ||
    VERBS.match(tokens, next + 1) !== undefined;
  if (!PORTS.test(number) || !expected) return undefined;
  const service = readService(`${protocol ?? 'port'} ${number}`);
  if (service === undefined) return undefined;
  if (called) found.port = true;
  return { length: next + 1 - at, value: service };
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.quoted ? '' : token.word;
}
