import type { ServiceOverlay } from '../overlay.js';

/** CloudWatch Logs: what a person wants to see, and what botocore's models do not say. */
export const logsService: ServiceOverlay = {
  service: 'logs',
  operations: {
    DescribeLogGroups: {
      columns: 'Log group=logGroupName; Retention days=retentionInDays; Stored bytes=storedBytes; KMS key=kmsKeyId',
    },
    DescribeLogStreams: { columns: 'Log group=@logGroupName; Log stream=logStreamName; Last event=lastEventTimestamp' },
    DescribeMetricFilters: { columns: 'Filter=filterName; Log group=logGroupName; Pattern=filterPattern' },
    DescribeSubscriptionFilters: { columns: 'Filter=filterName; Log group=logGroupName; Destination=destinationArn' },
    ListTagsForResource: { columns: 'Resource=@resourceArn; Tags=tags' },
  },
};
