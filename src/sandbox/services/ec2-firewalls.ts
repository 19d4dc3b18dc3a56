import type { JsonObject } from '../../domain/json.js';
import type { FirewallFact, NetworkAcl, NetworkAclRule, SecurityGroup } from '../organization/model.js';
import { select, type Kind } from './ec2-network.js';
import { ec2Page } from './ec2-paging.js';
import { nextPage } from './paging.js';
import type { CallContext } from './service.js';

/** Security groups never have rules for what goes out but AWS's own, which lets everything. */
const OUTBOUND: FirewallFact = { protocol: '-1', fromPort: null, toPort: null, peer: '0.0.0.0/0' };

const SECURITY_GROUPS: Kind<SecurityGroup> = {
  idsParameter: 'GroupIds',
  idOf: (group) => group.id,
  words: {
    code: 'InvalidGroup.NotFound',
    noun: 'security group',
    prefix: 'sg-',
    malformed: 'InvalidGroupId.Malformed',
  },
  filters: {
    'group-id': (group) => group.id,
    'group-name': (group) => group.name,
    'vpc-id': (group) => group.vpcId,
    description: (group) => group.description,
  },
  tags: () => ({}),
};

export function describeSecurityGroups(context: CallContext): JsonObject {
  const names = context.params.texts('GroupNames');
  const all = context.regional.securityGroups.filter((group) => names?.includes(group.name) ?? true);
  const { items, next } = ec2Page(context, select(context, SECURITY_GROUPS, all), 5);
  return {
    SecurityGroups: items.map((group) => ({
      GroupId: group.id,
      GroupName: group.name,
      Description: group.description,
      VpcId: group.vpcId,
      OwnerId: context.account.id,
      SecurityGroupArn: `arn:aws:ec2:${context.region}:${context.account.id}:security-group/${group.id}`,
      IpPermissions: permissions(context, group, group.inbound),
      IpPermissionsEgress: permissions(context, group, [OUTBOUND]),
    })),
    ...nextPage('NextToken', next),
  };
}

/** Rules for the same ports are one permission with several peers. */
function permissions(
  context: CallContext,
  group: SecurityGroup,
  rules: readonly FirewallFact[],
): readonly JsonObject[] {
  return [...new Set(rules.map(portsOf))].map((ports) => {
    const same = rules.filter((rule) => portsOf(rule) === ports);
    const [first] = same;
    const peers = same.map(({ peer }) => peer);
    return {
      IpProtocol: first?.protocol ?? '-1',
      ...(first === undefined || first.fromPort === null ? {} : { FromPort: first.fromPort, ToPort: first.toPort }),
      IpRanges: peers.filter(isIpv4).map((CidrIp) => ({ CidrIp })),
      Ipv6Ranges: peers.filter(isIpv6).map((CidrIpv6) => ({ CidrIpv6 })),
      PrefixListIds: peers.filter((peer) => peer.startsWith('pl-')).map((PrefixListId) => ({ PrefixListId })),
      UserIdGroupPairs: peers
        .filter((peer) => peer.startsWith('sg-'))
        .map((GroupId) => ({
          GroupId,
          UserId: context.account.id,
          ...(GroupId === group.id ? {} : { Description: 'Tier below' }),
        })),
    };
  });
}

function portsOf({ protocol, fromPort, toPort }: FirewallFact): string {
  return [protocol, fromPort, toPort].join();
}

function isIpv4(peer: string): boolean {
  return /^\d+\./.test(peer);
}

function isIpv6(peer: string): boolean {
  return peer.includes(':');
}

interface Rule extends FirewallFact {
  readonly id: string;
  readonly group: SecurityGroup;
  readonly egress: boolean;
}

const RULES: Kind<Rule> = {
  idsParameter: 'SecurityGroupRuleIds',
  idOf: (rule) => rule.id,
  words: {
    code: 'InvalidSecurityGroupRuleId.NotFound',
    noun: 'security group rule ID',
    prefix: 'sgr-',
    malformed: 'InvalidSecurityGroupRuleId.Malformed',
  },
  filters: { 'group-id': ({ group }) => group.id, 'security-group-rule-id': ({ id }) => id },
  tags: () => ({}),
};

export function describeSecurityGroupRules(context: CallContext): JsonObject {
  const rules = context.regional.securityGroups.flatMap((group) =>
    [...group.inbound, OUTBOUND].map((rule, index): Rule => {
      // Ids that are their own, and the same whenever they are asked for.
      const id = `sgr-${group.id.slice('sg-'.length, -2)}${index.toString(16).padStart(2, '0')}`;
      return { ...rule, id, group, egress: rule === OUTBOUND };
    }),
  );
  const { items, next } = ec2Page(context, select(context, RULES, rules), 5);
  return {
    SecurityGroupRules: items.map(({ id, group, egress, protocol, fromPort, toPort, peer }) => ({
      SecurityGroupRuleId: id,
      GroupId: group.id,
      GroupOwnerId: context.account.id,
      IsEgress: egress,
      IpProtocol: protocol,
      FromPort: fromPort ?? -1,
      ToPort: toPort ?? -1,
      ...(isIpv4(peer) ? { CidrIpv4: peer } : {}),
      ...(isIpv6(peer) ? { CidrIpv6: peer } : {}),
      ...(peer.startsWith('pl-') ? { PrefixListId: peer } : {}),
      ...(peer.startsWith('sg-') ? { ReferencedGroupInfo: { GroupId: peer, UserId: context.account.id } } : {}),
      Tags: [],
    })),
    ...nextPage('NextToken', next),
  };
}

const NETWORK_ACLS: Kind<NetworkAcl> = {
  idsParameter: 'NetworkAclIds',
  idOf: (acl) => acl.id,
  words: {
    code: 'InvalidNetworkAclID.NotFound',
    noun: 'network ACL ID',
    prefix: 'acl-',
    malformed: 'InvalidNetworkAclId.Malformed',
  },
  filters: {
    'network-acl-id': (acl) => acl.id,
    'vpc-id': (acl) => acl.vpcId,
    default: (acl) => String(acl.isDefault),
  },
  tags: () => ({}),
};

export function describeNetworkAcls(context: CallContext): JsonObject {
  const { items, next } = ec2Page(context, select(context, NETWORK_ACLS, context.regional.networkAcls), 5);
  return {
    NetworkAcls: items.map((acl) => ({
      NetworkAclId: acl.id,
      VpcId: acl.vpcId,
      OwnerId: context.account.id,
      IsDefault: acl.isDefault,
      Associations: [],
      Tags: [],
      Entries: [...acl.outbound.map((rule) => entryOf(rule, true)), ...acl.inbound.map((rule) => entryOf(rule, false))],
    })),
    ...nextPage('NextToken', next),
  };
}

/** Network ACLs call protocols by their numbers. */
const PROTOCOL_NUMBERS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1' };

function entryOf({ number, action, protocol, fromPort, toPort, peer }: NetworkAclRule, egress: boolean): JsonObject {
  return {
    RuleNumber: number,
    RuleAction: action,
    Protocol: PROTOCOL_NUMBERS[protocol] ?? protocol,
    Egress: egress,
    ...(isIpv6(peer) ? { Ipv6CidrBlock: peer } : { CidrBlock: peer }),
    ...(fromPort === null ? {} : { PortRange: { From: fromPort, To: toPort } }),
  };
}
