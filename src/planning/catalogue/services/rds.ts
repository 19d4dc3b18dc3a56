import type { ServiceDefinition } from '../definition.js';

/** RDS: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const rdsService: ServiceDefinition = {
  service: 'rds',
  label: 'RDS',
  iamPrefix: 'rds',
  global: false,
  searchWords: ['database', 'relational', 'postgres', 'mysql', 'aurora', 'mariadb', 'oracle', 'sql', 'server'],
  operations: {
    DescribeDBInstances: {
      access: 'List',
      parameters: 'DBInstanceIdentifier:string Filters:object[] MaxRecords:integer Marker:string',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'DBInstances[]',
      columns:
        'DB instance=DBInstanceIdentifier; Engine=Engine; Version=EngineVersion; Class=DBInstanceClass; Status=DBInstanceStatus; Public=PubliclyAccessible; Encrypted=StorageEncrypted; Multi-AZ=MultiAZ',
      secretFields: ['PendingModifiedValues.MasterUserPassword'],
    },
    DescribeDBClusters: {
      access: 'List',
      parameters: 'DBClusterIdentifier:string Filters:object[] MaxRecords:integer Marker:string IncludeShared:boolean',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'DBClusters[]',
      columns:
        'DB cluster=DBClusterIdentifier; Engine=Engine; Version=EngineVersion; Status=Status; Encrypted=StorageEncrypted; Multi-AZ=MultiAZ; Members=DBClusterMembers[].DBInstanceIdentifier',
      secretFields: ['PendingModifiedValues.MasterUserPassword'],
    },
    DescribeDBSnapshots: {
      access: 'List',
      parameters:
        'DBInstanceIdentifier:string DBSnapshotIdentifier:string SnapshotType:string Filters:object[] MaxRecords:integer Marker:string IncludeShared:boolean IncludePublic:boolean DbiResourceId:string',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'DBSnapshots[]',
      columns:
        'DB snapshot=DBSnapshotIdentifier; DB instance=DBInstanceIdentifier; Engine=Engine; Status=Status; Encrypted=Encrypted; Created=SnapshotCreateTime',
    },
    DescribeDBClusterSnapshots: {
      access: 'List',
      parameters:
        'DBClusterIdentifier:string DBClusterSnapshotIdentifier:string SnapshotType:string Filters:object[] MaxRecords:integer Marker:string IncludeShared:boolean IncludePublic:boolean DbClusterResourceId:string',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'DBClusterSnapshots[]',
      columns:
        'DB cluster snapshot=DBClusterSnapshotIdentifier; DB cluster=DBClusterIdentifier; Engine=Engine; Status=Status; Encrypted=StorageEncrypted; Created=SnapshotCreateTime',
    },
    DescribeDBSubnetGroups: {
      access: 'List',
      parameters: 'DBSubnetGroupName:string Filters:object[] MaxRecords:integer Marker:string',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'DBSubnetGroups[]',
      columns: 'Subnet group=DBSubnetGroupName; VPC ID=VpcId; Status=SubnetGroupStatus',
    },
    DescribeDBParameterGroups: {
      access: 'List',
      parameters: 'DBParameterGroupName:string Filters:object[] MaxRecords:integer Marker:string',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'DBParameterGroups[]',
      columns: 'Parameter group=DBParameterGroupName; Family=DBParameterGroupFamily; Description=Description',
    },
    DescribePendingMaintenanceActions: {
      access: 'List',
      parameters: 'ResourceIdentifier:string Filters:object[] Marker:string MaxRecords:integer',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'PendingMaintenanceActions[]',
      columns: 'Resource=ResourceIdentifier; Actions=PendingMaintenanceActionDetails[].Action',
    },
    DescribeEvents: {
      access: 'List',
      parameters:
        'SourceIdentifier:string SourceType:string StartTime:timestamp EndTime:timestamp Duration:integer EventCategories:string[] Filters:object[] MaxRecords:integer Marker:string',
      pages: ['Marker', 'Marker', 'MaxRecords'],
      items: 'Events[]',
      columns: 'Source=SourceIdentifier; Date=Date; Message=Message',
    },
    ListTagsForResource: {
      access: 'Read',
      parameters: 'ResourceName!:string Filters:object[]',
      items: 'TagList[]',
      columns: 'Resource=@ResourceName; Key=Key; Value=Value',
    },
  },
  others: {
    Write:
      'CreateDBInstance ModifyDBInstance RebootDBInstance StartDBInstance StopDBInstance DeleteDBInstance CreateDBCluster ModifyDBCluster StartDBCluster StopDBCluster DeleteDBCluster CreateDBSnapshot DeleteDBSnapshot RestoreDBInstanceFromDBSnapshot',
    'Tagging, Write': 'AddTagsToResource RemoveTagsFromResource',
    Read: 'DownloadDBLogFilePortion',
  },
};
