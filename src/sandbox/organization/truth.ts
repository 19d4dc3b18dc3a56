import type { Organization } from './organization.js';
import type { AccountProfile, GlobalResources, RegionalResources } from './model.js';

/** What there is to find, for whoever checks an answer: the generator's own facts, not what the services reply. */
export interface Truth {
  readonly seed: number;
  readonly accounts: readonly (AccountProfile & {
    readonly accountAlias: string | null;
    /** By Region; `global` holds buckets and IAM. Regions that are enabled but idle have their default network. */
    readonly resources: {
      readonly global: Omit<GlobalResources, 'accountAlias'>;
      readonly [region: string]: RegionalResources | Omit<GlobalResources, 'accountAlias'>;
    };
  })[];
}

export function organizationTruth(organization: Organization): Truth {
  return {
    seed: organization.seed,
    accounts: organization.accounts.map((account) => {
      const { profile, regional, global } = account;
      const { accountAlias, ...shared } = global();
      const byRegion = Object.fromEntries(profile.enabledRegions.map((region) => [region, regional(region)]));
      return { ...profile, accountAlias, resources: { ...byRegion, global: shared } };
    }),
  };
}

/** One entry of the account registry, as the product reads it. */
export interface RegistryEntry {
  readonly id: string;
  readonly name: string;
  readonly environment: string;
  readonly role: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly ou: string;
  readonly regions: readonly string[];
}

/** The registry that a platform team would keep for this organization. */
export function organizationRegistry(organization: Organization): { readonly accounts: readonly RegistryEntry[] } {
  return {
    accounts: organization.accounts.map(({ id, name, environment, role, tags, ou, regions }) => ({
      id,
      name,
      environment,
      role,
      tags,
      ou,
      regions,
    })),
  };
}
