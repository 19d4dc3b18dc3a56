import type { ServiceDefinition } from '../definition.js';

/** Systems Manager: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const ssmService: ServiceDefinition = {
  service: 'ssm',
  label: 'Systems Manager',
  iamPrefix: 'ssm',
  global: false,
  searchWords: ['parameter', 'managed', 'instance', 'patch'],
  operations: {
    DescribeParameters: {
      access: 'List',
      parameters: 'Filters:object[] ParameterFilters:object[] MaxResults:integer NextToken:string Shared:boolean',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'Parameters[]',
      columns: 'Parameter=Name; Type=Type; Tier=Tier; Modified=LastModifiedDate',
    },
    DescribeInstanceInformation: {
      access: 'Read',
      parameters: 'InstanceInformationFilterList:object[] Filters:object[] MaxResults:integer NextToken:string',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'InstanceInformationList[]',
      columns: 'Instance ID=InstanceId; Ping=PingStatus; Platform=PlatformName; Agent version=AgentVersion',
    },
  },
  others: {
    Read: 'GetParameter GetParameters GetParametersByPath GetParameterHistory GetCommandInvocation',
    Write: 'PutParameter DeleteParameter SendCommand StartSession StartAutomationExecution',
  },
};
