import type { ServiceOverlay } from '../overlay.js';

/** App Runner: what a person wants to see, and what botocore's models do not say. */
export const appRunnerService: ServiceOverlay = {
  service: 'apprunner',
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
