import type { JsonObject } from '../../domain/json.js';
import type { Ec2Instance } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { applyFilters, checkFilterNames, tagFilterValues } from './ec2-filters.js';
import { ec2Page, refuseMissing } from './ec2-paging.js';
import { nextPage } from './paging.js';
import { tagList, type CallContext } from './service.js';

const STATE_CODES = { running: 16, terminated: 48, stopped: 80 } as const;

const FILTERS = [
  'architecture',
  'availability-zone',
  'image-id',
  'instance-id',
  'instance-state-name',
  'instance-type',
  'ip-address',
  'key-name',
  'private-ip-address',
  'subnet-id',
  'tag-key',
  'tag:',
  'vpc-id',
];

function filterValues(instance: Ec2Instance, name: string): readonly (string | null)[] | undefined {
  const values: Readonly<Record<string, string | null>> = {
    architecture: instance.architecture,
    'availability-zone': instance.availabilityZone,
    'image-id': instance.imageId,
    'instance-id': instance.id,
    'instance-state-name': instance.state,
    'instance-type': instance.type,
    'ip-address': instance.publicIp,
    'key-name': instance.keyName,
    'private-ip-address': instance.privateIp,
    'subnet-id': instance.subnetId,
    'vpc-id': instance.vpcId,
  };
  return name in values ? [values[name] ?? null] : tagFilterValues(instance.tags, name);
}

function selectInstances(context: CallContext): readonly Ec2Instance[] {
  const all = context.regional.ec2Instances;
  const ids = context.params.texts('InstanceIds');
  refuseMissing(ids, new Set(all.map((instance) => instance.id)), {
    code: 'InvalidInstanceID.NotFound',
    noun: 'instance ID',
    prefix: 'i-',
    malformed: 'InvalidInstanceID.Malformed',
  });
  const chosen = ids === undefined ? all : all.filter((instance) => ids.includes(instance.id));
  checkFilterNames(context.params.list('Filters'), FILTERS);
  return applyFilters(chosen, context.params.list('Filters'), filterValues);
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
export function describeInstances(context: CallContext): JsonObject {
  const ids = context.params.texts('InstanceIds');
  if (ids !== undefined && ids.length > 0 && context.params.whole('MaxResults') !== undefined) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'The parameter instancesSet cannot be used with the parameter maxResults',
    );
  }
  const reservations = new Map<string, Ec2Instance[]>();
  for (const instance of selectInstances(context)) {
    const sharing = reservations.get(instance.reservationId);
    if (sharing === undefined) reservations.set(instance.reservationId, [instance]);
    else sharing.push(instance);
  }
  const { items, next } = ec2Page(context, [...reservations], 5);
  return {
    Reservations: items.map(([reservationId, instances]) => ({
      ReservationId: reservationId,
      OwnerId: context.account.id,
      Groups: [],
      Instances: instances.map((instance) => instanceWire(context, instance)),
    })),
    ...nextPage('NextToken', next),
  };
}

/** Without `IncludeAllInstances` it knows running instances alone. */
export function describeInstanceStatus(context: CallContext): JsonObject {
  const everyState = context.params.flag('IncludeAllInstances');
  const instances = selectInstances(context).filter((instance) => everyState || instance.state === 'running');
  const { items, next } = ec2Page(context, instances, 5);
  return {
    InstanceStatuses: items.map((instance) => {
      const status = instance.state === 'running' ? 'ok' : 'not-applicable';
      return {
        InstanceId: instance.id,
        AvailabilityZone: instance.availabilityZone,
        InstanceState: { Code: STATE_CODES[instance.state], Name: instance.state },
        InstanceStatus: { Status: status, Details: [] },
        SystemStatus: { Status: status, Details: [] },
        Events: [],
      };
    }),
    ...nextPage('NextToken', next),
  };
}

