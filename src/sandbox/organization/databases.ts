import { randomTime, type Random } from './random.js';
import type { AccountProfile, RdsCluster, RdsInstance } from './model.js';

const ENGINES = [
  ['postgres', '16.4'],
  ['postgres', '14.9'],
  ['mysql', '8.0.39'],
  ['mariadb', '10.11.8'],
  ['sqlserver-se', '15.00.4415.2.v1'],
] as const;
const NAMES = ['orders', 'customers', 'ledger', 'reports', 'sessions', 'catalog', 'events', 'audit'] as const;
const CLASSES = ['db.t3.medium', 'db.t4g.medium', 'db.m6g.large', 'db.r6g.large', 'db.r6g.xlarge'] as const;

/** RDS of one Region: single instances, and now and then an Aurora cluster with its members. */
export function createDatabases(
  random: Random,
  account: AccountProfile,
  region: string,
): { rdsInstances: readonly RdsInstance[]; rdsClusters: readonly RdsCluster[] } {
  const instances: RdsInstance[] = [];
  const clusters: RdsCluster[] = [];
  const production = account.environment === 'production';
  const first = random.integer(0, NAMES.length - 1);
  for (let index = random.integer(production ? 1 : 0, 3); index > 0; index -= 1) {
    const [engine, version] = random.pick(ENGINES);
    const name = `${account.environment}-${NAMES[(first + index) % NAMES.length] ?? 'data'}`;
    instances.push(createInstance(random, account, region, { name, engine, version, cluster: null }));
  }
  if (random.chance(production ? 0.5 : 0.15)) {
    const name = `${account.environment}-aurora`;
    const encrypted = random.chance(0.85);
    const members = Array.from({ length: random.integer(1, 3) }, (_, index) => `${name}-${String(index + 1)}`);
    for (const member of members) {
      const shape = { name: member, engine: 'aurora-postgresql', version: '15.6', cluster: name };
      instances.push({ ...createInstance(random, account, region, shape), encrypted, status: 'available' });
    }
    clusters.push({
      name,
      engine: 'aurora-postgresql',
      engineVersion: '15.6',
      status: 'available',
      encrypted,
      multiAz: members.length > 1,
      members,
      createdAt: randomTime(random, 2022, 2026),
    });
  }
  return { rdsInstances: instances, rdsClusters: clusters };
}

const OLDER: Readonly<Record<string, readonly string[]>> = {
  postgres: ['13.16', '12.19', '9.6.24'],
  mysql: ['5.7.44', '8.0.35'],
  mariadb: ['10.6.19', '10.5.27'],
};

/** What nobody has upgraded: single instances, and now and then an Aurora MySQL cluster, which has two versions at once. */
export function withOldVersions(
  random: Random,
  account: AccountProfile,
  region: string,
  { rdsInstances, rdsClusters }: ReturnType<typeof createDatabases>,
): ReturnType<typeof createDatabases> {
  const aged = rdsInstances.map((instance) => {
    const versions = OLDER[instance.engine] ?? [];
    return versions.length > 0 && random.chance(0.25)
      ? { ...instance, engineVersion: random.pick(versions) }
      : instance;
  });
  if (rdsInstances.length === 0 || !random.chance(0.2)) return { rdsInstances: aged, rdsClusters };
  const name = `${account.environment}-legacy`;
  const version = random.pick(['5.7.mysql_aurora.2.11.4', '8.0.mysql_aurora.3.05.2', '8.0.mysql_aurora.3.08.0']);
  const engine = 'aurora-mysql';
  const member = createInstance(random, account, region, { name: `${name}-1`, engine, version, cluster: name });
  const cluster = {
    name,
    engine,
    engineVersion: version,
    status: 'available',
    encrypted: member.encrypted,
    multiAz: false,
    members: [member.name],
    createdAt: member.createdAt,
  };
  return { rdsInstances: [...aged, { ...member, status: 'available' }], rdsClusters: [...rdsClusters, cluster] };
}

function createInstance(
  random: Random,
  account: AccountProfile,
  region: string,
  shape: { name: string; engine: string; version: string; cluster: string | null },
): RdsInstance {
  const production = account.environment === 'production';
  return {
    name: shape.name,
    engine: shape.engine,
    engineVersion: shape.version,
    class: random.pick(CLASSES),
    status: random.chance(0.9) ? 'available' : random.pick(['stopped', 'backing-up', 'modifying']),
    publiclyAccessible: random.chance(production ? 0.15 : 0.3),
    encrypted: random.chance(production ? 0.85 : 0.6),
    multiAz: shape.cluster === null && random.chance(production ? 0.7 : 0.1),
    storageGiB: shape.cluster === null ? random.pick([20, 100, 250, 500]) : 1,
    cluster: shape.cluster,
    backupDays: random.pick([0, 1, 7, 14, 35]),
    deletionProtection: random.chance(production ? 0.8 : 0.1),
    availabilityZone: region + random.pick(['a', 'b', 'c']),
    createdAt: randomTime(random, 2021, 2026),
    tags: { Environment: account.environment, ...(random.chance(0.6) ? { Backup: 'daily' } : {}) },
  };
}
