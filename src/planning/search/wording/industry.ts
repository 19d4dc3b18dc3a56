import type { ServiceWording } from './wording.js';

/** Health, blockchain, data sharing, space, quantum, render farms, marketplaces and other special fields. */
export const INDUSTRY_WORDING: readonly ServiceWording[] = [
  {
    service: 'healthlake',
    called: 'health data; fhir; medical records; fhir datastore; patient data',
    operations: {
      ListFHIRDatastores:
        'fhir datastores; health data stores; active or failed fhir stores; where is patient data stored; fhir stores by status',
      DescribeFHIRDatastore: 'encryption and endpoint of a fhir store; smart on fhir',
      ListFHIRImportJobs: 'fhir imports; failed imports of health records',
      ListFHIRExportJobs: 'fhir exports; failed exports of health records',
    },
  },
  {
    service: 'omics',
    called: 'healthomics; genomics; dna sequences; genome workflows; variants; bioinformatics',
    operations: {
      ListWorkflows:
        'genomics workflows; wdl, nextflow and cwl pipelines; which bioinformatics pipelines do we have; private and ready2run workflows; genomics workflows we have',
      ListRuns:
        'genomics runs; failed genome runs; running workflows of genomics; which genomics runs failed; sequencing pipelines in progress; runs by status; genomics runs that failed; genomics pipelines that errored; sequencing runs',
      GetRun: 'error and duration of a genomics run; resources of a run; why did a genomics run fail',
      ListRunTasks: 'tasks of a genomics run; failed tasks; failed tasks of a genomics run',
      ListRunGroups: 'run groups; cpu limits of genomics runs; limits for groups of genomics runs',
      ListRunCaches: 'run caches',
      ListSequenceStores: 'sequence stores; dna read storage; where are sequencing reads stored; genome storage',
      ListReadSets: 'read sets; fastq, bam and cram files; archived read sets',
      ListReferenceStores: 'reference genome stores; which reference genome stores exist',
      ListReferences: 'reference genomes',
      ListVariantStores: 'variant stores; vcf data; where is variant data kept',
      ListAnnotationStores: 'annotation stores; where are genome annotations kept',
      ListReadSetImportJobs:
        'read set imports; failed genome imports; loading fastq files failed; import of fastq or bam files',
      ListShares: 'shared genomics workflows and stores',
    },
  },
  {
    service: 'medical-imaging',
    called: 'healthimaging; dicom; medical images; x-rays, ct and mri scans',
    operations: {
      ListDatastores: 'medical image stores; dicom datastores; where are scans stored; radiology image stores',
      SearchImageSets: 'image sets of a patient; find studies by patient or date',
      ListDICOMImportJobs: 'dicom imports; failed image imports',
      GetImageSet: 'state of one medical image set',
      GetDatastore: 'key and status of one dicom store',
    },
  },
  {
    service: 'managedblockchain',
    called: 'managed blockchain; hyperledger fabric; ethereum nodes; blockchain network',
    operations: {
      ListNetworks: 'blockchain networks; hyperledger networks; do we run blockchain; which chains are we on',
      GetNetwork: 'edition and voting policy of a blockchain network',
      ListMembers: 'members of a blockchain network',
      ListNodes:
        'blockchain nodes; peer nodes; ethereum nodes; failed nodes of a blockchain; are blockchain nodes healthy',
      GetNode: 'availability and endpoint of a blockchain node',
      ListProposals: 'proposals to invite or remove blockchain members; proposals to vote on',
      ListInvitations: 'invitations to a blockchain network',
      ListAccessors:
        'token based access to blockchain nodes; who can call our blockchain nodes; tokens for our blockchain nodes; who can reach our ethereum node',
    },
  },
  {
    service: 'managedblockchain-query',
    called: 'blockchain query; wallet balances; on-chain transactions; bitcoin and ethereum data',
    operations: {
      ListTokenBalances: 'tokens in a wallet; balances of an address',
      GetTokenBalance: 'balance of one token',
      ListTransactions: 'transactions of a wallet',
      GetTransaction: 'one blockchain transaction',
      ListAssetContracts: 'nft and token contracts',
      ListTransactionEvents: 'events of a blockchain transaction',
    },
  },
  {
    service: 'cleanrooms',
    called: 'clean rooms; data collaboration; privacy preserving analytics; collaborations; joint data analysis',
    operations: {
      ListCollaborations:
        'data collaborations; clean room collaborations; partners we analyze data with; which partners do we share data with in clean rooms',
      GetCollaboration: 'members and settings of a collaboration; is query logging on in a collaboration',
      ListMembers: 'members of a collaboration; invited partners',
      ListMemberships:
        'collaborations we are member of; who pays for queries; are we paying for partner queries; active memberships',
      ListConfiguredTables:
        'tables offered in clean rooms; configured tables and their analysis rules; which tables can partners query',
      GetConfiguredTableAnalysisRule: 'which queries are allowed on a table; aggregation threshold',
      ListConfiguredTableAssociations: 'tables shared into a collaboration',
      ListProtectedQueries:
        'queries run in a collaboration; failed clean room queries; queries run by partners in a clean room',
      GetProtectedQuery: 'result location and error of a clean room query',
      ListAnalysisTemplates: 'approved query templates',
      ListPrivacyBudgets: 'differential privacy budget left',
      ListSchemas:
        'schemas visible in a collaboration; tables our partner brought into the collaboration; tables in a collaboration',
      ListProtectedJobs: 'pyspark jobs in a collaboration',
    },
  },
  {
    service: 'cleanroomsml',
    called: 'clean rooms ml; lookalike audiences; joint model training',
    operations: {
      ListAudienceModels: 'lookalike models; audience models; lookalike audience models trained',
      ListConfiguredAudienceModels: 'lookalike models offered to partners',
      ListAudienceGenerationJobs: 'lookalike segments generated; failed audience jobs',
      ListTrainingDatasets: 'training data of lookalike models',
      ListConfiguredModelAlgorithms: 'custom model algorithms in clean rooms',
      ListTrainedModels: 'models trained in a collaboration',
    },
  },
  {
    service: 'entityresolution',
    called: 'entity resolution; record matching; deduplication; identity matching',
    operations: {
      ListMatchingWorkflows:
        'record matching workflows; deduplication workflows; how do we match customer records; record linkage workflows',
      ListMatchingJobs: 'matching runs; failed record matching',
      GetMatchingJob: 'matched and unmatched record counts; how many customer records matched',
      ListIdMappingWorkflows: 'id mapping workflows; how are customer ids translated',
      ListIdMappingJobs: 'id mapping runs',
      ListSchemaMappings: 'schema mappings of records; which record schemas are mapped',
      ListIdNamespaces: 'id namespaces',
      ListProviderServices: 'third party matching providers',
    },
  },
  {
    service: 'dataexchange',
    called: 'data exchange; third party data; data products; data subscriptions; data sets',
    operations: {
      ListDataSets:
        'data sets owned or entitled; subscribed third party data; data we publish; which external data do we subscribe to; data products we own; data sets we bought; purchased data sets',
      ListDataSetRevisions: 'revisions of a data set; latest data delivery; revoked revisions',
      ListRevisionAssets: 'files of a revision',
      ListDataGrants: 'data grants given to others; who did we give data to',
      ListReceivedDataGrants: 'data granted to us; data grants pending acceptance',
      ListEventActions: 'automatic exports of new revisions; what happens when new data arrives',
    },
  },
  {
    service: 'b2bi',
    called: 'b2b data interchange; edi; x12; trading partners; edi transformation',
    operations: {
      ListPartnerships: 'trading partners; edi partners; which companies do we exchange edi with',
      ListCapabilities: 'edi capabilities; inbound and outbound edi',
      ListTransformers: 'edi transformers; inactive transformers; how are edi files converted',
      ListProfiles: 'our edi profiles; business profiles; company profiles for edi',
      GetTransformer: 'mapping template of an edi transformer',
      GetPartnership: 'capabilities and contact of a trading partner',
    },
  },
  {
    service: 'supplychain',
    called: 'supply chain; inventory planning; supply chain data lake; demand planning',
    operations: {
      ListInstances: 'supply chain instances; failed supply chain instances; do we run supply chain',
      ListDataIntegrationFlows: 'supply chain data flows',
      ListDataIntegrationFlowExecutions: 'runs of supply chain flows; failed supply chain flow runs',
      ListDataLakeDatasets: 'supply chain datasets',
      ListDataIntegrationEvents: 'data events of supply chain; failed data loads',
      ListDataLakeNamespaces: 'namespaces of supply chain data',
    },
  },
  {
    service: 'braket',
    called: 'quantum computing; qpu; quantum simulators; quantum circuits; hybrid jobs',
    operations: {
      SearchDevices:
        'quantum computers and simulators; qpus online or offline; available quantum hardware; which quantum computers can we use; is a qpu online; quantum machines available; quantum computers online; quantum devices',
      GetDevice:
        'queue depth of a quantum computer; capabilities of a qpu; queue depth of a quantum machine; is the ionq machine online',
      SearchQuantumTasks:
        'quantum tasks; failed or queued circuits; shots run; which quantum jobs ran; quantum tasks by status; circuits waiting; quantum tasks that failed; quantum circuits run',
      GetQuantumTask: 'result location and status of one quantum task; queue position',
      SearchJobs: 'hybrid quantum jobs; failed hybrid jobs',
      GetJob: 'one hybrid job; algorithm and billable time of a job',
      SearchSpendingLimits: 'spending limits of quantum devices; quantum budget',
    },
  },
  {
    service: 'groundstation',
    called: 'satellites; satellite contacts; antennas; ground stations; space data downlink',
    operations: {
      ListSatellites: 'satellites we can talk to; onboarded satellites; which satellites are onboarded',
      ListContacts:
        'satellite passes; scheduled, failed or completed contacts; upcoming passes; when is the next satellite pass; failed satellite contacts; satellite contacts scheduled',
      DescribeContact: 'one satellite pass; error of a contact',
      ListGroundStations: 'ground stations; antenna sites; where are antennas',
      ListMissionProfiles: 'mission profiles of satellites; how are passes configured',
      ListConfigs: 'antenna and dataflow configs',
      ListDataflowEndpointGroups: 'dataflow endpoints of satellite data',
      ListEphemerides: 'ephemerides; orbit data; invalid ephemeris',
      GetMinuteUsage: 'antenna minutes used and reserved',
      ListAntennas: 'antennas of a ground station',
    },
  },
  {
    service: 'deadline',
    called: 'deadline cloud; render farm; rendering; vfx; render jobs; animation',
    operations: {
      ListFarms: 'render farms; which render farms do we have; render farms by name; render farms we have',
      ListQueues: 'render queues; blocked queues; queues that stopped scheduling',
      GetQueue: 'role and budget action of a render queue; why is a render queue blocked',
      ListFleets:
        'render fleets; workers per fleet; spot or customer managed render fleets; unhealthy fleets; render fleets we have',
      GetFleet: 'worker count, min and max of a render fleet; instance requirements of a fleet',
      ListJobs: 'render jobs; failed renders; jobs in a queue by priority; render jobs that failed; failed render jobs',
      GetJob: 'task counts and error of one render job; who submitted a render',
      SearchJobs: 'find render jobs by name, user or status; failed renders of a user',
      ListSteps: 'steps of a render job',
      ListTasks: 'frames of a render; failed tasks',
      ListWorkers: 'render workers; idle or offline workers; render workers online',
      ListBudgets: 'render budgets; budget used by a farm',
      GetBudget: 'limit and actions of a render budget',
      ListLicenseEndpoints:
        'license endpoints for maya, nuke or houdini; render licenses; where do artists get software licenses; license servers for rendering',
      ListMonitors: 'deadline monitors; studio portal; portals of the render farm',
      ListStorageProfiles: 'storage profiles of artists',
      ListFarmMembers: 'artists with access to a farm',
      ListLimits: 'limits of floating licenses in a farm',
      ListSessionsForWorker: 'what a render worker is doing',
      ListQueueFleetAssociations: 'which fleets serve a queue',
    },
  },
  {
    service: 'pcs',
    called: 'parallel computing service; hpc; slurm; supercomputing clusters',
    operations: {
      ListClusters:
        'hpc clusters; slurm clusters; failed hpc clusters; which slurm clusters run; hpc clusters by status; supercomputers',
      GetCluster: 'slurm version and endpoints of an hpc cluster; size of the scheduler; slurm version',
      ListComputeNodeGroups: 'compute node groups of an hpc cluster; node groups of a slurm cluster',
      GetComputeNodeGroup: 'instance types and scaling of an hpc node group',
      ListQueues: 'slurm queues; partitions of an hpc cluster',
      GetQueue: 'node groups of a slurm queue',
    },
  },
  {
    service: 'odb',
    called: 'oracle database@aws; exadata; oracle cloud; autonomous database; odb network',
    operations: {
      ListCloudExadataInfrastructures:
        'exadata racks; exadata infrastructure; exadata maintenance; do we run exadata; oracle hardware',
      GetCloudExadataInfrastructure: 'cpu and storage left of an exadata; maintenance window of exadata',
      ListCloudVmClusters: 'exadata vm clusters; oracle rac clusters; oracle clusters running; vm clusters by status',
      GetCloudVmCluster: 'grid version and license model of a vm cluster',
      ListCloudAutonomousVmClusters:
        'autonomous vm clusters; autonomous oracle databases; oracle autonomous clusters running',
      ListDbNodes: 'oracle database nodes; stopped db nodes',
      ListDbServers: 'exadata servers',
      ListOdbNetworks: 'oracle networks; odb networks; networks for oracle databases',
      ListOdbPeeringConnections: 'peerings between odb networks and vpcs; which vpcs reach oracle',
      ListDbSystemShapes: 'exadata shapes available',
      ListGiVersions: 'grid infrastructure versions',
      GetOciOnboardingStatus: 'is the account onboarded to oracle cloud',
    },
  },
  {
    service: 'marketplace-agreement',
    called:
      'marketplace agreements; software contracts; purchased software; private offers accepted; subscriptions to third party software',
    operations: {
      SearchAgreements:
        'marketplace contracts; software we subscribed to; agreements about to expire; active marketplace purchases; sellers we buy from; which vendors do we buy from; third party software we pay for; when do vendor contracts end; saas contracts',
      DescribeAgreement: 'value and end date of one marketplace contract',
      GetAgreementTerms:
        'renewal and pricing terms of a contract; does a marketplace contract auto renew; does a vendor contract renew automatically',
      GetAgreementEntitlements: 'entitlements of a marketplace contract',
      ListAgreementPaymentRequests: 'payments requested by sellers',
      ListAgreementCharges: 'charges of marketplace contracts',
      ListAgreementCancellationRequests: 'cancellation requests of contracts',
    },
  },
  {
    service: 'marketplace-catalog',
    called: 'marketplace catalog; sellers; listed products; offers we publish',
    operations: {
      ListEntities:
        'our marketplace listings; products and offers we sell; private offers we made; resale authorizations; what do we sell on the marketplace; our published products; private offers',
      DescribeEntity: 'details of one marketplace listing',
      ListChangeSets: 'changes to marketplace listings; failed listing changes',
      DescribeChangeSet: 'why did a listing change fail',
      GetResourcePolicy: 'who a marketplace listing is shared with',
    },
  },
  {
    service: 'marketplace-discovery',
    called: 'marketplace search; software on sale',
    operations: {
      SearchListings:
        'find software on the marketplace; third party products by category; software for a purpose on the marketplace',
      GetListing: 'description and reviews of a marketplace product',
      ListPurchaseOptions: 'private and public offers for us',
      GetOfferTerms: 'prices of a marketplace offer',
      ListFulfillmentOptions: 'ways a product is delivered; ami, saas or container',
    },
  },
  {
    service: 'marketplace-entitlement',
    called: 'marketplace entitlements; customers entitled to our product',
    operations: {
      GetEntitlements: 'customers entitled to our saas product',
    },
  },
  {
    service: 'partnercentral-selling',
    called: 'partner central; ace; opportunities; co-sell; sales pipeline with aws',
    operations: {
      ListOpportunities:
        'co-sell opportunities; sales opportunities; opportunities by stage; deals to close; deals with aws; pipeline of co-selling; opportunities in review',
      GetOpportunity: 'one co-sell deal; customer and expected revenue',
      ListEngagementInvitations: 'referrals from aws; pending engagement invitations',
      ListEngagements: 'engagements with aws sales',
      ListSolutions: 'partner solutions',
      GetAwsOpportunitySummary: 'aws view of a deal',
      GetSellingSystemSettings: 'role of crm integration',
    },
  },
  {
    service: 'partnercentral-account',
    called: 'partner account; partner profile',
    operations: {
      ListPartners: 'partner profiles; are we an aws partner',
      ListConnections: 'connections with other partners',
      ListConnectionInvitations: 'invitations from other partners',
      GetAllianceLeadContact: 'alliance lead contact',
      GetPartner: 'one partner profile',
    },
  },
  {
    service: 'partnercentral-benefits',
    called: 'partner benefits; partner credits; mdf',
    operations: {
      ListBenefits: 'partner benefits available',
      ListBenefitApplications: 'applications for partner benefits; approved benefit applications',
      ListBenefitAllocations:
        'partner benefits granted; expiring credits of partners; partner credits about to expire; partner credits we have',
    },
  },
  {
    service: 'partnercentral-channel',
    called: 'partner channel; resellers; end customers of partners',
    operations: {
      ListRelationships: 'reseller relationships; end customer accounts',
      ListChannelHandshakes: 'pending reseller handshakes',
      ListProgramManagementAccounts: 'program management accounts of a reseller',
    },
  },
  {
    service: 'mturk',
    called: 'mechanical turk; mturk; crowdsourcing; human intelligence tasks; human tasks; crowd workers',
    operations: {
      ListHITs: 'crowd tasks; hits; expired or reviewable hits; which crowd tasks are open; human labeling tasks',
      ListReviewableHITs: 'crowd work waiting for review; finished crowd tasks to check',
      ListAssignmentsForHIT: 'answers of workers; submitted assignments',
      GetAccountBalance: 'mechanical turk balance; prepaid money for workers',
      ListQualificationTypes: 'worker qualifications',
      ListWorkerBlocks: 'blocked workers',
      ListBonusPayments: 'bonuses paid to workers',
    },
  },
  {
    service: 'appfabric',
    called: 'appfabric; saas audit logs; connected saas applications; user access of saas',
    operations: {
      ListAppBundles: 'saas app bundles; which saas apps do we audit',
      ListAppAuthorizations:
        'saas apps connected; okta, slack or zoom authorizations; disconnected saas apps; saas tools hooked up for audit logs',
      ListIngestions: 'saas log ingestions; stopped saas logs',
      ListIngestionDestinations: 'where saas audit logs go',
    },
  },
  {
    service: 'finspace',
    called: 'finspace; kdb; financial time series; managed kdb insights',
    operations: {
      ListKxEnvironments: 'kdb environments; do we run kdb; kdb environments by status',
      ListKxClusters: 'kdb clusters; failed kdb clusters',
      ListKxDatabases: 'kdb databases',
      ListKxUsers: 'kdb users',
      ListKxVolumes: 'kdb volumes',
      ListKxScalingGroups: 'kdb scaling groups',
      ListEnvironments: 'old finspace environments',
    },
  },
  {
    service: 'simspaceweaver',
    called: 'simspace weaver; spatial simulations; crowd simulation',
    operations: {
      ListSimulations: 'simulations; running or failed simulations; which simulations run; any simulations running',
      DescribeSimulation: 'state, clock and role of a simulation',
      ListApps: 'apps of a simulation',
    },
  },
  {
    service: 'tnb',
    called: 'telco network builder; 5g; telecom networks; network functions; vnf',
    operations: {
      ListSolNetworkInstances:
        'telco networks deployed; 5g networks; which 5g cores are deployed; telecom network state',
      ListSolFunctionInstances: 'network functions running; running vnfs; network functions of a telco network',
      ListSolNetworkOperations: 'telco network operations; failed network instantiations',
      ListSolNetworkPackages: 'network service packages; templates of telecom networks',
      ListSolFunctionPackages: 'network function packages; onboarded vnf packages',
    },
  },
  {
    service: 'importexport',
    called: 'aws import export disk; old disk shipping',
    operations: {
      ListJobs: 'old disk import jobs',
    },
  },
  {
    service: 'cloudsearch',
    called: 'cloud search; old search service; search domains of cloudsearch',
    operations: {
      DescribeDomains:
        'cloudsearch domains and their instance types; search domains in cloudsearch; do we still use cloudsearch',
      ListDomainNames: 'names of cloudsearch domains',
      DescribeIndexFields: 'fields indexed in a cloudsearch domain',
      DescribeServiceAccessPolicies: 'who can query a cloudsearch domain',
      DescribeScalingParameters: 'instance type and replicas wanted for a cloudsearch domain',
      DescribeAvailabilityOptions: 'is multi az on for a cloudsearch domain',
      DescribeDomainEndpointOptions: 'is https enforced on a cloudsearch domain',
    },
  },
  {
    service: 'sdb',
    called: 'simpledb; simple db; old key value store',
    operations: {
      ListDomains: 'simpledb domains; do we still use simpledb',
    },
  },
  {
    service: 'simpledbv2',
    called: 'simpledb exports',
    operations: {
      ListExports: 'exports of simpledb domains',
    },
  },
  {
    service: 'snow-device-management',
    called: 'snow devices in our sites; snowball edge and snowcone devices managed remotely',
    operations: {
      ListDevices: 'snowball and snowcone devices we manage; locked or unlocked snow devices',
      DescribeDevice: 'software and network of one snow device; is a snow device locked',
      DescribeDeviceEc2Instances: 'instances running on a snow device',
      ListTasks: 'unlock and reboot tasks of snow devices',
      ListExecutions: 'did a task reach the snow devices',
      ListDeviceResources: 'amis and buckets on a snow device',
    },
  },
];
