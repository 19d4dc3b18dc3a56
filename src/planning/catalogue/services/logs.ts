import type { ServiceDefinition } from '../definition.js';

/** CloudWatch Logs: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const logsService: ServiceDefinition = {
  service: 'logs',
  label: 'CloudWatch Logs',
  iamPrefix: 'logs',
  global: false,
  searchWords: ['log', 'group', 'retention'],
  operations: {
    DescribeLogGroups: {
      access: 'List',
      parameters:
        'accountIdentifiers:string[] logGroupNamePrefix:string logGroupNamePattern:string nextToken:string limit:integer includeLinkedAccounts:boolean logGroupClass:string logGroupIdentifiers:string[]',
      pages: ['nextToken', 'nextToken', 'limit'],
      items: 'logGroups[]',
      columns: 'Log group=logGroupName; Retention days=retentionInDays; Stored bytes=storedBytes; KMS key=kmsKeyId',
    },
    DescribeLogStreams: {
      access: 'List',
      parameters:
        'logGroupName:string logGroupIdentifier:string logStreamNamePrefix:string orderBy:string descending:boolean nextToken:string limit:integer',
      pages: ['nextToken', 'nextToken', 'limit'],
      items: 'logStreams[]',
      columns: 'Log group=@logGroupName; Log stream=logStreamName; Last event=lastEventTimestamp',
    },
    DescribeMetricFilters: {
      access: 'List',
      parameters:
        'logGroupName:string filterNamePrefix:string nextToken:string limit:integer metricName:string metricNamespace:string',
      pages: ['nextToken', 'nextToken', 'limit'],
      items: 'metricFilters[]',
      columns: 'Filter=filterName; Log group=logGroupName; Pattern=filterPattern',
    },
    DescribeSubscriptionFilters: {
      access: 'List',
      parameters: 'logGroupName!:string filterNamePrefix:string nextToken:string limit:integer',
      pages: ['nextToken', 'nextToken', 'limit'],
      items: 'subscriptionFilters[]',
      columns: 'Filter=filterName; Log group=logGroupName; Destination=destinationArn',
    },
    ListTagsForResource: {
      access: 'List',
      parameters: 'resourceArn!:string',
      items: '',
      columns: 'Resource=@resourceArn; Tags=tags',
    },
  },
  others: {
    Read: 'GetLogEvents FilterLogEvents StartQuery StopQuery GetQueryResults',
    Write:
      'CreateLogGroup DeleteLogGroup CreateLogStream DeleteLogStream PutRetentionPolicy DeleteRetentionPolicy PutLogEvents',
  },
};
