import type { ServiceOverlay } from '../overlay.js';

export const dynamodbService: ServiceOverlay = {
  service: 'dynamodb',
  operations: {
    DescribeTable: {
      columns:
        'Table=TableName; Status=TableStatus; Items=ItemCount; Size bytes=TableSizeBytes; Billing=BillingModeSummary.BillingMode; Deletion protection=DeletionProtectionEnabled; Created=CreationDateTime',
    },
    DescribeContinuousBackups: {
      columns:
        'Table=@TableName; Point-in-time recovery=PointInTimeRecoveryDescription.PointInTimeRecoveryStatus; Earliest restore=PointInTimeRecoveryDescription.EarliestRestorableDateTime',
    },
  },
};

export const efsService: ServiceOverlay = {
  service: 'efs',
  operations: {
    DescribeFileSystems: {
      columns:
        'File system ID=FileSystemId; Name=Name; State=LifeCycleState; Size bytes=SizeInBytes.Value; Encrypted=Encrypted; Mount targets=NumberOfMountTargets; Created=CreationTime',
    },
    DescribeFileSystemPolicy: { absentCodes: ['PolicyNotFound'] },
  },
};

export const ecrService: ServiceOverlay = {
  service: 'ecr',
  operations: {
    DescribeRepositories: {
      columns:
        'Repository=repositoryName; URI=repositoryUri; Tags mutable=imageTagMutability; Scan on push=imageScanningConfiguration.scanOnPush; Encryption=encryptionConfiguration.encryptionType; Created=createdAt',
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
