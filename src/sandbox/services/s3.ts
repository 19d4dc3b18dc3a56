import type { JsonObject } from '../../domain/json.js';
import type { S3Bucket } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage } from './paging.js';
import { tagList, type CallContext, type Service } from './service.js';

/** Buckets: one list per account, and what is configured on each. https://docs.aws.amazon.com/AmazonS3/latest/API/ */
export const s3: Service = {
  name: 's3',
  className: 'S3',
  actionPrefix: 's3',
  endpointPrefix: 's3',
  protocol: 'rest-xml',
  operations: {
    ListBuckets: { answer: listBuckets, action: 's3:ListAllMyBuckets' },
    GetBucketAcl: { answer: getBucketAcl },
    GetBucketEncryption: { answer: getBucketEncryption, action: 's3:GetEncryptionConfiguration' },
    // For us-east-1 the constraint is null: the oldest Region has no name here.
    GetBucketLocation: {
      answer: (context) => {
        const { region } = bucketOf(context);
        return { LocationConstraint: region === 'us-east-1' ? null : region };
      },
    },
    GetBucketPolicy: { answer: getBucketPolicy },
    GetBucketPolicyStatus: { answer: getBucketPolicyStatus },
    GetBucketTagging: { answer: getBucketTagging },
    GetBucketVersioning: {
      answer: (context) => {
        const { versioning } = bucketOf(context);
        return versioning === null ? {} : { Status: versioning };
      },
    },
    GetPublicAccessBlock: { answer: getPublicAccessBlock, action: 's3:GetBucketPublicAccessBlock' },
    DeleteBucket: { answer: () => ({}), mutates: true },
    PutBucketPolicy: { answer: () => ({}), mutates: true },
  },
};

function listBuckets(context: CallContext): JsonObject {
  const prefix = context.params.text('Prefix');
  const region = context.params.text('BucketRegion');
  const buckets = context.global.s3Buckets.filter(
    (bucket) => bucket.name.startsWith(prefix ?? '') && (region === undefined || bucket.region === region),
  );
  const { items, next } = context.page(buckets, {
    token: context.params.text('ContinuationToken'),
    size: context.params.whole('MaxBuckets'),
    standardSize: 10_000,
    invalid: () => new ServiceError('InvalidArgument', 'The continuation token provided is incorrect'),
  });
  return {
    Buckets: items.map((bucket) => ({
      Name: bucket.name,
      CreationDate: bucket.createdAt,
      BucketRegion: bucket.region,
      BucketArn: `arn:aws:s3:::${bucket.name}`,
    })),
    Owner: { ID: canonicalId(context) },
    ...(prefix === undefined ? {} : { Prefix: prefix }),
    ...nextPage('ContinuationToken', next),
  };
}

function bucketOf(context: CallContext): S3Bucket {
  const name = context.params.text('Bucket') ?? '';
  const bucket = context.global.s3Buckets.find((candidate) => candidate.name === name);
  if (bucket === undefined) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist');
  return bucket;
}

function getBucketAcl(context: CallContext): JsonObject {
  const owner = { ID: canonicalId(context), Type: 'CanonicalUser' };
  const everybody = { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' };
  return {
    Owner: { ID: owner.ID },
    Grants: [
      { Grantee: owner, Permission: 'FULL_CONTROL' },
      ...(bucketOf(context).publicByAcl ? [{ Grantee: everybody, Permission: 'READ' }] : []),
    ],
  };
}

function getBucketEncryption(context: CallContext): JsonObject {
  const { encryption } = bucketOf(context);
  if (encryption === null) {
    throw new ServiceError(
      'ServerSideEncryptionConfigurationNotFoundError',
      'The server side encryption configuration was not found',
    );
  }
  return {
    ServerSideEncryptionConfiguration: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: encryption },
          BucketKeyEnabled: encryption === 'aws:kms',
        },
      ],
    },
  };
}

function getBucketPolicy(context: CallContext): JsonObject {
  const bucket = bucketOf(context);
  if (!bucket.hasPolicy) throw new ServiceError('NoSuchBucketPolicy', 'The bucket policy does not exist');
  const principal = bucket.publicByPolicy ? '*' : { AWS: `arn:aws:iam::${context.account.id}:root` };
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket.name}/*`,
  };
  return { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) };
}

function getBucketPolicyStatus(context: CallContext): JsonObject {
  const bucket = bucketOf(context);
  if (!bucket.hasPolicy) throw new ServiceError('NoSuchBucketPolicy', 'The bucket policy does not exist');
  return { PolicyStatus: { IsPublic: bucket.publicByPolicy } };
}

function getBucketTagging(context: CallContext): JsonObject {
  const { tags } = bucketOf(context);
  if (Object.keys(tags).length === 0) throw new ServiceError('NoSuchTagSet', 'The TagSet does not exist');
  return { TagSet: tagList(tags) };
}

function getPublicAccessBlock(context: CallContext): JsonObject {
  const { publicAccessBlocked } = bucketOf(context);
  if (publicAccessBlocked === null) {
    throw new ServiceError(
      'NoSuchPublicAccessBlockConfiguration',
      'The public access block configuration was not found',
    );
  }
  return {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: publicAccessBlocked,
      IgnorePublicAcls: publicAccessBlocked,
      BlockPublicPolicy: publicAccessBlocked,
      RestrictPublicBuckets: publicAccessBlocked,
    },
  };
}

/** The 64 digits by which S3 calls an account. */
function canonicalId(context: CallContext): string {
  return context.account.id.repeat(6).slice(0, 64);
}
