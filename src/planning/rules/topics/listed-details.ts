import type { Condition } from '../../../domain/condition.js';
import { openTraffic } from '../traffic-effects.js';
import { call, contains, createdAt, empty, equal, flag, notEqual, present, type Topic, type Trait } from '../topic.js';

/** Load balancers whose targets are asked for: those without a target group, and the target groups without a target. */
const WITHOUT_TARGETS = [
  'load balancers have no targets',
  'load balancers with no targets',
  'load balancers without targets',
  'load balancers without any targets',
  "load balancers don't have targets",
];

function impliedBy(trait: string): Readonly<Record<string, Condition>> {
  return Object.fromEntries(
    WITHOUT_TARGETS.map((phrase) => [phrase, { kind: 'trait', trait, shown: 'without targets' }]),
  );
}

const APPLICATION: Condition = { kind: 'type', value: 'application' };
const NETWORK: Condition = { kind: 'type', value: 'network' };

/** Names of load balancers that say which type is meant. */
const BY_TYPE: Readonly<Record<string, Condition>> = {
  albs: APPLICATION,
  alb: APPLICATION,
  'application load balancers': APPLICATION,
  nlbs: NETWORK,
  nlb: NETWORK,
  'network load balancers': NETWORK,
};

function loadBalancing(): Readonly<Record<string, Partial<Topic>>> {
  const groupOf = {
    calls: [
      call('load-balancer-groups', 'elbv2', 'DescribeTargetGroups', {
        forEach: {
          call: 'load-balancers',
          path: 'LoadBalancers[].LoadBalancerArn',
          parameter: 'LoadBalancerArn',
        },
        columns: [
          { name: 'Load balancer ARN', path: '@LoadBalancerArn' },
          { name: 'A target group', path: 'TargetGroupName' },
        ],
      }),
    ],
    join: [{ call: 'load-balancer-groups', on: 'Load balancer ARN' }],
  };
  const targets = {
    columns: [
      { name: 'Target group ARN', path: 'TargetGroupArn' },
      { name: 'Load balancers', path: 'LoadBalancerArns[]' },
    ],
    calls: [
      call('target-group-health', 'elbv2', 'DescribeTargetHealth', {
        forEach: { call: 'target-groups', path: 'TargetGroups[].TargetGroupArn', parameter: 'TargetGroupArn' },
        columns: [
          { name: 'Target group ARN', path: '@TargetGroupArn' },
          { name: 'A target', path: 'Target.Id' },
        ],
      }),
    ],
    join: [{ call: 'target-group-health', on: 'Target group ARN' }],
  };
  const noTargets = { ...targets, filters: [empty('A target')], after: 'without registered targets' };
  const scheme = [{ name: 'Scheme', path: 'Scheme' }];
  return {
    'load-balancers': {
      example: 'Which load balancers are internet-facing?',
      groups: { type: 'Type', state: 'State' },
      name: 'Load balancer name',
      traits: {
        public: {
          yes: { columns: scheme, filters: [equal('Scheme', 'internet-facing')], before: 'internet-facing' },
          no: { columns: scheme, filters: [equal('Scheme', 'internal')], before: 'internal' },
        },
        'no-target-groups': {
          yes: { ...groupOf, filters: [empty('A target group')], after: 'without target groups' },
        },
      },
      times: createdAt('Created time'),
      type: { column: 'Type' },
      implied: { ...impliedBy('no-target-groups'), ...BY_TYPE },
    },
    'target-groups': {
      example: 'Which target groups have no targets?',
      groups: { type: 'Protocol' },
      name: 'Target group name',
      traits: {
        'no-targets': { yes: noTargets },
        targets: {
          yes: { ...targets, filters: [present('A target')], after: 'with registered targets' },
          no: noTargets,
        },
        attached: {
          yes: { columns: targets.columns, filters: [present('Load balancers')], after: 'with a load balancer' },
          no: { columns: targets.columns, filters: [empty('Load balancers')], after: 'without a load balancer' },
        },
      },
      implied: impliedBy('no-targets'),
    },
  };
}

