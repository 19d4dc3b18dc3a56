import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import { readTruth, type TrueAccount, type TrueRegion } from './support/ground-truth.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

/** Amounts and orders over a made-up organization, compared with its truth by arithmetic of the test's own. */
let product: SandboxRun;
let truth: readonly TrueAccount[];

beforeAll(async () => {
  product = await startSandboxRun({ accounts: 8, seed: 11, pageSize: 3 });
  truth = readTruth(JSON.stringify(product.sandbox.truth()));
});
afterAll(() => product.close());

/** What an account holds where it is at work, each with its Region. */
function held<Thing>(account: TrueAccount, of: (region: TrueRegion) => readonly Thing[]) {
  return account.regions.flatMap((region) => {
    const found = account.byRegion.get(region);
    return found === undefined ? [] : of(found).map((thing) => ({ account, region, thing }));
  });
}

const volumes = () => truth.flatMap((account) => held(account, (region) => region.volumes));

function total(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** The cells of some columns, in the order of the answer. */
function cells(answer: Answer, ...columns: readonly string[]): readonly (readonly unknown[])[] {
  const [table] = answer.tables;
  return (table?.rows ?? []).map((row) => columns.map((column) => row[table?.columns.indexOf(column) ?? -1]));
}

describe('an amount over an organization equals its truth', () => {
  it('as a total per account, and of all', async () => {
    const answer = await product.ask('What is the total size of EBS volumes per account?');

    expect(cells(answer, 'Account ID', 'Count', 'Total Size GiB')).toEqual(
      truth.map((account) => {
        const own = held(account, (region) => region.volumes);
        return [account.id, own.length, total(own.map(({ thing }) => thing.sizeGiB))];
      }),
    );
    const all = volumes().map(({ thing }) => thing.sizeGiB);
    expect(answer.tables[0]?.measured).toEqual({
      of: 'sum',
      column: 'Size GiB',
      value: total(all),
      rows: all.length,
      without: 0,
    });
    expect(answer.response).toContain(`Total Size GiB: ${total(all)}, of ${all.length} EBS volumes in ${truth.length}`);
  }, 60_000);

  it('as an average per Region over all accounts', async () => {
    const answer = await product.ask('Average volume size per Region');

    const regions = [...new Set(truth.flatMap(({ regions: own }) => own))].sort();
    expect(cells(answer, 'Region', 'Count', 'Average Size GiB')).toEqual(
      regions.map((name) => {
        const sizes = volumes().flatMap(({ region, thing }) => (region === name ? [thing.sizeGiB] : []));
        const average = total(sizes) / sizes.length;
        return [name, sizes.length, sizes.length === 0 ? null : Number(average.toFixed(2))];
      }),
    );
  }, 60_000);

  it('as the storage of the databases', async () => {
    const answer = await product.ask('How much storage do our RDS instances have?');

    expect(cells(answer, 'Account ID', 'Total Storage GiB')).toEqual(
      truth.map((account) => [
        account.id,
        total(held(account, (region) => region.rdsInstances).map(({ thing }) => thing.storageGiB)),
      ]),
    );
  }, 60_000);

  it('as the ten largest', async () => {
    const answer = await product.ask('the 10 largest EBS volumes');

    const sizes = volumes()
      .map(({ thing }) => thing.sizeGiB)
      .sort((left, right) => right - left);
    expect(cells(answer, 'Size GiB').flat()).toEqual(sizes.slice(0, 10));
    expect(answer.tables[0]).toMatchObject({ total: sizes.length, truncated: true });
  }, 60_000);

  it('as the accounts that have most', async () => {
    const answer = await product.ask('top 3 accounts by number of Lambda functions');

    const counts = truth
      .map((account) => held(account, (region) => region.lambdaFunctions).length)
      .sort((left, right) => right - left);
    expect(cells(answer, 'Count').flat()).toEqual(counts.slice(0, 3));
  }, 60_000);

  it('as the oldest access key of each account', async () => {
    const answer = await product.ask('oldest IAM access key per account');

    const oldest = truth.flatMap(({ id, global }) => {
      const keys = global.iamUsers.flatMap(({ accessKeys }) => accessKeys);
      const first = Math.min(...keys.map(({ createdAt }) => Date.parse(createdAt)));
      return keys.filter(({ createdAt }) => Date.parse(createdAt) === first).map((key) => `${id} ${key.id}`);
    });
    const found = cells(answer, 'Account ID', 'Access key ID').map((row) => row.join(' '));
    expect([...found].sort()).toEqual([...oldest].sort());
    expect(answer.tables[0]?.found).toBe(
      truth.flatMap(({ global }) => global.iamUsers.flatMap(({ accessKeys }) => accessKeys)).length,
    );
  }, 60_000);

  it('as the instance that runs longest', async () => {
    const answer = await product.ask('longest running instance');

    const running = truth.flatMap((account) =>
      held(account, (region) => region.ec2Instances.filter(({ state }) => state === 'running')),
    );
    const first = Math.min(...running.map(({ thing }) => Date.parse(thing.launchTime)));
    expect(new Set(cells(answer, 'Instance ID').flat())).toEqual(
      new Set(running.flatMap(({ thing }) => (Date.parse(thing.launchTime) === first ? [thing.id] : []))),
    );
  }, 60_000);

  it('asked as a structured query', async () => {
    const answer = await product.run({
      kind: 'query',
      service: 'ec2',
      operation: 'DescribeVolumes',
      params: {},
      view: { measure: { of: 'largest', column: 'Size GiB' }, by: 'Type' },
    });

    const types = [...new Set(volumes().map(({ thing }) => thing.type))].sort();
    expect(cells(answer, 'Type', 'Largest Size GiB')).toEqual(
      types.map((type) => [
        type,
        Math.max(...volumes().flatMap(({ thing }) => (thing.type === type ? [thing.sizeGiB] : []))),
      ]),
    );
  }, 60_000);
});

describe('an amount that is not whole', () => {
  it('names the account that is missing, and counts what a small budget cut off as incomplete', async () => {
    const [first, second] = truth;
    const faulty = await startSandboxRun(
      { accounts: 8, seed: 11, pageSize: 3, faults: [{ account: first?.id ?? '', service: 'sts', outcome: 'denied' }] },
      { CENTRAL_OPS_BUDGET_PAGES: '1' },
    );
    try {
      const answer = await faulty.ask('What is the total size of EBS volumes per account?');

      expect(answer.status).toBe('partial');
      expect(answer.tables[0]?.rows[0]).toEqual([first?.name, first?.id, null, null, 'denied']);
      expect(answer.tables[0]?.incomplete).toContain(`${first?.name} (${first?.id}): denied`);
      expect(answer.tables[0]?.incomplete).toContain(`${second?.name} (${second?.id}): the list was cut`);
      expect(answer.warnings.join('\n')).toContain(`Amounts and orders are incomplete: something is missing of`);
      const read = answer.tables[0]?.rows.reduce((sum, row) => sum + Number(row[3] ?? 0), 0);
      expect(answer.tables[0]?.measured?.value).toBe(read);
      expect(answer.response).toContain(`Total Size GiB: ${read} (incomplete), of `);
    } finally {
      await faulty.close();
    }
  }, 60_000);
});
