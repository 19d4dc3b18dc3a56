import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/domain/intent.js';
import { authorizePlan } from '../../../src/planning/authorize.js';
import { createCatalogue } from '../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../src/planning/rules-planner.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from './fixtures.js';

const catalogue = createCatalogue();
const planner = createRulesPlanner({ catalogue });

const PAYMENTS = '111111111111';
const STAGING = '222222222222';
const DATA = '333333333333';
const WEBSITE = '044444444444';

/** A query in one line: what is shown, grouped how, where. */
function line(intent: Intent): string {
  if (intent.kind !== 'query') return intent.kind;
  const tables = intent.plan.show.tables.map(
    (view) =>
      `${view.kind} ${view.noun}${view.by === undefined ? '' : ` by ${view.by}`}${view.sort === undefined ? '' : ` sorted by ${view.sort.column}`}${view.limit === undefined ? '' : ` limit ${view.limit}`}`,
  );
  const { include, exclude } = intent.accounts;
  return [
    tables.join(' + '),
    ...(include.length === 0 ? [] : [`in ${include.join(' ')}`]),
    ...(exclude.length === 0 ? [] : [`not ${exclude.join(' ')}`]),
    ...(intent.regions.length === 0 ? [] : [`at ${intent.regions.join(' ')}`]),
  ].join(' | ');
}

function plan(question: string): Intent {
  return planner.plan(question, CONTEXT);
}

