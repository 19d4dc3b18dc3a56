import { call, contains, empty, equal, flag, notEqual, present } from '../../topic.js';
import { CACHE_VERSIONS } from '../version-families.js';
import { extraFlag, reading, type Detail } from './detail.js';

const TABLE = {
  calls: [
    call('dynamodb-table', 'dynamodb', 'DescribeTable', {
      forEach: { call: 'dynamodb-tables', path: 'TableNames[]', parameter: 'TableName' },
      columns: [
        { name: 'Table name', path: '@TableName' },
        { name: 'Status', path: 'TableStatus' },
        { name: 'Deletion protection', path: 'DeletionProtectionEnabled' },
        { name: 'Billing', path: 'BillingModeSummary.BillingMode' },
        { name: 'Items', path: 'ItemCount' },
        { name: 'Size bytes', path: 'TableSizeBytes' },
        { name: 'KMS key', path: 'SSEDescription.KMSMasterKeyArn' },
      ],
    }),
  ],
  join: [{ call: 'dynamodb-table', on: 'Table name' }],
};
const TABLE_BACKUPS = {
  calls: [
    call('dynamodb-table-backups', 'dynamodb', 'DescribeContinuousBackups', {
      forEach: { call: 'dynamodb-tables', path: 'TableNames[]', parameter: 'TableName' },
      columns: [
        { name: 'Table name', path: '@TableName' },
        { name: 'Point-in-time recovery', path: 'PointInTimeRecoveryDescription.PointInTimeRecoveryStatus' },
      ],
    }),
  ],
  join: [{ call: 'dynamodb-table-backups', on: 'Table name' }],
};
/** DynamoDB counts about every six hours. */
const COUNTED = 'DynamoDB updates item counts and sizes about every six hours';

const DOMAIN = {
  calls: [
    // At most five names: https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DescribeDomains.html
    call('opensearch-domain', 'opensearch', 'DescribeDomains', {
      forEach: { call: 'opensearch-domains', path: 'DomainNames[].DomainName', parameter: 'DomainNames', batch: 5 },
      columns: [
        { name: 'Domain name', path: 'DomainName' },
        { name: 'Engine version', path: 'EngineVersion' },
        { name: 'Encrypted', path: 'EncryptionAtRestOptions.Enabled' },
        { name: 'Node-to-node encryption', path: 'NodeToNodeEncryptionOptions.Enabled' },
        { name: 'Update available', path: 'ServiceSoftwareOptions.UpdateAvailable' },
        { name: 'VPC ID', path: 'VPCOptions.VPCId' },
      ],
    }),
  ],
  join: [{ call: 'opensearch-domain', on: 'Domain name' }],
};

/** Names of cache clusters that say which engine is meant. */
const CACHE_ENGINES = Object.fromEntries(
  ['redis', 'valkey', 'memcached'].flatMap((value) =>
    [`elasticache ${value}`, `elasticache ${value} clusters`, `elasticache for ${value}`, `${value} clusters`].map(
      (phrase) => [phrase, { kind: 'engine', value }] as const,
    ),
  ),
);

/** A replication group does not say its version; its members do, and all have the same. */
const MEMBERS = {
  calls: [
    call('cache-members', 'elasticache', 'DescribeCacheClusters', {
      columns: [
        { name: 'Replication group ID', path: 'ReplicationGroupId' },
        { name: 'Engine', path: 'Engine' },
        { name: 'Engine version', path: 'EngineVersion' },
      ],
    }),
  ],
  join: [{ call: 'cache-members', on: 'Replication group ID' }],
};

const STREAM = {
  calls: [
    call('kinesis-stream', 'kinesis', 'DescribeStreamSummary', {
      forEach: { call: 'kinesis-streams', path: 'StreamSummaries[].StreamName', parameter: 'StreamName' },
      columns: [
        { name: 'Stream name', path: '@StreamName' },
        { name: 'Encryption', path: 'EncryptionType' },
        { name: 'Open shards', path: 'OpenShardCount' },
        { name: 'Retention hours', path: 'RetentionPeriodHours' },
        { name: 'Mode', path: 'StreamModeDetails.StreamMode' },
      ],
    }),
  ],
  join: [{ call: 'kinesis-stream', on: 'Stream name' }],
};

const IN_TRANSIT = extraFlag(
  { name: 'Encrypted in transit', path: 'TransitEncryptionEnabled' },
  'encrypted in transit',
  'not encrypted in transit',
);
const AT_REST = extraFlag(
  { name: 'Encrypted at rest', path: 'AtRestEncryptionEnabled' },
  'encrypted at rest',
  'not encrypted at rest',
);

