/**
 * The request members of every operation that the sandbox answers, in botocore's order, in a notation of one word per
 * member: name, type (`s` text, `i` whole number, `f` number, `b` truth value, `m` map, `o` structure, `t` opaque,
 * `[…]` a list of), and `!` where it is required. From botocore 1.43.11's service models.
 */
export const INPUT_SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ec2: {
    DescribeInstances: 'InstanceIds:[s] IncludeManagedResources:b DryRun:b Filters:[o] NextToken:s MaxResults:i',
    DescribeInstanceStatus:
      'InstanceIds:[s] MaxResults:i NextToken:s IncludeManagedResources:b DryRun:b Filters:[o] IncludeAllInstances:b',
    DescribeInstanceAttribute: 'DryRun:b InstanceId:s! Attribute:s!',
    DescribeVpcs: 'Filters:[o] VpcIds:[s] NextToken:s MaxResults:i DryRun:b',
    DescribeSubnets: 'Filters:[o] SubnetIds:[s] NextToken:s MaxResults:i DryRun:b',
    DescribeSecurityGroups: 'GroupIds:[s] GroupNames:[s] NextToken:s MaxResults:i DryRun:b Filters:[o]',
    DescribeSecurityGroupRules: 'Filters:[o] SecurityGroupRuleIds:[s] DryRun:b NextToken:s MaxResults:i',
    DescribeNetworkAcls: 'NextToken:s MaxResults:i DryRun:b NetworkAclIds:[s] Filters:[o]',
    DescribeVolumes: 'VolumeIds:[s] IncludeManagedResources:b DryRun:b Filters:[o] NextToken:s MaxResults:i',
    DescribeAddresses: 'PublicIps:[s] DryRun:b Filters:[o] AllocationIds:[s]',
    DescribeRegions: 'RegionNames:[s] AllRegions:b DryRun:b Filters:[o]',
    DescribeAvailabilityZones: 'ZoneNames:[s] ZoneIds:[s] AllAvailabilityZones:b DryRun:b Filters:[o]',
    RunInstances:
      'BlockDeviceMappings:[o] ImageId:s InstanceType:s Ipv6AddressCount:i Ipv6Addresses:[o] KernelId:s KeyName:s MaxCount:i! MinCount:i! Monitoring:o Placement:o RamdiskId:s SecurityGroupIds:[s] SecurityGroups:[s] SubnetId:s UserData:s ElasticGpuSpecification:[o] ElasticInferenceAccelerators:[o] TagSpecifications:[o] LaunchTemplate:o InstanceMarketOptions:o CreditSpecification:o CpuOptions:o CapacityReservationSpecification:o HibernationOptions:o LicenseSpecifications:[o] MetadataOptions:o EnclaveOptions:o PrivateDnsNameOptions:o MaintenanceOptions:o DisableApiStop:b EnablePrimaryIpv6:b NetworkPerformanceOptions:o Operator:o SecondaryInterfaces:[o] DryRun:b DisableApiTermination:b InstanceInitiatedShutdownBehavior:s PrivateIpAddress:s ClientToken:s AdditionalInfo:s NetworkInterfaces:[o] IamInstanceProfile:o EbsOptimized:b',
    StopInstances: 'InstanceIds:[s]! Hibernate:b SkipOsShutdown:b DryRun:b Force:b',
    TerminateInstances: 'InstanceIds:[s]! Force:b SkipOsShutdown:b DryRun:b',
  },
  s3: {
    ListBuckets: 'MaxBuckets:i ContinuationToken:s Prefix:s BucketRegion:s',
    GetBucketAcl: 'Bucket:s! ExpectedBucketOwner:s',
    GetBucketEncryption: 'Bucket:s! ExpectedBucketOwner:s',
    GetBucketLocation: 'Bucket:s! ExpectedBucketOwner:s',
    GetBucketPolicy: 'Bucket:s! ExpectedBucketOwner:s',
    GetBucketPolicyStatus: 'Bucket:s! ExpectedBucketOwner:s',
    GetBucketTagging: 'Bucket:s! ExpectedBucketOwner:s',
    GetBucketVersioning: 'Bucket:s! ExpectedBucketOwner:s',
    GetPublicAccessBlock: 'Bucket:s! ExpectedBucketOwner:s',
    DeleteBucket: 'Bucket:s! ExpectedBucketOwner:s',
    PutBucketPolicy:
      'Bucket:s! ContentMD5:s ChecksumAlgorithm:s ConfirmRemoveSelfBucketAccess:b Policy:s! ExpectedBucketOwner:s',
  },
  rds: {
    DescribeDBInstances: 'DBInstanceIdentifier:s Filters:[o] MaxRecords:i Marker:s',
    DescribeDBClusters: 'DBClusterIdentifier:s Filters:[o] MaxRecords:i Marker:s IncludeShared:b',
    DeleteDBInstance:
      'DBInstanceIdentifier:s! SkipFinalSnapshot:b FinalDBSnapshotIdentifier:s DeleteAutomatedBackups:b',
  },
  lambda: {
    ListFunctions: 'MasterRegion:s FunctionVersion:s Marker:s MaxItems:i',
    GetFunction: 'FunctionName:s! Qualifier:s',
    GetFunctionConfiguration: 'FunctionName:s! Qualifier:s',
    GetPolicy: 'FunctionName:s! Qualifier:s',
    ListTags: 'Resource:s!',
    UpdateFunctionCode:
      'FunctionName:s! ZipFile:t S3Bucket:s S3Key:s S3ObjectVersion:s ImageUri:s Publish:b DryRun:b RevisionId:s Architectures:[s] SourceKMSKeyArn:s PublishTo:s',
  },
  ecs: {
    ListClusters: 'nextToken:s maxResults:i',
    DescribeClusters: 'clusters:[s] include:[s]',
    ListServices: 'cluster:s nextToken:s maxResults:i launchType:s schedulingStrategy:s resourceManagementType:s',
    DescribeServices: 'cluster:s services:[s]! include:[s]',
    ListTaskDefinitions: 'familyPrefix:s status:s sort:s nextToken:s maxResults:i',
    DescribeTaskDefinition: 'taskDefinition:s! include:[s]',
    ListTasks:
      'cluster:s containerInstance:s family:s nextToken:s maxResults:i startedBy:s serviceName:s desiredStatus:s launchType:s daemonName:s',
    DescribeTasks: 'cluster:s tasks:[s]! include:[s]',
  },
  eks: {
    ListClusters: 'maxResults:i nextToken:s include:[s]',
    DescribeCluster: 'name:s!',
    ListNodegroups: 'clusterName:s! maxResults:i nextToken:s',
    DescribeNodegroup: 'clusterName:s! nodegroupName:s!',
  },
  cloudwatch: {
    DescribeAlarms:
      'AlarmNames:[s] AlarmNamePrefix:s AlarmTypes:[s] ChildrenOfAlarmName:s ParentsOfAlarmName:s StateValue:s ActionPrefix:s MaxRecords:i NextToken:s',
    GetMetricStatistics:
      'Namespace:s! MetricName:s! Dimensions:[o] StartTime:t! EndTime:t! Period:i! Statistics:[s] ExtendedStatistics:[s] Unit:s',
  },
  logs: {
    DescribeLogGroups:
      'accountIdentifiers:[s] logGroupNamePrefix:s logGroupNamePattern:s nextToken:s limit:i includeLinkedAccounts:b logGroupClass:s logGroupIdentifiers:[s]',
    FilterLogEvents:
      'logGroupName:s logGroupIdentifier:s logStreamNames:[s] logStreamNamePrefix:s startTime:i endTime:i filterPattern:s nextToken:s limit:i interleaved:b unmask:b',
  },
  cloudtrail: {
    LookupEvents: 'LookupAttributes:[o] StartTime:t EndTime:t EventCategory:s MaxResults:i NextToken:s',
  },
  iam: {
    ListUsers: 'PathPrefix:s Marker:s MaxItems:i',
    ListRoles: 'PathPrefix:s Marker:s MaxItems:i',
    ListPolicies: 'Scope:s OnlyAttached:b PathPrefix:s PolicyUsageFilter:s Marker:s MaxItems:i',
    ListAccountAliases: 'Marker:s MaxItems:i',
    GetAccountSummary: '',
    ListMFADevices: 'UserName:s Marker:s MaxItems:i',
    ListAccessKeys: 'UserName:s Marker:s MaxItems:i',
    ListAttachedRolePolicies: 'RoleName:s! PathPrefix:s Marker:s MaxItems:i',
    ListRolePolicies: 'RoleName:s! Marker:s MaxItems:i',
  },
  resourcegroupstaggingapi: {
    GetResources:
      'PaginationToken:s TagFilters:[o] ResourcesPerPage:i TagsPerPage:i ResourceTypeFilters:[s] IncludeComplianceDetails:b ExcludeCompliantResources:b ResourceARNList:[s]',
  },
  elbv2: {
    DescribeLoadBalancers: 'LoadBalancerArns:[s] Names:[s] Marker:s PageSize:i',
    DescribeTargetGroups: 'LoadBalancerArn:s TargetGroupArns:[s] Names:[s] Marker:s PageSize:i',
    DescribeTargetHealth: 'TargetGroupArn:s! Targets:[o] Include:[s]',
  },
  acm: {
    ListCertificates: 'CertificateStatuses:[s] Includes:o NextToken:s MaxItems:i SortBy:s SortOrder:s',
  },
  dynamodb: {
    ListTables: 'ExclusiveStartTableName:s Limit:i',
    DescribeTable: 'TableName:s!',
    DescribeContinuousBackups: 'TableName:s!',
  },
  kms: {
    ListKeys: 'Limit:i Marker:s',
    ListAliases: 'KeyId:s Limit:i Marker:s',
    DescribeKey: 'KeyId:s! GrantTokens:[s]',
    GetKeyRotationStatus: 'KeyId:s!',
  },
  sqs: {
    ListQueues: 'QueueNamePrefix:s NextToken:s MaxResults:i',
    GetQueueAttributes: 'QueueUrl:s! AttributeNames:[s]',
  },
  sns: {
    ListTopics: 'NextToken:s',
    GetTopicAttributes: 'TopicArn:s!',
  },
  sts: {
    GetCallerIdentity: '',
  },
  apprunner: {
    ListServices: 'NextToken:s MaxResults:i',
  },
  secretsmanager: {
    ListSecrets: 'IncludePlannedDeletion:b MaxResults:i NextToken:s Filters:[o] SortOrder:s SortBy:s',
    GetSecretValue: 'SecretId:s! VersionId:s VersionStage:s',
  },
};
