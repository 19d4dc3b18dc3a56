import { words } from '../rules/text-lists.js';

/** Where a question could be about several services it is about the common one: "instances" are EC2's. */
const COMMON = words(`
  ec2 s3 iam rds lambda ecs eks dynamodb sqs sns cloudwatch logs cloudformation elbv2 autoscaling kms acm route53 cloudfront
  secretsmanager ssm cloudtrail config guardduty ecr apigateway organizations
`);
const USUAL = words(`
  ce budgets elasticache redshift opensearch efs fsx backup stepfunctions events kinesis firehose kafka glue athena emr
  sagemaker bedrock codebuild codepipeline codedeploy securityhub inspector2 wafv2 cognito-idp apigatewayv2 sso-admin batch
  service-quotas resourcegroupstaggingapi transfer mq sesv2 elasticbeanstalk ram support trustedadvisor health dms lightsail
  workspaces servicecatalog savingsplans compute-optimizer network-firewall directconnect route53resolver route53domains
  acm-pca macie2 accessanalyzer xray synthetics codecommit codeartifact appsync amplify scheduler pipes bedrock-agent iot
  datasync storagegateway s3control quicksight lakeformation mwaa kinesisanalyticsv2 globalaccelerator identitystore
`);
/** Superseded by another service of the same purpose, or a niche that shares its words with a common one. */
const RARE = words(`
  elb waf waf-regional es ses simpledbv2 sdb pinpoint-email pinpoint pinpoint-sms-voice lex-models kinesisanalytics inspector
  greengrass chime iotthingsgraph cloudsearch importexport machinelearning mediastore docdb neptune partnercentral-account
  partnercentral-benefits partnercentral-channel partnercentral-selling mturk connecthealth wisdom codestar-connections
  sms-voice codestar-notifications docdb-elastic opsworks cloudhsm datapipeline swf glacier mgh simspaceweaver
  marketplace-discovery marketplace-catalog marketplace-deployment marketplace-reporting marketplace-entitlement m2
  devops-agent nova-act uxc iot-managed-integrations snow-device-management elementalinference securityagent aiops neptunedata
`);

/** How likely a question is about a service before it is read: 0 to 1. */
export function priorOf(service: string): number {
  if (COMMON.has(service)) return 1;
  if (USUAL.has(service)) return 0.7;
  return RARE.has(service) ? 0 : 0.4;
}
