import type { ServiceWording } from './wording.js';

/** Streams of records, Kafka, and search clusters that are fed from them. */
export const STREAMING_WORDING: readonly ServiceWording[] = [
  {
    service: 'kinesis',
    called:
      'kinesis; kinesis data streams; kds; streams; shards; event streams; streaming data; stream consumers; enhanced fan out',
    operations: {
      ListStreams:
        'data streams; names of kinesis streams; stream mode and status; how many streams; on demand streams',
      DescribeStreamSummary:
        'retention of a stream; how long does the stream keep records; open shard count; is the stream encrypted; unencrypted streams; on demand or provisioned stream; number of enhanced fan out consumers; enhanced shard level metrics; kms key of a stream; stream status; streams with 24 hour retention; max record size of a stream; on demand capacity of a stream; warm throughput of a stream; server side encryption of a stream; is the stream encrypted with kms; streams without encryption; stream retention hours',
      DescribeStream: 'stream details with its shards; sequence number ranges of shards in a stream',
      ListShards:
        'shards of a stream; hash key ranges; closed shards; how many shards; parent shards after a split; hot shards layout',
      ListStreamConsumers: 'registered consumers of a stream; enhanced fan out consumers; who reads from a stream',
      DescribeStreamConsumer: 'status of one fan out consumer',
      GetResourcePolicy:
        'cross account access to a stream; who may write to a stream; resource policy of a kinesis stream',
      DescribeLimits: 'shard limit of the account; shards used; on demand stream quota',
      DescribeAccountSettings: 'minimum throughput billing commitment of kinesis',
      ListTagsForStream: 'tags of a kinesis stream; owner of a stream',
    },
  },
  {
    service: 'firehose',
    called:
      'firehose; kinesis firehose; data firehose; delivery streams; streaming ingest to s3; log delivery pipelines',
    operations: {
      ListDeliveryStreams: 'delivery streams; names of firehose streams; which firehoses exist',
      DescribeDeliveryStream:
        'where does a delivery stream write; destination bucket of firehose; firehose to splunk, opensearch, redshift or snowflake; buffer size and interval; is the delivery stream encrypted; failed delivery backup settings; error logging of firehose; transformation lambda; record format conversion to parquet; dynamic partitioning; source stream of firehose; delivery stream status; compression of delivered files; error output prefix; delivery streams that land in the lake; streams that feed iceberg tables; why did a delivery stream fail; iam role of a delivery stream; http endpoint destination; retry duration of firehose; where do log deliveries end up',
      ListTagsForDeliveryStream: 'tags of a delivery stream',
    },
  },
  {
    service: 'kinesisanalyticsv2',
    called:
      'managed service for apache flink; flink; managed flink; kinesis data analytics; kda; stream processing apps; flink studio notebooks',
    operations: {
      ListApplications:
        'flink applications; stream processing apps; running flink jobs; runtime versions of flink apps; flink versions out of support',
      DescribeApplication:
        'parallelism of a flink app; checkpointing settings; autoscaling of a flink app; vpc of a flink app; runtime environment of one app; flink app restarting or failed; log stream of a flink app; code location of a flink app; kpus allocated; snapshots enabled; maintenance window of flink',
      ListApplicationSnapshots: 'savepoints of a flink app; flink snapshots',
      DescribeApplicationSnapshot: 'one savepoint of a flink app',
      ListApplicationOperations: 'operations of a flink app; failed updates of a flink app; start and stop history',
      DescribeApplicationOperation: 'why did a flink operation fail',
      ListApplicationVersions: 'versions of a flink app; change history of an analytics app',
      DescribeApplicationVersion: 'configuration of an older version of a flink app',
      ListTagsForResource: 'tags of a flink app',
    },
  },
  {
    service: 'kinesisanalytics',
    called: 'kinesis analytics sql; legacy sql stream analytics; kinesis data analytics v1',
    operations: {
      ListApplications: 'sql stream analytics applications left; legacy kinesis sql apps to migrate',
      DescribeApplication: 'inputs and outputs of a sql stream application; sql code of a stream app',
    },
  },
  {
    service: 'kinesisvideo',
    called: 'kinesis video streams; kvs; video streams; cameras; webrtc signaling; camera feeds',
    operations: {
      ListStreams: 'video streams; camera streams; retention hours of video; video streams that keep nothing',
      DescribeStream: 'details of one video stream; data retention of a camera; kms key of video',
      ListSignalingChannels: 'webrtc signaling channels; video call channels',
      DescribeSignalingChannel: 'type and ttl of one signaling channel',
      DescribeNotificationConfiguration: 'sns notifications of a video stream; fragment notifications',
      DescribeImageGenerationConfiguration: 'image extraction from video; frames saved to s3',
      DescribeEdgeConfiguration: 'edge recording schedule of a camera; recorder and uploader config',
      ListEdgeAgentConfigurations: 'edge agents recording cameras',
      DescribeStreamStorageConfiguration: 'warm or hot storage tier of a video stream',
    },
  },
  {
    service: 'kafka',
    called:
      'msk; managed streaming for kafka; kafka; kafka clusters; brokers; topics; msk serverless; apache kafka; zookeeper; kraft; kafka replication',
    operations: {
      ListClustersV2:
        'kafka clusters; msk clusters; serverless and provisioned kafka; kafka version of clusters; broker count and size; kafka clusters open without authentication; kafka storage volume per broker; public access to kafka; unencrypted traffic between clients and brokers; kafka enhanced monitoring level; kafka logs to cloudwatch; clusters on old kafka version; msk state; how many kafka clusters; express brokers; plaintext kafka; clusters on m5 brokers; tiered storage; kafka clusters encrypted with a customer managed key; publicly accessible kafka; kafka reachable without auth; unauthenticated kafka; broker logs of kafka; state message of a kafka cluster; rebalancing status; zookeeper or kraft clusters; kafka storage mode; kafka in which subnets; iam or scram auth on kafka',
      ListClusters:
        'provisioned msk clusters in the old list; zookeeper connect string of clusters; prometheus open monitoring per cluster',
      DescribeClusterV2:
        'settings of one kafka cluster; authentication iam, scram or tls of a kafka cluster; encryption in transit of one kafka cluster; configuration revision used by a cluster; subnets and security groups of brokers; why is the kafka cluster failing; rebalancing of a cluster; intelligent rebalancing; kafka encrypted at rest with a customer managed key; kafka tls between brokers; is kafka open without authentication; broker log delivery of a cluster',
      DescribeCluster: 'zookeeper string and broker info of one provisioned cluster',
      GetBootstrapBrokers:
        'bootstrap servers; broker connection string; kafka endpoints; tls and iam bootstrap addresses; how to connect to kafka',
      ListNodes:
        'broker nodes; brokers with their ip and zone; zookeeper and controller nodes; endpoint of each broker; broker software version',
      ListTopics:
        'topics of a kafka cluster; partition count and replication factor of topics; how many kafka topics; out of sync replicas per topic',
      DescribeTopic: 'settings of one kafka topic; retention of a topic; cleanup policy of a topic',
      DescribeTopicPartitions: 'leaders and in sync replicas of partitions; under replicated partitions',
      ListClusterOperationsV2:
        'operations on a kafka cluster; failed kafka upgrades; scaling and patching history of msk; security patching of brokers',
      DescribeClusterOperationV2: 'progress and errors of one kafka operation',
      ListConfigurations: 'broker configurations; custom kafka configurations; server properties sets',
      ListConfigurationRevisions: 'revisions of a broker configuration',
      DescribeConfigurationRevision:
        'server properties in a configuration; auto create topics setting; default retention in broker settings; min insync replicas',
      DescribeConfiguration: 'latest revision and state of one kafka configuration',
      ListKafkaVersions: 'supported kafka versions; deprecated kafka versions; end of support of kafka versions',
      GetCompatibleKafkaVersions: 'versions a kafka cluster can be upgraded to',
      GetClusterPolicy: 'cross account kafka access; resource policy of msk',
      ListScramSecrets: 'secrets associated with kafka users; scram users of msk by secret arn',
      ListVpcConnections: 'managed vpc connections to kafka; private multi vpc connectivity',
      ListClientVpcConnections: 'clients from other vpcs connected to a kafka cluster',
      ListReplicators: 'kafka replicators; mirror maker replacements; replication between kafka clusters',
      DescribeReplicator: 'topics copied by a replicator; state of a kafka replicator; consumer group replication',
      ListTagsForResource: 'tags of a kafka cluster',
    },
  },
  {
    service: 'kafkaconnect',
    called: 'msk connect; kafka connect; debezium; connectors; kafka sink and source connectors; connector plugins',
    operations: {
      ListConnectors:
        'kafka connectors; failed connectors; connector state; connector capacity; sink connectors running',
      DescribeConnector:
        'configuration of one kafka connector; workers of a connector; why did a connector fail; log delivery of a connector; plugin of a connector; autoscaling of connector workers',
      ListConnectorOperations: 'operations on a connector; failed connector updates',
      ListCustomPlugins: 'connector plugins; uploaded kafka connect plugins',
      DescribeCustomPlugin: 'file and checksum of a connector plugin',
      ListWorkerConfigurations: 'worker configurations of kafka connect',
      DescribeWorkerConfiguration: 'worker properties of kafka connect; converters in worker config',
    },
  },
  {
    service: 'opensearch',
    called:
      'opensearch; opensearch service; elasticsearch; elk; search domains; search clusters; kibana; opensearch dashboards; log search; search engine',
    operations: {
      ListDomainNames: 'search domains; names of opensearch clusters; elk clusters; engine type of domains',
      DescribeDomain:
        'settings of one opensearch domain; engine version of a domain; domains on elasticsearch 6 or 7; domain in vpc or public; public search endpoint; encryption at rest of a domain; node to node encryption; enforce https of a domain; tls policy of a domain; fine grained access control; access policy of a domain; instance types and counts of data nodes; dedicated master nodes; zone awareness; ebs size of search nodes; ultrawarm and cold nodes; slow and audit logs published; service software update available; auto software update; off peak window; cognito login to dashboards; domain processing; snapshot hour; custom endpoint of a domain; search cluster without standby; upgrade available for a search domain; instance type of search nodes; opensearch encrypted with a customer managed key; publicly accessible opensearch; search cluster open to the internet; disk space of a search domain; elasticsearch version of a cluster; instance types and node count of a domain; volume type of a domain; security groups of a domain; subnets of a domain; saml login of dashboards; master user of a domain; anonymous access of a domain; advanced options of a domain; change in progress of a domain; jwt auth; dual stack domain; deployment strategy; natural language query',
      DescribeDomains:
        'many opensearch domains at once; search domains without encryption; domains not in a vpc; domains without dedicated masters; compare versions of search clusters; domains with pending service software; instance types of all search domains; compare search clusters',
      DescribeDomainConfig:
        'pending configuration of a domain; change status of each domain option; when was a domain option updated',
      DescribeDomainHealth:
        'cluster health red or yellow; unassigned shards; search cluster health; active availability zones; master node health; total shards; nodes count of a search domain; elastic cluster red; elasticsearch cluster yellow; is search healthy; shards unassigned in the search cluster; why is search yellow',
      DescribeDomainNodes: 'nodes of a search domain; data nodes per zone; storage left on search nodes; node status',
      DescribeDomainChangeProgress:
        'progress of a blue green change on a domain; stuck domain update; stages of a domain change',
      DescribeDomainAutoTunes: 'auto tune actions of a domain; jvm tuning schedule',
      ListScheduledActions: 'scheduled updates of a domain; upcoming service software update; off peak actions',
      GetUpgradeHistory: 'past upgrades of a search domain; failed upgrade eligibility checks',
      GetUpgradeStatus: 'is a search upgrade running; step of the current upgrade',
      GetCompatibleVersions: 'versions a search domain can be upgraded to',
      ListVersions: 'available opensearch versions',
      DescribeInboundConnections: 'cross cluster search connections into our domain; remote clusters connected',
      DescribeOutboundConnections: 'cross cluster connections to other domains; pending cross cluster approval',
      ListVpcEndpoints: 'managed vpc endpoints of search; private endpoints to domains',
      ListVpcEndpointAccess: 'accounts allowed to reach a domain by vpc endpoint',
      DescribeVpcEndpoints: 'endpoint url and vpc of a search endpoint',
      DescribePackages: 'search packages; dictionaries and synonym files; plugins uploaded to opensearch',
      ListPackagesForDomain: 'dictionaries attached to a domain; packages attached to a search domain',
      DescribeReservedInstances: 'reserved search instances; opensearch reservations expiring',
      DescribeReservedInstanceOfferings: 'prices of reserved opensearch instances',
      ListInstanceTypeDetails: 'instance types supported by opensearch; warm and encryption support per type',
      DescribeInstanceTypeLimits: 'maximum storage and nodes of an opensearch instance type',
      ListApplications: 'opensearch ui applications',
      ListDataSources: 's3 data sources of a search domain; direct query sources of a domain',
      ListDirectQueryDataSources: 'direct query data sources; cloudwatch or security lake in opensearch',
      ListDomainMaintenances: 'node reboots and process restarts requested on a domain',
      ListInsights: 'insights and advice about a search domain',
      ListTags: 'tags of a search domain',
    },
  },
  {
    service: 'es',
    called: 'elasticsearch service api; legacy elasticsearch api; es domains; old elasticsearch domains',
    operations: {
      ListDomainNames: 'legacy es domain names',
      DescribeElasticsearchDomain: 'elasticsearch version of one legacy es domain; access policy of a legacy es domain',
      DescribeElasticsearchDomains: 'legacy elasticsearch domains in detail',
      DescribeElasticsearchDomainConfig: 'configuration of a legacy es domain',
      GetUpgradeHistory: 'upgrade history of a legacy es domain',
      GetCompatibleElasticsearchVersions: 'elasticsearch upgrade paths',
      DescribeReservedElasticsearchInstances: 'reserved elasticsearch instances',
      ListElasticsearchVersions: 'elasticsearch versions on offer',
    },
  },
  {
    service: 'opensearchserverless',
    called: 'opensearch serverless; aoss; serverless search; vector search collections; ocu; search collections',
    operations: {
      ListCollections: 'serverless search collections; vector collections; collection status; failed collections',
      BatchGetCollection:
        'endpoint and type of a collection; standby replicas of a collection; kms key of a collection; dashboard url of a collection',
      ListSecurityPolicies: 'network and encryption policies of serverless search; which collections are public',
      GetSecurityPolicy:
        'is a collection public; network policy rules of a collection; encryption policy document; collections with public network access',
      ListAccessPolicies: 'data access policies of serverless search',
      GetAccessPolicy: 'who can read an index in a collection; data access policy rules',
      ListSecurityConfigs: 'saml and identity center logins for serverless search',
      ListLifecyclePolicies: 'index retention policies of serverless search',
      BatchGetEffectiveLifecyclePolicy: 'retention in effect of a serverless index',
      ListVpcEndpoints: 'private endpoints of serverless search',
      GetAccountSettings: 'ocu limits; maximum indexing and search capacity of serverless search',
      GetPoliciesStats: 'number of serverless search policies',
      ListCollectionGroups: 'collection groups sharing capacity',
      ListTagsForResource: 'tags of a search collection',
    },
  },
  {
    service: 'osis',
    called: 'opensearch ingestion; data prepper; osi; ingestion pipelines; log ingest to opensearch',
    operations: {
      ListPipelines:
        'ingestion pipelines; stopped or failed ingestion pipelines; min and max units of ingestion; pipelines into opensearch',
      GetPipeline:
        'yaml of an ingestion pipeline; source and sink of an ingestion pipeline; persistent buffer; log publishing of ingestion; vpc of an ingestion pipeline; ingest url',
      GetPipelineChangeProgress: 'progress of an ingestion pipeline update',
      ListPipelineBlueprints: 'blueprints for ingestion pipelines',
      ListPipelineEndpoints: 'vpc endpoints of ingestion pipelines',
      ListTagsForResource: 'tags of an ingestion pipeline',
    },
  },
];