const UNDERSTOOD: readonly (readonly [question: string, expected: string])[] = [
  // The nouns of the main job, by their many names.
  ['list EC2 instances', 'rows EC2 instances'],
  ['Show me all EC2 instances.', 'rows EC2 instances'],
  ['ec2', 'rows EC2 instances'],
  ['describe the instances', 'rows EC2 instances'],
  ['which virtual machines do we have?', 'rows EC2 instances'],
  ['please could you show me which EC2 instances we have, thanks!', 'rows EC2 instances'],
  ['What S3 buckets are there?', 'rows S3 buckets'],
  ['list RDS instances', 'rows RDS instances'],
  ['what databases exist', 'rows RDS instances'],
  ['find all lambdas', 'rows Lambda functions'],
  ['List ECS clusters', 'rows ECS clusters'],
  ['list ecs services', 'rows ECS services'],
  ['list ECS clusters and services', 'rows ECS clusters + rows ECS services'],
  ['describe all EKS clusters', 'rows EKS clusters'],
  ['show kubernetes clusters', 'rows EKS clusters'],
  ['ECS and EKS clusters', 'rows ECS clusters + rows EKS clusters'],
  ['list RDS clusters', 'rows RDS clusters'],
  ['aurora clusters', 'rows aurora RDS clusters'],
  ['list volumes', 'rows EBS volumes'],
  ['VPCs', 'rows VPCs'],
  ['security groups', 'rows security groups'],
  ['list log groups', 'rows log groups'],
  ['list alarms', 'rows CloudWatch alarms'],
  ['IAM users', 'rows IAM users'],
  ['IAM users and roles', 'rows IAM users + rows IAM roles'],
  ['list tagged resources', 'rows tagged resources'],
  ['App Runner services', 'rows App Runner services'],
  ['EKS node groups', 'rows EKS node groups'],
  ['list Elastic IPs', 'rows Elastic IP addresses'],
  ['EC2 instances and S3 buckets', 'rows EC2 instances + rows S3 buckets'],
  ['instances, buckets and lambda functions', 'rows EC2 instances + rows S3 buckets + rows Lambda functions'],

  // Counts and groupings.
  ['How many EC2 instances are running in each account?', 'count running EC2 instances'],
  ['How many S3 buckets does each account have?', 'count S3 buckets'],
  ['count lambda functions', 'count Lambda functions'],
  ['number of RDS databases per account', 'count RDS instances'],
  ['How many instances are running in each Region?', 'count running EC2 instances by Region | at all'],
  ['EC2 instances per region', 'count EC2 instances by Region'],
  ['EC2 instances by type', 'count EC2 instances by Type'],
  ['EC2 instances per account and region', 'count EC2 instances by Region'],
  ['count ec2 instances by state', 'count EC2 instances by State'],
  ['databases grouped by engine', 'count RDS instances by Engine'],
  ['Lambda functions by runtime', 'count Lambda functions by Runtime'],
  ['list EC2 instances by type', 'rows EC2 instances sorted by Type'],
  ['list EC2 instances in each account', 'rows EC2 instances'],
  ['ECS services per cluster', 'count ECS services by Cluster'],
  ['Which accounts have public buckets?', 'count public S3 buckets'],
  ['which regions have running instances', 'count running EC2 instances by Region | at all'],
  ['list the first 10 EC2 instances', 'rows EC2 instances limit 10'],

  // Accounts.
  ['EC2 instances in Payments Production', `rows EC2 instances | in ${PAYMENTS}`],
  ['ec2 instances in payments-production', `rows EC2 instances | in ${PAYMENTS}`],
  ['list instances in the "Payments Production" account', `rows EC2 instances | in ${PAYMENTS}`],
  ['Data Platform Production databases', `rows RDS instances | in ${DATA}`],
  ['list buckets in account 111111111111', `rows S3 buckets | in ${PAYMENTS}`],
  ['list buckets in 999999999999', 'rows S3 buckets | in 999999999999'],
  ['list buckets in 1111-1111-1111', `rows S3 buckets | in ${PAYMENTS}`],
  ['list buckets in account Foobar', 'rows S3 buckets | in Foobar'],
  ['list buckets in the data platform account', `rows S3 buckets | in ${DATA}`],
  ['in Payments Production and Website, list the databases', `rows RDS instances | in ${PAYMENTS} ${WEBSITE}`],
  [
    'which RDS instances in production are publicly accessible?',
    'rows publicly accessible RDS instances | in production',
  ],
  ['rds in prod', 'rows RDS instances | in production'],
  ['production EC2 instances', 'rows EC2 instances | in production'],
  ['ec2 in staging or dev', 'rows EC2 instances | in staging development'],
  ['EC2 instances in non-production accounts', 'rows EC2 instances | not production'],
  ['list EC2 instances across all accounts', 'rows EC2 instances'],
  ['list EC2 instances in every account except Website', `rows EC2 instances | not ${WEBSITE}`],
  ['list buckets in all accounts but Website', `rows S3 buckets | not ${WEBSITE}`],
  [
    'list instances except in Payments Production and Payments Staging',
    `rows EC2 instances | not ${PAYMENTS} ${STAGING}`,
  ],
  ['instances in production except Payments Production', `rows EC2 instances | in production | not ${PAYMENTS}`],
  ['list instances excluding 111111111111', `rows EC2 instances | not ${PAYMENTS}`],
  ['list instances not in production', 'rows EC2 instances | not production'],
  ['in accounts tagged team=payments list EC2 instances', 'rows EC2 instances | in tag:team=payments'],
  ['list buckets in OU Workloads', 'rows S3 buckets | in ou:Workloads'],

  // Regions.
  ['EC2 instances in eu-west-1', 'rows EC2 instances | at eu-west-1'],
  ['EC2 instances in eu-west-1 and us-east-1', 'rows EC2 instances | at eu-west-1 us-east-1'],
  ['EC2 instances in all Regions', 'rows EC2 instances | at all'],
  ['EC2 instances in every region of every account', 'rows EC2 instances | at all'],
  ['default VPCs everywhere', 'rows default VPCs | at all'],
  [
    'lambda functions in Ireland, Frankfurt and N. Virginia',
    'rows Lambda functions | at eu-west-1 eu-central-1 us-east-1',
  ],
  ['EC2 instances in eu-west-9', 'rows EC2 instances | at eu-west-9'],
  ['EC2 instances in production in Tokyo', 'rows EC2 instances | in production | at ap-northeast-1'],

  // Conditions.
  ['running instances', 'rows running EC2 instances'],
  ['which instances are stopped?', 'rows stopped EC2 instances'],
  ['instances that are not running', 'rows not running EC2 instances'],
  ['running or stopped instances', 'rows running or stopped EC2 instances'],
  ['show EC2 instances, but not the stopped ones', 'rows not stopped EC2 instances'],
  ['t3.micro instances', 'rows t3.micro EC2 instances'],
  ['EC2 instances of type m5.large or t3.micro', 'rows m5.large or t3.micro EC2 instances'],
  ['instances with a public IP', 'rows EC2 instances with a public IP address'],
  ['instances tagged team=payments', 'rows EC2 instances with tag team=payments'],
  ['instances with tag "Cost Center"="Blue Team"', 'clarify'],
  ['instances with tag CostCenter="Blue Team"', 'rows EC2 instances with tag CostCenter=Blue Team'],
  ['EC2 instances without an Owner tag', 'rows EC2 instances without tag Owner'],
  ['untagged instances', 'rows untagged EC2 instances'],
  ['instances named web-1', 'rows EC2 instances named "web-1"'],
  ['instances named "stop"', 'rows EC2 instances named "stop"'],
  ['functions whose name contains payment', 'rows Lambda functions with a name containing "payment"'],
  ['instances in vpc-0123456789abcdef0', 'rows EC2 instances of vpc-0123456789abcdef0'],
  ['describe i-0123456789abcdef0', 'rows EC2 instances i-0123456789abcdef0'],
  ['unencrypted volumes', 'rows unencrypted EBS volumes'],
  ['volumes not in use', 'rows unattached EBS volumes'],
  ['postgres databases that are not encrypted', 'rows unencrypted postgres RDS instances'],
  ['mysql and postgres databases', 'rows mysql or postgres RDS instances'],
  ['databases with multi-az disabled', 'rows single-AZ RDS instances'],
  ['RDS instances without deletion protection', 'rows RDS instances without deletion protection'],
  ['running databases', 'rows running RDS instances'],
  ['Lambda functions with runtime python3.9', 'rows python3.9 Lambda functions'],
  ['which functions run on python3.9', 'rows python3.9 Lambda functions'],
  ['databases running postgres', 'rows postgres RDS instances'],
  ['running postgres databases', 'rows running postgres RDS instances'],
  ['list the lambda functions running python3.9', 'rows python3.9 Lambda functions'],
  ['lambda functions using node 18', 'rows nodejs18.x Lambda functions'],
  ['functions tagged env=prod', 'rows Lambda functions with tag env=prod'],
  ['public buckets', 'rows public S3 buckets'],
  ['buckets that are private', 'rows private S3 buckets'],
  ['S3 buckets with no encryption', 'rows unencrypted S3 buckets'],
  ['buckets without versioning', 'rows S3 buckets without versioning'],
  ['buckets tagged team=payments', 'rows S3 buckets with tag team=payments'],
  ['EKS clusters with a public endpoint', 'rows EKS clusters with a public endpoint'],
  ['active ECS services on fargate', 'rows active ECS services on Fargate'],
  ['which alarms are in alarm?', 'rows CloudWatch alarms in alarm'],
  ['disabled alarms', 'rows disabled CloudWatch alarms'],
  ['log groups that never expire', 'rows log groups that never expire'],
  ['IAM users without MFA', 'rows IAM users without MFA'],
  ['security groups open to the world', 'rows security groups open to the world'],
  ['resources tagged team=payments', 'rows resources with tag team=payments'],
  ['stopped databases and running EC2 instances', 'rows stopped RDS instances + rows running EC2 instances'],
  ['running EC2 instances and S3 buckets', 'rows running EC2 instances + rows S3 buckets'],
  ['EC2 instances and volumes that are encrypted', 'rows EC2 instances + rows encrypted EBS volumes'],
];

