import type { Column } from '../../../domain/plan.js';
import { extraPresent } from './details/detail.js';
import { RUNTIME_VERSIONS } from './version-families.js';
import { call, createdAt, empty, equal, flag, idOf, mappedTags, present, tagText, type Topic } from '../topic.js';

function tagsId(column: Column): string {
  return `function-tag-${idOf(column.name)}`;
}

const LAMBDA_ARN = { name: 'ARN', path: 'FunctionArn' };

/** Lambda, CloudWatch, IAM, tags and App Runner. */
export const PLATFORM_TOPICS: readonly Topic[] = [
  {
    key: 'functions',
    noun: 'Lambda functions',
    phrases: [
      'lambda functions',
      'lambda function',
      'lambdas',
      'lambda',
      'functions',
      'function',
      'serverless functions',
    ],
    calls: [call('functions', 'lambda', 'ListFunctions')],
    main: 'functions',
    regions: 'regional',
    example: 'List Lambda functions with runtime python3.9',
    groups: { runtime: 'Runtime', memory: 'Memory MB' },
    traits: {
      vpc: extraPresent({ name: 'VPC ID', path: 'VpcConfig.VpcId' }, 'in a VPC', 'outside of VPCs'),
      layers: extraPresent({ name: 'Layers', path: 'Layers[].Arn' }, 'with layers', 'without layers'),
      'dead-letter-queue': extraPresent(
        { name: 'Dead-letter target', path: 'DeadLetterConfig.TargetArn' },
        'with a dead-letter target',
        'without a dead-letter target',
      ),
    },
    numbers: {
      memory: { column: 'Memory MB', unit: 'MiB' },
      timeout: { column: 'Timeout s', unit: 'seconds' },
      code: {
        column: 'Code bytes',
        columns: [{ name: 'Code bytes', path: 'CodeSize' }],
        unit: 'B',
        onlyByName: true,
        note: 'the size of the deployment package, without layers; of a container image it is not told',
      },
    },
    versions: RUNTIME_VERSIONS,
    name: 'Function',
    runtime: 'Runtime',
    // Tags are not in the list: one more call per function, joined on its ARN.
    tag: mappedTags('Tags', {
      columnOf: (column) => ({
        columns: [LAMBDA_ARN],
        calls: [
          call(tagsId(column), 'lambda', 'ListTags', {
            forEach: { call: 'functions', path: 'Functions[].FunctionArn', parameter: 'Resource' },
            columns: [{ name: 'ARN', path: '@Resource' }, column],
          }),
        ],
        join: [{ call: tagsId(column), on: 'ARN' }],
      }),
    }),
  },
  {
    key: 'alarms',
    noun: 'CloudWatch alarms',
    phrases: ['cloudwatch alarms', 'cloudwatch alarm', 'metric alarms', 'alarms', 'alarm'],
    calls: [call('alarms', 'cloudwatch', 'DescribeAlarms', { params: { AlarmTypes: ['MetricAlarm'] } })],
    main: 'alarms',
    regions: 'regional',
    example: 'Which CloudWatch alarms are in alarm?',
    groups: { state: 'State', namespace: 'Namespace', metric: 'Metric' },
    states: {
      column: 'State',
      values: { ok: 'OK', 'in-alarm': 'ALARM', 'insufficient-data': 'INSUFFICIENT_DATA' },
      behind: true,
    },
    traits: {
      'actions-enabled': flag('Actions enabled', 'enabled', 'disabled'),
      actions: extraPresent(
        { name: 'Alarm actions', path: 'AlarmActions[]' },
        'with actions for the alarm state',
        'without actions for the alarm state',
      ),
    },
    name: 'Alarm',
  },
  {
    key: 'log-groups',
    noun: 'log groups',
    phrases: ['cloudwatch log groups', 'log groups', 'log group', 'cloudwatch logs groups', 'loggroups'],
    calls: [call('log-groups', 'logs', 'DescribeLogGroups')],
    main: 'log-groups',
    regions: 'regional',
    example: 'Which log groups never expire?',
    groups: { retention: 'Retention days' },
    traits: {
      retention: {
        yes: { filters: [present('Retention days')], after: 'with a retention period' },
        no: { filters: [empty('Retention days')], after: 'that never expire' },
      },
      encrypted: {
        yes: { filters: [present('KMS key')], after: 'encrypted with a KMS key' },
        no: {
          filters: [empty('KMS key')],
          after: 'without a KMS key',
          note: '"unencrypted" is taken as: without a KMS key (CloudWatch Logs encrypts with its own)',
        },
      },
    },
    numbers: {
      retention: {
        column: 'Retention days',
        unit: 'days',
        note: 'log groups that never expire have no number of days',
      },
      storage: { column: 'Stored bytes', unit: 'B' },
    },
    name: 'Log group',
  },
  {
    key: 'iam-users',
    noun: 'IAM users',
    phrases: ['iam users', 'iam user', 'users', 'user'],
    calls: [call('iam-users', 'iam', 'ListUsers')],
    main: 'iam-users',
    regions: 'none',
    example: 'Which IAM users have no MFA?',
    groups: {},
    traits: {
      mfa: {
        yes: {
          calls: [
            call('iam-mfa-devices', 'iam', 'ListMFADevices', {
              forEach: { call: 'iam-users', path: 'Users[].UserName', parameter: 'UserName' },
            }),
          ],
          join: [{ call: 'iam-mfa-devices', on: 'User' }],
          filters: [present('MFA devices')],
          after: 'with MFA',
        },
        no: {
          calls: [
            call('iam-mfa-devices', 'iam', 'ListMFADevices', {
              forEach: { call: 'iam-users', path: 'Users[].UserName', parameter: 'UserName' },
            }),
          ],
          join: [{ call: 'iam-mfa-devices', on: 'User' }],
          filters: [empty('MFA devices')],
          after: 'without MFA',
        },
      },
    },
    times: {
      created: { column: 'Created' },
      'signed-in': { column: 'Password last used', note: 'console sign-ins; access keys are not looked at' },
    },
    name: 'User',
  },
  {
    key: 'iam-roles',
    noun: 'IAM roles',
    phrases: ['iam roles', 'iam role', 'roles'],
    calls: [call('iam-roles', 'iam', 'ListRoles')],
    main: 'iam-roles',
    regions: 'none',
    example: 'How many IAM roles are there per account?',
    groups: { path: 'Path' },
    times: {
      ...createdAt('Created'),
      // The list does not say when a role was used last: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
      used: {
        column: 'Last used',
        calls: [
          call('iam-role-use', 'iam', 'GetRole', {
            forEach: { call: 'iam-roles', path: 'Roles[].RoleName', parameter: 'RoleName' },
          }),
        ],
        join: [{ call: 'iam-role-use', on: 'Role' }],
        note: 'IAM remembers the use of the last 400 days',
      },
    },
    name: 'Role',
  },
  {
    key: 'iam-policies',
    noun: 'customer-managed IAM policies',
    phrases: ['iam policies', 'iam policy', 'policies', 'customer managed policies', 'customer-managed policies'],
    // AWS's own policies are the same everywhere, and more than a thousand.
    calls: [call('iam-policies', 'iam', 'ListPolicies', { params: { Scope: 'Local' } })],
    main: 'iam-policies',
    regions: 'none',
    example: 'List IAM policies',
    groups: {},
    traits: {
      attached: {
        yes: { filters: [{ column: 'Attachments', is: 'above', value: 0 }], before: 'attached' },
        no: {
          filters: [equal('Attachments', 0)],
          before: 'unattached',
          note: 'a policy that is only a permissions boundary counts as unattached',
        },
      },
    },
    name: 'Policy',
  },
  {
    key: 'iam-access-keys',
    noun: 'IAM access keys',
    phrases: [
      'iam access keys',
      'access keys of iam users',
      'access keys',
      'iam users with access keys',
      'iam users have access keys',
      'users with access keys',
      'users have access keys',
      'iam access key',
      'access key',
    ],
    calls: [
      call('iam-users', 'iam', 'ListUsers'),
      call('iam-access-keys', 'iam', 'ListAccessKeys', {
        forEach: { call: 'iam-users', path: 'Users[].UserName', parameter: 'UserName' },
      }),
    ],
    main: 'iam-access-keys',
    regions: 'none',
    example: 'List active IAM access keys',
    groups: { state: 'Status' },
    states: { column: 'Status', values: { active: 'Active', inactive: 'Inactive' } },
    times: {
      ...createdAt('Created'),
      used: {
        column: 'Last used',
        calls: [
          call('iam-access-key-use', 'iam', 'GetAccessKeyLastUsed', {
            forEach: {
              call: 'iam-access-keys',
              path: 'AccessKeyMetadata[].AccessKeyId',
              parameter: 'AccessKeyId',
            },
            columns: [
              { name: 'Access key ID', path: '@AccessKeyId' },
              { name: 'Last used', path: 'AccessKeyLastUsed.LastUsedDate' },
            ],
          }),
        ],
        join: [{ call: 'iam-access-key-use', on: 'Access key ID' }],
      },
    },
  },
  {
    key: 'tagged-resources',
    noun: 'tagged resources',
    phrases: ['tagged resources', 'resources'],
    calls: [call('tagged-resources', 'resourcegroupstaggingapi', 'GetResources')],
    main: 'tagged-resources',
    regions: 'regional',
    example: 'List resources tagged team=payments',
    groups: {},
    // Never "untagged": the API lists only what has, or once had, a tag.
    // https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
    traits: { tagged: { yes: { filters: [present('Tag keys')] } } },
    tag: (key, value, isPresent) => {
      if (!isPresent) return undefined;
      const filter = value === undefined ? { Key: key } : { Key: key, Values: [value] };
      return { params: { TagFilters: [filter] }, after: tagText(key, value, true) };
    },
  },
  {
    key: 'app-runner-services',
    noun: 'App Runner services',
    phrases: ['app runner services', 'app runner service', 'app runner', 'apprunner services', 'apprunner'],
    calls: [call('app-runner-services', 'apprunner', 'ListServices')],
    main: 'app-runner-services',
    regions: 'regional',
    example: 'List App Runner services in all Regions',
    groups: { state: 'Status' },
    states: {
      column: 'Status',
      values: { running: 'RUNNING', paused: 'PAUSED', failed: 'CREATE_FAILED', deleted: 'DELETED' },
      note: { failed: '"failed" is taken as App Runner\'s status CREATE_FAILED' },
    },
    name: 'Service',
  },
];
