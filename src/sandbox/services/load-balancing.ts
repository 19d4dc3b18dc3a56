import type { JsonObject } from '../../domain/json.js';
import type { LoadBalancer, TargetGroup } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage, type Page } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/ */
export const elbv2: Service = {
  name: 'elbv2',
  className: 'ElasticLoadBalancingv2',
  actionPrefix: 'elasticloadbalancing',
  endpointPrefix: 'elasticloadbalancing',
  protocol: 'query',
  operations: {
    DescribeLoadBalancers: { answer: describeLoadBalancers },
    DescribeTargetGroups: { answer: describeTargetGroups },
    DescribeTargetHealth: { answer: describeTargetHealth },
  },
};

function describeLoadBalancers(context: CallContext): JsonObject {
  const all = context.regional.loadBalancers;
  const arns = context.params.texts('LoadBalancerArns');
  const names = context.params.texts('Names');
  const unknown = names?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) throw new ServiceError('LoadBalancerNotFound', `Load balancers '[${unknown}]' not found`);
  const chosen = all.filter(
    (one) => (arns?.includes(balancerArn(context, one)) ?? true) && (names?.includes(one.name) ?? true),
  );
  const { items, next } = page(context, chosen);
  return {
    LoadBalancers: items.map((one) => ({
      LoadBalancerArn: balancerArn(context, one),
      DNSName: `${one.name}-${one.id.slice(0, 10)}.${context.region}.elb.amazonaws.com`,
      CreatedTime: one.createdAt,
      LoadBalancerName: one.name,
      Scheme: one.isPublic ? 'internet-facing' : 'internal',
      VpcId: one.vpcId,
      State: { Code: 'active' },
      Type: one.type,
      AvailabilityZones: context.regional.subnets
        .filter(({ vpcId, isPublic }) => vpcId === one.vpcId && isPublic)
        .map(({ id, availabilityZone }) => ({ ZoneName: availabilityZone, SubnetId: id, LoadBalancerAddresses: [] })),
      SecurityGroups: [],
      IpAddressType: 'ipv4',
    })),
    ...nextPage('NextMarker', next),
  };
}

function describeTargetGroups(context: CallContext): JsonObject {
  const balancer = context.params.text('LoadBalancerArn');
  const arns = context.params.texts('TargetGroupArns');
  const chosen = context.regional.targetGroups.filter(
    (group) =>
      (balancer === undefined || balancersOf(context, group).includes(balancer)) &&
      (arns?.includes(groupArn(context, group)) ?? true),
  );
  const { items, next } = page(context, chosen);
  return {
    TargetGroups: items.map((group) => ({
      TargetGroupArn: groupArn(context, group),
      TargetGroupName: group.name,
      Protocol: group.port === 443 ? 'HTTPS' : 'HTTP',
      Port: group.port,
      VpcId: group.vpcId,
      HealthCheckProtocol: 'HTTP',
      HealthCheckPort: 'traffic-port',
      HealthCheckEnabled: true,
      HealthCheckPath: '/',
      LoadBalancerArns: balancersOf(context, group),
      TargetType: 'instance',
    })),
    ...nextPage('NextMarker', next),
  };
}

function describeTargetHealth(context: CallContext): JsonObject {
  const arn = context.params.text('TargetGroupArn') ?? '';
  const group = context.regional.targetGroups.find((one) => groupArn(context, one) === arn);
  if (group === undefined) throw new ServiceError('TargetGroupNotFound', `Target groups '${arn}' not found`);
  return {
    TargetHealthDescriptions: group.targets.map(({ id, healthy }) => ({
      Target: { Id: id, Port: group.port },
      HealthCheckPort: String(group.port),
      TargetHealth: healthy ? { State: 'healthy' } : { State: 'unhealthy', Reason: 'Target.Timeout' },
    })),
  };
}

function balancersOf(context: CallContext, group: TargetGroup): readonly string[] {
  return context.regional.loadBalancers
    .filter(({ name }) => name === group.loadBalancer)
    .map((one) => balancerArn(context, one));
}

function balancerArn(context: CallContext, { type, name, id }: LoadBalancer): string {
  return `${prefix(context)}:loadbalancer/${type === 'application' ? 'app' : 'net'}/${name}/${id}`;
}

function groupArn(context: CallContext, { name, id }: TargetGroup): string {
  return `${prefix(context)}:targetgroup/${name}/${id}`;
}

function prefix({ region, account }: CallContext): string {
  return `arn:aws:elasticloadbalancing:${region}:${account.id}`;
}

function page<T>(context: CallContext, items: readonly T[]): Page<T> {
  return context.page(items, {
    token: context.params.text('Marker'),
    size: context.params.whole('PageSize'),
    standardSize: 400,
    invalid: () => new ServiceError('ValidationError', 'Invalid marker.'),
  });
}
