import type { Ec2Instance, LambdaFunction, LogEvent, LogGroup, MetricFacts, RdsInstance, TrailEvent } from './model.js';
import type { Random } from './random.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Measured = Pick<MetricFacts, 'average' | 'maximum' | 'minimum' | 'perMinute'>;

function counted(perMinute: number): Measured {
  return { average: perMinute, maximum: perMinute * 2, minimum: 0, perMinute };
}

/**
 * What CloudWatch measures: even over time, so that a metric of any stretch can be checked against these facts. Only what
 * runs is measured.
 */
export function createMetrics(
  random: Random,
  things: {
    readonly instances: readonly Ec2Instance[];
    readonly databases: readonly RdsInstance[];
    readonly functions: readonly LambdaFunction[];
  },
): readonly MetricFacts[] {
  const percent = (): Measured => {
    const average = random.integer(1, 80);
    return {
      average,
      maximum: Math.min(100, average + random.integer(1, 20)),
      minimum: Math.max(0, average - 5),
      perMinute: average,
    };
  };
  const instances = things.instances
    .filter(({ state }) => state === 'running')
    .flatMap(({ id }) => [
      {
        namespace: 'AWS/EC2',
        metric: 'CPUUtilization',
        dimension: 'InstanceId',
        value: id,
        unit: 'Percent',
        ...percent(),
      },
      {
        namespace: 'AWS/EC2',
        metric: 'NetworkIn',
        dimension: 'InstanceId',
        value: id,
        unit: 'Bytes',
        ...counted(random.integer(100, 9000)),
      },
    ]);
  const databases = things.databases.flatMap(({ name }) => [
    {
      namespace: 'AWS/RDS',
      metric: 'CPUUtilization',
      dimension: 'DBInstanceIdentifier',
      value: name,
      unit: 'Percent',
      ...percent(),
    },
    {
      namespace: 'AWS/RDS',
      metric: 'DatabaseConnections',
      dimension: 'DBInstanceIdentifier',
      value: name,
      unit: 'Count',
      ...counted(random.integer(0, 60)),
    },
  ]);
  const functions = things.functions.flatMap(({ name }) => {
    const perMinute = random.integer(0, 20);
    return [
      {
        namespace: 'AWS/Lambda',
        metric: 'Invocations',
        dimension: 'FunctionName',
        value: name,
        unit: 'Count',
        ...counted(perMinute),
      },
      {
        namespace: 'AWS/Lambda',
        metric: 'Errors',
        dimension: 'FunctionName',
        value: name,
        unit: 'Count',
        ...counted(random.chance(0.6) ? 0 : random.integer(0, perMinute)),
      },
    ];
  });
  return [...instances, ...databases, ...functions];
}

const PEOPLE = ['alice', 'bob', 'carol', 'deploy-bot', 'terraform'] as const;

/** Who did what, counted back from now: CloudTrail's event history. Newest first, as LookupEvents gives it. */
export function createTrailEvents(
  random: Random,
  things: { readonly instances: readonly Ec2Instance[]; readonly functions: readonly LambdaFunction[] },
  now: number,
): readonly TrailEvent[] {
  const event = (name: string, source: string, resource?: TrailEvent['resource']): TrailEvent => ({
    id: `${random.hex(8)}-${random.hex(4)}-${random.hex(4)}-${random.hex(4)}-${random.hex(12)}`,
    name,
    source,
    user: random.pick(PEOPLE),
    at: new Date(Math.floor((now - random.integer(30, 40 * 24 * 60) * MINUTE) / 1000) * 1000)
      .toISOString()
      .replace('.000Z', '+00:00'),
    readOnly: name.startsWith('Describe'),
    ...(resource === undefined ? {} : { resource }),
  });
  const instances = things.instances.flatMap(({ id, state }) => {
    const resource = { type: 'AWS::EC2::Instance', name: id };
    const ended = { running: [], stopped: ['StopInstances'], terminated: ['TerminateInstances'] }[state];
    return ['RunInstances', ...ended].map((name) => event(name, 'ec2.amazonaws.com', resource));
  });
  const functions = things.functions.map(({ name }) =>
    event('UpdateFunctionCode20150331v2', 'lambda.amazonaws.com', { type: 'AWS::Lambda::Function', name }),
  );
  const others = Array.from({ length: random.integer(2, 6) }, () =>
    random.chance(0.5)
      ? event('ConsoleLogin', 'signin.amazonaws.com')
      : event('DescribeInstances', 'ec2.amazonaws.com'),
  );
  return [...instances, ...functions, ...others].toSorted((left, right) => (left.at < right.at ? 1 : -1));
}

const MESSAGES = [
  'START RequestId: 6bc28136-xmpl-4365-b021-0ce6b2e64ab0 Version: $LATEST',
  'INFO order accepted',
  'WARN slow response from upstream: 2100 ms',
  'ERROR Task timed out after 3.00 seconds',
  'ERROR connection refused by 10.0.3.17:5432',
  'END RequestId: 6bc28136-xmpl-4365-b021-0ce6b2e64ab0',
] as const;

/** The newest events of a log group, oldest first, within the last two days. */
export function createLogEvents(random: Random, group: LogGroup, now: number): readonly LogEvent[] {
  return Array.from({ length: random.integer(3, 12) }, () => ({
    at: now - random.integer(1, 48 * 60) * MINUTE - random.integer(0, HOUR / 1000),
    stream: `${group.name.slice(1).replaceAll('/', '-')}/${random.hex(8)}`,
    message: random.pick(MESSAGES),
  })).toSorted((left, right) => left.at - right.at);
}
