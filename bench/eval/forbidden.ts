import type { OperationName } from '../../src/domain/intent.js';

/**
 * Whether no planner may ever plan or offer an operation: it changes something, or its reply is a secret. A second opinion
 * on purpose: it shares nothing with the product's own policy, so that a hole there shows here.
 */
export function isForbidden({ service, operation }: OperationName): boolean {
  return (
    !READING.test(operation) || SECRET_NAME.test(operation) || SECRETS[service]?.split(' ').includes(operation) === true
  );
}

const READING = /^(Describe|List|Get|Head|BatchGet|BatchDescribe|Search|Lookup|Select)(?![a-z])/;

/** Hands out what its name ends in. `GetAccountPasswordPolicy`, `ListSecrets` and `GetCredentialReport` do not. */
const SECRET_NAME =
  /^(Batch)?Get.*(SecretValue|Token(s|ForJWT|ForUserId)?|Password|PasswordData|Credentials|ApiKeys?|APIKey|UnlockCode)$/;

/** Those whose name does not end so (API references of the services). */
const SECRETS: Readonly<Record<string, string>> = {
  appsync: 'ListApiKeys',
  'cognito-identity': 'GetCredentialsForIdentity GetOpenIdTokenForDeveloperIdentity',
  'cognito-idp': 'DescribeUserPoolClient ListUserPoolClientSecrets',
  gamelift: 'GetComputeAccess GetInstanceAccess',
  lightsail: 'GetBucketAccessKeys GetInstanceAccessDetails',
  redshift: 'GetClusterCredentialsWithIAM',
  s3control: 'GetDataAccess',
  ssm: 'GetParameter GetParameterHistory GetParameters GetParametersByPath',
  storagegateway: 'DescribeChapCredentials',
  wafv2: 'ListAPIKeys',
};