/** Databases, caches, file systems, backups and streams. */
export const DATA_DETAILS: Readonly<Record<string, Detail>> = {
  'dynamodb-tables': {
    example: 'Which DynamoDB tables have no point-in-time recovery?',
    name: 'Table name',
    traits: {
      pitr: reading(TABLE_BACKUPS, {
        yes: { filters: [equal('Point-in-time recovery', 'ENABLED')], after: 'with point-in-time recovery' },
        no: { filters: [notEqual('Point-in-time recovery', 'ENABLED')], after: 'without point-in-time recovery' },
      }),
      'deletion-protection': reading(TABLE, {
        yes: { filters: [equal('Deletion protection', true)], after: 'with deletion protection' },
        no: { filters: [notEqual('Deletion protection', true)], after: 'without deletion protection' },
      }),
      // A table that never was on demand has no billing summary.
      'on-demand': reading(TABLE, {
        yes: { filters: [equal('Billing', 'PAY_PER_REQUEST')], before: 'on-demand' },
        no: { filters: [notEqual('Billing', 'PAY_PER_REQUEST')], before: 'provisioned' },
      }),
      empty: {
        yes: { ...TABLE, filters: [equal('Items', 0)], before: 'empty', note: COUNTED },
        no: { ...TABLE, filters: [{ column: 'Items', is: 'above', value: 0 }], after: 'with items', note: COUNTED },
      },
    },
    numbers: {
      items: { ...TABLE, column: 'Items', note: COUNTED },
      storage: { ...TABLE, column: 'Size bytes', unit: 'B', note: COUNTED },
    },
  },
  'opensearch-domains': {
    example: 'Which OpenSearch domains are not encrypted?',
    name: 'Domain name',
    versions: {
      ...DOMAIN,
      column: 'Engine version',
      families: {
        opensearch: { shown: 'OpenSearch', written: (version) => `OpenSearch_${version}` },
        elasticsearch: { shown: 'Elasticsearch', written: (version) => `Elasticsearch_${version}` },
      },
      unnamed: 'opensearch',
    },
    traits: {
      encrypted: reading(DOMAIN, {
        yes: { filters: [equal('Encrypted', true)], after: 'encrypted at rest' },
        no: { filters: [notEqual('Encrypted', true)], after: 'not encrypted at rest' },
      }),
      'node-to-node-encryption': reading(DOMAIN, {
        yes: { filters: [equal('Node-to-node encryption', true)], after: 'with node-to-node encryption' },
        no: { filters: [notEqual('Node-to-node encryption', true)], after: 'without node-to-node encryption' },
      }),
      'update-available': reading(DOMAIN, {
        yes: { filters: [equal('Update available', true)], after: 'with a software update available' },
        no: { filters: [notEqual('Update available', true)], after: 'without a software update available' },
      }),
      vpc: reading(DOMAIN, {
        yes: { filters: [present('VPC ID')], after: 'in a VPC' },
        no: { filters: [empty('VPC ID')], after: 'outside of VPCs' },
      }),
    },
  },
  'kinesis-streams': {
    example: 'Which Kinesis streams are unencrypted?',
    name: 'Stream name',
    traits: {
      encrypted: reading(STREAM, {
        yes: { filters: [equal('Encryption', 'KMS')], before: 'encrypted' },
        no: { filters: [notEqual('Encryption', 'KMS')], before: 'unencrypted' },
      }),
      'on-demand': reading(STREAM, {
        yes: { filters: [equal('Mode', 'ON_DEMAND')], before: 'on-demand' },
        no: { filters: [equal('Mode', 'PROVISIONED')], before: 'provisioned' },
      }),
    },
    numbers: { shards: { ...STREAM, column: 'Open shards' } },
  },
  'cache-clusters': {
    example: 'Which ElastiCache clusters are not encrypted in transit?',
    name: 'Cache cluster ID',
    implied: CACHE_ENGINES,
    versions: CACHE_VERSIONS,
    engine: 'Engine',
    groups: { engine: 'Engine', version: 'Engine version', state: 'Cache cluster status' },
    states: {
      column: 'Cache cluster status',
      values: { available: 'available', creating: 'creating', deleting: 'deleting', modifying: 'modifying' },
    },
    traits: { encrypted: AT_REST, 'encrypted-in-transit': IN_TRANSIT },
  },
  'replication-groups': {
    example: 'Which ElastiCache replication groups are not encrypted at rest?',
    name: 'Replication group ID',
    versions: { ...CACHE_VERSIONS, ...MEMBERS },
    groups: { state: 'Status' },
    states: {
      column: 'Status',
      values: { available: 'available', creating: 'creating', deleting: 'deleting', modifying: 'modifying' },
    },
    traits: {
      encrypted: AT_REST,
      'encrypted-in-transit': IN_TRANSIT,
      'multi-az': {
        yes: { filters: [equal('Multi AZ', 'enabled')], before: 'Multi-AZ' },
        no: { filters: [notEqual('Multi AZ', 'enabled')], before: 'single-AZ' },
      },
    },
  },
  'redshift-clusters': {
    example: 'Which Redshift clusters are publicly accessible?',
    name: 'Cluster identifier',
    groups: { state: 'Cluster status' },
    states: {
      column: 'Cluster status',
      values: {
        available: 'available',
        paused: 'paused',
        creating: 'creating',
        deleting: 'deleting',
        modifying: 'modifying',
      },
    },
    traits: {
      public: extraFlag(
        { name: 'Public', path: 'PubliclyAccessible' },
        'that are publicly accessible',
        'that are not publicly accessible',
      ),
      encrypted: extraFlag({ name: 'Encrypted', path: 'Encrypted' }, 'encrypted at rest', 'not encrypted at rest'),
    },
    numbers: { nodes: { column: 'Nodes', columns: [{ name: 'Nodes', path: 'NumberOfNodes' }] } },
  },
  'efs-file-systems': {
    example: 'Which EFS file systems are unencrypted?',
    name: 'Name',
    traits: { encrypted: flag('Encrypted', 'encrypted', 'unencrypted') },
    numbers: {
      storage: { column: 'Size bytes', unit: 'B', columns: [{ name: 'Size bytes', path: 'SizeInBytes.Value' }] },
    },
  },
  'fsx-file-systems': {
    groups: { type: 'File system type' },
    numbers: { storage: { column: 'Storage capacity', unit: 'GiB' } },
  },
  'backup-vaults': {
    example: 'Which backup vaults are not locked?',
    name: 'Backup vault name',
    traits: { locked: extraFlag({ name: 'Locked', path: 'Locked' }, 'that are locked', 'that are not locked') },
  },
  'backup-jobs': {
    example: 'Which backup jobs failed?',
    groups: { state: 'State' },
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupJob.html
    states: {
      column: 'State',
      values: {
        running: 'RUNNING',
        pending: 'PENDING',
        completed: 'COMPLETED',
        failed: 'FAILED',
        aborted: 'ABORTED',
        expired: 'EXPIRED',
      },
      note: { failed: 'of the backup jobs that AWS Backup still lists, those of the last 30 days' },
    },
  },
  'kafka-clusters': {
    name: 'Cluster name',
    versions: {
      column: 'Kafka version',
      columns: [{ name: 'Kafka version', path: 'Provisioned.CurrentBrokerSoftwareInfo.KafkaVersion' }],
      families: { kafka: { shown: 'Kafka' } },
      unnamed: 'kafka',
    },
    groups: { state: 'State', type: 'Cluster type' },
    states: {
      column: 'State',
      values: {
        active: 'ACTIVE',
        running: 'ACTIVE',
        creating: 'CREATING',
        deleting: 'DELETING',
        failed: 'FAILED',
        updating: 'UPDATING',
      },
      note: { running: '"running" is taken as MSK\'s state ACTIVE' },
    },
    traits: {
      public: {
        // Absent: no brokers of its own (serverless), or public access is off.
        yes: {
          columns: [
            { name: 'Public access', path: 'Provisioned.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type' },
          ],
          filters: [contains('Public access', 'SERVICE_PROVIDED_EIPS')],
          after: 'with public access',
        },
        no: {
          columns: [
            { name: 'Public access', path: 'Provisioned.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type' },
          ],
          filters: [notEqual('Public access', 'SERVICE_PROVIDED_EIPS')],
          after: 'without public access',
        },
      },
    },
  },
  'emr-clusters': {
    example: 'Which EMR clusters are running?',
    name: 'Name',
    groups: { state: 'Status' },
    // https://docs.aws.amazon.com/emr/latest/APIReference/API_ClusterStatus.html
    states: {
      column: 'Status',
      values: { waiting: 'WAITING', starting: 'STARTING', terminated: 'TERMINATED', failed: 'TERMINATED_WITH_ERRORS' },
      note: { failed: '"failed" is taken as EMR\'s state TERMINATED_WITH_ERRORS' },
    },
    traits: {
      running: {
        yes: {
          filters: [{ any: [equal('Status', 'RUNNING'), equal('Status', 'WAITING')] }],
          before: 'running',
          note: '"running" is taken as EMR\'s states RUNNING and WAITING (idle, and paid)',
        },
        no: { filters: [notEqual('Status', 'RUNNING'), notEqual('Status', 'WAITING')], before: 'not running' },
      },
    },
  },
  'notebook-instances': {
    example: 'Which SageMaker notebook instances are running?',
    name: 'Notebook instance name',
    groups: { state: 'Notebook instance status', type: 'Instance type' },
    type: { column: 'Instance type' },
    states: {
      column: 'Notebook instance status',
      values: {
        'in-service': 'InService',
        running: 'InService',
        stopped: 'Stopped',
        stopping: 'Stopping',
        pending: 'Pending',
        failed: 'Failed',
        updating: 'Updating',
        deleting: 'Deleting',
      },
      note: { running: '"running" is taken as SageMaker\'s status InService' },
    },
  },
  'sagemaker-endpoints': {
    example: 'Which SageMaker endpoints are in service?',
    name: 'Endpoint name',
    groups: { state: 'Endpoint status' },
    states: {
      column: 'Endpoint status',
      values: {
        'in-service': 'InService',
        running: 'InService',
        creating: 'Creating',
        updating: 'Updating',
        failed: 'Failed',
        deleting: 'Deleting',
      },
      note: { running: '"running" is taken as SageMaker\'s status InService' },
    },
  },
};
