import type { ServiceDefinition } from '../definition.js';

/** ECS: what can be asked and what is refused (botocore 1.43, IAM data 2026-09-26). */
export const ecsService: ServiceDefinition = {
  service: 'ecs',
  label: 'ECS',
  iamPrefix: 'ecs',
  global: false,
  searchWords: ['container', 'cluster', 'service', 'task', 'fargate', 'docker'],
  operations: {
    ListClusters: {
      access: 'List',
      parameters: 'nextToken:string maxResults:integer',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'clusterArns[]',
      columns: 'Cluster ARN=',
    },
    DescribeClusters: {
      access: 'Read',
      parameters: 'clusters:string[] include:string[]',
      items: 'clusters[]',
      columns:
        'Cluster=clusterName; Status=status; Running tasks=runningTasksCount; Pending tasks=pendingTasksCount; Active services=activeServicesCount; Container instances=registeredContainerInstancesCount',
    },
    ListServices: {
      access: 'List',
      parameters:
        'cluster:string nextToken:string maxResults:integer launchType:string schedulingStrategy:string resourceManagementType:string',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'serviceArns[]',
      columns: 'Cluster=@cluster; Service ARN=',
    },
    DescribeServices: {
      access: 'Read',
      parameters: 'cluster:string services!:string[] include:string[]',
      items: 'services[]',
      columns:
        'Service=serviceName; Cluster=clusterArn; Status=status; Desired=desiredCount; Running=runningCount; Pending=pendingCount; Launch type=launchType',
    },
    ListTasks: {
      access: 'List',
      parameters:
        'cluster:string containerInstance:string family:string nextToken:string maxResults:integer startedBy:string serviceName:string desiredStatus:string launchType:string daemonName:string',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'taskArns[]',
      columns: 'Cluster=@cluster; Task ARN=',
    },
    DescribeTasks: {
      access: 'Read',
      parameters: 'cluster:string tasks!:string[] include:string[]',
      items: 'tasks[]',
      columns: 'Task ARN=taskArn; Cluster=clusterArn; Status=lastStatus; Launch type=launchType; Started=startedAt',
      secretFields: [
        'overrides.containerOverrides[].environment',
        'overrides.containerOverrides[].environmentFiles',
        'overrides.containerOverrides[].command',
      ],
    },
    ListTaskDefinitionFamilies: {
      access: 'List',
      parameters: 'familyPrefix:string status:string nextToken:string maxResults:integer',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'families[]',
      columns: 'Family=',
    },
    ListTaskDefinitions: {
      access: 'List',
      parameters: 'familyPrefix:string status:string sort:string nextToken:string maxResults:integer',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'taskDefinitionArns[]',
      columns: 'Task definition ARN=',
    },
    DescribeTaskDefinition: {
      access: 'Read',
      parameters: 'taskDefinition!:string include:string[]',
      items: 'taskDefinition',
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
    ListContainerInstances: {
      access: 'List',
      parameters: 'cluster:string filter:string nextToken:string maxResults:integer status:string',
      pages: ['nextToken', 'nextToken', 'maxResults'],
      items: 'containerInstanceArns[]',
      columns: 'Cluster=@cluster; Container instance ARN=',
    },
    DescribeContainerInstances: {
      access: 'Read',
      parameters: 'cluster:string containerInstances!:string[] include:string[]',
      items: 'containerInstances[]',
      columns:
        'Container instance ARN=containerInstanceArn; Instance ID=ec2InstanceId; Status=status; Running tasks=runningTasksCount',
    },
    ListTagsForResource: {
      access: 'Read',
      parameters: 'resourceArn!:string',
      items: 'tags[]',
      columns: 'Resource=@resourceArn; Key=key; Value=value',
    },
  },
  others: {
    Write:
      'CreateCluster DeleteCluster CreateService UpdateService DeleteService RunTask StartTask StopTask ExecuteCommand RegisterTaskDefinition DeregisterTaskDefinition UpdateCluster',
    'Tagging, Write': 'TagResource UntagResource',
  },
};
