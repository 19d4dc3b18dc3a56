import type { ServiceOverlay } from '../overlay.js';

/** Lambda: what a person wants to see, and what botocore's models do not say. */
export const lambdaService: ServiceOverlay = {
  service: 'lambda',
  operations: {
    ListFunctions: {
      columns:
        'Function=FunctionName; Runtime=Runtime; Handler=Handler; Memory MB=MemorySize; Timeout s=Timeout; Modified=LastModified',
      secretFields: ['Environment'],
    },
    GetFunctionConfiguration: {
      columns:
        'Function=FunctionName; Runtime=Runtime; Handler=Handler; Memory MB=MemorySize; Timeout s=Timeout; Modified=LastModified; State=State',
      secretFields: ['Environment'],
    },
    GetPolicy: { columns: 'Function=@FunctionName; Policy=Policy', absentCodes: ['ResourceNotFoundException'] },
    ListTags: { columns: 'Resource=@Resource; Tags=Tags' },
    ListAliases: { columns: 'Function=@FunctionName; Alias=Name; Version=FunctionVersion' },
    ListVersionsByFunction: {
      columns: 'Function=FunctionName; Version=Version; Runtime=Runtime; Modified=LastModified',
      secretFields: ['Environment'],
    },
    ListEventSourceMappings: { columns: 'Function ARN=FunctionArn; Source=EventSourceArn; State=State' },
    ListLayers: { columns: 'Layer=LayerName; Latest version=LatestMatchingVersion.Version' },
    ListFunctionUrlConfigs: { columns: 'Function ARN=FunctionArn; URL=FunctionUrl; Authorization=AuthType' },
    GetAccountSettings: {
      columns:
        'Concurrent executions=AccountLimit.ConcurrentExecutions; Unreserved=AccountLimit.UnreservedConcurrentExecutions; Functions=AccountUsage.FunctionCount; Code bytes=AccountUsage.TotalCodeSize',
    },
  },
};
