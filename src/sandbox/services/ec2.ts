import type { JsonObject } from '../../domain/json.js';
import { isOptInRegion, knownRegions } from '../../domain/region.js';
import { ServiceError } from './aws-fault.js';
import { applyFilters } from './ec2-filters.js';
import {
  describeAddresses,
  describeInstanceAttribute,
  describeInstances,
  describeInstanceStatus,
} from './ec2-instances.js';
import { describeNetworkAcls, describeSecurityGroupRules, describeSecurityGroups } from './ec2-firewalls.js';
import { describeSubnets, describeVolumes, describeVpcs } from './ec2-network.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/ */
export const ec2: Service = {
  name: 'ec2',
  className: 'EC2',
  actionPrefix: 'ec2',
  endpointPrefix: 'ec2',
  protocol: 'ec2',
  operations: {
    DescribeInstances: { answer: describeInstances },
    DescribeInstanceStatus: { answer: describeInstanceStatus },
    DescribeInstanceAttribute: { answer: describeInstanceAttribute },
    DescribeAddresses: { answer: describeAddresses },
    DescribeVpcs: { answer: describeVpcs },
    DescribeSubnets: { answer: describeSubnets },
    DescribeSecurityGroups: { answer: describeSecurityGroups },
    DescribeSecurityGroupRules: { answer: describeSecurityGroupRules },
    DescribeNetworkAcls: { answer: describeNetworkAcls },
    DescribeVolumes: { answer: describeVolumes },
    DescribeRegions: { answer: describeRegions },
    DescribeAvailabilityZones: { answer: describeAvailabilityZones },
    RunInstances: { answer: (context) => ({ OwnerId: context.account.id, Groups: [], Instances: [] }), mutates: true },
    StopInstances: {
      answer: (context) => ({ StoppingInstances: stateChanges(context, 64, 'stopping') }),
      mutates: true,
    },
    TerminateInstances: {
      answer: (context) => ({ TerminatingInstances: stateChanges(context, 32, 'shutting-down') }),
      mutates: true,
    },
  },
};

function stateChanges(context: CallContext, code: number, name: string): readonly JsonObject[] {
  return (context.params.texts('InstanceIds') ?? []).map((id) => ({
    InstanceId: id,
    CurrentState: { Code: code, Name: name },
    PreviousState: { Code: 16, Name: 'running' },
  }));
}

/** `AllRegions: false`, the default, lists those that the account may use. */
function describeRegions(context: CallContext): JsonObject {
  const enabled = context.account.enabledRegions;
  const names = context.params.texts('RegionNames');
  const listed = context.params.flag('AllRegions') || names !== undefined ? knownRegions('aws') : enabled;
  for (const name of names ?? []) {
    if (!listed.includes(name)) throw new ServiceError('InvalidParameterValue', `Invalid region provided: ${name}`);
  }
  const regions = listed
    .filter((region) => names?.includes(region) ?? true)
    .map((region) => ({
      RegionName: region,
      Endpoint: `ec2.${region}.amazonaws.com`,
      OptInStatus: !isOptInRegion(region)
        ? 'opt-in-not-required'
        : enabled.includes(region)
          ? 'opted-in'
          : 'not-opted-in',
    }));
  const filtered = applyFilters(regions, context.params.list('Filters'), (region, name) => {
    if (name === 'region-name') return [region.RegionName];
    if (name === 'opt-in-status') return [region.OptInStatus];
    return name === 'endpoint' ? [region.Endpoint] : undefined;
  });
  return { Regions: [...filtered] };
}

function describeAvailabilityZones(context: CallContext): JsonObject {
  return {
    AvailabilityZones: ['a', 'b', 'c'].map((zone, index) => ({
      State: 'available',
      OptInStatus: 'opt-in-not-required',
      Messages: [],
      RegionName: context.region,
      ZoneName: context.region + zone,
      ZoneId: `${context.region.replaceAll('-', '').slice(0, 4)}-az${String(index + 1)}`,
      GroupName: context.region,
      NetworkBorderGroup: context.region,
      ZoneType: 'availability-zone',
    })),
  };
}
