import { randomTime, type Random } from './random.js';
import type { AccountProfile, GlobalResources, IamPolicy, IamRole, IamUser, S3Bucket } from './model.js';

const PURPOSES = [
  'assets',
  'logs',
  'backups',
  'exports',
  'terraform-state',
  'uploads',
  'website',
  'raw-events',
] as const;

/** Buckets and IAM: what an account has once, whatever the Region. */
export function createGlobalResources(random: Random, account: AccountProfile): GlobalResources {
  const team = account.tags['team'] ?? 'team';
  return {
    s3Buckets: createBuckets(random, account, team),
    iamUsers: createUsers(random),
    iamRoles: createRoles(random),
    iamPolicies: createPolicies(random),
    accountAlias: random.chance(0.8) ? `example-${team}-${account.environment}-${account.id.slice(-4)}` : null,
  };
}

function createBuckets(random: Random, account: AccountProfile, team: string): readonly S3Bucket[] {
  const first = random.integer(0, PURPOSES.length - 1);
  const buckets = Array.from({ length: random.integer(2, 6) }, (_, index): S3Bucket => {
    const purpose = PURPOSES[(first + index) % PURPOSES.length] ?? 'data';
    const open = purpose === 'website' || random.chance(0.08);
    const encrypted = random.chance(0.85);
    const hasPolicy = open || random.chance(0.4);
    return {
      name: `${team}-${account.environment}-${purpose}-${account.id}`,
      region: account.regions[random.integer(0, account.regions.length - 1)] ?? 'us-east-1',
      createdAt: randomTime(random, 2019, 2026),
      encrypted,
      encryption: encrypted ? random.pick(['AES256', 'AES256', 'aws:kms']) : null,
      versioning: random.pick(['Enabled', 'Enabled', 'Suspended', null]),
      hasPolicy,
      publicByPolicy: open,
      publicByAcl: !open && random.chance(0.05),
      publicAccessBlocked: open ? random.pick([false, null]) : random.pick([true, true, true, null]),
      tags: random.chance(0.75) ? { Environment: account.environment, Team: team } : {},
    };
  });
  return buckets.sort((left, right) => (left.name < right.name ? -1 : 1));
}

const PEOPLE = ['alice', 'bob', 'carol', 'dmitri', 'elif', 'farah', 'gustavo', 'hanna'] as const;

function createUsers(random: Random): readonly IamUser[] {
  const first = random.integer(0, PEOPLE.length - 1);
  const users = Array.from({ length: random.integer(1, 4) }, (_, index): IamUser => {
    const isMachine = random.chance(0.3);
    return {
      name: isMachine ? `ci-deploy-${String(index + 1)}` : (PEOPLE[(first + index) % PEOPLE.length] ?? 'alice'),
      id: `AIDA${identifier(random)}`,
      path: isMachine ? '/machines/' : '/',
      createdAt: randomTime(random, 2018, 2025),
      passwordLastUsed: isMachine || random.chance(0.3) ? null : randomTime(random, 2025, 2026),
      mfa: !isMachine && random.chance(0.7),
      accessKeys: Array.from({ length: random.integer(0, 2) }, () => ({
        id: `AKIA${identifier(random).slice(0, 16)}`,
        active: random.chance(0.8),
        createdAt: randomTime(random, 2019, 2026),
      })),
    };
  });
  return users.sort((left, right) => (left.name < right.name ? -1 : 1));
}

const ROLES = [
  ['deployment', 'codebuild.amazonaws.com'],
  ['instance-profile', 'ec2.amazonaws.com'],
  ['lambda-execution', 'lambda.amazonaws.com'],
  ['task-execution', 'ecs-tasks.amazonaws.com'],
  ['break-glass', null],
] as const;

function createRoles(random: Random): readonly IamRole[] {
  const made = ROLES.filter(() => random.chance(0.7)).map(([name, trustedService]) => ({
    name,
    id: `AROA${identifier(random)}`,
    path: '/',
    createdAt: randomTime(random, 2019, 2025),
    trustedService,
  }));
  const target = {
    name: 'CentralOpsTargetRole',
    id: `AROA${identifier(random)}`,
    path: '/',
    createdAt: '2026-01-15T09:00:00+00:00',
    trustedService: null,
  };
  return [target, ...made].sort((left, right) => (left.name < right.name ? -1 : 1));
}

function createPolicies(random: Random): readonly IamPolicy[] {
  return ['BoundaryForDevelopers', 'DeployToProduction', 'ReadBilling']
    .filter(() => random.chance(0.6))
    .map((name) => ({
      name,
      id: `ANPA${identifier(random)}`,
      attachments: random.integer(0, 3),
      createdAt: randomTime(random, 2020, 2025),
    }));
}

/** The 17 characters after the four letters of an IAM unique id. */
function identifier(random: Random): string {
  return random.hex(17).toUpperCase();
}
