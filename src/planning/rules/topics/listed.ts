import { LISTED_DETAILS } from './listed-details.js';
import { lines } from '../text-lists.js';
import { call, type Topic } from '../topic.js';
import { DATA_DETAILS } from './details/data.js';
import { PLATFORM_DETAILS } from './details/platform.js';

/**
 * Kinds of things that one call lists whole, shown with the catalogue's columns: key, noun, service and operation (`once`
 * where a Region means nothing), and what else people call it.
 */
const LISTED = lines(`
  load-balancers | load balancers | elbv2 DescribeLoadBalancers | load balancer; albs; alb; nlbs; nlb; elbs; application load balancers; network load balancers
  target-groups | target groups | elbv2 DescribeTargetGroups | target group
  auto-scaling-groups | Auto Scaling groups | autoscaling DescribeAutoScalingGroups | auto scaling group; autoscaling groups; autoscaling group; asgs; asg
  launch-templates | launch templates | ec2 DescribeLaunchTemplates | launch template
  key-pairs | key pairs | ec2 DescribeKeyPairs | key pair; keypairs; ec2 key pairs
  network-interfaces | network interfaces | ec2 DescribeNetworkInterfaces | network interface; enis; eni
  route-tables | route tables | ec2 DescribeRouteTables | route table; vpc route tables
  network-acls | network ACLs | ec2 DescribeNetworkAcls | network acl; nacls; nacl
  internet-gateways | internet gateways | ec2 DescribeInternetGateways | internet gateway; igws
  vpc-endpoints | VPC endpoints | ec2 DescribeVpcEndpoints | vpc endpoint
  vpc-peerings | VPC peering connections | ec2 DescribeVpcPeeringConnections | vpc peerings; peering connections; vpc peering
  vpn-connections | VPN connections | ec2 DescribeVpnConnections | vpn connection; vpns; site-to-site vpns
  transit-gateways | transit gateways | ec2 DescribeTransitGateways | transit gateway; tgws
  transit-gateway-attachments | transit gateway attachments | ec2 DescribeTransitGatewayAttachments | tgw attachments
  flow-logs | VPC flow logs | ec2 DescribeFlowLogs | flow logs; flow log
  reserved-instances | EC2 reserved instances | ec2 DescribeReservedInstances | reserved instances
  spot-requests | spot instance requests | ec2 DescribeSpotInstanceRequests | spot requests
  capacity-reservations | capacity reservations | ec2 DescribeCapacityReservations | ec2 capacity reservations
  dynamodb-tables | DynamoDB tables | dynamodb ListTables | dynamodb table; dynamo tables
  queues | SQS queues | sqs ListQueues | sqs queue; queues; sqs
  topics | SNS topics | sns ListTopics | sns topic; sns
  sns-subscriptions | SNS subscriptions | sns ListSubscriptions | topic subscriptions
  kms-keys | KMS keys | kms ListKeys | kms key; encryption keys
  kms-aliases | KMS key aliases | kms ListAliases | kms aliases
  secrets | secrets | secretsmanager ListSecrets | secrets manager secrets
  certificates | ACM certificates | acm ListCertificates | acm certificate; tls certificates; ssl certificates
  private-cas | private certificate authorities | acm-pca ListCertificateAuthorities | private cas
  distributions | CloudFront distributions | cloudfront ListDistributions once | cloudfront distribution; distributions; cloudfront
  hosted-zones | Route 53 hosted zones | route53 ListHostedZones once | hosted zones; hosted zone; route 53 zones; route53 zones; route53 hosted zones; dns zones
  health-checks | Route 53 health checks | route53 ListHealthChecks once | route53 health checks
  rest-apis | REST APIs | apigateway GetRestApis | rest api; api gateway rest apis
  http-apis | HTTP and WebSocket APIs | apigatewayv2 GetApis | http apis; websocket apis
  state-machines | Step Functions state machines | stepfunctions ListStateMachines | state machines; state machine; step functions; step function state machines
  event-rules | EventBridge rules | events ListRules | eventbridge rule; event rules
  event-buses | event buses | events ListEventBuses | event bus; eventbridge buses
  kinesis-streams | Kinesis streams | kinesis ListStreams | kinesis stream; kinesis data streams
  delivery-streams | Firehose streams | firehose ListDeliveryStreams | delivery streams; firehose delivery streams
  kafka-clusters | MSK clusters | kafka ListClustersV2 | msk cluster; kafka clusters; kafka cluster
  opensearch-domains | OpenSearch domains | opensearch ListDomainNames | opensearch domain; elasticsearch domains
  cache-clusters | ElastiCache clusters | elasticache DescribeCacheClusters | elasticache cluster; cache clusters; memcached clusters; elasticache; elasticache nodes; elasticache redis; elasticache redis clusters; elasticache for redis; elasticache valkey; elasticache valkey clusters; elasticache memcached; elasticache memcached clusters; valkey clusters
  replication-groups | ElastiCache replication groups | elasticache DescribeReplicationGroups | replication groups; redis clusters
  redshift-clusters | Redshift clusters | redshift DescribeClusters | redshift cluster; redshift
  efs-file-systems | EFS file systems | efs DescribeFileSystems | efs filesystems; efs
  fsx-file-systems | FSx file systems | fsx DescribeFileSystems | fsx filesystems; fsx
  backup-vaults | backup vaults | backup ListBackupVaults | backup vault
  backup-plans | backup plans | backup ListBackupPlans | backup plan
  backup-jobs | backup jobs | backup ListBackupJobs | backup job
  trails | CloudTrail trails | cloudtrail DescribeTrails | trails; trail
  config-rules | AWS Config rules | config DescribeConfigRules | config rules; config rule
  config-recorders | AWS Config recorders | config DescribeConfigurationRecorders | config recorders; configuration recorders
  guardduty-detectors | GuardDuty detectors | guardduty ListDetectors | guardduty detector
  stacks | CloudFormation stacks | cloudformation DescribeStacks | cloudformation stack; stacks; stack
  stack-sets | CloudFormation stack sets | cloudformation ListStackSets | stack sets; stacksets
  build-projects | CodeBuild projects | codebuild ListProjects | build projects
  code-pipelines | CodePipeline pipelines | codepipeline ListPipelines | codepipelines; code pipelines
  code-repositories | CodeCommit repositories | codecommit ListRepositories | codecommit repos
  image-repositories | ECR repositories | ecr DescribeRepositories | ecr repository; ecr repos; ecr
  glue-jobs | Glue jobs | glue GetJobs | glue job
  glue-crawlers | Glue crawlers | glue GetCrawlers | crawlers
  glue-databases | Glue databases | glue GetDatabases | data catalog databases
  athena-workgroups | Athena workgroups | athena ListWorkGroups | athena work groups
  emr-clusters | EMR clusters | emr ListClusters | emr cluster
  notebook-instances | SageMaker notebook instances | sagemaker ListNotebookInstances | notebook instances; sagemaker notebooks
  sagemaker-endpoints | SageMaker endpoints | sagemaker ListEndpoints | inference endpoints
  foundation-models | Bedrock foundation models | bedrock ListFoundationModels | foundation models; bedrock models
  lightsail-instances | Lightsail instances | lightsail GetInstances | lightsail servers
  workspaces | WorkSpaces | workspaces DescribeWorkspaces | virtual desktops
  user-pools | Cognito user pools | cognito-idp ListUserPools | user pools
  ssm-parameters | SSM parameters | ssm DescribeParameters | parameter store parameters
  managed-nodes | managed nodes | ssm DescribeInstanceInformation | managed instances; ssm managed instances
  patch-baselines | patch baselines | ssm DescribePatchBaselines | patch baseline
  batch-job-queues | Batch job queues | batch DescribeJobQueues | job queues
  iam-groups | IAM groups | iam ListGroups once | iam group; user groups
  saml-providers | SAML providers | iam ListSAMLProviders once | saml provider
  beanstalk-environments | Elastic Beanstalk environments | elasticbeanstalk DescribeEnvironments | beanstalk environments
  transfer-servers | Transfer Family servers | transfer ListServers | sftp servers; transfer servers
  message-brokers | Amazon MQ brokers | mq ListBrokers | mq brokers; message brokers
  event-source-mappings | Lambda event source mappings | lambda ListEventSourceMappings | event source mappings; lambda triggers
  lambda-layers | Lambda layers | lambda ListLayers | lambda layer
  dashboards | CloudWatch dashboards | cloudwatch ListDashboards | cloudwatch dashboard
  canaries | CloudWatch Synthetics canaries | synthetics DescribeCanaries | canaries; synthetics canaries
`);

/** By the key of what they are told of; conditions without one are asked back. */
const DETAILS: ReadonlyMap<string, Partial<Topic>> = new Map(
  Object.entries({ ...LISTED_DETAILS, ...DATA_DETAILS, ...PLATFORM_DETAILS }),
);

/** What is listed whole: places, counts and limits are understood of it, and the conditions of its details. */
export const LISTED_TOPICS: readonly Topic[] = LISTED.map((line): Topic => {
  const [key = '', noun = '', names = '', phrases = ''] = line.split(' | ');
  const [service = '', operation = '', once] = names.split(' ');
  return {
    key,
    noun,
    phrases: [...new Set([noun.toLowerCase(), ...phrases.split('; ')])],
    // Cognito wants to be told how many, and follows pages anyway.
    calls: [call(key, service, operation, service === 'cognito-idp' ? { params: { MaxResults: 60 } } : {})],
    main: key,
    regions: once === undefined ? 'regional' : 'none',
    example: `List ${noun}`,
    groups: {},
    ...DETAILS.get(key),
  };
});
