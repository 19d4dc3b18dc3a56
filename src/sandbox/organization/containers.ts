import { randomTime, type Random } from './random.js';
import type {
  AccountProfile,
  EcsCluster,
  EcsService,
  EcsTask,
  EcsTaskDefinition,
  EksCluster,
  EksNodegroup,
} from './model.js';

interface Ecs {
  readonly ecsClusters: EcsCluster[];
  readonly ecsServices: EcsService[];
  readonly ecsTaskDefinitions: EcsTaskDefinition[];
  readonly ecsTasks: EcsTask[];
}

const SERVICES = [
  'frontend', 'orders-api', 'mailer', 'image-proxy', 'notifier', 'feature-flags', 'rates', 'search-api', 'sync',
  'exports', 'invoices', 'ingest', 'rules', 'sessions', 'webhooks',
] as const; // prettier-ignore

/** ECS of one Region. Busy clusters have more than ten services: what one DescribeServices call can take. */
export function createEcs(random: Random, account: AccountProfile, active: boolean): Ecs {
  const ecs: Ecs = { ecsClusters: [], ecsServices: [], ecsTaskDefinitions: [], ecsTasks: [] };
  for (let index = active ? random.integer(0, 2) : 0; index > 0; index -= 1) addCluster(ecs, random, account, index);
  return ecs;
}

function addCluster(ecs: Ecs, random: Random, account: AccountProfile, number: number): void {
  const cluster = number === 1 ? `${account.environment}-services` : `${account.environment}-batch`;
  const crowded = account.environment === 'production' && number === 1 && random.chance(0.5);
  const services = Array.from({ length: crowded ? random.integer(11, 14) : random.integer(0, 5) }, (_, index) =>
    createService(ecs, random, account, cluster, SERVICES[index] ?? SERVICES[0]),
  );
  ecs.ecsServices.push(...services);
  ecs.ecsClusters.push({
    name: cluster,
    status: 'ACTIVE',
    runningTasks: services.reduce((sum, service) => sum + service.running, 0),
    pendingTasks: services.reduce((sum, service) => sum + service.pending, 0),
    services: services.length,
  });
}

function createService(ecs: Ecs, random: Random, account: AccountProfile, cluster: string, name: string): EcsService {
  const launchType = random.pick(['FARGATE', 'FARGATE', 'EC2']);
  const desired = random.integer(0, 4);
  const pending = desired > 0 && random.chance(0.1) ? 1 : 0;
  const family = `${cluster}-${name}`;
  const revision = random.integer(1, 80);
  ecs.ecsTaskDefinitions.push({
    family,
    revision,
    cpu: random.pick(['256', '512', '1024']),
    memory: random.pick(['512', '1024', '2048']),
    launchType,
    image: `public.ecr.aws/example/${name}:${String(revision)}`,
  });
  const service = {
    name,
    cluster,
    status: 'ACTIVE',
    launchType,
    desired,
    running: desired - pending,
    pending,
    taskDefinition: `${family}:${String(revision)}`,
    publicIp: launchType === 'FARGATE' && random.chance(account.environment === 'production' ? 0.15 : 0.4),
    createdAt: randomTime(random, 2023, 2026),
  };
  for (let index = 0; index < desired; index += 1) {
    ecs.ecsTasks.push({
      id: random.hex(32),
      cluster,
      service: name,
      launchType,
      taskDefinition: service.taskDefinition,
      lastStatus: index < service.running ? 'RUNNING' : 'PENDING',
      startedAt: randomTime(random, 2026, 2026),
    });
  }
  return service;
}

export function createEksClusters(random: Random, account: AccountProfile): readonly EksCluster[] {
  return Array.from({ length: random.chance(0.55) ? random.integer(1, 2) : 0 }, (_, index) => ({
    name: `${account.environment}-${index === 0 ? 'platform' : 'tools'}`,
    version: random.pick(['1.29', '1.31', '1.33', '1.34']),
    status: random.chance(0.93) ? 'ACTIVE' : 'UPDATING',
    publicEndpoint: random.chance(0.5),
    secretsEncrypted: random.chance(0.6),
    createdAt: randomTime(random, 2022, 2026),
    nodegroups: Array.from({ length: random.integer(1, 3) }, (_unused, group) => createNodegroup(random, group)),
  }));
}

function createNodegroup(random: Random, index: number): EksNodegroup {
  const desired = random.integer(1, 6);
  return {
    name: ['system', 'general', 'spot'][index] ?? 'general',
    status: 'ACTIVE',
    instanceType: random.pick(['m6i.large', 'm7g.large', 'c6i.xlarge']),
    desired,
    minimum: 1,
    maximum: desired + 4,
    createdAt: randomTime(random, 2022, 2026),
  };
}
