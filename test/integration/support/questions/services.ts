import { own, type Asking, type Question } from './question.js';

/** Load balancers, certificates, keys, tables, queues and topics. */
export function serviceQuestions({ ask, all }: Asking): readonly Question[] {
  const month = new Date().toISOString().slice(0, 7);
  return [
    ask(
      'Which load balancers are internet-facing?',
      all(own, (region) =>
        region.loadBalancers
          .filter((x) => x.isPublic)
          .map(({ name, type }) => ({ 'Load balancer name': name, Type: type })),
      ),
    ),
    ask(
      'Which load balancers have no targets?',
      all(own, (region) =>
        region.loadBalancers
          .filter(({ name }) => !region.targetGroups.some(({ loadBalancer }) => loadBalancer === name))
          .map(({ name }) => ({ 'Load balancer name': name })),
      ),
    ),
    ask(
      'Which target groups have no targets?',
      all(own, (region) =>
        region.targetGroups
          .filter(({ targets }) => targets.length === 0)
          .map(({ name }) => ({ 'Target group name': name })),
      ),
    ),
    ask(
      'List unhealthy targets',
      all(own, (region) =>
        region.targetGroups.flatMap(({ targets, port }) =>
          targets.filter(({ healthy }) => !healthy).map(({ id }) => ({ Target: id, Port: port, State: 'unhealthy' })),
        ),
      ),
    ),
    ask(
      'Certificates that expire this month',
      all(own, (region) =>
        region.certificates
          .filter(({ endsAt }) => endsAt.startsWith(month))
          .map(({ domain }) => ({ 'Domain name': domain })),
      ),
    ),
    ask(
      'KMS keys without rotation',
      all(own, (region) => region.kmsKeys.filter((x) => !x.rotates).map(({ id }) => ({ 'Key ID': id }))),
    ),
    ask(
      'DynamoDB tables without point-in-time recovery',
      all(own, (region) =>
        region.dynamoTables.filter((x) => !x.pointInTimeRecovery).map(({ name }) => ({ 'Table name': name })),
      ),
    ),
    ask(
      'SQS queues with messages waiting',
      all(own, (region, name, account) =>
        region.queues
          .filter(({ messages }) => messages > 0)
          .map((queue) => ({ 'Queue URL': `https://sqs.${name}.amazonaws.com/${account.id}/${queue.name}` })),
      ),
    ),
    ask(
      'SNS topics without subscribers',
      all(own, (region, name, account) =>
        region.topics
          .filter(({ subscriptions }) => subscriptions === 0)
          .map((topic) => ({ 'Topic ARN': `arn:aws:sns:${name}:${account.id}:${topic.name}` })),
      ),
    ),
  ];
}
