import type { ServiceWording } from './wording.js';

/** Metrics, alarms, logs, traces, dashboards and who is told. */
export const OBSERVABILITY_WORDING: readonly ServiceWording[] = [
  {
    service: 'cloudwatch',
    called:
      'cloud watch; metrics; alarms; dashboards; monitoring; alerts; cpu and memory graphs; thresholds; cpu utilization; monitoring data',
    operations: {
      DescribeAlarms:
        'alarms; alerts; alarms firing; alarms in alarm state; what is alarming right now; red alarms; alarms with insufficient data; disabled alarms; alarms without actions; alarms that notify nobody; who gets notified by an alarm; thresholds; composite alarms; alarms on cpu; muted alarms; billing alarms; alarm configuration; broken alarms; what is alarming; which alarms are firing; alarms red now; alarms without notification; do we have an alarm for; alarms in insufficient data; alarm thresholds; alarms that do nothing; alarms switched off; is anything broken right now; alarms for a database or queue; alarms going off; alarms firing right now; alarms in alarm; cloudwatch alarms; alarms with no action; alarms without sns topic; insufficient data alarms; which alarms are red; disabled alarm actions; alarms for an instance; alarms currently triggered; which time series made an alarm fire',
      DescribeAlarmHistory:
        'when did an alarm fire; how often did an alarm go off; past alarms; alarm state changes; flapping alarms; alarms last night; alert history; who changed an alarm; how many times did an alarm trigger; what alarmed last night; when did it go red; alarm history; when did this alarm last trigger; alarms that fired last night',
      DescribeAlarmsForMetric:
        'alarms on a given metric; is anything alarming on this metric; does cpu of this instance have an alarm; which alarm watches this metric; does this metric have an alarm',
      GetMetricData:
        'values of metrics over time; cpu utilization last hours; average memory, latency or errors; request count; traffic; queue depth over time; network throughput; graph data; idle instances by cpu; invocations and errors of a function; free storage over time; p99 latency; several metrics at once; busiest resources; cpu usage; memory usage; how busy is; traffic of a load balancer; 5xx errors count over time; requests per minute; disk usage; lambda errors yesterday; database connections over time; consumption over the last days; which instances have low cpu; performance over time; latency graph; throttles over time; cpu utilization of instances; cpu of servers over the last day; memory utilization; error rate over time; request count last hour; cpu over the past hours; average cpu per instance; lambda error count; traffic over the past day; metric values; disk read and write; connections count; latency over time; network throughput of the nat gateway; 5xx returned by the api; how many errors did an api return yesterday; latency of a load balancer; cpu of the database; invocations of a function; bytes through the nat gateway; requests to the api per hour; queue length over time; healthy hosts over time; database cpu last week; free memory of the cache; throughput of a volume; consumed capacity of a table; errors per function; disk space left over time; bandwidth used',
      GetMetricStatistics:
        'statistics of one metric; average, maximum and minimum of cpu; sum of requests over a period; datapoints; how high was cpu; peak usage of one metric; highest value yesterday; peak cpu of an instance; average cpu of one machine; max connections; bucket size over time; how much traffic did one thing get; one metric of one resource; cpu of a server over the past day; average cpu utilization; max cpu last week; metric statistics for one resource; sum of errors; 5xx count of a load balancer; network in and out of an instance; cpu of one database; number of requests yesterday',
      ListMetrics:
        'which metrics exist; available metrics; custom metrics; namespaces and dimensions; metrics of an instance; does the agent report memory; metric names; what do we measure; what can be measured for; does a custom metric exist; who publishes metrics; custom metrics we publish; metrics in a namespace',
      ListDashboards:
        'dashboards; monitoring boards; graphs we have built; cloudwatch boards by last change; which dashboards do we have; boards of a team; cloudwatch dashboards',
      GetDashboard:
        'widgets on a dashboard; body of a dashboard; what does a dashboard show; contents of a dashboard; what is on the payments dashboard',
      DescribeAnomalyDetectors:
        'anomaly detection on metrics; anomaly detection models; metrics with expected bands; untrained anomaly models; which metrics have anomaly detection',
      DescribeInsightRules:
        'contributor insights rules; top talkers rules; disabled contributor rules; contributor insights rules switched off; contributor insights rules of logs',
      GetInsightRuleReport:
        'top contributors; top talkers; heaviest users of a contributor insights rule; who are the top talkers',
      ListManagedInsightRules: 'managed contributor rules of a resource',
      ListMetricStreams:
        'metric streams; metrics streamed to firehose, datadog or others; stopped metric streams; are metrics streamed to a vendor; metric streams running',
      GetMetricStream:
        'filters, format and state of a metric stream; output format of a stream; where does a metric stream send',
      ListAlarmMuteRules:
        'alarm mute rules; maintenance silences; scheduled muting of alarms; muted notifications; are alarms muted; muted alarms',
      GetAlarmMuteRule: 'when and which alarms a mute rule silences',
      GetMetricWidgetImage: 'picture of a graph',
      ListTagsForResource: 'tags on an alarm; owner tag of an alarm',
    },
  },
  {
    service: 'logs',
    called:
      'cloudwatch logs; log groups; log streams; log retention; application logs; log storage; log insights; log ingestion; log messages',
    operations: {
      DescribeLogGroups:
        'log groups; log groups that never expire; logs without retention; retention in days; how long do we keep logs; biggest log groups; stored bytes; log storage; unencrypted log groups; log groups without a kms key; infrequent access log class; log group of a lambda; logs kept forever; log groups by size; empty log groups; deletion protected log groups; log groups without expiry; how much log data do we store; log groups without retention policy; log groups not encrypted; which log groups are largest; do we keep logs long enough; retention below a year; log group of an api; log cost drivers; log groups never expire; old log groups; logs kept indefinitely; log groups with no retention; log groups without retention; log groups never expiring; log groups without encryption; largest log groups; log group sizes; log retention settings; how long are logs kept; cloudwatch log groups; total log storage',
      ListLogGroups:
        'log groups with their class across linked accounts; delivery class log groups; names of log groups by pattern; log groups visible from the monitoring account; log groups matching a pattern across accounts',
      ListAggregateLogGroupSummaries: 'log groups counted by data source or format; what kinds of logs do we have',
      DescribeLogStreams:
        'log streams; last event in a log; when did a log last receive data; newest stream; stale streams; is anything still writing to a log group; logs that stopped; silent log groups; is a log still receiving events; when was the last log entry; log streams of a task; most recent log stream; log groups not written to; log streams in a log group; latest log stream; last event time',
      GetLogEvents:
        'latest lines of a log stream; tail a log; read a log stream; log output; read the log of a task; show the last log lines; log entries of a stream; errors in a log stream; output of a lambda run; error lines from a service; error messages in the logs; stack traces in logs; exceptions in a log stream; log lines of the payment service',
      DescribeMetricFilters:
        'metric filters; metrics made from logs; filter patterns that count errors; log based metrics; is there a filter for root logins; do we alert on root login in logs; filters turning logs into metrics; which log patterns do we count; metric filters on a log group',
      DescribeSubscriptionFilters:
        'where logs are sent; logs streamed to lambda, kinesis, firehose or opensearch; subscriptions of a log group; log forwarding; logs shipped to siem; are logs forwarded to splunk or siem; log groups without a subscription; who consumes our logs; subscription filters on a log group; where are logs shipped; where are logs forwarded to; log forwarding targets',
      DescribeQueries:
        'insights queries that ran; running or failed log queries; recent log insights queries; log queries running; who ran insights queries',
      DescribeQueryDefinitions: 'saved log queries; saved insights queries; saved logs insights queries',
      GetQueryResults: 'result of a log insights query',
      ListScheduledQueries: 'scheduled log queries; log queries that run on a schedule; scheduled log queries we have',
      GetScheduledQuery: 'schedule and destination of a log query',
      GetScheduledQueryHistory: 'past runs of a scheduled log query; failed scheduled queries',
      DescribeDestinations:
        'cross account log destinations; central log receivers; who may send logs to us; cross account log destinations we have',
      DescribeResourcePolicies:
        'log resource policies; services allowed to write logs; route 53 or opensearch writing to logs; which services may write to our logs',
      DescribeAccountPolicies:
        'account level data protection, subscription or index policy; account wide log policies; is there an account wide log policy',
      DescribeExportTasks:
        'exports of logs to s3; failed or running log export; log archive jobs; are logs archived to s3; log export status',
      DescribeDeliveries:
        'vended log deliveries; which service delivers logs where; vended logs deliveries; where are cloudfront logs delivered',
      DescribeDeliverySources:
        'services that deliver vended logs; bedrock, cloudfront or cognito log sources; which resources deliver vended logs',
      DescribeDeliveryDestinations:
        'targets of vended logs; s3, firehose and log group delivery targets; destinations of vended logs',
      DescribeIndexPolicies: 'field index policies; indexed log fields policy; which fields are indexed by policy',
      DescribeFieldIndexes: 'indexed fields of a log group',
      GetDataProtectionPolicy:
        'masking of sensitive data in logs; pii masking of a log group; data identifiers masked; is pii masked in this log group',
      ListLogAnomalyDetectors:
        'log anomaly detectors; anomaly detection on logs; paused detectors; do we detect anomalies in logs; logs watched for anomalies; log anomaly detectors running',
      ListAnomalies: 'anomalies found in logs; unusual log patterns; new error patterns; log spikes; log anomalies',
      GetLogAnomalyDetector: 'filter and frequency of one log anomaly detector',
      GetLogGroupFields: 'fields found in a log group; what fields can i query; fields in this log group',
      GetTransformer: 'log transformer; parsing of logs; how are logs parsed; is a log group transformed at ingestion',
      ListIntegrations: 'opensearch integration of logs; zero etl from logs; are logs integrated with opensearch',
      DescribeConfigurationTemplates: 'templates for vended log delivery; log types a service can deliver',
      DescribeImportTasks: 'imports of cloudtrail lake data into logs',
      DescribeLookupTables: 'lookup tables for log queries; csv enrichment tables',
      ListTagsForResource: 'tags on a log group',
    },
  },
  {
    service: 'xray',
    called: 'x-ray; traces; distributed tracing; service map; latency of requests; slow requests; trace analysis',
    operations: {
      GetTraceSummaries:
        'slow traces; failed requests; traces with errors or faults; throttled traces; requests slower than a second; traces of a url or user; latency by trace; which requests failed; which requests were slow; requests with errors in the last hour; response time of requests; slow requests in the last hour; traces with errors; requests that took longest; failed traces',
      BatchGetTraces:
        'full trace; segments of a trace; spans of one request; where was time spent in a request; where did the time go in this request; details of a trace id',
      GetServiceGraph:
        'service map; which services call which; dependencies with latency and errors; faulty service nodes; call graph; how do our services depend on each other; architecture map of services with errors; dependencies between services; service map of an application; call map of services',
      GetTimeSeriesServiceStatistics:
        'error and latency of a service over time; fault rate per minute; error rate of a service per minute; fault count of a traced service over time',
      GetTraceGraph: 'service graph of given traces',
      GetGroups: 'trace groups; filter expressions of traces; groups with insights enabled; x-ray groups',
      GetSamplingRules:
        'sampling rules; how many requests are traced; sampling rate; reservoir; what share of requests do we trace',
      GetSamplingStatisticSummaries: 'sampled and borrowed requests per rule',
      GetInsightSummaries:
        'tracing insights; anomalies found in traces; active fault insights; root cause service; x-ray insights open; anomalies in traces',
      GetInsight: 'one trace insight; impact of an incident in traces',
      GetEncryptionConfig: 'are traces encrypted with our key; encryption of trace data; are traces encrypted by kms',
      GetTraceSegmentDestination:
        'are traces sent to x-ray or cloudwatch logs; transaction search on; span destination; where do traces go',
      GetIndexingRules: 'percentage of spans indexed; trace indexing rate; how many spans are indexed',
      ListResourcePolicies: 'policies allowing services to send traces',
    },
  },
  {
    service: 'application-signals',
    called:
      'application signals; apm; application performance monitoring; slo; service level objectives; error budget; latency of operations; golden signals',
    operations: {
      ListServices:
        'instrumented services; services seen by apm; applications monitored; discovered services; which services are monitored by apm',
      ListServiceLevelObjectives:
        'slos; service level objectives; reliability targets; objectives we track; which slos do we have; how are slos doing; our slos',
      GetServiceLevelObjective:
        'goal and interval of an slo; threshold of an objective; burn rate of an slo; target of an slo; details of the latency slo; which metric does an slo use',
      BatchGetServiceLevelObjectiveBudgetReport:
        'error budget left; breached slos; slo attainment; slos at risk; are we meeting our objectives; are we meeting our slos; slo error budget; error budgets nearly burnt; burn rate of slos',
      ListServiceOperations:
        'endpoints of a service; operations with latency and errors; slow endpoints; slowest operations of a service',
      ListServiceDependencies:
        'what does a service call; downstream dependencies; external dependencies; what does the checkout service depend on',
      ListServiceDependents:
        'who calls a service; upstream callers; clients and canaries of a service; who calls the payment service',
      ListServiceStates: 'recently changed services; last deployments of services',
      ListAuditFindings:
        'health issues of services and slos; why is a service unhealthy; apm audit; what is wrong with our services',
      ListEntityEvents: 'deployments and changes of a service',
      ListServiceLevelObjectiveExclusionWindows: 'maintenance windows excluded from an slo',
      GetService: 'metrics and platform of one monitored service',
    },
  },
  {
    service: 'application-insights',
    called: 'cloudwatch application insights; problem detection for sql server, sap, .net, java applications',
    operations: {
      ListApplications:
        'applications monitored for problems; resource groups under application insights; apps in application insights',
      ListProblems:
        'problems detected; ongoing application problems; recurring problems; unresolved problems; severity of problems; open problems of an application; problems of sql server',
      DescribeProblem: 'one application problem; root cause insight of a problem',
      DescribeProblemObservations: 'metrics and log errors behind a problem',
      ListComponents: 'components of a monitored application; components not monitored',
      ListWorkloads: 'workloads of a component; sql server or sap workload monitored',
      DescribeComponentConfiguration: 'what is monitored on a component; alarms and logs of a component',
      ListConfigurationHistory: 'changes of monitoring configuration',
      ListLogPatterns: 'log patterns searched for problems',
    },
  },
  {
    service: 'synthetics',
    called:
      'canaries; synthetic monitoring; uptime checks; heartbeat monitors; website checks; endpoint probes; availability tests',
    operations: {
      DescribeCanaries:
        'canaries; uptime checks; stopped canaries; canaries in error; outdated canary runtime; how often does a check run; canary schedule; canary bucket; which endpoints do we probe; health check scripts; how often do canaries run; canaries on an old runtime; canary state; canaries we have; canary list; synthetics canaries stopped',
      DescribeCanariesLastRun:
        "failing canaries; did the last check pass; failed uptime checks; which endpoints are down; last run of each canary; failing website checks; which checks are failing; is the website up; broken canaries; last result of a canary; is the website up according to canaries; canary results; canaries that failed last time; did the canary pass last night; last canary status; did last night's checks pass",
      GetCanaryRuns:
        'history of a canary; past runs; when did a check start failing; why did a run fail; canary runs that failed; when did the canary fail',
      GetCanary:
        'script, schedule and vpc of one canary; retention of canary results; what does this canary check; canary configuration',
      DescribeRuntimeVersions:
        'canary runtimes; deprecated canary runtime versions; puppeteer, playwright and selenium versions; which canary runtimes are deprecated',
      ListGroups: 'groups of canaries; canary groups',
      ListGroupResources: 'canaries in a group',
      ListAssociatedGroups: 'groups a canary belongs to',
    },
  },
  {
    service: 'rum',
    called:
      'real user monitoring; browser monitoring; page load times; web vitals; javascript errors; user sessions; frontend monitoring',
    operations: {
      ListAppMonitors:
        'web and mobile apps monitored; app monitors; frontend monitors; sites with real user monitoring; which websites have user monitoring; rum monitors; frontends with rum',
      GetAppMonitor:
        'sampling rate of a web monitor; domain of an app monitor; cookies and x-ray enabled in rum; custom events; how many sessions are sampled; rum settings of a site',
      BatchGetRumMetricDefinitions: 'extended metrics sent by a web monitor',
      ListRumMetricsDestinations: 'where rum metrics go; evidently or cloudwatch destination',
      GetAppMonitorData: 'raw page events; javascript errors of users; page view events',
      GetResourcePolicy: 'who may send rum events',
    },
  },
  {
    service: 'oam',
    called:
      'observability access manager; cross account monitoring; monitoring account; source accounts; sinks and links',
    operations: {
      ListLinks:
        'monitoring accounts we share with; is this account linked to central monitoring; what telemetry is shared; source account links; do we share metrics with a monitoring account',
      ListSinks:
        'is this the central monitoring account; sinks; monitoring sink; which account is the central monitoring account',
      ListAttachedLinks:
        'source accounts linked to a sink; accounts sending telemetry to central monitoring; accounts not linked; which accounts send telemetry to us; which accounts feed the monitoring account; source accounts of central monitoring',
      GetSinkPolicy: 'which accounts may link to the monitoring account',
      GetLink: 'resource types shared over a link; log and metric filters of a link',
      GetSink: 'name and arn of a monitoring sink',
    },
  },
  {
    service: 'observabilityadmin',
    called:
      'telemetry config; observability admin; which resources have logging and metrics turned on; telemetry rules; log centralization',
    operations: {
      ListResourceTelemetry:
        'resources without telemetry; vpcs without flow logs as telemetry config sees it; logging, metrics and traces status per resource; detailed monitoring off; which resources have no logging; resources without telemetry enabled',
      ListResourceTelemetryForOrganization:
        'telemetry status over all accounts; resources without logs in the organization',
      ListTelemetryRules:
        'rules that turn on logging; telemetry enablement rules; rules that enable flow logs automatically',
      ListTelemetryRulesForOrganization: 'organization wide rules that turn on logging',
      ListCentralizationRulesForOrganization:
        'log centralization; logs copied to a central account; cross account log copying rules; unhealthy centralization rules; are logs centralized into one account',
      GetCentralizationRuleForOrganization: 'source and destination of log centralization',
      GetTelemetryEvaluationStatus: 'is telemetry evaluation running in this account; is telemetry config on',
      GetTelemetryEvaluationStatusForOrganization: 'is telemetry evaluation running for the organization',
      ListTelemetryPipelines: 'telemetry pipelines; log processing pipelines',
      ListS3TableIntegrations: 'log integration with s3 tables',
      GetTelemetryEnrichmentStatus: 'are metrics enriched with tags',
    },
  },
  {
    service: 'grafana',
    called: 'managed grafana; grafana workspaces; dashboards in grafana',
    operations: {
      ListWorkspaces:
        'grafana servers; grafana instances; grafana versions in use; grafana workspaces by status; do we run grafana; grafana version; grafana urls; grafana workspaces; grafana workspaces we have',
      DescribeWorkspace:
        'url and version of a grafana; data sources of a grafana; network access of grafana; license of grafana; is grafana enterprise; which data sources does grafana use; grafana endpoint',
      DescribeWorkspaceAuthentication:
        'how do people log in to grafana; saml or sso of grafana; grafana login method; is saml configured for grafana',
      DescribeWorkspaceConfiguration: 'are grafana plugins and unified alerting enabled',
      ListPermissions:
        'who is admin in grafana; editors and viewers of grafana; users with grafana access; grafana admins; who can log in to grafana; who can edit dashboards in grafana; users and groups in grafana',
      ListWorkspaceServiceAccounts: 'grafana service accounts; robots in grafana; service accounts in grafana',
      ListWorkspaceServiceAccountTokens: 'grafana tokens about to expire; last use of grafana tokens',
      ListVersions: 'grafana versions to upgrade to; can grafana be upgraded; newer grafana releases',
    },
  },
  {
    service: 'amp',
    called: 'managed prometheus; prometheus workspaces; promql; alertmanager; scrapers; prometheus rules',
    operations: {
      ListWorkspaces:
        'prometheus servers; prometheus workspaces; managed prometheus instances; do we run prometheus; prometheus workspaces by alias; prometheus workspaces we have',
      DescribeWorkspace: 'endpoint and status of a prometheus workspace; encryption key of prometheus',
      DescribeWorkspaceConfiguration:
        'retention of prometheus metrics; active series limits per label set; how long are metrics kept in prometheus; how long does prometheus keep data; metric retention in prometheus',
      ListScrapers:
        'prometheus scrapers; which eks clusters are scraped; agentless collectors; failed scraper; managed scrapers; which cluster does a scraper read',
      DescribeScraper: 'scrape configuration and target cluster of one scraper; where does a scraper write',
      ListRuleGroupsNamespaces: 'recording and alerting rules in prometheus; rule files; prometheus alert rules',
      DescribeRuleGroupsNamespace: 'content of a prometheus rule file',
      DescribeAlertManagerDefinition:
        'alertmanager configuration; where prometheus alerts are routed; receivers; alertmanager routes',
      DescribeLoggingConfiguration: 'prometheus rule logs; is vended logging of prometheus on',
      DescribeQueryLoggingConfiguration: 'logging of expensive promql queries',
      ListAnomalyDetectors: 'prometheus anomaly detectors',
    },
  },
  {
    service: 'notifications',
    called: 'user notifications; notification center; aws alerts by email, chat or mobile push',
    operations: {
      ListNotificationConfigurations:
        'notification settings; what are we notified about; notification configurations and delivery; which notifications are set up; user notification rules',
      GetNotificationConfiguration: 'aggregation and status of one notification configuration',
      ListNotificationEvents:
        'notifications received; messages in the notification center; latest notifications; latest aws notifications; what were we notified about',
      GetNotificationEvent: 'content of one notification',
      ListManagedNotificationEvents: 'aws health, billing and security notifications received; managed notifications',
      ListManagedNotificationConfigurations: 'notifications that aws manages for us',
      ListNotificationHubs: 'regions where notifications are stored; notification hubs',
      ListChannels:
        'where notifications are delivered; email, slack and teams channels of a configuration; who gets emails about aws notifications; delivery channels of notifications',
      ListEventRules: 'event rules behind notifications',
      ListMemberAccounts: 'accounts covered by a notification configuration',
      GetNotificationsAccessForOrganization: 'are notifications on for the organization',
    },
  },
  {
    service: 'notificationscontacts',
    called: 'email contacts of user notifications',
    operations: {
      ListEmailContacts:
        'email addresses that get notifications; contacts not activated; notification recipients; who gets emails about notifications; emails registered for notifications; unverified email contacts',
      GetEmailContact: 'status of one notification email address',
    },
  },
  {
    service: 'chatbot',
    called: 'amazon q developer in chat; slack and teams integration; chatops; alerts in slack',
    operations: {
      DescribeSlackChannelConfigurations:
        'slack channels connected; which slack channel gets alerts; sns topics to slack; permissions of slack users; guardrails of a slack channel; which slack channels get aws alerts; is slack connected; slack channels configured for alerts',
      DescribeSlackWorkspaces: 'slack workspaces authorized',
      DescribeSlackUserIdentities: 'slack users mapped to roles',
      ListMicrosoftTeamsChannelConfigurations:
        'microsoft teams channels connected; alerts in teams; is microsoft teams connected',
      ListMicrosoftTeamsConfiguredTeams: 'teams tenants authorized',
      DescribeChimeWebhookConfigurations: 'chime webhooks for alerts',
      GetAccountPreferences: 'is a user role required in chat; training data collection setting of chat',
      ListCustomActions: 'custom actions and buttons in chat',
    },
  },
  {
    service: 'devops-guru',
    called: 'devops guru; operational anomalies; machine learning insights on operations; proactive insights',
    operations: {
      ListInsights:
        'operational insights; reactive and proactive insights; ongoing anomalies in operations; closed insights; what operational problems does devops guru see',
      SearchInsights:
        'insights filtered by severity or service; high severity insights over a period; severe operational insights last week',
      DescribeInsight: 'one insight; severity and start of an operational problem',
      ListAnomaliesForInsight:
        'metrics that behaved anomalously in an insight; metrics that went odd in an ops insight; anomalous metrics of an insight',
      ListRecommendations: 'what to do about an insight; recommended fixes',
      ListEvents: 'deployments and config changes near an insight',
      DescribeAccountHealth:
        'open insights in this account; number of anomalies; mean time to recover; how many open operational insights',
      DescribeAccountOverview: 'insights closed over a period; mean time to recovery',
      DescribeOrganizationHealth:
        'open insights over the organization; open operational insights across the organization',
      GetResourceCollection: 'what devops guru watches; stacks and tags analyzed; what does devops guru cover',
      ListMonitoredResources: 'resources monitored by devops guru',
      ListNotificationChannels: 'sns topics for insights',
      GetCostEstimation: 'what devops guru would cost',
      DescribeServiceIntegration: 'opscenter and log anomaly integration enabled',
      ListOrganizationInsights: 'operational insights of other accounts',
      ListAnomalousLogGroups: 'log groups with anomalies in an insight',
    },
  },
  {
    service: 'devops-agent',
    called: 'aws devops agent; incident investigation agent; autonomous sre',
    operations: {
      ListAgentSpaces: 'devops agent spaces; agent spaces for investigations; devops agent spaces we have',
      GetAgentSpace: 'settings of one devops agent space',
      ListBacklogTasks:
        'investigations run by the agent; incident tasks; pending agent tasks; what is the devops agent investigating',
      ListRecommendations:
        'prevention recommendations of the agent; how to avoid repeated incidents; what does the devops agent recommend',
      ListAssociations:
        'accounts, repositories and tools connected to an agent space; integrations with github, slack or datadog',
      ListServices: 'third party services registered; telemetry and ticket tools of the agent',
      ListGoals: 'goals of an agent space',
      ListChats: 'conversations with the devops agent',
      GetAccountUsage: 'hours used by the devops agent',
      ListExecutions: 'runs of an agent task',
    },
  },
  {
    service: 'aiops',
    called: 'cloudwatch investigations; ai operations; investigation groups',
    operations: {
      ListInvestigationGroups:
        'investigation groups; is cloudwatch investigations set up; investigation groups of cloudwatch investigations',
      GetInvestigationGroup: 'retention, role and chat channels of investigations; encryption of investigations',
      GetInvestigationGroupPolicy: 'which alarms may start investigations',
    },
  },
  {
    service: 'pi',
    called: 'performance insights; database performance; top sql; db load; wait events; slow database',
    operations: {
      DescribeDimensionKeys:
        'top sql of a database; heaviest queries; database wait events; what is slowing the database down; top users of database load',
      GetResourceMetrics:
        'database load over time; average active sessions; db load by wait event; performance insights metrics',
      GetResourceMetadata: 'is performance insights collecting for this database; performance insights features',
      ListAvailableResourceMetrics: 'performance insights metrics available; operating system counters of a database',
      ListPerformanceAnalysisReports: 'performance analysis reports of a database; database performance reports',
      GetPerformanceAnalysisReport: 'findings of a database performance analysis',
    },
  },
];
