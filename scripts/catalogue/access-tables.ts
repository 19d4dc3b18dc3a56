/**
 * What joins operations with IAM actions where the names do not. Source of each row: the service authorization
 * reference (https://docs.aws.amazon.com/service-authorization/latest/reference/) and the API references it points to.
 */

/**
 * IAM prefixes of services whose botocore name, signing name and endpoint prefix are none, or belong to another service
 * as well. They come before those.
 */
export const IAM_PREFIXES: Readonly<Record<string, readonly string[]>> = {
  budgets: ['budgets'],
  cloudcontrol: ['cloudformation'],
  'iot-data': ['iot'],
  'iot-jobs-data': ['iotjobsdata', 'iot'],
  'iotevents-data': ['iotevents'],
  iotsecuretunneling: ['iot'],
  mturk: ['mechanicalturk'],
  'partnercentral-account': ['partnercentral'],
  'partnercentral-benefits': ['partnercentral'],
  'partnercentral-channel': ['partnercentral'],
  'partnercentral-selling': ['partnercentral'],
  resourcegroupstaggingapi: ['tag'],
};

/** Services whose IAM actions are HTTP verbs: an operation is guarded by the verb that it is sent with. */
export const HTTP_VERB_ACTIONS: ReadonlySet<string> = new Set(['apigateway', 'apigatewayv2']);

