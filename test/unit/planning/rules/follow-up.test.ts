import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../../src/domain/conversation.js';
import type { Intent } from '../../../../src/domain/intent.js';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { planStructuredQuery } from '../../../../src/planning/structured-query.js';
import { ACCOUNTS, BUDGETS } from '../fixtures.js';
import { line, talk } from '../support/talk.js';

const RUNNING = 'How many EC2 instances are running in production?';
const PUBLIC = 'Which RDS instances in production are publicly accessible?';
const LIST = 'List EC2 instances in eu-west-1';

describe('a follow-up', () => {
  it.each<[string, string, string]>([
    // Places.
    [RUNNING, 'and in staging?', 'count running EC2 instances | in staging'],
    [RUNNING, 'In staging', 'count running EC2 instances | in staging'],
    [RUNNING, 'staging?', 'count running EC2 instances | in staging'],
    [RUNNING, 'what about Payments Staging?', 'count running EC2 instances | in 222222222222'],
    [RUNNING, 'what about eu-west-1?', 'count running EC2 instances | in production | at eu-west-1'],
    [RUNNING, 'how about Ireland', 'count running EC2 instances | in production | at eu-west-1'],
    [RUNNING, 'same for staging', 'count running EC2 instances | in staging'],
    [RUNNING, 'the same for staging, please', 'count running EC2 instances | in staging'],
    [
      RUNNING,
      'same in eu-west-1 and us-east-1',
      'count running EC2 instances | in production | at eu-west-1 us-east-1',
    ],
    [RUNNING, 'and in all accounts?', 'count running EC2 instances'],
    [RUNNING, 'and everywhere?', 'count running EC2 instances | in production | at all'],
    [RUNNING, 'also in staging', 'count running EC2 instances | in production staging'],
    [RUNNING, 'and staging as well', 'count running EC2 instances | in production staging'],
    [RUNNING, 'except Payments Production', 'count running EC2 instances | in production | not 111111111111'],
    [RUNNING, 'again for staging in eu-west-1', 'count running EC2 instances | in staging | at eu-west-1'],
    [LIST, 'and in us-east-1 too', 'rows EC2 instances | at eu-west-1 us-east-1'],
    // What narrows it.
    [LIST, 'only the stopped ones', 'rows stopped EC2 instances | at eu-west-1'],
    [LIST, 'just the public ones', 'rows EC2 instances with a public IP address | at eu-west-1'],
    [LIST, 'which of them are tagged team=payments?', 'rows EC2 instances with tag team=payments | at eu-west-1'],
    [LIST, 'how many of those are running?', 'count running EC2 instances | at eu-west-1'],
    [LIST, 'only the stopped instances', 'rows stopped EC2 instances | at eu-west-1'],
    ['List RDS instances', 'just the encrypted ones', 'rows encrypted RDS instances'],
    ['List encrypted RDS instances', 'and the unencrypted ones?', 'rows unencrypted RDS instances'],
    [RUNNING, 'and the stopped ones?', 'count stopped EC2 instances | in production'],
    [RUNNING, 'the stopped ones as well', 'count running or stopped EC2 instances | in production'],
    [RUNNING, 'only the t3.micro ones', 'count running t3.micro EC2 instances | in production'],
    [LIST, 'only those older than 30 days', 'rows EC2 instances older than 30 days | at eu-west-1'],
    [
      'List access keys older than 90 days',
      'only the inactive ones',
      'rows inactive IAM access keys older than 90 days',
    ],
    // How it is shown.
    [RUNNING, 'group that by type', 'count running EC2 instances by Type | in production'],
    [RUNNING, 'break it down by Region', 'count running EC2 instances by Region | in production'],
    [RUNNING, 'by type', 'count running EC2 instances by Type | in production'],
    [RUNNING, 'per account', 'count running EC2 instances | in production'],
    [RUNNING, 'list them', 'rows running EC2 instances | in production'],
    [LIST, 'count them', 'count EC2 instances | at eu-west-1'],
    [LIST, 'how many are there?', 'count EC2 instances | at eu-west-1'],
    [LIST, 'sort by name', 'rows EC2 instances sorted by Name | at eu-west-1'],
    [LIST, 'sort them by launch time, newest first', 'rows EC2 instances sorted by Launched down | at eu-west-1'],
    [LIST, 'top 5', 'rows EC2 instances limit 5 | at eu-west-1'],
    [LIST, 'only the first 3', 'rows EC2 instances limit 3 | at eu-west-1'],
    // The same of something else.
    [
      RUNNING,
      'what about VPCs?',
      '? "running" was asked before, and cannot be told of VPCs. Ask for them with what you want of them.',
    ],
    ['How many EC2 instances are there in production?', 'and VPCs?', 'count VPCs | in production'],
    [PUBLIC, 'same for EKS clusters', 'rows EKS clusters with a public endpoint | in production'],
    [LIST, 'and the stopped RDS instances?', 'rows stopped RDS instances | at eu-west-1'],
    // Once more.
    [RUNNING, 'again', 'count running EC2 instances | in production'],
    [RUNNING, 'refresh, please', 'count running EC2 instances | in production'],
    ['list accounts', 'and in production?', 'accounts production'],
  ])('of %j, %j, asks %s', (first, followUp, expected) => {
    expect(line(talk([first, followUp]).last)).toBe(expected);
  });

  it.each<[readonly string[], string]>([
    [
      [PUBLIC, 'and in staging?', 'what about eu-west-1?', 'count them'],
      'count publicly accessible RDS instances | in staging | at eu-west-1',
    ],
    [
      [LIST, 'only the stopped ones', 'group that by type', 'list them', 'top 2'],
      'rows stopped EC2 instances sorted by Type limit 2 | at eu-west-1',
    ],
    [[LIST, 'and in stagging?', 'and in staging?'], 'rows EC2 instances | in staging | at eu-west-1'],
    [[LIST, 'show me the second one', 'and in staging?'], 'rows EC2 instances | in staging | at eu-west-1'],
    [[LIST, 'show me the second one', 'the third'], 'row 3 of table 1 of run-1'],
  ])('goes on over several questions: %j', (questions, expected) => {
    expect(line(talk(questions).last)).toBe(expected);
  });

  it('says what was taken over', () => {
    const summaries = [
      [RUNNING, 'and in staging?'],
      [RUNNING, 'what about eu-west-1?'],
      [LIST, 'only the stopped ones'],
      ['How many EC2 instances are there in production?', 'and VPCs?'],
      [RUNNING, 'again'],
    ].map((questions) => {
      const { last } = talk(questions);
      return last.kind === 'query' ? last.summary.replace(/^.*; (?=taken|once)/, '') : last.kind;
    });

    expect(summaries).toEqual([
      `taken over from "${RUNNING}"; changed: the accounts`,
      `taken over from "${RUNNING}"; changed: the Regions`,
      `taken over from "${LIST}"; changed: stopped`,
      'taken over from "How many EC2 instances are there in production?": what narrows it, the accounts and the Regions',
      `once more, as in "${RUNNING}"`,
    ]);
  });

  describe('is not seen in', () => {
    it.each([
      ['List S3 buckets', 'rows S3 buckets'],
      ['Which EC2 instances are stopped?', 'rows stopped EC2 instances'],
      ['list accounts', 'accounts'],
      ['which accounts are there?', 'accounts'],
      ['describe i-0123456789abcdef0', 'rows EC2 instances i-0123456789abcdef0'],
    ])('a question of its own: %j', (question, expected) => {
      expect(line(talk([PUBLIC, question]).last)).toBe(expected);
    });

    it.each([
      'and stop them',
      'now delete those',
      'and what are their passwords?',
      'same, and then terminate the stopped ones',
    ])('an order or a question for secrets: %j', (question) => {
      expect(talk([RUNNING, question]).last.kind).toBe('refuse');
    });

    it('anything where nothing was asked before', () => {
      expect(
        ['and in staging?', 'again', 'the second one', 'only the stopped ones'].map((one) => talk([one]).last.kind),
      ).toEqual(Array.from({ length: 4 }, () => 'clarify'));
    });
  });

  describe('is asked back', () => {
    it.each<[readonly string[], string]>([
      [[LIST, 'and in stagging?'], `? I took this as a follow-up to "${LIST}", and did not understand "stagging".`],
      [[RUNNING, 'top 5'], '? I can sort and limit a list, not a count.'],
      [
        [LIST, 'sort by colour'],
        '? There is no column "colour" to sort by; there are Account, Account ID, Region, Instance ID, Name, Type, State, Private IP, Public IP, Launched.',
      ],
      [
        [LIST, 'only the encrypted ones'],
        '? I cannot tell "encrypted" of these: there are Account, Account ID, Region, Instance ID, Name, Type, State, Private IP, Public IP, Launched. Say which of them must be what.',
      ],
      [[RUNNING, 'and in payments?'], '? "payments" is part of the names of 2 accounts. Which one is meant?'],
      // What was asked back was about something else: nobody knows what "staging" is to go with.
      [[RUNNING, 'List buckets in payments', 'and in staging?'], '? I did not find'],
      [[RUNNING, 'stop the databases', 'and in staging?'], '? I did not find'],
      [[RUNNING, 'stop the databases', 'again'], '? I do not know what to ask again'],
    ])('%j', (questions, expected) => {
      expect(line(talk(questions).last).slice(0, expected.length)).toBe(expected);
    });
  });
});

