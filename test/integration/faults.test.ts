import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import type { Fault } from '../../src/sandbox/options.js';
import { readTruth, rowsOf, sorted, type Row, type TrueAccount } from './support/ground-truth.js';
import { questionsAbout, type Question } from './support/questions.js';
import { startSandboxRun, type SandboxRun } from './support/sandbox-run.js';

/** An organization in which one account each is broken in a way of its own; the others answer. */
interface Broken {
  readonly refused: TrueAccount;
  readonly slowed: TrueAccount;
  readonly cutOff: TrueAccount;
  readonly forbidden: TrueAccount;
  readonly forgetful: TrueAccount;
  readonly dropped: TrueAccount;
  readonly failing: TrueAccount;
}

const REGION = 'us-east-1';

let product: SandboxRun;
let truth: readonly TrueAccount[];
let broken: Broken;

function pick(accounts: readonly TrueAccount[]): Broken {
  const [refused, slowed, cutOff, forbidden, forgetful, dropped, failing] = accounts;
  if (!refused || !slowed || !cutOff || !forbidden || !forgetful || !dropped || !failing) throw new Error('too few');
  return { refused, slowed, cutOff, forbidden, forgetful, dropped, failing };
}

function faultsOf(accounts: Broken): readonly Fault[] {
  return [
    { account: accounts.refused.id, service: 'sts', outcome: 'denied' },
    { account: accounts.slowed.id, service: 'rds', outcome: 'throttled' },
    { account: accounts.cutOff.id, service: 'rds', region: REGION, outcome: 'unreachable' },
    { account: accounts.forbidden.id, service: 'rds', region: REGION, outcome: 'denied' },
    { account: accounts.forbidden.id, service: 'ecs', region: REGION, outcome: 'denied' },
    { account: accounts.forbidden.id, service: 's3', outcome: 'denied' },
    { account: accounts.forgetful.id, service: 'mcp', outcome: 'expired-session' },
    { account: accounts.dropped.id, service: 'mcp', outcome: 'unreachable' },
    { account: accounts.failing.id, service: 'rds', outcome: 'error' },
  ];
}

beforeAll(async () => {
  const whole = await startSandboxRun({ accounts: 10 });
  truth = readTruth(JSON.stringify(whole.sandbox.truth()));
  await whole.close();
  broken = pick(truth);
  product = await startSandboxRun({ accounts: 10, faults: faultsOf(broken) });
});

afterAll(async () => {
  await product.close();
});

/** Account, Region, call and outcome of each failure, as one line each. */
function failuresOf(answer: Answer): readonly string[] {
  return (answer.coverage?.failures ?? [])
    .map(({ accountId, region, call, outcome }) => [accountId, region, call, outcome].join(' '))
    .toSorted();
}

function questionOf(name: string): Question {
  const found = questionsAbout(truth).find((question) => question.name === name);
  if (found === undefined) throw new Error(`there is no question "${name}"`);
  return found;
}

function rowsExcept(question: Question, lost: (row: Row) => boolean): readonly string[] {
  return sorted(question.rows.filter((row) => !lost(row)));
}

const everyRegion = (account: TrueAccount, call: string, outcome: string): readonly string[] =>
  account.regions.map((region) => [account.id, region, call, outcome].join(' '));

const count = (account: TrueAccount, without?: string): number =>
  account.regions
    .filter((region) => region !== without)
    .reduce((sum, region) => sum + (account.byRegion.get(region)?.rdsInstances.length ?? 0), 0);

