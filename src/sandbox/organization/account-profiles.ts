import { createRandom, type Random } from './random.js';
import { isOptInRegion, knownRegions } from '../../domain/region.js';
import type { AccountProfile } from './model.js';

/**
 * The accounts by name and number, without their resources: cheap enough to make a thousand at once. Names follow
 * from the position alone, so that "Payments Production" is there with every seed; ids and Regions follow the seed.
 */
export function createAccountProfiles(seed: number, accounts: number): readonly AccountProfile[] {
  const taken = new Set<string>();
  const profiles = [hub(seed, taken)];
  for (const [position, name] of accountNames(accounts).entries()) profiles.push(workload(seed, position, name, taken));
  return profiles;
}

const TEAMS = [
  'Payments', 'Data Platform', 'Storefront', 'Identity', 'Machine Learning', 'Logistics', 'Analytics', 'Mobile',
  'Search', 'Billing', 'Fraud', 'Messaging', 'Media', 'Catalog', 'Pricing', 'Support', 'Partner Gateway', 'Observability',
  'Security Tooling', 'Shared Services', 'Network', 'Warehouse', 'Recommendations', 'Loyalty', 'Checkout', 'Inventory',
  'Reporting', 'Compliance', 'Documents', 'Telemetry', 'Experiments', 'Streaming', 'Maps', 'Ledger', 'Treasury', 'Claims',
  'Onboarding', 'Marketplace', 'Subscriptions', 'Forecasting',
] as const; // prettier-ignore

const STAGES = [
  ['Production', 'Staging'],
  ['Production', 'Development'],
  ['Production', 'Staging'],
  ['Production'],
  ['Sandbox'],
  ['Production'],
  ['Development'],
] as const;

/** Divisions that repeat the teams once there are more accounts than teams and stages. */
const DIVISIONS = ['', 'Europe', 'Americas', 'Asia Pacific', 'Retail', 'Wholesale', 'Public Sector', 'Labs'] as const;

interface AccountName {
  readonly team: string;
  readonly stage: string;
  readonly name: string;
}

function accountNames(count: number): readonly AccountName[] {
  const names: AccountName[] = [];
  for (let round = 0; names.length < count; round += 1) {
    const division = DIVISIONS[round] ?? `Division ${String(round + 1)}`;
    for (const [index, team] of TEAMS.entries()) {
      for (const stage of STAGES[(index + round) % STAGES.length] ?? STAGES[0]) {
        if (names.length < count) names.push({ team, stage, name: [team, division, stage].filter(Boolean).join(' ') });
      }
    }
  }
  return names;
}

const DEFAULT_REGIONS: readonly string[] = knownRegions('aws').filter((region) => !isOptInRegion(region));
const USUAL_REGIONS = ['eu-west-1', 'eu-central-1', 'us-west-2', 'ap-southeast-2'] as const;

function hub(seed: number, taken: Set<string>): AccountProfile {
  const random = createRandom(`${String(seed)}/hub`);
  return {
    id: accountId(random, taken, false),
    name: 'Central Operations',
    environment: 'operations',
    role: 'central',
    tags: { team: 'platform', 'cost-center': 'CC-1000' },
    ou: 'Infrastructure',
    enabledRegions: DEFAULT_REGIONS,
    regions: ['us-east-1'],
  };
}

function workload(seed: number, position: number, name: AccountName, taken: Set<string>): AccountProfile {
  const random = createRandom(`${String(seed)}/account/${String(position)}`);
  // Every fourth id begins with zero: the digit that is lost when somebody reads an id as a number.
  const id = accountId(random, taken, position % 4 === 2);
  const optedIn = position % 5 === 3 ? ['me-central-1'] : position % 7 === 5 ? ['af-south-1'] : [];
  return {
    id,
    name: name.name,
    environment: name.stage.toLowerCase(),
    role: 'workload',
    tags: {
      team: name.team.toLowerCase().replaceAll(' ', '-'),
      'cost-center': `CC-${String(random.integer(2000, 9999))}`,
    },
    ou:
      name.stage === 'Sandbox' ? 'Sandboxes' : name.stage === 'Production' ? 'Workloads/Production' : 'Workloads/Test',
    enabledRegions: [...DEFAULT_REGIONS, ...optedIn],
    regions: activeRegions(random, optedIn),
  };
}

function activeRegions(random: Random, optedIn: readonly string[]): readonly string[] {
  const usual = ['us-east-1'];
  const further = random.integer(1, optedIn.length > 0 ? 2 : 3);
  const start = random.integer(0, USUAL_REGIONS.length - 1);
  for (let index = 0; index < further; index += 1) {
    usual.push(USUAL_REGIONS[(start + index) % USUAL_REGIONS.length] ?? USUAL_REGIONS[0]);
  }
  return [...usual, ...optedIn].sort();
}

function accountId(random: Random, taken: Set<string>, leadingZero: boolean): string {
  for (;;) {
    const id = (leadingZero ? '0' : String(random.integer(1, 9))) + random.digits(11);
    if (!taken.has(id)) {
      taken.add(id);
      return id;
    }
  }
}
