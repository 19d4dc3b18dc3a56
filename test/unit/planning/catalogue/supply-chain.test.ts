import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { supplyChain } from '../../../../src/planning/catalogue/supply-chain.js';
import { proveReadOnly } from '../../../../src/planning/read-only-policy.js';

const catalogue = createCatalogue();

function chainTo(service: string, operation: string, given: readonly string[] = []): string | undefined {
  const facts = catalogue.find(service, operation);
  if (facts === undefined) throw new Error(`the catalogue has lost ${service} ${operation}`);
  return supplyChain(catalogue, facts, given)
    ?.map(({ operation: step, from }) =>
      from === undefined
        ? step.operation
        : `${step.operation}(${[`${from.parameter} of ${from.path}`, ...from.carry].join(', ')})`,
    )
    .join(' > ');
}

describe('supplyChain', () => {
  // Read off the API references, one by one.
  it.each([
    ['ec2', 'DescribeInstances', 'DescribeInstances'],
    ['eks', 'DescribeCluster', 'ListClusters > DescribeCluster(name of clusters[])'],
    [
      'eks',
      'DescribeNodegroup',
      'ListClusters > ListNodegroups(clusterName of clusters[]) > DescribeNodegroup(nodegroupName of nodegroups[], clusterName)',
    ],
    ['dynamodb', 'DescribeTable', 'ListTables > DescribeTable(TableName of TableNames[])'],
    ['sqs', 'GetQueueAttributes', 'ListQueues > GetQueueAttributes(QueueUrl of QueueUrls[])'],
    ['sns', 'GetTopicAttributes', 'ListTopics > GetTopicAttributes(TopicArn of Topics[].TopicArn)'],
    ['kms', 'DescribeKey', 'ListKeys > DescribeKey(KeyId of Keys[].KeyId)'],
    ['kms', 'GetKeyRotationStatus', 'ListKeys > GetKeyRotationStatus(KeyId of Keys[].KeyId)'],
    [
      'acm',
      'DescribeCertificate',
      'ListCertificates > DescribeCertificate(CertificateArn of CertificateSummaryList[].CertificateArn)',
    ],
    ['s3', 'GetBucketPolicy', 'ListBuckets > GetBucketPolicy(Bucket of Buckets[].Name)'],
    ['route53', 'ListResourceRecordSets', 'ListHostedZones > ListResourceRecordSets(HostedZoneId of HostedZones[].Id)'],
    [
      'elbv2',
      'DescribeTargetHealth',
      'DescribeTargetGroups > DescribeTargetHealth(TargetGroupArn of TargetGroups[].TargetGroupArn)',
    ],
    [
      'elbv2',
      'DescribeRules',
      'DescribeLoadBalancers > DescribeListeners(LoadBalancerArn of LoadBalancers[].LoadBalancerArn) > DescribeRules(ListenerArn of Listeners[].ListenerArn)',
    ],
    ['iam', 'ListAccessKeys', 'ListUsers > ListAccessKeys(UserName of Users[].UserName)'],
    ['iam', 'ListAttachedRolePolicies', 'ListRoles > ListAttachedRolePolicies(RoleName of Roles[].RoleName)'],
    ['lambda', 'GetPolicy', 'ListFunctions > GetPolicy(FunctionName of Functions[].FunctionName)'],
    [
      'ecs',
      'DescribeTasks',
      'ListClusters > ListTasks(cluster of clusterArns[]) > DescribeTasks(tasks of taskArns[], cluster)',
    ],
    ['glue', 'GetTables', 'GetDatabases > GetTables(DatabaseName of DatabaseList[].Name)'],
    ['apigateway', 'GetStages', 'GetRestApis > GetStages(restApiId of items[].id)'],
    ['apigatewayv2', 'GetRoutes', 'GetApis > GetRoutes(ApiId of Items[].ApiId)'],
    ['cognito-idp', 'DescribeUserPool', 'ListUserPools > DescribeUserPool(UserPoolId of UserPools[].Id)'],
    ['opensearch', 'DescribeDomain', 'ListDomainNames > DescribeDomain(DomainName of DomainNames[].DomainName)'],
    ['codebuild', 'BatchGetProjects', 'ListProjects > BatchGetProjects(names of projects[])'],
    ['emr', 'ListInstances', 'ListClusters > ListInstances(ClusterId of Clusters[].Id)'],
    ['guardduty', 'ListFindings', 'ListDetectors > ListFindings(DetectorId of DetectorIds[])'],
    [
      'backup',
      'ListRecoveryPointsByBackupVault',
      'ListBackupVaults > ListRecoveryPointsByBackupVault(BackupVaultName of BackupVaultList[].BackupVaultName)',
    ],
    [
      'stepfunctions',
      'DescribeStateMachine',
      'ListStateMachines > DescribeStateMachine(stateMachineArn of stateMachines[].stateMachineArn)',
    ],
    ['identitystore', 'ListUsers', 'ListInstances > ListUsers(IdentityStoreId of Instances[].IdentityStoreId)'],
    ['athena', 'GetWorkGroup', 'ListWorkGroups > GetWorkGroup(WorkGroup of WorkGroups[].Name)'],
    [
      'cloudformation',
      'ListStackResources',
      'ListStacks > ListStackResources(StackName of StackSummaries[].StackName)',
    ],
  ])('leads to %s %s', (service, operation, chain) => {
    expect(chainTo(service, operation)).toBe(chain);
  });

  it('leaves out what a plan gives itself', () => {
    expect(chainTo('eks', 'DescribeNodegroup', ['clusterName'])).toBe(
      'ListNodegroups > DescribeNodegroup(nodegroupName of nodegroups[], clusterName)',
    );
    expect(chainTo('eks', 'DescribeNodegroup', ['clusterName', 'nodegroupName'])).toBe('DescribeNodegroup');
  });

  it.each([
    // One list does not say which version of which layer.
    ['lambda', 'GetLayerVersionPolicy'],
    ['cloudwatch', 'GetMetricStatistics'],
    ['s3', 'GetObjectTagging'],
    ['organizations', 'ListAccountsForParent'],
    ['kms', 'ListRetirableGrants'],
  ])('knows no way to %s %s', (service, operation) => {
    expect(chainTo(service, operation)).toBeUndefined();
  });

  it('asks nothing on its way that the policy refuses', () => {
    const refused = [...catalogue.operations()].flatMap((facts) =>
      facts.supplied
        .filter(({ service, by }) => !proveReadOnly(catalogue, { service, operation: by }).allowed)
        .map(({ by }) => `${facts.service} ${facts.operation}: ${by}`),
    );

    expect(refused).toEqual([]);
  });
});