describe('an organization in which some things are broken', () => {
  it('answers with the rows that are there and names each that is missing', async () => {
    const question = questionOf('Which RDS instances are publicly accessible?');

    const answer = await product.run(question.request);

    const call = 'rds DescribeDBInstances';
    const silent = [broken.refused, broken.slowed, broken.dropped, broken.failing].map(({ id }) => id);
    const halved = [broken.cutOff, broken.forbidden].map(({ id }) => id);
    expect(failuresOf(answer)).toEqual(
      [
        ...everyRegion(broken.refused, call, 'denied'),
        ...everyRegion(broken.slowed, call, 'throttled'),
        ...everyRegion(broken.dropped, call, 'unreachable'),
        ...everyRegion(broken.failing, call, 'failed'),
        `${broken.cutOff.id} ${REGION} ${call} unreachable`,
        `${broken.forbidden.id} ${REGION} ${call} denied`,
      ].toSorted(),
    );
    expect(rowsOf(answer, Object.keys(question.rows[0] ?? {}))).toEqual(
      rowsExcept(question, (row) => {
        const id = String(row['Account ID']);
        return silent.includes(id) || (halved.includes(id) && row['Region'] === REGION);
      }),
    );
    expect({ status: answer.status, accounts: answer.coverage?.accounts }).toEqual({
      status: 'partial',
      accounts: { asked: 10, answered: 4 },
    });
    for (const failure of answer.coverage?.failures ?? []) {
      expect(failure.message).toContain(failure.accountId);
      expect(failure.nextStep).not.toBe('');
    }
  });

  it('shows no number for an account that did not answer, and says why', async () => {
    const answer = await product.ask('How many RDS instances are there in each account?');

    const noteOf = new Map(answer.tables[0]?.rows.map((row) => [row[1], row.slice(2)]));
    const complete = truth.filter(({ id }) => !Object.values(broken).some((account: TrueAccount) => account.id === id));
    expect(Object.fromEntries(noteOf)).toEqual({
      ...Object.fromEntries([...complete, broken.forgetful].map((account) => [account.id, [count(account), '']])),
      [broken.refused.id]: [null, 'denied'],
      [broken.slowed.id]: [null, 'throttled'],
      [broken.dropped.id]: [null, 'unreachable'],
      [broken.failing.id]: [null, 'failed'],
      [broken.cutOff.id]: [count(broken.cutOff, REGION), `unreachable in ${REGION}`],
      [broken.forbidden.id]: [count(broken.forbidden, REGION), `denied in ${REGION}`],
    });
  });

  it('follows a failure along a chain of calls and loses nothing of the other Regions', async () => {
    const question = questionOf('List ECS services');

    const answer = await product.run(question.request);

    const calls = ['ecs ListClusters', 'ecs ListServices', 'ecs DescribeServices'];
    expect(failuresOf(answer)).toEqual(
      calls
        .flatMap((call) => [
          ...everyRegion(broken.refused, call, 'denied'),
          ...everyRegion(broken.dropped, call, 'unreachable'),
          `${broken.forbidden.id} ${REGION} ${call} denied`,
        ])
        .toSorted(),
    );
    expect(rowsOf(answer, Object.keys(question.rows[0] ?? {}))).toEqual(
      rowsExcept(
        question,
        (row) =>
          row['Account ID'] === broken.refused.id ||
          row['Account ID'] === broken.dropped.id ||
          (row['Account ID'] === broken.forbidden.id && row['Region'] === REGION),
      ),
    );
  });

  it('claims nothing of buckets that it could not list', async () => {
    const question = questionOf('Which S3 buckets are not public?');

    const answer = await product.run(question.request);

    const silent = [broken.refused, broken.dropped, broken.forbidden].map(({ id }) => id);
    expect(rowsOf(answer, Object.keys(question.rows[0] ?? {}))).toEqual(
      rowsExcept(question, (row) => silent.includes(String(row['Account ID']))),
    );
    expect({ status: answer.status, accounts: answer.coverage?.accounts }).toEqual({
      status: 'partial',
      accounts: { asked: 10, answered: 7 },
    });
  });

  it('opens a session that expired in the middle again, without a word', async () => {
    const answer = await product.ask(`List Lambda functions in account ${broken.forgetful.id}`);

    expect({ status: answer.status, failures: answer.coverage?.failures }).toEqual({
      status: 'complete',
      failures: [],
    });
    expect(product.sandbox.statistics().accounts[broken.forgetful.id]).toMatchObject({ initialize: 2, assumeRole: 1 });
  });

  it('asks again only those that failed', async () => {
    const first = await product.ask('List VPCs');
    const again = await product.run({ kind: 'retry', runId: first.runId });

    expect(again.coverage?.accounts).toEqual({ asked: 2, answered: 0 });
    expect(failuresOf(again)).toEqual(failuresOf(first));
  });

  it('accounts for every account of every question', async () => {
    for (const { request, asked, name } of questionsAbout(truth).slice(0, 12)) {
      const answer = await product.run(request);
      const failing = new Set(answer.coverage?.failures.map(({ accountId }) => accountId));
      expect
        .soft(
          {
            asked: answer.coverage?.accounts.asked,
            answered: answer.coverage?.accounts.answered,
            failing: failing.size,
          },
          name,
        )
        .toEqual({ asked: asked.length, answered: asked.length - failing.size, failing: failing.size });
      const expectedSilent = [broken.refused.id, broken.dropped.id].filter((id) => asked.some((one) => one.id === id));
      expect.soft([...failing], name).toEqual(expect.arrayContaining(expectedSilent));
    }
  });
});
