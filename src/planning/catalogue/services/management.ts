import type { ServiceOverlay } from '../overlay.js';

export const autoScalingService: ServiceOverlay = {
  service: 'autoscaling',
  operations: {
    DescribeAutoScalingGroups: {
      columns:
        'Auto scaling group name=AutoScalingGroupName; Min size=MinSize; Desired capacity=DesiredCapacity; Max size=MaxSize; Instances=Instances[].InstanceId; Zones=AvailabilityZones[]; Created time=CreatedTime',
    },
  },
};

export const budgetsService: ServiceOverlay = {
  service: 'budgets',
  operations: {
    DescribeBudgets: {
      columns:
        'Budget name=BudgetName; Budget type=BudgetType; Time unit=TimeUnit; Limit=BudgetLimit.Amount; Unit=BudgetLimit.Unit; Actual=CalculatedSpend.ActualSpend.Amount; Forecast=CalculatedSpend.ForecastedSpend.Amount',
    },
  },
};

/** What a stack puts out may come from a parameter that it must not echo. */
export const cloudformationService: ServiceOverlay = {
  service: 'cloudformation',
  operations: {
    DescribeStacks: {
      columns:
        'Stack name=StackName; Stack status=StackStatus; Creation time=CreationTime; Last updated time=LastUpdatedTime; Drift=DriftInformation.StackDriftStatus; Termination protection=EnableTerminationProtection',
      secretFields: ['Outputs[].OutputValue', 'Parameters[].ParameterValue', 'Parameters[].ResolvedValue'],
    },
    BatchDescribeTypeConfigurations: { secretFields: ['Configuration'] },
  },
};

export const cloudtrailService: ServiceOverlay = {
  service: 'cloudtrail',
  operations: {
    DescribeTrails: {
      columns:
        'Name=Name; Home region=HomeRegion; Multi-Region=IsMultiRegionTrail; Organization=IsOrganizationTrail; S 3 bucket name=S3BucketName; Log file validation enabled=LogFileValidationEnabled; KMS key=KmsKeyId',
    },
    GetInsightSelectors: { absentCodes: ['InsightNotEnabledException'] },
    LookupEvents: {
      columns:
        'Event time=EventTime; Event name=EventName; Event source=EventSource; Username=Username; Read only=ReadOnly; Resources=Resources[].ResourceName; Event ID=EventId',
    },
  },
};

/** What Config has recorded of a resource is the resource whole, environment variables and all. */
export const configService: ServiceOverlay = {
  service: 'config',
  operations: {
    BatchGetAggregateResourceConfig: { secretFields: ['configuration', 'supplementaryConfiguration'] },
    BatchGetResourceConfig: { secretFields: ['configuration', 'supplementaryConfiguration'] },
    DescribeComplianceByConfigRule: {
      columns: 'Config rule name=ConfigRuleName; Compliance=Compliance.ComplianceType',
    },
    GetAggregateResourceConfig: { secretFields: ['configuration', 'supplementaryConfiguration'] },
    GetResourceConfigHistory: { secretFields: ['configuration', 'supplementaryConfiguration'] },
  },
};

/** Settings of Hadoop's parts hold their databases' passwords, arguments of steps whatever people put there. */
export const emrService: ServiceOverlay = {
  service: 'emr',
  operations: {
    DescribeCluster: { secretFields: ['Configurations'] },
    DescribeStep: { secretFields: ['Config.Args', 'Config.Properties'] },
    ListBootstrapActions: { secretFields: ['Args'] },
    ListInstanceFleets: { secretFields: ['InstanceTypeSpecifications[].Configurations'] },
    ListInstanceGroups: { secretFields: ['Configurations', 'LastSuccessfullyAppliedConfigurations'] },
    ListSteps: { secretFields: ['Config.Args', 'Config.Properties'] },
  },
};

/** The configuration of a broker, whole. */
export const mqService: ServiceOverlay = {
  service: 'mq',
  operations: { DescribeConfigurationRevision: { secretFields: ['Data'] } },
};

/** The account that is asked is another one than those that it lists. */
export const organizationsService: ServiceOverlay = {
  service: 'organizations',
  operations: {
    DescribeOrganization: { absentCodes: ['AWSOrganizationsNotInUseException'] },
    ListAccounts: {
      columns: 'Name=Name; ID=Id; Status=Status; Email=Email; Joined timestamp=JoinedTimestamp; ARN=Arn',
    },
  },
};

/** Scripts that notebooks start with. */
export const sagemakerService: ServiceOverlay = {
  service: 'sagemaker',
  operations: {
    DescribeNotebookInstanceLifecycleConfig: { secretFields: ['OnCreate', 'OnStart'] },
    DescribeStudioLifecycleConfig: { secretFields: ['StudioLifecycleConfigContent'] },
  },
};

/** What people write to AWS is asked for on its own (`DescribeCommunications`). */
export const supportService: ServiceOverlay = {
  service: 'support',
  operations: { DescribeCases: { secretFields: ['recentCommunications'] } },
};