function keysAndCertificates(): Readonly<Record<string, Partial<Topic>>> {
  const key = {
    calls: [
      call('kms-key-details', 'kms', 'DescribeKey', {
        forEach: { call: 'kms-keys', path: 'Keys[].KeyId', parameter: 'KeyId' },
        columns: [
          { name: 'Key ID', path: 'KeyId' },
          { name: 'Description', path: 'Description' },
          { name: 'Manager', path: 'KeyManager' },
          { name: 'Key state', path: 'KeyState' },
          { name: 'Created', path: 'CreationDate' },
        ],
      }),
    ],
    join: [{ call: 'kms-key-details', on: 'Key ID' }],
  };
  const rotation = {
    calls: [
      ...key.calls,
      call('kms-key-rotation', 'kms', 'GetKeyRotationStatus', {
        forEach: { call: 'kms-keys', path: 'Keys[].KeyId', parameter: 'KeyId' },
        columns: [
          { name: 'Key ID', path: '@KeyId' },
          { name: 'Rotates', path: 'KeyRotationEnabled' },
        ],
      }),
    ],
    join: [...key.join, { call: 'kms-key-rotation', on: 'Key ID' }],
    // AWS rotates its own keys, and whoever asks cannot change that.
    // https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
    note: 'of customer managed keys; where a key cannot tell (asymmetric ones have no rotation), that is reported',
  };
  const customer = equal('Manager', 'CUSTOMER');
  return {
    'kms-keys': {
      example: 'Which KMS keys have no rotation?',
      traits: {
        rotation: {
          yes: { ...rotation, filters: [customer, equal('Rotates', true)], after: 'with automatic rotation' },
          no: { ...rotation, filters: [customer, equal('Rotates', false)], after: 'without automatic rotation' },
        },
        'customer-managed': {
          yes: { ...key, filters: [customer], before: 'customer managed' },
          no: { ...key, filters: [equal('Manager', 'AWS')], before: 'AWS managed' },
        },
        'pending-deletion': {
          yes: { ...key, filters: [contains('Key state', 'PendingDeletion')], after: 'pending deletion' },
          no: {
            ...key,
            filters: [{ column: 'Key state', is: 'not-contains', value: 'PendingDeletion' }],
            after: 'not pending deletion',
          },
        },
        'actions-enabled': {
          yes: { ...key, filters: [equal('Key state', 'Enabled')], before: 'enabled' },
          no: { ...key, filters: [equal('Key state', 'Disabled')], before: 'disabled' },
        },
      },
      times: createdAt('Created', key),
    },
    secrets: {
      example: 'Which secrets have no rotation?',
      name: 'Secret',
      traits: {
        rotation: {
          yes: { filters: [equal('Rotation enabled', true)], after: 'with rotation' },
          no: { filters: [notEqual('Rotation enabled', true)], after: 'without rotation' },
        },
      },
      times: {
        ...createdAt('Created', { columns: [{ name: 'Created', path: 'CreatedDate' }] }),
        rotated: { column: 'Last rotated', columns: [{ name: 'Last rotated', path: 'LastRotatedDate' }] },
        used: { column: 'Last accessed' },
      },
    },
    certificates: {
      example: 'Which certificates expire within 30 days?',
      phrases: [
        'certificates',
        'certificate',
        'acm certificates',
        'acm certificate',
        'tls certificates',
        'ssl certificates',
        'certs',
      ],
      // Unless told, ACM lists RSA keys of 1024 and 2048 bits only.
      // https://docs.aws.amazon.com/acm/latest/APIReference/API_ListCertificates.html
      calls: [
        call('certificates', 'acm', 'ListCertificates', {
          params: {
            Includes: {
              keyTypes: [
                'RSA_1024',
                'RSA_2048',
                'RSA_3072',
                'RSA_4096',
                'EC_prime256v1',
                'EC_secp384r1',
                'EC_secp521r1',
              ],
            },
          },
        }),
      ],
      groups: { state: 'Status', type: 'Type' },
      name: 'Domain name',
      states: {
        column: 'Status',
        values: {
          issued: 'ISSUED',
          failed: 'FAILED',
          revoked: 'REVOKED',
          inactive: 'INACTIVE',
          'pending-validation': 'PENDING_VALIDATION',
        },
      },
      traits: {
        attached: {
          yes: { columns: [{ name: 'In use', path: 'InUse' }], filters: [equal('In use', true)], after: 'in use' },
          no: { columns: [{ name: 'In use', path: 'InUse' }], filters: [equal('In use', false)], after: 'not in use' },
        },
      },
      times: { ...createdAt('Created at'), expires: { column: 'Not after' } },
    },
  };
}

