import { randomTime, type Random } from './random.js';
import type { AccountProfile, Alarm, LogGroup } from './model.js';

const METRICS = [
  ['AWS/EC2', 'CPUUtilization', 80],
  ['AWS/RDS', 'FreeStorageSpace', 5_000_000_000],
  ['AWS/Lambda', 'Errors', 1],
  ['AWS/ApplicationELB', 'HTTPCode_Target_5XX_Count', 10],
  ['AWS/SQS', 'ApproximateAgeOfOldestMessage', 900],
] as const;

export function createAlarms(random: Random, account: AccountProfile): readonly Alarm[] {
  return Array.from({ length: random.integer(1, 8) }, (_, index) => {
    const [namespace, metric, threshold] = random.pick(METRICS);
    const roll = random.next();
    return {
      name: `${account.environment}-${metric}-${String(index + 1)}`,
      state: roll < 0.78 ? 'OK' : roll < 0.93 ? 'ALARM' : 'INSUFFICIENT_DATA',
      namespace,
      metric,
      actionsEnabled: random.chance(0.85),
      threshold,
      updatedAt: randomTime(random, 2025, 2026),
    };
  });
}

/**
 * Log groups. Production has more than fifty in its first Region: DescribeLogGroups gives fifty at a time, so that
 * reading them all takes pages even when no page size is forced.
 */
export function createLogGroups(
  random: Random,
  account: AccountProfile,
  region: string,
  functions: readonly string[],
): readonly LogGroup[] {
  const crowded = account.environment === 'production' && region === account.regions[0];
  const names = [
    ...functions.map((name) => `/aws/lambda/${name}`),
    ...Array.from({ length: crowded ? random.integer(52, 70) : random.integer(1, 6) }, (_, index) => {
      const part = random.pick(['ecs', 'rds', 'vpc-flow', 'application', 'codebuild']);
      return `/${part}/${account.environment}/${String(index + 1).padStart(3, '0')}`;
    }),
  ];
  return names.sort().map((name) => ({
    name,
    retentionDays: random.pick([null, null, 7, 30, 90, 365]),
    storedBytes: random.integer(0, 40_000_000_000),
    createdAt: randomTime(random, 2021, 2026),
  }));
}
