import { expect } from 'vitest';
import type { Answer } from '../../../src/domain/answer.js';
import type { RunRequest } from '../../../src/domain/run.js';
import {
  countsBy,
  countsOf,
  inRegions,
  perAccount,
  rowsOf,
  sorted,
  type Row,
  type TrueAccount,
  type TrueRegion,
} from './ground-truth.js';

/** A question and the rows that answer it, worked out from the truth. */
export interface Question {
  readonly request: RunRequest;
  /** How it reads in a test's name. */
  readonly name: string;
  /** The accounts that it is about. */
  readonly asked: readonly TrueAccount[];
  readonly rows: readonly Row[];
}

/** Compares every row, and that every account asked has answered. One question does not hide the next. */
export function expectTruth(answer: Answer, { name, rows, asked }: Question): void {
  const columns = Object.keys(rows[0] ?? {});
  expect
    .soft(
      {
        status: answer.status,
        accounts: answer.coverage?.accounts,
        failures: answer.coverage?.failures,
        rows: columns.length === 0 ? [] : rowsOf(answer, columns),
        total: answer.tables[0]?.total,
      },
      name,
    )
    .toEqual({
      status: 'complete',
      accounts: { asked: asked.length, answered: asked.length },
      failures: [],
      rows: sorted(rows),
      total: rows.length,
    });
}

type RegionsOf = (account: TrueAccount) => readonly string[];
type List = (region: TrueRegion, name: string, account: TrueAccount) => readonly Row[];

/** Where an account is at work: its own entry in the registry says so, and it holds unless a question names Regions. */
const own: RegionsOf = (account) => account.regions;
const enabled: RegionsOf = (account) => account.enabledRegions;
const only =
  (...regions: readonly string[]): RegionsOf =>
  () =>
    regions;

const instances: List = (region) =>
  region.ec2Instances.map(({ id, name, type, state }) => ({ 'Instance ID': id, Name: name, Type: type, State: state }));
const instancesWhere =
  (holds: (instance: TrueRegion['ec2Instances'][number]) => boolean): List =>
  (region, name, account) =>
    instances({ ...region, ec2Instances: region.ec2Instances.filter(holds) }, name, account);
const databasesWhere =
  (holds: (database: TrueRegion['rdsInstances'][number]) => boolean): List =>
  (region) =>
    region.rdsInstances.filter(holds).map(({ name, engine, publiclyAccessible, encrypted }) => ({
      'DB instance': name,
      Engine: engine,
      Public: publiclyAccessible,
      Encrypted: encrypted,
    }));
const volumesWhere =
  (holds: (volume: TrueRegion['volumes'][number]) => boolean): List =>
  (region) =>
    region.volumes.filter(holds).map(({ id, type, sizeGiB, encrypted }) => ({
      'Volume ID': id,
      Type: type,
      'Size GiB': sizeGiB,
      Encrypted: encrypted,
    }));
const functionsWhere =
  (holds: (item: TrueRegion['lambdaFunctions'][number]) => boolean): List =>
  (region) =>
    region.lambdaFunctions
      .filter(holds)
      .map(({ name, runtime, memoryMiB }) => ({ Function: name, Runtime: runtime, 'Memory MB': memoryMiB }));
const eksWhere =
  (holds: (cluster: TrueRegion['eksClusters'][number]) => boolean): List =>
  (region) =>
    region.eksClusters.filter(holds).map(({ name, version, status, publicEndpoint }) => ({
      Cluster: name,
      Version: version,
      Status: status,
      'Public endpoint': publicEndpoint,
    }));
const servicesWhere =
  (holds: (service: TrueRegion['ecsServices'][number]) => boolean): List =>
  (region) =>
    region.ecsServices.filter(holds).map(({ name, launchType, desired, running }) => ({
      Service: name,
      'Launch type': launchType,
      Desired: desired,
      Running: running,
    }));
type Bucket = TrueAccount['global']['s3Buckets'][number];
const bucketsWhere = (accounts: readonly TrueAccount[], holds: (bucket: Bucket) => boolean): readonly Row[] =>
  perAccount(accounts, (account) =>
    account.global.s3Buckets.filter(holds).map(({ name, region }) => ({ Region: region, Bucket: name })),
  );
/** A block of public access undoes a public policy and a public ACL alike. */
const isPublic = (bucket: Bucket): boolean =>
  (bucket.publicByPolicy || bucket.publicByAcl) && bucket.publicAccessBlocked !== true;

function carrying(key: string, value: string) {
  return ({ tags }: { readonly tags: Readonly<Record<string, string>> }): boolean => tags[key] === value;
}

