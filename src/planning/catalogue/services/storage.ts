import type { ServiceOverlay } from '../overlay.js';

export const dynamodbService: ServiceOverlay = {
  service: 'dynamodb',
  operations: {
    DescribeTable: {
      columns:
        'Table name=TableName; Table status=TableStatus; Items=ItemCount; Table size bytes=TableSizeBytes; Billing=BillingModeSummary.BillingMode; Deletion protection enabled=DeletionProtectionEnabled; Creation date time=CreationDateTime',
    },
    DescribeContinuousBackups: {
      columns:
        'Table name=@TableName; Point-in-time recovery=PointInTimeRecoveryDescription.PointInTimeRecoveryStatus; Earliest restore=PointInTimeRecoveryDescription.EarliestRestorableDateTime',
    },
  },
};

export const efsService: ServiceOverlay = {
  service: 'efs',
  operations: {
    DescribeFileSystems: {
      columns:
        'File system ID=FileSystemId; Name=Name; Life cycle state=LifeCycleState; Size bytes=SizeInBytes.Value; Encrypted=Encrypted; Mount targets=NumberOfMountTargets; Creation time=CreationTime',
    },
    DescribeFileSystemPolicy: { absentCodes: ['PolicyNotFound'] },
  },
};

export const ecrService: ServiceOverlay = {
  service: 'ecr',
  operations: {
    DescribeRepositories: {
      columns:
        'Repository name=repositoryName; Repository URI=repositoryUri; Image tag mutability=imageTagMutability; Scan on push=imageScanningConfiguration.scanOnPush; Encryption=encryptionConfiguration.encryptionType; Created at=createdAt',
    },
    GetLifecyclePolicy: { absentCodes: ['LifecyclePolicyNotFoundException'] },
    GetRepositoryPolicy: { absentCodes: ['RepositoryPolicyNotFoundException'] },
  },
};

export const backupService: ServiceOverlay = {
  service: 'backup',
  operations: {
    GetBackupVaultAccessPolicy: { absentCodes: ['ResourceNotFoundException'] },
    GetBackupVaultNotifications: { absentCodes: ['ResourceNotFoundException'] },
  },
};
