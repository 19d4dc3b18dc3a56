import { countsBy, countsOf, perAccount, type Row, type TrueRegion } from '../ground-truth.js';
import { functionsWhere, eksWhere, servicesWhere, taggedIn } from './lists.js';
import { enabled, own, type Asking, type Question } from './question.js';

/** Lambda, containers, monitoring, identities, tags and App Runner. */
export function platformQuestions({ accounts, ask, all }: Asking): readonly Question[] {
  return [
    ask(
      'List Lambda functions',
      all(
        own,
        functionsWhere(() => true),
      ),
    ),
    ask(
      'List Lambda functions with runtime python3.9',
      all(
        own,
        functionsWhere((x) => x.runtime === 'python3.9'),
      ),
    ),
    ask(
      'How many Lambda functions per runtime?',
      countsBy(
        accounts,
        all(
          own,
          functionsWhere(() => true),
        ),
        'Runtime',
      ),
    ),
    ask(
      'List ECS clusters',
      all(own, (region) =>
        region.ecsClusters.map(({ name, status, services }) => ({
          Cluster: name,
          Status: status,
          'Active services': services,
        })),
      ),
    ),
    ask(
      'List ECS services',
      all(
        own,
        servicesWhere(() => true),
      ),
    ),
    ask(
      'List ECS services on Fargate',
      all(
        own,
        servicesWhere(({ launchType }) => launchType === 'FARGATE'),
      ),
    ),
    ask(
      'List EKS clusters',
      all(
        own,
        eksWhere(() => true),
      ),
    ),
    ask(
      'Which EKS clusters have a public endpoint?',
      all(
        own,
        eksWhere(({ publicEndpoint }) => publicEndpoint),
      ),
    ),
    ask(
      'How many EKS clusters per version?',
      countsBy(
        accounts,
        all(
          own,
          eksWhere(() => true),
        ),
        'Version',
      ),
    ),
    ask(
      'List EKS node groups',
      all(own, (region) =>
        region.eksClusters.flatMap((cluster) =>
          cluster.nodegroups.map(({ name }) => ({ Cluster: cluster.name, 'Node group': name })),
        ),
      ),
    ),
    ask(
      'Which CloudWatch alarms are in alarm?',
      all(own, (region) => region.alarms.filter((x) => x.state === 'ALARM').map(({ name }) => ({ Alarm: name }))),
    ),
    ask(
      'Which log groups never expire?',
      all(own, (region) =>
        region.logGroups.filter((x) => x.retentionDays === null).map(({ name }) => ({ 'Log group': name })),
      ),
    ),
    ask(
      'How many log groups are there per account?',
      countsOf(
        accounts,
        all(own, (region) => region.logGroups.map(({ name }) => ({ 'Log group': name }))),
      ),
    ),
    ask(
      'Which IAM users have no MFA?',
      perAccount(accounts, (account) =>
        account.global.iamUsers.filter(({ mfa }) => !mfa).map(({ name }) => ({ Region: 'global', User: name })),
      ),
    ),
    ask(
      'How many IAM roles are there per account?',
      countsOf(
        accounts,
        perAccount(accounts, (account) => account.global.iamRoles.map(({ name }) => ({ Role: name }))),
      ),
    ),
    ask(
      'List active IAM access keys',
      perAccount(accounts, (account) =>
        account.global.iamUsers.flatMap((user) =>
          user.accessKeys
            .filter(({ active }) => active)
            .map(({ id }) => ({ Region: 'global', User: user.name, 'Access key ID': id })),
        ),
      ),
    ),
    ask(
      'CPU utilization of running EC2 instances over the last 3 hours',
      all(own, (region) =>
        region.ec2Instances
          .filter(({ state }) => state === 'running')
          .map(({ id }) => {
            const cpu = region.metrics.find(({ metric, value }) => metric === 'CPUUtilization' && value === id);
            return { 'Instance ID': id, 'CPU average %': cpu?.average, 'CPU maximum %': cpu?.maximum };
          }),
      ),
    ),
    ask(
      'Number of errors of Lambda functions on 10 January 2026',
      all(own, (region) =>
        region.lambdaFunctions.map(({ name }) => {
          const errors = region.metrics.find(({ metric, value }) => metric === 'Errors' && value === name);
          return { Function: name, Errors: (errors?.perMinute ?? 0) * 24 * 60 };
        }),
      ),
    ),
    ask(
      'Who stopped EC2 instances in the last 60 days?',
      all(own, (region) => region.trailEvents.filter(({ name }) => name === 'StopInstances').map(eventRow)),
    ),
    ask(
      'What did alice do in the last 60 days?',
      all(enabled, (region) => region.trailEvents.filter(({ user }) => user === 'alice').map(eventRow)),
    ),
    ask('List resources tagged Environment=production', all(own, taggedIn('Environment', 'production'))),
    ask(
      'List App Runner services in all Regions',
      all(enabled, (region) => region.appRunnerServices.map(({ name, status }) => ({ Service: name, Status: status }))),
    ),
  ];
}

function eventRow({ name, user, at, resource }: TrueRegion['trailEvents'][number]): Row {
  return { Time: at, Event: name, User: user, Resources: resource === undefined ? [] : [resource.name] };
}
