import type { Call } from '../../../domain/plan.js';
import {
  call,
  contains,
  createdAt,
  empty,
  equal,
  flag,
  idOf,
  listedTags,
  notEqual,
  present,
  type Effect,
  type Topic,
} from '../topic.js';
import { extraFlag } from './details/detail.js';
import { DATABASE_VERSIONS } from './version-families.js';

/** One further call per bucket; its row is joined to the bucket's. */
function perBucket(
  id: string,
  operation: string,
): { readonly calls: readonly Call[]; readonly join: Effect['join'] & {} } {
  return {
    calls: [call(id, 's3', operation, { forEach: { call: 'buckets', path: 'Buckets[].Name', parameter: 'Bucket' } })],
    join: [{ call: id, on: 'Bucket' }],
  };
}

const POLICY = perBucket('bucket-policy-status', 'GetBucketPolicyStatus');
const ACL = perBucket('bucket-acl', 'GetBucketAcl');
const BLOCK = perBucket('bucket-public-access-block', 'GetPublicAccessBlock');
const ENCRYPTION = perBucket('bucket-encryption', 'GetBucketEncryption');
const VERSIONING = perBucket('bucket-versioning', 'GetBucketVersioning');
const LOGGING = perBucket('bucket-logging', 'GetBucketLogging');

/** The groups that make an ACL public: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
const EVERYONE = 'http://acs.amazonaws.com/groups/global/AllUsers';
const ANY_AWS_USER = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';

const BY_POLICY = equal('Policy public', true);
const NOT_BY_POLICY = notEqual('Policy public', true);
const RESTRICTED = equal('Restricts public access', true);
const NOT_RESTRICTED = notEqual('Restricts public access', true);
const IGNORED = equal('Ignores public ACLs', true);
const NOT_IGNORED = notEqual('Ignores public ACLs', true);
const BY_ACL = [contains('Granted groups', EVERYONE), contains('Granted groups', ANY_AWS_USER)];

const PUBLIC_CALLS = {
  calls: [...POLICY.calls, ...ACL.calls, ...BLOCK.calls],
  join: [...POLICY.join, ...ACL.join, ...BLOCK.join],
  note: '"public" is taken as: by its policy or an ACL, unless the bucket\'s own public access block undoes it (the account-wide block is not read)',
};

/**
 * Public means (policy and not restricted) or (ACL and not ignored), as S3 evaluates the bucket's public access block:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 * Filters are all-of any-ofs, so it is multiplied out; private is its negation.
 */
const PUBLIC = {
  yes: {
    ...PUBLIC_CALLS,
    filters: [
      { any: [BY_POLICY, ...BY_ACL] },
      { any: [BY_POLICY, NOT_IGNORED] },
      { any: [NOT_RESTRICTED, ...BY_ACL] },
      { any: [NOT_RESTRICTED, NOT_IGNORED] },
    ],
    before: 'public',
  },
  no: {
    ...PUBLIC_CALLS,
    filters: [
      { any: [NOT_BY_POLICY, RESTRICTED] },
      ...[EVERYONE, ANY_AWS_USER].map((value) => ({
        any: [{ column: 'Granted groups', is: 'not-contains' as const, value }, IGNORED],
      })),
    ],
    before: 'private',
  },
};

