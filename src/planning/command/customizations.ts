/** Commands of the AWS CLI that are no operations of an API: those that only read, and why the others are refused. */

/** How many values an option takes. */
export type Arity = 'none' | 'one' | 'many' | 'optional';

/** A command that the CLI makes of one operation or more. */
export interface Customization {
  /** What it calls; which of them, where that depends on what follows the command. */
  readonly operations: (
    positionals: readonly string[],
  ) => readonly { readonly service: string; readonly operation: string }[];
  readonly options: Readonly<Record<string, Arity>>;
  /** Words besides options, and what one must look like. */
  readonly positionals?: { readonly most: number; readonly pattern: RegExp; readonly cure: string };
}

const calls = (service: string, ...operations: readonly string[]): Customization['operations'] => {
  const named = operations.map((operation) => ({ service, operation }));
  return () => named;
};

/** By `command subcommand`. Read in the CLI's own source: awscli/customizations/… of 1.45 and 2.9. */
export const CUSTOMIZATIONS: Readonly<Record<string, Customization>> = {
  // s3/subcommands.py, ListCommand
  's3 ls': {
    operations: ([path]) => [
      { service: 's3', operation: path === undefined || path === 's3://' ? 'ListBuckets' : 'ListObjectsV2' },
    ],
    options: {
      recursive: 'none',
      'human-readable': 'none',
      summarize: 'none',
      'page-size': 'one',
      'request-payer': 'optional',
      'bucket-name-prefix': 'one',
      'bucket-region': 'one',
    },
    positionals: { most: 1, pattern: /^(s3:\/\/)?[^\s]*$/, cure: 'Name a bucket or a prefix: s3://BUCKET/PREFIX.' },
  },
  // configservice/getstatus.py
  'configservice get-status': {
    operations: calls('config', 'DescribeConfigurationRecorderStatus', 'DescribeDeliveryChannelStatus'),
    options: {},
  },
  // emr/describecluster.py
  'emr describe-cluster': {
    operations: calls('emr', 'DescribeCluster', 'ListInstanceFleets', 'ListInstanceGroups', 'ListBootstrapActions'),
    options: { 'cluster-id': 'one' },
  },
  // logs/tail.py (version 2)
  'logs tail': {
    operations: calls('logs', 'FilterLogEvents'),
    options: {
      since: 'one',
      format: 'one',
      'filter-pattern': 'one',
      'log-stream-names': 'many',
      'log-stream-name-prefix': 'one',
    },
    positionals: { most: 1, pattern: /^[\w./#-]+$/, cure: 'Name one log group.' },
  },
};

const NOT_HERE: Readonly<Record<string, string>> = {
  configure: 'it reads and writes the configuration of this machine',
  history: 'it reads the history of commands on this machine',
  'cli-dev': 'it is for the development of the CLI',
  login: 'it signs in on this machine; `central-ops login` does that',
  logout: 'it signs out on this machine; `central-ops logout` does that',
  ddb: 'it reads and writes items',
  help: 'it opens a pager; https://docs.aws.amazon.com/cli/latest/ has the same text',
};

const FILES = 'it reads or writes files of this machine';
const PROGRAMS = 'it starts other programs on this machine';
const SECRETS = 'it prints a secret';
const CHANGES = 'it changes something';
const WAITS = 'it asks again for minutes and prints nothing; run the describe command itself';

/** By `command subcommand`. Whatever else is no operation and no customization above is unknown, and refused as such. */
const REFUSED: Readonly<Record<string, string>> = {
  's3 cp': FILES,
  's3 mv': FILES,
  's3 sync': FILES,
  's3 rm': CHANGES,
  's3 mb': CHANGES,
  's3 rb': CHANGES,
  's3 website': CHANGES,
  's3 presign': SECRETS,
  'cloudformation package': FILES,
  'cloudformation deploy': FILES,
  'cloudfront sign': SECRETS,
  'cloudtrail create-subscription': CHANGES,
  'cloudtrail update-subscription': CHANGES,
  'cloudtrail validate-logs': 'it reads stored objects',
  'codeartifact login': SECRETS,
  'codecommit credential-helper': SECRETS,
  'configservice subscribe': CHANGES,
  'datapipeline create-default-roles': CHANGES,
  'datapipeline list-runs': 'it reads definitions of pipelines, which hold secrets',
  'deploy push': FILES,
  'deploy register': CHANGES,
  'deploy deregister': CHANGES,
  'deploy install': PROGRAMS,
  'deploy uninstall': PROGRAMS,
  'dlm create-default-role': CHANGES,
  'dsql generate-db-connect-auth-token': SECRETS,
  'dsql generate-db-connect-admin-auth-token': SECRETS,
  'ec2-instance-connect open-tunnel': PROGRAMS,
  'ec2-instance-connect ssh': PROGRAMS,
  'ecr get-login': SECRETS,
  'ecr get-login-password': SECRETS,
  'ecr-public get-login-password': SECRETS,
  'ecs deploy': FILES,
  'ecs execute-command': PROGRAMS,
  'eks get-token': SECRETS,
  'eks update-kubeconfig': FILES,
  'emr add-instance-groups': CHANGES,
  'emr add-steps': CHANGES,
  'emr create-cluster': CHANGES,
  'emr create-default-roles': CHANGES,
  'emr create-hbase-backup': CHANGES,
  'emr disable-hbase-backups': CHANGES,
  'emr get': PROGRAMS,
  'emr install-applications': CHANGES,
  'emr modify-cluster-attributes': CHANGES,
  'emr put': PROGRAMS,
  'emr restore-from-hbase-backup': CHANGES,
  'emr schedule-hbase-backup': CHANGES,
  'emr socks': PROGRAMS,
  'emr ssh': PROGRAMS,
  'emr terminate-clusters': CHANGES,
  'emr-containers update-role-trust-policy': CHANGES,
  'gamelift get-game-session-log': FILES,
  'gamelift upload-build': FILES,
  'lightsail push-container-image': PROGRAMS,
  'logs start-live-tail': 'it does not end by itself',
  'opsworks register': PROGRAMS,
  'rds generate-db-auth-token': SECRETS,
  'servicecatalog generate': CHANGES,
  'ssm start-session': PROGRAMS,
  'sso login': 'it signs in on this machine; `central-ops login` does that',
  'sso logout': 'it signs out on this machine; `central-ops logout` does that',
};

/** Why a command is never run, whatever the policy says; undefined for what is not on this list. */
export function reasonNotRun(command: string, subcommand: string | undefined): string | undefined {
  if (Object.hasOwn(NOT_HERE, command)) return NOT_HERE[command];
  if (subcommand === 'help') return NOT_HERE['help'];
  if (subcommand === 'wait') return WAITS;
  if (subcommand === 'wizard') return CHANGES;
  const key = `${command} ${subcommand ?? ''}`;
  return Object.hasOwn(REFUSED, key) ? REFUSED[key] : undefined;
}

/** The subcommands of `aws s3`, for suggestions: it is no service of its own. */
export const S3_SUBCOMMANDS: readonly string[] = Object.keys({ ...CUSTOMIZATIONS, ...REFUSED })
  .filter((key) => key.startsWith('s3 '))
  .map((key) => key.slice(3));
