/**
 * Operations that are never asked although IAM files them under Read or List (or their name reads like it): they hand
 * out secrets, or they start or change something. Names are `service Operation` in botocore's words. The lists also
 * hold services that the catalogue does not know yet, so that a larger catalogue does not open them.
 *
 * Levels and names: AWS service authorization reference, IAM data of 2026-09-26; what each returns: its API reference.
 */

/** Reads that configuration can switch on (`CENTRAL_OPS_SENSITIVE_READS`). */
export type SensitiveRead = 'object-bodies' | 'log-events' | 'parameters';

/** Tokens, secret values, passwords, keys, and links that carry a signature. */
const SECRET_BEARING: Readonly<Record<string, string>> = {
  acm: 'ExportCertificate',
  amplify: 'GetArtifactUrl',
  apigateway: 'GetApiKey GetApiKeys',
  appconfigdata: 'GetLatestConfiguration',
  appstream: 'CreateStreamingURL',
  appsync: 'ListApiKeys',
  athena: 'GetSessionEndpoint',
  'bedrock-agentcore':
    'GetResourceApiKey GetResourceOauth2Token GetResourcePaymentToken GetWorkloadAccessToken GetWorkloadAccessTokenForJWT GetWorkloadAccessTokenForUserId',
  codeartifact: 'GetAuthorizationToken',
  codecatalyst: 'GetAccessToken',
  codepipeline: 'GetJobDetails GetThirdPartyJobDetails',
  'cognito-identity': 'GetCredentialsForIdentity GetOpenIdToken GetOpenIdTokenForDeveloperIdentity',
  'cognito-idp': 'DescribeUserPoolClient DescribeIdentityProvider',
  connect: 'GetFederationToken',
  datazone: 'GetEnvironmentCredentials GetIamPortalLoginUrl',
  deadline: 'AssumeFleetRoleForRead AssumeQueueRoleForRead',
  directconnect: 'DescribeRouterConfiguration',
  ec2: 'GetPasswordData GetConsoleOutput GetConsoleScreenshot GetLaunchTemplateData GetVpnConnectionDeviceSampleConfiguration ExportClientVpnClientConfiguration',
  ecr: 'GetAuthorizationToken GetDownloadUrlForLayer',
  'ecr-public': 'GetAuthorizationToken',
  'eks-auth': 'AssumeRoleForPodIdentity',
  elasticbeanstalk: 'DescribeConfigurationSettings RetrieveEnvironmentInfo',
  emr: 'GetClusterSessionCredentials GetOnClusterAppUIPresignedURL GetPersistentAppUIPresignedURL',
  'emr-containers': 'GetManagedEndpointSessionCredentials',
  'emr-serverless': 'GetDashboardForJobRun',
  finspace: 'GetKxConnectionString',
  'finspace-data': 'GetProgrammaticAccessCredentials',
  gamelift: 'GetComputeAccess GetComputeAuthToken GetInstanceAccess',
  glue: 'GetConnection GetConnections',
  iam: 'GetCredentialReport',
  iot: 'GetRegistrationCode',
  kms: 'GetParametersForImport Decrypt GenerateDataKey',
  lakeformation:
    'GetTemporaryDataLocationCredentials GetTemporaryGluePartitionCredentials GetTemporaryGlueTableCredentials',
  'license-manager': 'GetAccessToken',
  lightsail: 'DownloadDefaultKeyPair GetInstanceAccessDetails GetRelationalDatabaseMasterUserPassword',
  m2: 'GetSignedBluinsightsUrl',
  mediapackage: 'DescribeChannel ListChannels',
  mwaa: 'CreateCliToken CreateWebLoginToken',
  quicksight: 'GetDashboardEmbedUrl GetSessionEmbedUrl',
  redshift: 'GetClusterCredentials GetClusterCredentialsWithIAM GetIdentityCenterAuthToken',
  'redshift-serverless': 'GetCredentials GetIdentityCenterAuthToken',
  s3control: 'GetDataAccess',
  secretsmanager: 'GetSecretValue BatchGetSecretValue GetRandomPassword',
  signin: 'CreateOAuth2Token',
  ssm: 'GetAccessToken GetCommandInvocation ListCommandInvocations',
  sso: 'GetRoleCredentials',
  'sso-oidc': 'CreateToken CreateTokenWithIAM',
  stepfunctions: 'GetActivityTask',
  storagegateway: 'DescribeChapCredentials',
  sts: 'AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot GetFederationToken GetSessionToken GetDelegatedAccessToken GetWebIdentityToken DecodeAuthorizationMessage',
  wafv2: 'GetDecryptedAPIKey ListAPIKeys GetMobileSdkRelease',
};

