import { addressRange, covers, overlaps, PUBLIC_ADDRESSES, sizeOf, type AddressRange } from './address-range.js';
import { rulesOf, ruleText, type FirewallRule } from './firewall-rules.js';
import type { Json } from './json.js';
import { HIGHEST_PORT, type Traffic, type TrafficService } from './traffic.js';

/** Whether rules let traffic through, by which of them, and why that cannot be told. */
export type Allowance =
  | { readonly kind: 'allowed'; readonly rules: readonly string[] }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unclear'; readonly why: string };

/**
 * What the rules of a security group or a network ACL, as EC2 returns them, do to traffic. It is allowed when the rules for one
 * of its services together let in everybody it is about: several ranges may make up the Internet, a range of ports or all
 * protocols include a port, and a reference to a group is not the world. What cannot be seen here is unclear, never "no":
 * the entries of a prefix list, a list of rules that was cut, a rule of an unknown form.
 */
export function allowance(cell: Json, traffic: Traffic): Allowance {
  const elements: readonly Json[] = Array.isArray(cell) ? cell : cell === null ? [] : [cell];
  const read = elements.map((element) => rulesOf(element));
  const rules = read
    .flatMap((some) => some ?? [])
    .filter(({ direction }) => (direction ?? traffic.direction) === traffic.direction);
  const letThrough = allowing(rules, traffic);
  if (letThrough !== undefined) {
    const shown = [...new Set(letThrough.map((rule) => ruleText(rule, traffic.direction)))];
    return {
      kind: 'allowed',
      rules:
        shown.length > RULES_SHOWN ? [...shown.slice(0, RULES_SHOWN), `and ${shown.length - RULES_SHOWN} more`] : shown,
    };
  }
  if (read.includes(undefined))
    return { kind: 'unclear', why: 'its rules were cut, or are of a form that is not known' };
  return doubt(rules, traffic) ?? { kind: 'not-allowed' };
}

const RULES_SHOWN = 20;

/** The rules that let a service of the traffic through, when they do. */
function allowing(all: readonly FirewallRule[], traffic: Traffic): readonly FirewallRule[] | undefined {
  const rules = largeEnough(all, traffic);
  if (rules.length === 0) return undefined;
  const alone = rules.some(({ denies }) => denies) ? [] : rules.filter((rule) => holdsAlone(rule, traffic));
  const found = traffic.services.flatMap((service) => {
    const single = alone.filter((rule) => fits(rule, service));
    if (service.kind !== 'all-ports' && single.length > 0) return single;
    if (service.kind !== 'all-ports')
      return probes(service, rules).flatMap((probe) => allowedAt(probe, rules, traffic));
    return EVERY_PORT.flatMap((ports) => {
      const places = probes(ports, rules).map((probe) => allowedAt(probe, rules, traffic));
      return places.every((some) => some.length > 0) ? places.flat() : [];
    });
  });
  return found.length === 0 ? undefined : [...new Set(found)];
}

/** Without the rules of a family whose addresses are too few, taken together, to be everybody: those of most groups. */
function largeEnough(rules: readonly FirewallRule[], { peer }: Traffic): readonly FirewallRule[] {
  if (peer === 'any') return rules;
  return targets(peer).flatMap(({ family, whole }) => {
    const own = rules.filter((rule) => {
      const range = rangeOf(rule);
      return range?.family === family && overlaps(range, whole);
    });
    const ranges = own.flatMap((rule) => (rule.denies ? [] : (rangeOf(rule) ?? [])));
    const distinct = new Map(ranges.map((range) => [`${range.first}/${range.prefix}`, range]));
    return own.length === 0 || sizeOf([...distinct.values()]) < sizeOf(whole) ? [] : own;
  });
}

function holdsAlone(rule: FirewallRule, { peer }: Traffic): boolean {
  const range = rangeOf(rule);
  if (peer === 'any') return true;
  return (
    range !== undefined && targets(peer).some(({ family, whole }) => family === range.family && covers([range], whole))
  );
}

/** Whether a rule is about any part of a service. */
function fits(rule: FirewallRule, service: TrafficService): boolean {
  return probes(service, [rule]).some((probe) => matches(rule, probe));
}

/** Nobody misses port 0. */
const EVERY_PORT: readonly TrafficService[] = (['tcp', 'udp'] as const).map((protocol) => ({
  kind: 'ports',
  protocol,
  from: 1,
  to: HIGHEST_PORT,
}));

/** A protocol, and a port of those that have ports. */
interface Probe {
  readonly protocol: string;
  readonly port: number;
}

/** Where the answer may change inside a service: at its first port, and where a rule begins or has just ended. */
function probes(service: TrafficService, rules: readonly FirewallRule[]): readonly Probe[] {
  if (service.kind === 'icmp' || service.kind === 'all') return [{ protocol: service.kind, port: 0 }];
  const own =
    service.kind === 'ports'
      ? {
          from: service.from,
          to: service.to,
          protocols: service.protocol === 'port' ? PORT_PROTOCOLS : [service.protocol],
        }
      : { from: 0, to: HIGHEST_PORT, protocols: PORT_PROTOCOLS };
  const ports = new Set([own.from, ...rules.flatMap((rule) => [rule.ports.from, rule.ports.to + 1])]);
  const places = own.protocols.flatMap((protocol) =>
    [...ports].filter((port) => port >= own.from && port <= own.to).map((port) => ({ protocol, port })),
  );
  if (service.kind !== 'any') return places;
  const others = new Set(
    rules.map(({ protocol }) => protocol).filter((protocol) => !PORT_PROTOCOLS.includes(protocol)),
  );
  return [...places, ...[...others].map((protocol) => ({ protocol, port: 0 }))];
}

