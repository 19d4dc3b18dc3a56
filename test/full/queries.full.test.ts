import { assert, asyncProperty, boolean, constantFrom, nat, pre, record, subarray } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/planning/catalogue/catalogue.js';
import type { OperationFacts } from '../../src/planning/catalogue/facts.js';
import { proveReadOnly } from '../../src/planning/read-only-policy.js';
import { INPUT_SHAPES } from '../../src/sandbox/services/input-shapes.js';
import type { Json, JsonObject } from '../../src/domain/json.js';
import { readTruth, type TrueAccount } from '../integration/support/ground-truth.js';
import { startSandboxRun, type SandboxRun } from '../integration/support/sandbox-run.js';

const catalogue = createCatalogue();
/** Everything that may be asked and that the sandbox can answer. */
const OPERATIONS: readonly OperationFacts[] = Object.entries(INPUT_SHAPES)
  .flatMap(([service, operations]) => Object.keys(operations).map((operation) => ({ service, operation })))
  .filter((call) => proveReadOnly(catalogue, call).allowed)
  .flatMap(({ service, operation }) => catalogue.find(service, operation) ?? []);

/** A page size that every service takes. */
const PAGE_SIZE = 20;

let product: SandboxRun;
let truth: readonly TrueAccount[];

beforeAll(async () => {
  product = await startSandboxRun({ accounts: 6, seed: 4 });
  truth = readTruth(JSON.stringify(product.sandbox.truth()));
});
afterAll(() => product.close());

/** Names of things that a Region of an account really has, by the parameter that takes them. */
function subjects(account: TrueAccount, name: string, operation: string): Readonly<Record<string, Json | undefined>> {
  const region = account.byRegion.get(name);
  const ecsCluster = region?.ecsServices[0]?.cluster ?? region?.ecsClusters[0]?.name;
  const eksCluster = region?.eksClusters[0];
  const service = region?.ecsServices.find(({ cluster }) => cluster === ecsCluster)?.name;
  const item = region?.lambdaFunctions[0]?.name;
  return {
    Bucket: account.global.s3Buckets[0]?.name,
    FunctionName: item,
    Resource: item === undefined ? undefined : `arn:aws:lambda:${name}:${account.id}:function:${item}`,
    cluster: ecsCluster,
    clusters: ecsCluster === undefined ? undefined : [ecsCluster],
    services: service === undefined ? undefined : [service],
    taskDefinition: service === undefined ? undefined : `${ecsCluster ?? ''}-${service}`,
    name: eksCluster?.name,
    clusterName: eksCluster?.name,
    nodegroupName: eksCluster?.nodegroups[0]?.name,
    UserName: account.global.iamUsers[0]?.name,
    RoleName: account.global.iamRoles[0]?.name,
    TableName: region?.dynamoTables[0]?.name,
    KeyId: region?.kmsKeys[0]?.id,
    InstanceId: region?.ec2Instances.find(({ state }) => state !== 'terminated')?.id,
    Attribute: operation === 'DescribeInstanceAttribute' ? 'instanceType' : undefined,
  };
}

/** What an operation cannot do without, and ECS's cluster, which would else be one called "default". */
function needed(facts: OperationFacts): readonly string[] {
  const required = [...facts.parameters].filter(([, { required: must }]) => must).map(([name]) => name);
  const cluster = facts.service === 'ecs' && facts.parameters.has('cluster') ? ['cluster'] : [];
  return [...new Set([...required, ...cluster])];
}

describe('a structured query of anything that may be asked', () => {
  it('has much to choose from', () => {
    expect(OPERATIONS.length).toBeGreaterThan(40);
    expect(new Set(OPERATIONS.map(({ service }) => service)).size).toBe(Object.keys(INPUT_SHAPES).length);
  });

  it('never fails, wherever and with whatever page size it is asked', async () => {
    const asked = new Set<string>();
    const query = record({
      facts: constantFrom(...OPERATIONS),
      account: nat({ max: truth.length - 1 }),
      others: subarray(truth.map(({ id }) => id)),
      region: nat(),
      everywhere: boolean(),
      paged: boolean(),
    });
    await assert(
      asyncProperty(query, async ({ facts, account, others, region, everywhere, paged }) => {
        const target = truth[account];
        pre(target !== undefined);
        const name = target.regions[region % target.regions.length] ?? 'us-east-1';
        const found = subjects(target, name, facts.operation);
        const names = needed(facts);
        const entries = names.map((parameter) => [parameter, found[parameter]] as const);
        pre(entries.every(([, value]) => value !== undefined));
        const params: JsonObject = {
          ...Object.fromEntries(
            entries.flatMap(([parameter, value]) => (value === undefined ? [] : [[parameter, value]])),
          ),
          ...(paged && facts.pageSize !== undefined ? { [facts.pageSize]: PAGE_SIZE } : {}),
        };
        // What names one thing is asked where that thing is; lists are asked all over the place.
        const scope =
          names.length > 0
            ? { accounts: [target.id], regions: [name] }
            : { accounts: [...new Set([target.id, ...others])], regions: everywhere ? ['all'] : [name] };

        const { service, operation } = facts;
        const answer = await product.run({ kind: 'query', service, operation, params, ...scope });

        asked.add(`${service} ${operation}`);
        expect({ failures: answer.coverage?.failures, status: answer.status, error: answer.error }).toEqual({
          failures: [],
          status: 'complete',
          error: undefined,
        });
        expect(answer.coverage?.accounts).toEqual({ asked: scope.accounts.length, answered: scope.accounts.length });
      }),
      { numRuns: 400, seed: 20_261_121 },
    );

    expect(asked.size).toBeGreaterThan(OPERATIONS.length * 0.9);
    expect(product.sandbox.statistics().mutations).toBe(0);
  });
});
