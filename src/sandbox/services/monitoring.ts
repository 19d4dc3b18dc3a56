import type { JsonObject } from '../../domain/json.js';
import type { Alarm, LogGroup } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { getMetricStatistics } from './metrics.js';
import { nextPage } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
export const cloudwatch: Service = {
  name: 'cloudwatch',
  className: 'CloudWatch',
  actionPrefix: 'cloudwatch',
  endpointPrefix: 'monitoring',
  protocol: 'query',
  operations: { DescribeAlarms: { answer: describeAlarms }, GetMetricStatistics: { answer: getMetricStatistics } },
};

function describeAlarms(context: CallContext): JsonObject {
  const { params } = context;
  const names = params.texts('AlarmNames');
  const prefix = params.text('AlarmNamePrefix') ?? '';
  const state = params.text('StateValue');
  const types = params.texts('AlarmTypes') ?? ['MetricAlarm'];
  const alarms = context.regional.alarms.filter(
    (alarm) =>
      types.includes('MetricAlarm') &&
      (names?.includes(alarm.name) ?? true) &&
      alarm.name.startsWith(prefix) &&
      (state === undefined || alarm.state === state),
  );
  const { items, next } = context.page(alarms, {
    token: params.text('NextToken'),
    size: params.whole('MaxRecords'),
    standardSize: params.whole('MaxRecords') === undefined ? 50 : 100,
    invalid: () => new ServiceError('InvalidNextToken', 'The next token specified is invalid.'),
  });
  return {
    MetricAlarms: items.map((alarm) => alarmWire(context, alarm)),
    CompositeAlarms: [],
    ...nextPage('NextToken', next),
  };
}

function alarmWire(context: CallContext, alarm: Alarm): JsonObject {
  return {
    AlarmName: alarm.name,
    AlarmArn: `arn:aws:cloudwatch:${context.region}:${context.account.id}:alarm:${alarm.name}`,
    AlarmConfigurationUpdatedTimestamp: alarm.updatedAt,
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: [],
    AlarmActions: [`arn:aws:sns:${context.region}:${context.account.id}:operations`],
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: 'Threshold evaluated over 1 datapoint.',
    StateUpdatedTimestamp: alarm.updatedAt,
    MetricName: alarm.metric,
    Namespace: alarm.namespace,
    Statistic: 'Average',
    Dimensions: [],
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: alarm.threshold,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'missing',
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
export const logs: Service = {
  name: 'logs',
  className: 'CloudWatchLogs',
  actionPrefix: 'logs',
  endpointPrefix: 'logs',
  protocol: 'json',
  operations: { DescribeLogGroups: { answer: describeLogGroups }, FilterLogEvents: { answer: filterLogEvents } },
};

function describeLogGroups(context: CallContext): JsonObject {
  const { params } = context;
  const prefix = params.text('logGroupNamePrefix');
  const pattern = params.text('logGroupNamePattern');
  if (prefix !== undefined && pattern !== undefined) {
    throw new ServiceError(
      'InvalidParameterException',
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  }
  const limit = params.whole('limit');
  if (limit !== undefined && (limit < 1 || limit > 50)) {
    throw new ServiceError(
      'InvalidParameterException',
      `1 validation error detected: Value '${String(limit)}' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 50`,
    );
  }
  const groups = context.regional.logGroups.filter(
    (group) =>
      group.name.startsWith(prefix ?? '') &&
      (pattern === undefined || group.name.toLowerCase().includes(pattern.toLowerCase())),
  );
  const { items, next } = context.page(groups, {
    token: params.text('nextToken'),
    size: limit,
    standardSize: 50,
    invalid: () => new ServiceError('InvalidParameterException', 'The specified nextToken is invalid.'),
  });
  return { logGroups: items.map((group) => groupWire(context, group)), ...nextPage('nextToken', next) };
}

/** A group that never expires has no `retentionInDays` at all. */
function groupWire(context: CallContext, group: LogGroup): JsonObject {
  const arn = `arn:aws:logs:${context.region}:${context.account.id}:log-group:${group.name}`;
  return {
    logGroupName: group.name,
    arn: `${arn}:*`,
    logGroupArn: arn,
    creationTime: Date.parse(group.createdAt),
    metricFilterCount: 0,
    storedBytes: group.storedBytes,
    logGroupClass: 'STANDARD',
    ...(group.retentionDays === null ? {} : { retentionInDays: group.retentionDays }),
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
function filterLogEvents(context: CallContext): JsonObject {
  const { params } = context;
  const name = params.text('logGroupName') ?? params.text('logGroupIdentifier');
  const events = name === undefined ? undefined : context.regional.logEvents[name];
  if (name === undefined || events === undefined) {
    throw new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
  }
  const [start, end] = [params.whole('startTime') ?? 0, params.whole('endTime') ?? Number.MAX_SAFE_INTEGER];
  const terms = [...(params.text('filterPattern') ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  const found = events.filter(
    ({ at, message }) => at >= start && at <= end && terms.every((term) => message.includes(term)),
  );
  const { items, next } = context.page(found, {
    token: params.text('nextToken'),
    size: params.whole('limit'),
    standardSize: 10_000,
    invalid: () => new ServiceError('InvalidParameterException', 'The specified nextToken is invalid.'),
  });
  return {
    events: items.map(({ at, stream, message }, index) => ({
      logStreamName: stream,
      timestamp: at,
      message,
      ingestionTime: at + 1000,
      eventId: `${at}${index}`,
    })),
    searchedLogStreams: [],
    ...nextPage('nextToken', next),
  };
}
