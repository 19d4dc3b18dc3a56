import type { Botocore, ServiceModel } from './botocore.js';

/**
 * Services that answer for the whole account in one Region, and that endpoints.json does not call global: their
 * resources are the same wherever they are asked, or they have one endpoint only. Source: "Service endpoints and
 * quotas" (https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html) of each.
 */
const GLOBAL_SERVICES = new Set(
  [
    'account artifact bcm-dashboards bcm-data-exports bcm-pricing-calculator bcm-recommended-actions billing',
    'compute-optimizer-automation cost-optimization-hub cur freetier globalaccelerator invoicing marketplace-agreement',
    'marketplace-catalog marketplace-deployment marketplace-reporting marketplacecommerceanalytics mturk notifications',
    'notificationscontacts partnercentral-account partnercentral-benefits partnercentral-channel',
    'partnercentral-selling pricing route53-recovery-cluster route53-recovery-control-config',
    'route53-recovery-readiness route53domains s3 supportapp taxsettings trustedadvisor ecr-public',
    'sustainability uxc',
  ].flatMap((line) => line.split(' ')),
);

/** Home Regions other than the partition's own, in the commercial partition. */
export const HOME_REGIONS: Readonly<Record<string, string>> = {
  globalaccelerator: 'us-west-2',
  'route53-recovery-control-config': 'us-west-2',
  'route53-recovery-readiness': 'us-west-2',
};

export interface Scope {
  /** Asked once per account. */
  readonly global: boolean;
  /** Regions that do not have the service, where botocore lists those that have it. */
  readonly lacks: readonly string[];
}

export function scopeOf(botocore: Botocore, { service, metadata }: ServiceModel): Scope {
  const partition = botocore.endpoints.partitions.find(({ partition: name }) => name === 'aws');
  const listed = partition?.services[metadata.endpointPrefix];
  const global =
    GLOBAL_SERVICES.has(service) || (listed?.partitionEndpoint !== undefined && listed.isRegionalized !== true);
  return { global, lacks: global ? [] : lackingRegions(botocore, metadata.endpointPrefix) };
}

/** Partitions that an account registry may name. */
const PARTITIONS = new Set(['aws', 'aws-cn', 'aws-us-gov']);

/** Of the partitions that list a service, the Regions that do not; a partition that is silent about it says nothing. */
function lackingRegions({ endpoints }: Botocore, prefix: string): readonly string[] {
  return endpoints.partitions
    .filter(({ partition }) => PARTITIONS.has(partition))
    .flatMap(({ regions, services }) => {
      const offered = Object.keys(services[prefix]?.endpoints ?? {}).filter((name) => Object.hasOwn(regions, name));
      return offered.length === 0 ? [] : Object.keys(regions).filter((region) => !offered.includes(region));
    });
}

/** All Regions of those partitions. */
export function allRegions({ endpoints }: Botocore): readonly string[] {
  return endpoints.partitions
    .filter(({ partition }) => PARTITIONS.has(partition))
    .flatMap(({ regions }) => Object.keys(regions))
    .sort();
}
