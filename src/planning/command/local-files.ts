/**
 * Operations for which the AWS CLI opens a file of this machine without being told so by `file://`: replies that go to a file named
 * behind the command (`streamingoutputarg.py`), and bodies that are read from the path that is given (`argprocess.py`). By the models
 * of botocore 1.43; what the catalogue refuses anyway because it streams is not repeated.
 */
const LOCAL_FILES: Readonly<Record<string, string>> = {
  apigateway: 'GetExport GetSdk',
  apigatewayv2: 'ExportApi',
  appconfig: 'CreateHostedConfigurationVersion GetConfiguration GetHostedConfigurationVersion',
  appconfigdata: 'GetLatestConfiguration',
  appsync: 'GetIntrospectionSchema',
  'bedrock-agentcore': 'InvokeAgentRuntime',
  'bedrock-runtime': 'InvokeModel',
  cloudfront: 'GetConnectionFunction GetFunction',
  cloudsearchdomain: 'UploadDocuments',
  codeartifact: 'PublishPackageVersion',
  codeguruprofiler: 'GetProfile',
  datazone: 'GetLineageEvent',
  ebs: 'PutSnapshotBlock',
  'geo-maps': 'GetGlyphs GetSprites GetStaticMap GetStyleDescriptor GetTile',
  glacier: 'UploadArchive UploadMultipartPart',
  iam: 'CreateVirtualMFADevice',
  'iot-data': 'DeleteThingShadow GetThingShadow UpdateThingShadow',
  iotwireless: 'GetPositionEstimate GetResourcePosition',
  lambda: 'Invoke InvokeAsync',
  'lex-runtime': 'PostContent PutSession',
  'lexv2-runtime': 'PutSession RecognizeUtterance',
  location: 'GetMapGlyphs GetMapSprites GetMapStyleDescriptor GetMapTile',
  'mediastore-data': 'PutObject',
  'neptune-graph': 'ExecuteQuery',
  neptunedata: 'ExecuteGremlinExplainQuery ExecuteGremlinProfileQuery ExecuteOpenCypherExplainQuery',
  omics: 'UploadReadSetPart',
  s3: 'PutObject UploadPart WriteGetObjectResponse',
  'sagemaker-runtime': 'InvokeEndpoint',
  schemas: 'GetCodeBindingSource',
  tnb: 'GetSolFunctionPackageContent GetSolFunctionPackageDescriptor GetSolNetworkPackageContent GetSolNetworkPackageDescriptor',
};

/** Whether a command that calls the operation reads or writes a file of this machine. */
export function usesLocalFile(service: string, operation: string): boolean {
  return Object.hasOwn(LOCAL_FILES, service) && (LOCAL_FILES[service] ?? '').split(' ').includes(operation);
}
