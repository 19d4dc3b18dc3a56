/** Reads by IAM's level that start, queue, consume, send or create something: operation names per service. */
export const SIDE_EFFECTS: Readonly<Record<string, string>> = {
  athena: 'StartQueryExecution StopQueryExecution',
  // It asks the agent itself for its card.
  'bedrock-agentcore': 'GetAgentCard',
  cloudformation:
    'CreateGeneratedTemplate DetectStackDrift DetectStackResourceDrift DetectStackSetDrift EstimateTemplateCost',
  cloudtrail: 'CancelQuery GenerateQuery StartQuery',
  'cognito-identity': 'GetId',
  // Sends a code to the user.
  'cognito-idp': 'GetUserAttributeVerificationCode',
  config: 'DeliverConfigSnapshot StartConfigRulesEvaluation',
  dynamodbstreams: 'GetShardIterator',
  // Scores an event that it is given, and may store it.
  frauddetector: 'GetEventPrediction',
  iam: 'GenerateCredentialReport GenerateOrganizationsAccessReport GenerateServiceLastAccessedDetails',
  inspector2: 'CreateFindingsReport CreateSbomExport',
  keyspacesstreams: 'GetShardIterator',
  kinesis: 'GetShardIterator SubscribeToShard',
  logs: 'StartLiveTail StartQuery StopQuery TestMetricFilter',
  route53: 'TestDNSAnswer',
  sqs: 'ReceiveMessage',
  ssm: 'StartSession',
  synthetics: 'StartCanary',
  // A token is made for each caller.
  waf: 'GetChangeToken',
  'waf-regional': 'GetChangeToken',
};
