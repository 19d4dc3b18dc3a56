import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../../src/domain/plan.js';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../../src/planning/rules-planner.js';
import type { Turn } from '../../../../src/domain/conversation.js';
import type { PlanningContext } from '../../../../src/planning/planner.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from '../fixtures.js';

const catalogue = createCatalogue();
const planner = createRulesPlanner({ catalogue });

/** The table's noun and its filters, where the plan may be run; else what is said instead. */
function asked(question: string, context: PlanningContext = CONTEXT): string {
  const intent = planner.plan(question, context);
  if (intent.kind === 'clarify') return `clarify: ${intent.question}`;
  if (intent.kind !== 'query') return intent.kind;
  const { plan } = intent;
  const decision = authorizePlan({ plan, regions: ['all'], accounts: ACCOUNTS, catalogue, budgets: BUDGETS });
  if (!decision.authorized) return 'not authorized';
  const [view] = plan.show.tables;
  return `${view?.noun ?? ''}: ${(view?.filters ?? []).map(text).join(' and ')}`;
}

function text(filter: Filter): string {
  if ('any' in filter) return `(${filter.any.map(text).join(' or ')})`;
  return [filter.column, filter.is, 'value' in filter ? JSON.stringify(filter.value) : '']
    .join(' ')
    .replaceAll('"', '');
}

function summaryOf(question: string): string {
  const intent = planner.plan(question, CONTEXT);
  return 'summary' in intent ? intent.summary : intent.kind;
}

/** What "Inbound rules allows …" is asked with. */
function groups(traffic: string): string {
  return `security groups that allow ${traffic}: Inbound rules allows ${traffic}`;
}

describe('ports that are open', () => {
  it.each([
    ['Which security groups allow SSH from anywhere?', 'tcp 22 from anywhere'],
    ['where is ssh open to the whole internet?', 'tcp 22 from anywhere'],
    ['is ssh open to the world in any security group', 'tcp 22 from anywhere'],
    ['which security groups allow ssh from 0.0.0.0/0 or ::/0', 'tcp 22 from anywhere'],
    ['security groups with port 3389 open to 0.0.0.0/0', 'port 3389 from anywhere'],
    ['security groups that are open to the world on port 22', 'port 22 from anywhere'],
    ['security groups that allow traffic from anywhere on port 5432', 'port 5432 from anywhere'],
    ['which security groups allow 22 from anywhere', 'port 22 from anywhere'],
    ['which security groups allow all traffic from anywhere', 'all traffic from anywhere'],
    ['Security groups allowing all ports from anywhere', 'all ports from anywhere'],
    ['security groups with inbound rules from anywhere in production', 'any traffic from anywhere'],
    ['which security groups allow RDP from the internet', 'tcp 3389 from anywhere'],
    ['which security groups allow MySQL from the internet', 'tcp 3306 from anywhere'],
    ['security groups with Redis open to the world', 'tcp 6379 from anywhere'],
    ['security groups that expose mongodb to the internet', 'tcp 27017 from anywhere'],
    ['security groups that allow SSH or RDP from anywhere', 'tcp 22 or tcp 3389 from anywhere'],
    ['security groups with ports 80 and 443 open to the world', 'port 80 or port 443 from anywhere'],
    ['security groups with ports 8000–8100 open to the world', 'port 8000-8100 from anywhere'],
    ['security groups that allow ping from anywhere', 'icmp from anywhere'],
    ['security groups open to ::/0', 'any traffic from ::/0'],
    ['security groups with port 22 open to ::/0 in eu-west-1', 'port 22 from ::/0'],
    ['which security groups allow http from anywhere over ipv6', 'tcp 80 from ::/0'],
    ['security groups that allow inbound 8080 from 10.0.0.0/8', 'port 8080 from 10.0.0.0/8'],
    ['security groups allowing tcp/22 from 203.0.113.7', 'tcp 22 from 203.0.113.7'],
    ['which security groups let the whole internet in on 3389', 'port 3389 from anywhere'],
    ['any security group that lets ssh in from anywhere?', 'tcp 22 from anywhere'],
    ['security groups that allow anybody on port 22', 'port 22 from anywhere'],
    ['security groups that allow SSH', 'tcp 22 from any source'],
  ])('%s', (question, traffic) => {
    expect(asked(question)).toBe(groups(traffic));
  });

  it.each([
    [
      'which security groups do not allow SSH from anywhere',
      'security groups that do not allow tcp 22 from anywhere: Inbound rules not-allows tcp 22 from anywhere',
    ],
    [
      'which security groups allow outbound traffic to anywhere',
      'security groups that allow any traffic to anywhere: Outbound rules allows any traffic to anywhere',
    ],
    [
      'default security groups that allow all inbound traffic from anywhere',
      'default security groups that allow all traffic from anywhere: Group equal default and Inbound rules allows all traffic from anywhere',
    ],
    [
      'security groups open to the internet',
      'security groups open to the world: Inbound rules allows any traffic from anywhere',
    ],
    [
      'which network ACLs allow SSH from anywhere?',
      'network ACLs that allow tcp 22 from anywhere: Rules allows tcp 22 from anywhere',
    ],
    // The same words of things that have no rules of their own.
    [
      'postgres databases open to the internet',
      'publicly accessible postgres RDS instances: Public equal true and Engine contains postgres',
    ],
    ['which load balancers are open to the internet', 'internet-facing load balancers: Scheme equal internet-facing'],
    [
      'RDS instances with port 5432 open to the world',
      'clarify: I cannot tell "port 5432 open to the world" of RDS instances.',
    ],
    ['allow SSH from anywhere in security group sg-0123456789abcdef0', 'refuse'],
    ['open port 22 to the world', 'refuse'],
    ['security groups that allow SSH from the moon', 'clarify: I did not understand "moon".'],
    ['security groups with port 99999 open to the world', 'clarify: I did not understand "port" and "99999".'],
  ])('%s', (question, expected) => {
    expect(asked(question)).toBe(expected);
  });

  it('are said as they were understood', () => {
    expect(summaryOf('Which security groups allow SSH from anywhere?')).toBe(
      'List security groups that allow tcp 22 from anywhere (ec2 DescribeSecurityGroups); in all accounts; in each account\'s own Regions, else us-east-1; "allow SSH from anywhere" is taken as: rules for tcp 22 from anywhere (all of the Internet, over IPv4 or IPv6, by one rule or several together); ranges of ports and rules for all traffic count',
    );
  });
});

