import { countsOf, perAccount, type TrueAccount } from '../ground-truth.js';
import { instances, instancesWhere, databasesWhere, volumesWhere, functionsWhere, servicesWhere } from './lists.js';
import { enabled, only, own, type Asking, type Question } from './question.js';

/** Selectors of accounts, and structured queries. */
export function scopeQuestions({ accounts, ask, query, all }: Asking): readonly Question[] {
  const production = accounts.filter((account) => account.environment === 'production');
  const staging = accounts.filter((account) => account.environment === 'staging');
  const payments = accounts.filter((account) => account.tags['team'] === 'payments');
  const [first, second] = accounts;
  if (first === undefined || second === undefined) throw new Error('the organization is too small to ask about');
  const without = (left: TrueAccount): readonly TrueAccount[] => accounts.filter((account) => account !== left);

  return [
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
