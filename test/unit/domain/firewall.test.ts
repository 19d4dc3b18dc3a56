import { describe, expect, it } from 'vitest';
import { allowance } from '../../../src/domain/firewall.js';
import type { Json, JsonObject } from '../../../src/domain/json.js';
import { readTraffic, trafficText } from '../../../src/domain/traffic.js';

/** "tcp 22-23 from 0.0.0.0/0 sg-1": a permission as DescribeSecurityGroups returns it. */
function permission(text: string): JsonObject {
  const [, protocol = '', from, to = from, peers = ''] = /^(\S+)(?: (-?\d+)(?:-(\d+))?)? from (.+)$/.exec(text) ?? [];
  const all = peers.split(' ');
  return {
    IpProtocol: protocol,
    ...(from === undefined ? {} : { FromPort: Number(from), ToPort: Number(to) }),
    IpRanges: all.filter((peer) => /^\d+\./.test(peer)).map((CidrIp) => ({ CidrIp, Description: 'why' })),
    Ipv6Ranges: all.filter((peer) => peer.includes(':')).map((CidrIpv6) => ({ CidrIpv6 })),
    PrefixListIds: all.filter((peer) => peer.startsWith('pl-')).map((PrefixListId) => ({ PrefixListId })),
    UserIdGroupPairs: all.filter((peer) => peer.startsWith('sg-')).map((GroupId) => ({ GroupId, UserId: '1' })),
  };
}

function asked(cell: Json, text: string) {
  const traffic = readTraffic(text);
  if (traffic === undefined) throw new Error(`"${text}" is no traffic`);
  return allowance(cell, traffic);
}

function of(text: string, ...permissions: readonly string[]) {
  return asked(permissions.map(permission), text);
}

const SSH = 'tcp 22 from anywhere';

