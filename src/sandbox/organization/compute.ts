import { randomTime, type Random } from './random.js';
import type { AccountProfile, Ec2Instance, SecurityGroup, Subnet, Volume, Vpc } from './model.js';

/** EC2 of one Region: the network that every Region has, and machines where the account is at work. */
export interface Compute {
  readonly ec2Instances: readonly Ec2Instance[];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly volumes: readonly Volume[];
}

export function createCompute(random: Random, account: AccountProfile, region: string, active: boolean): Compute {
  const network = defaultNetwork(random, region);
  if (!active) return { ...network, ec2Instances: [], volumes: [] };
  addWorkloadNetwork(network, random, account, region);
  return { ...network, ...createInstances(random, account, network) };
}

interface Network {
  readonly vpcs: Vpc[];
  readonly subnets: Subnet[];
  readonly securityGroups: SecurityGroup[];
}

/** What AWS makes by itself in every Region of a new account. */
function defaultNetwork(random: Random, region: string): Network {
  const vpc = { id: `vpc-0${random.hex(16)}`, name: null, cidr: '172.31.0.0/16', isDefault: true };
  const subnets = ['a', 'b', 'c'].map((zone, index) => ({
    id: `subnet-0${random.hex(16)}`,
    name: null,
    vpcId: vpc.id,
    cidr: `172.31.${String(index * 16)}.0/20`,
    availabilityZone: region + zone,
    isPublic: true,
    isDefault: true,
  }));
  const group = {
    id: `sg-0${random.hex(16)}`,
    name: 'default',
    description: 'default VPC security group',
    vpcId: vpc.id,
    inbound: [],
  };
  return { vpcs: [vpc], subnets, securityGroups: [group] };
}

function addWorkloadNetwork(network: Network, random: Random, account: AccountProfile, region: string): void {
  const second = random.integer(0, 250);
  const vpc = {
    id: `vpc-0${random.hex(16)}`,
    name: `${account.environment}-main`,
    cidr: `10.${String(second)}.0.0/16`,
    isDefault: false,
  };
  network.vpcs.push(vpc);
  for (const [index, zone] of ['a', 'b', 'c'].entries()) {
    for (const isPublic of [true, false]) {
      network.subnets.push({
        id: `subnet-0${random.hex(16)}`,
        name: `${account.environment}-${isPublic ? 'public' : 'private'}-${zone}`,
        vpcId: vpc.id,
        cidr: `10.${String(second)}.${String(index * 32 + (isPublic ? 0 : 16))}.0/20`,
        availabilityZone: region + zone,
        isPublic,
        isDefault: false,
      });
    }
  }
  // Their rules are made apart (firewalls.ts).
  const group = (name: string, description: string): void => {
    network.securityGroups.push({ id: `sg-0${random.hex(16)}`, name, description, vpcId: vpc.id, inbound: [] });
  };
  group('web', 'Load balanced web traffic');
  group('application', 'Application tier');
  if (random.chance(0.35)) group('bastion', 'SSH for administrators');
  if (random.chance(0.12)) group('legacy-rdp', 'Remote desktop, to be removed');
}

const TYPES = ['t3.micro', 't3.medium', 'm5.large', 'm6i.large', 'm6i.xlarge', 'c6i.large', 'r6i.large'] as const;
const ARM_TYPES = ['t4g.small', 'm7g.large', 'c7g.medium'] as const;
const PURPOSES = ['api', 'web', 'worker', 'batch', 'bastion', 'cache', 'scheduler', 'gateway', 'indexer'] as const;
/** Names that break a careless table, CSV or CSV reader: they exist in real accounts. */
const AWKWARD_NAMES = [
  'café-renderer ☕',
  'api | blue',
  '"quoted", with comma',
  '=SUM(A1:A9)',
  'old_server__do_not_delete',
] as const;

