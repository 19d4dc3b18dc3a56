import { countsOf, type Row, type TrueRegion } from '../ground-truth.js';
import { own, type Asking, type Question } from './question.js';

type Group = TrueRegion['securityGroups'][number];
type Rule = Group['inbound'][number];

/** The ways in which the sandbox's rules name everybody. */
export function isWorld(peers: readonly string[]): boolean {
  return (
    peers.includes('0.0.0.0/0') ||
    peers.includes('::/0') ||
    ['0.0.0.0/1', '128.0.0.0/1'].every((half) => peers.includes(half))
  );
}

/** The peers of the rules that let TCP to a port in. */
function tcpPeers(inbound: readonly Rule[], port: number): readonly string[] {
  return inbound
    .filter(
      ({ protocol, fromPort, toPort }) =>
        protocol === '-1' || (protocol === 'tcp' && (fromPort ?? 0) <= port && port <= (toPort ?? 0)),
    )
    .map(({ peer }) => peer);
}

function shown({ id, name }: Group): Row {
  return { 'Group ID': id, Group: name };
}

/** Only prefix lists could let more in than is seen. */
function isUnclear({ inbound }: Group): boolean {
  const peers = tcpPeers(inbound, 22);
  return !isWorld(peers) && peers.some((peer) => peer.startsWith('pl-'));
}

/** What security groups and network ACLs let in. */
export function firewallQuestions({ accounts, ask, all }: Asking): readonly Question[] {
  const groups = (isMeant: (group: Group) => boolean) =>
    all(own, (region) => region.securityGroups.filter(isMeant).map(shown));
  const open = (port: number) => groups(({ inbound }) => isWorld(tcpPeers(inbound, port)));

  return [
    ask('Which security groups allow SSH from anywhere?', open(22)),
    ask('security groups with port 3389 open to 0.0.0.0/0', open(3389)),
    ask('Which security groups allow PostgreSQL from the internet?', open(5432)),
    ask('How many security groups allow SSH from anywhere in each account?', countsOf(accounts, open(22))),
    ask(
      'Which security groups do not allow SSH from anywhere?',
      groups((group) => !isWorld(tcpPeers(group.inbound, 22)) && !isUnclear(group)),
    ),
    ask(
      'Which security groups allow all traffic from anywhere?',
      groups(({ inbound }) => inbound.some(({ protocol, peer }) => protocol === '-1' && isWorld([peer]))),
    ),
    ask(
      'security groups with port 22 open to ::/0',
      groups(({ inbound }) => tcpPeers(inbound, 22).includes('::/0')),
    ),
    ask(
      'security groups that allow inbound 8080 from 10.0.0.0/8',
      groups(({ inbound }) => tcpPeers(inbound, 8080).some((peer) => peer === '10.0.0.0/8' || peer === '0.0.0.0/0')),
    ),
    ask(
      'Which network ACLs allow SSH from anywhere?',
      all(own, (region) =>
        region.networkAcls
          .filter(({ inbound }) => {
            const [first] = inbound
              .filter((rule) => isWorld([rule.peer]) && tcpPeers([rule], 22).length > 0)
              .sort((left, right) => left.number - right.number);
            return first?.action === 'allow';
          })
          .map(({ id }) => ({ 'Network ACL ID': id })),
      ),
    ),
  ];
}
