import type { ServiceWording } from './wording.js';

/** Relational, document and graph databases with clusters and instances. */
export const RELATIONAL_DATABASES_WORDING: readonly ServiceWording[] = [
  {
    service: 'rds',
    called:
      'rds; relational database service; databases; dbs; db instances; sql databases; mysql; postgres; postgresql; mariadb; oracle; sql server; mssql; db2; aurora; aurora clusters; database servers; read replicas; rds proxy; database snapshots; parameter groups',
    operations: {
      DescribeDBInstances:
        'databases; database servers; db instances; publicly accessible databases; databases exposed to the internet; unencrypted databases; databases without encryption at rest; single az databases; databases without multi az; no standby; backup retention of databases; databases without automated backups; databases without deletion protection; engine version of databases; postgres 11 still running; mysql 5.7 databases; minor version auto upgrade off; instance class and size; old generation db instances; allocated storage; gp2 database storage; storage autoscaling max; iops of databases; database endpoint and port; which vpc is a db in; security groups of a database; read replicas; replicas of a database; replication source; ca certificate of an instance; database certificate expiring; performance insights off; enhanced monitoring off; iam authentication for databases; log exports to cloudwatch; maintenance window and backup window; stopped databases; db status storage full; license model; master username; option group and parameter group in use; parameter group pending reboot; db created when; databases with managed master password; dedicated log volume; extended support databases; latest restorable time of a database; databases encrypted with a customer managed kms key; port of a database; database logs exported to cloudwatch; until when is the ssl certificate of a database valid; public databases; databases open to the internet; cpu credits of db instances; how many databases per engine; databases that would not survive an az outage; databases without standby; old mysql left; database versions we run; oversized databases; which databases are postgres; databases nobody stopped; character set and timezone of a database; domain joined sql server; secondary zone of a db; copy tags to snapshots; tde; activity stream of a db; secret that holds the master password; databases without managed password rotation; room left to grow in database storage; maximum storage reached; databases charged extended support; databases using a default parameter group; associated roles of a database; network type dual stack; promotion tier; pending changes of a database; free storage settings; replica in another region; read replica lag source; old postgres; databases on end of life engines; how many databases do we have; burstable databases',
      DescribeDBClusters:
        'aurora clusters; aurora serverless; database clusters; writer and reader of a cluster; cluster members; aurora engine version; serverless v2 capacity range acu; backtrack window; cluster endpoint; reader endpoint; aurora without deletion protection; unencrypted aurora clusters; clusters with one instance only; aurora backup retention; multi az clusters; data api enabled; http endpoint; cluster parameter group; activity stream on; io optimized storage aurora; global write forwarding; stopped aurora clusters; clusters without readers; copy tags to snapshot; earliest restorable time; iam database auth on aurora; aurora logs exported to cloudwatch; port of a database cluster; auto minor version upgrade of a cluster; aurora encrypted with a customer managed kms key; performance insights of aurora; pending modified values of a cluster; aurora clone; availability zones of a cluster; master user of a cluster; auto pause of aurora serverless; local write forwarding; limitless cluster; publicly reachable cluster; aurora monitoring; multi az cluster endpoint; associated roles of aurora',
      DescribeDBClusterEndpoints: 'reader, writer and custom endpoints of aurora; connection addresses of a cluster',
      DescribeGlobalClusters:
        'aurora global databases; cross region aurora; secondary regions of a database; global database members; global writer',
      DescribeDBSnapshots:
        'database snapshots; manual snapshots; rds snapshots; old database snapshots; unencrypted database snapshots; latest snapshot of a database; snapshots of deleted databases; snapshot size; manual snapshots older than a year; who pays for database snapshots; automated snapshots of a db',
      DescribeDBClusterSnapshots:
        'aurora snapshots; cluster snapshots; old aurora snapshots; latest snapshot of a cluster; unencrypted cluster snapshots',
      DescribeDBSnapshotAttributes:
        'is a database snapshot public; who is a db snapshot shared with; accounts that can restore a snapshot of a database; publicly shared rds snapshots; database snapshot shared with strangers',
      DescribeDBClusterSnapshotAttributes: 'is an aurora snapshot public; accounts an aurora snapshot is shared with',
      DescribeDBInstanceAutomatedBackups:
        'automated backups; retained backups of deleted databases; point in time recovery window; how far back can we restore a database; restore window; backups replicated to another region; latest restorable time; how far back can we rewind a database',
      DescribeDBClusterAutomatedBackups:
        'automated aurora backups; retained backups of deleted clusters; point in time restore window of aurora',
      DescribePendingMaintenanceActions:
        'pending maintenance; databases that need an os update; upcoming maintenance on databases; required patches; forced maintenance date; auto applied after date; when will aws patch our database; system update available; db upgrade pending; when is the database patched; forced database update; databases waiting for a patch',
      DescribeEvents:
        'database events; failovers; when did the database fail over; database restarts; what happened to the database last night; backup finished events; storage low events; recovery events; rds notifications of the last 24 hours; maintenance that was applied; reboot history; did the database fail over; why did the database restart; database outage last night',
      DescribeEventSubscriptions:
        'who is notified about database events; sns subscriptions of rds; failover alerts; event subscriptions disabled; who gets paged when a database fails over; alert on database failure',
      DescribeDBEngineVersions:
        'available engine versions; latest postgres version; upgrade targets of an engine version; valid upgrades from mysql 5.7; default engine version; deprecated engine versions; supported features of an engine version; log types an engine can export',
      DescribeDBMajorEngineVersions:
        'end of standard support dates; end of life of database engines; when does postgres 13 support end; extended support start and end; engine lifecycle dates',
      DescribeDBParameterGroups:
        'parameter groups; custom parameter groups; families of parameter groups; default parameter group use; unused parameter groups',
      DescribeDBParameters:
        'value of a database parameter; max_connections setting; is ssl forced; rds.force_ssl; slow query log on; modified parameters; settings in a parameter group; log_min_duration; autovacuum settings; static or dynamic parameter; tls version of sql server; database enforces ssl connections; databases that do not require tls; max connections of a database; timezone of a database; innodb settings; is slow query logging on; is logging of statements on; shared_buffers',
      DescribeDBClusterParameterGroups: 'aurora cluster parameter groups; cluster level parameter groups',
      DescribeDBClusterParameters:
        'value of an aurora cluster parameter; binlog format of aurora; require_secure_transport; aurora settings changed from default; max connections of an aurora cluster; parameter of an aurora cluster',
      DescribeEngineDefaultParameters: 'default parameters of an engine family',
      DescribeDBSubnetGroups:
        'subnet groups; which subnets can databases use; database subnets and zones; db in public subnets; vpc of a db subnet group',
      DescribeDBProxies:
        'database proxies; rds proxy; connection pooling; proxy without tls; idle client timeout; proxy debug logging; secrets used by a proxy auth; proxy status',
      DescribeDBProxyTargets:
        'databases behind a proxy; proxy target health; unavailable proxy targets; why is the proxy target unhealthy',
      DescribeDBProxyTargetGroups: 'connection pool settings of a proxy; max connections percent; borrow timeout',
      DescribeDBProxyEndpoints: 'proxy endpoints; read only proxy endpoint; proxy endpoint vpc',
      DescribeDBLogFiles:
        'log files of a database; size of database logs; error log and slow query log files; when was the log last written',
      DescribeReservedDBInstances:
        'reserved database instances; db reservations; expiring rds reservations; rds ri coverage; reserved db end date',
      DescribeReservedDBInstancesOfferings: 'prices of reserved databases; rds reservation offers',
      DescribeOptionGroups:
        'option groups; oracle options; tde option; options enabled; sql server audit option; native backup option',
      DescribeOptionGroupOptions: 'options available for an engine',
      DescribeOrderableDBInstanceOptions:
        'which db instance classes are available; can we use db.r7g for postgres; supported classes and storage for an engine; availability zones for a db class',
      DescribeValidDBInstanceModifications:
        'what storage changes are possible on a database; allowed iops range of an instance; how much can database storage grow',
      DescribeCertificates:
        'rds certificate authorities; ca expiry dates; rds-ca-2019 expiring; default ca of the account; available ca certificates',
      DescribeBlueGreenDeployments:
        'blue green deployments of databases; database upgrade by blue green; switchover status; green environment of a db',
      DescribeDBRecommendations:
        'recommendations for databases; rds advice; databases with critical recommendations; proactive insights; what should we fix on our databases',
      DescribeExportTasks:
        'snapshot exports to s3; failed export of a snapshot; progress of a database export to parquet',
      DescribeIntegrations:
        'zero etl integrations of databases; aurora to redshift integration; lag or failed zero etl',
      DescribeDBShardGroups: 'aurora limitless; shard groups; sharded aurora capacity',
      DescribeTenantDatabases: 'oracle tenant databases; pluggable databases; pdbs',
      DescribeDBClusterBacktracks: 'backtracks of aurora; rewinds of a cluster',
      DescribeDBSecurityGroups: 'old ec2 classic db security groups',
      DescribeAccountAttributes:
        'database quotas; how many databases can we create; used storage against quota; rds limits reached; manual snapshot limit',
      DescribeSourceRegions: 'regions that can be source for cross region replicas',
      DescribeEventCategories: 'categories of database events',
      ListTagsForResource: 'tags of a database; owner tag of an rds instance; cost center of a database',
    },
  },
  {
    service: 'docdb',
    called: 'documentdb; docdb; document database; mongodb; mongo compatible database; mongo clusters',
    operations: {
      DescribeDBClusters:
        'documentdb clusters; mongo clusters; mongo engine version; docdb backup retention; docdb without deletion protection; unencrypted docdb; docdb audit logs exported; mongo cluster members; endpoints of docdb; docdb on 3.6 or 4.0 end of life',
      DescribeDBInstances:
        'documentdb instances; mongo instance class; docdb nodes per zone; docdb instance status; ca certificate of docdb',
      DescribeDBClusterSnapshots: 'documentdb snapshots; mongo backups',
      DescribeDBClusterSnapshotAttributes: 'is a docdb snapshot shared or public',
      DescribeDBClusterParameterGroups: 'docdb parameter groups',
      DescribeDBClusterParameters:
        'is tls enabled on docdb; profiler and audit log parameters of mongo; ttl monitor setting; is tls enforced on documentdb; documentdb parameters',
      DescribeDBSubnetGroups: 'docdb subnet groups; subnets of mongo clusters',
      DescribeEvents: 'docdb events; mongo failovers and restarts',
      DescribePendingMaintenanceActions: 'pending maintenance on docdb; patches waiting for mongo clusters',
      DescribeGlobalClusters: 'docdb global clusters; mongo in several regions',
      DescribeDBEngineVersions: 'available documentdb versions',
      DescribeEventSubscriptions: 'docdb event subscriptions',
      DescribeCertificates: 'docdb ca certificates expiry',
      DescribeOrderableDBInstanceOptions: 'docdb instance classes available',
      ListTagsForResource: 'tags of a docdb cluster',
    },
  },
  {
    service: 'docdb-elastic',
    called: 'documentdb elastic clusters; elastic docdb; sharded mongodb; sharded document database',
    operations: {
      ListClusters: 'elastic docdb clusters; sharded mongo clusters',
      GetCluster:
        'shard count and capacity of an elastic docdb cluster; backup window of elastic docdb; admin user of elastic docdb',
      ListClusterSnapshots: 'snapshots of elastic docdb clusters',
      ListPendingMaintenanceActions: 'maintenance pending on elastic docdb',
    },
  },
  {
    service: 'neptune',
    called: 'neptune; graph database; gremlin; sparql; rdf; knowledge graph database; graph clusters',
    operations: {
      DescribeDBClusters:
        'neptune clusters; graph database clusters; neptune without iam auth; unencrypted neptune; neptune engine version; neptune serverless capacity; neptune audit logs; graph db backup retention; graph db deletion protection; neptune encrypted with customer managed keys; neptune copy tags to snapshots; neptune multi az; publicly reachable neptune subnets; neptune engine versions in use',
      DescribeDBInstances:
        'neptune instances; graph db readers and writers; instance class of neptune; publicly accessible neptune',
      DescribeDBClusterSnapshots: 'neptune snapshots; graph database backups',
      DescribeDBClusterSnapshotAttributes: 'is a neptune snapshot shared or public',
      DescribeDBClusterParameters: 'neptune query timeout; neptune settings; audit log parameter of neptune',
      DescribeDBClusterParameterGroups: 'neptune cluster parameter groups',
      DescribeDBClusterEndpoints: 'custom endpoints of neptune',
      DescribeDBSubnetGroups: 'neptune subnet groups',
      DescribeEvents: 'neptune events; graph db failovers',
      DescribePendingMaintenanceActions: 'pending maintenance on neptune; graph db patches',
      DescribeGlobalClusters: 'neptune global databases',
      DescribeDBEngineVersions: 'available neptune versions',
      DescribeEventSubscriptions: 'neptune event subscriptions',
    },
  },
  {
    service: 'neptune-graph',
    called: 'neptune analytics; in memory graph analytics; graphs for vector search',
    operations: {
      ListGraphs: 'neptune analytics graphs; graphs with public endpoint; provisioned memory of graphs',
      GetGraph:
        'replica count of a graph; vector search dimension of a graph; public connectivity of a graph; kms key of a graph',
      ListGraphSnapshots: 'snapshots of analytics graphs',
      ListImportTasks: 'imports into a graph; failed graph imports',
      GetImportTask: 'progress of a graph import; import errors',
      ListExportTasks: 'exports of a graph',
      ListPrivateGraphEndpoints: 'private endpoints of a graph; vpcs that reach a graph',
      ListQueries: 'running queries on a graph; long running graph analytics queries',
      GetGraphSummary: 'number of nodes and edges; labels and properties in a graph',
    },
  },
  {
    service: 'neptunedata',
    called: 'neptune data api; neptune queries; graph loader',
    operations: {
      GetEngineStatus:
        'neptune engine status; is this neptune node reader or writer; lab mode; neptune engine health; running graph query engine version',
      ListLoaderJobs: 'bulk loads into neptune; loader job ids',
      GetLoaderJobStatus: 'status of a neptune bulk load; load errors',
      ListMLModelTrainingJobs: 'neptune ml training jobs',
    },
  },
  {
    service: 'dsql',
    called: 'aurora dsql; dsql; distributed sql; serverless distributed postgres; multi region sql',
    operations: {
      ListClusters: 'dsql clusters; distributed sql clusters',
      GetCluster:
        'multi region peers of a dsql cluster; witness region; dsql deletion protection; encryption of a dsql cluster; status of dsql',
      GetClusterPolicy: 'resource policy of dsql; who can connect to dsql',
      GetVpcEndpointServiceName: 'privatelink service name of dsql; private connection to dsql',
      ListStreams: 'change streams of dsql; cdc from dsql',
    },
  },
  {
    service: 'dms',
    called:
      'dms; database migration service; database migration; replication instances; replication tasks; cdc; change data capture; schema conversion; database replication to aws',
    operations: {
      DescribeReplicationTasks:
        'migration tasks; failed replication tasks; cdc tasks; stopped database migrations; full load progress; why did a dms task stop; last failure message of a task; ongoing replications; tables errored count; task settings; tasks in error; stalled migrations; stuck database migration; replication to aws behind; lagging database replication; cutover state of a migration; source and target of a migration task; percent complete of a migration; checkpoint of a cdc task; elapsed time of a migration; is replication caught up',
      DescribeTableStatistics:
        'rows loaded per table; tables with migration errors; validation failures per table; pending validation; inserts and updates applied; suspended tables',
      DescribeReplicationInstances:
        'replication instances; dms servers; dms engine version; publicly accessible replication instances; multi az dms; instance class of dms; storage of a replication instance; outdated dms version; idle replication instances; dms encrypted with a customer managed key; dms auto minor version upgrade; vpc and zone of dms; maintenance window of dms; free until of dms; pending changes of dms',
      DescribeEndpoints:
        'source and target endpoints; database endpoints of migrations; endpoints without ssl; which databases do we migrate from; endpoint engine; kafka or s3 targets',
      DescribeConnections: 'did the endpoint connection test pass; failed connection tests; why can dms not connect',
      DescribeReplicationConfigs: 'serverless replications configured; dms serverless',
      DescribeReplications:
        'status of serverless replications; failed dms serverless; provisioned capacity of a replication',
      DescribeReplicationTableStatistics: 'table progress of a serverless replication',
      DescribeReplicationSubnetGroups: 'subnets used by dms; replication subnet groups',
      DescribeReplicationInstanceTaskLogs: 'size of task logs on a replication instance; disk filled by dms logs',
      DescribePendingMaintenanceActions: 'maintenance pending on replication instances; dms patches',
      DescribeEvents: 'dms events; failovers of replication instances; replication events',
      DescribeEventSubscriptions: 'alerts on migration task failure; dms notifications',
      DescribeCertificates: 'certificates imported for dms; expiring dms certificates; oracle wallets',
      DescribeReplicationTaskAssessmentRuns: 'premigration assessments; assessment results of a migration task',
      DescribeReplicationTaskIndividualAssessments: 'failed individual premigration checks',
      DescribeMigrationProjects: 'schema conversion projects; migration projects',
      DescribeDataMigrations: 'homogeneous data migrations; native tool migrations; status of data migrations',
      DescribeDataProviders: 'data providers; database connection profiles for conversion',
      DescribeInstanceProfiles: 'instance profiles for schema conversion',
      DescribeMetadataModelAssessments: 'schema assessment reports; conversion complexity',
      DescribeSchemas: 'schemas found in an endpoint',
      DescribeRefreshSchemasStatus: 'last refresh of endpoint schemas; failed schema refresh',
      DescribeFleetAdvisorDatabases: 'databases found on premises; database inventory before migration',
      DescribeFleetAdvisorCollectors: 'fleet advisor collectors',
      DescribeRecommendations: 'recommended aws target for on premises databases; migration target sizing',
      DescribeOrderableReplicationInstances: 'replication instance classes on offer',
      DescribeEngineVersions: 'supported dms engine versions; end of life of dms versions',
      DescribeEndpointTypes: 'supported sources and targets for migration',
      DescribeAccountAttributes: 'dms quotas; replication instance limits',
      ListTagsForResource: 'tags of a migration task',
    },
  },
];