describe('a pick', () => {
  const AMBIGUOUS = 'List S3 buckets in payments';

  it.each([
    ['the second one', 'rows S3 buckets | in 222222222222'],
    ['2', 'rows S3 buckets | in 222222222222'],
    ['number one', 'rows S3 buckets | in 111111111111'],
    ['the last one, please', 'rows S3 buckets | in 222222222222'],
    ['Payments Staging', 'rows S3 buckets | in 222222222222'],
    ['the staging one', 'rows S3 buckets | in 222222222222'],
    ['I meant 222222222222', 'rows S3 buckets | in 222222222222'],
    [
      'the third one',
      '? There are 2 to choose from. "payments" is part of the names of 2 accounts. Which one is meant?',
    ],
  ])('among accounts: %j', (pick, expected) => {
    expect(line(talk([AMBIGUOUS, pick]).last)).toBe(expected);
  });

  it.each([
    ['How many clusters are there in production?', 'the second', 'count EKS clusters | in production'],
    ['List clusters', 'the RDS ones', 'rows RDS clusters'],
  ])('among kinds of things: %j, %j', (question, pick, expected) => {
    expect(line(talk([question, pick]).last)).toBe(expected);
  });

  it('goes on where a follow-up was ambiguous, and the conversation behind it', () => {
    expect(line(talk([RUNNING, 'and in payments?', 'the second one']).last)).toBe(
      'count running EC2 instances | in 222222222222',
    );
    expect(line(talk([RUNNING, 'and in payments?', 'the second one', 'by type']).last)).toBe(
      'count running EC2 instances by Type | in 222222222222',
    );
  });

  it('takes a suggested question, and a number too many shows the choices again', () => {
    const { last, conversation } = talk(['gibberish about EC2 instances']);
    const suggestions = last.kind === 'clarify' ? last.suggestions : [];

    expect(line(talk(['the first one'], conversation).last)).toBe(line(talk([suggestions[0] ?? '']).last));
    expect(talk(['10'], conversation).last).toMatchObject({ kind: 'clarify', suggestions });
  });

  it('says what was picked', () => {
    const { last } = talk([AMBIGUOUS, 'the second one']);

    expect(last).toMatchObject({
      summary:
        'List S3 buckets (s3 ListBuckets); in Payments Staging (222222222222); picked "Payments Staging (222222222222)"',
    });
  });
});

