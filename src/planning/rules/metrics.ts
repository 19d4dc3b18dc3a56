import type { TimeExpression } from '../../domain/time-expression.js';
import { pastOf, resolveTime, type TimeBase } from '../time/resolve.js';
import { isoTime, rangeShown } from '../time/shown.js';
import { lines } from './text-lists.js';
import { call, type Effect, type Topic } from './topic.js';

/** A CloudWatch metric of a kind of thing, one dimension of which is the thing's own name or id. */
interface Metric {
  readonly namespace: string;
  readonly metric: string;
  readonly dimension: string;
  /** Where the dimension's values are in the reply of the topic's main call, and the column that shows them. */
  readonly values: string;
  readonly key: string;
  /** Columns of the answer, by the statistic that fills them. */
  readonly columns: Readonly<Partial<Record<'Average' | 'Maximum' | 'Minimum' | 'Sum', string>>>;
  /** "CPU utilization" */
  readonly noun: string;
}

const INSTANCE = {
  namespace: 'AWS/EC2',
  dimension: 'InstanceId',
  values: 'Reservations[].Instances[].InstanceId',
  key: 'Instance ID',
};
const DATABASE = {
  namespace: 'AWS/RDS',
  dimension: 'DBInstanceIdentifier',
  values: 'DBInstances[].DBInstanceIdentifier',
  key: 'DB instance',
};
const FUNCTION = {
  namespace: 'AWS/Lambda',
  dimension: 'FunctionName',
  values: 'Functions[].FunctionName',
  key: 'Function',
};
const CPU = {
  metric: 'CPUUtilization',
  noun: 'CPU utilization',
  columns: { Average: 'CPU average %', Maximum: 'CPU maximum %' },
};

/** By the key of the topic and the word of {@link METRIC_PHRASES}. Names: the services' own lists of metrics. */
const METRICS: Readonly<Record<string, Readonly<Record<string, Metric>>>> = {
  instances: {
    cpu: { ...INSTANCE, ...CPU },
    'network in': { ...INSTANCE, metric: 'NetworkIn', noun: 'incoming traffic', columns: { Sum: 'Bytes in' } },
    'network out': { ...INSTANCE, metric: 'NetworkOut', noun: 'outgoing traffic', columns: { Sum: 'Bytes out' } },
    'failed checks': {
      ...INSTANCE,
      metric: 'StatusCheckFailed',
      noun: 'failed status checks',
      columns: { Sum: 'Failed checks' },
    },
  },
  databases: {
    cpu: { ...DATABASE, ...CPU },
    connections: {
      ...DATABASE,
      metric: 'DatabaseConnections',
      noun: 'connections',
      columns: { Average: 'Connections average', Maximum: 'Connections maximum' },
    },
    'free storage': {
      ...DATABASE,
      metric: 'FreeStorageSpace',
      noun: 'free storage',
      columns: { Minimum: 'Free bytes minimum' },
    },
  },
  functions: {
    errors: { ...FUNCTION, metric: 'Errors', noun: 'errors', columns: { Sum: 'Errors' } },
    invocations: { ...FUNCTION, metric: 'Invocations', noun: 'invocations', columns: { Sum: 'Invocations' } },
    throttles: { ...FUNCTION, metric: 'Throttles', noun: 'throttled invocations', columns: { Sum: 'Throttles' } },
    duration: {
      ...FUNCTION,
      metric: 'Duration',
      noun: 'duration',
      columns: { Average: 'Duration average ms', Maximum: 'Duration maximum ms' },
    },
  },
};

/** How people call metrics. */
export const METRIC_PHRASES: readonly (readonly [phrase: string, metric: string])[] = Object.entries({
  cpu: 'cpu\ncpu utilization\ncpu utilisation\ncpu usage\ncpu load\naverage cpu\naverage cpu utilization\nprocessor usage',
  'network in': 'network in\nincoming traffic\nincoming network traffic\nbytes received',
  'network out': 'network out\noutgoing traffic\noutgoing network traffic\nbytes sent',
  'failed checks': 'failed status checks\nfailed health checks\nstatus check failures',
  connections: 'database connections\nconnection count\nnumber of connections\nconnections\nhow many connections',
  'free storage': 'free storage\nfree storage space\nfree disk space\nremaining storage',
  errors: 'errors\nerror count\nerror counts\nnumber of errors\ncount of errors\nhow many errors\nfailures',
  invocations: 'invocations\ninvocation count\nnumber of invocations\nhow many invocations\ncalls',
  throttles: 'throttles\nthrottled invocations\nnumber of throttles\nhow many throttles',
  duration: 'duration\naverage duration\nexecution time\nhow long',
}).flatMap(([metric, phrases]) => lines(phrases).map((phrase) => [phrase, metric] as const));

export function hasMetric(topic: Topic, metric: string): boolean {
  return metricOf(topic, metric) !== undefined;
}

/** Whether anything can be measured of it at all. */
export function measurable({ key }: Topic): boolean {
  return Object.hasOwn(METRICS, key);
}

function metricOf({ key }: Topic, metric: string): Metric | undefined {
  const own = Object.hasOwn(METRICS, key) ? METRICS[key] : undefined;
  return own !== undefined && Object.hasOwn(own, metric) ? own[metric] : undefined;
}

/** What is asked when nobody says since when. */
const UNSAID: TimeExpression = { kind: 'last', amount: 3, unit: 'hour' };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A metric as one number per thing, over the whole time asked for. Undefined for a time that is not over yet. */
export function metricEffect(
  topic: Topic,
  word: string,
  said: TimeExpression | undefined,
  base: TimeBase,
): Effect | undefined {
  const metric = metricOf(topic, word);
  const time = pastOf(resolveTime(said ?? UNSAID, base), base.now);
  if (metric === undefined || time === undefined) return undefined;
  const step = granularity(base.now - time.from);
  const from = Math.floor(time.from / step) * step;
  const to = Math.max(from + step, Math.ceil(time.to / step) * step);
  const id = `metric-${word.replaceAll(' ', '-')}`;
  return {
    calls: [
      call(id, 'cloudwatch', 'GetMetricStatistics', {
        params: {
          Namespace: metric.namespace,
          MetricName: metric.metric,
          Dimensions: [{ Name: metric.dimension }],
          StartTime: isoTime(from),
          EndTime: isoTime(to),
          // One period over all of it: one data point per thing.
          Period: (to - from) / 1000,
          Statistics: Object.keys(metric.columns),
        },
        forEach: { call: topic.main, path: metric.values, parameter: 'Dimensions[0].Value' },
        columns: [
          { name: metric.key, path: '@Dimensions[0].Value' },
          ...Object.entries(metric.columns).map(([statistic, name]) => ({ name, path: statistic })),
        ],
      }),
    ],
    join: [{ call: id, on: metric.key }],
    after: `with their ${metric.noun}`,
    note: `${metric.noun} ${rangeShown({ from, to }, base.timeZone)}${said === undefined ? ', because no time was said' : ''}, one value for all of it; empty where CloudWatch has none`,
  };
}

/**
 * What CloudWatch keeps data points by: minutes for 15 days, five minutes for 63, hours beyond
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html). A period must be a multiple of it.
 */
function granularity(age: number): number {
  if (age <= 15 * DAY) return MINUTE;
  return age <= 63 * DAY ? 5 * MINUTE : 60 * MINUTE;
}