describe('versions', () => {
  it.each([
    [
      'Which Lambda functions run on a runtime older than nodejs20?',
      'Lambda functions on nodejs older than 20: Runtime older nodejs20',
    ],
    ['Lambda functions with Node older than 20', 'Lambda functions on nodejs older than 20: Runtime older nodejs20'],
    [
      'Lambda functions running Python 3.9 or older',
      'Lambda functions on python 3.9 or older: Runtime not-newer python3.9',
    ],
    ['Lambda functions on node 18', 'nodejs18.x Lambda functions: Runtime equal nodejs18.x'],
    ['EKS clusters older than 1.29', 'EKS clusters on Kubernetes older than 1.29: Version older 1.29'],
    ['EKS clusters below version 1.30', 'EKS clusters on Kubernetes older than 1.30: Version older 1.30'],
    ['EKS clusters version < 1.30', 'EKS clusters on Kubernetes older than 1.30: Version older 1.30'],
    ['EKS clusters with version <= 1.30', 'EKS clusters on Kubernetes 1.30 or older: Version not-newer 1.30'],
    [
      'EKS clusters running Kubernetes 1.29 or older',
      'EKS clusters on Kubernetes 1.29 or older: Version not-newer 1.29',
    ],
    ['EKS clusters newer than 1.31', 'EKS clusters on Kubernetes newer than 1.31: Version newer 1.31'],
    ['EKS clusters on version 1.29', 'EKS clusters on Kubernetes 1.29: Version same-version 1.29'],
    [
      'which EKS clusters are not on version 1.33',
      'EKS clusters on Kubernetes other than 1.33: Version other-version 1.33',
    ],
    ['EKS node groups below version 1.31', 'EKS node groups on Kubernetes older than 1.31: Version older 1.31'],
    [
      'RDS instances running PostgreSQL below 14',
      'RDS instances on PostgreSQL older than 14: Engine contains postgres and Version older 14',
    ],
    [
      'PostgreSQL databases older than 14',
      'postgres RDS instances on PostgreSQL older than 14: Engine contains postgres and Version older 14 and Engine contains postgres',
    ],
    [
      'RDS instances with MySQL 5.7 or older',
      'RDS instances on MySQL 5.7 or older: Engine contains mysql and Version not-newer 5.7',
    ],
    [
      'Aurora MySQL older than 3',
      'RDS clusters on Aurora MySQL older than 3: Engine equal aurora-mysql and Version older mysql_aurora.3',
    ],
    [
      'Aurora MySQL clusters older than 3',
      'aurora-mysql RDS clusters on Aurora MySQL older than 3: Engine equal aurora-mysql and Version older mysql_aurora.3 and Engine contains aurora-mysql',
    ],
    [
      'SQL Server databases older than 2019',
      'sqlserver RDS instances on SQL Server older than 2019: Engine contains sqlserver and Version older 15 and Engine contains sqlserver',
    ],
    [
      'ElastiCache Redis before 7',
      'redis ElastiCache clusters on Redis OSS older than 7: Engine equal redis and Engine version older 7 and Engine contains redis',
    ],
    [
      'Redis clusters before 7',
      'ElastiCache replication groups on Redis OSS older than 7: Engine equal redis and Engine version older 7',
    ],
    [
      'OpenSearch domains below 2.11',
      'OpenSearch domains on OpenSearch older than 2.11: Engine version older OpenSearch_2.11',
    ],
    ['MSK clusters older than 3.6', 'MSK clusters on Kafka older than 3.6: Kafka version older 3.6'],
  ])('%s', (question, expected) => {
    expect(asked(question)).toBe(expected);
  });

  // "Older", "below", "before" and "over" of what is no version.
  it.each([
    ['RDS instances older than 90 days', 'RDS instances older than 90 days: Created below 2026-08-23T12:00:00.000Z'],
    [
      'PostgreSQL databases older than 90 days',
      'postgres RDS instances older than 90 days: Created below 2026-08-23T12:00:00.000Z and Engine contains postgres',
    ],
    ['EKS clusters older than 30 days', 'clarify: I cannot tell "older than 30 days" of EKS clusters.'],
    ['volumes below 5 GB', 'EBS volumes with storage below 5 GiB: Size GiB below 5'],
    ['EBS volumes larger than 1.5 TB', 'EBS volumes with storage above 1.5 TiB: Size GiB above 1536'],
    ['Lambda functions with memory below 512', 'Lambda functions with memory below 512 MiB: Memory MB below 512'],
    ['RDS instances older than 14', 'clarify: I did not understand "older", "than" and "14".'],
    ['RDS instances older than version 14', 'clarify: I cannot tell "older than version 14" of RDS instances.'],
    ['Lambda functions older than version 20', 'clarify: I cannot tell "older than version 20" of Lambda functions.'],
    ['SQL Server databases older than 2018', 'clarify: I cannot tell "older than 2018" of RDS instances.'],
    ['EC2 instances older than 1.29', 'clarify: I cannot tell "older than 1.29" of EC2 instances.'],
    ['which accounts are in <123456789012>', 'list-accounts'],
  ])('%s', (question, expected) => {
    expect(asked(question)).toBe(expected);
  });

  it('are not guessed where AWS keeps the list', () => {
    expect(planner.plan('Lambda functions on deprecated runtimes', CONTEXT)).toEqual({
      kind: 'clarify',
      question:
        'I cannot tell which are deprecated runtimes: AWS keeps that list, changes it, and no call returns it. Compare with a version instead.',
      suggestions: ['Lambda functions on a runtime older than nodejs20', 'Lambda functions on Python 3.9 or older'],
    });
  });

  it('say what they are versions of', () => {
    expect(summaryOf('RDS instances running PostgreSQL below 14')).toContain(
      '"PostgreSQL below 14" is taken as: Version older than 14, number by number; "PostgreSQL" is taken as: RDS for PostgreSQL and Aurora PostgreSQL',
    );
  });
});