describe('a row', () => {
  it.each([
    ['show me the second one', 'row 2 of table 1 of run-1'],
    ['the first', 'row 1 of table 1 of run-1'],
    ['tell me more about the last one', 'row -1 of table 1 of run-1'],
    ['details of number 12', 'row 12 of table 1 of run-1'],
    ['#3', 'row 3 of table 1 of run-1'],
    ['the third instance', 'row 3 of table 1 of run-1'],
  ])('of the answer before: %j', (question, expected) => {
    expect(line(talk([LIST, question]).last)).toBe(expected);
  });

  it('of one of several tables has to say which', () => {
    const both = 'List ECS clusters and services';

    expect(line(talk([both, 'the second service']).last)).toBe('row 2 of table 2 of run-1');
    expect(line(talk([both, 'the second one']).last)).toBe(
      `? The answer to "${both}" has several tables. Of which is it?`,
    );
    expect(line(talk([both, 'the second one', '1']).last)).toBe('row 2 of table 1 of run-1');
  });
});

describe('what did not answer', () => {
  it.each([
    ['why did Payments Staging not answer?', 'failures 222222222222 of run-1'],
    ['why was production denied?', 'failures production of run-1'],
    ['what failed?', 'failures  of run-1'],
    ['which accounts did not answer?', 'failures  of run-1'],
    ['why is it incomplete?', 'failures  of run-1'],
  ])('%j', (question, expected) => {
    expect(line(talk([LIST, question]).last)).toBe(expected);
  });

  it('is not asked by a question about something else', () => {
    expect(line(talk([LIST, 'which alarms failed?']).last)).toMatch(/^\?/);
  });
});

