import type { ServiceOverlay } from '../overlay.js';

/** S3: what a person wants to see, and what botocore's models do not say. */
export const s3Service: ServiceOverlay = {
  service: 's3',
  operations: {
    ListBuckets: {
      columns: 'Bucket=Name; Created=CreationDate',
      regionPath: 'BucketRegion',
      defaults: { MaxBuckets: 1000 },
    },
    GetBucketLocation: { columns: 'Bucket=@Bucket; Location=LocationConstraint' },
    GetBucketPolicyStatus: {
      columns: 'Bucket=@Bucket; Policy public=PolicyStatus.IsPublic',
      absentCodes: ['NoSuchBucketPolicy'],
    },
    GetBucketPolicy: { columns: 'Bucket=@Bucket; Policy=Policy', absentCodes: ['NoSuchBucketPolicy'] },
    GetPublicAccessBlock: {
      columns:
        'Bucket=@Bucket; Blocks public ACLs=PublicAccessBlockConfiguration.BlockPublicAcls; Ignores public ACLs=PublicAccessBlockConfiguration.IgnorePublicAcls; Blocks public policies=PublicAccessBlockConfiguration.BlockPublicPolicy; Restricts public access=PublicAccessBlockConfiguration.RestrictPublicBuckets',
      absentCodes: ['NoSuchPublicAccessBlockConfiguration'],
    },
    GetBucketAcl: { columns: 'Bucket=@Bucket; Granted groups=Grants[].Grantee.URI' },
    GetBucketEncryption: {
      columns:
        'Bucket=@Bucket; Encryption=ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm',
      absentCodes: ['ServerSideEncryptionConfigurationNotFoundError'],
    },
    GetBucketVersioning: { columns: 'Bucket=@Bucket; Versioning=Status; MFA delete=MFADelete' },
    GetBucketTagging: { columns: 'Bucket=@Bucket; Tag keys=TagSet[].Key', absentCodes: ['NoSuchTagSet'] },
    GetBucketLogging: { columns: 'Bucket=@Bucket; Logs to=LoggingEnabled.TargetBucket' },
    GetBucketLifecycleConfiguration: {
      columns: 'Bucket=@Bucket; Rules=Rules[].ID',
      absentCodes: ['NoSuchLifecycleConfiguration'],
    },
    GetBucketReplication: {
      columns: 'Bucket=@Bucket; Role=ReplicationConfiguration.Role',
      absentCodes: ['ReplicationConfigurationNotFoundError'],
    },
    GetBucketWebsite: {
      columns: 'Bucket=@Bucket; Index document=IndexDocument.Suffix',
      absentCodes: ['NoSuchWebsiteConfiguration'],
    },
    GetBucketCors: {
      columns: 'Bucket=@Bucket; Allowed origins=CORSRules[].AllowedOrigins[]',
      absentCodes: ['NoSuchCORSConfiguration'],
    },
    GetBucketNotificationConfiguration: {
      columns:
        'Bucket=@Bucket; Lambda functions=LambdaFunctionConfigurations[].LambdaFunctionArn; Queues=QueueConfigurations[].QueueArn; Topics=TopicConfigurations[].TopicArn',
    },
    GetBucketOwnershipControls: {
      columns: 'Bucket=@Bucket; Object ownership=OwnershipControls.Rules[].ObjectOwnership',
      absentCodes: ['OwnershipControlsNotFoundError'],
    },
  },
};