function network(): Readonly<Record<string, Partial<Topic>>> {
  // Both directions are in one list, and each entry says its own.
  const entries = { name: 'Rules', path: 'Entries[]' };
  const tunnels = { columns: [{ name: 'Tunnels', path: 'VgwTelemetry[].Status' }] };
  return {
    'network-interfaces': {
      example: 'Which network interfaces are unattached?',
      groups: { state: 'Status', vpc: 'VPC ID' },
      traits: {
        attached: {
          yes: { filters: [equal('Status', 'in-use')], before: 'attached' },
          no: { filters: [equal('Status', 'available')], before: 'unattached' },
        },
        public: {
          yes: { filters: [present('Public IP')], after: 'with a public IP address' },
          no: { filters: [empty('Public IP')], after: 'without a public IP address' },
        },
      },
      states: { column: 'Status', values: { available: 'available', 'in-use': 'in-use' } },
    },
    'network-acls': {
      example: 'Which network ACLs allow SSH from anywhere?',
      groups: { vpc: 'VPC ID' },
      traits: { public: openTraffic(entries), default: flag('Default', 'default', 'non-default') },
      rules: { in: entries, out: entries },
    },
    'internet-gateways': {
      example: 'Which internet gateways are unattached?',
      traits: {
        attached: {
          yes: { filters: [present('Attached to')], before: 'attached' },
          no: { filters: [empty('Attached to')], before: 'unattached' },
        },
      },
    },
    'vpc-endpoints': {
      groups: { state: 'State', type: 'Type', vpc: 'VPC ID' },
      states: {
        column: 'State',
        values: {
          available: 'available',
          pending: 'pending',
          'pending-acceptance': 'pendingAcceptance',
          failed: 'failed',
          rejected: 'rejected',
          deleting: 'deleting',
        },
      },
      times: createdAt('Created', { columns: [{ name: 'Created', path: 'CreationTimestamp' }] }),
    },
    'vpc-peerings': {
      example: 'Which VPC peering connections are pending acceptance?',
      groups: { state: 'State' },
      states: {
        column: 'State',
        values: {
          active: 'active',
          pending: 'pending-acceptance',
          'pending-acceptance': 'pending-acceptance',
          provisioning: 'provisioning',
          failed: 'failed',
          rejected: 'rejected',
          deleted: 'deleted',
        },
      },
    },
    'vpn-connections': {
      example: 'Which VPN connections have tunnels down?',
      groups: { state: 'State' },
      states: {
        column: 'State',
        values: { available: 'available', pending: 'pending', deleting: 'deleting', deleted: 'deleted' },
      },
      traits: {
        'tunnels-down': {
          yes: { ...tunnels, filters: [contains('Tunnels', 'DOWN')], after: 'with a tunnel down' },
          no: {
            ...tunnels,
            filters: [{ column: 'Tunnels', is: 'not-contains', value: 'DOWN' }],
            after: 'without a tunnel down',
          },
        },
      },
    },
  };
}

function watching(): Readonly<Record<string, Partial<Topic>>> {
  const recording = {
    calls: [
      call('config-recorder-status', 'config', 'DescribeConfigurationRecorderStatus', {
        columns: [
          { name: 'Name', path: 'name' },
          { name: 'Records', path: 'recording' },
        ],
      }),
    ],
    join: [{ call: 'config-recorder-status', on: 'Name' }],
  };
  const recordings: Required<Trait> = {
    yes: { ...recording, filters: [equal('Records', true)], after: 'that record' },
    no: { ...recording, filters: [equal('Records', false)], after: 'that do not record' },
  };
  const detector = {
    calls: [
      call('guardduty-status', 'guardduty', 'GetDetector', {
        forEach: { call: 'guardduty-detectors', path: 'DetectorIds[]', parameter: 'DetectorId' },
        columns: [
          { name: 'Detector ID', path: '@DetectorId' },
          { name: 'Status', path: 'Status' },
        ],
      }),
    ],
    join: [{ call: 'guardduty-status', on: 'Detector ID' }],
  };
  const multiRegion = flag('Multi-Region', 'multi-Region', 'single-Region');
  const columns = [{ name: 'Multi-Region', path: 'IsMultiRegionTrail' }];
  return {
    trails: {
      example: 'Which CloudTrail trails are multi-Region?',
      name: 'Name',
      traits: {
        'multi-region': { yes: { ...multiRegion.yes, columns }, no: { ...multiRegion.no, columns } },
        'log-validation': {
          yes: { filters: [equal('Log file validation enabled', true)], after: 'with log file validation' },
          no: { filters: [notEqual('Log file validation enabled', true)], after: 'without log file validation' },
        },
      },
    },
    'config-recorders': {
      example: 'Which Config recorders are not recording?',
      traits: {
        recording: recordings,
        'actions-enabled': recordings,
        stopped: { yes: recordings.no, no: recordings.yes },
      },
    },
    'guardduty-detectors': {
      example: 'Which GuardDuty detectors are disabled?',
      traits: {
        'actions-enabled': {
          yes: { ...detector, filters: [equal('Status', 'ENABLED')], before: 'enabled' },
          no: { ...detector, filters: [equal('Status', 'DISABLED')], before: 'disabled' },
        },
      },
    },
  };
}

/** What conditions mean for the kinds of things that are listed with the catalogue's columns. */
export const LISTED_DETAILS: Readonly<Record<string, Partial<Topic>>> = {
  ...loadBalancing(),
  ...keysAndCertificates(),
  ...network(),
  ...watching(),
};
