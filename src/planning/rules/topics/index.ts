import type { Topic } from '../topic.js';
import { COMPUTE_TOPICS } from './compute.js';
import { CONTAINER_TOPICS } from './containers.js';
import { LISTED_TOPICS } from './listed.js';
import { PLATFORM_TOPICS } from './platform.js';
import { STORAGE_TOPICS } from './storage.js';
import { TARGETS } from './targets.js';

/** Everything that the rules can be asked about. */
export const TOPICS: readonly Topic[] = [
  ...COMPUTE_TOPICS,
  ...STORAGE_TOPICS,
  ...CONTAINER_TOPICS,
  ...PLATFORM_TOPICS,
  ...LISTED_TOPICS,
  TARGETS,
];

/** Phrases that mean several topics at once. */
export const SHARED_PHRASES: Readonly<Record<string, readonly string[]>> = {
  'ecs clusters and services': ['ecs-clusters', 'ecs-services'],
  'ecs clusters and their services': ['ecs-clusters', 'ecs-services'],
  'ecs services and clusters': ['ecs-clusters', 'ecs-services'],
  'ecs and eks clusters': ['ecs-clusters', 'eks-clusters'],
  'eks and ecs clusters': ['eks-clusters', 'ecs-clusters'],
  'ec2 and rds instances': ['instances', 'databases'],
  'rds and ec2 instances': ['databases', 'instances'],
  'load balancers have no targets': ['load-balancers', 'target-groups'],
  'load balancers with no targets': ['load-balancers', 'target-groups'],
  'load balancers without targets': ['load-balancers', 'target-groups'],
  'load balancers without any targets': ['load-balancers', 'target-groups'],
  "load balancers don't have targets": ['load-balancers', 'target-groups'],
  'iam users and roles': ['iam-users', 'iam-roles'],
  'iam roles and users': ['iam-roles', 'iam-users'],
};

/** Phrases that could mean one of several topics: the answer is a question. */
export const AMBIGUOUS_PHRASES: Readonly<Record<string, readonly string[]>> = {
  clusters: ['ecs-clusters', 'eks-clusters', 'database-clusters'],
  cluster: ['ecs-clusters', 'eks-clusters', 'database-clusters'],
  services: ['ecs-services', 'app-runner-services'],
  service: ['ecs-services', 'app-runner-services'],
  snapshots: ['volume-snapshots', 'database-snapshots'],
  snapshot: ['volume-snapshots', 'database-snapshots'],
  ecs: ['ecs-clusters', 'ecs-services'],
  containers: ['ecs-services', 'eks-clusters'],
  kubernetes: ['eks-clusters', 'eks-node-groups'],
  iam: ['iam-users', 'iam-roles', 'iam-policies'],
  ebs: ['volumes', 'volume-snapshots'],
  cloudwatch: ['alarms', 'log-groups'],
};