/** `Operation=Action` per service; an action of another prefix is written out (`prefix:Action`). */
export const RENAMED_ACTIONS: Readonly<Record<string, string>> = {
  accessanalyzer: 'GetFindingV2=GetFinding ListFindingsV2=ListFindings',
  budgets: [
    'DescribeBudget=ViewBudget DescribeBudgets=ViewBudget DescribeBudgetNotificationsForAccount=ViewBudget',
    'DescribeBudgetPerformanceHistory=ViewBudget DescribeNotificationsForBudget=ViewBudget',
    'DescribeSubscribersForNotification=ViewBudget CreateBudget=ModifyBudget CreateNotification=ModifyBudget',
    'CreateSubscriber=ModifyBudget DeleteBudget=ModifyBudget DeleteNotification=ModifyBudget',
    'DeleteSubscriber=ModifyBudget UpdateBudget=ModifyBudget UpdateNotification=ModifyBudget',
    'UpdateSubscriber=ModifyBudget',
  ].join(' '),
  'bedrock-runtime':
    'Converse=InvokeModel ConverseStream=InvokeModelWithResponseStream InvokeModelWithBidirectionalStream=InvokeModel StartAsyncInvoke=InvokeModel',
  cloudfront: 'CreateDistributionWithTags=CreateDistribution',
  dms: [
    'DescribeDataProviders=ListDataProviders DescribeExtensionPackAssociations=ListExtensionPacks',
    'DescribeInstanceProfiles=ListInstanceProfiles DescribeMetadataModelAssessments=ListMetadataModelAssessments',
    'DescribeMetadataModelConversions=ListMetadataModelConversions',
    'DescribeMetadataModelExportsAsScript=ListMetadataModelExports',
    'DescribeMetadataModelExportsToTarget=ListMetadataModelExports DescribeMigrationProjects=ListMigrationProjects',
    'StartMetadataModelExportAsScript=StartMetadataModelExportAsScripts',
  ].join(' '),
  // PartiQL statements can write; one action must stand for all of them.
  dynamodb: [
    'BatchExecuteStatement=PartiQLUpdate ExecuteStatement=PartiQLUpdate ExecuteTransaction=PartiQLUpdate',
    'TransactGetItems=GetItem TransactWriteItems=PutItem',
  ].join(' '),
  keyspaces: [
    'GetKeyspace=Select GetTable=Select GetTableAutoScalingSettings=Select GetType=Select ListKeyspaces=Select',
    'ListTables=Select ListTypes=Select ListTagsForResource=Select CreateKeyspace=Create CreateTable=Create',
    'CreateType=Create DeleteKeyspace=Drop DeleteTable=Drop DeleteType=Drop RestoreTable=Restore',
    'UpdateKeyspace=Alter UpdateTable=Alter',
  ].join(' '),
  kms: 'ReEncrypt=ReEncryptFrom',
  lambda: 'GetLayerVersionByArn=GetLayerVersion Invoke=InvokeFunction InvokeWithResponseStream=InvokeFunction',
  s3: [
    'CompleteMultipartUpload=PutObject CopyObject=PutObject CreateMultipartUpload=PutObject UploadPart=PutObject',
    'UploadPartCopy=PutObject DeleteObjects=DeleteObject SelectObjectContent=GetObject HeadObject=GetObject',
    'HeadBucket=ListBucket ListObjects=ListBucket ListObjectsV2=ListBucket ListObjectVersions=ListBucketVersions',
    'ListBuckets=ListAllMyBuckets ListMultipartUploads=ListBucketMultipartUploads ListParts=ListMultipartUploadParts',
    'CreateSession=s3express:CreateSession ListDirectoryBuckets=s3express:ListAllMyDirectoryBuckets',
    'WriteGetObjectResponse=s3-object-lambda:WriteGetObjectResponse',
    'CreateBucketMetadataConfiguration=CreateBucketMetadataTableConfiguration',
    'DeleteBucketMetadataConfiguration=DeleteBucketMetadataTableConfiguration',
    'GetBucketMetadataConfiguration=GetBucketMetadataTableConfiguration',
    'GetBucketAccelerateConfiguration=GetAccelerateConfiguration',
    'PutBucketAccelerateConfiguration=PutAccelerateConfiguration',
    'GetBucketAnalyticsConfiguration=GetAnalyticsConfiguration',
    'ListBucketAnalyticsConfigurations=GetAnalyticsConfiguration',
    'PutBucketAnalyticsConfiguration=PutAnalyticsConfiguration',
    'DeleteBucketAnalyticsConfiguration=PutAnalyticsConfiguration',
    'DeleteBucketCors=PutBucketCORS GetBucketEncryption=GetEncryptionConfiguration',
    'PutBucketEncryption=PutEncryptionConfiguration DeleteBucketEncryption=PutEncryptionConfiguration',
    'GetBucketIntelligentTieringConfiguration=GetIntelligentTieringConfiguration',
    'ListBucketIntelligentTieringConfigurations=GetIntelligentTieringConfiguration',
    'PutBucketIntelligentTieringConfiguration=PutIntelligentTieringConfiguration',
    'DeleteBucketIntelligentTieringConfiguration=PutIntelligentTieringConfiguration',
    'GetBucketInventoryConfiguration=GetInventoryConfiguration',
    'ListBucketInventoryConfigurations=GetInventoryConfiguration',
    'PutBucketInventoryConfiguration=PutInventoryConfiguration',
    'DeleteBucketInventoryConfiguration=PutInventoryConfiguration',
    'GetBucketLifecycle=GetLifecycleConfiguration GetBucketLifecycleConfiguration=GetLifecycleConfiguration',
    'PutBucketLifecycle=PutLifecycleConfiguration PutBucketLifecycleConfiguration=PutLifecycleConfiguration',
    'DeleteBucketLifecycle=PutLifecycleConfiguration GetBucketMetricsConfiguration=GetMetricsConfiguration',
    'ListBucketMetricsConfigurations=GetMetricsConfiguration PutBucketMetricsConfiguration=PutMetricsConfiguration',
    'DeleteBucketMetricsConfiguration=PutMetricsConfiguration',
    'GetBucketNotificationConfiguration=GetBucketNotification',
    'PutBucketNotificationConfiguration=PutBucketNotification',
    'DeleteBucketOwnershipControls=PutBucketOwnershipControls GetBucketReplication=GetReplicationConfiguration',
    'PutBucketReplication=PutReplicationConfiguration DeleteBucketReplication=PutReplicationConfiguration',
    'DeleteBucketTagging=PutBucketTagging GetObjectLockConfiguration=GetBucketObjectLockConfiguration',
    'PutObjectLockConfiguration=PutBucketObjectLockConfiguration',
    'GetPublicAccessBlock=GetBucketPublicAccessBlock PutPublicAccessBlock=PutBucketPublicAccessBlock',
    'DeletePublicAccessBlock=PutBucketPublicAccessBlock',
  ].join(' '),
  s3control: [
    'GetPublicAccessBlock=GetAccountPublicAccessBlock PutPublicAccessBlock=PutAccountPublicAccessBlock',
    'DeletePublicAccessBlock=PutAccountPublicAccessBlock GetAccessPointScope=s3express:GetAccessPointScope',
    'PutAccessPointScope=s3express:PutAccessPointScope DeleteAccessPointScope=s3express:DeleteAccessPointScope',
    'ListAccessPointsForDirectoryBuckets=s3express:ListAccessPointsForDirectoryBuckets',
    'GetBucket=s3-outposts:GetBucket ListRegionalBuckets=s3-outposts:ListRegionalBuckets',
    'GetBucketLifecycleConfiguration=s3-outposts:GetLifecycleConfiguration',
    'PutBucketLifecycleConfiguration=s3-outposts:PutLifecycleConfiguration',
    'DeleteBucketLifecycleConfiguration=s3-outposts:PutLifecycleConfiguration',
    'GetBucketReplication=s3-outposts:GetReplicationConfiguration',
    'PutBucketReplication=s3-outposts:PutReplicationConfiguration',
    'DeleteBucketReplication=s3-outposts:PutReplicationConfiguration',
    'DeleteBucketTagging=s3-outposts:PutBucketTagging',
  ].join(' '),
  sns: 'PublishBatch=Publish',
  sqs: 'ChangeMessageVisibilityBatch=ChangeMessageVisibility DeleteMessageBatch=DeleteMessage SendMessageBatch=SendMessage',
  taxsettings:
    'BatchGetTaxExemptions=GetExemptions GetTaxExemptionTypes=GetExemptions ListTaxExemptions=GetExemptions PutTaxExemption=UpdateExemptions',
  'timestream-query': 'Query=Select',
  verifiedpermissions:
    'BatchGetPolicy=GetPolicy BatchIsAuthorized=IsAuthorized BatchIsAuthorizedWithToken=IsAuthorizedWithToken',
};