/** One attribute at a time; user data is where people put the secrets that a reader must not see. */
export function describeInstanceAttribute(context: CallContext): JsonObject {
  const id = context.params.text('InstanceId') ?? '';
  const instance = context.regional.ec2Instances.find((candidate) => candidate.id === id);
  if (instance === undefined) {
    throw new ServiceError('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
  }
  const attribute = context.params.text('Attribute') ?? '';
  if (attribute === 'userData') {
    const script = `#!/bin/sh\nexport API_TOKEN=canary-secret-user-data-${instance.id}\n`;
    return { InstanceId: id, UserData: { Value: Buffer.from(script).toString('base64') } };
  }
  if (attribute === 'instanceType') return { InstanceId: id, InstanceType: { Value: instance.type } };
  if (attribute === 'disableApiTermination') return { InstanceId: id, DisableApiTermination: { Value: false } };
  throw new ServiceError('InvalidParameterValue', `Value (${attribute}) for parameter attribute is invalid.`);
}

/** DescribeAddresses: the public addresses of running instances, as if each were an Elastic IP. */
export function describeAddresses(context: CallContext): JsonObject {
  const addressed = context.regional.ec2Instances.filter((instance) => instance.publicIp !== null);
  return {
    Addresses: addressed.map((instance) => ({
      PublicIp: instance.publicIp,
      AllocationId: `eipalloc-${instance.id.slice(2)}`,
      AssociationId: `eipassoc-${instance.id.slice(2)}`,
      Domain: 'vpc',
      InstanceId: instance.id,
      NetworkBorderGroup: context.region,
      PrivateIpAddress: instance.privateIp ?? '',
      Tags: [],
    })),
  };
}

function instanceWire(context: CallContext, instance: Ec2Instance): JsonObject {
  const groups = context.regional.securityGroups
    .filter((group) => instance.securityGroupIds.includes(group.id))
    .map((group) => ({ GroupId: group.id, GroupName: group.name }));
  const volumes = context.regional.volumes.filter((volume) => instance.volumeIds.includes(volume.id));
  return {
    InstanceId: instance.id,
    ImageId: instance.imageId,
    InstanceType: instance.type,
    State: { Code: STATE_CODES[instance.state], Name: instance.state },
    StateTransitionReason: instance.state === 'running' ? '' : 'User initiated (2026-03-02 08:15:00 GMT)',
    LaunchTime: instance.launchTime,
    Architecture: instance.architecture,
    Hypervisor: 'xen',
    VirtualizationType: 'hvm',
    PlatformDetails: 'Linux/UNIX',
    RootDeviceName: '/dev/xvda',
    RootDeviceType: 'ebs',
    EbsOptimized: true,
    EnaSupport: true,
    AmiLaunchIndex: 0,
    ClientToken: '',
    Monitoring: { State: instance.monitored ? 'enabled' : 'disabled' },
    Placement: { AvailabilityZone: instance.availabilityZone, GroupName: '', Tenancy: 'default' },
    PrivateDnsName: instance.privateIp === null ? '' : `ip-${instance.privateIp.replaceAll('.', '-')}.ec2.internal`,
    PublicDnsName: instance.publicIp === null ? '' : `ec2-${instance.publicIp.replaceAll('.', '-')}.amazonaws.com`,
    ...(instance.privateIp === null ? {} : { PrivateIpAddress: instance.privateIp }),
    ...(instance.publicIp === null ? {} : { PublicIpAddress: instance.publicIp }),
    ...(instance.vpcId === null ? {} : { VpcId: instance.vpcId }),
    ...(instance.subnetId === null ? {} : { SubnetId: instance.subnetId }),
    ...(instance.keyName === null ? {} : { KeyName: instance.keyName }),
    ...(instance.instanceProfile === null
      ? {}
      : {
          IamInstanceProfile: {
            Arn: `arn:aws:iam::${context.account.id}:instance-profile/${instance.instanceProfile}`,
            Id: `AIPA${instance.id.slice(2, 19).toUpperCase()}`,
          },
        }),
    SecurityGroups: groups,
    NetworkInterfaces: [],
    SourceDestCheck: true,
    BlockDeviceMappings: volumes.map((volume) => ({
      DeviceName: volume.device ?? '/dev/xvda',
      Ebs: {
        AttachTime: instance.launchTime,
        DeleteOnTermination: volume.device === '/dev/xvda',
        Status: 'attached',
        VolumeId: volume.id,
      },
    })),
    MetadataOptions: {
      State: 'applied',
      HttpTokens: instance.requiresImdsV2 ? 'required' : 'optional',
      HttpPutResponseHopLimit: 2,
      HttpEndpoint: 'enabled',
      HttpProtocolIpv6: 'disabled',
      InstanceMetadataTags: 'disabled',
    },
    ...(Object.keys(instance.tags).length === 0 ? {} : { Tags: tagList(instance.tags) }),
  };
}
