import type { ServiceDefinition } from '../definition.js';

/** STS: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const stsService: ServiceDefinition = {
  service: 'sts',
  label: 'STS',
  iamPrefix: 'sts',
  global: false,
  searchWords: ['caller', 'identity'],
  operations: {
    GetCallerIdentity: {
      access: 'Read',
      parameters: '',
      items: '',
      columns: 'Identity account=Account; ARN=Arn; User ID=UserId',
      global: true,
    },
  },
  others: {
    Write:
      'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot GetFederationToken DecodeAuthorizationMessage',
    Read: 'GetSessionToken',
  },
};
