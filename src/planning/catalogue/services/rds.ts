import type { ServiceOverlay } from '../overlay.js';

/** RDS: what a person wants to see, and what botocore's models do not say. */
export const rdsService: ServiceOverlay = {
  service: 'rds',
  operations: {
    DescribeDBInstances: {
      columns:
        'DB instance=DBInstanceIdentifier; Engine=Engine; Version=EngineVersion; Class=DBInstanceClass; Status=DBInstanceStatus; Public=PubliclyAccessible; Encrypted=StorageEncrypted; Multi-AZ=MultiAZ',
      secretFields: ['PendingModifiedValues.MasterUserPassword'],
    },
    DescribeDBClusters: {
      columns:
        'DB cluster=DBClusterIdentifier; Engine=Engine; Version=EngineVersion; Status=Status; Encrypted=StorageEncrypted; Multi-AZ=MultiAZ; Members=DBClusterMembers[].DBInstanceIdentifier',
      secretFields: ['PendingModifiedValues.MasterUserPassword'],
    },
    DescribeDBSnapshots: {
      columns:
        'DB snapshot=DBSnapshotIdentifier; DB instance=DBInstanceIdentifier; Engine=Engine; Status=Status; Encrypted=Encrypted; Created=SnapshotCreateTime',
    },
    DescribeDBClusterSnapshots: {
      columns:
        'DB cluster snapshot=DBClusterSnapshotIdentifier; DB cluster=DBClusterIdentifier; Engine=Engine; Status=Status; Encrypted=StorageEncrypted; Created=SnapshotCreateTime',
    },
    DescribeDBSubnetGroups: { columns: 'Subnet group=DBSubnetGroupName; VPC ID=VpcId; Status=SubnetGroupStatus' },
    DescribeDBParameterGroups: {
      columns: 'Parameter group=DBParameterGroupName; Family=DBParameterGroupFamily; Description=Description',
    },
    DescribePendingMaintenanceActions: {
      columns: 'Resource=ResourceIdentifier; Actions=PendingMaintenanceActionDetails[].Action',
    },
    DescribeEvents: { columns: 'Source=SourceIdentifier; Date=Date; Message=Message' },
    ListTagsForResource: { columns: 'Resource=@ResourceName; Key=Key; Value=Value' },
  },
};