describe('the rules of a security group', () => {
  it.each([
    ['the port itself', 'tcp 22 from 0.0.0.0/0'],
    ['a range of ports around it', 'tcp 20-9000 from 0.0.0.0/0'],
    ['every protocol', '-1 from 0.0.0.0/0'],
    ['every port, by -1', 'tcp -1 from 0.0.0.0/0'],
    ['no ports at all', 'tcp from 0.0.0.0/0'],
    ['TCP by its number', '6 22 from 0.0.0.0/0'],
    ['IPv6', 'tcp 22 from ::/0'],
    ['everybody among others', 'tcp 22 from 10.0.0.0/8 0.0.0.0/0 sg-1'],
    ['all of global unicast', 'tcp 22 from 2000::/3'],
    ['an address with bits behind its prefix', 'tcp 22 from 1.2.3.4/0'],
  ])('let the world in by %s', (_, rule) => {
    expect(of(SSH, rule).kind).toBe('allowed');
  });

  it.each([
    ['nothing at all', []],
    ['another port', ['tcp 23 from 0.0.0.0/0', 'tcp 80-443 from 0.0.0.0/0']],
    ['UDP', ['udp 22 from 0.0.0.0/0']],
    ['ICMP, whose types are no ports', ['icmp 0-255 from 0.0.0.0/0', 'icmpv6 from ::/0']],
    ['another protocol', ['132 from 0.0.0.0/0']],
    ['groups', ['tcp 22 from sg-1 sg-2']],
    ['private addresses', ['-1 from 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16']],
    ['an office', ['tcp 22 from 203.0.113.0/24 2001:db8::/32']],
    ['IPv6 link-local and unique local addresses', ['tcp 22 from fe80::/10 fc00::/7']],
  ])('do not let the world in by %s', (_, rules) => {
    expect(of(SSH, ...rules)).toEqual({ kind: 'not-allowed' });
  });

  it('let the world in by several ranges together, over all public addresses', () => {
    const withoutPrivate =
      '0.0.0.0/5 8.0.0.0/7 11.0.0.0/8 12.0.0.0/6 16.0.0.0/4 32.0.0.0/3 64.0.0.0/2 128.0.0.0/3 160.0.0.0/5 168.0.0.0/6 172.0.0.0/12 172.32.0.0/11 172.64.0.0/10 172.128.0.0/9 173.0.0.0/8 174.0.0.0/7 176.0.0.0/4 192.0.0.0/9 192.128.0.0/11 192.160.0.0/13 192.169.0.0/16 192.170.0.0/15 192.172.0.0/14 192.176.0.0/12 192.192.0.0/10 193.0.0.0/8 194.0.0.0/7 196.0.0.0/6 200.0.0.0/5 208.0.0.0/4';

    expect(of(SSH, 'tcp 22 from 0.0.0.0/1', 'tcp 0-1024 from 128.0.0.0/1')).toEqual({
      kind: 'allowed',
      rules: ['tcp 22 from 0.0.0.0/1', 'tcp 0-1024 from 128.0.0.0/1'],
    });
    expect(of(SSH, `tcp 22 from ${withoutPrivate}`).kind).toBe('allowed');
    expect(of(SSH, 'tcp 22 from 0.0.0.0/1', 'tcp 23 from 128.0.0.0/1').kind).toBe('unclear');
  });

  it('are unclear where the addresses are in a prefix list, or most of the Internet gets in', () => {
    expect(of(SSH, 'tcp 0-100 from pl-1')).toEqual({
      kind: 'unclear',
      why: 'tcp 0-100 from pl-1, a prefix list whose entries this call does not return',
    });
    expect(of(SSH, 'tcp 22 from 128.0.0.0/1')).toEqual({
      kind: 'unclear',
      why: 'tcp 22 from 128.0.0.0/1, which is a part of it',
    });
    expect(of(SSH, 'tcp 23 from pl-1', 'tcp 22 from 10.0.0.0/7').kind).toBe('unclear');
    expect(of(SSH, 'tcp 23 from pl-1', 'tcp 22 from 44.0.0.0/8').kind).toBe('not-allowed');
    expect(of(SSH, 'tcp 22 from pl-1', 'tcp 22 from 0.0.0.0/0').kind).toBe('allowed');
  });

  it.each<readonly [string, Json]>([
    ['text, because the list was too long for a cell', '[{"IpProtocol": "tcp", "FromPort": 22... [cut]'],
    ['of an unknown protocol', [{ ...permission('tcp 22 from 10.0.0.0/8'), IpProtocol: 'quic' }]],
    ['without a protocol', [{ FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]],
    ['with a range that is none', [permission('tcp 22 from 0.0.0.0/0.1')]],
    ['with a peer that names nobody', [{ ...permission('tcp 22 from sg-1'), IpRanges: [{}] }]],
    ['with ranges that are no list', [{ ...permission('tcp 22 from sg-1'), IpRanges: 'all' }]],
    ['nothing that is a rule', [[null], 7, true]],
  ])('are unclear when they are %s', (_, cell) => {
    expect(asked(cell, SSH)).toEqual({
      kind: 'unclear',
      why: 'its rules were cut, or are of a form that is not known',
    });
  });

  it('let in what one that is understood does, whatever the others are', () => {
    expect(asked([{ unknown: true }, permission('tcp 22 from 0.0.0.0/0')], SSH).kind).toBe('allowed');
  });

  it.each([
    ['port 22 from anywhere', ['udp 22 from 0.0.0.0/0'], 'allowed'],
    ['tcp 8000-8100 from anywhere', ['tcp 8050 from 0.0.0.0/0'], 'allowed'],
    ['tcp 8000-8100 from anywhere', ['tcp 8101-9000 from 0.0.0.0/0'], 'not-allowed'],
    ['tcp 22 or tcp 3389 from anywhere', ['tcp 3389 from ::/0'], 'allowed'],
    ['icmp from anywhere', ['icmp -1 from 0.0.0.0/0'], 'allowed'],
    ['icmp from anywhere', ['icmpv6 from ::/0'], 'allowed'],
    ['icmp from anywhere', ['tcp 0-65535 from ::/0'], 'not-allowed'],
    ['any traffic from anywhere', ['50 from 0.0.0.0/0'], 'allowed'],
    ['any traffic from anywhere', ['icmp 8 from 0.0.0.0/0'], 'allowed'],
    ['any traffic from anywhere', ['-1 from sg-1'], 'not-allowed'],
    ['all traffic from anywhere', ['-1 from 0.0.0.0/0'], 'allowed'],
    ['all traffic from anywhere', ['tcp 0-65535 from 0.0.0.0/0'], 'not-allowed'],
    ['all ports from anywhere', ['tcp 1-65535 from 0.0.0.0/0'], 'allowed'],
    ['all ports from anywhere', ['tcp 1-1000 from 0.0.0.0/0', 'tcp 1001-65535 from 0.0.0.0/0'], 'allowed'],
    ['all ports from anywhere', ['tcp 1-1000 from 0.0.0.0/0', 'udp 1001-65535 from 0.0.0.0/0'], 'not-allowed'],
    ['tcp 22 from 0.0.0.0/0', ['tcp 22 from ::/0'], 'not-allowed'],
    ['tcp 22 from ::/0', ['tcp 22 from 0.0.0.0/0'], 'not-allowed'],
    ['tcp 22 from ::/0', ['-1 from ::/0'], 'allowed'],
    ['tcp 22 from any source', ['tcp 22 from sg-1'], 'allowed'],
    ['tcp 22 from any source', ['tcp 22 from pl-1'], 'allowed'],
    ['tcp 22 from any source', ['tcp 23 from 0.0.0.0/0'], 'not-allowed'],
    ['port 8080 from 10.0.0.0/8', ['tcp 8080 from 10.0.0.0/8'], 'allowed'],
    ['port 8080 from 10.0.0.0/8', ['tcp 8080 from 0.0.0.0/0'], 'allowed'],
    ['port 8080 from 10.0.0.0/8', ['tcp 8080 from 10.0.0.0/9 10.128.0.0/9'], 'allowed'],
    ['port 8080 from 10.0.0.0/8', ['tcp 8080 from 10.1.0.0/16'], 'unclear'],
    ['port 8080 from 10.0.0.0/8', ['tcp 8080 from 192.168.0.0/16 sg-1'], 'not-allowed'],
    ['port 8080 from 10.1.2.3', ['tcp 8080 from 10.1.0.0/16'], 'allowed'],
    ['tcp 22 from 2001:db8::1', ['tcp 22 from 2001:db8::/32'], 'allowed'],
  ])('answer "%s" of %j as %s', (text, rules, kind) => {
    expect(of(text, ...rules).kind).toBe(kind);
  });

  it('are shown once each, and not more than can be read', () => {
    const many = Array.from({ length: 30 }, (_, index) => `tcp ${index} from 0.0.0.0/0 0.0.0.0/0`);

    const allowed = of('any traffic from anywhere', ...many);

    expect(allowed.kind === 'allowed' && [allowed.rules.length, allowed.rules[0], allowed.rules.at(-1)]).toEqual([
      21,
      'tcp 0 from 0.0.0.0/0',
      'and 10 more',
    ]);
  });
});

const rule = (more: JsonObject): JsonObject => ({
  SecurityGroupRuleId: 'sgr-1',
  GroupId: 'sg-1',
  IsEgress: false,
  IpProtocol: '-1',
  FromPort: -1,
  ToPort: -1,
  ...more,
});

describe('security group rules', () => {
  it.each<readonly [string, JsonObject, string]>([
    ['everybody over IPv4', { CidrIpv4: '0.0.0.0/0' }, 'allowed'],
    ['everybody over IPv6', { CidrIpv6: '::/0', IpProtocol: 'tcp', FromPort: 1, ToPort: 22 }, 'allowed'],
    ['what goes out', { CidrIpv4: '0.0.0.0/0', IsEgress: true }, 'not-allowed'],
    ['a group', { ReferencedGroupInfo: { GroupId: 'sg-2', UserId: '1' } }, 'not-allowed'],
    ['a prefix list', { PrefixListId: 'pl-1' }, 'unclear'],
    ['nobody', {}, 'unclear'],
  ])('for %s are understood', (_, more, kind) => {
    expect(asked(rule(more), SSH).kind).toBe(kind);
  });
});

/** "100 allow tcp 22 from 0.0.0.0/0" */
const entry = (text: string): JsonObject => {
  const [number, action = '', protocol = '', ports, way, range = ''] = text.split(' ');
  const [From, To = From] = (ports ?? '').split('-').map(Number);
  return {
    RuleNumber: Number(number),
    RuleAction: action,
    Protocol: protocol === 'tcp' ? '6' : protocol === 'udp' ? '17' : '-1',
    Egress: way === 'to',
    ...(range.includes(':') ? { Ipv6CidrBlock: range } : { CidrBlock: range }),
    ...(ports === '*' ? {} : { PortRange: { From: From ?? 0, To: To ?? 0 } }),
  };
};

function through(text: string, ...entries: readonly string[]) {
  return asked(entries.map(entry), text).kind;
}

describe('the entries of a network ACL', () => {
  const LAST = '32767 deny all * from 0.0.0.0/0';

  it.each([
    ['allowed', ['100 allow all * from 0.0.0.0/0', LAST]],
    ['allowed', [LAST, '100 allow tcp 0-1024 from 0.0.0.0/0']],
    ['allowed', ['100 allow tcp 22 from ::/0', '90 deny tcp 22 from 0.0.0.0/0']],
    ['allowed', ['90 deny tcp 22 from 198.51.100.0/24', '100 allow all * from 0.0.0.0/0', LAST]],
    ['allowed', ['110 deny tcp 22 from 0.0.0.0/0', '100 allow tcp 22 from 0.0.0.0/0']],
    ['not-allowed', ['90 deny tcp 22 from 0.0.0.0/0', '100 allow all * from 0.0.0.0/0', LAST]],
    [
      'not-allowed',
      ['80 deny tcp 22 from 0.0.0.0/1', '90 deny tcp 22 from 128.0.0.0/1', '100 allow all * from 0.0.0.0/0'],
    ],
    ['not-allowed', ['100 allow all * to 0.0.0.0/0', LAST]],
    ['not-allowed', ['100 allow tcp 22 from 10.0.0.0/8', LAST]],
    ['not-allowed', [LAST]],
  ])('are %s by %j', (kind, entries) => {
    expect(through(SSH, ...entries)).toBe(kind);
  });

  it('are asked for what goes out by its own direction', () => {
    const entries = ['100 allow tcp 443 to 0.0.0.0/0', '100 allow tcp 22 from 0.0.0.0/0'];

    expect(through('tcp 443 to anywhere', ...entries)).toBe('allowed');
    expect(through('tcp 22 to anywhere', ...entries)).toBe('not-allowed');
  });

  it('are shown with their numbers', () => {
    expect(asked([entry('100 allow tcp 22 from 0.0.0.0/0')], SSH)).toEqual({
      kind: 'allowed',
      rules: ['rule 100 allows tcp 22 from 0.0.0.0/0'],
    });
  });
});

describe('traffic as text', () => {
  it.each([
    'tcp 22 from anywhere',
    'tcp 80 or port 8000-8100 from 10.0.0.0/8',
    'udp 53 to ::/0',
    'all traffic from anywhere',
    'all ports to anywhere',
    'any traffic from any source',
    'icmp to any destination',
  ])('"%s" is read as it is written', (text) => {
    const traffic = readTraffic(text);

    expect(traffic === undefined ? undefined : trafficText(traffic)).toBe(text);
  });

  it.each([
    '',
    'tcp 22',
    'tcp 22 from the moon',
    'tcp 99999 from anywhere',
    'tcp 30-20 from anywhere',
    'ssh from anywhere',
  ])('"%s" is none', (text) => {
    expect(readTraffic(text)).toBeUndefined();
  });
});
