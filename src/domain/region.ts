import type { Partition } from './account.js';

/**
 * Regions that an account has only after somebody enabled them. A signature refused in one of these means
 * "not enabled here"; refused anywhere else it means that something is wrong.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
const OPT_IN_REGIONS: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
]);

/** Regions of the commercial partition that every account has from the start. */
const DEFAULT_REGIONS: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

const REGIONS_BY_PARTITION: Readonly<Record<Partition, readonly string[]>> = {
  aws: [...DEFAULT_REGIONS, ...OPT_IN_REGIONS].sort(),
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
};

const HOME_REGION: Readonly<Record<Partition, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

export function isOptInRegion(region: string): boolean {
  return OPT_IN_REGIONS.has(region);
}

/** All Regions known when this was written (botocore 1.43, 2026-05), of one partition or of all. */
export function knownRegions(partition?: Partition): readonly string[] {
  return partition === undefined ? Object.values(REGIONS_BY_PARTITION).flat() : REGIONS_BY_PARTITION[partition];
}

export function isKnownRegion(region: string): boolean {
  return knownRegions().includes(region);
}

/** Where a partition's global services answer, and where its enabled Regions are listed. */
export function homeRegion(partition: Partition): string {
  return HOME_REGION[partition];
}

export function partitionOfRegion(region: string): Partition {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
