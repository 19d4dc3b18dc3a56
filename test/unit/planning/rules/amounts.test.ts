import { describe, expect, it } from 'vitest';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { createRulesPlanner } from '../../../../src/planning/rules-planner.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from '../fixtures.js';
import { talk } from '../support/talk.js';

const catalogue = createCatalogue();
const planner = createRulesPlanner({ catalogue });

/** What an authorised plan shows, in one line; or what is asked back. */
function shown(intent: ReturnType<typeof planner.plan>): string {
  if (intent.kind !== 'query') return intent.kind === 'clarify' ? `? ${intent.question}` : intent.kind;
  const decision = authorizePlan({
    plan: intent.plan,
    regions: ['all'],
    accounts: ACCOUNTS,
    catalogue,
    budgets: BUDGETS,
  });
  if (!decision.authorized) return `not authorized: ${JSON.stringify(decision)}`;
  return intent.plan.show.tables
    .map(({ kind, measure, by, across, sort, limit, noun }) =>
      [
        measure === undefined ? kind : `${measure.of} of ${measure.column}`,
        noun,
        ...(by === undefined ? [] : [`by ${by}`]),
        ...(across === true ? ['across'] : []),
        ...(sort === undefined ? [] : [`${sort.column} ${sort.descending ? 'down' : 'up'}`]),
        ...(limit === undefined ? [] : [`first ${limit}`]),
      ].join(' | '),
    )
    .join(' + ');
}

