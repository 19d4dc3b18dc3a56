/**
 * Parameters that AWS does not require and without which an operation refuses, or answers for a default thing only:
 * `parameter: operations` per service. They count as required where values are looked for.
 */
export const SCOPING_PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cloudformation: { StackName: 'DescribeStackEvents DescribeStackResources' },
  ecs: {
    cluster:
      'DescribeContainerInstances DescribeServices DescribeTasks ListContainerInstances ListServices ListTasks GetTaskProtection',
  },
  elbv2: { LoadBalancerArn: 'DescribeListeners', ListenerArn: 'DescribeRules' },
  iam: {
    UserName:
      'GetLoginProfile GetUser ListAccessKeys ListMFADevices ListSSHPublicKeys ListServiceSpecificCredentials ListSigningCertificates',
  },
  logs: { logGroupName: 'DescribeLogStreams' },
};

/**
 * `Operation.parameter=Source:path` per service (`*` for every operation that needs the parameter), `+name` behind it for each parameter that is carried over, for what
 * names do not show; nothing behind `=` where names mislead.
 */
export const WRITTEN_SUPPLIERS: Readonly<Record<string, string>> = {
  accessanalyzer: 'GetFindingV2.id=ListFindingsV2:findings[].id+analyzerArn',
  // Its APIs are of two kinds, and most operations are about GraphQL's.
  appsync:
    'GetApi.apiId=ListApis:apis[].apiId GetChannelNamespace.apiId=ListApis:apis[].apiId ListChannelNamespaces.apiId=ListApis:apis[].apiId *.apiId=ListGraphqlApis:graphqlApis[].apiId',
  athena:
    'GetDataCatalog.Name=ListDataCatalogs:DataCatalogsSummary[].CatalogName *.CatalogName=ListDataCatalogs:DataCatalogsSummary[].CatalogName',
  cloudfront: [
    'GetCachePolicy.Id=ListCachePolicies:CachePolicyList.Items[].CachePolicy.Id',
    'GetCachePolicyConfig.Id=ListCachePolicies:CachePolicyList.Items[].CachePolicy.Id',
    'GetOriginRequestPolicy.Id=ListOriginRequestPolicies:OriginRequestPolicyList.Items[].OriginRequestPolicy.Id',
    'GetOriginRequestPolicyConfig.Id=ListOriginRequestPolicies:OriginRequestPolicyList.Items[].OriginRequestPolicy.Id',
    'GetResponseHeadersPolicy.Id=ListResponseHeadersPolicies:ResponseHeadersPolicyList.Items[].ResponseHeadersPolicy.Id',
    'GetResponseHeadersPolicyConfig.Id=ListResponseHeadersPolicies:ResponseHeadersPolicyList.Items[].ResponseHeadersPolicy.Id',
    'GetKeyGroup.Id=ListKeyGroups:KeyGroupList.Items[].KeyGroup.Id',
    'ListTagsForResource.Resource=ListDistributions:DistributionList.Items[].ARN',
  ].join(' '),
  cloudtrail: 'ListTags.ResourceIdList=ListTrails:Trails[].TrailARN',
  codebuild: [
    'BatchGetReportGroups.reportGroupArns=ListReportGroups:reportGroups[]',
    'BatchGetReports.reportArns=ListReports:reports[] DescribeTestCases.reportArn=ListReports:reports[]',
    'DescribeCodeCoverages.reportArn=ListReports:reports[]',
    'ListReportsForReportGroup.reportGroupArn=ListReportGroups:reportGroups[]',
  ].join(' '),
  dynamodb:
    'ListTagsOfResource.ResourceArn=DescribeTable:Table.TableArn GetResourcePolicy.ResourceArn=DescribeTable:Table.TableArn',
  ec2: [
    'DescribeSecurityGroupReferences.GroupId=DescribeSecurityGroups:SecurityGroups[].GroupId',
    'DescribeVpcEndpointServicePermissions.ServiceId=DescribeVpcEndpointServiceConfigurations:ServiceConfigurations[].ServiceId',
    'GetManagedPrefixListAssociations.PrefixListId=DescribeManagedPrefixLists:PrefixLists[].PrefixListId',
    'GetManagedPrefixListEntries.PrefixListId=DescribeManagedPrefixLists:PrefixLists[].PrefixListId',
  ].join(' '),
  ecr: 'ListTagsForResource.resourceArn=DescribeRepositories:repositories[].repositoryArn',
  ecs: 'DescribeServices.services=ListServices:serviceArns[]+cluster DescribeTasks.tasks=ListTasks:taskArns[]+cluster ListServiceDeployments.service=ListServices:serviceArns[]+cluster',
  efs: 'ListTagsForResource.ResourceId=DescribeFileSystems:FileSystems[].FileSystemId',
  eks: [
    'DescribeAccessEntry.principalArn=ListAccessEntries:accessEntries[]+clusterName',
    'ListAssociatedAccessPolicies.principalArn=ListAccessEntries:accessEntries[]+clusterName',
    'ListTagsForResource.resourceArn=DescribeCluster:cluster.arn',
  ].join(' '),
  elasticache: 'ListTagsForResource.ResourceName=DescribeCacheClusters:CacheClusters[].ARN',
  elbv2: 'DescribeTags.ResourceArns=DescribeLoadBalancers:LoadBalancers[].LoadBalancerArn',
  glue: 'GetClassifier.Name= GetWorkflowRuns.Name=ListWorkflows:Workflows[]',
  // Those of the account are not those of the organization.
  health:
    'DescribeAffectedAccountsForOrganization.eventArn=DescribeEventsForOrganization:events[].arn DescribeEntityAggregatesForOrganization.eventArns=',
  identitystore: '*.IdentityStoreId=sso-admin/ListInstances:Instances[].IdentityStoreId',
  kafka: 'ListConfigurationRevisions.Arn=ListConfigurations:Configurations[].Arn',
  lambda: 'ListTags.Resource=ListFunctions:Functions[].FunctionArn',
  logs: 'ListTagsForResource.resourceArn=DescribeLogGroups:logGroups[].logGroupArn',
  // Any child has parents; which child is meant, nothing says.
  organizations: 'ListAccountsForParent.ParentId= ListOrganizationalUnitsForParent.ParentId= ListChildren.ParentId=',
  'partnercentral-selling': 'GetResourceSnapshot.EngagementIdentifier=',
  rds: 'ListTagsForResource.ResourceName=DescribeDBInstances:DBInstances[].DBInstanceArn',
  securityhub: [
    'DescribeStandardsControls.StandardsSubscriptionArn=GetEnabledStandards:StandardsSubscriptions[].StandardsSubscriptionArn',
    '*.SecurityControlId=ListSecurityControlDefinitions:SecurityControlDefinitions[].SecurityControlId',
  ].join(' '),
  sns: 'ListTagsForResource.ResourceArn=ListTopics:Topics[].TopicArn GetDataProtectionPolicy.ResourceArn=ListTopics:Topics[].TopicArn',
  stepfunctions: 'ListTagsForResource.resourceArn=ListStateMachines:stateMachines[].stateMachineArn',
  // Volumes of the other kinds make them fail.
  storagegateway: 'DescribeCachediSCSIVolumes.VolumeARNs= DescribeStorediSCSIVolumes.VolumeARNs=',
  workspaces: 'DescribeTags.ResourceId=DescribeWorkspaces:Workspaces[].WorkspaceId',
};

/** How many values an operation takes at a time, where its model does not say. */
export const BATCH_SIZES: Readonly<Record<string, number>> = {
  'ecs DescribeContainerInstances.containerInstances': 100,
  'ecs DescribeServices.services': 10,
  'ecs DescribeTasks.tasks': 100,
  'elbv2 DescribeTags.ResourceArns': 20,
};
