import type { ServiceDefinition } from '../definition.js';

/** S3: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const s3Service: ServiceDefinition = {
  service: 's3',
  label: 'S3',
  iamPrefix: 's3',
  global: true,
  searchWords: ['bucket', 'object', 'storage'],
  operations: {
    ListBuckets: {
      access: 'List',
      iamAction: 'ListAllMyBuckets',
      parameters: 'MaxBuckets:integer ContinuationToken:string Prefix:string BucketRegion:string',
      pages: ['ContinuationToken', 'ContinuationToken', 'MaxBuckets'],
      items: 'Buckets[]',
      columns: 'Bucket=Name; Created=CreationDate',
      regionPath: 'BucketRegion',
      defaults: { MaxBuckets: 1000 },
    },
    GetBucketLocation: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Location=LocationConstraint',
    },
    GetBucketPolicyStatus: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Policy public=PolicyStatus.IsPublic',
      absentCodes: ['NoSuchBucketPolicy'],
    },
    GetBucketPolicy: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Policy=Policy',
      absentCodes: ['NoSuchBucketPolicy'],
    },
    GetPublicAccessBlock: {
      access: 'Read',
      iamAction: 'GetBucketPublicAccessBlock',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns:
        'Bucket=@Bucket; Blocks public ACLs=PublicAccessBlockConfiguration.BlockPublicAcls; Ignores public ACLs=PublicAccessBlockConfiguration.IgnorePublicAcls; Blocks public policies=PublicAccessBlockConfiguration.BlockPublicPolicy; Restricts public access=PublicAccessBlockConfiguration.RestrictPublicBuckets',
      absentCodes: ['NoSuchPublicAccessBlockConfiguration'],
    },
    GetBucketAcl: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Granted groups=Grants[].Grantee.URI',
    },
    GetBucketEncryption: {
      access: 'Read',
      iamAction: 'GetEncryptionConfiguration',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns:
        'Bucket=@Bucket; Encryption=ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm',
      absentCodes: ['ServerSideEncryptionConfigurationNotFoundError'],
    },
    GetBucketVersioning: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Versioning=Status; MFA delete=MFADelete',
    },
    GetBucketTagging: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Tag keys=TagSet[].Key',
      absentCodes: ['NoSuchTagSet'],
    },
    GetBucketLogging: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Logs to=LoggingEnabled.TargetBucket',
    },
    GetBucketLifecycleConfiguration: {
      access: 'Read',
      iamAction: 'GetLifecycleConfiguration',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Rules=Rules[].ID',
      absentCodes: ['NoSuchLifecycleConfiguration'],
    },
    GetBucketReplication: {
      access: 'Read',
      iamAction: 'GetReplicationConfiguration',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Role=ReplicationConfiguration.Role',
      absentCodes: ['ReplicationConfigurationNotFoundError'],
    },
    GetBucketWebsite: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Index document=IndexDocument.Suffix',
      absentCodes: ['NoSuchWebsiteConfiguration'],
    },
    GetBucketCors: {
      access: 'Read',
      iamAction: 'GetBucketCORS',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Allowed origins=CORSRules[].AllowedOrigins[]',
      absentCodes: ['NoSuchCORSConfiguration'],
    },
    GetBucketNotificationConfiguration: {
      access: 'Read',
      iamAction: 'GetBucketNotification',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns:
        'Bucket=@Bucket; Lambda functions=LambdaFunctionConfigurations[].LambdaFunctionArn; Queues=QueueConfigurations[].QueueArn; Topics=TopicConfigurations[].TopicArn',
    },
    GetBucketOwnershipControls: {
      access: 'Read',
      parameters: 'Bucket!:string ExpectedBucketOwner:string',
      items: '',
      columns: 'Bucket=@Bucket; Object ownership=OwnershipControls.Rules[].ObjectOwnership',
      absentCodes: ['OwnershipControlsNotFoundError'],
    },
  },
  others: {
    Write:
      'CreateBucket DeleteBucket PutBucketEncryption=PutEncryptionConfiguration DeleteBucketEncryption=PutEncryptionConfiguration PutBucketVersioning PutBucketLogging PutBucketLifecycleConfiguration=PutLifecycleConfiguration PutBucketReplication=PutReplicationConfiguration PutObject DeleteObject DeleteObjects=DeleteObject',
    'Permissions management, Write':
      'PutBucketPolicy DeleteBucketPolicy PutBucketAcl PutPublicAccessBlock=PutBucketPublicAccessBlock DeletePublicAccessBlock=PutBucketPublicAccessBlock',
    'Tagging, Write': 'PutBucketTagging DeleteBucketTagging=PutBucketTagging',
    Read: 'GetObject',
  },
};
