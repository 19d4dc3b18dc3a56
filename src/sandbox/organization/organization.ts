import { once } from '../../domain/once.js';
import { createAccountProfiles } from './account-profiles.js';
import { createGlobalResources } from './account-wide.js';
import { createCompute } from './compute.js';
import { createEcs, createEksClusters } from './containers.js';
import { createKeys, createQueues, createTables, createTopics } from './data-stores.js';
import { createDatabases, withOldVersions } from './databases.js';
import { createNetworkAcls, withFirewalls } from './firewalls.js';
import { createLogEvents, createMetrics, createTrailEvents } from './activity.js';
import { createAppRunnerServices, createFunctions, createSecrets } from './functions.js';
import type { AccountProfile, RegionalResources, SandboxAccount } from './model.js';
import { createAlarms, createLogGroups } from './monitoring.js';
import { createRandom, type Random } from './random.js';
import { createCertificates, createLoadBalancers } from './traffic.js';

/** A made-up AWS organization. Its first account is the hub; nothing in it ever changes. */
export interface Organization {
  readonly seed: number;
  readonly hub: SandboxAccount;
  /** The hub first, then as many workload accounts as were asked for. */
  readonly accounts: readonly SandboxAccount[];
  account(id: string): SandboxAccount | undefined;
}

/** The Regions that have App Runner; everywhere else its endpoint does not exist. A part of AWS's list. */
export const APP_RUNNER_REGIONS: ReadonlySet<string> = new Set([
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
]);

/**
 * The organization that belongs to a seed. Resources are made when an account and Region is first asked about, so
 * that a thousand accounts start as quickly as ten; what is made depends on the seed, the account and the Region
 * alone, never on the order of questions.
 */
export function generateOrganization(options: {
  readonly seed: number;
  readonly accounts: number;
  /** What events happened before, in milliseconds since the Unix epoch: the one thing that a seed alone cannot make. */
  readonly now?: number;
}): Organization {
  const now = options.now ?? Date.UTC(2026, 9, 1);
  const accounts = createAccountProfiles(options.seed, options.accounts).map((profile) =>
    withResources(options.seed, profile, now),
  );
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const [hub] = accounts;
  if (hub === undefined) throw new Error('An organization has at least its hub.');
  return { seed: options.seed, hub, accounts, account: (id) => byId.get(id) };
}

function withResources(seed: number, profile: AccountProfile, now: number): SandboxAccount {
  const regions = new Map<string, RegionalResources>();
  const global = once(() => createGlobalResources(createRandom(`${String(seed)}/${profile.id}/global`), profile));
  return {
    ...profile,
    profile,
    regional: (region) => {
      const known = regions.get(region);
      if (known !== undefined) return known;
      const made = createRegionalResources(seed, profile, region, now);
      regions.set(region, made);
      return made;
    },
    global,
  };
}

/** Each kind is made when it is first looked at: a question about EC2 does not pay for log groups. */
function createRegionalResources(
  seed: number,
  account: AccountProfile,
  region: string,
  now: number,
): RegionalResources {
  // One stream per kind: a kind that is added later leaves the others as they are.
  const stream = (kind: string): Random => createRandom(`${String(seed)}/${account.id}/${region}/${kind}`);
  const active = account.regions.includes(region);
  const compute = once(() => createCompute(stream('compute'), account, region, active));
  const securityGroups = once(() => withFirewalls(stream('firewalls'), compute().securityGroups));
  const networkAcls = once(() => createNetworkAcls(stream('network-acls'), compute().vpcs));
  const firstDatabases = once(() =>
    active ? createDatabases(stream('databases'), account, region) : { rdsInstances: [], rdsClusters: [] },
  );
  const databases = once(() => withOldVersions(stream('old-versions'), account, region, firstDatabases()));
  const containers = once(() => createEcs(stream('ecs'), account, active));
  const functions = once(() => (active ? createFunctions(stream('functions'), account) : []));
  const clusters = once(() => (active ? createEksClusters(stream('eks'), account) : []));
  const alarms = once(() => (active ? createAlarms(stream('alarms'), account) : []));
  const logGroups = once(() => {
    const names = functions().map((item) => item.name);
    return active ? createLogGroups(stream('logs'), account, region, names) : [];
  });
  const things = () => ({
    instances: compute().ec2Instances,
    databases: firstDatabases().rdsInstances,
    functions: functions(),
  });
  const metrics = once(() => createMetrics(stream('metrics'), things()));
  const trailEvents = once(() => (active ? createTrailEvents(stream('trail'), things(), now) : []));
  const logEvents = once(() =>
    Object.fromEntries(
      logGroups().map((group) => [group.name, createLogEvents(stream(`logs/${group.name}`), group, now)]),
    ),
  );
  const appRunner = once(() =>
    active && APP_RUNNER_REGIONS.has(region) ? createAppRunnerServices(stream('apprunner'), account) : [],
  );
  const secrets = once(() => (active ? createSecrets(stream('secrets'), account) : []));
  const traffic = once(() =>
    active ? createLoadBalancers(stream('elbv2'), account, compute()) : { loadBalancers: [], targetGroups: [] },
  );
  const certificates = once(() => (active ? createCertificates(stream('acm'), account, region, now) : []));
  const tables = once(() => (active ? createTables(stream('dynamodb'), account) : []));
  const queues = once(() => (active ? createQueues(stream('sqs'), account) : []));
  const topics = once(() => (active ? createTopics(stream('sns'), account) : []));
  const keys = once(() => (active ? createKeys(stream('kms')) : []));
  return {
    get ec2Instances() {
      return compute().ec2Instances;
    },
    get vpcs() {
      return compute().vpcs;
    },
    get subnets() {
      return compute().subnets;
    },
    get securityGroups() {
      return securityGroups();
    },
    get networkAcls() {
      return networkAcls();
    },
    get volumes() {
      return compute().volumes;
    },
    get rdsInstances() {
      return databases().rdsInstances;
    },
    get rdsClusters() {
      return databases().rdsClusters;
    },
    get lambdaFunctions() {
      return functions();
    },
    get ecsClusters() {
      return containers().ecsClusters;
    },
    get ecsServices() {
      return containers().ecsServices;
    },
    get ecsTaskDefinitions() {
      return containers().ecsTaskDefinitions;
    },
    get ecsTasks() {
      return containers().ecsTasks;
    },
    get eksClusters() {
      return clusters();
    },
    get alarms() {
      return alarms();
    },
    get logGroups() {
      return logGroups();
    },
    get metrics() {
      return metrics();
    },
    get trailEvents() {
      return trailEvents();
    },
    get logEvents() {
      return logEvents();
    },
    get appRunnerServices() {
      return appRunner();
    },
    get secrets() {
      return secrets();
    },
    get loadBalancers() {
      return traffic().loadBalancers;
    },
    get targetGroups() {
      return traffic().targetGroups;
    },
    get certificates() {
      return certificates();
    },
    get dynamoTables() {
      return tables();
    },
    get queues() {
      return queues();
    },
    get topics() {
      return topics();
    },
    get kmsKeys() {
      return keys();
    },
  };
}
