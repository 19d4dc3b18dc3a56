import { randomTime, type Random } from './random.js';
import type { AccountProfile, AppRunnerService, LambdaFunction, Secret } from './model.js';

const RUNTIMES = ['python3.12', 'python3.9', 'nodejs20.x', 'nodejs16.x', 'java21', 'go1.x', 'provided.al2023'] as const;
const JOBS = [
  'resize-images',
  'nightly-export',
  'webhook',
  'audit-forwarder',
  'token-refresh',
  'thumbnailer',
  'cleanup',
] as const;

export function createFunctions(random: Random, account: AccountProfile): readonly LambdaFunction[] {
  const first = random.integer(0, JOBS.length - 1);
  return Array.from({ length: random.integer(1, 6) }, (_, index) => {
    const isPublic = random.chance(0.06);
    return {
      name: `${account.environment}-${JOBS[(first + index) % JOBS.length] ?? 'job'}`,
      runtime: random.pick(RUNTIMES),
      memoryMiB: random.pick([128, 256, 512, 1024, 3008]),
      timeoutSeconds: random.pick([3, 15, 60, 300, 900]),
      codeBytes: random.integer(2_000, 60_000_000),
      architecture: random.pick(['x86_64', 'arm64']),
      lastModified: randomTime(random, 2022, 2026).replace('+00:00', '.000+0000'),
      isPublic,
      hasPolicy: isPublic || random.chance(0.5),
      environmentVariables: random.chance(0.7) ? ['DATABASE_PASSWORD', 'STAGE'] : [],
      tags: random.chance(0.7) ? { Environment: account.environment } : {},
    };
  });
}

export function createAppRunnerServices(random: Random, account: AccountProfile): readonly AppRunnerService[] {
  return Array.from({ length: random.chance(0.4) ? 1 : 0 }, () => ({
    name: `${account.environment}-portal`,
    id: random.hex(32),
    status: random.pick(['RUNNING', 'RUNNING', 'PAUSED']),
    createdAt: randomTime(random, 2023, 2026),
  }));
}

export function createSecrets(random: Random, account: AccountProfile): readonly Secret[] {
  return Array.from({ length: random.integer(0, 2) }, (_, index) => ({
    name: `${account.environment}/${index === 0 ? 'database' : 'partner-api'}`,
    suffix: random.hex(6),
    rotated: random.chance(0.5),
    createdAt: randomTime(random, 2022, 2026),
  }));
}
