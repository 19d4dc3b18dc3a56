import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { INPUT_SHAPES } from '../../src/sandbox/services/input-shapes.js';
import { createSurveyor, workloadAccounts, type Answer } from './support/sandbox-survey.js';

const VALIDATOR = fileURLToPath(new URL('support/botocore-shapes.py', import.meta.url));

describe('the replies of the sandbox', () => {
  it('have the output shapes of botocore', (context) => {
    if (spawnSync('python3', ['-c', 'import botocore']).status !== 0) {
      context.skip('python3 with botocore is not installed');
    }
    const answers = workloadAccounts(8).flatMap((account) => [...survey(account), ...survey(account, 2)]);
    const asked = new Set(answers.map((answer) => `${answer.service} ${answer.operation}`));

    const checked = spawnSync('python3', [VALIDATOR], {
      input: answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });

    const [version, ...problems] = checked.stdout.trim().split('\n');
    expect(checked.stderr).toBe('');
    expect(version).toMatch(/^\{"botocore": "\d/u);
    expect(problems.slice(0, 20)).toEqual([]);
    expect([...asked].sort()).toEqual(everyOperation());
  });

  it('are refused by the validator when they are wrong', (context) => {
    if (spawnSync('python3', ['-c', 'import botocore']).status !== 0) {
      context.skip('python3 with botocore is not installed');
    }
    const wrong = [
      { service: 'ec2', operation: 'DescribeInstances', response: { Reservations: [{ instances: [] }] } },
      { service: 'rds', operation: 'DescribeDBInstances', response: { DBInstances: [{ MultiAZ: 'yes' }] } },
    ].map(({ response, ...call }) => ({
      ...call,
      response: { ...response, ResponseMetadata: { HTTPStatusCode: 200 } },
    }));

    const checked = spawnSync('python3', [VALIDATOR], {
      input: wrong.map((answer) => `${JSON.stringify(answer)}\n`).join(''),
      encoding: 'utf8',
    });

    const problems = checked.stdout.trim().split('\n').slice(1);
    expect(problems.map((line): unknown => JSON.parse(line))).toEqual([
      { service: 'ec2', operation: 'DescribeInstances', path: '.Reservations[0].instances', problem: 'unknown member' },
      {
        service: 'rds',
        operation: 'DescribeDBInstances',
        path: '.DBInstances[0].MultiAZ',
        problem: 'a boolean, not str',
      },
    ]);
  });
});

function everyOperation(): readonly string[] {
  return Object.entries(INPUT_SHAPES)
    .flatMap(([service, operations]) => Object.keys(operations).map((operation) => `${service} ${operation}`))
    .sort();
}

/** Every operation of the sandbox at least once over one account, in each of its Regions. */
function survey(account: ReturnType<typeof workloadAccounts>[number], pageSize?: number): readonly Answer[] {
  const { answers, ask, tryAsk } = createSurveyor(account, pageSize);
  const { s3Buckets, iamUsers } = account.global();
  ask('s3', 'ListBuckets', 'us-east-1');
  for (const bucket of s3Buckets) {
    for (const operation of Object.keys(INPUT_SHAPES['s3'] ?? {}).filter((name) => name.startsWith('GetBucket'))) {
      tryAsk('s3', operation, bucket.region, { Bucket: bucket.name });
    }
    tryAsk('s3', 'GetPublicAccessBlock', bucket.region, { Bucket: bucket.name });
    ask('s3', 'DeleteBucket', bucket.region, { Bucket: bucket.name });
    ask('s3', 'PutBucketPolicy', bucket.region, { Bucket: bucket.name, Policy: '{}' });
  }
  for (const operation of ['ListUsers', 'ListRoles', 'ListPolicies', 'ListAccountAliases', 'GetAccountSummary']) {
    ask('iam', operation, 'us-east-1');
  }
  for (const user of iamUsers) {
    ask('iam', 'ListMFADevices', 'us-east-1', { UserName: user.name });
    ask('iam', 'ListAccessKeys', 'us-east-1', { UserName: user.name });
  }
  for (const operation of ['ListAttachedRolePolicies', 'ListRolePolicies']) {
    ask('iam', operation, 'us-east-1', { RoleName: 'CentralOpsTargetRole' });
  }
  ask('sts', 'GetCallerIdentity', 'us-east-1');
  for (const region of account.regions) {
    const owned = account.regional(region);
    const lists = ['Instances', 'InstanceStatus', 'Vpcs', 'Subnets', 'SecurityGroups', 'Volumes', 'Addresses'];
    for (const list of ['SecurityGroupRules', 'NetworkAcls']) ask('ec2', `Describe${list}`, region);
    for (const list of [...lists, 'Regions', 'AvailabilityZones']) ask('ec2', `Describe${list}`, region);
    ask('ec2', 'RunInstances', region, { MinCount: 1, MaxCount: 1 });
    for (const instance of owned.ec2Instances) {
      ask('ec2', 'DescribeInstanceAttribute', region, { InstanceId: instance.id, Attribute: 'userData' });
      ask('ec2', 'StopInstances', region, { InstanceIds: [instance.id] });
      ask('ec2', 'TerminateInstances', region, { InstanceIds: [instance.id] });
    }
    ask('rds', 'DescribeDBInstances', region);
    ask('rds', 'DescribeDBClusters', region);
    for (const { name } of owned.rdsInstances) ask('rds', 'DeleteDBInstance', region, { DBInstanceIdentifier: name });
    ask('lambda', 'ListFunctions', region);
    for (const { name } of owned.lambdaFunctions) {
      ask('lambda', 'GetFunction', region, { FunctionName: name });
      ask('lambda', 'GetFunctionConfiguration', region, { FunctionName: name });
      ask('lambda', 'UpdateFunctionCode', region, { FunctionName: name });
      ask('lambda', 'ListTags', region, { Resource: `arn:aws:lambda:${region}:${account.id}:function:${name}` });
      tryAsk('lambda', 'GetPolicy', region, { FunctionName: name });
    }
    ask('ecs', 'ListClusters', region);
    ask('ecs', 'DescribeClusters', region, { clusters: owned.ecsClusters.map((cluster) => cluster.name) });
    for (const { name: cluster } of owned.ecsClusters) {
      ask('ecs', 'ListServices', region, { cluster });
      ask('ecs', 'ListTasks', region, { cluster });
      const services = owned.ecsServices.filter((service) => service.cluster === cluster);
      for (const service of services) ask('ecs', 'DescribeServices', region, { cluster, services: [service.name] });
      const tasks = owned.ecsTasks.filter((task) => task.cluster === cluster).map((task) => task.id);
      ask('ecs', 'DescribeTasks', region, { cluster, tasks: [...tasks, 'missing'] });
    }
    ask('ecs', 'ListTaskDefinitions', region);
    for (const { family } of owned.ecsTaskDefinitions) {
      ask('ecs', 'DescribeTaskDefinition', region, { taskDefinition: family });
    }
    ask('eks', 'ListClusters', region);
    for (const cluster of owned.eksClusters) {
      ask('eks', 'DescribeCluster', region, { name: cluster.name });
      ask('eks', 'ListNodegroups', region, { clusterName: cluster.name });
      for (const { name } of cluster.nodegroups) {
        ask('eks', 'DescribeNodegroup', region, { clusterName: cluster.name, nodegroupName: name });
      }
    }
    ask('cloudwatch', 'DescribeAlarms', region);
    ask('logs', 'DescribeLogGroups', region);
    for (const { name } of owned.logGroups.slice(0, 3)) ask('logs', 'FilterLogEvents', region, { logGroupName: name });
    ask('cloudtrail', 'LookupEvents', region);
    for (const { namespace, metric, dimension, value } of owned.metrics) {
      ask('cloudwatch', 'GetMetricStatistics', region, {
        Namespace: namespace,
        MetricName: metric,
        Dimensions: [{ Name: dimension, Value: value }],
        StartTime: '2026-09-30T00:00:00Z',
        EndTime: '2026-09-30T02:00:00Z',
        Period: 3600,
        Statistics: ['Average', 'Sum', 'Maximum', 'Minimum', 'SampleCount'],
      });
    }
    surveyServices(account, region, ask);
    ask('resourcegroupstaggingapi', 'GetResources', region);
    ask('secretsmanager', 'ListSecrets', region);
    for (const { name } of owned.secrets) ask('secretsmanager', 'GetSecretValue', region, { SecretId: name });
    tryAsk('apprunner', 'ListServices', region, {});
  }
  return answers;
}

/** Load balancers, certificates, tables, keys, queues and topics of one Region. */
function surveyServices(
  account: ReturnType<typeof workloadAccounts>[number],
  region: string,
  ask: ReturnType<typeof createSurveyor>['ask'],
): void {
  const owned = account.regional(region);
  const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account.id}:${resource}`;
  ask('elbv2', 'DescribeLoadBalancers', region);
  ask('elbv2', 'DescribeTargetGroups', region);
  for (const { name, id } of owned.targetGroups) {
    const TargetGroupArn = arn('elasticloadbalancing', `targetgroup/${name}/${id}`);
    ask('elbv2', 'DescribeTargetHealth', region, { TargetGroupArn });
  }
  ask('acm', 'ListCertificates', region, { Includes: { keyTypes: ['RSA_2048', 'EC_prime256v1'] } });
  ask('dynamodb', 'ListTables', region);
  for (const { name: TableName } of owned.dynamoTables) {
    ask('dynamodb', 'DescribeTable', region, { TableName });
    ask('dynamodb', 'DescribeContinuousBackups', region, { TableName });
  }
  ask('kms', 'ListKeys', region);
  ask('kms', 'ListAliases', region);
  for (const { id: KeyId } of owned.kmsKeys) {
    ask('kms', 'DescribeKey', region, { KeyId });
    ask('kms', 'GetKeyRotationStatus', region, { KeyId });
  }
  ask('sqs', 'ListQueues', region);
  for (const { name } of owned.queues) {
    const QueueUrl = `https://sqs.${region}.amazonaws.com/${account.id}/${name}`;
    ask('sqs', 'GetQueueAttributes', region, { QueueUrl, AttributeNames: ['All'] });
  }
  ask('sns', 'ListTopics', region);
  for (const { name } of owned.topics) ask('sns', 'GetTopicAttributes', region, { TopicArn: arn('sns', name) });
}
