import type { ServiceDefinition } from '../definition.js';

/** CloudWatch: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const cloudwatchService: ServiceDefinition = {
  service: 'cloudwatch',
  label: 'CloudWatch',
  iamPrefix: 'cloudwatch',
  global: false,
  searchWords: ['alarm', 'metric', 'monitoring'],
  operations: {
    DescribeAlarms: {
      access: 'Read',
      parameters:
        'AlarmNames:string[] AlarmNamePrefix:string AlarmTypes:string[] ChildrenOfAlarmName:string ParentsOfAlarmName:string StateValue:string ActionPrefix:string MaxRecords:integer NextToken:string',
      pages: ['NextToken', 'NextToken', 'MaxRecords'],
      items: 'MetricAlarms[]',
      columns:
        'Alarm=AlarmName; State=StateValue; Metric=MetricName; Namespace=Namespace; Actions enabled=ActionsEnabled; State since=StateUpdatedTimestamp',
    },
    DescribeAlarmHistory: {
      access: 'Read',
      parameters:
        'AlarmName:string AlarmContributorId:string AlarmTypes:string[] HistoryItemType:string StartDate:timestamp EndDate:timestamp MaxRecords:integer NextToken:string ScanBy:string',
      pages: ['NextToken', 'NextToken', 'MaxRecords'],
      items: 'AlarmHistoryItems[]',
      columns: 'Alarm=AlarmName; Type=HistoryItemType; Time=Timestamp; Summary=HistorySummary',
    },
    ListMetrics: {
      access: 'List',
      parameters:
        'Namespace:string MetricName:string Dimensions:object[] NextToken:string RecentlyActive:string IncludeLinkedAccounts:boolean OwningAccount:string',
      pages: ['NextToken', 'NextToken'],
      items: 'Metrics[]',
      columns: 'Namespace=Namespace; Metric=MetricName',
    },
    GetMetricStatistics: {
      access: 'Read',
      parameters:
        'Namespace!:string MetricName!:string Dimensions:object[] StartTime!:timestamp EndTime!:timestamp Period!:integer Statistics:string[] ExtendedStatistics:string[] Unit:string',
      items: 'Datapoints[]',
      columns: 'Time=Timestamp; Average=Average; Maximum=Maximum; Minimum=Minimum; Sum=Sum; Unit=Unit',
    },
    ListDashboards: {
      access: 'List',
      parameters: 'DashboardNamePrefix:string NextToken:string',
      pages: ['NextToken', 'NextToken'],
      items: 'DashboardEntries[]',
      columns: 'Dashboard=DashboardName; Modified=LastModified',
    },
  },
  others: {
    Write:
      'PutMetricAlarm DeleteAlarms SetAlarmState EnableAlarmActions DisableAlarmActions PutMetricData PutDashboard DeleteDashboards',
  },
};