describe('a question about an amount', () => {
  it.each([
    // Computed.
    ['What is the total size of EBS volumes per account?', 'sum of Size GiB | EBS volumes'],
    ['total EBS volume size', 'sum of Size GiB | EBS volumes'],
    ['How much EBS storage do we have in eu-west-1?', 'sum of Size GiB | EBS volumes'],
    ['how many GB of EBS storage do we have', 'sum of Size GiB | EBS volumes'],
    ['sum up the storage of all databases', 'sum of Storage GiB | RDS instances'],
    ['How much storage do our RDS instances have?', 'sum of Storage GiB | RDS instances'],
    ['Average volume size per Region', 'average of Size GiB | EBS volumes | by Region | across'],
    ['mean memory of Lambda functions by runtime', 'average of Memory MB | Lambda functions | by Runtime | across'],
    ['total size of EBS volumes per account and type', 'sum of Size GiB | EBS volumes | by Type'],
    ['maximum memory of lambda functions per account', 'largest of Memory MB | Lambda functions'],
    ['minimum timeout of lambda functions', 'smallest of Timeout s | Lambda functions'],
    ['total code size of Lambda functions in production', 'sum of Code bytes | Lambda functions'],
    ['total size of EBS volumes of type gp3', 'sum of Size GiB | gp3 EBS volumes'],
    ['total storage of RDS instances with engine postgres', 'sum of Storage GiB | postgres RDS instances'],
    ['unattached volumes total size per account', 'sum of Size GiB | unattached EBS volumes'],
    ['total items in dynamodb tables', 'sum of Items | DynamoDB tables'],
    // In order.
    ['the 10 largest EBS volumes', 'rows | EBS volumes | Size GiB down | first 10'],
    ['what are the ten biggest volumes in production?', 'rows | EBS volumes | Size GiB down | first 10'],
    ['top 10 EBS volumes by size', 'rows | EBS volumes | Size GiB down | first 10'],
    ['largest EBS volumes', 'rows | EBS volumes | Size GiB down'],
    ['largest EBS volume', 'rows | EBS volumes | Size GiB down | first 1'],
    ['EBS volumes sorted by size, largest first', 'rows | EBS volumes | Size GiB down'],
    ['the largest log group per account', 'rows | log groups | by Account | Stored bytes down | first 1'],
    ['which Lambda functions have the most memory', 'rows | Lambda functions | Memory MB down'],
    ['which database has the least storage', 'rows | RDS instances | Storage GiB up | first 1'],
    ['oldest IAM access key per account', 'rows | IAM access keys | by Account | Created up | first 1'],
    ['the 3 newest EBS snapshots', 'rows | EBS snapshots | Started down | first 3'],
    ['most recent EBS snapshots', 'rows | EBS snapshots | Started down'],
    ['longest running instance', 'rows | running EC2 instances | Launched up | first 1'],
    ['oldest running EC2 instance per region', 'rows | running EC2 instances | by Region | Launched up | first 1'],
    ['which account has the oldest access key?', 'rows | IAM access keys | Created up | first 1'],
    // Groups in order.
    ['which account has the most EC2 instances', 'count | EC2 instances | Count down'],
    ['which account in production has the most S3 buckets', 'count | S3 buckets | Count down'],
    ['the top account by EC2 instances', 'count | EC2 instances | Count down'],
    ['top 5 accounts by EBS storage', 'sum of Size GiB | EBS volumes | Total Size GiB down | first 5'],
    [
      'top 3 regions by running EC2 instances',
      'count | running EC2 instances | by Region | across | Count down | first 3',
    ],
    ['which 3 accounts have the most EC2 instances', 'count | EC2 instances | Count down | first 3'],
    ['which account has the largest number of Lambda functions', 'count | Lambda functions | Count down'],
    ['accounts with the fewest S3 buckets', 'count | S3 buckets | Count up'],
    ['top 5 accounts by number of Lambda functions', 'count | Lambda functions | Count down | first 5'],
    [
      'in which region do we have the most lambda functions?',
      'count | Lambda functions | by Region | across | Count down',
    ],
    ['which account has the most EBS storage', 'sum of Size GiB | EBS volumes | Total Size GiB down'],
    [
      'top 3 regions by total EBS volume size',
      'sum of Size GiB | EBS volumes | by Region | across | Total Size GiB down | first 3',
    ],
  ])('%j', (question, expected) => {
    expect(shown(planner.plan(question, CONTEXT))).toBe(expected);
  });

  it.each([
    ['total number of EC2 instances', 'count | EC2 instances'],
    ['total EC2 instances per account', 'count | EC2 instances'],
    ['how many EC2 instances in total', 'count | EC2 instances'],
    ['at most 5 EC2 instances', 'rows | EC2 instances | first 5'],
    ['total number of EC2 instances in state running', 'count | running EC2 instances'],
    ['total count of EC2 instances by state', 'count | EC2 instances | by State'],
    ['EBS volumes of type gp2 of at least 500 GB', 'rows | gp2 EBS volumes with storage at or above 500 GiB'],
    ['maximum 5 EC2 instances', 'rows | EC2 instances | first 5'],
    ['EBS volumes of at least 500 GB', 'rows | EBS volumes with storage at or above 500 GiB'],
    ['Which Lambda functions have more than 1 GB', 'rows | Lambda functions with memory above 1 GiB'],
    ['Auto Scaling groups with a max size above 5', 'rows | Auto Scaling groups with maximum above 5'],
    ['average CPU of EC2 instances', 'rows | EC2 instances with their CPU utilization'],
  ])('%j asks for none', (question, expected) => {
    expect(shown(planner.plan(question, CONTEXT))).toBe(expected);
  });

  it.each([
    ['largest S3 buckets', 'BucketSizeBytes'],
    ['which bucket is the biggest?', 'BucketSizeBytes'],
    ['how much S3 storage do we use', 'BucketSizeBytes'],
    ['which account has the most S3 storage', 'BucketSizeBytes'],
    ['total size of EBS snapshots', 'not what it takes up itself'],
    ['average CPU of EC2 instances per account', 'CloudWatch'],
    ['which account has the highest CPU utilization of EC2 instances', 'CloudWatch'],
    ['largest lambda functions', 'memory, timeout and code size'],
    ['EC2 instances with the most memory', 'I cannot tell the memory of EC2 instances'],
    ['top 10 EBS volumes', 'by what to put'],
    ['average number of EC2 instances per account', 'what of EC2 instances to compute'],
    ['the newest EBS volumes and EBS snapshots', 'one kind of thing in order at a time'],
    ['oldest access key per account and state', 'not of both at once'],
    ['smallest and largest EBS volumes', 'not "largest" as well'],
    ['total and average size of EBS volumes', 'not "average" as well'],
    ['total size and iops of EBS volumes', 'not "iops" as well'],
    ['most expensive account', '"expensive"'],
    ['latest status of EC2 instances', '"latest"'],
    ['largest RDS instance class', '"class"'],
    ['which account has the most', 'I did not find what you want to know about'],
  ])('%j is asked back', (question, reason) => {
    const intent = planner.plan(question, CONTEXT);

    expect(intent).toMatchObject({ kind: 'clarify', question: expect.stringContaining(reason) });
  });

  it('leaves a word to the account that is called so', () => {
    const accounts = [...CONTEXT.accounts, { id: '666666666666', name: 'Cold Storage', partition: 'aws' as const }];

    expect(planner.plan('Total size of EBS volumes in storage', { ...CONTEXT, accounts })).toMatchObject({
      kind: 'query',
      accounts: { include: ['666666666666'] },
      plan: { show: { tables: [{ measure: { of: 'sum', column: 'Size GiB' } }] } },
    });
  });

  it('says what is computed and what it does not tell', () => {
    expect(planner.plan('Total storage of RDS instances in production', CONTEXT)).toMatchObject({
      summary:
        "Total Storage GiB of RDS instances per account (rds DescribeDBInstances); in the environment production; in each account's own Regions, else us-east-1; the storage allocated to the instance; Aurora's grows in its cluster, and its instances say 1 instead",
    });
  });
});

