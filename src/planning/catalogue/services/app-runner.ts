import type { ServiceOverlay } from '../overlay.js';

/** App Runner: what a person wants to see, and what botocore's models do not say. */
export const appRunnerService: ServiceOverlay = {
  service: 'apprunner',
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
  operations: {
    ListServices: { columns: 'Service=ServiceName; URL=ServiceUrl; Status=Status; Created=CreatedAt' },
    DescribeService: {
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
    ListConnections: { columns: 'Connection=ConnectionName; Provider=ProviderType; Status=Status' },
  },
};