describe('the session', () => {
  it.each([
    ['switch to production', 'use production'],
    ['Switch to Payments Staging, please', 'use 222222222222'],
    ['switch_account 222222222222', 'use 222222222222'],
    ['switch account 222222222222', 'use 222222222222'],
    ['use account Website from now on', 'use 044444444444'],
    ['use staging for now', 'use staging'],
    ['switch to all accounts except Website', 'use all not 044444444444'],
    ['all accounts again', 'use all'],
    ['switch back to all accounts', 'use all'],
    ['use all accounts', 'use all'],
    ['switch to payments', '? "payments" is part of the names of 2 accounts. Which one is meant?'],
    ['switch the instances off', 'no: Accounts are only ever read'],
    ['switch to t3.micro', 'no: Accounts are only ever read'],
  ])('takes %j as %s', (question, expected) => {
    expect(line(talk([question]).last).slice(0, expected.length)).toBe(expected);
  });

  it.each<[readonly string[], string]>([
    [['switch to production', 'List EC2 instances'], 'rows EC2 instances | in production | by default'],
    [['switch to payments', 'the first', 'List EC2 instances'], 'rows EC2 instances | in 111111111111 | by default'],
    [['switch to production', 'List EC2 instances in staging'], 'rows EC2 instances | in staging'],
    [['switch to production', 'List EC2 instances in all accounts'], 'rows EC2 instances'],
    [['switch to production', 'List EC2 instances', 'all accounts again', 'again'], 'rows EC2 instances'],
    [
      ['List EC2 instances', 'switch to production', 'List EC2 instances', 'only the stopped ones'],
      'rows stopped EC2 instances | in production | by default',
    ],
    [
      ['switch to production', 'List EC2 instances', 'switch to staging', 'again'],
      'rows EC2 instances | in staging | by default',
    ],
    [['List EC2 instances in production', 'switch to staging', 'again'], 'rows EC2 instances | in production'],
    [
      ['switch to production', 'List EC2 instances except in Payments Production'],
      'rows EC2 instances | in production | not 111111111111',
    ],
  ])('asks its own accounts where a question names none: %j', (questions, expected) => {
    expect(line(talk(questions).last)).toBe(expected);
  });

  it('is named in every summary', () => {
    const { last } = talk(['switch to production', 'List EC2 instances', 'only the stopped ones']);

    expect(last).toMatchObject({
      summary: expect.stringContaining('in the environment production, chosen for this session'),
    });
  });
});

