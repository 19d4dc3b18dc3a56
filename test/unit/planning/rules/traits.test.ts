import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../../src/domain/plan.js';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../../src/planning/rules-planner.js';
import { DATA_DETAILS } from '../../../../src/planning/rules/topics/details/data.js';
import { PLATFORM_DETAILS } from '../../../../src/planning/rules/topics/details/platform.js';
import { TOPICS } from '../../../../src/planning/rules/topics/index.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from '../fixtures.js';

const catalogue = createCatalogue();
const planner = createRulesPlanner({ catalogue });

/** What is shown, the filters and the calls in short; what is asked back otherwise. */
function planned(question: string): readonly string[] {
  const intent = planner.plan(question, CONTEXT);
  if (intent.kind !== 'query') return [intent.kind];
  const { plan } = intent;
  const decision = authorizePlan({ plan, regions: ['all'], accounts: ACCOUNTS, catalogue, budgets: BUDGETS });
  expect(decision).toMatchObject({ authorized: true });
  return plan.show.tables.flatMap(({ noun, filters }) => [
    noun,
    filters.map(short).join(' and '),
    plan.calls.map(({ operation }) => operation).join(' '),
  ]);
}

function short(filter: Filter): string {
  if ('any' in filter) return `(${filter.any.map(short).join(' or ')})`;
  const against = 'value' in filter ? ` ${JSON.stringify(filter.value)}` : 'other' in filter ? ` ${filter.other}` : '';
  return `${filter.column} ${filter.is}${against}`;
}

