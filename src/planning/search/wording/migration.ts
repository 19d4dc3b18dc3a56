import type { ServiceWording } from './wording.js';

/** Moving servers, applications and mainframes to AWS, and recovering them. */
export const MIGRATION_WORDING: readonly ServiceWording[] = [
  {
    service: 'mgn',
    called:
      'mgn; application migration service; lift and shift; rehost; server migration; cloudendure migration; source servers; cutover; migration waves',
    operations: {
      DescribeSourceServers:
        'servers being migrated; replication lag of migrating servers; servers ready for cutover; stalled replication; servers ready for test; cutover done; disconnected source servers; archived source servers; migration lifecycle state; backlog of a migrating server; last test launch',
      DescribeJobs: 'migration launch jobs; test and cutover jobs; failed launches during migration',
      DescribeJobLogItems: 'log of a migration job; why did a cutover fail; conversion errors',
      ListApplications: 'applications in migration; application groups of source servers; progress per application',
      ListWaves: 'migration waves; wave progress; servers per wave; wave health',
      GetReplicationConfiguration:
        'replication settings of one migrating server; staging subnet of a source server; bandwidth throttling of replication; staging disk type',
      GetLaunchConfiguration:
        'target instance settings of one migrating server; rightsizing of a migration target; boot mode at cutover',
      DescribeReplicationConfigurationTemplates:
        'default replication template of migration; staging area defaults; default encryption of migrated disks',
      DescribeLaunchConfigurationTemplates: 'default launch template of migration; post launch actions defaults',
      DescribeVcenterClients: 'vcenter appliances for agentless migration; last seen vcenter clients',
      ListSourceServerActions: 'post launch actions of a source server',
      ListConnectors: 'mgn connectors; remote agent installers',
      ListManagedAccounts: 'accounts managed by migration service',
      ListImports: 'imports of migration inventory; failed inventory imports',
      ListImportErrors: 'errors of a migration inventory import',
      ListExports: 'exports of migration inventory',
      ListNetworkMigrationDefinitions: 'network migrations from vmware or on premises; network migration definitions',
      ListNetworkMigrationExecutions: 'runs of a network migration',
    },
  },
  {
    service: 'drs',
    called:
      'drs; elastic disaster recovery; disaster recovery; dr replication; cloudendure disaster recovery; failover and failback of servers; recovery instances',
    operations: {
      DescribeSourceServers:
        'servers protected by disaster recovery; dr replication lag; stalled dr replication; servers not replicating; last recovery drill; dr replication health; rpo of servers; disconnected dr agents; servers never drilled; lag of servers replicating for disaster recovery; are servers ready to fail over',
      DescribeRecoveryInstances:
        'recovery instances running; drill instances left running; failback state; failed over servers; instances from a dr drill',
      DescribeRecoverySnapshots: 'points in time to recover a server; latest dr snapshot of a server',
      DescribeJobs:
        'dr drills and recoveries; failed drill jobs; when was the last dr test; running recovery jobs; last dr drill; when did we drill',
      DescribeJobLogItems: 'log of a dr job; why did a drill fail',
      GetReplicationConfiguration:
        'dr replication settings of a server; point in time policy of dr; staging subnet of dr',
      GetLaunchConfiguration: 'target instance of a dr server; right sizing at recovery',
      DescribeReplicationConfigurationTemplates:
        'default dr replication template; dr retention policy; default dr encryption',
      DescribeLaunchConfigurationTemplates: 'default dr launch template',
      DescribeSourceNetworks: 'vpcs protected by dr; network recovery',
      GetFailbackReplicationConfiguration: 'failback settings of a recovery instance',
      ListStagingAccounts: 'dr staging accounts; extended source servers accounts',
      ListExtensibleSourceServers: 'dr servers that can be extended from a staging account',
      ListLaunchActions: 'post launch actions of dr',
      ListTagsForResource: 'tags of a dr source server',
    },
  },
  {
    service: 'discovery',
    called:
      'application discovery service; on premises discovery; server inventory before migration; discovery agents; discovery connectors',
    operations: {
      DescribeAgents:
        'discovery agents; unhealthy discovery agents; agents collecting data; agentless collectors health; last agent ping',
      GetDiscoverySummary:
        'how many on premises servers were discovered; discovery overview; servers mapped to applications',
      ListConfigurations:
        'discovered servers, processes and connections; on premises server list; discovered applications',
      DescribeConfigurations: 'cpu, memory and os of a discovered server; details of discovered items',
      ListServerNeighbors: 'servers that talk to a server on premises; dependencies of a discovered server',
      DescribeImportTasks: 'imports of on premises inventory; failed discovery imports',
      DescribeExportTasks: 'exports of discovery data',
      DescribeContinuousExports: 'continuous export of discovery data to s3',
      DescribeTags: 'tags of discovered servers',
    },
  },
  {
    service: 'mgh',
    called: 'migration hub; migration tracking; portfolio of migrations',
    operations: {
      ListMigrationTasks:
        'migrations in progress; migration tasks with percent done; status of all migrations; failed migrations',
      DescribeMigrationTask: 'status of one migration task; resources of a migration task',
      ListApplicationStates:
        'application migration status; applications not started, in progress or completed; migration status of all applications',
      DescribeApplicationState: 'migration status of one application',
      ListProgressUpdateStreams: 'migration tools that report to migration hub',
      ListCreatedArtifacts: 'resources created by a migration task',
      ListDiscoveredResources: 'discovered servers tied to a migration task',
    },
  },
  {
    service: 'migrationhub-config',
    called: 'migration hub home region',
    operations: {
      GetHomeRegion: 'home region of migration hub',
      DescribeHomeRegionControls: 'which accounts have which migration home region',
    },
  },
  {
    service: 'migrationhuborchestrator',
    called: 'migration hub orchestrator; migration workflows; sap and sql server migration automation',
    operations: {
      ListWorkflows: 'migration workflows; failed migration workflows; workflow completed steps',
      GetWorkflow: 'progress of one migration workflow',
      ListWorkflowSteps: 'steps of a migration workflow; steps awaiting dependencies',
      ListTemplates: 'migration workflow templates',
      ListPlugins: 'orchestrator plugins; unhealthy migration plugins',
    },
  },
  {
    service: 'migrationhubstrategy',
    called:
      'migration hub strategy recommendations; replatform or rehost advice; portfolio assessment; modernization advice',
    operations: {
      ListServers: 'servers with migration strategy; servers recommended to rehost or retire',
      ListApplicationComponents:
        'application components with strategy; anti patterns in components; apps recommended to refactor',
      GetPortfolioSummary: 'portfolio assessment summary; count of recommended strategies',
      GetServerDetails: 'associated applications and anti patterns of one assessed server',
      ListCollectors: 'strategy data collectors; unhealthy collectors',
      GetAssessment: 'status of a portfolio assessment',
    },
  },
  {
    service: 'migration-hub-refactor-spaces',
    called: 'refactor spaces; strangler fig; monolith to microservices routing',
    operations: {
      ListEnvironments: 'refactor environments',
      ListApplications: 'refactor applications; proxies of refactored apps',
      ListServices: 'services of a refactored application',
      ListRoutes: 'routes of a refactored application; inactive refactor routes; traffic to legacy or new service',
      ListEnvironmentVpcs: 'vpcs of a refactor environment',
    },
  },
  {
    service: 'm2',
    called: 'mainframe modernization; m2; mainframe; cobol; batch jobs on mainframe; blu age; micro focus',
    operations: {
      ListEnvironments:
        'mainframe runtime environments; mainframe engine version; environment instance type and status',
      GetEnvironment:
        'high availability of a mainframe environment; public mainframe environment; pending maintenance of a mainframe environment; storage of a mainframe environment',
      ListApplications: 'mainframe applications; running and stopped mainframe apps',
      GetApplication: 'listeners and log groups of a mainframe app; deployed version of a mainframe app',
      ListApplicationVersions: 'versions of a mainframe app',
      ListDeployments: 'deployments of a mainframe app; failed mainframe deployments',
      ListBatchJobExecutions: 'mainframe batch runs; failed jcl jobs; batch job return codes on mainframe',
      ListBatchJobDefinitions: 'jcl batch jobs of a mainframe app',
      ListDataSets: 'vsam data sets; mainframe data sets',
      ListDataSetImportHistory: 'mainframe data set imports; failed data set imports',
      ListEngineVersions: 'mainframe engine versions on offer',
    },
  },
  {
    service: 'evs',
    called: 'elastic vmware service; evs; vmware cloud foundation on aws; vcf; esxi hosts on aws',
    operations: {
      ListEnvironments: 'vmware environments on aws; vcf environments and their state',
      GetEnvironment:
        'vcf version of an environment; license and subnet of a vmware environment; failed vmware environment checks; key coverage of vcf',
      ListEnvironmentHosts: 'esxi hosts; vmware hosts and their instance type; failed esxi hosts',
      ListEnvironmentVlans: 'vlans of a vmware environment; vmotion and management vlan cidrs',
      ListEnvironmentConnectors: 'vcenter connectors of a vmware environment',
      GetVersions: 'vcf versions on offer; supported esxi versions',
    },
  },
  {
    service: 'launch-wizard',
    called: 'launch wizard; sap deployments; guided deployment of sql server, sap and active directory',
    operations: {
      ListDeployments: 'launch wizard deployments; failed sap deployments; sql server ha deployments by wizard',
      GetDeployment: 'specification of one wizard deployment; status of a sap deployment',
      ListDeploymentEvents: 'events of a wizard deployment; why did a guided deployment fail',
      ListWorkloads: 'workloads the wizard can deploy',
      ListWorkloadDeploymentPatterns: 'deployment patterns for a workload',
    },
  },
];
