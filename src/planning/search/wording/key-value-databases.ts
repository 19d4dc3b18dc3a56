import type { ServiceWording } from './wording.js';

/** Key-value, in-memory, wide-column and time-series databases. */
export const KEY_VALUE_DATABASES_WORDING: readonly ServiceWording[] = [
  {
    service: 'dynamodb',
    called:
      'dynamodb; dynamo; ddb; nosql; key value store; nosql tables; document tables; gsi; global tables; on demand tables; pitr',
    operations: {
      ListTables: 'dynamo tables; names of nosql tables; which tables exist in dynamo; how many dynamo tables',
      DescribeTable:
        'table size and item count; billing mode; on demand or provisioned; read and write capacity of a table; provisioned tables; partition key and sort key; key schema; secondary indexes; gsis of a table; table encryption; tables with customer kms key; streams enabled on a table; deletion protection of a table; tables without deletion protection; table class infrequent access; replicas of a table in other regions; global table regions; largest dynamo tables; empty tables; warm throughput; table status; when was a table created; how big is a dynamo table; rows in a dynamo table; expensive dynamo tables; pay for capacity not used; projection of indexes; throttled table capacity; archived tables; restore in progress of a table; last switch to on demand; attribute definitions of a table; does a table stream changes; index still backfilling; witness region',
      DescribeContinuousBackups:
        'point in time recovery of a table; is pitr on; tables without pitr; continuous backup of dynamo; earliest restore time of a table; recovery window days of a table; can we restore a table to yesterday; pitr on tables; table has point in time recovery; point in time recovery of dynamo tables; can we restore a table to noon; restore a table to a point in time; latest restorable time of a table',
      ListBackups:
        'on demand dynamo backups; table backups; old backups of tables; latest backup of a table; backup size of tables',
      DescribeBackup: 'details of one table backup; expiry of a table backup',
      DescribeTimeToLive:
        'ttl of a table; is ttl enabled; which attribute expires items; tables without time to live; automatic item expiry; do items expire in a table; expiring rows; are old rows removed',
      DescribeTableReplicaAutoScaling: 'autoscaling of global table replicas; capacity autoscaling per replica',
      DescribeGlobalTable: 'old version global tables replicas',
      ListGlobalTables: 'legacy global tables; global tables version 2017',
      DescribeGlobalTableSettings: 'replica capacity settings of a legacy global table',
      DescribeContributorInsights:
        'is contributor insights on; hot keys monitoring of a table; most accessed keys rules',
      ListContributorInsights: 'tables with contributor insights; which tables track hot keys',
      DescribeKinesisStreamingDestination: 'kinesis stream fed by a table; change data of a table sent to kinesis',
      ListExports: 'table exports to s3; failed table exports; running dynamo exports',
      DescribeExport: 'progress of a table export; bucket of a table export; exported item count',
      ListImports: 'table imports from s3; failed imports into dynamo',
      DescribeImport: 'progress of a table import; errors of an import into dynamo',
      DescribeLimits: 'account capacity limits of dynamo; max read and write units of account and table',
      GetResourcePolicy:
        'resource policy of a table; cross account access to a table; who outside can read a table; stream policy',
      DescribeEndpoints: 'regional dynamo endpoint',
      ListTagsOfResource: 'tags of a dynamo table; owner of a table; cost center tag of tables',
    },
  },
  {
    service: 'dynamodbstreams',
    called: 'dynamodb streams; ddb streams; table change streams; change feed of a table',
    operations: {
      ListStreams: 'which dynamo tables have streams; table change feeds',
      DescribeStream:
        'shards of a table stream; view type of a stream; old and new images; status of a table stream; trim horizon sequence numbers',
    },
  },
  {
    service: 'dax',
    called: 'dax; dynamodb accelerator; cache in front of dynamo',
    operations: {
      DescribeClusters:
        'dax clusters; dax node type; dax encryption at rest; dax without tls; endpoint of dax; dax nodes status; maintenance window of dax; dynamodb accelerator encrypted at rest; dynamodb accelerator encrypted in transit; dax in several availability zones',
      DescribeEvents: 'dax events; dax node failures',
      DescribeParameterGroups: 'dax parameter groups',
      DescribeParameters: 'record and query ttl of dax; cache ttl of dax',
      DescribeSubnetGroups: 'subnets of dax',
      ListTags: 'tags of a dax cluster',
    },
  },
  {
    service: 'elasticache',
    called:
      'elasticache; redis; valkey; memcached; cache; caches; cache clusters; in memory cache; session store; redis clusters; cache nodes',
    operations: {
      DescribeReplicationGroups:
        'redis clusters; replication groups; redis without encryption in transit; redis without tls; redis encryption at rest; redis without auth; redis auth token enabled; single node redis; automatic failover disabled; redis multi az; shards and replicas; primary endpoint; reader endpoint; cluster mode enabled; redis snapshot retention; redis without backups; user groups attached; data tiering; log delivery of redis; caches without replicas; node type of redis; valkey clusters; redis status modifying; session cache without failover; redis without standby; resharding in progress; pending changes of redis; redis logs sent to; cluster mode shards; redis parameter and port; cache encrypted with kms; redis user group; snapshotting node',
      DescribeCacheClusters:
        'cache nodes; memcached clusters; cache engine version; redis 5 or 6 still in use; outdated redis version; node type of caches; old generation cache nodes; idle caches; number of cache nodes; maintenance window of a cache; endpoint of memcached; security groups of a cache; auto minor version upgrade of caches; which az are cache nodes in; cache created when; parameter group of a cache; single az cache; cache node status; caches on an old redis; ancient cache versions; cache notification topic; preferred zone of a cache; memcached tls; cache port; pending node changes; snapshot retention of a cache; caches not in a replication group; transit encryption of caches',
      DescribeServerlessCaches:
        'serverless caches; serverless redis or valkey; cache usage limits; serverless memcached; daily snapshot time of a serverless cache',
      DescribeServerlessCacheSnapshots: 'backups of serverless caches',
      DescribeSnapshots:
        'redis backups; cache snapshots; old redis snapshots; latest backup of a cache; snapshot node size; cache backup age',
      DescribeUpdateActions:
        'cache clusters waiting for a security update; patch status of redis nodes; which caches have not applied an update; self service updates to apply; pending updates of caches; caches without a security patch; unpatched redis; redis patch missing',
      DescribeServiceUpdates:
        'released security updates for caches; recommended apply date; critical redis patches available',
      DescribeEvents:
        'cache events; redis failover; node replacement events; what happened to redis last night; cache node restarts; what happened to a cache node',
      DescribeCacheParameterGroups: 'cache parameter groups; redis parameter groups; families of cache parameters',
      DescribeCacheParameters:
        'maxmemory policy of redis; eviction policy; redis settings; value of a cache parameter; timeout and notify keyspace events; eviction policy of a cache; what does redis evict',
      DescribeCacheSubnetGroups: 'subnets of caches; vpc of a redis subnet group',
      DescribeUsers:
        'redis users; rbac users; access string of a redis user; redis users without password; default user',
      DescribeUserGroups: 'redis user groups; which replication groups use a user group; rbac groups',
      DescribeGlobalReplicationGroups:
        'global datastore; cross region redis; redis replication to another region; primary and secondary region of a cache; members of a global datastore',
      DescribeReservedCacheNodes: 'reserved cache nodes; cache reservations; expiring redis reservations',
      DescribeReservedCacheNodesOfferings: 'prices of reserved cache nodes',
      DescribeCacheEngineVersions:
        'available redis and memcached versions; latest valkey version; redis upgrades we can do; supported redis upgrades',
      ListAllowedNodeTypeModifications: 'which node types can a cache scale to; resize options for redis',
      DescribeEngineDefaultParameters: 'default redis parameters of a family',
      DescribeCacheSecurityGroups: 'ec2 classic cache security groups',
      ListTagsForResource: 'tags of a cache; owner of a redis cluster',
    },
  },
  {
    service: 'memorydb',
    called: 'memorydb; durable redis; redis as primary database; valkey database',
    operations: {
      DescribeClusters:
        'memorydb clusters; memorydb without tls; memorydb open access acl; memorydb engine version; shards and nodes of memorydb; memorydb snapshot retention; node type of memorydb; memorydb maintenance window; kms key of memorydb; pending updates of memorydb; memorydb auto minor version upgrade',
      DescribeSnapshots: 'memorydb snapshots; backups of memorydb',
      DescribeACLs: 'memorydb access control lists; clusters using an acl; open access acls',
      DescribeUsers: 'memorydb users; access strings of memorydb users',
      DescribeEvents: 'memorydb events; failovers of memorydb',
      DescribeServiceUpdates: 'memorydb patches; memorydb updates not applied',
      DescribeParameterGroups: 'memorydb parameter groups',
      DescribeParameters: 'memorydb settings; maxmemory policy of memorydb',
      DescribeSubnetGroups: 'subnets of memorydb',
      DescribeReservedNodes: 'memorydb reservations',
      DescribeEngineVersions: 'memorydb versions available',
      DescribeMultiRegionClusters: 'multi region memorydb clusters; active active redis',
      ListAllowedNodeTypeUpdates: 'node types memorydb can scale to',
      ListTags: 'tags of a memorydb cluster',
    },
  },
  {
    service: 'keyspaces',
    called: 'keyspaces; cassandra; amazon keyspaces; cql; managed cassandra; wide column store',
    operations: {
      ListKeyspaces: 'cassandra keyspaces; which keyspaces exist; replicated keyspaces',
      GetKeyspace: 'regions of a keyspace; replication strategy of a keyspace',
      ListTables: 'cassandra tables; tables in a keyspace',
      GetTable:
        'schema of a cassandra table; capacity mode of a cassandra table; pitr of a cassandra table; ttl of a cassandra table; encryption of a cassandra table; columns and partition keys in cassandra; cdc of a cassandra table',
      GetTableAutoScalingSettings: 'autoscaling of a cassandra table',
      ListTypes: 'user defined types in a keyspace',
      ListTagsForResource: 'tags of a keyspace or cassandra table',
    },
  },
  {
    service: 'keyspacesstreams',
    called: 'keyspaces streams; cassandra cdc streams',
    operations: {
      ListStreams: 'cdc streams of cassandra tables',
      GetStream: 'shards and status of a cassandra change stream',
    },
  },
  {
    service: 'timestream-write',
    called: 'timestream; timestream for live analytics; time series database; metrics database; sensor data store',
    operations: {
      ListDatabases: 'time series databases; table count of timestream databases; kms key of time series databases',
      DescribeDatabase: 'details of one time series database',
      ListTables: 'time series tables; timestream tables with retention; retention of time series data',
      DescribeTable:
        'memory and magnetic store retention of a time series table; how long is sensor data kept; rejected data location; magnetic store writes',
      ListBatchLoadTasks: 'bulk loads into timestream; failed batch loads',
      DescribeBatchLoadTask: 'progress and errors of a timestream batch load',
    },
  },
  {
    service: 'timestream-query',
    called: 'timestream query; scheduled queries on time series; tcu',
    operations: {
      ListScheduledQueries:
        'scheduled time series queries; disabled scheduled queries; failed timestream queries; next run of a scheduled query; last run status of scheduled queries',
      DescribeScheduledQuery:
        'sql and schedule of a timestream scheduled query; error report of a scheduled query; recent runs of a timestream query',
      DescribeAccountSettings: 'max query compute units of timestream; query pricing model of timestream',
    },
  },
  {
    service: 'timestream-influxdb',
    called: 'timestream for influxdb; influxdb; influx; managed influx',
    operations: {
      ListDbInstances: 'influxdb instances; influx servers; status of influx databases',
      GetDbInstance:
        'is influxdb publicly accessible; influx log delivery; influx deployment multi az; security groups of influx; storage of influxdb',
      ListDbClusters: 'influxdb clusters; influx read replica clusters',
      GetDbCluster: 'settings of an influx cluster; failover mode of influx',
      ListDbInstancesForCluster: 'nodes of an influx cluster',
      ListDbParameterGroups: 'influx parameter groups',
      GetDbParameterGroup: 'values in an influx parameter group',
    },
  },
];
