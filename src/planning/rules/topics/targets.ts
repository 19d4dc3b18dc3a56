import { call, type Condition, type Topic } from '../topic.js';

const UNHEALTHY: Condition = { kind: 'state', value: 'unhealthy' };

/** Whoever asks for target groups or load balancers with unhealthy targets wants to see the targets. */
const WITH_UNHEALTHY = [
  'target groups have unhealthy targets',
  'target groups with unhealthy targets',
  'load balancers have unhealthy targets',
  'load balancers with unhealthy targets',
  'unhealthy targets',
];

/** What load balancers send requests to, one row per target of a target group. */
export const TARGETS: Topic = {
  key: 'targets',
  noun: 'load balancer targets',
  phrases: [...WITH_UNHEALTHY, 'load balancer targets', 'target group targets', 'targets of target groups'],
  implied: Object.fromEntries(WITH_UNHEALTHY.map((phrase) => [phrase, UNHEALTHY])),
  calls: [
    call('target-groups', 'elbv2', 'DescribeTargetGroups'),
    call('targets', 'elbv2', 'DescribeTargetHealth', {
      forEach: { call: 'target-groups', path: 'TargetGroups[].TargetGroupArn', parameter: 'TargetGroupArn' },
      columns: [
        { name: 'Target group ARN', path: '@TargetGroupArn' },
        { name: 'Target', path: 'Target.Id' },
        { name: 'Port', path: 'Target.Port' },
        { name: 'State', path: 'TargetHealth.State' },
        { name: 'Reason', path: 'TargetHealth.Reason' },
      ],
    }),
  ],
  main: 'targets',
  regions: 'regional',
  example: 'List unhealthy targets',
  groups: { state: 'State' },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
  states: {
    column: 'State',
    values: { healthy: 'healthy', unhealthy: 'unhealthy', draining: 'draining' },
  },
};
