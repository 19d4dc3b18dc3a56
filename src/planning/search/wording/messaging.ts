import type { ServiceWording } from './wording.js';

/** Queues, topics, events, schedules and workflows that join applications. */
export const MESSAGING_WORDING: readonly ServiceWording[] = [
  {
    service: 'sqs',
    called:
      'sqs; simple queue service; queues; message queues; dlq; dead letter queues; fifo queues; messages; backlog',
    operations: {
      ListQueues:
        'queues; names of message queues; fifo queues; which queues do we have; queue urls; how many queues; queues whose name ends with dlq',
      GetQueueAttributes:
        'messages in a queue; queue depth; backlog; stuck messages; messages in flight; approximate number of messages; dead letter queue has messages; queues with no dlq; redrive policy; max receive count; queue retention period; how long are messages kept; visibility timeout; queue encryption; unencrypted queues; kms key of a queue; who can send to a queue; queue policy; public queues; delay seconds; fifo deduplication; long polling wait time; maximum message size; when was the queue changed; delayed messages; empty queues; unprocessed messages piling up; queue encrypted with kms; server side encryption of queues; publicly accessible queue; queue policy allows public access; cross account access to a queue; queues without redrive policy; messages waiting to be processed; is the dlq empty; content based deduplication of a queue; anything in the dead letter queue; messages in the dlq; queue piling up; queues not being drained; consumers falling behind; lost messages in queues; how full are queues; poison messages; is a queue draining; oldest unprocessed work; dead lettered messages; failed messages waiting; queue modified',
      GetQueueUrl: 'url of a queue by name; does a queue with this name exist',
      ListDeadLetterSourceQueues: 'which queues use this dead letter queue; source queues of a dlq',
      ListMessageMoveTasks: 'dlq redrive tasks; redrive progress; messages moved back from the dlq; failed redrive',
      ListQueueTags: 'tags of a queue; owner of a queue; untagged queues',
    },
  },
  {
    service: 'sns',
    called:
      'sns; simple notification service; topics; pub sub; email alerts; sms; text messages; push notifications; subscribers; fan out; notification topics',
    operations: {
      ListTopics: 'notification topics; names of sns topics; fifo topics; how many topics; alert channels',
      GetTopicAttributes:
        'topic encryption; unencrypted topics; kms key of a topic; who can publish to a topic; topic policy; publicly accessible topics; topics open to everyone; subscriptions confirmed and pending counts; topics without subscribers; delivery status logging of a topic; topic owner; delivery policy retries; topics with no subscriptions; tracing of a topic; message archive policy; topic encrypted with kms; server side encryption of topics; publicly accessible topic; cross account publish to a topic; topic allows plain http publish',
      ListSubscriptions:
        'subscribers of all topics; email addresses that receive alerts; pending confirmations; subscriptions without a topic; orphaned subscriptions; who gets notified; http endpoints subscribed; unconfirmed subscriptions; phone numbers subscribed; subscriptions nobody confirmed; all email subscribers',
      ListSubscriptionsByTopic:
        'who is subscribed to one topic; who receives this alert; endpoints of a topic; queues and functions subscribed to a topic; is my email subscribed; who is mailed by a topic; who gets the alert emails; receivers of an alert; who hears about production alarms; who is told by an alarm topic; people behind an alert topic',
      GetSubscriptionAttributes:
        'filter policy of a subscription; raw message delivery; dead letter queue of a subscription; is a subscription confirmed; redrive policy of a subscriber; subscriptions without a dead letter queue',
      ListPlatformApplications: 'mobile push applications; apns and fcm apps; disabled push apps',
      GetPlatformApplicationAttributes:
        'expiry of an apple push certificate; push certificate expiring; event topics of a push app',
      GetSMSAttributes:
        'monthly sms spend limit; default sender id; sms type transactional; sms delivery logs; text message budget',
      GetSMSSandboxAccountStatus: 'is the account in the sms sandbox',
      ListSMSSandboxPhoneNumbers: 'verified sandbox phone numbers',
      ListPhoneNumbersOptedOut: 'opted out phone numbers; people who replied stop; blocked sms recipients list',
      ListOriginationNumbers: 'origination numbers; short codes; toll free numbers of sns',
      GetDataProtectionPolicy: 'data protection policy of a topic; pii masking on a topic',
      ListTagsForResource: 'tags of a topic; owner of a topic',
    },
  },
  {
    service: 'events',
    called:
      'eventbridge; event bridge; cloudwatch events; event bus; event buses; event rules; scheduled rules; cron rules; event driven; api destinations; event replay; partner events',
    operations: {
      ListRules:
        'event rules; scheduled rules; cron expressions; disabled rules; rules on an event bus; cron jobs by eventbridge; event patterns; rules managed by aws services; what runs every night; rate expressions; which rules react to ec2 state changes; how many event rules; what starts at midnight; nightly jobs; rules switched off; things that run on a timer',
      DescribeRule:
        'pattern and schedule of one event rule; is a rule enabled; role of a rule; who created a rule; is the nightly rule on',
      ListTargetsByRule:
        'what does a rule trigger; targets of a rule; lambda invoked by a cron rule; rules with no targets; dead letter queue of a target; retry policy of a target; input sent to the target; what does a nightly rule call; what happens when a rule fires; action of a rule',
      ListRuleNamesByTarget:
        'which rules trigger this function; rules that send to a queue; what invokes my lambda on a schedule; rules pointing at a target; rules that trigger a lambda; which cron starts a function; which event rules trigger a lambda; event rules that call a function',
      ListEventBuses: 'event buses; custom buses; buses open to other accounts; partner event buses; bus encryption',
      DescribeEventBus:
        'who may put events on a bus; policy of an event bus; cross account events permission; dead letter queue of a bus; kms key of a bus; event bus logging level',
      ListArchives: 'event archives; archived events size; archive retention days; event count in archives',
      DescribeArchive: 'event pattern of an archive; retention of one archive',
      ListReplays: 'event replays; failed replays; running replay of past events',
      DescribeReplay: 'progress of one event replay; time range replayed',
      ListApiDestinations:
        'api destinations; webhooks called by events; outgoing http targets; invocation rate of webhooks',
      DescribeApiDestination: 'url and method of one api destination',
      ListConnections:
        'connections for webhooks; deauthorized event connections; authorization type of event connections; connection secrets last authorized',
      DescribeConnection:
        'why is an event connection deauthorized; state reason of a connection to a webhook; auth type of one event connection',
      ListEndpoints: 'global endpoints of events; event failover between regions; event replication state',
      ListEventSources: 'partner event sources; saas sources pending; events from datadog or zendesk',
      ListTagsForResource: 'tags of an event rule or bus',
    },
  },
  {
    service: 'scheduler',
    called:
      'eventbridge scheduler; schedules; cron jobs; scheduled tasks; one time schedules; timers; scheduled invocations',
    operations: {
      ListSchedules:
        'schedules; cron jobs; disabled schedules; what is scheduled; scheduled lambdas; schedule groups content; targets of schedules; which jobs run at night; periodic tasks; schedules by name prefix; how many scheduled jobs; what runs at midnight; nightly schedules; schedules switched off; recurring jobs',
      GetSchedule:
        'cron expression of a schedule; time zone of a schedule; when does a scheduled job run; flexible time window; retry policy and dlq of a schedule; role and target of one schedule; end date of a schedule; action after completion; is a schedule on; container task started by a schedule; input of a schedule; start date of a schedule; message sent by a schedule; maximum event age of a schedule; dead letter queue of a schedule; last change of a schedule',
      ListScheduleGroups: 'schedule groups; groups being deleted',
      GetScheduleGroup: 'details of one schedule group',
      ListTagsForResource: 'tags of a schedule group',
    },
  },
  {
    service: 'pipes',
    called: 'eventbridge pipes; pipes; point to point integrations; source to target pipes',
    operations: {
      ListPipes:
        'event pipes; stopped pipes; failed pipes; sources and targets of pipes; which pipes read from a queue',
      DescribePipe:
        'filter and enrichment of a pipe; batch size of a pipe; logging of a pipe; why did a pipe fail; state reason of a pipe; dead letter of a pipe',
    },
  },
  {
    service: 'schemas',
    called: 'eventbridge schemas; schema registry for events; event schemas; discovered event schemas; code bindings',
    operations: {
      ListRegistries: 'event schema registries; aws event schemas registry',
      ListSchemas: 'schemas of events; discovered event schemas in a registry',
      SearchSchemas: 'find an event schema by keyword; schema of ec2 events',
      DescribeSchema: 'content of an event schema; fields of an event',
      ListSchemaVersions: 'versions of an event schema',
      ListDiscoverers: 'schema discovery on buses; is schema discovery on',
      GetResourcePolicy: 'who may use an event schema registry',
    },
  },
  {
    service: 'stepfunctions',
    called:
      'step functions; state machines; sfn; workflows; orchestrations; serverless workflows; express workflows; asl; distributed map; workflow executions',
    operations: {
      ListStateMachines:
        'state machines; workflows; express or standard workflows; names of step functions; how many workflows',
      DescribeStateMachine:
        'definition of a state machine; logging level of a workflow; workflows without logging; tracing of a state machine; role of a workflow; encryption of a state machine; which lambdas does a workflow call; asl json; state machine revision; state machine logging; state machine encrypted with a customer managed key; xray on a state machine; execution data logged by a state machine; do state machines log; steps of a workflow; log destination of a workflow; creation date of a workflow; variables of a workflow; type of a workflow',
      ListExecutions:
        'workflow executions; failed executions; failed workflows last night; running executions; timed out executions; aborted workflow runs; stuck executions; how many runs failed today; long running executions; execution history of a state machine by status; last run of a workflow; redriven executions; pending redrive; workflows that failed; failed workflow runs; broken workflows today; did the workflow finish; workflow runs in progress; workflows still in flight; executions started today; runs by status',
      DescribeExecution:
        'why did an execution fail; error and cause of a run; input and output of an execution; duration of one run; status of one execution; input that made a workflow fail; what did the execution return; which step failed in an execution; at which step did a workflow break; why did the workflow stop',
      GetExecutionHistory:
        'which step failed; step by step events of a run; retries inside an execution; event trail of a workflow run; last state entered; at which step did a workflow break; where did an execution stop',
      ListMapRuns: 'distributed map runs of an execution',
      DescribeMapRun: 'failed items of a map run; item counts of a distributed map; tolerated failures of a map run',
      ListStateMachineVersions: 'published versions of a state machine',
      ListStateMachineAliases: 'aliases of a state machine; traffic split between workflow versions',
      DescribeStateMachineAlias: 'routing weights of a workflow alias',
      DescribeStateMachineForExecution: 'definition used by a past execution',
      ListActivities: 'activities; worker activities of step functions',
      ListTagsForResource: 'tags of a state machine; owner of a workflow',
    },
  },
  {
    service: 'swf',
    called: 'swf; simple workflow service; legacy workflows; deciders and workers',
    operations: {
      ListDomains: 'swf domains; deprecated workflow domains',
      DescribeDomain: 'retention of workflow history in a swf domain',
      ListOpenWorkflowExecutions: 'swf workflows running now; open swf executions',
      ListClosedWorkflowExecutions: 'finished swf workflows; failed swf executions; timed out swf workflows',
      DescribeWorkflowExecution: 'open tasks and timers of a swf execution; latest activity of a swf workflow',
      GetWorkflowExecutionHistory: 'event history of a swf workflow',
      ListWorkflowTypes: 'registered swf workflow types',
      ListActivityTypes: 'registered swf activity types',
    },
  },
  {
    service: 'mq',
    called: 'amazon mq; activemq; rabbitmq; message brokers; rabbit; jms; amqp; brokers',
    operations: {
      ListBrokers:
        'message brokers; rabbitmq brokers; activemq brokers; broker state; single instance brokers; broker deployment mode; how many brokers; broker instance type',
      DescribeBroker:
        'engine version of a broker; publicly accessible brokers; public rabbitmq console; auto minor version upgrade of a broker; broker logs audit and general; maintenance window of a broker; broker encryption key; broker endpoints; pending engine version; security groups of a broker; ldap of a broker; actions required on a broker; data replication of a broker; outdated activemq version; broker storage type; are broker logs exported; engine version of a broker up to date; broker exposed to the public; broker hosts and subnets; is the broker a single point of failure; active standby broker; broker ip; authentication strategy of a broker; configuration revision of a broker; broker weekly maintenance; kms key of a broker; console url of a broker',
      ListUsers: 'broker users; activemq users pending change',
      DescribeUser: 'groups and console access of a broker user; replication user of a broker',
      ListConfigurations: 'broker configurations; configurations per engine version',
      DescribeConfiguration: 'latest revision of a broker configuration',
      ListConfigurationRevisions: 'revisions of a broker configuration',
      DescribeBrokerEngineTypes: 'available broker engine versions; supported rabbitmq versions',
      DescribeBrokerInstanceOptions: 'broker instance types and storage on offer',
      ListTags: 'tags of a broker',
    },
  },
  {
    service: 'appflow',
    called: 'appflow; saas data flows; salesforce sync; saas integration; data flows from saas to s3',
    operations: {
      ListFlows:
        'saas data flows; salesforce flows; failed or deactivated flows; flows scheduled; last run status of flows',
      DescribeFlow:
        'source and destination of a flow; schedule of a flow; field mapping of a flow; flow error message; kms key of a flow; schedule of a saas flow; kms key of a saas flow',
      DescribeFlowExecutionRecords:
        'runs of a flow; failed flow runs; records processed by a flow; when did the salesforce sync last succeed; failed appflow runs; run history of an appflow flow',
      DescribeConnectorProfiles:
        'saas connections of appflow; which saas accounts are connected; private connections of appflow',
      ListConnectors: 'registered saas connectors; custom connectors',
      DescribeConnectors: 'supported saas sources and their capabilities',
      ListConnectorEntities: 'objects of a saas source; salesforce objects available',
    },
  },
  {
    service: 'appintegrations',
    called: 'app integrations; connect application integrations; third party apps in amazon connect',
    operations: {
      ListApplications: 'third party apps embedded in connect',
      GetApplication: 'access url and permissions of an embedded connect app',
      ListEventIntegrations: 'event integrations for connect; external event sources of contact center',
      ListDataIntegrations: 'data integrations for connect; external data ingested for customer profiles',
      GetDataIntegration: 'schedule and source of a connect data integration',
      ListEventIntegrationAssociations: 'who uses an event integration',
    },
  },
];
