import type { Condition } from '../../domain/condition.js';
import type { PlacedTopic, Reading } from './reading.js';
import type { Topic } from './topic.js';

/** Ids by their prefixes, to what they are the ids of. */
const BY_ID: Readonly<Record<string, string>> = {
  i: 'instances',
  vol: 'volumes',
  vpc: 'vpcs',
  subnet: 'subnets',
  sg: 'security-groups',
  snap: 'volume-snapshots',
};

/** What has versions of these, where nothing else is named. An Aurora cluster has one version, however many instances. */
const BY_VERSION: Readonly<Record<string, string>> = {
  kubernetes: 'eks-clusters',
  'aurora-mysql': 'database-clusters',
  'aurora-postgresql': 'database-clusters',
  opensearch: 'opensearch-domains',
  elasticsearch: 'opensearch-domains',
  redis: 'cache-clusters',
  valkey: 'cache-clusters',
  memcached: 'cache-clusters',
  kafka: 'kafka-clusters',
  ...Object.fromEntries(
    ['postgres', 'mysql', 'mariadb', 'oracle', 'sqlserver', 'db2'].map((name) => [name, 'databases']),
  ),
};

/** "Describe i-0123…", "where is SSH open to the world?", "Aurora MySQL older than 3": what is asked about without its name. */
export function impliedTopics(reading: Reading, topics: readonly Topic[]): readonly PlacedTopic[] {
  const [key] = reading.conditions.flatMap(({ condition }) => keyOf(condition) ?? []);
  const topic = topics.find((candidate) => candidate.key === key);
  return topic === undefined ? [] : [{ topics: [topic], from: 0, to: 0 }];
}

function keyOf(condition: Condition): string | undefined {
  if (condition.kind === 'id') return BY_ID[condition.prefix];
  if (condition.kind === 'traffic') return 'security-groups';
  return condition.kind === 'version' ? BY_VERSION[condition.family ?? ''] : undefined;
}
