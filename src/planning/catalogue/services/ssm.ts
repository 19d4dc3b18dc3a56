import type { ServiceOverlay } from '../overlay.js';

/** Systems Manager: commands and automations are told secrets, and say them again. */
export const ssmService: ServiceOverlay = {
  service: 'ssm',
  operations: {
    DescribeParameters: { columns: 'Parameter=Name; Type=Type; Tier=Tier; Modified=LastModifiedDate' },
    DescribeAssociation: { secretFields: ['Parameters'] },
    DescribeAutomationExecutions: { secretFields: ['Outputs', 'TargetMaps'] },
    DescribeAutomationStepExecutions: { secretFields: ['Inputs', 'Outputs', 'OverriddenParameters', 'Response'] },
    GetAutomationExecution: {
      secretFields: ['Parameters', 'Outputs', 'StepExecutions[].Inputs', 'StepExecutions[].Outputs'],
    },
    ListAssociationVersions: { secretFields: ['Parameters'] },
    ListCommands: { secretFields: ['Parameters'] },
    DescribeInstanceInformation: {
      columns: 'Instance ID=InstanceId; Ping=PingStatus; Platform=PlatformName; Agent version=AgentVersion',
    },
  },
};