const PORT_PROTOCOLS: readonly string[] = ['tcp', 'udp'];

function matches({ protocol, ports }: FirewallRule, probe: Probe): boolean {
  if (protocol === 'all') return true;
  if (protocol !== probe.protocol) return false;
  return !PORT_PROTOCOLS.includes(protocol) || (ports.from <= probe.port && ports.to >= probe.port);
}

/** The rules by which everybody the traffic is about gets through there; none when somebody does not. */
function allowedAt(probe: Probe, rules: readonly FirewallRule[], { peer }: Traffic): readonly FirewallRule[] {
  const effective = effectiveRules(rules.filter((rule) => matches(rule, probe)));
  if (peer === 'any') return effective;
  for (const { family, whole } of targets(peer)) {
    const ranged = effective.flatMap((rule) => {
      const range = rangeOf(rule);
      return range?.family === family && overlaps(range, whole) ? [{ rule, range }] : [];
    });
    const alone = ranged.filter(({ range }) => covers([range], whole));
    if (alone.length > 0) return alone.map(({ rule }) => rule);
    if (covers(merged(ranged.map(({ range }) => range)), whole)) return ranged.map(({ rule }) => rule);
  }
  return [];
}

/** Of a network ACL the lowest number decides: what lower ones deny whole does not get through. */
function effectiveRules(rules: readonly FirewallRule[]): readonly FirewallRule[] {
  const denied: AddressRange[] = [];
  const allowed: FirewallRule[] = [];
  for (const rule of rules.toSorted((left, right) => (left.number ?? 0) - (right.number ?? 0))) {
    const range = rangeOf(rule);
    if (!rule.denies) {
      const blocked =
        range !== undefined && covers(merged(denied.filter(({ family }) => family === range.family)), [range]);
      if (!blocked) allowed.push(rule);
    } else if (range !== undefined) {
      denied.push(range);
    }
  }
  return allowed;
}

function rangeOf({ peer }: FirewallRule): AddressRange | undefined {
  return peer.kind === 'addresses' ? peer.range : undefined;
}

/** What a peer is made of: each of these alone is the whole of it. */
function targets(peer: string): readonly {
  readonly family: AddressRange['family'];
  readonly whole: readonly Pick<AddressRange, 'first' | 'last'>[];
}[] {
  const families = (['ipv4', 'ipv6'] as const).map((family) => ({ family, whole: PUBLIC_ADDRESSES[family] }));
  if (peer === 'anywhere') return families;
  const range = addressRange(peer);
  if (range === undefined) return [];
  // Nobody means the addresses that do not exist with 0.0.0.0/0.
  return range.prefix === 0
    ? families.filter(({ family }) => family === range.family)
    : [{ family: range.family, whole: [range] }];
}

/** Ranges without those that lie in another: what is left does not overlap. */
function merged(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const largest = ranges.toSorted((left, right) => left.prefix - right.prefix);
  return largest.filter(
    (range, index) => !largest.slice(0, index).some((other) => other.first <= range.first && other.last >= range.last),
  );
}

/** Why traffic that no rule here lets through may get through all the same. */
function doubt(rules: readonly FirewallRule[], traffic: Traffic): Allowance | undefined {
  if (traffic.peer === 'any') return undefined;
  const fitting = rules.some(({ denies }) => denies)
    ? traffic.services.flatMap((service) =>
        probes(service, rules).flatMap((probe) => effectiveRules(rules.filter((rule) => matches(rule, probe)))),
      )
    : rules.filter((rule) => traffic.services.some((service) => fits(rule, service)));
  const why = fitting.flatMap((rule) => {
    const text = ruleText(rule, traffic.direction);
    if (rule.peer.kind === 'prefix-list') return [`${text}, a prefix list whose entries this call does not return`];
    return isLargePart(rule, traffic.peer) ? [`${text}, which is a part of it`] : [];
  });
  return why.length === 0 ? undefined : { kind: 'unclear', why: [...new Set(why)].slice(0, 3).join('; ') };
}

/** A part of the addresses asked for; of the Internet, more than anybody has: a 128th of it. */
function isLargePart(rule: FirewallRule, peer: string): boolean {
  const range = rangeOf(rule);
  if (range === undefined) return false;
  return targets(peer).some(
    ({ family, whole }) =>
      family === range.family &&
      overlaps(range, whole) &&
      !covers([range], whole) &&
      (!isInternet(whole) || range.prefix <= LARGE[family]),
  );
}

const LARGE = { ipv4: 7, ipv6: 15 } as const;

function isInternet(whole: readonly Pick<AddressRange, 'first' | 'last'>[]): boolean {
  return Object.values(PUBLIC_ADDRESSES).includes(whole);
}
