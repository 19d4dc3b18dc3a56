import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateOrganization } from '../../../../src/sandbox/organization/organization.js';
import { organizationRegistry, organizationTruth } from '../../../../src/sandbox/organization/truth.js';

describe('generateOrganization', () => {
  it('makes the hub and as many workload accounts as asked for', () => {
    const { accounts, hub } = generateOrganization({ seed: 1, accounts: 10 });

    expect(hub).toMatchObject({ name: 'Central Operations', environment: 'operations', role: 'central' });
    expect(accounts.map((account) => account.name)).toEqual([
      'Central Operations',
      'Payments Production',
      'Payments Staging',
      'Data Platform Production',
      'Data Platform Development',
      'Storefront Production',
      'Storefront Staging',
      'Identity Production',
      'Machine Learning Sandbox',
      'Logistics Production',
      'Analytics Development',
    ]);
  });

  it('gives every one of a thousand accounts an id and a name of its own', () => {
    const { accounts } = generateOrganization({ seed: 7, accounts: 1000 });

    expect(new Set(accounts.map((account) => account.id)).size).toBe(1001);
    expect(new Set(accounts.map((account) => account.name)).size).toBe(1001);
    expect(accounts.every((account) => /^\d{12}$/u.test(account.id))).toBe(true);
    expect(accounts.filter((account) => account.id.startsWith('0')).length).toBeGreaterThan(200);
  });

  it('is the same for the same seed, whatever is asked first, and another for another seed', () => {
    const forward = generateOrganization({ seed: 3, accounts: 4 });
    const backward = generateOrganization({ seed: 3, accounts: 4 });
    for (const account of backward.accounts.toReversed()) {
      for (const region of account.regions.toReversed()) void account.regional(region).secrets;
    }

    expect(fingerprint(backward)).toBe(fingerprint(forward));
    expect(fingerprint(generateOrganization({ seed: 4, accounts: 4 }))).not.toBe(fingerprint(forward));
  });

  it('does not change the first accounts when there are more of them', () => {
    const few = generateOrganization({ seed: 3, accounts: 2 }).accounts;
    const many = generateOrganization({ seed: 3, accounts: 50 }).accounts;

    expect(many.slice(0, 3).map((account) => account.profile)).toEqual(few.map((account) => account.profile));
  });

  it('runs things in two to four Regions that are enabled, opted into in a few accounts', () => {
    const accounts = generateOrganization({ seed: 1, accounts: 40 }).accounts.slice(1);
    const optedIn = accounts.filter((account) => account.enabledRegions.some((region) => /^(?:me|af)-/u.test(region)));

    expect(accounts.every(({ regions }) => regions.length >= 2 && regions.length <= 4)).toBe(true);
    expect(
      accounts.every((account) => account.regions.every((region) => account.enabledRegions.includes(region))),
    ).toBe(true);
    expect(optedIn.length).toBeGreaterThan(2);
    expect(optedIn.length).toBeLessThan(20);
  });
});

describe('organizationTruth', () => {
  it('lists what each enabled Region holds, and what belongs to the account as a whole', () => {
    const organization = generateOrganization({ seed: 1, accounts: 2 });

    const [, account] = organizationTruth(organization).accounts;

    expect(Object.keys(account?.resources ?? {}).sort()).toEqual([...(account?.enabledRegions ?? []), 'global'].sort());
    expect(Object.keys(account?.resources.global ?? {}).sort()).toEqual([
      'iamPolicies',
      'iamRoles',
      'iamUsers',
      's3Buckets',
    ]);
    const home = account?.resources['us-east-1'];
    expect(home).toMatchObject({ ec2Instances: expect.any(Array), logGroups: expect.any(Array) });
    expect(JSON.parse(JSON.stringify(home))).toEqual(home);
  });

  it('holds no value of the made-up secrets', () => {
    const truth = JSON.stringify(organizationTruth(generateOrganization({ seed: 1, accounts: 5 })));

    expect(truth).toContain('DATABASE_PASSWORD');
    expect(truth).not.toContain('canary-secret');
  });
});

describe('organizationRegistry', () => {
  it('has the fields that a registry entry has', () => {
    const [hub] = organizationRegistry(generateOrganization({ seed: 1, accounts: 1 })).accounts;

    expect(hub).toEqual({
      id: expect.stringMatching(/^\d{12}$/u),
      name: 'Central Operations',
      environment: 'operations',
      role: 'central',
      tags: { team: 'platform', 'cost-center': 'CC-1000' },
      ou: 'Infrastructure',
      regions: ['us-east-1'],
    });
  });
});

function fingerprint(organization: ReturnType<typeof generateOrganization>): string {
  return createHash('sha256')
    .update(JSON.stringify(organizationTruth(organization)))
    .digest('hex');
}
