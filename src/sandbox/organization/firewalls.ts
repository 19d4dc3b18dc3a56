import type { FirewallFact, NetworkAcl, SecurityGroup, Vpc } from './model.js';
import type { Random } from './random.js';

const INTERNET = '0.0.0.0/0';
const INTERNET_IPV6 = '::/0';
const OFFICE = '203.0.113.0/24';

function tcp(fromPort: number, toPort: number, ...peers: readonly string[]): readonly FirewallFact[] {
  return peers.map((peer) => ({ protocol: 'tcp', fromPort, toPort, peer }));
}

function everything(...peers: readonly string[]): readonly FirewallFact[] {
  return peers.map((peer) => ({ protocol: '-1', fromPort: null, toPort: null, peer }));
}

/**
 * What people do to security groups: besides the two ports of the web there are ranges that hold more than was meant, everything for
 * everybody, IPv6 that nobody looked at, halves of the Internet, prefix lists and references. The groups that were there before
 * keep their place.
 */
export function withFirewalls(random: Random, groups: readonly SecurityGroup[]): readonly SecurityGroup[] {
  const [, web] = groups;
  const filled = groups.map((group) => ({ ...group, inbound: inboundOf(random, group, web) }));
  if (web === undefined) return filled;
  const more = MORE.filter(({ chance }) => random.chance(chance)).map(({ name, description, inbound }) => ({
    id: `sg-0${random.hex(16)}`,
    name,
    description,
    vpcId: web.vpcId,
    inbound: inbound(web.id, `pl-0${random.hex(16)}`),
  }));
  return [...filled, ...more];
}

function inboundOf(
  random: Random,
  { id, name }: SecurityGroup,
  web: SecurityGroup | undefined,
): readonly FirewallFact[] {
  switch (name) {
    case 'default':
      return everything(id);
    case 'web':
      return [...tcp(80, 80, INTERNET, INTERNET_IPV6), ...tcp(443, 443, INTERNET, INTERNET_IPV6)];
    case 'bastion':
      return tcp(22, 22, random.pick([INTERNET, INTERNET, OFFICE, INTERNET_IPV6]));
    case 'legacy-rdp':
      return tcp(3389, 3389, INTERNET);
    default:
      return [...tcp(0, 65_535, '10.0.0.0/8'), ...(web === undefined ? [] : tcp(8080, 8080, web.id))];
  }
}

const MORE: readonly {
  readonly name: string;
  readonly description: string;
  readonly chance: number;
  readonly inbound: (groupId: string, prefixListId: string) => readonly FirewallFact[];
}[] = [
  { name: 'database', description: 'PostgreSQL', chance: 0.5, inbound: (group) => tcp(5432, 5432, group, OFFICE) },
  { name: 'debug', description: 'For a day, in 2021', chance: 0.12, inbound: () => tcp(20, 9000, INTERNET) },
  { name: 'wide-open', description: 'Everything', chance: 0.1, inbound: () => everything(INTERNET) },
  {
    name: 'ipv6-only',
    description: 'Admin tools',
    chance: 0.12,
    inbound: () => [...tcp(22, 22, OFFICE), ...tcp(1, 65_535, INTERNET_IPV6)],
  },
  {
    name: 'two-halves',
    description: 'Not 0.0.0.0/0',
    chance: 0.08,
    inbound: () => tcp(22, 22, '0.0.0.0/1', '128.0.0.0/1'),
  },
  { name: 'partners', description: 'From a prefix list', chance: 0.2, inbound: (_, list) => tcp(22, 22, list) },
  {
    name: 'syslog',
    description: 'UDP only',
    chance: 0.15,
    inbound: () => [{ protocol: 'udp', fromPort: 514, toPort: 514, peer: INTERNET }],
  },
];

/** The network ACL of each VPC: AWS's own, which lets everything through, or one that somebody has written. */
export function createNetworkAcls(random: Random, vpcs: readonly Vpc[]): readonly NetworkAcl[] {
  return vpcs.map((vpc) => {
    const isDefault = vpc.isDefault || random.chance(0.6);
    const denied = random.chance(0.5);
    const inbound = isDefault
      ? [entry(100, 'allow', everything(INTERNET))]
      : [
          ...(denied
            ? [entry(90, 'deny', tcp(22, 22, INTERNET))]
            : [entry(90, 'deny', tcp(22, 22, '198.51.100.0/24'))]),
          entry(100, 'allow', tcp(0, 1024, INTERNET)),
          entry(110, 'allow', tcp(1025, 65_535, '10.0.0.0/8')),
        ];
    const last = entry(32_767, 'deny', everything(INTERNET));
    return {
      id: `acl-0${random.hex(16)}`,
      vpcId: vpc.id,
      isDefault,
      inbound: [...inbound, last].flat(),
      outbound: [entry(100, 'allow', everything(INTERNET)), last].flat(),
    };
  });
}

function entry(number: number, action: 'allow' | 'deny', rules: readonly FirewallFact[]): NetworkAcl['inbound'] {
  return rules.map((rule) => ({ ...rule, number, action }));
}
