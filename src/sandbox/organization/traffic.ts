import { randomTime, type Random } from './random.js';
import type { AccountProfile, Certificate, Ec2Instance, LoadBalancer, TargetGroup, Vpc } from './model.js';

const DAY = 24 * 60 * 60_000;
const SITES = ['www', 'api', 'admin', 'shop', 'partners'] as const;

/** Load balancers of one Region, and what they send requests to; some groups are forgotten, or empty. */
export function createLoadBalancers(
  random: Random,
  account: AccountProfile,
  compute: { readonly vpcs: readonly Vpc[]; readonly ec2Instances: readonly Ec2Instance[] },
): { loadBalancers: readonly LoadBalancer[]; targetGroups: readonly TargetGroup[] } {
  const vpcId = compute.vpcs.at(-1)?.id ?? '';
  const running = compute.ec2Instances.filter(({ state }) => state === 'running');
  const loadBalancers: LoadBalancer[] = [];
  const targetGroups: TargetGroup[] = [];
  const group = (name: string, loadBalancer: string | null): void => {
    const targets = random.chance(0.75) ? running.slice(0, random.integer(1, 3)) : [];
    targetGroups.push({
      name,
      id: random.hex(16),
      port: random.pick([80, 443, 8080]),
      vpcId,
      loadBalancer,
      targets: targets.map(({ id }) => ({ id, healthy: random.chance(0.8) })),
    });
  };
  for (const site of SITES.slice(0, random.integer(account.environment === 'production' ? 1 : 0, 3))) {
    const name = `${account.environment}-${site}`;
    loadBalancers.push({
      name,
      id: random.hex(16),
      type: random.chance(0.8) ? 'application' : 'network',
      isPublic: random.chance(0.6),
      vpcId,
      createdAt: randomTime(random, 2022, 2026),
    });
    if (random.chance(0.85)) group(name, name);
  }
  if (random.chance(0.3)) group(`${account.environment}-left-over`, null);
  return { loadBalancers, targetGroups };
}

/** Certificates of one Region: some end within weeks, some have ended. */
export function createCertificates(
  random: Random,
  account: AccountProfile,
  region: string,
  now: number,
): readonly Certificate[] {
  return SITES.slice(0, random.integer(0, 4)).map((site) => {
    const imported = random.chance(0.3);
    // ACM's own certificates are valid for 198 days; imported ones are not renewed, and may be past their end.
    const days = random.integer(imported ? -40 : 5, 190);
    const endsAt = Math.floor((now + days * DAY) / 1000) * 1000;
    return {
      domain: `${site}.${account.environment}.${region}.example.com`,
      id: `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`,
      imported,
      status: days < 0 ? 'EXPIRED' : 'ISSUED',
      inUse: random.chance(0.7),
      keyAlgorithm: random.pick(['RSA_2048', 'EC_prime256v1']),
      endsAt: new Date(endsAt).toISOString().replace('.000Z', '+00:00'),
    };
  });
}