/** The filters after each question. */
function converse(questions: readonly string[]): readonly string[] {
  const turns: Turn[] = [];
  return questions.map((question) => {
    const context = { ...CONTEXT, conversation: { turns } };
    const answer = asked(question, context);
    turns.push({ runId: 'run-1', at: 0, question, intent: planner.plan(question, context) });
    return answer.split(': ').at(-1) ?? '';
  });
}

describe('a conversation about them', () => {
  it.each<readonly (readonly [question: string, filters: string])[]>([
    [
      ['Which security groups allow SSH from anywhere?', 'Inbound rules allows tcp 22 from anywhere'],
      ['and RDP?', 'Inbound rules allows tcp 3389 from anywhere'],
      ['and in staging?', 'Inbound rules allows tcp 3389 from anywhere'],
      ['what about port 3306?', 'Inbound rules allows port 3306 from anywhere'],
      ['and from 10.0.0.0/8?', 'Inbound rules allows port 3306 from 10.0.0.0/8'],
      ['and network ACLs?', 'Rules allows port 3306 from 10.0.0.0/8'],
    ],
    [
      ['security groups open to the internet', 'Inbound rules allows any traffic from anywhere'],
      ['and on port 22?', 'Inbound rules allows port 22 from anywhere'],
      ['which of them are default?', 'Inbound rules allows port 22 from anywhere and Group equal default'],
    ],
    [
      ['RDS instances running PostgreSQL below 14', 'Engine contains postgres and Version older 14'],
      ['and below 15?', 'Engine contains postgres and Version older 15'],
      ['only the encrypted ones', 'Engine contains postgres and Version older 15 and Encrypted equal true'],
      ['and MySQL older than 8?', 'Encrypted equal true and Engine contains mysql and Version older 8'],
    ],
    [
      ['EKS clusters older than 1.30', 'Version older 1.30'],
      ['and node groups?', 'Version older 1.30'],
      ['only those below 1.29', 'Version older 1.29'],
    ],
  ])('goes on from %j', (...turns) => {
    expect(converse(turns.map(([question]) => question))).toEqual(turns.map(([, expected]) => expected));
  });
});
