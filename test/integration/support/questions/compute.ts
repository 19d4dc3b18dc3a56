import { countsBy, countsOf } from '../ground-truth.js';
import { instances, instancesWhere, volumesWhere } from './lists.js';
import { isWorld } from './firewalls.js';
import { enabled, only, own, type Asking, type Question } from './question.js';

/** EC2: instances, disks and networks. */
export function computeQuestions({ accounts, ask, all }: Asking): readonly Question[] {
  const [first] = accounts;
  const someName = first?.regions.flatMap((name) => first.byRegion.get(name)?.ec2Instances ?? []).find((x) => x.name);
  const runningEverywhere = all(
    own,
    instancesWhere(({ state }) => state === 'running'),
  );

  return [
    ask('How many EC2 instances are running in each account?', countsOf(accounts, runningEverywhere)),
    ask('List EC2 instances', all(own, instances)),
    ask(
      'List stopped EC2 instances in all Regions',
      all(
        enabled,
        instancesWhere(({ state }) => state === 'stopped'),
      ),
    ),
    ask(
      'List running EC2 instances in eu-west-1',
      all(
        only('eu-west-1'),
        instancesWhere((x) => x.state === 'running'),
      ),
    ),
    ask(
      'List EC2 instances of type m6i.large in us-east-1 and eu-west-1',
      all(
        only('us-east-1', 'eu-west-1'),
        instancesWhere(({ type }) => type === 'm6i.large'),
      ),
    ),
    ask(
      'Which EC2 instances are tagged Team=payments?',
      all(
        own,
        instancesWhere((x) => x.tags['Team'] === 'payments'),
      ),
    ),
    ask(
      `List EC2 instances named "${someName?.name ?? ''}"`,
      all(
        own,
        instancesWhere(({ name }) => name === someName?.name),
      ),
    ),
    ask(
      'Which EC2 instances have a public IP?',
      all(
        own,
        instancesWhere(({ publicIp }) => publicIp !== null),
      ),
    ),
    ask(
      'Which EC2 instances do not require IMDSv2?',
      all(
        own,
        instancesWhere((x) => !x.requiresImdsV2),
      ),
    ),
    ask('How many EC2 instances per type?', countsBy(accounts, all(own, instances), 'Type')),
    ask('How many EC2 instances are there per state?', countsBy(accounts, all(own, instances), 'State')),
    ask(
      'List EBS volumes',
      all(
        own,
        volumesWhere(() => true),
      ),
    ),
    ask(
      'Which EBS volumes are unencrypted?',
      all(
        own,
        volumesWhere(({ encrypted }) => !encrypted),
      ),
    ),
    ask(
      'Which EBS volumes are unattached?',
      all(
        own,
        volumesWhere(({ attachedTo }) => attachedTo === null),
      ),
    ),
    ask(
      'List default VPCs in all Regions',
      all(enabled, (region) =>
        region.vpcs.filter((vpc) => vpc.isDefault).map(({ id, cidr }) => ({ 'VPC ID': id, CIDR: cidr, Default: true })),
      ),
    ),
    ask(
      'List VPCs in eu-central-1',
      all(only('eu-central-1'), (region) => region.vpcs.map(({ id, cidr }) => ({ 'VPC ID': id, CIDR: cidr }))),
    ),
    ask(
      'Which security groups are open to the world?',
      all(own, (region) =>
        region.securityGroups
          .filter(({ inbound }) => isWorld(inbound.map(({ peer }) => peer)))
          .map(({ id, name }) => ({ 'Group ID': id, Group: name })),
      ),
    ),
  ];
}