describe('a plan that came from elsewhere', () => {
  const catalogue = createCatalogue();
  const structured = planStructuredQuery(catalogue, { service: 'rds', operation: 'DescribeDBInstances', params: {} });
  const before: Conversation = {
    turns: [{ runId: 'run-0', at: 0, question: 'rds DescribeDBInstances', intent: structured }],
  };

  it.each([
    ['and in staging?', 'rows rds DescribeDBInstances items | in staging'],
    ['what about eu-west-1?', 'rows rds DescribeDBInstances items | at eu-west-1'],
    ['only the available ones', 'rows rds DescribeDBInstances items (Status available)'],
    ['just the encrypted ones', 'rows rds DescribeDBInstances items (Encrypted encrypted)'],
    ['only the postgres ones', 'rows rds DescribeDBInstances items (Engine postgres)'],
    ['group that by engine', 'count rds DescribeDBInstances items by Engine'],
    ['count them', 'count rds DescribeDBInstances items'],
    ['sort by version descending', 'rows rds DescribeDBInstances items sorted by Version down'],
    ['top 5', 'rows rds DescribeDBInstances items limit 5'],
    ['the second one', 'row 2 of table 1 of run-0'],
    ['again', 'rows rds DescribeDBInstances items'],
  ])('is changed by its own columns: %j', (question, expected) => {
    expect(line(talk([question], before).last)).toBe(expected);
  });

  it.each([
    ['only the ones tagged team=payments', '? I cannot tell "team=payments" of these: there are Account,'],
    ['sort by size', '? There is no column "size" to sort by;'],
  ])('is asked back where it has none: %j', (question, expected) => {
    expect(line(talk([question], before).last).slice(0, expected.length)).toBe(expected);
  });

  it('is authorised like any other', () => {
    const { last } = talk(['only the available ones', 'group that by engine', 'and in staging?'], before);
    if (last.kind !== 'query') throw new Error(last.kind);

    const verdict = authorizePlan({
      plan: last.plan,
      regions: last.regions,
      accounts: ACCOUNTS,
      catalogue,
      budgets: BUDGETS,
    });

    expect([verdict.authorized, last.summary.split('; ').slice(-2).join('; ')]).toEqual([
      true,
      'taken over from "group that by engine"; changed: the accounts',
    ]);
  });

  it('offered after a question that was not understood is asked where that question looked', () => {
    const plan = structured.kind === 'query' ? structured.plan : undefined;
    const offers = [
      { service: 'ec2', operation: 'DescribeVpcs', summary: 'list VPCs' },
      {
        service: 'rds',
        operation: 'DescribeDBInstances',
        summary: 'list databases',
        ...(plan === undefined ? {} : { plan }),
      },
    ];
    const asked: Intent = { kind: 'clarify', question: 'Which?', suggestions: [], offers };
    const conversation = {
      turns: [{ runId: 'run-0', at: 0, question: 'Show the frobs in staging in eu-west-1', intent: asked }],
    };

    expect(talk(['the second one'], conversation).last).toEqual({
      kind: 'query',
      plan,
      accounts: { include: ['staging'], exclude: [] },
      regions: ['eu-west-1'],
      summary: 'list databases; in the environment staging; in eu-west-1; picked "list databases"',
      planner: 'rules',
      scope: [{ service: 'rds', operation: 'DescribeDBInstances' }],
    });
    expect(talk(['1'], conversation).last).toMatchObject({
      kind: 'clarify',
      question: expect.stringContaining('ec2 DescribeVpcs needs more than a question says'),
    });
  });
});
