import type { ServiceOverlay } from '../overlay.js';

/** Systems Manager: what a person wants to see, and what botocore's models do not say. */
export const ssmService: ServiceOverlay = {
  service: 'ssm',
  operations: {
    DescribeParameters: { columns: 'Parameter=Name; Type=Type; Tier=Tier; Modified=LastModifiedDate' },
    DescribeInstanceInformation: {
      columns: 'Instance ID=InstanceId; Ping=PingStatus; Platform=PlatformName; Agent version=AgentVersion',
    },
  },
};