const BUCKETS: Topic = {
  key: 'buckets',
  noun: 'S3 buckets',
  phrases: ['s3 buckets', 's3 bucket', 's3', 'buckets', 'bucket'],
  calls: [call('buckets', 's3', 'ListBuckets')],
  main: 'buckets',
  regions: 'filtered',
  example: 'Which S3 buckets are public?',
  groups: {},
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
  sizeless:
    'S3 does not list how large a bucket is: that is in the daily CloudWatch metrics BucketSizeBytes and NumberOfObjects',
  traits: {
    public: PUBLIC,
    encrypted: {
      yes: { ...ENCRYPTION, filters: [present('Encryption')], before: 'encrypted' },
      no: { ...ENCRYPTION, filters: [empty('Encryption')], before: 'unencrypted' },
    },
    versioned: {
      yes: { ...VERSIONING, filters: [equal('Versioning', 'Enabled')], after: 'with versioning' },
      no: { ...VERSIONING, filters: [notEqual('Versioning', 'Enabled')], after: 'without versioning' },
    },
    logging: {
      yes: { ...LOGGING, filters: [present('Logs to')], after: 'with access logging' },
      no: { ...LOGGING, filters: [empty('Logs to')], after: 'without access logging' },
    },
    tagged: {
      yes: { ...perBucket('bucket-tags', 'GetBucketTagging'), filters: [present('Tag keys')], before: 'tagged' },
      no: { ...perBucket('bucket-tags', 'GetBucketTagging'), filters: [empty('Tag keys')], before: 'untagged' },
    },
  },
  times: createdAt('Created'),
  name: 'Bucket',
  tag: (key, value, isPresent) => {
    const listed = listedTags('TagSet')(key, value, isPresent);
    if (listed === undefined) return undefined;
    const { columns = [], ...rest } = listed;
    // A call per tag, so that two tags do not have to share one call's columns.
    const id = `bucket-tag-${idOf(key)}`;
    return {
      ...rest,
      calls: perBucket(id, 'GetBucketTagging').calls.map((tags) => ({
        ...tags,
        columns: [{ name: 'Bucket', path: '@Bucket' }, ...columns],
      })),
      join: [{ call: id, on: 'Bucket' }],
    };
  },
};

const RDS_TAGS = listedTags('TagList');
const TAG_KEYS = [{ name: 'Tag keys', path: 'TagList[].Key' }];

const BACKUP_DAYS = { name: 'Backup days', path: 'BackupRetentionPeriod' };

/** Names of clusters that say which engine is meant. */
const AURORA_CLUSTERS: NonNullable<Topic['implied']> = Object.fromEntries(
  ['aurora', 'aurora mysql', 'aurora postgresql', 'aurora postgres'].flatMap((name) => {
    const value = name.replace(/ postgres(ql)?$/, '-postgresql').replace(' ', '-');
    return [`${name} clusters`, `${name} cluster`].map((phrase) => [phrase, { kind: 'engine', value }] as const);
  }),
);

const DATABASE_STATES = {
  available: 'available',
  running: 'available',
  stopped: 'stopped',
  starting: 'starting',
  stopping: 'stopping',
  creating: 'creating',
  deleting: 'deleting',
  modifying: 'modifying',
  rebooting: 'rebooting',
  'backing-up': 'backing-up',
  failed: 'failed',
};
const DATABASE_STATE_NOTES = { running: '"running" is taken as RDS\'s status available' };

