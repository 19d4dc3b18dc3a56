import { describe, expect, it } from 'vitest';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../../src/planning/rules-planner.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from '../fixtures.js';

const catalogue = createCatalogue();
const planner = createRulesPlanner({ catalogue });

/** The title, the calls and the filters of an authorised plan. */
function planned(question: string): unknown {
  const intent = planner.plan(question, CONTEXT);
  if (intent.kind !== 'query') return intent;
  const decision = authorizePlan({
    plan: intent.plan,
    regions: ['all'],
    accounts: ACCOUNTS,
    catalogue,
    budgets: BUDGETS,
  });
  if (!decision.authorized) return decision;
  const { calls, show } = intent.plan;
  return [
    show.title,
    calls.map(({ operation }) => operation).join(' '),
    show.tables.map(({ filters }) => filters.map(text).join(' and ')).join(' / '),
  ];
}

type Written = { readonly any: readonly Written[] } | { readonly column: string; readonly is: string };

function text(filter: Written): string {
  if ('any' in filter) return `(${filter.any.map(text).join(' or ')})`;
  return [filter.column, filter.is, ...('value' in filter ? [String(filter.value)] : [])].join(' ');
}

// Asked on 2026-11-21 at 12:00 UTC.
const QUESTIONS: readonly (readonly [question: string, title: string, calls: string, filters: string])[] = [
  [
    'S3 buckets created in the last 30 days',
    'S3 buckets created in the last 30 days',
    'ListBuckets',
    'Created above 2026-10-22T11:59:59.999Z',
  ],
  [
    'RDS snapshots older than 90 days',
    'RDS snapshots older than 90 days',
    'DescribeDBSnapshots',
    'Created below 2026-08-23T12:00:00.000Z',
  ],
  [
    'EC2 instances and RDS instances older than 30 days',
    'EC2 instances older than 30 days and RDS instances older than 30 days',
    'DescribeInstances DescribeDBInstances',
    'Launched below 2026-10-22T12:00:00.000Z / Created below 2026-10-22T12:00:00.000Z',
  ],

  ['network load balancers', 'Network load balancers', 'DescribeLoadBalancers', 'Type equal network'],
  [
    'internet-facing ALBs',
    'Internet-facing application load balancers',
    'DescribeLoadBalancers',
    'Scheme equal internet-facing and Type equal application',
  ],
  [
    'Which target groups have unhealthy targets?',
    'Unhealthy load balancer targets',
    'DescribeTargetGroups DescribeTargetHealth',
    'State equal unhealthy',
  ],
  [
    'How many unhealthy targets are there per account?',
    'Unhealthy load balancer targets',
    'DescribeTargetGroups DescribeTargetHealth',
    'State equal unhealthy',
  ],
  [
    'Which load balancers are internal and older than 30 days?',
    'Internal load balancers older than 30 days',
    'DescribeLoadBalancers',
    'Scheme equal internal and Created time below 2026-10-22T12:00:00.000Z',
  ],

  [
    'Which load balancers are internet-facing?',
    'Internet-facing load balancers',
    'DescribeLoadBalancers',
    'Scheme equal internet-facing',
  ],
  ['List internal load balancers', 'Internal load balancers', 'DescribeLoadBalancers', 'Scheme equal internal'],
  [
    'which load balancers have no targets',
    'Load balancers without target groups and target groups without registered targets',
    'DescribeLoadBalancers DescribeTargetGroups DescribeTargetGroups DescribeTargetHealth',
    'A target group empty / A target empty',
  ],
  [
    'Which target groups have no targets?',
    'Target groups without registered targets',
    'DescribeTargetGroups DescribeTargetHealth',
    'A target empty',
  ],
  [
    'Which certificates expire within 30 days?',
    'ACM certificates expiring within 30 days',
    'ListCertificates',
    'Not after above 2026-11-21T11:59:59.999Z and Not after below 2026-12-21T12:00:00.000Z',
  ],
  [
    'certificates expiring this month',
    'ACM certificates expiring this month',
    'ListCertificates',
    'Not after above 2026-10-31T23:59:59.999Z and Not after below 2026-12-01T00:00:00.000Z',
  ],
  [
    'Which certificates are expired?',
    'ACM certificates expired',
    'ListCertificates',
    'Not after below 2026-11-21T12:00:00.000Z',
  ],
  ['certificates not in use', 'ACM certificates not in use', 'ListCertificates', 'In use equal false'],
  [
    'certificates expiring in the next 60 days in production',
    'ACM certificates expiring in the next 60 days',
    'ListCertificates',
    'Not after above 2026-11-21T11:59:59.999Z and Not after below 2027-01-20T12:00:00.000Z',
  ],
  [
    'Which certificates have expired in the last 7 days?',
    'ACM certificates expired in the last 7 days',
    'ListCertificates',
    'Not after above 2026-11-14T11:59:59.999Z and Not after below 2026-11-21T12:00:00.000Z',
  ],
  ['Which IAM users have no MFA?', 'IAM users without MFA', 'ListUsers ListMFADevices', 'MFA devices empty'],
  [
    'IAM access keys older than 90 days',
    'IAM access keys older than 90 days',
    'ListUsers ListAccessKeys',
    'Created below 2026-08-23T12:00:00.000Z',
  ],
  [
    'Which IAM users have access keys older than 90 days?',
    'IAM access keys older than 90 days',
    'ListUsers ListAccessKeys',
    'Created below 2026-08-23T12:00:00.000Z',
  ],
  [
    'access keys not used in the last 90 days',
    'IAM access keys not used in the last 90 days',
    'ListUsers ListAccessKeys GetAccessKeyLastUsed',
    '(Last used below 2026-08-23T12:00:00.000Z or Last used empty)',
  ],
  ['inactive access keys', 'Inactive IAM access keys', 'ListUsers ListAccessKeys', 'Status equal Inactive'],
  [
    'IAM roles not used for 90 days',
    'IAM roles not used for 90 days',
    'ListRoles GetRole',
    '(Last used below 2026-08-23T12:00:00.000Z or Last used empty)',
  ],
  [
    'roles unused for more than a year',
    'IAM roles unused for more than a year',
    'ListRoles GetRole',
    '(Last used below 2025-11-21T12:00:00.000Z or Last used empty)',
  ],
  ['unattached IAM policies', 'Unattached customer-managed IAM policies', 'ListPolicies', 'Attachments equal 0'],
  [
    'Which KMS keys have no rotation?',
    'KMS keys without automatic rotation',
    'ListKeys DescribeKey GetKeyRotationStatus',
    'Manager equal CUSTOMER and Rotates equal false',
  ],
  [
    'KMS keys with rotation disabled',
    'KMS keys without automatic rotation',
    'ListKeys DescribeKey GetKeyRotationStatus',
    'Manager equal CUSTOMER and Rotates equal false',
  ],
  [
    'KMS keys pending deletion',
    'KMS keys pending deletion',
    'ListKeys DescribeKey',
    'Key state contains PendingDeletion',
  ],
  ['customer managed KMS keys', 'Customer managed KMS keys', 'ListKeys DescribeKey', 'Manager equal CUSTOMER'],
  ['disabled KMS keys', 'Disabled KMS keys', 'ListKeys DescribeKey', 'Key state equal Disabled'],
  ['Which secrets have no rotation?', 'Secrets without rotation', 'ListSecrets', 'Rotation enabled not-equal true'],
  [
    'secrets not rotated for 90 days',
    'Secrets not rotated for 90 days',
    'ListSecrets',
    '(Last rotated below 2026-08-23T12:00:00.000Z or Last rotated empty)',
  ],
  [
    'secrets that have not been rotated in the last 6 months',
    'Secrets not rotated in the last 6 months',
    'ListSecrets',
    '(Last rotated below 2026-05-21T12:00:00.000Z or Last rotated empty)',
  ],
  [
    'available network interfaces',
    'Available network interfaces',
    'DescribeNetworkInterfaces',
    'Status equal available',
  ],
  [
    'unattached network interfaces',
    'Unattached network interfaces',
    'DescribeNetworkInterfaces',
    'Status equal available',
  ],
  [
    'pending VPC peering connections',
    'Pending VPC peering connections',
    'DescribeVpcPeeringConnections',
    'State equal pending-acceptance',
  ],
  [
    'VPC peering connections pending acceptance',
    'Pending acceptance VPC peering connections',
    'DescribeVpcPeeringConnections',
    'State equal pending-acceptance',
  ],
  [
    'VPN connections with tunnels down',
    'VPN connections with a tunnel down',
    'DescribeVpnConnections',
    'Tunnels contains DOWN',
  ],
  [
    'EC2 instances that allow imdsv1',
    'EC2 instances that do not require IMDSv2',
    'DescribeInstances',
    'IMDS tokens not-equal required',
  ],
  [
    'EC2 instances without an instance profile',
    'EC2 instances without an instance profile',
    'DescribeInstances',
    'Instance profile empty',
  ],
  [
    'running instances older than 30 days',
    'Running EC2 instances older than 30 days',
    'DescribeInstances',
    'Launched below 2026-10-22T12:00:00.000Z',
  ],
  [
    'instances launched in the last 24 hours',
    'EC2 instances launched in the last 24 hours',
    'DescribeInstances',
    'Launched above 2026-11-20T11:59:59.999Z',
  ],
  ['AMIs older than 1 year', 'AMIs older than 1 year', 'DescribeImages', 'Created below 2025-11-21T12:00:00.000Z'],
  [
    'EBS snapshots more than 90 days old',
    'EBS snapshots more than 90 days old',
    'DescribeSnapshots',
    'Started below 2026-08-23T12:00:00.000Z',
  ],
  [
    'How many EBS snapshots are older than 90 days per account?',
    'EBS snapshots older than 90 days',
    'DescribeSnapshots',
    'Started below 2026-08-23T12:00:00.000Z',
  ],
  [
    'volumes created since Monday',
    'EBS volumes created since Monday',
    'DescribeVolumes',
    'Created above 2026-11-15T23:59:59.999Z',
  ],
  [
    'CloudTrail trails that are not multi-region',
    'Single-Region CloudTrail trails',
    'DescribeTrails',
    'Multi-Region not-equal true',
  ],
  [
    'trails without log file validation',
    'CloudTrail trails without log file validation',
    'DescribeTrails',
    'Log file validation enabled not-equal true',
  ],
  [
    'Config recorders that are not recording',
    'AWS Config recorders that do not record',
    'DescribeConfigurationRecorders DescribeConfigurationRecorderStatus',
    'Records equal false',
  ],
  [
    'GuardDuty detectors that are disabled',
    'Disabled GuardDuty detectors',
    'ListDetectors GetDetector',
    'Status equal DISABLED',
  ],
  [
    'users who have not logged in for 90 days',
    'IAM users not logged in for 90 days',
    'ListUsers',
    '(Password last used below 2026-08-23T12:00:00.000Z or Password last used empty)',
  ],
  [
    'IAM users created in the last 30 days',
    'IAM users created in the last 30 days',
    'ListUsers',
    'Created above 2026-10-22T11:59:59.999Z',
  ],
  [
    'NAT gateways created yesterday',
    'NAT gateways created yesterday',
    'DescribeNatGateways',
    'Created above 2026-11-19T23:59:59.999Z and Created below 2026-11-21T00:00:00.000Z',
  ],
  ['unattached internet gateways', 'Unattached internet gateways', 'DescribeInternetGateways', 'Attached to empty'],
  [
    'certificates that expire before 2027-01-01',
    'ACM certificates expiring before 2027-01-01',
    'ListCertificates',
    'Not after below 2027-01-01T00:00:00.000Z',
  ],
  [
    'certificates not expired',
    'ACM certificates not expired',
    'ListCertificates',
    '(Not after above 2026-11-21T11:59:59.999Z)',
  ],
  [
    'EC2 instances older than 30 days without tag owner',
    'EC2 instances older than 30 days without tag owner',
    'DescribeInstances',
    'Launched below 2026-10-22T12:00:00.000Z and Tag owner empty',
  ],
];

describe('conditions', () => {
  it.each(QUESTIONS)('%j', (question, title, calls, filters) => {
    expect(planned(question)).toEqual([title, calls, filters]);
  });

  it('say how a time was taken', () => {
    expect(planner.plan('access keys not used in the last 90 days', CONTEXT)).toMatchObject({
      summary: expect.stringContaining(
        '"used in the last 90 days" is taken as: Last used not since 2026-08-23 12:00 (UTC), or never',
      ),
    });
  });

  it.each([
    'certificates expiring soon',
    'security groups older than 30 days',
    'access keys used for 90 days',
    'instances created in the next 3 days',
  ])('%j is asked back', (question) => {
    expect(planner.plan(question, CONTEXT)).toMatchObject({ kind: 'clarify' });
  });
});
