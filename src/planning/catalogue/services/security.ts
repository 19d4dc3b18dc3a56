import type { ServiceOverlay } from '../overlay.js';

export const kmsService: ServiceOverlay = {
  service: 'kms',
  operations: {
    DescribeKey: {
      columns:
        'Key ID=KeyId; Description=Description; Key state=KeyState; Managed by=KeyManager; Usage=KeyUsage; Creation date=CreationDate; Deletion date=DeletionDate',
    },
  },
};

/** Certificate Manager lists RSA keys of up to 2,048 bits alone unless the others are named. */
export const acmService: ServiceOverlay = {
  service: 'acm',
  operations: {
    ListCertificates: {
      columns:
        'Domain name=DomainName; Status=Status; Type=Type; In use=InUse; Not after=NotAfter; Created at=CreatedAt; Certificate ARN=CertificateArn',
      defaults: {
        Includes: {
          keyTypes: ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'],
        },
      },
    },
  },
};

/** Not enabled is an answer. */
export const securityHubService: ServiceOverlay = {
  service: 'securityhub',
  operations: {
    DescribeHub: { absentCodes: ['InvalidAccessException', 'ResourceNotFoundException'] },
    GetFindings: {
      columns:
        'Title=Title; Severity=Severity.Label; Workflow=Workflow.Status; Compliance=Compliance.Status; Resources=Resources[].Id; Product name=ProductName; Updated=UpdatedAt',
    },
  },
};

export const shieldService: ServiceOverlay = {
  service: 'shield',
  operations: { DescribeSubscription: { absentCodes: ['ResourceNotFoundException'] } },
};

export const s3ControlService: ServiceOverlay = {
  service: 's3control',
  operations: {
    GetPublicAccessBlock: {
      columns:
        'Block public ACLs=BlockPublicAcls; Ignore public ACLs=IgnorePublicAcls; Block public policy=BlockPublicPolicy; Restrict public buckets=RestrictPublicBuckets',
      absentCodes: ['NoSuchPublicAccessBlockConfiguration'],
    },
  },
};