describe('the rules planner', () => {
  it.each(UNDERSTOOD)('understands %j', (question, expected) => {
    expect(line(plan(question))).toBe(expected);
  });

  it.each(UNDERSTOOD)('plans what is authorised for %j', (question) => {
    const intent = plan(question);
    if (intent.kind !== 'query') return;

    for (const regions of [[], ['all']]) {
      const decision = authorizePlan({ plan: intent.plan, regions, accounts: ACCOUNTS, catalogue, budgets: BUDGETS });
      expect(decision).toMatchObject({ authorized: true, warnings: [] });
    }
  });

  it('plans the first question of the README whole', () => {
    expect(plan('How many EC2 instances are running in each account?')).toEqual({
      kind: 'query',
      plan: {
        calls: [
          {
            id: 'instances',
            service: 'ec2',
            operation: 'DescribeInstances',
            params: { Filters: [{ Name: 'instance-state-name', Values: ['running'] }] },
            columns: [],
          },
        ],
        show: {
          title: 'Running EC2 instances',
          tables: [{ call: 'instances', filters: [], kind: 'count', noun: 'running EC2 instances' }],
        },
      },
      accounts: { include: [], exclude: [] },
      regions: [],
      summary:
        "Count running EC2 instances per account (ec2 DescribeInstances); in all accounts; in each account's own Regions, else us-east-1",
      planner: 'rules',
      basis: {
        things: [
          { topic: 'instances', narrowings: [{ condition: { kind: 'state', value: 'running' }, negated: false }] },
        ],
        counts: true,
        perAccount: true,
        excludedRegions: [],
      },
    });
  });

  it('follows clusters to services and carries the cluster along', () => {
    const intent = plan('list ECS clusters and services');

    expect(intent.kind === 'query' && intent.plan.calls).toEqual([
      { id: 'ecs-cluster-list', service: 'ecs', operation: 'ListClusters', params: {}, columns: [] },
      {
        id: 'ecs-clusters',
        service: 'ecs',
        operation: 'DescribeClusters',
        params: {},
        columns: [],
        forEach: { call: 'ecs-cluster-list', path: 'clusterArns[]', parameter: 'clusters', batch: 100 },
      },
      {
        id: 'ecs-service-list',
        service: 'ecs',
        operation: 'ListServices',
        params: {},
        columns: [],
        forEach: { call: 'ecs-cluster-list', path: 'clusterArns[]', parameter: 'cluster' },
      },
      {
        id: 'ecs-services',
        service: 'ecs',
        operation: 'DescribeServices',
        params: {},
        columns: [],
        forEach: {
          call: 'ecs-service-list',
          path: 'serviceArns[]',
          parameter: 'services',
          batch: 10,
          carry: ['cluster'],
        },
      },
    ]);
  });

  it('narrows buckets to Regions by what the rows say, because they are listed once', () => {
    const intent = plan('unencrypted buckets in eu-west-1 and us-east-1');

    expect(intent.kind === 'query' && intent.plan.show.tables).toEqual([
      {
        call: 'buckets',
        join: [{ call: 'bucket-encryption', on: 'Bucket' }],
        filters: [
          { column: 'Encryption', is: 'empty' },
          {
            any: [
              { column: 'Region', is: 'equal', value: 'eu-west-1' },
              { column: 'Region', is: 'equal', value: 'us-east-1' },
            ],
          },
        ],
        kind: 'rows',
        noun: 'unencrypted S3 buckets',
      },
    ]);
  });

  it('adds the column that a filter needs to those of the catalogue', () => {
    const intent = plan('databases without tag Owner');

    expect(intent.kind === 'query' && intent.plan.calls[0]?.columns.at(-1)).toEqual({
      name: 'Tag Owner',
      path: 'TagList[Key=Owner].Key',
    });
    expect(intent.kind === 'query' && intent.plan.calls[0]?.columns).toHaveLength(9);
  });

  it('says in the summary how it took a word', () => {
    expect(plan('running databases in Website')).toMatchObject({
      summary: expect.stringContaining('"running" is taken as RDS\'s status available'),
    });
    expect(plan('list EC2 instances')).toMatchObject({ summary: expect.stringContaining('terminated ones included') });
    expect(plan('list IAM users in eu-west-1')).toMatchObject({
      summary: expect.stringContaining('belong to no Region'),
    });
  });

  describe('lists accounts', () => {
    it.each([
      ['list accounts', [], []],
      ['which accounts are there?', [], []],
      ['show all accounts', [], []],
      ['what accounts do we have', [], []],
      ['how many accounts are there', [], []],
      ['list production accounts', ['production'], []],
      ['which accounts are in production?', ['production'], []],
      ['list the accounts except Website', [], [WEBSITE]],
    ])('for %j', (question, include, exclude) => {
      expect(plan(question)).toMatchObject({ kind: 'list-accounts', accounts: { include, exclude } });
    });
  });

  describe('asks back', () => {
    it.each([
      ['', 'What do you want to know?'],
      ['   ?!  ', 'What do you want to know?'],
      ['what is the weather', '"weather"'],
      ['list instnces', 'Did you mean "instances"?'],
      ['instances in Foobar', '"Foobar"'],
      ['instances in payments', '"payments" is part of the names of 2 accounts'],
      ['EC2 instances patched last week', '"patched", "last" and "week"'],
      ['instances that can be stopped', '"can" and "be"'],
      ['EC2 instances in us-east-1a', '"us-east-1a"'],
      ['instances of type t3.*', '"t3.*"'],
      ['clusters', 'ECS clusters, EKS clusters or RDS clusters'],
      ['snapshots', 'EBS snapshots or RDS snapshots'],
      ['what is running in production', 'name a kind of resource'],
      ['list all regions', 'name a kind of resource'],
      ['what can you do', 'I can list, count and filter EC2 instances, EBS volumes'],
      ['help', 'I can list, count and filter EC2 instances, EBS volumes'],
      ['encrypted lambda functions', 'cannot tell "encrypted" of Lambda functions'],
      ['running buckets', 'cannot tell "running" of S3 buckets'],
      ['S3 buckets by type', 'cannot group S3 buckets by type'],
      ['EC2 instances by state and type', 'by one thing at a time'],
      ['encrypted or public databases', '"or"'],
      ['running EC2 instances and RDS instances', 'meant of RDS instances, too?'],
      ['buckets in eu-west-1 and instances in us-east-1', 'in the same places'],
      ['list EC2 instances in accounts tagged team=payments', 'the accounts that are tagged team=payments'],
      ['EC2 instances except', '"except"'],
      ['not EC2 instances', '"not"'],
      ['count the first 5 instances', 'limit a list'],
      ['untagged resources', 'cannot tell "untagged"'],
      ['word '.repeat(400), 'too long'],
    ])('for %j', (question, expected) => {
      const intent = plan(question);

      expect(intent).toMatchObject({ kind: 'clarify', question: expect.stringContaining(expected) });
    });

    it('offers the accounts that a word could mean', () => {
      expect(plan('instances in payments')).toEqual({
        kind: 'clarify',
        question: '"payments" is part of the names of 2 accounts. Which one is meant?',
        suggestions: [],
        choices: [
          { shown: 'Payments Production (111111111111)', question: 'instances in 111111111111' },
          { shown: 'Payments Staging (222222222222)', question: 'instances in 222222222222' },
        ],
      });
    });

    it('suggests at most three questions, and only such as it understands', () => {
      const intent = plan('gibberish about EC2 instances');
      const suggestions = intent.kind === 'clarify' ? intent.suggestions : [];

      expect(suggestions).toHaveLength(3);
      expect(suggestions.map((suggestion) => plan(suggestion).kind)).toEqual(['query', 'query', 'query']);
    });

    it.each(['volumes in shop prod', 'volumes in Shop Production', 'volumes in the shop prd account'])(
      'takes the short form inside a name for the name: %j is one account',
      (question) => {
        const accounts = [
          { id: '111111111111', name: 'Shop Production', environment: 'production', partition: 'aws' },
          { id: '222222222222', name: 'Shop Staging', environment: 'staging', partition: 'aws' },
          { id: '333333333333', name: 'Search Production', environment: 'production', partition: 'aws' },
        ] as const;

        const intent = planner.plan(question, { ...CONTEXT, accounts });

        expect(intent).toMatchObject({ kind: 'query', accounts: { include: ['111111111111'], exclude: [] } });
      },
    );

    it('tells an account from an environment of the same name', () => {
      const accounts = [
        { id: '111111111111', name: 'Production', environment: 'production', partition: 'aws' },
        { id: '222222222222', name: 'Shop', environment: 'production', partition: 'aws' },
      ] as const;
      const ask = (question: string): Intent => planner.plan(question, { ...CONTEXT, accounts });

      expect(ask('instances in production')).toMatchObject({
        kind: 'clarify',
        question: '"production" is an account and an environment with 2 accounts. Which one is meant?',
      });
      expect(line(ask('instances in the production account'))).toBe('rows EC2 instances | in 111111111111');
      expect(line(ask('instances in production accounts'))).toBe('rows EC2 instances | in environment:production');
      expect(line(planner.plan('instances in production', { ...CONTEXT, accounts: accounts.slice(0, 1) }))).toBe(
        'rows EC2 instances | in 111111111111',
      );
    });
  });

  describe('refuses', () => {
    it.each([
      ['stop all instances', 'would change something'],
      ['Terminate the EC2 instances in dev', 'would change something'],
      ['list instances and then stop them', 'would change something'],
      ['list instances, stop the running ones', 'would change something'],
      ['please delete the bucket logs', 'would change something'],
      ['Create an EC2 instance', 'would change something'],
      ['reboot running databases', 'would change something'],
      ['invoke the lambda functions', 'would change something'],
      ['run instances', 'would change something'],
      ['please run the functions', 'would change something'],
      ['run python3.9 functions', 'would change something'],
      ['scale the ECS services', 'would change something'],
      ['tag all instances with team=x', 'would change something'],
      ['disable the alarms', 'would change something'],
      ['make buckets public', 'would change something'],
      ['can you encrypt the buckets', 'would change something'],
      ['open port 22 of the security groups', 'would change something'],
      ['rotate the keys', '"rotate" would change something'],
      ['stop/start instances', 'would change something'],
      ['show me the environment variables of my lambda functions', '"environment variables"'],
      ['what are the passwords of the RDS databases', '"passwords"'],
      ['show the secret values', '"secret values"'],
      ['show user data of instances', '"user data"'],
      ['get session tokens', '"session tokens"'],
      ['secret access keys of IAM users', '"secret access keys"'],
      ['show decrypted parameters', '"decrypted"'],
      ['list instances and their credentials', '"credentials"'],
    ])('%j', (question, expected) => {
      expect(plan(question)).toMatchObject({ kind: 'refuse', reason: expect.stringContaining(expected) });
    });

    it('with a question nearby that it can answer', () => {
      const intent = plan('terminate the EKS clusters');

      expect(intent).toEqual({
        kind: 'refuse',
        reason: 'Accounts are only ever read: "terminate" would change something. Nothing was asked.',
        suggestion: 'Which EKS clusters are public?',
      });
    });

    it.each([
      'which instances are stopped?',
      'disabled alarms',
      'list running instances',
      'encrypted volumes',
      'paused App Runner services',
    ])('nothing in %j', (question) => {
      expect(plan(question).kind).toBe('query');
    });
  });

  it('reads an account called like an order where an account is expected', () => {
    const accounts = [{ id: '111111111111', name: 'Stop', partition: 'aws' }] as const;

    expect(line(planner.plan('list instances in Stop', { ...CONTEXT, accounts }))).toBe(
      'rows EC2 instances | in 111111111111',
    );
    expect(planner.plan('stop instances', { ...CONTEXT, accounts }).kind).toBe('refuse');
  });
});
