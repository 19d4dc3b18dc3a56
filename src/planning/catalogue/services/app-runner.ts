import type { ServiceDefinition } from '../definition.js';

/** App Runner: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const appRunnerService: ServiceDefinition = {
  service: 'apprunner',
  label: 'App Runner',
  iamPrefix: 'apprunner',
  global: false,
  offeredIn: [
    'ap-northeast-1',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'eu-central-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'us-east-1',
    'us-east-2',
    'us-west-2',
  ],
  searchWords: ['app', 'runner', 'web', 'service'],
  operations: {
    ListServices: {
      access: 'List',
      parameters: 'NextToken:string MaxResults:integer',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'ServiceSummaryList[]',
      columns: 'Service=ServiceName; URL=ServiceUrl; Status=Status; Created=CreatedAt',
    },
    DescribeService: {
      access: 'Read',
      parameters: 'ServiceArn!:string',
      items: 'Service',
      columns:
        'Service=ServiceName; URL=ServiceUrl; Status=Status; Public=NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible; Created=CreatedAt',
      secretFields: [
        'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
        'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentSecrets',
        'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.StartCommand',
        'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
        'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentSecrets',
        'SourceConfiguration.ImageRepository.ImageConfiguration.StartCommand',
      ],
    },
    ListConnections: {
      access: 'List',
      parameters: 'ConnectionName:string MaxResults:integer NextToken:string',
      pages: ['NextToken', 'NextToken', 'MaxResults'],
      items: 'ConnectionSummaryList[]',
      columns: 'Connection=ConnectionName; Provider=ProviderType; Status=Status',
    },
  },
  others: {
    Write: 'CreateService UpdateService PauseService ResumeService DeleteService StartDeployment',
  },
};
