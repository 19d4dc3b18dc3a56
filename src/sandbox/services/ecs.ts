import type { JsonObject } from '../../domain/json.js';
import type { EcsCluster, EcsService, EcsTask } from '../organization/model.js';
import { ServiceError } from './aws-fault.js';
import { nextPage, type Page } from './paging.js';
import type { CallContext, Service } from './service.js';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ */
export const ecs: Service = {
  name: 'ecs',
  className: 'ECS',
  actionPrefix: 'ecs',
  endpointPrefix: 'ecs',
  protocol: 'json',
  operations: {
    ListClusters: {
      answer: (context) => {
        const { items, next } = page(context, context.regional.ecsClusters, 100);
        return {
          clusterArns: items.map((cluster) => clusterArn(context, cluster.name)),
          ...nextPage('nextToken', next),
        };
      },
    },
    DescribeClusters: { answer: describeClusters },
    ListServices: { answer: listServices },
    DescribeServices: { answer: describeServices },
    ListTaskDefinitions: { answer: listTaskDefinitions },
    DescribeTaskDefinition: { answer: describeTaskDefinition },
    ListTasks: { answer: listTasks },
    DescribeTasks: { answer: describeTasks },
  },
};

function describeClusters(context: CallContext): JsonObject {
  const wanted = context.params.texts('clusters') ?? ['default'];
  if (wanted.length > 100) throw invalid('Clusters cannot be more than 100.');
  const found = wanted.map((name) => ({ name, cluster: findCluster(context, name) }));
  return {
    clusters: found.flatMap(({ cluster }) => (cluster === undefined ? [] : [clusterWire(context, cluster)])),
    failures: found.flatMap(({ name, cluster }) =>
      cluster === undefined ? [missing(clusterArn(context, lastPart(name)))] : [],
    ),
  };
}

function clusterWire(context: CallContext, cluster: EcsCluster): JsonObject {
  return {
    clusterArn: clusterArn(context, cluster.name),
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: 0,
    runningTasksCount: cluster.runningTasks,
    pendingTasksCount: cluster.pendingTasks,
    activeServicesCount: cluster.services,
    statistics: [],
    tags: [],
    settings: [{ name: 'containerInsights', value: 'disabled' }],
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    defaultCapacityProviderStrategy: [],
  };
}

function listServices(context: CallContext): JsonObject {
  const launchType = context.params.text('launchType');
  const services = servicesOf(context).filter((item) => launchType === undefined || item.launchType === launchType);
  // Ten at a time unless asked otherwise, a hundred at most.
  const { items, next } = page(context, services, context.params.whole('maxResults') === undefined ? 10 : 100);
  return { serviceArns: items.map((item) => serviceArn(context, item)), ...nextPage('nextToken', next) };
}

function describeServices(context: CallContext): JsonObject {
  const wanted = context.params.texts('services') ?? [];
  if (wanted.length === 0) throw invalid('Services cannot be empty.');
  if (wanted.length > 10) throw invalid('Services cannot be more than 10.');
  const services = servicesOf(context);
  const found = wanted.map((name) => ({
    name,
    service: services.find((candidate) => candidate.name === lastPart(name)),
  }));
  return {
    services: found.flatMap(({ service }) => (service === undefined ? [] : [serviceWire(context, service)])),
    failures: found.flatMap(({ name, service }) => (service === undefined ? [missing(name)] : [])),
  };
}

