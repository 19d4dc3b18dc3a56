import type { ServiceWording } from './wording.js';

/** One line per subject; a subject's words are read when somebody searches, and not when the process starts. */
const SUBJECTS: readonly (() => Promise<readonly ServiceWording[]>)[] = [
  async () => (await import('./ec2.js')).EC2_WORDING,
  async () => (await import('./identity.js')).IDENTITY_WORDING,
  async () => (await import('./keys.js')).KEYS_WORDING,
  async () => (await import('./load-balancing.js')).LOAD_BALANCING_WORDING,
  async () => (await import('./compute.js')).COMPUTE_WORDING,
  async () => (await import('./containers.js')).CONTAINERS_WORDING,
  async () => (await import('./object-storage.js')).OBJECT_STORAGE_WORDING,
  async () => (await import('./files-and-backup.js')).FILES_AND_BACKUP_WORDING,
  async () => (await import('./observability.js')).OBSERVABILITY_WORDING,
  async () => (await import('./threats.js')).THREATS_WORDING,
  async () => (await import('./relational-databases.js')).RELATIONAL_DATABASES_WORDING,
  async () => (await import('./key-value-databases.js')).KEY_VALUE_DATABASES_WORDING,
  async () => (await import('./governance.js')).GOVERNANCE_WORDING,
  async () => (await import('./operations.js')).OPERATIONS_WORDING,
  async () => (await import('./streaming.js')).STREAMING_WORDING,
  async () => (await import('./analytics.js')).ANALYTICS_WORDING,
  async () => (await import('./costs.js')).COSTS_WORDING,
  async () => (await import('./developer.js')).DEVELOPER_WORDING,
  async () => (await import('./dns-and-delivery.js')).DNS_AND_DELIVERY_WORDING,
  async () => (await import('./networking.js')).NETWORKING_WORDING,
  async () => (await import('./apis.js')).APIS_WORDING,
  async () => (await import('./messaging.js')).MESSAGING_WORDING,
  async () => (await import('./end-user-computing.js')).END_USER_COMPUTING_WORDING,
  async () => (await import('./migration.js')).MIGRATION_WORDING,
  async () => (await import('./machine-learning.js')).MACHINE_LEARNING_WORDING,
  async () => (await import('./location.js')).LOCATION_WORDING,
  async () => (await import('./contacts.js')).CONTACTS_WORDING,
  async () => (await import('./industry.js')).INDUSTRY_WORDING,
  async () => (await import('./intelligence.js')).INTELLIGENCE_WORDING,
  async () => (await import('./media.js')).MEDIA_WORDING,
  async () => (await import('./things.js')).THINGS_WORDING,
];

/** The search text of all subjects. */
export async function loadWording(): Promise<readonly ServiceWording[]> {
  const subjects = await Promise.all(SUBJECTS.map((load) => load()));
  return subjects.flat();
}