function createInstances(
  random: Random,
  account: AccountProfile,
  network: Network,
): { ec2Instances: Ec2Instance[]; volumes: Volume[] } {
  const instances: Ec2Instance[] = [];
  const volumes: Volume[] = [];
  const count = account.environment === 'production' ? random.integer(4, 9) : random.integer(1, 5);
  let reservationId = `r-0${random.hex(16)}`;
  for (let index = 0; index < count; index += 1) {
    // Instances that were launched together share a reservation, as they do in DescribeInstances.
    if (random.chance(0.7)) reservationId = `r-0${random.hex(16)}`;
    const instance = createInstance(random, account, network, reservationId);
    const attached = instance.state === 'terminated' ? [] : createAttachedVolumes(random, instance);
    volumes.push(...attached);
    instances.push({ ...instance, volumeIds: attached.map((volume) => volume.id) });
  }
  for (let left = random.integer(0, 2); left > 0; left -= 1) volumes.push(looseVolume(random, network));
  return { ec2Instances: instances, volumes };
}

function createInstance(random: Random, account: AccountProfile, network: Network, reservationId: string): Ec2Instance {
  const subnets = network.subnets.filter((candidate) => !candidate.isDefault);
  const subnet = subnets[random.integer(0, subnets.length - 1)];
  if (subnet === undefined) throw new Error('An active Region has workload subnets.');
  const roll = random.next();
  const state = roll < 0.74 ? 'running' : roll < 0.94 ? 'stopped' : 'terminated';
  const isArm = random.chance(0.25);
  const purpose = random.pick(PURPOSES);
  const named = random.chance(0.93);
  const number = String(random.integer(1, 40)).padStart(2, '0');
  const name = random.chance(0.04) ? random.pick(AWKWARD_NAMES) : `${account.environment}-${purpose}-${number}`;
  const gone = state === 'terminated';
  const network24 = subnet.cidr.split('.').slice(0, 3).join('.');
  const group = network.securityGroups[random.integer(1, network.securityGroups.length - 1)];
  return {
    id: `i-0${random.hex(16)}`,
    reservationId,
    name: named ? name : null,
    state,
    type: isArm ? random.pick(ARM_TYPES) : random.pick(TYPES),
    imageId: `ami-0${random.hex(16)}`,
    launchTime: randomTime(random, 2024, 2026),
    availabilityZone: subnet.availabilityZone,
    vpcId: gone ? null : subnet.vpcId,
    subnetId: gone ? null : subnet.id,
    privateIp: gone ? null : `${network24}.${String(random.integer(4, 250))}`,
    publicIp: state === 'running' && subnet.isPublic ? publicAddress(random) : null,
    securityGroupIds: gone || group === undefined ? [] : [group.id],
    volumeIds: [],
    requiresImdsV2: random.chance(0.7),
    monitored: random.chance(0.3),
    instanceProfile: random.chance(0.8) ? `${purpose}-instance` : null,
    keyName: random.chance(0.3) ? 'operations-2023' : null,
    architecture: isArm ? 'arm64' : 'x86_64',
    tags: {
      ...(named ? { Name: name } : {}),
      Environment: account.environment,
      ...(random.chance(0.8) ? { Team: account.tags['team'] ?? 'unknown' } : {}),
    },
  };
}

/** From the ranges that RFC 5737 and RFC 2544 keep for documentation and tests. */
function publicAddress(random: Random): string {
  return `198.${String(random.integer(18, 19))}.${String(random.integer(0, 255))}.${String(random.integer(1, 254))}`;
}

function createAttachedVolumes(random: Random, instance: Ec2Instance): Volume[] {
  const devices = random.chance(0.35) ? ['/dev/xvda', '/dev/sdf'] : ['/dev/xvda'];
  return devices.map((device, index) => ({
    id: `vol-0${random.hex(16)}`,
    name: instance.name === null ? null : `${instance.name}-${index === 0 ? 'root' : 'data'}`,
    sizeGiB: index === 0 ? random.pick([8, 20, 30, 50]) : random.pick([100, 200, 500]),
    type: random.pick(['gp2', 'gp3', 'gp3']),
    encrypted: random.chance(0.75),
    attachedTo: instance.id,
    device,
    availabilityZone: instance.availabilityZone,
    createdAt: instance.launchTime,
  }));
}

function looseVolume(random: Random, network: Network): Volume {
  return {
    id: `vol-0${random.hex(16)}`,
    name: random.chance(0.5) ? 'left-over-data' : null,
    sizeGiB: random.pick([50, 100, 1000]),
    type: random.pick(['gp2', 'gp3', 'io2']),
    encrypted: random.chance(0.4),
    attachedTo: null,
    device: null,
    availabilityZone: network.subnets[0]?.availabilityZone ?? '',
    createdAt: randomTime(random, 2021, 2025),
  };
}
