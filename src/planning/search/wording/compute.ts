import type { ServiceWording } from './wording.js';

/** Functions, batch jobs, platforms that run code, image pipelines and rightsizing. */
export const COMPUTE_WORDING: readonly ServiceWording[] = [
  {
    service: 'lambda',
    called:
      'lambda; lambdas; functions; serverless functions; faas; aws lambda; layers; event source mappings; function urls; provisioned concurrency; lambda aliases and versions; runtimes; lambda triggers',
    operations: {
      ListFunctions:
        'functions; lambdas; serverless code; functions running node 16; python 3.8 functions; end of life runtimes; deprecated runtimes; outdated runtime; functions on old runtime; java lambdas; memory size; functions with more than 1 gb memory; timeout of functions; functions with 15 minute timeout; functions inside a vpc; functions not in a vpc; arm64 or x86 functions; functions without tracing; functions without a dead letter queue; code size; largest deployment packages; last modified; functions not updated for a year; stale functions; container image functions; which functions use this layer; which role do functions run as; functions sharing an execution role; ephemeral storage; snapstart; log format of functions; functions in failed state; kms key of functions; how many functions; functions on a supported runtime; environment variables encrypted with a customer managed kms key; functions with a dead letter queue; functions in one subnet only; functions with a layer from another account; functions created by; functions nobody deployed for a year; forgotten lambdas; lambda language versions; handler of functions; efs mounted by functions; environment encryption; functions signed; functions that will break when a runtime is retired; runtime deprecation impact; which language are lambdas written in; state reason of a function; json logs of functions; functions using a role; functions with durable execution; function code hash',
      GetFunctionConfiguration:
        'settings of one function; memory and timeout of a function; handler of a function; runtime of one function; vpc, subnets and security groups of a function; layers of one function; execution role of one function; dead letter target of a function; state and last update status of a function; tracing of one function; log group of a function; why did the function update fail; architecture of a function',
      GetFunctionConcurrency:
        'reserved concurrency of a function; concurrency limit of a function; is the function throttled by its own limit; function disabled by zero concurrency',
      ListProvisionedConcurrencyConfigs:
        'provisioned concurrency; warm instances of a function; provisioned concurrency on aliases; what do we pay for pre warmed functions; functions with warm capacity; functions kept warm',
      GetProvisionedConcurrencyConfig:
        'allocated and available provisioned concurrency of one alias; provisioned concurrency status of a version',
      GetAccountSettings:
        'account concurrency limit; unreserved concurrency left; lambda code storage used; total code size limit; how many functions in the account; lambda account limits; concurrent executions quota; how close are we to the lambda concurrency limit; lambda concurrency ceiling',
      ListEventSourceMappings:
        'triggers that poll; lambda triggers from sqs, kinesis, dynamodb or kafka; what triggers this function from a queue; which function consumes this queue; which lambda reads the stream; disabled triggers; batch size of a trigger; event sources with failures; last processing result; batch window; filter criteria of a trigger; parallelization factor; on failure destination of a stream trigger; maximum concurrency of an sqs trigger; lambda reading from self managed kafka; bootstrap servers of a lambda kafka trigger; what reads a queue into lambda; which lambda processes messages of a queue; lambda polling a queue; lambda consumers of a stream; starting position of a trigger; error of a trigger; filtered events; provisioned pollers; trigger last modified; kafka topics read by lambda; documentdb change stream triggers',
      GetEventSourceMapping: 'details of one trigger; state of a single mapping by uuid',
      GetPolicy:
        'who can invoke a function; resource policy of a function; which services may call the lambda; is a function public; s3 or api gateway permission on a function; cross account invoke; what triggers the function by push; function open to everyone; invoke permissions; who is allowed to invoke a function; who may call a lambda; which accounts can run our function',
      ListFunctionUrlConfigs:
        'function urls; functions with an https endpoint; public function urls; functions reachable from the internet; function url without auth',
      GetFunctionUrlConfig: 'url of one function; auth type and cors of a function url; is the function url auth none',
      ListVersionsByFunction:
        'versions of a function; published versions; old versions eating code storage; how many versions',
      ListAliases:
        'aliases of a function; which version does prod point to; traffic shifting weights; canary on an alias; live alias; is the canary getting traffic; weighted alias',
      GetAlias: 'version behind one alias; routing weights of an alias',
      ListLayers: 'layers; shared lambda libraries; our layers; latest layer version; compatible runtimes of layers',
      ListLayerVersions: 'versions of a layer; old layer versions; when was the layer published',
      GetLayerVersionPolicy: 'who can use a layer; accounts a layer is shared with; public layer permission',
      ListFunctionEventInvokeConfigs:
        'async invocation settings; destinations on success or failure; retries of async invokes; maximum event age of a function; on failure destinations; what happens to failed async events; where do failed async invocations go',
      GetFunctionEventInvokeConfig: 'async retry attempts of one function alias; failure destination of one function',
      ListCodeSigningConfigs: 'code signing configurations; trusted publishers for lambda; signing profiles used',
      GetFunctionCodeSigningConfig: 'is code signing on for a function; functions without code signing',
      ListFunctionsByCodeSigningConfig: 'functions under a code signing configuration',
      GetRuntimeManagementConfig:
        'runtime update mode; are runtime patches automatic; pinned runtime version of a function',
      GetFunctionRecursionConfig: 'recursive loop detection of a function; recursion allowed or terminated',
      GetFunctionScalingConfig: 'min and max execution environments of a function on managed instances',
      ListCapacityProviders: 'lambda managed instances; capacity providers for functions on ec2',
      ListFunctionVersionsByCapacityProvider: 'functions placed on a capacity provider',
      ListDurableExecutionsByFunction:
        'durable function runs; long running executions of a function; failed durable executions',
      GetDurableExecutionHistory: 'step history of a durable execution; events of a durable function run',
      ListTags: 'tags of a function; owner tag of a lambda; untagged functions',
    },
  },
  {
    service: 'batch',
    called:
      'aws batch; batch jobs; batch computing; job queues; compute environments; job definitions; array jobs; hpc jobs',
    operations: {
      ListJobs:
        'batch jobs; failed batch jobs; jobs that failed last night; running jobs in a queue; jobs stuck in runnable; pending jobs; succeeded jobs; submitted jobs; children of an array job; waiting batch work; queued up jobs',
      DescribeJobs:
        'why did a batch job fail; exit code of a job; status reason of a job; attempts and retries of a job; log stream of a batch job; container image of a job; start and stop time of a job; job details; dependencies of a batch job; job vcpus and memory; instance that ran a job; job definition of a job; retry reason; command of a batch job; started at of a job; array size of a job; fargate job network; timeout of a running job; pod of a batch job',
      DescribeJobQueues:
        'job queues; queue priority; disabled job queues; queue state and status; compute environments of a queue; invalid job queues; fair share queues; job state time limits',
      DescribeComputeEnvironments:
        'compute environments; invalid compute environments; max vcpus of batch; fargate or spot batch environment; desired vcpus; disabled environments; instance types used for batch; ami of a compute environment; why is the compute environment invalid',
      DescribeJobDefinitions:
        'job definitions; job templates; active revisions of a job definition; image, vcpu and memory of a job; retry strategy; job timeout; job role; privileged jobs',
      GetJobQueueSnapshot: 'front of the queue; first jobs in line; next runnable jobs',
      ListSchedulingPolicies: 'scheduling policies; fair share policies',
      DescribeSchedulingPolicies: 'share decay and weights of a fair share policy',
      ListConsumableResources: 'consumable resources; license tokens for jobs; available quantity of a consumable',
      ListServiceJobs: 'sagemaker training jobs queued in batch; service jobs',
      DescribeServiceEnvironments: 'service environments of batch; sagemaker capacity limits in batch',
    },
  },
  {
    service: 'elasticbeanstalk',
    called:
      'elastic beanstalk; beanstalk; eb; beanstalk environments; platform as a service; web and worker tiers; application versions; solution stacks',
    operations: {
      DescribeEnvironments:
        'beanstalk environments; environment health red; beanstalk platform version; environments on deprecated platforms; cname of an environment; which version is deployed on beanstalk; terminated environments; load balanced or single instance; worker tier environments; environment status updating; environments on old solution stack; unhealthy beanstalk environments; apps on a retired beanstalk platform; running beanstalk apps',
      DescribeEnvironmentHealth:
        'why is the environment red; causes of degraded health; enhanced health of an environment; request latency and errors of a beanstalk app; http status counts; enhanced health reporting of an environment',
      DescribeInstancesHealth:
        'unhealthy instances in an environment; cpu and load per beanstalk instance; which instance has severe health',
      DescribeEnvironmentResources:
        'instances, load balancers and asg of an environment; resources behind beanstalk; queues of a worker environment',
      DescribeApplications:
        'beanstalk applications; apps and their versions; version lifecycle settings of an application',
      DescribeApplicationVersions:
        'application versions; deployed bundles; old app versions; source bundle of a version; number of versions near limit',
      DescribeEvents:
        'beanstalk events; deployment errors; failed deployment messages; what happened to the environment; recent warnings',
      DescribeEnvironmentManagedActions:
        'upcoming managed platform updates; pending platform update of an environment; when is the next managed update; managed platform updates coming up; planned beanstalk updates',
      DescribeEnvironmentManagedActionHistory: 'past managed updates; failed managed platform updates',
      ListPlatformVersions: 'platform versions; recommended platform; custom platforms; supported beanstalk platforms',
      ListPlatformBranches:
        'platform branches retiring or deprecated; lifecycle state of platforms; branch supported or beta',
      ListAvailableSolutionStacks: 'solution stacks on offer; available stack names',
      DescribePlatformVersion: 'languages and frameworks of a platform; details of one platform version',
      DescribeAccountAttributes: 'beanstalk quotas; limits for environments and versions',
    },
  },
  {
    service: 'lightsail',
    called:
      'lightsail; vps; simple virtual servers; lightsail instances; lightsail databases; lightsail containers; blogs and small servers',
    operations: {
      GetInstances:
        'lightsail servers; vps instances; lightsail boxes; blueprint and bundle of servers; public ip of a lightsail instance; stopped lightsail instances; wordpress servers; monthly transfer allowance',
      GetInstance: 'details of one lightsail server',
      GetInstancePortStates: 'open ports of a lightsail server; firewall of lightsail; lightsail port 22 open',
      GetInstanceSnapshots: 'lightsail server snapshots; manual backups of lightsail instances',
      GetAutoSnapshots: 'automatic snapshots of a lightsail resource; daily backups on lightsail',
      GetInstanceMetricData: 'cpu of a lightsail server; network in and out of lightsail',
      GetDisks: 'lightsail disks; unattached lightsail block storage',
      GetDiskSnapshots: 'snapshots of lightsail disks',
      GetStaticIps: 'lightsail static ips; unattached lightsail addresses',
      GetRelationalDatabases:
        'lightsail databases; public lightsail database; engine and plan of lightsail databases; lightsail db backup retention',
      GetRelationalDatabaseSnapshots: 'snapshots of lightsail databases',
      GetRelationalDatabaseEvents: 'events of a lightsail database; failovers and restarts on lightsail',
      GetContainerServices: 'lightsail container services; container scale and power; url of a lightsail container',
      GetContainerServiceDeployments: 'deployments of a lightsail container service',
      GetLoadBalancers: 'lightsail load balancers; instance health behind lightsail lb',
      GetLoadBalancerTlsCertificates: 'tls certificates of a lightsail load balancer; expiry of lightsail certificate',
      GetCertificates: 'lightsail certificates; certificates for lightsail cdn',
      GetDistributions: 'lightsail cdn distributions; cached origins on lightsail',
      GetBuckets: 'lightsail object storage; lightsail buckets; access rules of lightsail buckets',
      GetDomains: 'lightsail dns zones; domain entries on lightsail',
      GetAlarms: 'lightsail alarms; metric alarms on lightsail',
      GetOperations: 'recent lightsail operations; failed lightsail actions; what changed on lightsail',
      GetBundles: 'lightsail plans and prices; plan sizes',
      GetBlueprints: 'lightsail images and apps on offer',
      GetCostEstimate: 'estimated cost of a lightsail resource',
      GetRegions: 'regions of lightsail',
    },
  },
  {
    service: 'imagebuilder',
    called:
      'ec2 image builder; image builder; ami factory; golden image pipeline; image pipelines; image recipes; image bakery; build components',
    operations: {
      ListImagePipelines:
        'image pipelines; golden ami pipelines; disabled pipelines; pipeline schedule; last and next run of an image pipeline; when was the golden image last built; enhanced image metadata collection of pipelines',
      GetImagePipeline: 'settings of one image pipeline; recipe and infrastructure of a pipeline',
      ListImagePipelineImages: 'images produced by a pipeline; output amis of an image pipeline',
      ListImages: 'images made by image builder; image versions; golden images by version',
      ListImageBuildVersions:
        'builds of an image; failed image builds; image build status; amis from a build; build history; golden image builds that broke; image build history; broken image builds',
      GetImage: 'why did an image build fail; output ami ids of a build; state and reason of an image build',
      ListImageRecipes: 'image recipes; base image of a recipe; recipes we own',
      GetImageRecipe: 'components and parent image of a recipe; block devices in a recipe',
      ListContainerRecipes: 'container recipes; dockerfile recipes',
      ListComponents: 'build and test components; hardening components; our components',
      ListInfrastructureConfigurations: 'infrastructure configurations for builds; instance types used to bake images',
      ListDistributionConfigurations: 'where are golden images distributed; regions and accounts that receive images',
      GetDistributionConfiguration: 'target accounts and launch permissions of one image distribution',
      ListImagePackages:
        'packages installed in an image; software inventory of a golden ami; package versions in an image',
      ListImageScanFindings: 'vulnerabilities found in built images; cves in golden images',
      ListImageScanFindingAggregations: 'count of image vulnerabilities by severity',
      ListLifecyclePolicies: 'policies that clean up old images; image retention policies',
      ListLifecycleExecutions: 'runs of image cleanup; what images were deleted by lifecycle',
      ListWorkflowExecutions: 'workflow runs of an image build; build and test step status',
      ListWorkflowStepExecutions: 'failed steps of an image workflow; step logs of an image build',
      ListWaitingWorkflowSteps: 'image builds waiting for approval',
      ListWorkflows: 'image build workflows',
    },
  },
  {
    service: 'compute-optimizer',
    called:
      'compute optimizer; rightsizing; right sizing recommendations; over provisioned; under provisioned; resource optimization; savings opportunities',
    operations: {
      GetEC2InstanceRecommendations:
        'rightsizing of instances; over provisioned instances; oversized servers; undersized servers; recommended instance types; which servers are too big; graviton migration recommendation; savings from downsizing servers; underutilized instances; servers too big; servers that are too large for their load; could use a smaller instance; right size instances; instances with low utilization recommended smaller',
      GetAutoScalingGroupRecommendations:
        'rightsizing of auto scaling groups; recommended type for an asg; not optimized asgs',
      GetEBSVolumeRecommendations:
        'rightsizing of volumes; over provisioned disks; recommended volume type and iops; savings on disks; gp3 recommendations',
      GetLambdaFunctionRecommendations:
        'rightsizing of functions; lambdas with too much memory; recommended memory of functions; memory over provisioned functions',
      GetECSServiceRecommendations:
        'rightsizing of fargate services; recommended cpu and memory of ecs tasks; oversized containers',
      GetRDSDatabaseRecommendations:
        'rightsizing of databases; over provisioned rds; recommended db instance class; oversized databases',
      GetIdleRecommendations:
        'idle resources; idle instances, volumes, nat gateways and databases; resources doing nothing; what can we switch off; idle nat gateways; wasted resources; savings from deleting idle things; idle rds databases; idle databases; idle ec2 instances; idle load balancers; idle ecs services; idle auto scaling groups; unattached and idle volumes',
      GetLicenseRecommendations: 'sql server license savings; commercial license optimization',
      GetRecommendationSummaries:
        'summary of rightsizing findings; how many resources are optimized; total savings opportunity; performance risk overview; not optimized auto scaling groups, volumes, functions and instances in total; cost savings if we right size; how much could we save by rightsizing; overall rightsizing potential',
      GetEnrollmentStatus: 'is compute optimizer on; opted in to rightsizing',
      GetEnrollmentStatusesForOrganization:
        'which accounts are enrolled in compute optimizer; member accounts not opted in',
      GetRecommendationPreferences:
        'rightsizing preferences; enhanced infrastructure metrics; lookback period of recommendations',
      GetEffectiveRecommendationPreferences: 'preferences in effect for one resource',
      GetEC2RecommendationProjectedMetrics: 'projected cpu on a recommended instance type',
      DescribeRecommendationExportJobs: 'export jobs of recommendations; rightsizing exports to s3',
    },
  },
  {
    service: 'outposts',
    called: 'outposts; aws rack on premises; outpost servers; aws hardware in our data center',
    operations: {
      ListOutposts: 'outposts; racks in our data centers; lifecycle status of outposts',
      GetOutpost: 'details of one outpost; availability zone of an outpost',
      GetOutpostInstanceTypes: 'instance types on an outpost; capacity configured on a rack',
      ListSites: 'outpost sites; data centers with aws racks',
      ListOrders: 'outpost orders; hardware order status; racks being delivered',
      GetOrder: 'line items of an outpost order',
      ListAssets:
        'hardware assets of an outpost; hosts in a rack; compute asset state; free capacity per asset; capacity of an outpost; free capacity on outposts',
      ListAssetInstances: 'instances running on outpost hardware',
      ListCapacityTasks: 'capacity tasks; changes of instance capacity on a rack',
      ListCatalogItems: 'outpost hardware on offer; rack configurations',
      GetOutpostBillingInformation: 'outpost contract end date; outpost subscriptions',
      GetSiteAddress: 'shipping or operating address of a site',
    },
  },
];
