import type { ServiceWording } from './wording.js';

/** Warehouses, Spark and Hadoop, catalogues, queries, dashboards and orchestration of data work. */
export const ANALYTICS_WORDING: readonly ServiceWording[] = [
  {
    service: 'redshift',
    called:
      'redshift; data warehouse; dwh; warehouse clusters; columnar database; ra3; datashares; provisioned warehouse',
    operations: {
      DescribeClusters:
        'warehouse clusters; redshift clusters; publicly accessible warehouse; unencrypted redshift; node type and count; dc2 or ds2 nodes; old redshift node types; redshift backup retention; enhanced vpc routing; maintenance track; redshift version; version upgrade allowed; paused clusters; idle warehouse; endpoint of redshift; iam roles of a cluster; maintenance window of redshift; multi az redshift; redshift in which subnet; parameter group of redshift; cluster availability status; aqua; snapshot copy to another region; deferred maintenance window; next maintenance time; elastic resize options; pending changes of a redshift cluster; default admin user of redshift; default database name of redshift; redshift encrypted with kms; admin user of a warehouse; who can reach the warehouse from the internet; restore progress of a cluster; total storage of the warehouse; custom domain of redshift; managed admin password of redshift; leader node ip; resize in progress; hsm in use; redshift cluster without encryption; redshift port; lakehouse registration',
      DescribeClusterSnapshots:
        'redshift snapshots; warehouse backups; old manual snapshots of redshift; snapshot retention; size of warehouse snapshots; shared redshift snapshots; latest warehouse backup',
      DescribeLoggingStatus:
        'is audit logging on for redshift; warehouse without audit logs; where do redshift logs go; last failed log delivery; redshift audit logging; audit logging of a warehouse cluster',
      DescribeClusterParameters:
        'require_ssl of redshift; wlm configuration; redshift parameters; user activity logging; statement timeout; concurrency scaling setting; redshift encrypted in transit; does redshift enforce ssl',
      DescribeClusterParameterGroups: 'redshift parameter groups',
      DescribeClusterSubnetGroups: 'redshift subnet groups; subnets of the warehouse',
      DescribeEvents: 'redshift events; what happened to the warehouse; cluster restarts; failed warehouse events',
      DescribeEventSubscriptions: 'redshift event notifications; who is told about warehouse problems',
      DescribeResize:
        'is a resize running; resize progress of redshift; last resize of a warehouse; data transferred during resize',
      DescribeScheduledActions:
        'scheduled pause and resume; scheduled resize of redshift; when is the warehouse paused; does the warehouse pause at night',
      DescribeSnapshotSchedules:
        'redshift snapshot schedules; automatic snapshot frequency; clusters using a snapshot schedule',
      DescribeSnapshotCopyGrants: 'kms grants for snapshot copy',
      DescribeStorage: 'backup storage used by redshift; total snapshot storage; provisioned warehouse storage',
      DescribeReservedNodes: 'reserved warehouse nodes; redshift reservations; expiring reserved nodes',
      DescribeReservedNodeOfferings: 'prices of reserved redshift nodes',
      DescribeDataShares:
        'data shares; warehouse data shared; publicly accessible datashares; who shares redshift data; datashares pending authorization',
      DescribeDataSharesForProducer: 'datashares we offer to others; consumers of our data',
      DescribeDataSharesForConsumer: 'datashares offered to us; data we consume from other warehouses',
      DescribeUsageLimits: 'usage limits of spectrum and concurrency scaling; cost guards of redshift',
      DescribeEndpointAccess: 'managed vpc endpoints of redshift; private access to the warehouse from another vpc',
      DescribeEndpointAuthorization: 'accounts allowed to create endpoints to our warehouse; cross vpc authorizations',
      DescribeClusterVersions: 'available redshift versions',
      DescribeClusterTracks: 'maintenance tracks of redshift; current or trailing',
      DescribeClusterDbRevisions: 'database revision of redshift; pending revision updates',
      DescribeTableRestoreStatus: 'single table restores; progress of a table restore in redshift',
      DescribeIntegrations: 'zero etl into redshift; integrations owned',
      DescribeInboundIntegrations: 'incoming zero etl integrations; sources that write to redshift',
      DescribeHsmConfigurations: 'hsm connections of redshift',
      DescribeAuthenticationProfiles: 'authentication profiles of redshift',
      DescribeCustomDomainAssociations: 'custom domains of redshift; certificate expiry of warehouse domain',
      DescribePartners: 'partner integrations of redshift',
      DescribeNodeConfigurationOptions: 'possible node configurations for restore or resize',
      DescribeOrderableClusterOptions: 'redshift node types available',
      ListRecommendations: 'advisor recommendations of redshift; warehouse tuning advice',
      GetResourcePolicy: 'resource policy of a redshift namespace',
      DescribeTags: 'tags of redshift clusters and snapshots',
      DescribeAccountAttributes: 'redshift account attributes',
    },
  },
  {
    service: 'redshift-serverless',
    called: 'redshift serverless; serverless warehouse; workgroups; namespaces; rpu; serverless data warehouse',
    operations: {
      ListWorkgroups:
        'serverless warehouse workgroups; publicly accessible workgroups; base capacity rpu; max rpu; workgroup endpoint; enhanced vpc routing of serverless redshift; ai price performance target',
      GetWorkgroup:
        'settings of one serverless warehouse; config parameters of a workgroup; require ssl of a workgroup',
      ListNamespaces:
        'serverless warehouse namespaces; kms key of a namespace; database users and roles of a namespace; log exports of serverless redshift; namespaces without audit logs',
      GetNamespace: 'iam roles of one namespace; log exports of one namespace',
      ListSnapshots: 'serverless redshift snapshots; snapshot retention of serverless warehouse',
      ListRecoveryPoints: 'recovery points of serverless redshift; last 24 hours restore points of the warehouse',
      ListUsageLimits: 'rpu hour limits; spending limits of serverless redshift',
      ListScheduledActions: 'scheduled snapshots of serverless redshift',
      ListEndpointAccess: 'vpc endpoints of serverless warehouse',
      ListCustomDomainAssociations: 'custom domains of serverless redshift',
      ListReservations: 'rpu reservations of serverless redshift',
      ListTracks: 'release tracks of serverless redshift',
      ListTableRestoreStatus: 'table restores of serverless redshift',
      ListSnapshotCopyConfigurations: 'cross region copy of serverless snapshots',
    },
  },
  {
    service: 'redshift-data',
    called: 'redshift data api; warehouse sql statements; redshift queries by api',
    operations: {
      ListStatements: 'sql statements run by the data api; failed warehouse statements; recent redshift queries',
      DescribeStatement:
        'status and error of one warehouse statement; duration of a redshift statement; rows returned by a statement',
      ListDatabases: 'databases inside a warehouse',
      ListSchemas: 'schemas inside a warehouse database',
      ListTables: 'tables inside a warehouse; redshift tables by schema',
      DescribeTable: 'columns of a warehouse table',
    },
  },
  {
    service: 'emr',
    called:
      'emr; elastic mapreduce; hadoop; spark clusters; hive; presto; big data clusters; emr on ec2; emr steps; emr studio',
    operations: {
      ListClusters:
        'emr clusters; hadoop clusters; running spark clusters; clusters terminated with errors; waiting clusters; idle emr clusters; long running big data clusters; clusters started today; normalized instance hours',
      DescribeCluster:
        'release label of a cluster; emr version; applications installed spark or hive; log bucket of emr; termination protection of emr; auto terminate; security configuration of a cluster; master public dns; why did the emr cluster terminate; visible to all users; subnet and security groups of emr; service role of emr; kerberos; step concurrency; root volume of emr; os release of emr; state change reason of a cluster; key pair of emr; zone of emr; instance profile of hadoop nodes; custom ami of emr; scale down behavior; unhealthy node replacement; spark configuration of a cluster; timeline of a cluster; emr error details; extended support of emr; repo upgrade on boot',
      ListSteps:
        'steps of a cluster; failed steps; failed spark steps; running hadoop jobs; pending steps; step duration',
      DescribeStep: 'why did a step fail; arguments of a step; failure log file of a step',
      ListInstances:
        'nodes of an emr cluster; core and task nodes; spot nodes of emr; unhealthy emr nodes; private ips of hadoop nodes',
      ListInstanceGroups:
        'instance groups of a cluster; core node count; instance type of hadoop workers; autoscaling rules of task group; master instance type of a cluster; count of core and master nodes',
      ListInstanceFleets: 'instance fleets of a cluster; target spot capacity of emr fleets',
      ListBootstrapActions: 'bootstrap scripts of a cluster; startup actions of emr',
      GetManagedScalingPolicy: 'managed scaling limits of a cluster; min and max units of emr scaling',
      GetAutoTerminationPolicy: 'idle timeout of a cluster; does the emr cluster shut down when idle',
      GetBlockPublicAccessConfiguration: 'emr block public access; may emr clusters open ports to the internet',
      ListSecurityConfigurations: 'emr security configurations',
      DescribeSecurityConfiguration:
        'encryption settings of emr; in transit and at rest encryption for hadoop; lake formation for emr; imdsv2 for emr',
      ListStudios: 'emr studios; notebooks workspaces for data engineers',
      DescribeStudio: 'auth mode of an emr studio; vpc and url of a studio',
      ListStudioSessionMappings: 'users and groups assigned to an emr studio',
      ListNotebookExecutions: 'notebook executions on emr; failed notebook runs',
      ListReleaseLabels: 'available emr releases; latest emr version',
      DescribeReleaseLabel: 'applications in an emr release; os releases of a label',
      ListSupportedInstanceTypes: 'instance types an emr release supports',
    },
  },
  {
    service: 'emr-serverless',
    called: 'emr serverless; serverless spark; serverless hive; spark applications without clusters',
    operations: {
      ListApplications: 'serverless spark applications; stopped emr serverless apps; release label of serverless spark',
      GetApplication:
        'maximum capacity of a serverless spark app; pre initialized workers; auto stop of serverless spark; network of a spark app; architecture of a spark app; image of a spark app',
      ListJobRuns: 'spark job runs; failed serverless spark jobs; running spark jobs; spark jobs last night',
      GetJobRun:
        'why did a spark job fail; resources billed for a job run; spark submit parameters; state details of a spark run; execution timeout of a run',
      ListJobRunAttempts: 'retries of a spark job run; attempts of a streaming job',
      ListSessions: 'interactive spark sessions',
      ListTagsForResource: 'tags of a spark app',
    },
  },
  {
    service: 'emr-containers',
    called: 'emr on eks; spark on kubernetes; virtual clusters',
    operations: {
      ListVirtualClusters: 'virtual clusters; emr on eks namespaces; arrested virtual clusters',
      DescribeVirtualCluster: 'eks namespace of a virtual cluster',
      ListJobRuns: 'spark jobs on kubernetes; failed emr on eks jobs',
      DescribeJobRun: 'failure reason of a spark job on kubernetes; monitoring settings of a job run',
      ListManagedEndpoints: 'interactive endpoints for emr studio on eks',
      DescribeManagedEndpoint: 'state and load balancer of an interactive endpoint',
      ListJobTemplates: 'job templates of emr on eks',
      ListSecurityConfigurations: 'security configurations of emr on eks',
    },
  },
  {
    service: 'glue',
    called:
      'glue; etl; etl jobs; data catalog; metastore; hive metastore; crawlers; glue databases and tables; spark etl; data quality; schema registry; glue workflows; data integration',
    operations: {
      GetJobs:
        'etl jobs; glue jobs; glue version of jobs; jobs on glue 2.0 or python 2; worker type and number; timeout and retries of etl jobs; jobs without security configuration; script location of a job; jobs without job bookmark or metrics; connections used by jobs; iam role of etl jobs; max concurrent runs; flex execution; job last modified; git repository of a glue job; source control of etl; notification delay of jobs; maintenance window of streaming jobs; python shell or ray jobs; default arguments of jobs; max capacity of jobs; owner of an etl job',
      GetJob: 'settings of one etl job; default arguments of a job; worker count of one job; script of a job',
      ListJobs: 'names of etl jobs; how many glue jobs; glue jobs by tag',
      GetJobRuns:
        'etl job runs; failed glue jobs; failed etl last night; when did the job last run; error message of a glue run; run duration; dpu seconds used; cost of etl runs; timed out glue runs; running etl jobs; job run history; etl that failed overnight; failed etl; how long does an etl job take; did the etl run; expensive etl runs; which trigger started a run; started and completed time of runs; attempt number of a run; log group of etl runs; workers used by a run; last successful load; when did the sales load succeed; did last night load finish; stuck etl runs; etl runs over an hour',
      GetJobRun: 'why did one glue run fail; log group of a run; arguments of a run',
      GetJobBookmark: 'job bookmark state; where did incremental etl stop',
      GetTriggers: 'etl triggers; scheduled glue jobs; cron of etl; deactivated triggers; what starts a glue job',
      GetTrigger: 'schedule and actions of one glue trigger',
      GetCrawlers:
        'crawlers; failed crawlers; last crawl status; crawler schedules; crawlers not scheduled; crawler targets; when did the crawler last run; crawler role; schema change policy; crawlers on a bucket; crawl error message; crawlers that have not run for weeks; stale crawlers; target database of a crawler; recrawl behavior; classifiers of a crawler; table prefix of a crawler; delete behavior; crawler log; lake formation credentials of a crawler',
      GetCrawler: 'settings of one crawler; paths of a crawler; state of a crawler',
      ListCrawlers: 'names of crawlers',
      ListCrawls: 'history of crawls; runs of a crawler; dpu hours of a crawl',
      GetCrawlerMetrics: 'tables created or updated by a crawler; crawler runtime; time left of a crawl',
      GetDatabases:
        'catalog databases; data catalog databases; hive databases; databases in the metastore; shared databases resource links',
      GetDatabase: 'location and permissions of one catalog database',
      GetTables:
        'tables in a catalog database; catalog tables; table locations on s3; columns of tables; parquet or csv tables; iceberg tables in the catalog; views in the catalog; when was a table updated; partition keys of tables',
      GetTable:
        'schema of one catalog table; columns and types of a table; s3 path of a table; serde of a table; owner of a table; columns of a table in the catalog; data format of a table; input format; is the table iceberg; table last access time',
      SearchTables:
        'search the data catalog; find tables by column name; which tables have an email column; tables containing a word',
      GetPartitions:
        'partitions of a table; latest partition; missing partitions; how many partitions; partition locations',
      GetPartitionIndexes: 'partition indexes of a table',
      GetTableVersions:
        'schema changes of a table over time; versions of a catalog table; who changed the table schema; who changed the schema of a table',
      GetTableOptimizer: 'compaction optimizer of an iceberg catalog table; is table optimization on',
      ListTableOptimizerRuns: 'runs of table compaction; failed table optimizer runs',
      GetColumnStatisticsForTable: 'column statistics of a table; null and distinct counts',
      ListColumnStatisticsTaskRuns: 'column statistics runs',
      GetCatalogs: 'catalogs of glue; federated catalogs; s3 tables catalog',
      GetDataCatalogEncryptionSettings:
        'is the data catalog encrypted; kms key of the catalog; connection password encryption; unencrypted data catalog; data catalog encrypted with a customer managed key',
      GetResourcePolicy:
        'data catalog resource policy; cross account access to the catalog; who outside can read the catalog',
      GetResourcePolicies: 'all catalog policies including ones from ram shares',
      GetSecurityConfigurations:
        'glue security configurations; encryption of etl logs and bookmarks; s3 encryption mode of etl; glue cloudwatch logs encrypted; etl job logs encrypted with kms',
      GetWorkflow: 'jobs and triggers in a glue workflow; last run of a workflow; graph of a workflow',
      ListWorkflows: 'glue workflows; etl workflows names',
      GetWorkflowRuns: 'runs of a glue workflow; failed workflow runs; workflow statistics',
      GetDevEndpoints: 'development endpoints; forgotten glue dev endpoints that cost money',
      ListSessions:
        'interactive glue sessions; notebook sessions running; idle glue sessions; session owner and idle timeout',
      ListRegistries: 'schema registries of glue; avro registries',
      ListSchemas:
        'registered avro or json schemas; schemas of kafka topics in glue; schema compatibility status; schemas in the schema registry',
      GetSchema: 'compatibility mode of a registered schema; latest version number of a schema',
      ListSchemaVersions: 'versions of a registered schema; failed schema versions',
      GetSchemaVersion: 'definition text of a registered schema version; which avro schema is id',
      ListDataQualityRulesets: 'data quality rules; dqdl rulesets; tables with quality checks',
      GetDataQualityRuleset: 'text of data quality rules of a ruleset',
      ListDataQualityResults: 'data quality results; failed quality checks; runs of data quality',
      GetDataQualityResult: 'quality score of a table; which data quality rules failed',
      ListDataQualityRulesetEvaluationRuns: 'data quality evaluation runs in progress',
      GetClassifiers: 'custom classifiers; csv and grok classifiers of crawlers',
      GetMLTransforms: 'find matches transforms; ml transforms of glue; record deduplication',
      GetUserDefinedFunctions: 'hive user defined functions in the catalog',
      ListBlueprints: 'glue blueprints',
      ListUsageProfiles: 'usage profiles; cost limits for glue users',
      DescribeIntegrations: 'zero etl integrations of glue; saas zero etl integrations',
      DescribeInboundIntegrations: 'inbound zero etl integrations to the catalog',
      GetTags: 'tags of an etl job or crawler',
    },
  },
  {
    service: 'databrew',
    called: 'databrew; visual data preparation; data cleaning recipes; data profiling',
    operations: {
      ListJobs: 'databrew jobs; data profiling jobs; recipe jobs',
      ListJobRuns: 'runs of a databrew job; failed data preparation runs',
      ListDatasets: 'databrew datasets; inputs of data preparation',
      ListProjects: 'databrew projects',
      ListRecipes: 'data cleaning recipes; published recipes',
      DescribeRecipe: 'steps of a data cleaning recipe',
      ListSchedules: 'databrew schedules; cron of data preparation jobs',
      ListRulesets: 'databrew data quality rulesets',
      DescribeJob: 'outputs and encryption of a databrew job',
    },
  },
  {
    service: 'athena',
    called:
      'athena; sql on s3; serverless sql; presto queries; trino; query data lake; workgroups; saved queries; bytes scanned',
    operations: {
      ListWorkGroups: 'athena workgroups; disabled workgroups; engine version of workgroups; query teams',
      GetWorkGroup:
        'output location of a workgroup; are query results encrypted; bytes scanned limit; per query data limit; enforce workgroup configuration; cloudwatch metrics of a workgroup; workgroup without encryption; requester pays; expected bucket owner; cloudwatch logging of a workgroup; workgroup enforces its configuration; client settings override a workgroup; execution role of a workgroup; identity center of a workgroup; engine version of a workgroup; query results location; minimum encryption of query results; workgroups without encryption of results',
      ListQueryExecutions:
        'ids of recent queries; query history of a workgroup; last athena queries; queries run today in a workgroup',
      GetQueryExecution:
        'status of one query; why did a query fail; data scanned by a query; who ran this sql; runtime of a query; output file of a query; query text of an execution',
      BatchGetQueryExecution:
        'failed queries; most expensive queries; queries that scanned the most data; slow athena queries; long running queries; sql statements that ran today; cancelled queries; cost of queries; athena queries in error; data read per workgroup; sql that analysts ran today; who queried a table; queries by user; failed sql',
      GetQueryRuntimeStatistics:
        'query stages and row counts; where does a query spend its time; queue and planning time',
      ListNamedQueries: 'ids of saved queries',
      BatchGetNamedQuery: 'saved queries with sql; texts of saved queries; named queries',
      GetNamedQuery: 'sql of one saved query',
      ListPreparedStatements: 'prepared statements of a workgroup',
      ListDataCatalogs: 'data catalogs of athena; federated catalogs; lambda data connectors',
      GetDataCatalog: 'lambda behind a federated data source; type of a data catalog',
      ListDatabases: 'databases visible to athena in a catalog',
      ListTableMetadata: 'tables and columns visible to athena',
      GetTableMetadata: 'columns and partition keys of a table as athena sees it',
      ListCapacityReservations: 'provisioned query capacity; dpus reserved; athena capacity reservations',
      GetCapacityReservation: 'allocated dpus of a reservation; last allocation of query capacity',
      ListEngineVersions: 'athena engine versions on offer',
      ListNotebookMetadata: 'athena notebooks; spark notebooks',
      ListSessions: 'athena spark sessions; idle spark sessions in a workgroup',
      ListCalculationExecutions: 'calculations of a spark session; failed notebook cells',
      ListTagsForResource: 'tags of a workgroup',
    },
  },
  {
    service: 'lakeformation',
    called:
      'lake formation; data lake permissions; data lake; lf tags; column level security; row filters; data governance',
    operations: {
      ListPermissions:
        'who can read a table; data lake permissions; grants on databases and tables; who has select on a table; column permissions; grants to iam allowed principals; super permission; cross account table grants; access rights of a role in the data lake; grantable permissions; principals with access to lf tags; principals with access to data locations; can contractors see a column; who sees salaries in the lake',
      GetEffectivePermissionsForPath:
        'who can access an s3 path through the data lake; effective permissions on a location',
      GetDataLakeSettings:
        'data lake administrators; default permissions for new tables; iam only access control; external data filtering; who is lake admin; trusted resource owners',
      ListResources: 'registered data lake locations; s3 paths managed by lake formation; hybrid access locations',
      DescribeResource: 'role that registers a data lake location; is one path registered',
      ListLFTags: 'lf tags; data classification tags; tag keys and values of the lake',
      GetResourceLFTags:
        'lf tags on a table or column; classification of a table; is this column tagged pii; lf tags of one table',
      SearchTablesByLFTags: 'tables with an lf tag; which tables are tagged confidential',
      SearchDatabasesByLFTags: 'databases with an lf tag',
      ListLFTagExpressions: 'saved tag expressions of the data lake',
      ListDataCellsFilter: 'row and cell filters; row level security; data filters on a table; hidden columns',
      GetDataCellsFilter: 'row filter expression of one data filter',
      ListLakeFormationOptIns: 'principals opted in to lake permissions; hybrid mode opt ins',
      ListTransactions: 'governed table transactions',
      ListTableStorageOptimizers: 'storage optimizers of governed tables',
      DescribeLakeFormationIdentityCenterConfiguration: 'identity center integration of lake formation',
    },
  },
  {
    service: 'datazone',
    called:
      'datazone; sagemaker unified studio; sagemaker catalog; business data catalog; data products; data portal; data governance projects; subscriptions to data',
    operations: {
      ListDomains: 'datazone domains; unified studio domains; data portals; portal url of a domain',
      GetDomain: 'single sign on of a data domain; execution role of a data domain; version of a domain',
      ListProjects: 'data projects; unified studio projects; failed project creation',
      GetProject: 'details of one data project; glossary terms of a project; domain unit of a project',
      ListProjectMemberships: 'members of a data project; who can work in a project',
      ListProjectProfiles: 'project profiles; templates for projects',
      ListEnvironments: 'environments of a data project; failed environments; blueprints deployed',
      GetEnvironment: 'resources provisioned for an environment; deployment failure of an environment',
      ListEnvironmentBlueprintConfigurations: 'enabled blueprints; where are blueprints enabled',
      ListDataSources:
        'data sources of a project; glue or redshift sources of the business catalog; schedule of data source runs',
      ListDataSourceRuns: 'failed metadata imports; runs of a data source; assets added by a run',
      ListSubscriptionRequests: 'pending requests for data access; who asked for data; data access requests to approve',
      ListSubscriptions: 'approved subscriptions to data; who consumes a data product; revoked data subscriptions',
      ListSubscriptionGrants: 'grants of data access; failed subscription grants',
      SearchListings: 'find published data assets; search the business catalog; data products by keyword',
      SearchUserProfiles: 'users of a data domain; activated users in datazone',
      SearchGroupProfiles: 'groups of a data domain',
      ListDomainUnitsForParent: 'domain units; sub domains of data governance',
      ListEntityOwners: 'owners of a domain unit',
      ListPolicyGrants: 'who may create projects; policy grants in a data domain',
      GetAsset: 'metadata forms and glossary terms of a data asset; latest revision of an asset',
      ListConnections: 'connections of a unified studio project',
      ListNotifications: 'tasks and events waiting in the data portal',
      ListLineageEvents: 'lineage events received; failed lineage ingestion',
      GetLineageNode: 'upstream and downstream of a dataset; data lineage of a table',
      ListRules: 'metadata enforcement rules; required fields for data requests',
      ListAccountPools: 'account pools for project creation',
    },
  },
  {
    service: 'quicksight',
    called:
      'quicksight; quick suite; bi; business intelligence; dashboards for business; spice; bi users; bi reports; bi dashboards; bi datasets',
    operations: {
      ListDashboards: 'bi dashboards; published dashboards; when was a dashboard last published; how many bi reports',
      SearchDashboards: 'find a bi dashboard by name; dashboards owned by a user',
      DescribeDashboard: 'datasets behind a dashboard; status and errors of a dashboard version',
      DescribeDashboardPermissions:
        'who can see a dashboard; dashboard shared publicly; link sharing of a dashboard; who can see a dashboard in quicksight; permissions of a bi dashboard',
      ListAnalyses: 'bi analyses; deleted or draft analyses; last updated analyses',
      DescribeAnalysisPermissions: 'who can edit an analysis',
      ListDataSets: 'bi datasets; spice or direct query datasets; datasets with row level security',
      DescribeDataSet:
        'spice size of a dataset; import mode of a dataset; columns and sql of a dataset; row level permission of a dataset',
      DescribeDataSetPermissions: 'who can use a dataset; who can use a bi dataset',
      ListIngestions:
        'spice refreshes; failed dataset refreshes; refresh history; last refresh of a dataset; rows ingested; rows dropped; dashboards whose data failed to refresh; stale bi data; failed spice imports; when was a dashboard last refreshed; when was the report data updated',
      DescribeIngestion: 'why did a dataset refresh fail',
      ListRefreshSchedules: 'refresh schedule of a dataset; when are datasets refreshed',
      DescribeDataSetRefreshProperties: 'incremental refresh lookback window; refresh failure email alert',
      ListDataSources:
        'bi data sources; database connections of bi; data sources in error; ssl disabled data sources; data sources using a vpc connection',
      DescribeDataSource: 'host and database of a bi data source; error info of a bi data source',
      DescribeDataSourcePermissions: 'who can use a bi data source',
      ListUsers:
        'bi users; quicksight authors, readers and admins; inactive bi users; pro users; bi licenses by role; admin users of quicksight; federated bi users; identity type of bi users',
      DescribeUser: 'role of one bi user; custom permissions of a bi user',
      ListUserGroups: 'groups of a bi user',
      ListGroups: 'bi groups',
      ListGroupMemberships: 'members of a bi group',
      ListNamespaces:
        'quicksight namespaces; tenants in bi; identity store of namespaces; quicksight namespaces with creation errors',
      ListFolders: 'shared bi folders',
      ListFolderMembers: 'assets inside a bi folder',
      DescribeFolderPermissions: 'who can access a bi folder',
      DescribeAccountSettings:
        'quicksight account settings; notification email of bi; default namespace; public sharing enabled; termination protection of quicksight',
      DescribeAccountSubscription:
        'quicksight edition; standard or enterprise bi; authentication method of quicksight; is quicksight signed up',
      DescribeIpRestriction: 'ip allow list of quicksight; from which ips can bi be used; vpc restrictions of bi',
      DescribeKeyRegistration: 'customer kms key for quicksight',
      ListVPCConnections:
        'vpc connections of quicksight; network access from bi to databases; failed vpc connections of bi',
      ListIAMPolicyAssignments: 'iam policies assigned to bi users and groups',
      ListTemplates: 'bi templates',
      ListThemes: 'bi themes; branding of dashboards',
      ListTopics: 'q topics; natural language topics of bi',
      ListCustomPermissions: 'custom permission profiles of bi; restricted bi features',
      ListAssetBundleExportJobs: 'exports of dashboards as code; asset bundle exports',
      ListAssetBundleImportJobs: 'imports of bi assets; failed asset imports',
      ListDashboardVersions: 'versions of a dashboard; rollback candidates of a dashboard',
      ListTagsForResource: 'tags of a bi dashboard or dataset',
    },
  },
  {
    service: 'mwaa',
    called:
      'mwaa; airflow; managed airflow; managed workflows for apache airflow; dags; workflow orchestration for data',
    operations: {
      ListEnvironments: 'airflow environments; names of airflow instances; how many airflows',
      GetEnvironment:
        'airflow version; airflow public or private webserver; webserver access mode; min and max workers of airflow; environment class; dag folder bucket; requirements file of airflow; airflow logging levels; last update error of airflow; maintenance window of airflow; airflow configuration options; execution role of airflow; schedulers count; airflow environments unhealthy or update failed; airflow url; public airflow web server; airflow web server access; airflow subnets and security groups; plugins file of airflow; startup script of airflow; airflow endpoint management',
      ListTagsForResource: 'tags of an airflow environment',
    },
  },
  {
    service: 'mwaa-serverless',
    called: 'mwaa serverless; serverless airflow; airflow workflows without environments',
    operations: {
      ListWorkflows: 'serverless airflow workflows; scheduled serverless dags',
      GetWorkflow: 'definition and schedule of a serverless airflow workflow',
      ListWorkflowRuns: 'runs of a serverless airflow workflow; failed serverless dag runs',
      GetWorkflowRun: 'why did a serverless dag run fail',
      ListTaskInstances: 'task instances of a serverless dag run; failed airflow tasks',
      ListWorkflowVersions: 'versions of a serverless airflow workflow',
    },
  },
  {
    service: 'datapipeline',
    called: 'data pipeline; aws data pipeline; legacy data pipelines',
    operations: {
      ListPipelines: 'legacy data pipelines left; names of data pipelines',
      DescribePipelines: 'state and health of a data pipeline; creation and owner of a data pipeline',
    },
  },
];