/** S3 buckets and RDS databases. */
export const STORAGE_TOPICS: readonly Topic[] = [
  BUCKETS,
  {
    key: 'databases',
    noun: 'RDS instances',
    phrases: [
      'rds instances',
      'rds instance',
      'rds databases',
      'rds database',
      'rds db instances',
      'db instances',
      'db instance',
      'database instances',
      'databases',
      'database',
      'rds',
      'dbs',
    ],
    calls: [call('databases', 'rds', 'DescribeDBInstances')],
    main: 'databases',
    regions: 'regional',
    example: 'Which RDS instances are publicly accessible?',
    groups: { engine: 'Engine', type: 'Class', state: 'Status', version: 'Version' },
    states: { column: 'Status', values: DATABASE_STATES, note: DATABASE_STATE_NOTES },
    traits: {
      public: flag('Public', 'publicly accessible', 'private'),
      encrypted: flag('Encrypted', 'encrypted', 'unencrypted'),
      'multi-az': flag('Multi-AZ', 'Multi-AZ', 'single-AZ'),
      'deletion-protection': {
        yes: {
          columns: [{ name: 'Deletion protection', path: 'DeletionProtection' }],
          filters: [equal('Deletion protection', true)],
          after: 'with deletion protection',
        },
        no: {
          columns: [{ name: 'Deletion protection', path: 'DeletionProtection' }],
          filters: [notEqual('Deletion protection', true)],
          after: 'without deletion protection',
        },
      },
      backups: {
        yes: {
          columns: [BACKUP_DAYS],
          filters: [{ column: 'Backup days', is: 'above', value: 0 }],
          after: 'with automated backups',
        },
        no: { columns: [BACKUP_DAYS], filters: [equal('Backup days', 0)], after: 'without automated backups' },
      },
      'auto-minor-upgrade': extraFlag(
        { name: 'Automatic minor upgrades', path: 'AutoMinorVersionUpgrade' },
        'with automatic minor version upgrades',
        'without automatic minor version upgrades',
      ),
      tagged: {
        yes: { columns: TAG_KEYS, filters: [present('Tag keys')], before: 'tagged' },
        no: { columns: TAG_KEYS, filters: [empty('Tag keys')], before: 'untagged' },
      },
    },
    numbers: {
      storage: {
        column: 'Storage GiB',
        columns: [{ name: 'Storage GiB', path: 'AllocatedStorage' }],
        unit: 'GiB',
        // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html (AllocatedStorage)
        note: "the storage allocated to the instance; Aurora's grows in its cluster, and its instances say 1 instead",
      },
      retention: { column: 'Backup days', columns: [BACKUP_DAYS], unit: 'days' },
    },
    times: createdAt('Created', { columns: [{ name: 'Created', path: 'InstanceCreateTime' }] }),
    versions: DATABASE_VERSIONS,
    name: 'DB instance',
    engine: 'Engine',
    type: { column: 'Class' },
    tag: RDS_TAGS,
  },
  {
    key: 'database-clusters',
    noun: 'RDS clusters',
    phrases: ['rds clusters', 'rds cluster', 'db clusters', 'database clusters', ...Object.keys(AURORA_CLUSTERS)],
    implied: AURORA_CLUSTERS,
    calls: [call('database-clusters', 'rds', 'DescribeDBClusters')],
    main: 'database-clusters',
    regions: 'regional',
    example: 'List RDS clusters',
    groups: { engine: 'Engine', state: 'Status', version: 'Version' },
    states: { column: 'Status', values: DATABASE_STATES, note: DATABASE_STATE_NOTES },
    traits: {
      encrypted: flag('Encrypted', 'encrypted', 'unencrypted'),
      'multi-az': flag('Multi-AZ', 'Multi-AZ', 'single-AZ'),
      'deletion-protection': extraFlag(
        { name: 'Deletion protection', path: 'DeletionProtection' },
        'with deletion protection',
        'without deletion protection',
      ),
    },
    numbers: { retention: { column: 'Backup days', columns: [BACKUP_DAYS], unit: 'days' } },
    versions: DATABASE_VERSIONS,
    name: 'DB cluster',
    engine: 'Engine',
    tag: RDS_TAGS,
  },
  {
    key: 'database-snapshots',
    noun: 'RDS snapshots',
    phrases: ['rds snapshots', 'rds snapshot', 'db snapshots', 'database snapshots'],
    calls: [call('database-snapshots', 'rds', 'DescribeDBSnapshots')],
    main: 'database-snapshots',
    regions: 'regional',
    example: 'List RDS snapshots',
    groups: { engine: 'Engine', state: 'Status' },
    states: { column: 'Status', values: { available: 'available', creating: 'creating', failed: 'failed' } },
    traits: { encrypted: flag('Encrypted', 'encrypted', 'unencrypted') },
    times: createdAt('Created'),
    name: 'DB snapshot',
    engine: 'Engine',
    tag: RDS_TAGS,
  },
];
