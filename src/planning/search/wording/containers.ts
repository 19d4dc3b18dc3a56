import type { ServiceWording } from './wording.js';

/** Container clusters, registries and container platforms. */
export const CONTAINERS_WORDING: readonly ServiceWording[] = [
  {
    service: 'ecs',
    called:
      'ecs; elastic container service; fargate; containers; docker; tasks; task definitions; container services; container clusters; capacity providers; ecs anywhere',
    operations: {
      ListClusters: 'ecs clusters; which container clusters do we have; names of ecs clusters',
      DescribeClusters:
        'clusters without container insights; running and pending task counts; number of services in a cluster; empty ecs clusters; inactive clusters; execute command logging; exec settings of a cluster; capacity providers of a cluster; registered container instances count; service connect defaults; container insights of ecs clusters; cluster statistics of ecs; managed storage encryption of a cluster',
      ListServices: 'names of ecs services in a cluster; services of a cluster; fargate services by launch type',
      DescribeServices:
        'ecs services; services with fewer running than desired tasks; services not at desired count; services scaled to zero; failed deployments; rollout state; circuit breaker; deployment stuck; recent service events; why are tasks not starting; unable to place a task; image version deployed by a service; services with public ip; subnets and security groups of a service; load balancer target group of a service; platform version; ecs exec enabled; which task definition does a service run; launch type fargate or ec2; service discovery registration; services without circuit breaker; steady state; services that cannot start their tasks; unstable services; which release does a service run; minimum healthy percent; blue green or canary deployment strategy; health check grace period; placement constraints; services on fargate spot; az rebalancing of a service; deployment alarms; did the last rollout succeed; is a service healthy; services by task definition revision; daemon services; container port behind the lb; propagate tags of services',
      ListServicesByNamespace:
        'services in a cloud map namespace; service connect services; ecs services in a cloud map namespace',
      ListServiceDeployments:
        'deployments of a service; failed ecs rollouts; deployment history of a service; rolled back deployments; last deploy of a service',
      DescribeServiceDeployments:
        'details of one rollout; rollback reason; blue green deployment stage; circuit breaker status of a deployment',
      DescribeServiceRevisions: 'what was deployed in a service revision; images of a service revision',
      ListTasks: 'ids of running tasks; stopped tasks; tasks of a service; tasks on a host',
      DescribeTasks:
        'why did a task stop; stopped reason; exit code of containers; out of memory killed containers; unhealthy containers; private ip of a task; running tasks with start time; image digest running; task cpu and memory; tasks per availability zone; crashing containers; essential container exited; cannot pull container error; last status of tasks; old tasks; tasks that keep dying; why do tasks crash; fargate tasks restarting; tasks killed; who started a task; ephemeral storage of tasks; task connectivity; network interface of a task; task started at; containers killed for too much memory; oom tasks; fargate platform of tasks; tasks with exec enabled; stuck in pending or provisioning',
      ListTaskDefinitions:
        'task definition revisions; active and inactive task definitions; how many revisions of a task definition',
      ListTaskDefinitionFamilies: 'task definition families; unused families',
      DescribeTaskDefinition:
        'what is in a task definition; container image of a task; cpu and memory limits of a task; task role and execution role; log driver of containers; privileged containers; containers running as root; secrets referenced by a task; read only root filesystem; network mode; volumes mounted by a task; port mappings; images with tag latest; containers with elevated privileges; tasks that share the host network; task definitions without logging; secrets mounted in containers; which secrets does a service use; entry point and command of a container; container health check; ulimits; runtime platform arm64; ephemeral storage of a task definition; sidecars of a task',
      ListContainerInstances: 'container instances of a cluster; ec2 hosts of an ecs cluster; draining hosts',
      DescribeContainerInstances:
        'agent version on ecs hosts; outdated ecs agent; agent disconnected; remaining cpu and memory on container hosts; instance type of container hosts; docker version; how full are ecs hosts; ecs agent version of hosts; container hosts with little room',
      DescribeCapacityProviders:
        'capacity providers; fargate spot; managed scaling of a capacity provider; asg behind a capacity provider; managed termination protection',
      DescribeTaskSets: 'task sets; external or code deploy blue green task sets',
      GetTaskProtection: 'tasks protected from scale in; task scale in protection',
      ListAccountSettings:
        'ecs account settings; container insights default; awsvpc trunking; long arn format; tag resource authorization; guardduty activate default; fargate fips mode',
      ListAttributes: 'custom attributes of container instances; placement constraint attributes',
      DescribeExpressGatewayService: 'ecs express mode service; url of an express service',
      ListDaemons: 'managed daemons; daemon on every container host',
      ListTagsForResource: 'tags of an ecs service or cluster; team tag of a service',
    },
  },
  {
    service: 'ecr',
    called:
      'ecr; container registry; docker registry; image registry; docker images; container images; image repos; image scanning; docker repositories',
    operations: {
      DescribeRepositories:
        'image repositories; repos without scan on push; mutable tags; tag immutability off; repositories not encrypted with kms; unused image repos; repository uri; when was the repo created; how many docker repos; kms encryption of an image repo; repos by name prefix',
      DescribeImages:
        'images in a repository; image push date; when was the image last pulled; image size; largest docker images; untagged images; old container images; latest tag; stale images never pulled; scan status of images; storage used by a repo; image digest of a tag; how old is an image tag; images pushed today; size of the latest image; count of images per repo; images scanned; media type of images',
      ListImages: 'tags of a repo; which tags exist; image ids in a repository',
      BatchGetImage: 'image manifest; architecture of an image tag; platforms in a multi arch image',
      DescribeImageScanFindings:
        'vulnerabilities in a container image; cves of an image; critical findings of a docker image; scan results; log4j in our images; severity counts of one image; packages to patch in an image; cves of images pushed lately; vulnerable container images; critical vulnerabilities in an image; security holes of a container image',
      GetLifecyclePolicy:
        'lifecycle policy of a repo; image retention; repos without cleanup policy; how long do we keep images; expire untagged images rule; repositories that never clean up old images; are old images cleaned up; images kept forever',
      GetLifecyclePolicyPreview: 'what would the lifecycle policy delete',
      GetRepositoryPolicy:
        'who can pull from a repo; cross account pull permission; resource policy of a repository; repository shared with other accounts; public access to a private repo; other accounts that can pull our images; who can pull an image; outside access to images',
      GetRegistryPolicy: 'registry permissions; who may replicate into the registry; registry wide policy',
      DescribeRegistry:
        'replication rules of the registry; where are images replicated; cross region replication of images; registry id; automatic copy of images to another region; is registry replication set up',
      GetRegistryScanningConfiguration:
        'registry scanning type basic or enhanced; continuous scanning of images; scan rules; is enhanced scanning on',
      BatchGetRepositoryScanningConfiguration:
        'scan frequency of a repository; which repos are scanned on push or continuously; repositories excluded from scanning',
      DescribePullThroughCacheRules:
        'pull through cache; docker hub mirror; upstream registries cached; cached public registries',
      DescribeRepositoryCreationTemplates:
        'templates for new repositories; defaults when repos are created automatically',
      DescribeImageReplicationStatus: 'did an image replicate; replication failed for an image',
      DescribeImageSigningStatus: 'is an image signed; signing status of container images',
      GetSigningConfiguration: 'managed image signing rules',
      ListPullTimeUpdateExclusions: 'principals whose pulls do not count as last pull',
      GetAccountSetting: 'ecr account settings; basic scan version; policy scope of registry',
      ListTagsForResource: 'cost tags of an ecr repository',
    },
  },
  {
    service: 'ecr-public',
    called: 'ecr public; public gallery; public container registry; public ecr; gallery.ecr.aws',
    operations: {
      DescribeRepositories: 'our public image repositories; repos in the public gallery',
      DescribeImages: 'images we publish publicly; size and push date of public images',
      DescribeImageTags: 'tags of a public image',
      DescribeRegistries: 'public registry alias; verified public registry',
      GetRepositoryCatalogData: 'description shown in the public gallery',
      GetRepositoryPolicy: 'who may push to a public repo',
    },
  },
  {
    service: 'eks',
    called:
      'eks; kubernetes; k8s; kube clusters; managed kubernetes; node groups; kubernetes workers; addons; fargate profiles; pod identity; irsa',
    operations: {
      ListClusters: 'kubernetes clusters; names of k8s clusters; which kube clusters do we have; how many eks clusters',
      DescribeCluster:
        'kubernetes version of a cluster; clusters on 1.27; clusters to upgrade; outdated k8s; public api endpoint; endpoint open to the internet; allowed cidrs of the api server; private endpoint access; control plane logging; audit logs off; secrets encryption; clusters without envelope encryption; oidc issuer; cluster role; cluster security group; cluster subnets; vpc of the cluster; authentication mode aws auth or api; auto mode; extended support policy; upgrade policy; platform version; cluster health issues; service ipv4 range; deletion protection of a cluster; cluster status; zonal shift of a cluster; version of each eks cluster; which kubernetes version do we run; clusters older than a kubernetes version; clusters encrypted with a kms key; ip family of a cluster; certificate authority of a cluster; hybrid nodes networks; auto mode node pools; connected clusters; cluster creation date; block storage of auto mode; ipv6 clusters; control plane version',
      ListNodegroups: 'node groups of a cluster; managed node groups; worker groups names',
      DescribeNodegroup:
        'node group size; min max desired workers; instance types of workers; ami type and release version of nodes; outdated node ami; kubernetes version of nodes; nodes behind the control plane; spot node groups; degraded node groups; node group health issues; disk size of nodes; ssh access to nodes; labels and taints; bottlerocket nodes; al2 node groups end of life; update config max unavailable; node role; number of workers in a node group; size of node groups; how many kubernetes nodes; capacity type of a node group; launch template of a node group; subnets of nodes; node group desired size; autoscaling group behind nodes; nodes older than the cluster version',
      ListAddons:
        'addons installed in a cluster; which clusters have the ebs csi driver; coredns vpc cni kube proxy installed; clusters without guardduty agent addon; number of addons per cluster',
      DescribeAddon:
        'version of an addon; vpc cni version; outdated coredns; addon degraded; addon health issues; service account role of an addon; configuration values of an addon; addons that are not active; vpc cni version deployed; coredns version in a cluster; which version of the csi driver runs',
      DescribeAddonVersions:
        'available addon versions; latest compatible vpc cni for a kubernetes version; default addon version; addon compatibility',
      DescribeAddonConfiguration: 'settings schema of an addon',
      DescribeClusterVersions:
        'end of support dates of kubernetes versions; which k8s versions are in extended support; end of standard support; supported kubernetes releases; when does 1.29 reach end of life; latest kubernetes on eks; when does our kubernetes version expire',
      ListInsights:
        'upgrade readiness; deprecated api usage; upgrade insights; are we ready to upgrade kubernetes; upgrade blockers; misconfigurations found in a cluster; deprecated kubernetes apis still called',
      DescribeInsight:
        'details of one upgrade insight; which clients call a deprecated api; resources that block an upgrade',
      ListAccessEntries:
        'who has access to a cluster; iam principals allowed into kubernetes; access entries; kubectl access; iam roles mapped into a cluster; who may use kubectl; aws auth mapping',
      DescribeAccessEntry: 'kubernetes groups of an iam role; username of an access entry',
      ListAssociatedAccessPolicies:
        'who is cluster admin; access policies of a principal; admin rights in kubernetes for a role; kubernetes cluster admins; who administers kubernetes',
      ListAccessPolicies: 'predefined kubernetes access policies on offer',
      ListPodIdentityAssociations:
        'pod identity; which service accounts have iam roles; pod roles; iam roles used by pods',
      DescribePodIdentityAssociation: 'role of one pod identity association',
      ListFargateProfiles: 'fargate profiles of a cluster; serverless pods profiles',
      DescribeFargateProfile:
        'namespaces and selectors of a fargate profile; pod execution role; subnets of fargate pods',
      ListIdentityProviderConfigs: 'oidc identity providers of a cluster; external login to kubernetes',
      DescribeIdentityProviderConfig: 'oidc settings of a cluster login; client id and issuer',
      ListUpdates: 'updates of a cluster; past upgrades; update ids',
      DescribeUpdate:
        'progress of a cluster upgrade; failed node group update; errors of an update; is the upgrade done',
      ListCapabilities: 'managed argo cd, ack or kro capabilities of a cluster; gitops capability',
      ListEksAnywhereSubscriptions:
        'eks anywhere subscriptions; on premises kubernetes licenses; expiring eks anywhere subscription',
      ListTagsForResource: 'tags on a kubernetes cluster; cost center tag of a cluster or nodegroup',
    },
  },
  {
    service: 'apprunner',
    called: 'app runner; apprunner; managed container web apps; web services from source or image',
    operations: {
      ListServices: 'app runner services; app runner apps and their urls; paused app runner services; service status',
      DescribeService:
        'settings of one app runner service; cpu and memory of an app runner service; image or repository deployed; auto deployments; public or private ingress; health check of app runner; egress via vpc; instance role; app runner service encrypted with a kms key',
      ListOperations: 'deployments of an app runner service; failed app runner deployment; pause and resume history',
      DescribeCustomDomains: 'custom domains of app runner; domain certificate validation of an app runner service',
      ListAutoScalingConfigurations: 'autoscaling configurations of app runner; concurrency and max size',
      ListVpcConnectors: 'vpc connectors; private network access of app runner',
      ListVpcIngressConnections: 'private endpoints of app runner services',
      ListConnections: 'github connections of app runner; source code connections pending handshake',
      ListObservabilityConfigurations: 'tracing configurations of app runner',
    },
  },
];
