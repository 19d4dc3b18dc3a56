import type { ServiceDefinition } from '../definition.js';

/** Lambda: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const lambdaService: ServiceDefinition = {
  service: 'lambda',
  label: 'Lambda',
  iamPrefix: 'lambda',
  global: false,
  searchWords: ['serverless', 'function'],
  operations: {
    ListFunctions: {
      access: 'List',
      parameters: 'MasterRegion:string FunctionVersion:string Marker:string MaxItems:integer',
      pages: ['Marker', 'NextMarker', 'MaxItems'],
      items: 'Functions[]',
      columns:
        'Function=FunctionName; Runtime=Runtime; Handler=Handler; Memory MB=MemorySize; Timeout s=Timeout; Modified=LastModified',
      secretFields: ['Environment'],
    },
    GetFunctionConfiguration: {
      access: 'Read',
      parameters: 'FunctionName!:string Qualifier:string',
      items: '',
      columns:
        'Function=FunctionName; Runtime=Runtime; Handler=Handler; Memory MB=MemorySize; Timeout s=Timeout; Modified=LastModified; State=State',
      secretFields: ['Environment'],
    },
    GetPolicy: {
      access: 'Read',
      parameters: 'FunctionName!:string Qualifier:string',
      items: '',
      columns: 'Function=@FunctionName; Policy=Policy',
      absentCodes: ['ResourceNotFoundException'],
    },
    ListTags: { access: 'Read', parameters: 'Resource!:string', items: '', columns: 'Resource=@Resource; Tags=Tags' },
    ListAliases: {
      access: 'List',
      parameters: 'FunctionName!:string FunctionVersion:string Marker:string MaxItems:integer',
      pages: ['Marker', 'NextMarker', 'MaxItems'],
      items: 'Aliases[]',
      columns: 'Function=@FunctionName; Alias=Name; Version=FunctionVersion',
    },
    ListVersionsByFunction: {
      access: 'List',
      parameters: 'FunctionName!:string Marker:string MaxItems:integer',
      pages: ['Marker', 'NextMarker', 'MaxItems'],
      items: 'Versions[]',
      columns: 'Function=FunctionName; Version=Version; Runtime=Runtime; Modified=LastModified',
      secretFields: ['Environment'],
    },
    ListEventSourceMappings: {
      access: 'List',
      parameters: 'EventSourceArn:string FunctionName:string Marker:string MaxItems:integer',
      pages: ['Marker', 'NextMarker', 'MaxItems'],
      items: 'EventSourceMappings[]',
      columns: 'Function ARN=FunctionArn; Source=EventSourceArn; State=State',
    },
    ListLayers: {
      access: 'List',
      parameters: 'CompatibleRuntime:string Marker:string MaxItems:integer CompatibleArchitecture:string',
      pages: ['Marker', 'NextMarker', 'MaxItems'],
      items: 'Layers[]',
      columns: 'Layer=LayerName; Latest version=LatestMatchingVersion.Version',
    },
    ListFunctionUrlConfigs: {
      access: 'List',
      parameters: 'FunctionName!:string Marker:string MaxItems:integer',
      pages: ['Marker', 'NextMarker', 'MaxItems'],
      items: 'FunctionUrlConfigs[]',
      columns: 'Function ARN=FunctionArn; URL=FunctionUrl; Authorization=AuthType',
    },
    GetAccountSettings: {
      access: 'Read',
      parameters: '',
      items: '',
      columns:
        'Concurrent executions=AccountLimit.ConcurrentExecutions; Unreserved=AccountLimit.UnreservedConcurrentExecutions; Functions=AccountUsage.FunctionCount; Code bytes=AccountUsage.TotalCodeSize',
    },
  },
  others: {
    Read: 'GetFunction',
    Write:
      'CreateFunction UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction Invoke=InvokeFunction InvokeAsync PublishVersion PutFunctionConcurrency DeleteFunctionConcurrency CreateFunctionUrlConfig DeleteFunctionUrlConfig',
    'Permissions management, Write': 'AddPermission RemovePermission',
    'Tagging, Write': 'TagResource UntagResource',
  },
};