/** Reads by level that start, queue, consume or create something. */
const SIDE_EFFECTS: Readonly<Record<string, string>> = {
  athena: 'StartQueryExecution StopQueryExecution',
  cloudformation:
    'DetectStackDrift DetectStackResourceDrift DetectStackSetDrift EstimateTemplateCost CreateGeneratedTemplate',
  cloudtrail: 'StartQuery CancelQuery GenerateQuery',
  'cognito-identity': 'GetId',
  config: 'StartConfigRulesEvaluation DeliverConfigSnapshot',
  inspector2: 'CreateFindingsReport CreateSbomExport',
  iam: 'GenerateCredentialReport GenerateServiceLastAccessedDetails GenerateOrganizationsAccessReport',
  iotanalytics: 'RunPipelineActivity SampleChannelData',
  kinesis: 'GetShardIterator SubscribeToShard',
  logs: 'StartQuery StopQuery StartLiveTail TestMetricFilter',
  route53: 'TestDNSAnswer',
  sqs: 'ReceiveMessage',
  ssm: 'StartSession',
  synthetics: 'StartCanary',
};

/** Reads of what customers stored, rather than of how their account is set up. */
const SENSITIVE: Readonly<Record<SensitiveRead, Readonly<Record<string, string>>>> = {
  'object-bodies': {
    athena: 'GetQueryResults',
    codecommit: 'GetBlob GetFile',
    dynamodb: 'GetItem BatchGetItem Query Scan ExecuteStatement',
    dynamodbstreams: 'GetRecords',
    ebs: 'GetSnapshotBlock',
    glacier: 'GetJobOutput',
    kinesis: 'GetRecords',
    // Both hand out a signed link to the code.
    lambda: 'GetFunction GetLayerVersion GetLayerVersionByArn',
    'mediastore-data': 'GetObject',
    'redshift-data': 'GetStatementResult GetStatementResultV2',
    s3: 'GetObject GetObjectTorrent SelectObjectContent',
    sdb: 'Select GetAttributes',
    'timestream-query': 'Query',
    workdocs: 'GetDocumentVersion',
    workmailmessageflow: 'GetRawMessageContent',
  },
  'log-events': {
    logs: 'GetLogEvents FilterLogEvents GetLogRecord GetLogObject GetQueryResults',
    rds: 'DownloadDBLogFilePortion',
    lightsail: 'GetContainerLog GetRelationalDatabaseLogEvents',
  },
  parameters: { ssm: 'GetParameter GetParameters GetParametersByPath GetParameterHistory' },
};

/** Parts of a name that give a secret away in services nobody has listed yet. */
const SECRET_NAMES = [
  /SecretValue/,
  /^Get.*Credentials$/,
  /^(Batch)?Get.*Tokens?$/,
  /^Get.*Password(Data)?$/,
  /(Presigned|Signed|Embed)Ur[lL]$|PresignedURL$/,
  /PrivateKey/,
  /^(Get|List).*A[pP][iI]Keys?$/,
];

/** Why an operation is never asked, or undefined when no list speaks against it. */
export function reasonNeverToRead(
  service: string,
  operation: string,
  allowed: readonly SensitiveRead[] = [],
): string | undefined {
  if (names(SECRET_BEARING, service, operation)) {
    return 'its reply holds secrets (tokens, passwords, keys or signed links)';
  }
  if (names(SIDE_EFFECTS, service, operation)) return 'it starts or changes something, although IAM calls it a read';
  const sensitive = sensitiveKind(service, operation);
  if (sensitive !== undefined && !allowed.includes(sensitive)) {
    return `it reads ${SENSITIVE_NOUNS[sensitive]}, which is off unless CENTRAL_OPS_SENSITIVE_READS names ${sensitive}`;
  }
  if (SECRET_NAMES.some((pattern) => pattern.test(operation))) {
    return 'by its name its reply holds secrets (tokens, passwords, keys or signed links)';
  }
  return undefined;
}

const SENSITIVE_NOUNS: Readonly<Record<SensitiveRead, string>> = {
  'object-bodies': 'stored data',
  'log-events': 'the text of logs',
  parameters: 'the values of parameters',
};

function sensitiveKind(service: string, operation: string): SensitiveRead | undefined {
  const kinds: readonly SensitiveRead[] = ['object-bodies', 'log-events', 'parameters'];
  return kinds.find((kind) => names(SENSITIVE[kind], service, operation));
}

function names(list: Readonly<Record<string, string>>, service: string, operation: string): boolean {
  return Object.hasOwn(list, service) && (list[service] ?? '').split(' ').includes(operation);
}
