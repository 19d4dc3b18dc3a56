import type { ServiceOverlay } from '../overlay.js';

/** CloudWatch: what a person wants to see, and what botocore's models do not say. */
export const cloudwatchService: ServiceOverlay = {
  service: 'cloudwatch',
  operations: {
    DescribeAlarms: {
      columns:
        'Alarm=AlarmName; State=StateValue; Metric=MetricName; Namespace=Namespace; Actions enabled=ActionsEnabled; State since=StateUpdatedTimestamp',
    },
    DescribeAlarmHistory: { columns: 'Alarm=AlarmName; Type=HistoryItemType; Time=Timestamp; Summary=HistorySummary' },
    ListMetrics: { columns: 'Namespace=Namespace; Metric=MetricName' },
    GetMetricStatistics: {
      columns: 'Time=Timestamp; Average=Average; Maximum=Maximum; Minimum=Minimum; Sum=Sum; Unit=Unit',
    },
    ListDashboards: { columns: 'Dashboard=DashboardName; Modified=LastModified' },
  },
};
