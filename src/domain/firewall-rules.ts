import { addressRange, type AddressRange } from './address-range.js';
import { isJsonObject, type Json, type JsonObject } from './json.js';
import { HIGHEST_PORT, portText } from './traffic.js';

/** One rule of a security group or a network ACL, for one range of addresses (or one reference to something else). */
export interface FirewallRule {
  readonly direction: 'in' | 'out' | undefined;
  readonly denies: boolean;
  /** Of a network ACL: the lowest that fits decides. */
  readonly number: number | undefined;
  /** `all`, `tcp`, `udp`, `icmp`, or the number of another. */
  readonly protocol: string;
  /** Of TCP and UDP. */
  readonly ports: { readonly from: number; readonly to: number };
  readonly peer:
    | { readonly kind: 'addresses'; readonly written: string; readonly range: AddressRange }
    /** The addresses of these are elsewhere: `pl-…`, `sg-…`. */
    | { readonly kind: 'prefix-list' | 'group'; readonly id: string };
}

/**
 * The rules of `IpPermissions` (DescribeSecurityGroups), of security group rules (DescribeSecurityGroupRules) or of `Entries`
 * (DescribeNetworkAcls), told apart by their members. Undefined for what is none of these, so that a form that is not known never
 * passes for no rule.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html, …/API_SecurityGroupRule.html, …/API_NetworkAclEntry.html
 */
export function rulesOf(value: Json): readonly FirewallRule[] | undefined {
  if (!isJsonObject(value)) return undefined;
  if ('RuleAction' in value) return entryRules(value);
  const protocol = protocolOf(value['IpProtocol']);
  const ports = portsOf(value['FromPort'], value['ToPort']);
  if (protocol === undefined || ports === undefined) return undefined;
  const rule = { denies: false, number: undefined, protocol, ports };
  if ('IsEgress' in value) {
    const peer = peersOf([value], 'CidrIpv4', 'CidrIpv6', 'PrefixListId', 'ReferencedGroupInfo');
    const direction = value['IsEgress'] === true ? ('out' as const) : ('in' as const);
    return peer?.length === 1 ? peer.map((one) => ({ ...rule, direction, peer: one })) : undefined;
  }
  const peers = [
    peersOf(value['IpRanges'], 'CidrIp'),
    peersOf(value['Ipv6Ranges'], 'CidrIpv6'),
    peersOf(value['PrefixListIds'], 'PrefixListId'),
    peersOf(value['UserIdGroupPairs'], 'GroupId', 'GroupName'),
  ];
  const known = peers.flatMap((some) => (some === undefined ? [] : [some]));
  if (known.length !== peers.length) return undefined;
  return known.flat().map((peer) => ({ ...rule, direction: undefined, peer }));
}

function entryRules(entry: JsonObject): readonly FirewallRule[] | undefined {
  const protocol = protocolOf(entry['Protocol']);
  const range = entry['PortRange'] ?? {};
  const ports = isJsonObject(range) ? portsOf(range['From'], range['To']) : undefined;
  const [peer, ...others] = peersOf([entry], 'CidrBlock', 'Ipv6CidrBlock') ?? [];
  const { RuleAction: action, RuleNumber: number } = entry;
  const complete = protocol !== undefined && ports !== undefined && peer !== undefined && others.length === 0;
  if (!complete || typeof number !== 'number' || (action !== 'allow' && action !== 'deny')) return undefined;
  return [
    { direction: entry['Egress'] === true ? 'out' : 'in', denies: action === 'deny', number, protocol, ports, peer },
  ];
}

const PROTOCOLS: Readonly<Record<string, string>> = {
  '-1': 'all',
  '6': 'tcp',
  '17': 'udp',
  '1': 'icmp',
  '58': 'icmp',
  icmpv6: 'icmp',
};

function protocolOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).toLowerCase();
  if (Object.hasOwn(PROTOCOLS, text)) return PROTOCOLS[text];
  return /^(?:all|tcp|udp|icmp|\d{1,3})$/.test(text) ? text : undefined;
}

/** No ports, or -1 for both, are all of them. */
function portsOf(from: Json | undefined, to: Json | undefined): FirewallRule['ports'] | undefined {
  const first = from ?? -1;
  const last = to ?? -1;
  if (typeof first !== 'number' || typeof last !== 'number') return undefined;
  return { from: Math.max(first, 0), to: last < 0 ? HIGHEST_PORT : last };
}

/** The peers that a list of objects names under the members; undefined where one names none. */
function peersOf(list: Json | undefined, ...members: readonly string[]): readonly FirewallRule['peer'][] | undefined {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return undefined;
  const found = list.map((element: Json) =>
    isJsonObject(element) ? members.flatMap((member) => peerOf(member, element[member] ?? null) ?? []) : [],
  );
  return found.some((some) => some.length === 0) ? undefined : found.flat();
}

function peerOf(member: string, value: Json): FirewallRule['peer'] | undefined {
  if (member === 'ReferencedGroupInfo') {
    return isJsonObject(value) && value['GroupId'] !== undefined ? peerOf('GroupId', value['GroupId']) : undefined;
  }
  if (typeof value !== 'string' || value === '') return undefined;
  if (member === 'PrefixListId') return { kind: 'prefix-list', id: value };
  if (member.startsWith('Group')) return { kind: 'group', id: value };
  const range = addressRange(value);
  return range === undefined ? undefined : { kind: 'addresses', written: value, range };
}

/** "tcp 22 from 0.0.0.0/0", "rule 100 denies all traffic from 10.0.0.0/8". */
export function ruleText(rule: FirewallRule, direction: 'in' | 'out'): string {
  const { protocol, ports, peer, number, denies } = rule;
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  const everyPort = ports.from === 0 && ports.to === HIGHEST_PORT;
  const what =
    protocol === 'all' ? 'all traffic' : protocol === 'icmp' ? 'icmp' : hasPorts ? protocol : `protocol ${protocol}`;
  const where = hasPorts ? (everyPort ? ' all ports' : ` ${portText(ports)}`) : '';
  const end = peer.kind === 'addresses' ? peer.written : peer.id;
  const lead = number === undefined ? '' : `rule ${number} ${denies ? 'denies' : 'allows'} `;
  return `${lead}${what}${where} ${direction === 'in' ? 'from' : 'to'} ${end}`;
}
