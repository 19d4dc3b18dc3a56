import type { ServiceOverlay } from '../overlay.js';

/** ECS: what a person wants to see, and what botocore's models do not say. */
export const ecsService: ServiceOverlay = {
  service: 'ecs',
  operations: {
    ListClusters: { columns: 'Cluster ARN=' },
    DescribeClusters: {
      columns:
        'Cluster=clusterName; Status=status; Running tasks=runningTasksCount; Pending tasks=pendingTasksCount; Active services=activeServicesCount; Container instances=registeredContainerInstancesCount',
    },
    ListServices: { columns: 'Cluster=@cluster; Service ARN=' },
    DescribeServices: {
      columns:
        'Service=serviceName; Cluster=clusterArn; Status=status; Desired=desiredCount; Running=runningCount; Pending=pendingCount; Launch type=launchType',
    },
    ListTasks: { columns: 'Cluster=@cluster; Task ARN=' },
    DescribeTasks: {
      columns: 'Task ARN=taskArn; Cluster=clusterArn; Status=lastStatus; Launch type=launchType; Started=startedAt',
      secretFields: [
        'overrides.containerOverrides[].environment',
        'overrides.containerOverrides[].environmentFiles',
        'overrides.containerOverrides[].command',
      ],
    },
    ListTaskDefinitionFamilies: { columns: 'Family=' },
    ListTaskDefinitions: { columns: 'Task definition ARN=' },
    DescribeTaskDefinition: {
      columns:
        'Family=family; Revision=revision; Status=status; CPU=cpu; Memory=memory; Images=containerDefinitions[].image',
      secretFields: [
        'containerDefinitions[].environment',
        'containerDefinitions[].environmentFiles',
        'containerDefinitions[].secrets',
        'containerDefinitions[].command',
        'containerDefinitions[].entryPoint',
        'containerDefinitions[].logConfiguration.options',
        'containerDefinitions[].logConfiguration.secretOptions',
      ],
    },
    ListContainerInstances: { columns: 'Cluster=@cluster; Container instance ARN=' },
    DescribeContainerInstances: {
      columns:
        'Container instance ARN=containerInstanceArn; Instance ID=ec2InstanceId; Status=status; Running tasks=runningTasksCount',
    },
    ListTagsForResource: { columns: 'Resource=@resourceArn; Key=key; Value=value' },
  },
};
