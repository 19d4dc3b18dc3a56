import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { once } from '../../../../src/domain/once.js';
import type { Intent } from '../../../../src/domain/intent.js';
import { authorizePlan } from '../../../../src/planning/authorize.js';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import { createOfferingPlanner } from '../../../../src/planning/offers/offering-planner.js';
import { proveReadOnly } from '../../../../src/planning/read-only-policy.js';
import { createRulesPlanner } from '../../../../src/planning/rules-planner.js';
import { createMutationSearch } from '../../../../src/planning/search/mutation-search.js';
import { createOperationSearch } from '../../../../src/planning/search/create-operation-search.js';
import { ACCOUNTS, BUDGETS, CONTEXT } from '../fixtures.js';

const catalogue = createCatalogue();
const planner = createOfferingPlanner({
  rules: createRulesPlanner({ catalogue }),
  catalogue,
  search: once(() => createOperationSearch({ catalogue })),
  mutations: once(() => createMutationSearch(catalogue)),
});

async function plan(question: string): Promise<Intent> {
  const { intent } = await planner.plan(question, CONTEXT, { signal: new AbortController().signal, deadline: 1000 });
  return intent;
}

async function offered(question: string): Promise<readonly string[]> {
  const intent = await plan(question);
  return intent.kind === 'clarify' ? (intent.offers ?? []).map(({ summary }) => summary) : [intent.kind];
}

describe('what is offered when a question is not understood whole', () => {
  it.each([
    ['are any of our Kafka clusters on an old version', 'list clusters V2 (kafka ListClustersV2)'],
    ['which Lex bots do we have that are stale', 'list bots (lexv2-models ListBots)'],
    ['is the SFTP thing reachable', 'list servers (transfer ListServers)'],
  ])('%j: among the three is %j', async (question, expected) => {
    expect(await offered(question)).toContain(expected);
  });

  it('is three operations with plans that authorize accepts, said as what they are', async () => {
    const intent = await plan('which disks did somebody forget about');

    expect(intent).toEqual({
      kind: 'clarify',
      question: expect.stringMatching(/^I did not understand .*"forget".* The nearest that can be asked:$/),
      suggestions: [],
      offers: expect.any(Array),
    });
    const offers = intent.kind === 'clarify' ? (intent.offers ?? []) : [];
    expect(offers).toHaveLength(3);
    expect(offers[0]).toMatchObject({
      service: 'ec2',
      operation: 'DescribeVolumes',
      plan: { calls: [{ id: 'found', service: 'ec2', operation: 'DescribeVolumes', params: {} }] },
    });
  });

  it('binds the name that the question gives', async () => {
    expect(await offered('resource record sets of hosted zone Z08889991AAAA whatever')).toContain(
      'list resource record sets (route53 ListResourceRecordSets, with HostedZoneId=Z08889991AAAA)',
    );
  });

  it('is each meaning of a word that has several', async () => {
    const intent = await plan('clusters');

    expect(intent).toMatchObject({
      kind: 'clarify',
      offers: [
        { service: 'ecs', operation: 'DescribeClusters' },
        { service: 'eks', operation: 'DescribeCluster' },
        { service: 'rds', operation: 'DescribeDBClusters' },
      ],
    });
  });

  it.each(['instances in payments', 'buckets in the production thing'])(
    'is nothing of %j, where only the account is unclear',
    async (question) => {
      const intent = await plan(question);

      expect(intent.kind).toBe('clarify');
    },
  );

  it('is nothing where no word means anything in AWS', async () => {
    expect(await plan('xyzzy')).toMatchObject({ kind: 'clarify', question: expect.not.stringContaining('nearest') });
  });
});

describe('what would have been called', () => {
  it.each([
    ['stop all notebook instances', 'sagemaker StopNotebookInstance'],
    ['delete the dynamodb table sessions', 'dynamodb DeleteTable'],
    ['terminate the instances', 'ec2 TerminateInstances'],
    ['list instances and then stop them', 'ec2 StopInstances'],
    ['please delete the bucket logs', 's3 DeleteBucket'],
    ['Create an EC2 instance', 'ec2 RunInstances'],
    ['reboot running databases', 'rds RebootDBInstance'],
    ['invoke the lambda functions', 'lambda Invoke'],
    ['scale the ECS services', 'ecs UpdateService'],
    ['tag all instances with team=x', 'ec2 CreateTags'],
    ['can you encrypt the buckets', 's3 PutBucketEncryption'],
    ['terminate the EKS clusters', 'eks DeleteCluster'],
    ['purge the queue orders', 'sqs PurgeQueue'],
    ['failover the aurora cluster', 'rds FailoverDBCluster'],
    ['publish hello to the topic', 'sns Publish'],
    ['deregister the amis', 'ec2 DeregisterImage'],
    ['trigger the pipeline release', 'codepipeline StartPipelineExecution'],
  ])('for %j is %s', async (question, expected) => {
    const intent = await plan(question);

    expect(intent).toMatchObject({ kind: 'refuse', reason: expect.stringContaining(expected) });
  });
});

describe('whatever is asked', () => {
  it('only reads are offered, and every plan is one that authorize accepts', async () => {
    const words = fc.array(
      fc.constantFrom(
        ...`which list my delete stop secret values passwords kafka tables clusters tokens of for "x" Z123ABC456 orders-db roles findings
        vaults jobs certificates expiring log events objects parameters in production eu-west-1`.split(/\s+/),
      ),
      { maxLength: 9 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          words.map((chosen) => chosen.join(' ')),
          fc.string(),
        ),
        async (question) => {
          const intent = await plan(question);
          const offers = intent.kind === 'clarify' ? (intent.offers ?? []) : [];
          for (const offer of offers) {
            expect(proveReadOnly(catalogue, offer).allowed).toBe(true);
            if (offer.plan === undefined) continue;
            const decision = authorizePlan({
              plan: offer.plan,
              regions: [],
              accounts: ACCOUNTS,
              catalogue,
              budgets: BUDGETS,
            });
            expect(decision).toMatchObject({ authorized: true });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