function serviceWire(context: CallContext, service: EcsService): JsonObject {
  const subnets = context.regional.subnets.filter((subnet) => subnet.isPublic === service.publicIp).slice(-2);
  return {
    serviceArn: serviceArn(context, service),
    serviceName: service.name,
    clusterArn: clusterArn(context, service.cluster),
    status: service.status,
    desiredCount: service.desired,
    runningCount: service.running,
    pendingCount: service.pending,
    launchType: service.launchType,
    ...(service.launchType === 'FARGATE' ? { platformVersion: 'LATEST', platformFamily: 'Linux' } : {}),
    taskDefinition: taskDefinitionArn(context, service.taskDefinition),
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true },
      maximumPercent: 200,
      minimumHealthyPercent: 100,
    },
    deployments: [],
    events: [],
    loadBalancers: [],
    serviceRegistries: [],
    placementConstraints: [],
    placementStrategy: [],
    roleArn: `arn:aws:iam::${context.account.id}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    createdAt: service.createdAt,
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: subnets.map((subnet) => subnet.id),
        securityGroups: context.regional.securityGroups.slice(-1).map((group) => group.id),
        assignPublicIp: service.publicIp ? 'ENABLED' : 'DISABLED',
      },
    },
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    enableECSManagedTags: true,
    propagateTags: 'NONE',
    enableExecuteCommand: false,
  };
}

function listTaskDefinitions(context: CallContext): JsonObject {
  const prefix = context.params.text('familyPrefix');
  const names = context.regional.ecsTaskDefinitions
    .filter((definition) => prefix === undefined || definition.family === prefix)
    .map((definition) => `${definition.family}:${String(definition.revision)}`)
    .sort();
  const { items, next } = page(context, names, 100);
  return { taskDefinitionArns: items.map((name) => taskDefinitionArn(context, name)), ...nextPage('nextToken', next) };
}

function describeTaskDefinition(context: CallContext): JsonObject {
  const wanted = lastPart(context.params.text('taskDefinition') ?? '');
  const definition = context.regional.ecsTaskDefinitions.find(
    (candidate) => wanted === candidate.family || wanted === `${candidate.family}:${String(candidate.revision)}`,
  );
  if (definition === undefined) {
    throw new ServiceError('ClientException', 'Unable to describe task definition.');
  }
  return {
    taskDefinition: {
      taskDefinitionArn: taskDefinitionArn(context, `${definition.family}:${String(definition.revision)}`),
      family: definition.family,
      revision: definition.revision,
      status: 'ACTIVE',
      networkMode: 'awsvpc',
      cpu: definition.cpu,
      memory: definition.memory,
      requiresCompatibilities: [definition.launchType],
      compatibilities: ['EC2', 'FARGATE'],
      volumes: [],
      placementConstraints: [],
      containerDefinitions: [
        {
          name: 'application',
          image: definition.image,
          cpu: 0,
          essential: true,
          environment: [{ name: 'DATABASE_PASSWORD', value: `canary-secret-ecs-${definition.family}` }],
          mountPoints: [],
          volumesFrom: [],
          portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }],
        },
      ],
    },
    tags: [],
  };
}

function listTasks(context: CallContext): JsonObject {
  const cluster = clusterOf(context);
  const service = context.params.text('serviceName');
  const tasks = context.regional.ecsTasks.filter(
    (task) => task.cluster === cluster.name && (service === undefined || task.service === lastPart(service)),
  );
  const { items, next } = page(context, tasks, 100);
  return { taskArns: items.map((task) => taskArn(context, task)), ...nextPage('nextToken', next) };
}

function describeTasks(context: CallContext): JsonObject {
  const cluster = clusterOf(context);
  const wanted = context.params.texts('tasks') ?? [];
  if (wanted.length > 100) throw invalid('Tasks cannot be more than 100.');
  const found = wanted.map((name) => ({
    name,
    task: context.regional.ecsTasks.find(
      (candidate) => candidate.cluster === cluster.name && candidate.id === lastPart(name),
    ),
  }));
  return {
    tasks: found.flatMap(({ task }) => (task === undefined ? [] : [taskWire(context, task)])),
    failures: found.flatMap(({ name, task }) => (task === undefined ? [missing(name)] : [])),
  };
}

function taskWire(context: CallContext, task: EcsTask): JsonObject {
  return {
    taskArn: taskArn(context, task),
    clusterArn: clusterArn(context, task.cluster),
    taskDefinitionArn: taskDefinitionArn(context, task.taskDefinition),
    group: `service:${task.service}`,
    launchType: task.launchType,
    lastStatus: task.lastStatus,
    desiredStatus: 'RUNNING',
    healthStatus: 'UNKNOWN',
    startedAt: task.startedAt,
    containers: [],
    attachments: [],
    tags: [],
  };
}

function findCluster(context: CallContext, name: string): EcsCluster | undefined {
  return context.regional.ecsClusters.find((candidate) => candidate.name === lastPart(name));
}

/** The cluster that `cluster` names; ECS takes a missing one for `default`. */
function clusterOf(context: CallContext): EcsCluster {
  const cluster = findCluster(context, context.params.text('cluster') ?? 'default');
  if (cluster === undefined) throw new ServiceError('ClusterNotFoundException', 'Cluster not found.');
  return cluster;
}

function servicesOf(context: CallContext): readonly EcsService[] {
  const cluster = clusterOf(context);
  return context.regional.ecsServices.filter((service) => service.cluster === cluster.name);
}

function page<T>(context: CallContext, items: readonly T[], standardSize: number): Page<T> {
  return context.page(items, {
    token: context.params.text('nextToken'),
    size: context.params.whole('maxResults'),
    standardSize,
    invalid: () => invalid('Invalid token.'),
  });
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message);
}

function missing(arn: string): JsonObject {
  return { arn, reason: 'MISSING' };
}

/** A name, or the end of the ARN that says the same. */
function lastPart(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}

const arn = (context: CallContext, rest: string): string =>
  `arn:aws:ecs:${context.region}:${context.account.id}:${rest}`;
const clusterArn = (context: CallContext, name: string): string => arn(context, `cluster/${name}`);
const taskDefinitionArn = (context: CallContext, name: string): string => arn(context, `task-definition/${name}`);
const taskArn = (context: CallContext, task: EcsTask): string => arn(context, `task/${task.cluster}/${task.id}`);
const serviceArn = (context: CallContext, service: EcsService): string =>
  arn(context, `service/${service.cluster}/${service.name}`);
