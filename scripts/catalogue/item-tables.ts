/**
 * Where the rows of a reply are, for operations whose paginator and shapes do not say it, or say less than a person
 * wants: `Operation=path` per service, an empty path for the reply itself.
 */
export const ITEM_PATHS: Readonly<Record<string, string>> = {
  cloudwatch: 'DescribeAlarms=MetricAlarms[] GetMetricStatistics=Datapoints[]',
  ec2: 'DescribeInstances=Reservations[].Instances[]',
  // One row per user: a list of no devices is the answer that people look for.
  iam: 'ListMFADevices= GetAccessKeyLastUsed=',
  lambda: 'GetPolicy= GetAccountSettings=',
  s3: 'GetBucketAcl= GetBucketEncryption= GetBucketCors= GetBucketLifecycleConfiguration= GetBucketTagging= GetBucketWebsite= GetBucketReplication= GetBucketOwnershipControls= GetPublicAccessBlock= GetBucketPolicyStatus= GetBucketLogging= GetBucketNotificationConfiguration=',
};
