import { randomTime, type Random } from './random.js';
import type { AccountProfile, DynamoTable, KmsKey, Queue, Topic } from './model.js';

const THINGS = ['orders', 'sessions', 'carts', 'events', 'invoices', 'tokens'] as const;

function someNames(random: Random, account: AccountProfile, most: number): readonly string[] {
  const first = random.integer(0, THINGS.length - 1);
  return Array.from(
    { length: random.integer(0, most) },
    (_, index) => `${account.environment}-${THINGS[(first + index) % THINGS.length] ?? 'things'}`,
  );
}

export function createTables(random: Random, account: AccountProfile): readonly DynamoTable[] {
  return someNames(random, account, 4).map((name) => ({
    name,
    onDemand: random.chance(0.7),
    items: random.integer(0, 5_000_000),
    bytes: random.integer(0, 2_000_000_000),
    pointInTimeRecovery: random.chance(account.environment === 'production' ? 0.8 : 0.2),
    deletionProtection: random.chance(0.4),
    createdAt: randomTime(random, 2021, 2026),
  }));
}

export function createQueues(random: Random, account: AccountProfile): readonly Queue[] {
  return someNames(random, account, 4).map((name) => ({
    name,
    messages: random.chance(0.5) ? 0 : random.integer(1, 5000),
    encrypted: random.chance(0.8),
    deadLetters: random.chance(0.5),
  }));
}

export function createTopics(random: Random, account: AccountProfile): readonly Topic[] {
  return someNames(random, account, 3).map((name) => ({
    name,
    subscriptions: random.integer(0, 4),
    encrypted: random.chance(0.5),
  }));
}

export function createKeys(random: Random): readonly KmsKey[] {
  return Array.from({ length: random.integer(1, 4) }, (_, index) => ({
    id: `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`,
    alias: index === 0 ? 'aws/ebs' : `data-${String(index)}`,
    ownedByAws: index === 0,
    state: index === 0 || random.chance(0.85) ? 'Enabled' : random.pick(['Disabled', 'PendingDeletion'] as const),
    rotates: index === 0 || random.chance(0.5),
    createdAt: randomTime(random, 2019, 2026),
  }));
}
