import type { ServiceDefinition } from '../definition.js';

/** Secrets Manager: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const secretsManagerService: ServiceDefinition = {
  service: 'secretsmanager',
  label: 'Secrets Manager',
  iamPrefix: 'secretsmanager',
  global: false,
  searchWords: [],
  operations: {
    ListSecrets: {
      access: 'List',
      parameters:
        'IncludePlannedDeletion:boolean MaxResults:integer NextToken:string Filters:object[] SortOrder:string SortBy:string',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'SecretList[]',
      columns:
        'Secret=Name; Rotation enabled=RotationEnabled; Last changed=LastChangedDate; Last accessed=LastAccessedDate',
    },
    DescribeSecret: {
      access: 'Read',
      parameters: 'SecretId!:string',
      items: '',
      columns: 'Secret=Name; Rotation enabled=RotationEnabled; Last changed=LastChangedDate',
    },
  },
  others: {
    Read: 'GetSecretValue BatchGetSecretValue GetRandomPassword',
    Write: 'CreateSecret UpdateSecret PutSecretValue DeleteSecret RotateSecret',
  },
};
