import { isJsonObject, type JsonObject } from '../../domain/json.js';
import type { RdsInstance } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage, type Page } from './paging.js';
import { tagList, type CallContext, type Service } from './service.js';

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/ */
export const rds: Service = {
  name: 'rds',
  className: 'RDS',
  actionPrefix: 'rds',
  endpointPrefix: 'rds',
  protocol: 'query',
  operations: {
    DescribeDBInstances: { answer: describeInstances },
    DescribeDBClusters: { answer: describeClusters },
    DeleteDBInstance: {
      answer: (context) => {
        const name = context.params.text('DBInstanceIdentifier') ?? '';
        const [instance] = named(context.regional.rdsInstances, name, 'DBInstanceNotFound', 'DBInstance');
        return instance === undefined ? {} : { DBInstance: instanceWire(context, instance) };
      },
      mutates: true,
    },
  },
};

function describeInstances(context: CallContext): JsonObject {
  const name = context.params.text('DBInstanceIdentifier');
  const chosen = named(context.regional.rdsInstances, name, 'DBInstanceNotFound', 'DBInstance');
  const filtered = filter(context, chosen, {
    'db-instance-id': (instance) => instance.name,
    'db-cluster-id': (instance) => instance.cluster ?? '',
    engine: (instance) => instance.engine,
  });
  const { items, next } = page(context, filtered);
  return { DBInstances: items.map((instance) => instanceWire(context, instance)), ...nextPage('Marker', next) };
}

function describeClusters(context: CallContext): JsonObject {
  const name = context.params.text('DBClusterIdentifier');
  const chosen = named(context.regional.rdsClusters, name, 'DBClusterNotFoundFault', 'DBCluster');
  const filtered = filter(context, chosen, {
    'db-cluster-id': (cluster) => cluster.name,
    engine: (cluster) => cluster.engine,
  });
  const { items, next } = page(context, filtered);
  return {
    DBClusters: items.map((cluster) => ({
      DBClusterIdentifier: cluster.name,
      DBClusterArn: arn(context, 'cluster', cluster.name),
      DbClusterResourceId: `cluster-${cluster.name.toUpperCase().replaceAll('-', '')}`,
      Engine: cluster.engine,
      EngineVersion: cluster.engineVersion,
      EngineMode: 'provisioned',
      Status: cluster.status,
      StorageEncrypted: cluster.encrypted,
      MultiAZ: cluster.multiAz,
      Endpoint: `${cluster.name}.cluster-example.${context.region}.rds.amazonaws.com`,
      Port: 5432,
      MasterUsername: 'administrator',
      ClusterCreateTime: cluster.createdAt,
      BackupRetentionPeriod: 7,
      DeletionProtection: true,
      IAMDatabaseAuthenticationEnabled: false,
      AvailabilityZones: ['a', 'b', 'c'].map((zone) => context.region + zone),
      DBClusterMembers: cluster.members.map((member, index) => ({
        DBInstanceIdentifier: member,
        IsClusterWriter: index === 0,
        DBClusterParameterGroupStatus: 'in-sync',
        PromotionTier: 1,
      })),
      TagList: [],
    })),
    ...nextPage('Marker', next),
  };
}

function instanceWire(context: CallContext, instance: RdsInstance): JsonObject {
  return {
    DBInstanceIdentifier: instance.name,
    DBInstanceArn: arn(context, 'db', instance.name),
    DbiResourceId: `db-${instance.name.toUpperCase().replaceAll('-', '')}`,
    DBInstanceClass: instance.class,
    DBInstanceStatus: instance.status,
    Engine: instance.engine,
    EngineVersion: instance.engineVersion,
    MasterUsername: 'administrator',
    Endpoint: {
      Address: `${instance.name}.example.${context.region}.rds.amazonaws.com`,
      Port: instance.engine.includes('postgres') ? 5432 : instance.engine.startsWith('sqlserver') ? 1433 : 3306,
      HostedZoneId: 'Z2R2ITUGPM61AM',
    },
    AllocatedStorage: instance.storageGiB,
    StorageType: instance.cluster === null ? 'gp3' : 'aurora',
    StorageEncrypted: instance.encrypted,
    MultiAZ: instance.multiAz,
    PubliclyAccessible: instance.publiclyAccessible,
    InstanceCreateTime: instance.createdAt,
    AvailabilityZone: instance.availabilityZone,
    BackupRetentionPeriod: instance.backupDays,
    DeletionProtection: instance.deletionProtection,
    AutoMinorVersionUpgrade: true,
    IAMDatabaseAuthenticationEnabled: false,
    LicenseModel: 'general-public-license',
    VpcSecurityGroups: context.regional.securityGroups
      .slice(-1)
      .map((group) => ({ VpcSecurityGroupId: group.id, Status: 'active' })),
    DBSecurityGroups: [],
    DBParameterGroups: [],
    ReadReplicaDBInstanceIdentifiers: [],
    ...(instance.cluster === null ? {} : { DBClusterIdentifier: instance.cluster }),
    TagList: tagList(instance.tags),
  };
}

function named<T extends { readonly name: string }>(
  all: readonly T[],
  name: string | undefined,
  code: string,
  noun: string,
): readonly T[] {
  if (name === undefined) return all;
  const found = all.filter((item) => item.name === name.toLowerCase());
  if (found.length === 0) throw new ServiceError(code, `${noun} ${name} not found.`);
  return found;
}

/** RDS compares filter values as they are; there are no wildcards. */
function filter<T>(
  context: CallContext,
  items: readonly T[],
  known: Readonly<Record<string, (item: T) => string>>,
): readonly T[] {
  return context.params.list('Filters').reduce<readonly T[]>((left, entry) => {
    const name = isJsonObject(entry) && typeof entry['Name'] === 'string' ? entry['Name'] : '';
    const values = isJsonObject(entry) && Array.isArray(entry['Values']) ? entry['Values'] : [];
    const read = known[name];
    if (read === undefined) throw new ServiceError('InvalidParameterValue', `Unrecognized filter name: ${name}`);
    return left.filter((item) => values.includes(read(item)));
  }, items);
}

function page<T>(context: CallContext, items: readonly T[]): Page<T> {
  const size = context.params.whole('MaxRecords');
  if (size !== undefined && (size < 20 || size > 100)) {
    throw new ServiceError(
      'InvalidParameterValue',
      `Invalid value ${String(size)} for MaxRecords. Must be between 20 and 100`,
    );
  }
  return context.page(items, {
    token: context.params.text('Marker'),
    size,
    standardSize: 100,
    invalid: () => new ServiceError('InvalidParameterValue', 'Invalid or expired marker.'),
  });
}

function arn(context: CallContext, kind: string, name: string): string {
  return `arn:aws:rds:${context.region}:${context.account.id}:${kind}:${name}`;
}