describe('a follow-up about an amount', () => {
  const TOTAL = 'What is the total size of EBS volumes per account?';

  it.each<[readonly string[], string]>([
    [[TOTAL, 'and per Region?'], 'sum of Size GiB | EBS volumes | by Region | across'],
    [[TOTAL, 'and per Region?', 'and per account?'], 'sum of Size GiB | EBS volumes'],
    [[TOTAL, 'and the average?'], 'average of Size GiB | EBS volumes'],
    [[TOTAL, 'and for RDS instances?'], 'sum of Storage GiB | RDS instances'],
    [[TOTAL, 'only the unattached ones'], 'sum of Size GiB | unattached EBS volumes'],
    [[TOTAL, 'list them'], 'rows | EBS volumes'],
    [[TOTAL, 'how many are there?'], 'count | EBS volumes'],
    [['List EBS volumes', 'what is their total size?'], 'sum of Size GiB | EBS volumes'],
    [['List EBS volumes', 'only the 3 largest'], 'rows | EBS volumes | Size GiB down | first 3'],
    [['the 10 largest EBS volumes', 'and per account?'], 'rows | EBS volumes | by Account | Size GiB down | first 10'],
    [['the 10 largest EBS volumes', 'and the smallest?'], 'rows | EBS volumes | Size GiB up | first 10'],
    [['the 10 largest EBS volumes', 'sort by name'], 'rows | EBS volumes | Name up | first 10'],
    [['which account has the most EC2 instances', 'and the fewest?'], 'count | EC2 instances | Count up'],
    [['which account has the most EC2 instances', 'top 3'], 'count | EC2 instances | Count down | first 3'],
    [
      ['oldest access key per account', 'and the newest?'],
      'rows | IAM access keys | by Account | Created down | first 1',
    ],
    [[TOTAL, 'and for S3 buckets?'], '? I cannot tell the size of S3 buckets'],
  ])('%j', (questions, expected) => {
    expect(shown(talk(questions).last)).toContain(expected);
  });
});