/** Question, what is shown, filters, calls. */
const PLANNED: readonly (readonly [question: string, noun: string, filters: string, calls: string])[] = [
  [
    'Which DynamoDB tables have point-in-time recovery disabled?',
    'DynamoDB tables without point-in-time recovery',
    'Point-in-time recovery not-equal "ENABLED"',
    'ListTables DescribeContinuousBackups',
  ],
  [
    'DynamoDB tables without deletion protection',
    'DynamoDB tables without deletion protection',
    'Deletion protection not-equal true',
    'ListTables DescribeTable',
  ],
  [
    'Which DynamoDB tables are on-demand?',
    'on-demand DynamoDB tables',
    'Billing equal "PAY_PER_REQUEST"',
    'ListTables DescribeTable',
  ],
  [
    'provisioned DynamoDB tables',
    'provisioned DynamoDB tables',
    'Billing not-equal "PAY_PER_REQUEST"',
    'ListTables DescribeTable',
  ],
  [
    'DynamoDB tables with more than 1000000 items',
    'DynamoDB tables with items above 1000000',
    'Items above 1000000',
    'ListTables DescribeTable',
  ],
  [
    'DynamoDB tables larger than 10 GB',
    'DynamoDB tables with storage above 10 GiB',
    'Size bytes above 10737418240',
    'ListTables DescribeTable',
  ],
  ['Which DynamoDB tables are empty?', 'empty DynamoDB tables', 'Items equal 0', 'ListTables DescribeTable'],
  [
    'Which SQS queues have messages waiting?',
    'SQS queues with messages waiting',
    'Messages present and Messages not-equal "0"',
    'ListQueues GetQueueAttributes',
  ],
  [
    'SQS queues without a dead letter queue',
    'SQS queues without a dead-letter queue',
    'Dead-letter queue empty',
    'ListQueues GetQueueAttributes',
  ],
  [
    'Which queues are not encrypted?',
    'unencrypted SQS queues',
    'KMS key empty and SQS encryption not-equal "true"',
    'ListQueues GetQueueAttributes',
  ],
  [
    'Which SNS topics have no subscribers?',
    'SNS topics without subscribers',
    'Subscriptions equal "0"',
    'ListTopics GetTopicAttributes',
  ],
  [
    'Which SNS subscriptions are pending?',
    'pending SNS subscriptions',
    'Subscription ARN equal "PendingConfirmation"',
    'ListSubscriptions',
  ],
  ['unencrypted SNS topics', 'unencrypted SNS topics', 'KMS key empty', 'ListTopics GetTopicAttributes'],
  [
    'Lambda functions with memory above 1024 MB',
    'Lambda functions with memory above 1024 MiB',
    'Memory MB above 1024',
    'ListFunctions',
  ],
  [
    'Lambda functions with more than 1 GB of memory',
    'Lambda functions with memory above 1 GiB',
    'Memory MB above 1024',
    'ListFunctions',
  ],
  [
    'Lambda functions with a timeout over 5 minutes',
    'Lambda functions with timeout above 5 minutes',
    'Timeout s above 300',
    'ListFunctions',
  ],
  [
    'Lambda functions with a timeout of at least 60 seconds',
    'Lambda functions with timeout at or above 60 seconds',
    '(Timeout s above 60 or Timeout s equal 60)',
    'ListFunctions',
  ],
  ['Lambda functions not in a VPC', 'Lambda functions outside of VPCs', 'VPC ID empty', 'ListFunctions'],
  ['Which lambdas have layers?', 'Lambda functions with layers', 'Layers present', 'ListFunctions'],
  ['Which EventBridge rules are disabled?', 'disabled EventBridge rules', 'State equal "DISABLED"', 'ListRules'],
  [
    'Which event source mappings are disabled?',
    'disabled Lambda event source mappings',
    'State equal "Disabled"',
    'ListEventSourceMappings',
  ],
  [
    'unencrypted Kinesis streams',
    'unencrypted Kinesis streams',
    'Encryption not-equal "KMS"',
    'ListStreams DescribeStreamSummary',
  ],
  [
    'Kinesis streams with more than 10 shards',
    'Kinesis streams with shards above 10',
    'Open shards above 10',
    'ListStreams DescribeStreamSummary',
  ],
  [
    'Which OpenSearch domains have an update available?',
    'OpenSearch domains with a software update available',
    'Update available equal true',
    'ListDomainNames DescribeDomains',
  ],
  [
    'Which OpenSearch domains are not encrypted?',
    'OpenSearch domains not encrypted at rest',
    'Encrypted not-equal true',
    'ListDomainNames DescribeDomains',
  ],
  [
    'ElastiCache clusters not encrypted in transit',
    'ElastiCache clusters not encrypted in transit',
    'Encrypted in transit not-equal true',
    'DescribeCacheClusters',
  ],
  [
    'ElastiCache replication groups without encryption at rest',
    'ElastiCache replication groups not encrypted at rest',
    'Encrypted at rest not-equal true',
    'DescribeReplicationGroups',
  ],
  [
    'Which Redshift clusters are publicly accessible?',
    'Redshift clusters that are publicly accessible',
    'Public equal true',
    'DescribeClusters',
  ],
  [
    'unencrypted Redshift clusters',
    'Redshift clusters not encrypted at rest',
    'Encrypted not-equal true',
    'DescribeClusters',
  ],
  ['unencrypted EFS file systems', 'unencrypted EFS file systems', 'Encrypted not-equal true', 'DescribeFileSystems'],
  [
    'EFS file systems larger than 100 GB',
    'EFS file systems with storage above 100 GiB',
    'Size bytes above 107374182400',
    'DescribeFileSystems',
  ],
  [
    'FSx file systems over 1 TB',
    'FSx file systems with storage above 1 TiB',
    'Storage capacity above 1024',
    'DescribeFileSystems',
  ],
  ['Which backup jobs failed?', 'failed backup jobs', 'State equal "FAILED"', 'ListBackupJobs'],
  [
    'Which backup vaults are not locked?',
    'backup vaults that are not locked',
    'Locked not-equal true',
    'ListBackupVaults',
  ],
  [
    'failed CloudFormation stacks',
    'failed CloudFormation stacks',
    '(Stack status contains "FAILED" or Stack status equal "ROLLBACK_COMPLETE")',
    'DescribeStacks',
  ],
  [
    'Which stacks are in rollback?',
    'rolled back CloudFormation stacks',
    'Stack status contains "ROLLBACK"',
    'DescribeStacks',
  ],
  [
    'Which CloudFormation stacks have drifted?',
    'drifted CloudFormation stacks',
    'Drift equal "DRIFTED"',
    'DescribeStacks',
  ],
  [
    'stacks without termination protection',
    'CloudFormation stacks without termination protection',
    'Termination protection not-equal true',
    'DescribeStacks',
  ],
  [
    'Which CodePipeline pipelines failed?',
    'failed CodePipeline pipelines',
    'Stage results contains "Failed"',
    'ListPipelines GetPipelineState',
  ],
  [
    'ECR repositories without scan on push',
    'ECR repositories without scan on push',
    'Scan on push not-equal true',
    'DescribeRepositories',
  ],
  [
    'Which ECR repositories have mutable tags?',
    'ECR repositories with mutable tags',
    'Image tag mutability not-equal "IMMUTABLE"',
    'DescribeRepositories',
  ],
  [
    'Which EMR clusters are running?',
    'running EMR clusters',
    '(Status equal "RUNNING" or Status equal "WAITING")',
    'ListClusters',
  ],
  [
    'running SageMaker notebook instances',
    'running SageMaker notebook instances',
    'Notebook instance status equal "InService"',
    'ListNotebookInstances',
  ],
  [
    'SageMaker endpoints in service',
    'in service SageMaker endpoints',
    'Endpoint status equal "InService"',
    'ListEndpoints',
  ],
  [
    'alarms without actions',
    'CloudWatch alarms without actions for the alarm state',
    'Alarm actions empty',
    'DescribeAlarms',
  ],
  [
    'alarms with insufficient data',
    'CloudWatch alarms insufficient data',
    'State equal "INSUFFICIENT_DATA"',
    'DescribeAlarms',
  ],
  [
    'log groups with retention of more than 365 days',
    'log groups with retention above 365 days',
    'Retention days above 365',
    'DescribeLogGroups',
  ],
  [
    'log groups larger than 50 GB',
    'log groups with storage above 50 GiB',
    'Stored bytes above 53687091200',
    'DescribeLogGroups',
  ],
  [
    'Which Auto Scaling groups are at max capacity?',
    'Auto Scaling groups whose desired capacity is at its maximum',
    'Desired capacity reaches-column Max size',
    'DescribeAutoScalingGroups',
  ],
  [
    'Auto Scaling groups with desired capacity above 10',
    'Auto Scaling groups with desired above 10',
    'Desired capacity above 10',
    'DescribeAutoScalingGroups',
  ],
  [
    'ECS services running fewer tasks than desired',
    'ECS services with fewer running tasks than desired',
    'Running below-column Desired',
    'ListClusters ListServices DescribeServices',
  ],
  [
    'Which ECS services have less than 2 running tasks?',
    'ECS services with running below 2',
    'Running below 2',
    'ListClusters ListServices DescribeServices',
  ],
  [
    'RDS instances with more than 500 GB of storage',
    'RDS instances with storage above 500 GiB',
    'Storage GiB above 500',
    'DescribeDBInstances',
  ],
  [
    'RDS instances with backup retention below 7 days',
    'RDS instances with retention below 7 days',
    'Backup days below 7',
    'DescribeDBInstances',
  ],
  [
    'RDS instances without automated backups',
    'RDS instances without automated backups',
    'Backup days equal 0',
    'DescribeDBInstances',
  ],
  [
    'databases with auto minor version upgrades disabled',
    'RDS instances without automatic minor version upgrades',
    'Automatic minor upgrades not-equal true',
    'DescribeDBInstances',
  ],
  [
    'RDS clusters without deletion protection',
    'RDS clusters without deletion protection',
    'Deletion protection not-equal true',
    'DescribeDBClusters',
  ],
  ['volumes larger than 1 TB', 'EBS volumes with storage above 1 TiB', 'Size GiB above 1024', 'DescribeVolumes'],
  [
    'volumes of 500 GB or more',
    'EBS volumes with storage at or above 500 GiB',
    '(Size GiB above 500 or Size GiB equal 500)',
    'DescribeVolumes',
  ],
  [
    'EBS volumes not larger than 100 GiB',
    'EBS volumes with storage at or below 100 GiB',
    '(Size GiB below 100 or Size GiB equal 100)',
    'DescribeVolumes',
  ],
  ['private hosted zones', 'private Route 53 hosted zones', 'Private equal true', 'ListHostedZones'],
  [
    'hosted zones with more than 100 records',
    'Route 53 hosted zones with records above 100',
    'Resource record set count above 100',
    'ListHostedZones',
  ],
  [
    'disabled CloudFront distributions',
    'disabled CloudFront distributions',
    'Enabled not-equal true',
    'ListDistributions',
  ],
  [
    'CloudFront distributions without WAF',
    'CloudFront distributions without a web ACL',
    'Web ACL empty',
    'ListDistributions',
  ],
  [
    'CloudFront distributions that allow HTTP',
    'CloudFront distributions that serve plain HTTP',
    '(Viewer protocol contains "allow-all" or Viewer protocols of paths contains "allow-all")',
    'ListDistributions',
  ],
  [
    'Which alarms have actions disabled?',
    'disabled CloudWatch alarms',
    'Actions enabled not-equal true',
    'DescribeAlarms',
  ],
  [
    'MSK clusters with public access',
    'MSK clusters with public access',
    'Public access contains "SERVICE_PROVIDED_EIPS"',
    'ListClustersV2',
  ],
  ['paused Redshift clusters', 'paused Redshift clusters', 'Cluster status equal "paused"', 'DescribeClusters'],
];

/** A number has to say what it counts, and days alone are an age. */
const ASKED_BACK = ['EC2 instances over 10', 'volumes over 90 days'];

describe('traits', () => {
  it('are told of kinds of things that are listed', () => {
    const told = Object.keys({ ...DATA_DETAILS, ...PLATFORM_DETAILS });

    expect(TOPICS.map(({ key }) => key)).toEqual(expect.arrayContaining(told));
  });

  it.each(PLANNED)('%s', (question, ...expected) => {
    expect(planned(question)).toEqual(expected);
  });

  it.each(ASKED_BACK)('%s: asked back', (question) => {
    expect(planned(question)).toEqual(['clarify']);
  });
});