const taggedIn =
  (key: string, value: string): List =>
  (region, name, account) => {
    const carries = carrying(key, value);
    const place = `${name}:${account.id}`;
    return [
      ...region.ec2Instances.filter(carries).map(({ id }) => `arn:aws:ec2:${place}:instance/${id}`),
      ...region.rdsInstances.filter(carries).map((item) => `arn:aws:rds:${place}:db:${item.name}`),
      ...region.lambdaFunctions.filter(carries).map((item) => `arn:aws:lambda:${place}:function:${item.name}`),
      ...account.global.s3Buckets
        .filter((bucket) => bucket.region === name && carries(bucket))
        .map((bucket) => `arn:aws:s3:::${bucket.name}`),
    ].map((arn) => ({ ARN: arn }));
  };

/** Every kind of question that the first version understands, about the organization whose truth is given. */
export function questionsAbout(accounts: readonly TrueAccount[]): readonly Question[] {
  const ask = (prompt: string, rows: readonly Row[], asked = accounts): Question => ({
    request: { kind: 'ask', prompt },
    name: prompt,
    asked,
    rows,
  });
  const query = (
    service: string,
    operation: string,
    rows: readonly Row[],
    more: Pick<Extract<RunRequest, { kind: 'query' }>, 'accounts' | 'regions'> & {
      readonly params?: Extract<RunRequest, { kind: 'query' }>['params'];
      readonly asked?: readonly TrueAccount[];
    } = {},
  ): Question => {
    const { params = {}, asked = accounts, ...scope } = more;
    return {
      request: { kind: 'query', service, operation, params, ...scope },
      name: `query ${service} ${operation} ${JSON.stringify({ ...scope, params })}`,
      asked,
      rows,
    };
  };
  const all = (regions: RegionsOf, list: List, asked = accounts): readonly Row[] => inRegions(asked, regions, list);
  const production = accounts.filter((account) => account.environment === 'production');
  const staging = accounts.filter((account) => account.environment === 'staging');
  const payments = accounts.filter((account) => account.tags['team'] === 'payments');
  const [first, second] = accounts;
  if (first === undefined || second === undefined) throw new Error('the organization is too small to ask about');
  const without = (left: TrueAccount): readonly TrueAccount[] => accounts.filter((account) => account !== left);
  const someName = first.regions.flatMap((name) => first.byRegion.get(name)?.ec2Instances ?? []).find((x) => x.name);
  const runningEverywhere = all(
    own,
    instancesWhere(({ state }) => state === 'running'),
  );

  return [
    // EC2
    ask('How many EC2 instances are running in each account?', countsOf(accounts, runningEverywhere)),
    ask('List EC2 instances', all(own, instances)),
    ask(
      'List stopped EC2 instances in all Regions',
      all(
        enabled,
        instancesWhere(({ state }) => state === 'stopped'),
      ),
    ),
    ask(
      'List running EC2 instances in eu-west-1',
      all(
        only('eu-west-1'),
        instancesWhere((x) => x.state === 'running'),
      ),
    ),
    ask(
      'List EC2 instances of type m6i.large in us-east-1 and eu-west-1',
      all(
        only('us-east-1', 'eu-west-1'),
        instancesWhere(({ type }) => type === 'm6i.large'),
      ),
    ),
    ask(
      'Which EC2 instances are tagged Team=payments?',
      all(
        own,
        instancesWhere((x) => x.tags['Team'] === 'payments'),
      ),
    ),
    ask(
      `List EC2 instances named "${someName?.name ?? ''}"`,
      all(
        own,
        instancesWhere(({ name }) => name === someName?.name),
      ),
    ),
    ask(
      'Which EC2 instances have a public IP?',
      all(
        own,
        instancesWhere(({ publicIp }) => publicIp !== null),
      ),
    ),
    ask(
      'Which EC2 instances do not require IMDSv2?',
      all(
        own,
        instancesWhere((x) => !x.requiresImdsV2),
      ),
    ),
    ask('How many EC2 instances per type?', countsBy(accounts, all(own, instances), 'Type')),
    ask('How many EC2 instances are there per state?', countsBy(accounts, all(own, instances), 'State')),
    ask(
      'List EBS volumes',
      all(
        own,
        volumesWhere(() => true),
      ),
    ),
    ask(
      'Which EBS volumes are unencrypted?',
      all(
        own,
        volumesWhere(({ encrypted }) => !encrypted),
      ),
    ),
    ask(
      'Which EBS volumes are unattached?',
      all(
        own,
        volumesWhere(({ attachedTo }) => attachedTo === null),
      ),
    ),
    ask(
      'List default VPCs in all Regions',
      all(enabled, (region) =>
        region.vpcs.filter((vpc) => vpc.isDefault).map(({ id, cidr }) => ({ 'VPC ID': id, CIDR: cidr, Default: true })),
      ),
    ),
    ask(
      'List VPCs in eu-central-1',
      all(only('eu-central-1'), (region) => region.vpcs.map(({ id, cidr }) => ({ 'VPC ID': id, CIDR: cidr }))),
    ),
    ask(
      'Which security groups are open to the world?',
      all(own, (region) =>
        region.securityGroups
          .filter(({ openPorts }) => openPorts.length > 0)
          .map(({ id, name }) => ({ 'Group ID': id, Group: name })),
      ),
    ),
    // S3
    ask(
      'List S3 buckets',
      bucketsWhere(accounts, () => true),
    ),
    ask(
      'List S3 buckets in eu-west-1',
      bucketsWhere(accounts, ({ region }) => region === 'eu-west-1'),
    ),
    ask('Which S3 buckets are public?', bucketsWhere(accounts, isPublic)),
    ask(
      'Which S3 buckets are not public?',
      bucketsWhere(accounts, (bucket) => !isPublic(bucket)),
    ),
    ask(
      'Which S3 buckets are unencrypted?',
      bucketsWhere(accounts, ({ encryption }) => encryption === null),
    ),
    ask(
      'Which S3 buckets have no versioning?',
      bucketsWhere(accounts, ({ versioning }) => versioning !== 'Enabled'),
    ),
    ask(
      'Which S3 buckets are untagged?',
      bucketsWhere(accounts, (bucket) => Object.keys(bucket.tags).length === 0),
    ),
    ask(
      'How many S3 buckets are there in each account?',
      countsOf(
        accounts,
        bucketsWhere(accounts, () => true),
      ),
    ),
    // RDS
    ask(
      'Which RDS instances are publicly accessible?',
      all(
        own,
        databasesWhere((x) => x.publiclyAccessible),
      ),
    ),
    ask(
      'Which RDS instances are unencrypted?',
      all(
        own,
        databasesWhere(({ encrypted }) => !encrypted),
      ),
    ),
    ask(
      'List Multi-AZ RDS instances',
      all(
        own,
        databasesWhere(({ multiAz }) => multiAz),
      ),
    ),
    ask(
      'List RDS instances with engine postgres',
      all(
        own,
        databasesWhere(({ engine }) => engine.includes('postgres')),
      ),
    ),
    ask(
      'How many RDS instances per engine?',
      countsBy(
        accounts,
        all(
          own,
          databasesWhere(() => true),
        ),
        'Engine',
      ),
    ),
    ask(
      'Which RDS instances in production have no deletion protection?',
      all(
        own,
        databasesWhere(({ deletionProtection }) => !deletionProtection),
        production,
      ),
      production,
    ),
    // Lambda
    ask(
      'List Lambda functions',
      all(
        own,
        functionsWhere(() => true),
      ),
    ),
    ask(
      'List Lambda functions with runtime python3.9',
      all(
        own,
        functionsWhere((x) => x.runtime === 'python3.9'),
      ),
    ),
    ask(
      'How many Lambda functions per runtime?',
      countsBy(
        accounts,
        all(
          own,
          functionsWhere(() => true),
        ),
        'Runtime',
      ),
    ),
    // ECS and EKS
    ask(
      'List ECS clusters',
      all(own, (region) =>
        region.ecsClusters.map(({ name, status, services }) => ({
          Cluster: name,
          Status: status,
          'Active services': services,
        })),
      ),
    ),
    ask(
      'List ECS services',
      all(
        own,
        servicesWhere(() => true),
      ),
    ),
    ask(
      'List ECS services on Fargate',
      all(
        own,
        servicesWhere(({ launchType }) => launchType === 'FARGATE'),
      ),
    ),
    ask(
      'List EKS clusters',
      all(
        own,
        eksWhere(() => true),
      ),
    ),
    ask(
      'Which EKS clusters have a public endpoint?',
      all(
        own,
        eksWhere(({ publicEndpoint }) => publicEndpoint),
      ),
    ),
    ask(
      'How many EKS clusters per version?',
      countsBy(
        accounts,
        all(
          own,
          eksWhere(() => true),
        ),
        'Version',
      ),
    ),
    ask(
      'List EKS node groups',
      all(own, (region) =>
        region.eksClusters.flatMap((cluster) =>
          cluster.nodegroups.map(({ name }) => ({ Cluster: cluster.name, 'Node group': name })),
        ),
      ),
    ),
    // Monitoring, identities, tags, App Runner
    ask(
      'Which CloudWatch alarms are in alarm?',
      all(own, (region) => region.alarms.filter((x) => x.state === 'ALARM').map(({ name }) => ({ Alarm: name }))),
    ),
    ask(
      'Which log groups never expire?',
      all(own, (region) =>
        region.logGroups.filter((x) => x.retentionDays === null).map(({ name }) => ({ 'Log group': name })),
      ),
    ),
    ask(
      'How many log groups are there per account?',
      countsOf(
        accounts,
        all(own, (region) => region.logGroups.map(({ name }) => ({ 'Log group': name }))),
      ),
    ),
    ask(
      'Which IAM users have no MFA?',
      perAccount(accounts, (account) =>
        account.global.iamUsers.filter(({ mfa }) => !mfa).map(({ name }) => ({ Region: 'global', User: name })),
      ),
    ),
    ask(
      'How many IAM roles are there per account?',
      countsOf(
        accounts,
        perAccount(accounts, (account) => account.global.iamRoles.map(({ name }) => ({ Role: name }))),
      ),
    ),
    ask(
      'List active IAM access keys',
      perAccount(accounts, (account) =>
        account.global.iamUsers.flatMap((user) =>
          user.accessKeys
            .filter(({ active }) => active)
            .map(({ id }) => ({ Region: 'global', User: user.name, 'Access key ID': id })),
        ),
      ),
    ),
    ask('List resources tagged Environment=production', all(own, taggedIn('Environment', 'production'))),
    ask(
      'List App Runner services in all Regions',
      all(enabled, (region) => region.appRunnerServices.map(({ name, status }) => ({ Service: name, Status: status }))),
    ),
    // Selectors
    ask(`List EC2 instances in ${first.name}`, all(own, instances, [first]), [first]),
    ask(
      `List Lambda functions in account ${second.id}`,
      all(
        own,
        functionsWhere(() => true),
        [second],
      ),
      [second],
    ),
    ask(
      'List ECS services in production',
      all(
        own,
        servicesWhere(() => true),
        production,
      ),
      production,
    ),
    ask(
      `List running EC2 instances in all accounts except ${first.name}`,
      all(
        own,
        instancesWhere(({ state }) => state === 'running'),
        without(first),
      ),
      without(first),
    ),
    {
      ...ask(
        'How many RDS instances are there?',
        countsOf(
          payments,
          all(
            own,
            databasesWhere(() => true),
            payments,
          ),
        ),
      ),
      request: { kind: 'ask', prompt: 'How many RDS instances are there?', accounts: ['tag:team=payments'] },
      name: 'How many RDS instances are there? --accounts tag:team=payments',
      asked: payments,
    },
    // Structured queries
    query(
      'ec2',
      'DescribeInstances',
      all(
        only('us-east-1'),
        instancesWhere(({ state }) => state === 'stopped'),
      ),
      { params: { Filters: [{ Name: 'instance-state-name', Values: ['stopped'] }] }, regions: ['us-east-1'] },
    ),
    query(
      'ec2',
      'DescribeVolumes',
      all(
        own,
        volumesWhere(() => true),
        staging,
      ),
      {
        accounts: ['staging'],
        asked: staging,
      },
    ),
    query(
      'ec2',
      'describe-security-groups',
      all(enabled, (region) => region.securityGroups.map(({ id, name }) => ({ 'Group ID': id, Group: name }))),
      { regions: ['all'] },
    ),
    query(
      'logs',
      'DescribeLogGroups',
      all(own, (region) =>
        region.logGroups.map(({ name, retentionDays }) => ({ 'Log group': name, 'Retention days': retentionDays })),
      ),
    ),
    query(
      'iam',
      'ListPolicies',
      perAccount(accounts, (account) =>
        account.global.iamPolicies.map(({ name, attachments }) => ({ Policy: name, Attachments: attachments })),
      ),
      { params: { Scope: 'Local' } },
    ),
    query(
      'sts',
      'GetCallerIdentity',
      perAccount(accounts, ({ id }) => [{ 'Identity account': id }]),
    ),
    query(
      'rds',
      'DescribeDBClusters',
      all(own, (region) => region.rdsClusters.map(({ name, engine }) => ({ 'DB cluster': name, Engine: engine }))),
    ),
    query(
      'secretsmanager',
      'ListSecrets',
      all(own, (region) => region.secrets.map(({ name }) => ({ Secret: name }))),
    ),
  ];
}
